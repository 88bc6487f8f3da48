"""A digest of every Record, so that damage is seen; those that are there are digested as they are now."""

import hashlib
import zlib

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

#: Records that are unpacked together: each has some hundred kilobytes.
_TOGETHER = 200


def upgrade() -> None:
    """Add the column and fill it."""
    op.add_column(
        "archive_records", sa.Column("sha256", sa.String(), nullable=False, server_default="")
    )
    records = sa.table(
        "archive_records", sa.column("id"), sa.column("content"), sa.column("sha256")
    )
    given = sa.update(records).where(records.c.id == sa.bindparam("record"))
    connection = op.get_bind()
    last = 0
    while True:
        wanted = sa.select(records.c.id, records.c.content).where(records.c.id > last)
        rows = connection.execute(wanted.order_by(records.c.id).limit(_TOGETHER)).all()
        if not rows:
            return
        last = rows[-1].id
        made = [{"record": row.id, "sha256": _digest(row.content)} for row in rows]
        connection.execute(given.values(sha256=sa.bindparam("sha256")), made)


def _digest(content: bytes) -> str:
    """The digest of what is packed; none of what is damaged already, which the check then names."""
    try:
        return hashlib.sha256(zlib.decompress(content)).hexdigest()
    except (zlib.error, TypeError):
        return ""
