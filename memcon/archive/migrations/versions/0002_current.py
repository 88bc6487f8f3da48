"""An index by which what is searched is counted: the Records themselves fill hundreds of megabytes."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_archive_records_current", "archive_records", ["current"], unique=False)
