"""Worker: threads that do the jobs, each of which says from time to time that it lives."""

from __future__ import annotations

import gc
import logging
import os
import secrets
import threading
from typing import Any

from memcon.isolated import stopper
from memcon.web.desk import Desk
from memcon.web.reading import jobs
from memcon.web.reading.work import read_all

_log = logging.getLogger("memcon.web")
#: Seconds between two looks at the table where nobody has called, and between two signs of life.
_LOOK, _BEAT = 5.0, 3.0


class Worker:
    """Does the jobs of a desk, as many at a time as the configuration says.

    Of several threads one is left for others while a user's jobs are under way.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        number = max(1, desk.configuration.workers)
        self._most_each = max(1, number - 1)
        self._calls = [threading.Event() for _ in range(number)]
        self._stopped = threading.Event()
        self._done = threading.Condition()
        self._threads = [
            threading.Thread(target=self._run, args=(place,), name="memcon-worker", daemon=True)
            for place in range(number)
        ]

    def start(self) -> None:
        """Begin."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End after the job under way, which is not waited for: another server goes on with it."""
        self._stopped.set()
        self.call()

    def call(self) -> None:
        """Say that there is a job."""
        for called in self._calls:
            called.set()

    def wait_for_change(self, seconds: float) -> None:
        """Wait until a job has ended, or for so long."""
        with self._done:
            self._done.wait(seconds)

    def _run(self, place: int) -> None:
        called, name = self._calls[place], f"{os.getpid()}-{secrets.token_hex(4)}"
        warm = self._desk.configuration.warm and not place
        if warm and not called.wait(1.0):
            self._warm()
        while not self._stopped.is_set():
            try:
                worked = self._work(name)
            except Exception:
                _log.exception("the worker met an error; it goes on")
                worked = False
                self._stopped.wait(1.0)
            if warm:
                # What was loaded stays: to look it over for garbage would hold a page up by 200 ms.
                warm = False
                gc.collect()
                gc.freeze()
            if not worked:
                called.wait(_LOOK)
                called.clear()

    def _warm(self) -> None:
        try:
            import memcon.comparison  # noqa: F401 (comparing loads as much as reading does)
            from memcon.document import Document
            from memcon.isolated import read_document

            read_document(Document(name="warm", text="“It is warm,” the keeper of the lamp said."))
            if self._desk.configuration.embed is None:
                # Searches by meaning, and what is added, are embedded in this process.
                from memcon.language.embedding import embed

                embed(["it is warm"])
        except Exception:
            _log.exception("reading could not be made ready")

    def _work(self, name: str) -> bool:
        database = self._desk.database
        taken = database.write(lambda session: jobs.take(session, name, self._most_each))
        if taken is None:
            return False
        id, _, asked, _ = taken
        with database.reading() as session:
            files = jobs.uploads_of(session, id)
        known: dict[str, Any] = {"done": 0, "doing": ""}
        total = max(len(files), 1)

        def beat() -> bool:
            done, doing = known["done"], known["doing"]
            return database.write(
                lambda s: jobs.beat(s, id, name, min(done, total), max(total, done), doing)
            )

        def report(done: int, doing: str) -> None:
            known.update(done=done, doing=doing)
            if not beat():
                raise jobs.StoppedError

        over, stop = threading.Event(), stopper()

        def live() -> None:
            while not over.wait(_BEAT):
                try:
                    if not beat():
                        # The document under way may take long: it is not read to its end.
                        stop()
                        return
                except Exception:
                    _log.exception("no sign of life could be given")

        threading.Thread(target=live, name="memcon-beat", daemon=True).start()
        try:
            documents, failures = read_all(self._desk, asked, files, report)
            state = "done" if documents or not failures else "failed"
        except Exception as error:
            _log.exception("a job failed")
            documents, failures = [], [("", f"memcon failed ({type(error).__name__})")]
            state = "failed"
        finally:
            over.set()
        database.write(lambda session: jobs.end(session, id, state, documents, failures))
        with self._done:
            self._done.notify_all()
        # A job of the same user's may have waited for this one to end.
        self.call()
        return True
