"""Backups: all that is in the database of an archive as one file, and such a file made an archive again.

    from memcon.archive import Archive
    from memcon.archive.backup import back_up, restore

    with Archive("desk.db") as archive:
        back_up(archive.database, "desk.backup")
    restore("desk.backup", "postgresql://desk@server/archive")

The file is a ZIP with a member a table, JSON Lines in the order in which tables refer to each other, and
a manifest; docs/archive.md tells of it. It is the same from SQLite and PostgreSQL.
"""

from memcon.archive.backup.manifest import Manifest, Part
from memcon.archive.backup.reading import Backup, open_backup
from memcon.archive.backup.restoring import restore
from memcon.archive.backup.writing import back_up

__all__ = ["Backup", "Manifest", "Part", "back_up", "open_backup", "restore"]
