"""A served archive with invented Records in it, and a browser where Debian's Chromium is there.

Modules with DATABASES try it on PostgreSQL too, where MEMCON_TEST_POSTGRESQL names one (.ci/servers).
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from sqlalchemy import MetaData, create_engine, text

from memcon.archive import Archive
from tests.archive.conftest import schema
from tests.web.web_records import all_records

CHROMIUM = os.environ.get("MEMCON_TEST_CHROMIUM", "/usr/bin/chromium")


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Vectors by the letters of the words: enough to be told apart, and quick."""
    out = np.zeros((len(texts), 384), dtype=np.float32)
    for row, words in enumerate(texts):
        for word in words.casefold().split():
            out[row, sum(map(ord, word)) % 384] += 1
    return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-6)


@pytest.fixture(scope="session")
def made_web_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that is made once; tests take copies."""
    from memcon.web.configuration import Configuration
    from memcon.web.desk import Desk

    path = tmp_path_factory.mktemp("web") / "made.db"
    with Archive(path) as archive:
        archive.add_all(all_records())
    Desk(Configuration(db=path)).close()
    return path


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Modules that say so try their tests that have an archive on each of its databases."""
    databases = getattr(metafunc.module, "DATABASES", ())
    if databases and "web_db" in metafunc.fixturenames:
        metafunc.parametrize("database", databases, indirect=True)


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str:
    """Which database the archive is in."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture
def web_db(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """The archive as it was made: of SQLite a copy, of PostgreSQL a schema that is put back."""
    if database == "sqlite":
        made = request.getfixturevalue("made_web_archive")
        return Path(shutil.copy(made, tmp_path / "web.db"))
    address, put_back = request.getfixturevalue("made_web_schema")
    put_back()
    return str(address)


@pytest.fixture(scope="session")
def made_web_schema() -> Iterator[tuple[str, Callable[[], None]]]:
    """The address of such an archive on PostgreSQL, and what brings it back to how it was made."""
    from memcon.web.configuration import Configuration
    from memcon.web.desk import Desk

    with schema() as address:
        with Archive(address) as archive:
            archive.add_all(all_records())
        Desk(Configuration(db=address)).close()
        engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:", 1))
        known = MetaData()
        known.reflect(engine)
        tables = [table.name for table in known.sorted_tables]
        with engine.begin() as connection:
            for table in tables:
                connection.execute(text(f"CREATE TABLE kept_{table} AS SELECT * FROM {table}"))

        def put_back() -> None:
            with engine.begin() as connection:
                for table in reversed(tables):
                    connection.execute(text(f"DELETE FROM {table}"))
                for table in tables:
                    connection.execute(text(f"INSERT INTO {table} SELECT * FROM kept_{table}"))

        yield address, put_back
        engine.dispose()


@pytest.fixture
def client(web_db: Path | str) -> Iterator[Any]:
    """A client of the app on this machine alone, where nobody has an account."""
    with make_client(web_db) as made:
        yield made


@contextmanager
def make_client(db: Path | str, **more: Any) -> Iterator[Any]:
    """A client of an app."""
    testclient = pytest.importorskip("fastapi.testclient")
    from memcon.web import Configuration, make_app

    app = make_app(Configuration(db=db, warm=False, embed=embed, **more))
    with testclient.TestClient(
        app, base_url="http://127.0.0.1", raise_server_exceptions=False, follow_redirects=False
    ) as made:
        yield made


def form(client: Any, **fields: Any) -> dict[str, Any]:
    """A form as a page of ours sends it."""
    page = client.get("/sign-in", follow_redirects=True).text
    return {"csrf": page.partition('data-csrf="')[2].partition('"')[0], **fields}


@contextmanager
def serving(db: Path | str, **more: Any) -> Iterator[str]:
    """The app behind a real socket; its address."""
    import uvicorn

    from memcon.web import Configuration, make_app

    app = make_app(Configuration(**{"db": db, "warm": False, "embed": embed, **more}))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)


@dataclass
class Watched:
    """A page in a browser whose every complaint is kept."""

    page: Any
    base: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Any:
        """Go to a page of the app."""
        self.page.goto(self.base + path)
        return self.page


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not Path(CHROMIUM).exists():
        pytest.skip(
            f"{CHROMIUM} is not there; apt-get install -y chromium, or MEMCON_TEST_CHROMIUM"
        )
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def watch(chromium: Any) -> Iterator[Callable[..., Watched]]:
    """Opens a window on an address; at the end there must have been no complaint in any."""
    contexts, windows = [], []

    def opened(base: str, **more: Any) -> Watched:
        # A page that is still scrolling would move words away under the mouse.
        still = {"viewport": {"width": 1280, "height": 860}, "reduced_motion": "reduce"}
        context = chromium.new_context(**{**still, **more})
        page = context.new_page()
        page.set_default_timeout(90_000)
        made = Watched(page, base)
        page.on("pageerror", lambda error: made.complaints.append(f"error: {error}"))
        page.on(
            "console",
            lambda said: made.complaints.append(said.text) if said.type == "error" else None,
        )
        page.on(
            "request",
            lambda sent: (
                None
                if sent.url.startswith((base, "blob:"))
                else made.complaints.append(f"asked another host: {sent.url}")
            ),
        )
        contexts.append(context)
        windows.append(made)
        return made

    yield opened
    for context in contexts:
        context.close()
    assert [complaint for window in windows for complaint in window.complaints] == []
