"""
Candidates: words of citizens that may become phrasings. And the question that a person was misread in.

Columns are added in place: SQLite's other way copies the table.
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.types  # noqa: F401  SQLite's STRICT tables need its spelling of types

revision = "20261126_candidates"
down_revision = "20261125_conversation"


def upgrade() -> None:
    op.add_column("people", sa.Column("misread_question", sa.BigInteger(), nullable=True))
    op.add_column("people", sa.Column("misread_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "candidates",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("question", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("topics", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('none_of_these', 'unhelpful', 'confirmed')", name=op.f("ck_candidates_kind")
        ),
        sa.CheckConstraint("source IN ('person', 'looked_up', 'staff')", name=op.f("ck_candidates_source")),
        sa.CheckConstraint("language IN ('kk', 'ru')", name=op.f("ck_candidates_language")),
        sa.CheckConstraint(
            "reason IN ('', 'wrong', 'unclear', 'outdated', 'other')", name=op.f("ck_candidates_reason")
        ),
        sa.CheckConstraint("state IN ('new', 'accepted', 'rejected')", name=op.f("ck_candidates_state")),
        sa.ForeignKeyConstraint(["question"], ["questions.number"], name=op.f("fk_candidates_question")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidates")),
        sa.UniqueConstraint(
            "question", "kind", "source", "about", name=op.f("uq_candidates_question_kind_source_about")
        ),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("ix_candidates_state_kind", "candidates", ["state", "kind"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_candidates_state_kind", table_name="candidates")
    op.drop_table("candidates")
    op.drop_column("people", "misread_at")
    op.drop_column("people", "misread_question")
