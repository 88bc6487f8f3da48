"""Tombstones of what was forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "archive_forgotten",
        sa.Column("id", sa.Integer(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("kind", "sha256", "at", "by", "why")),
    )  # fmt: skip
    op.create_index("ix_archive_forgotten_sha256", "archive_forgotten", ["sha256"])
