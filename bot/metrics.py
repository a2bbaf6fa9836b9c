"""What is counted, for Prometheus. Labels come from our own lists only, never from what people send."""

from prometheus_client import Counter, Gauge, Histogram

UPDATES_RECEIVED = Counter("bot_updates_received", "Updates stored, repeated ones left out")
UPDATES_CARRIED = Counter("bot_updates_carried", "Updates carried to their end", ["outcome"])
DECISIONS = Counter("bot_decisions", "What was decided about questions", ["decision"])
SENT = Counter("bot_requests_settled", "Requests to Telegram that came to an end", ["state"])
HELD = Gauge("bot_sending_held", "1 while Telegram has asked for silence")
RANKING_SECONDS = Histogram("bot_ranking_seconds", "Time to decide about one text")
WAITING_UPDATES = Gauge("bot_updates_waiting", "Updates that wait to be carried")
WAITING_MAIL = Gauge("bot_outbox_waiting", "Requests that wait to leave")
CANDIDATES = Gauge("bot_candidates_new", "Words of citizens that wait for an editor", ["kind"])
CONTENT_GOOD = Gauge(
    "bot_content_good", "1 while the content files are the ones in force, 0 while they have errors"
)
CONTENT_SINCE = Gauge(
    "bot_content_in_force_since_seconds", "When the content in force was taken, as Unix time"
)
MODEL_UP = Gauge("bot_model_up", "1 while the language model can be asked")
MODEL_STARTS = Counter("bot_model_starts", "Times that the process with the language model came up")
MODEL_FAILURES = Counter(
    "bot_model_failures", "Times that the process with the language model failed", ["fault"]
)
MODEL_TEXTS = Counter("bot_model_texts", "Texts to be made vectors, by what became of them", ["outcome"])
MODEL_SECONDS = Histogram(
    "bot_model_seconds",
    "Time of the language model for one text",
    buckets=(0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.5, 1, 2),
)
