"""
What a conversation needs: a person's place, messages of a question, ratings, who was slowed.

Columns are added in place: SQLite's other way copies the table, and `updates` and `questions` grow large.
Their checks stand at the column, because only those can be added and dropped together with it.
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.types  # noqa: F401  SQLite's STRICT tables need its spelling of types

revision = "20261125_conversation"
down_revision = "20261124_core"

_ADDED = {
    "people": (
        "place",
        "last_topic_at",
        "last_press",
        "pressed_at",
        "expecting_until",
        "urgent_question",
        "urgent_at",
    ),
    "questions": ("attachments",),
    "updates": ("slowed",),
}


def upgrade() -> None:
    in_one_of_two = sa.CheckConstraint("place IN ('korea', 'kazakhstan')", name=op.f("ck_people_place"))
    op.add_column("people", sa.Column("place", sa.String(), in_one_of_two, nullable=True))
    op.add_column("people", sa.Column("last_topic_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "people", sa.Column("last_press", sa.String(), server_default=sa.text("''"), nullable=False)
    )
    for moment in ("pressed_at", "expecting_until", "urgent_at"):
        op.add_column("people", sa.Column(moment, sa.DateTime(timezone=True), nullable=True))
    op.add_column("people", sa.Column("urgent_question", sa.BigInteger(), nullable=True))
    op.add_column(
        "questions", sa.Column("attachments", sa.String(), server_default=sa.text("''"), nullable=False)
    )
    op.add_column("updates", sa.Column("slowed", sa.Boolean(), server_default=sa.false(), nullable=False))
    _create_ratings()
    _create_question_messages()
    _order_causes_by_bytes("C")
    _index_what_waits("chat_id", "lane", "id")


def _index_what_waits(*columns: str) -> None:
    """The first row of each chat and lane is looked up many times a second."""
    op.drop_index("ix_outbox_waiting", table_name="outbox")
    waits = sa.text("state = 'waiting'")
    op.create_index(
        "ix_outbox_waiting", "outbox", list(columns), unique=False, sqlite_where=waits, postgresql_where=waits
    )


def _create_ratings() -> None:
    op.create_table(
        "ratings",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("question", sa.BigInteger(), nullable=True),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("language IN ('kk', 'ru')", name=op.f("ck_ratings_language")),
        sa.CheckConstraint("verdict IN ('up', 'down')", name=op.f("ck_ratings_verdict")),
        sa.CheckConstraint(
            "reason IN ('', 'wrong', 'unclear', 'outdated', 'other')", name=op.f("ck_ratings_reason")
        ),
        sa.PrimaryKeyConstraint("chat_id", "topic", "language", "version", name=op.f("pk_ratings")),
        sqlite_strict=True,
    )
    op.create_index("ix_ratings_topic_version", "ratings", ["topic", "version"], unique=False)


def _create_question_messages() -> None:
    op.create_table(
        "question_messages",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["questions.number"], name=op.f("fk_question_messages_number")),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_question_messages")),
        sqlite_strict=True,
    )
    # A message that was edited has asked more than once: its newest question counts.
    op.execute(
        "INSERT INTO question_messages (chat_id, message_id, number) "
        "SELECT chat_id, message_id, max(number) FROM questions "
        "WHERE message_id IS NOT NULL GROUP BY chat_id, message_id"
    )


def _order_causes_by_bytes(collation: str) -> None:
    """A prefix is a range of the index only where a database orders by bytes; SQLite does so anyway."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("outbox", "cause", type_=sa.String(collation=collation))


def downgrade() -> None:
    _index_what_waits("chat_id", "id")
    _order_causes_by_bytes("default")
    op.drop_table("question_messages")
    op.drop_index("ix_ratings_topic_version", table_name="ratings")
    op.drop_table("ratings")
    for table, columns in _ADDED.items():
        for column in columns:
            op.drop_column(table, column)
