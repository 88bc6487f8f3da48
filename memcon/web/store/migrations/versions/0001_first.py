"""The tables as memcon 0.1 makes them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "web_attempts",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
    )
    op.create_index("ix_web_attempts_key_at", "web_attempts", ["key", "at"])
    op.create_table(
        "web_codings",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
    )
    op.create_table(
        "web_jobs",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("doing", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.Column("ended", sa.String(), nullable=True),
        sa.Column("worker", sa.String(), nullable=True),
        sa.Column("beat", sa.String(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
    )
    op.create_index("ix_web_jobs_state", "web_jobs", ["state"])
    op.create_table(
        "web_searches",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.UniqueConstraint("author", "name"),
    )
    op.create_index("ix_web_searches_author", "web_searches", ["author"])
    op.create_table(
        "web_settings",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("value", sa.String(), nullable=False),
    )
    op.create_table(
        "web_users",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.UniqueConstraint("name"),
        sa.UniqueConstraint("subject"),
    )
    op.create_table(
        "web_adjudications",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("coding_id", sa.Integer(), sa.ForeignKey("web_codings.id"), nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("chosen", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("correction", sa.Integer(), nullable=True),
    )
    op.create_index(
        "ix_web_adjudications_coding", "web_adjudications", ["coding_id", "text_sha256"]
    )
    op.create_table(
        "web_coders",
        sa.Column("coding_id", sa.Integer(), sa.ForeignKey("web_codings.id"), primary_key=True),
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("ended", sa.String(), nullable=True),
    )
    op.create_table(
        "web_coding_texts",
        sa.Column("coding_id", sa.Integer(), sa.ForeignKey("web_codings.id"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("text_sha256", sa.String(), nullable=False),
    )
    op.create_index("ix_web_coding_texts_text_sha256", "web_coding_texts", ["text_sha256"])
    op.create_table(
        "web_judgements",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("coding_id", sa.Integer(), sa.ForeignKey("web_codings.id"), nullable=True),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("spans", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("old", sa.String(), nullable=True),
        sa.Column("new", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("undoes", sa.Integer(), sa.ForeignKey("web_judgements.id"), nullable=True),
    )
    op.create_index("ix_web_judgements_place", "web_judgements", ["coding_id", "text_sha256"])
    op.create_index("ix_web_judgements_text_sha256", "web_judgements", ["text_sha256"])
    op.create_table(
        "web_sessions",
        sa.Column("digest", sa.String(), primary_key=True),
        sa.Column("user_id", sa.Integer(), sa.ForeignKey("web_users.id"), nullable=False),
        sa.Column("started", sa.String(), nullable=False),
        sa.Column("ends", sa.String(), nullable=False),
    )
    op.create_index("ix_web_sessions_user_id", "web_sessions", ["user_id"])
    op.create_table(
        "web_tokens",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("user_id", sa.Integer(), sa.ForeignKey("web_users.id"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.Column("revoked", sa.String(), nullable=True),
        sa.UniqueConstraint("digest"),
    )
    op.create_index("ix_web_tokens_user_id", "web_tokens", ["user_id"])
    op.create_table(
        "web_uploads",
        sa.Column("job_id", sa.String(), sa.ForeignKey("web_jobs.id"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
