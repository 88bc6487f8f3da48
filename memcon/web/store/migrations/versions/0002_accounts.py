"""Names folded by Python, since SQLite folds ASCII alone; tokens with what they are for and an end."""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns; of two users whose names are one, the older keeps the name for signing in.

    A user called “local” is renamed: so is called who needs no account, and owns what was done before.
    """
    op.add_column("web_users", sa.Column("folded", sa.String(), nullable=False, server_default=""))
    op.add_column(
        "web_tokens", sa.Column("scope", sa.String(), nullable=False, server_default="write")
    )
    op.add_column("web_tokens", sa.Column("ends", sa.String(), nullable=True))
    users = sa.table("web_users", sa.column("id"), sa.column("name"), sa.column("folded"))
    connection = op.get_bind()
    known: set[str] = set()
    rows = connection.execute(sa.select(users.c.id, users.c.name).order_by(users.c.id)).all()
    for id, name in rows:
        kept = f"{name} #{id}" if _folded(name) == "local" else name
        folded = _folded(kept)
        if folded in known:
            folded = f"{folded} #{id}"
        known.add(folded)
        change = users.update().where(users.c.id == id).values(name=kept, folded=folded)
        connection.execute(change)
    op.create_index("ix_web_users_folded", "web_users", ["folded"], unique=True)


def _folded(name: str) -> str:
    # As memcon.web.accounts.names has it in this version; a migration stays as it was.
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name.strip()).casefold())
