"""Sessions on a database, each of them one transaction; writers take turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Select
from sqlalchemy.orm import Session

from memcon.database.address import file_of
from memcon.database.readonly import is_read_only

#: Puts the errors of a database into words meanwhile; it is given the database's label.
InWords = Callable[[str], AbstractContextManager[None]]


class Sessions:
    """Hands out sessions: to read one state of the database, or to change it all at once.

    :param engine: one that is set up (`memcon.database.sqlite`).
    :param label: what messages call the database.
    :param turn: selects a row that is always there: on a server, writers wait for it.
    :param shared: whether others use the engine too, so that it is not closed here.
    """

    def __init__(
        self,
        engine: Engine,
        label: str,
        *,
        turn: Select[Any],
        in_words: InWords,
        shared: bool = False,
    ) -> None:
        self.engine = engine
        self.label = label
        self.shared = shared
        self._turn = turn.with_for_update()
        self._in_words = in_words
        # SQLite's readers see one state as it is; elsewhere it is asked for.
        self._still = (
            engine
            if self.is_sqlite
            else engine.execution_options(isolation_level="REPEATABLE READ")
        )

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of SQLite's."""
        return self.engine.dialect.name == "sqlite"

    @property
    def is_read_only(self) -> bool:
        """Whether it is a file that can only be read; whoever would write finds out first."""
        own = file_of(self.engine.url)
        return own is not None and is_read_only(own)

    def is_kept_in(self, path: Path) -> bool:
        """Whether a path is that of the database's own file, which nothing else may be written to."""
        own = file_of(self.engine.url)
        return own is not None and own.exists() and path.exists() and path.samefile(own)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database and changes nothing."""
        with self._in_words(self.label), Session(self._still) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are all kept at its end, or none of them if it fails.

        What one has checked still holds when it writes, since nobody else writes meanwhile.
        """
        engine = self.engine.execution_options(memcon_writes=True)
        with self._in_words(self.label), Session(engine) as session, session.begin():
            # SQLite has locked the whole file by now; elsewhere this row is what is waited for.
            session.execute(self._turn)
            yield session

    def close(self) -> None:
        """Let go of the file or the server, unless others use it."""
        if not self.shared:
            self.engine.dispose()
