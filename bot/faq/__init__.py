"""What we can answer by ourselves: facts, topics, freshness, rendering, matching. No I/O here."""
