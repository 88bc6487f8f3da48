"""Worker: a thread that does the jobs, and says from time to time that it lives."""

from __future__ import annotations

import gc
import logging
import os
import secrets
import threading
from typing import Any

from memcon.web.desk import Desk
from memcon.web.reading import jobs
from memcon.web.reading.work import read_all

_log = logging.getLogger("memcon.web")
#: Seconds between two looks at the table where nobody has called, and between two signs of life.
_LOOK, _BEAT = 5.0, 10.0


class Worker:
    """Does the jobs of a desk, one at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._called = threading.Event()
        self._stopped = threading.Event()
        self._done = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="memcon-worker", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after the job under way, which is not waited for: another server goes on with it."""
        self._stopped.set()
        self._called.set()

    def call(self) -> None:
        """Say that there is a job."""
        self._called.set()

    def wait_for_change(self, seconds: float) -> None:
        """Wait until a job has ended, or for so long."""
        with self._done:
            self._done.wait(seconds)

    def _run(self) -> None:
        warm = self._desk.configuration.warm
        if warm and not self._called.wait(1.0):
            self._warm()
        while not self._stopped.is_set():
            try:
                worked = self._work()
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
                self._called.wait(_LOOK)
                self._called.clear()

    def _warm(self) -> None:
        try:
            import memcon.comparison  # noqa: F401 (comparing loads as much as reading does)
            from memcon.document import Document
            from memcon.reading import read_document

            read_document(Document(name="warm", text="“It is warm,” the keeper of the lamp said."))
        except Exception:
            _log.exception("reading could not be made ready")

    def _work(self) -> bool:
        database = self._desk.database
        taken = database.write(lambda session: jobs.take(session, self._name))
        if taken is None:
            return False
        id, _, asked, _ = taken
        with database.reading() as session:
            files = jobs.uploads_of(session, id)
        known: dict[str, Any] = {"done": 0, "doing": ""}
        total = max(len(files), 1)

        def beat() -> None:
            done, doing = known["done"], known["doing"]
            database.write(lambda s: jobs.beat(s, id, min(done, total), max(total, done), doing))

        def report(done: int, doing: str) -> None:
            known.update(done=done, doing=doing)
            beat()

        over = threading.Event()

        def live() -> None:
            while not over.wait(_BEAT):
                try:
                    beat()
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
        return True
