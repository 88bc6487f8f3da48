"""How bytes came, who added them, and which address they claim; of older ones what their place tells."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

#: Of a text that was pasted, or was added by a program: files and servers never say it quite so.
_HANDED = "text/plain; charset=utf-8"


def upgrade() -> None:
    """Add the columns and fill them; versions that are there stay where they are."""
    for name in ("how", "added_by", "said_at"):
        op.add_column("archive_captures", sa.Column(name, sa.String(), nullable=True))
    captures = sa.table(
        "archive_captures",
        *(sa.column(name) for name in ("place", "version_id", "original_sha256", "how", "said_at")),
    )
    place = captures.c.place
    web = sa.or_(place.like("http://%"), place.like("https://%"))
    how = sa.case(
        (place.like("file:///upload/%"), "uploaded"),
        (sa.or_(place.like("file:%"), place.like("standard-input:%")), "file"),
        (sa.and_(web, _media(captures) != _HANDED), "fetched"),
        else_="imported",
    )
    op.execute(sa.update(captures).values(how=how))
    # A file was taken for a version of the address that it named, and so was a text.
    address = _address(captures)
    claimed = sa.or_(address.like("http://%"), address.like("https://%"))
    files = captures.c.how.in_(("file", "uploaded"))
    op.execute(sa.update(captures).where(files, claimed).values(said_at=address))
    handed = sa.and_(captures.c.how == "imported", web)
    op.execute(sa.update(captures).where(handed).values(said_at=place))


def _media(captures: sa.TableClause) -> sa.ScalarSelect[str]:
    originals = sa.table("archive_originals", sa.column("sha256"), sa.column("media"))
    return (
        sa.select(originals.c.media)
        .where(originals.c.sha256 == captures.c.original_sha256)
        .scalar_subquery()
    )


def _address(captures: sa.TableClause) -> sa.ScalarSelect[str]:
    versions = sa.table("archive_versions", sa.column("id"), sa.column("document_id"))
    documents = sa.table("archive_documents", sa.column("id"), sa.column("address"))
    return (
        sa.select(documents.c.address)
        .join_from(documents, versions, versions.c.document_id == documents.c.id)
        .where(versions.c.id == captures.c.version_id)
        .scalar_subquery()
    )
