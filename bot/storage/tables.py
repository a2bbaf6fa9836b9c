"""Every table and every constraint, by name."""

import sqlalchemy as sa

from bot.storage.types import Moment, autoincrement_key

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _one_of(column: str, *values: str) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


people = sa.Table(
    "people",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("pseudonym", sa.String, nullable=False, unique=True),
    sa.Column("language", sa.String),
    sa.Column("expecting", sa.String, nullable=False),
    sa.Column("last_topic", sa.String),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("blocked_at", Moment),
    sa.Column("place", sa.String),
    sa.Column("last_topic_at", Moment),
    sa.Column("last_press", sa.String, nullable=False, server_default=sa.text("''")),
    sa.Column("pressed_at", Moment),
    sa.Column("expecting_until", Moment),
    sa.Column("urgent_question", sa.BigInteger),
    sa.Column("urgent_at", Moment),
    sa.Column("misread_question", sa.BigInteger),
    sa.Column("misread_at", Moment),
    sa.CheckConstraint(_one_of("language", "kk", "ru"), name="language"),
    sa.CheckConstraint(_one_of("place", "korea", "kazakhstan"), name="place"),
    sqlite_strict=True,
)

updates = sa.Table(
    "updates",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    # Update ids are random again after a quiet week, so the order of arrival is kept apart.
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("burst", sa.BigInteger, nullable=False),
    sa.Column("sent_at", sa.BigInteger, nullable=False),
    sa.Column("album", sa.String, nullable=False),
    sa.Column("body", sa.String),  # null once it was carried
    sa.Column("state", sa.String, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("done_at", Moment),
    sa.Column("slowed", sa.Boolean, nullable=False, server_default=sa.false()),  # waits longer: a flood
    sa.CheckConstraint(_one_of("state", "waiting", "done", "poison"), name="state"),
    sqlite_strict=True,
)
# The value stands in the statement itself: SQLite uses a partial index only where it can see the condition.
update_waits = updates.c.state == sa.literal_column("'waiting'")
sa.Index("ix_updates_waiting", updates.c.position, sqlite_where=update_waits, postgresql_where=update_waits)
sa.Index(
    "ix_updates_waiting_chat", updates.c.chat_id, sqlite_where=update_waits, postgresql_where=update_waits
)
_carried = updates.c.done_at.is_not(None)
sa.Index("ix_updates_done_at", updates.c.done_at, sqlite_where=_carried, postgresql_where=_carried)

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("id", autoincrement_key(), primary_key=True),
    # Ordered by bytes, so that a prefix is a range of the index.
    sa.Column(
        "cause",
        sa.String().with_variant(sa.String(collation="C"), "postgresql"),
        nullable=False,
        unique=True,
    ),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("lane", sa.SmallInteger, nullable=False),
    sa.Column("method", sa.String, nullable=False),
    sa.Column("params", sa.String),  # null once the row is settled
    sa.Column("uploads", sa.String),
    sa.Column("result_for", sa.String, nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("settled_at", Moment),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("error", sa.String),
    sa.CheckConstraint(_one_of("state", "waiting", "sent", "refused", "unknown"), name="state"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)
mail_waits = outbox.c.state == sa.literal_column("'waiting'")
sa.Index(
    "ix_outbox_waiting",
    outbox.c.chat_id,
    outbox.c.lane,
    outbox.c.id,
    sqlite_where=mail_waits,
    postgresql_where=mail_waits,
)

files = sa.Table(
    "files",
    metadata,
    sa.Column("hash", sa.String, primary_key=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sqlite_strict=True,
)

questions = sa.Table(
    "questions",
    metadata,
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("cause", sa.String, nullable=False, unique=True),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("pseudonym", sa.String, nullable=False),
    sa.Column("language", sa.String, nullable=False),
    sa.Column("text", sa.String),  # masked; null once erased
    sa.Column("salt", sa.String),  # goes with the text, so that its hash in the ledger says nothing any more
    sa.Column("decision", sa.String, nullable=False),
    sa.Column("topics", sa.String, nullable=False),  # topic ids with a space between
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("asked_at", Moment, nullable=False),
    # ids of messages with more than words, a space between
    sa.Column("attachments", sa.String, nullable=False, server_default=sa.text("''")),
    sa.CheckConstraint(_one_of("language", "kk", "ru"), name="language"),
    sqlite_strict=True,
)
sa.Index("ix_questions_chat_id", questions.c.chat_id)

question_messages = sa.Table(
    "question_messages",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("number", sa.BigInteger, sa.ForeignKey("questions.number"), nullable=False),
    sqlite_strict=True,
)

ledger = sa.Table(
    "ledger",
    metadata,
    sa.Column("position", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("question", sa.BigInteger, sa.ForeignKey("questions.number"), nullable=False),
    sa.Column("event", sa.String, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("facts", sa.String, nullable=False),  # JSON with sorted keys
    sa.Column("previous", sa.String, nullable=False),
    sa.Column("hash", sa.String, nullable=False, unique=True),
    sqlite_strict=True,
)
sa.Index("ix_ledger_question", ledger.c.question)

shown = sa.Table(
    "shown",
    metadata,
    sa.Column("id", autoincrement_key(), primary_key=True),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("topic", sa.String, nullable=False),
    sa.Column("language", sa.String, nullable=False),
    sa.Column("version", sa.String, nullable=False),
    sa.Column("cause", sa.String, nullable=False),  # the outbox row, which knows the message id
    sa.Column("question", sa.BigInteger),
    sa.Column("shown_at", Moment, nullable=False),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)
sa.Index("ix_shown_topic_version", shown.c.topic, shown.c.version)

ratings = sa.Table(
    "ratings",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("topic", sa.String, primary_key=True),
    sa.Column("language", sa.String, primary_key=True),
    sa.Column("version", sa.String, primary_key=True),
    sa.Column("verdict", sa.String, nullable=False),
    sa.Column("reason", sa.String, nullable=False),
    sa.Column("question", sa.BigInteger),
    sa.Column("rated_at", Moment, nullable=False),
    sa.CheckConstraint(_one_of("language", "kk", "ru"), name="language"),
    sa.CheckConstraint(_one_of("verdict", "up", "down"), name="verdict"),
    sa.CheckConstraint(_one_of("reason", "", "wrong", "unclear", "outdated", "other"), name="reason"),
    sqlite_strict=True,
)
sa.Index("ix_ratings_topic_version", ratings.c.topic, ratings.c.version)

candidates = sa.Table(
    "candidates",
    metadata,
    sa.Column("id", autoincrement_key(), primary_key=True),
    sa.Column("question", sa.BigInteger, sa.ForeignKey("questions.number"), nullable=False),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("source", sa.String, nullable=False),
    sa.Column("about", sa.String, nullable=False),  # a topic; empty where the last press alone counts
    sa.Column("text", sa.String, nullable=False),  # masked; the row goes before the question's text does
    sa.Column("language", sa.String, nullable=False),
    sa.Column("topics", sa.String, nullable=False),  # topic ids with a space between
    sa.Column("reason", sa.String, nullable=False),
    sa.Column("content", sa.String, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.UniqueConstraint("question", "kind", "source", "about"),
    sa.CheckConstraint(_one_of("kind", "none_of_these", "unhelpful", "confirmed"), name="kind"),
    sa.CheckConstraint(_one_of("source", "person", "looked_up", "staff"), name="source"),
    sa.CheckConstraint(_one_of("language", "kk", "ru"), name="language"),
    sa.CheckConstraint(_one_of("reason", "", "wrong", "unclear", "outdated", "other"), name="reason"),
    sa.CheckConstraint(_one_of("state", "new", "accepted", "rejected"), name="state"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)
sa.Index("ix_candidates_state_kind", candidates.c.state, candidates.c.kind)

counters = sa.Table(
    "counters",
    metadata,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("value", sa.BigInteger, nullable=False),
    sqlite_strict=True,
)
