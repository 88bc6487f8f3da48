"""The archive: documents of years, with their originals, their Records and all that was said in them.

    from memcon import read
    from memcon.archive import Archive, Query

    with Archive("desk.db") as archive:
        archive.add(read("report.txt"))
        for hit in archive.search(Query("negotiations", speaker="Ana Quill", act="refuse")).hits:
            print(hit.date, hit.name, hit.line, hit.words)

SQLite by default, one file that is made on first use; PostgreSQL by an address. docs/archive.md tells
more.
"""

from memcon.archive.archive import Archive
from memcon.archive.citation import Citation
from memcon.archive.corrections import Corrected
from memcon.archive.documents import Difference, Listed, VersionOf
from memcon.archive.entry import Entry, Origin
from memcon.archive.errors import ArchiveError, ConnectionLostError, DamagedError, QueryError
from memcon.archive.facets import Facet
from memcon.archive.hits import Hit
from memcon.archive.query import Query
from memcon.archive.search import Results

__all__ = [
    "Archive",
    "ArchiveError",
    "Citation",
    "ConnectionLostError",
    "Corrected",
    "DamagedError",
    "Difference",
    "Entry",
    "Facet",
    "Hit",
    "Listed",
    "Origin",
    "Query",
    "QueryError",
    "Results",
    "VersionOf",
]
