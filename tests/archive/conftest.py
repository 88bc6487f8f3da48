"""Archives in SQLite and PostgreSQL, and invented Records as the engine would make them.

PostgreSQL is tried where MEMCON_TEST_POSTGRESQL gives the address of a database in which schemas may
be made (.ci/servers starts one); each test has a schema of its own.
"""

from __future__ import annotations

import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from memcon.archive import Archive, Entry, Origin
from memcon.archive.tables import Table
from memcon.document import Document
from memcon.record import Actor, Attribution, Engine, Event, Record, Stance, Statement

VARIABLE = "MEMCON_TEST_POSTGRESQL"
#: `“Words,” said SPEAKER.` or `SPEAKER said that words.`
_QUOTED = re.compile(r"“([^”]+)” said ([A-Z]\w+(?: [A-Z]\w+)*)")


BOTH = ("sqlite", "postgresql")


@contextmanager
def schema() -> Iterator[str]:
    """The address of a schema with nothing in it on the PostgreSQL of the tests."""
    server = os.environ.get(VARIABLE)
    if not server:
        pytest.skip(f"{VARIABLE} names no PostgreSQL; .ci/servers starts one")
    name = f"test_{uuid.uuid4().hex[:12]}"
    address = make_url(server).set(drivername="postgresql+psycopg")
    admin = create_engine(address, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    own = address.update_query_dict({"options": f"-csearch_path={name}"})
    yield own.set(drivername="postgresql").render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    admin.dispose()


@pytest.fixture(params=BOTH)
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database in which there is nothing yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "archive.db")
    else:
        with schema() as address:
            yield address


@pytest.fixture(scope="session", params=BOTH)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an archive that was made once, since that takes a while."""
    if request.param == "sqlite":
        path = str(tmp_path_factory.mktemp("archive") / "made.db")
        Archive(path).close()
        yield path
    else:
        with schema() as address:
            Archive(address).close()
            yield address


@pytest.fixture
def url(made: str, tmp_path: Path) -> str:
    """The address of an empty archive."""
    if "://" not in made:
        return str(shutil.copy(made, tmp_path / "archive.db"))
    engine = create_engine(made.replace("postgresql:", "postgresql+psycopg:", 1))
    tables = [t.name for t in reversed(Table.metadata.sorted_tables)]
    tables.remove("archive_settings")
    with engine.begin() as connection:
        # With few rows this is far quicker than TRUNCATE.
        for table in ("archive_index", *tables):
            connection.execute(text(f"DELETE FROM {table}"))
    engine.dispose()
    return made


@pytest.fixture
def archive(url: str) -> Iterator[Archive]:
    """An empty archive."""
    with Archive(url) as made:
        yield made


def actor(name: str, kind: str = "person", **more: Any) -> dict[str, Any]:
    """An actor of a Record, besides those who are quoted."""
    return {"name": name, "kind": kind, **more}


def record(
    words: str,
    *actors: dict[str, Any],
    acts: tuple[str | None, ...] = (),
    stances: tuple[tuple[int, str, int], ...] = (),
    topics: tuple[tuple[str, ...], ...] = (),
    events: tuple[dict[str, Any], ...] = (),
    version: str = "1",
    **document: Any,
) -> Record:
    """A Record in which whoever stands behind “…” said is the speaker of it.

    :param acts: of the quotations, in their order; `topics` likewise.
    :param stances: number of the quotation from 0, name of the target, polarity.
    """
    quoted = list(_QUOTED.finditer(words))
    told = {made["name"]: made for made in actors}
    for match in quoted:
        told.setdefault(match[2], actor(match[2]))
    made = {}
    for number, (name, about) in enumerate(told.items(), start=1):
        mentions = tuple(m.span() for m in re.finditer(re.escape(name), words))
        forms = ("name",) * len(mentions)
        made[name] = Actor(id=f"p{number}", mentions=mentions, forms=forms, **about)
    attributions, statements = [], []
    for number, match in enumerate(quoted):
        said = words.index("said", match.end(1))
        attributions.append(
            Attribution(
                id=f"a{number + 1}", source=(match.span(2),), cue=((said, said + 4),),
                content=(match.span(1),), type="direct", speaker=made[match[2]].id, confidence=0.9,
            )
        )  # fmt: skip
        held = tuple(
            Stance(target=made[name].id, polarity=polarity, evidence=(match.span(1),))
            for at, name, polarity in stances
            if at == number
        )
        statements.append(
            Statement(
                id=f"s{number + 1}", attribution=f"a{number + 1}", stances=held,
                act=acts[number] if number < len(acts) else None,
                topics=topics[number] if number < len(topics) else (),
            )
        )  # fmt: skip
    happened = [
        Event(
            id=f"e{number}", type=e["type"], mode="verbal", modality="occurred", score=e["score"],
            sources=tuple(made[name].id for name in e.get("sources", ())),
            targets=tuple(made[name].id for name in e.get("targets", ())),
            span=((0, len(words)),), attribution=e.get("attribution"),
        )
        for number, e in enumerate(events, start=1)
    ]  # fmt: skip
    return Record(
        document=Document(text=words, **{"name": "a.txt", **document}),
        actors=tuple(made.values()), attributions=tuple(attributions),
        statements=tuple(statements), events=tuple(happened),
        engine=Engine(version=version, model="sha256:0"),
    )  # fmt: skip


def entry(made: Record, address: str, data: bytes | None = None, **more: Any) -> Entry:
    """An entry of a Record whose text was had from an address."""
    data = made.text.encode() if data is None else data
    origin = Origin(place=address, address=address, data=data, media="text/plain", **more)
    return Entry(document=made.document, record=made, origin=origin)


Maker = Callable[..., Record]

KESTRIA = actor("Kestria", "state")
OSSEL = actor("Ossel", "state", country="LU")

#: Two days of talks between two states that do not exist.
MONDAY = record(
    "Talks in Velmar\n\nOssel and Kestria met on Monday.\n"
    "“The negotiations on the strait are over,” said Ana Quill.\n"
    "“We thank Ossel for its patience,” said Ruben Harnes.\n",
    KESTRIA, OSSEL, acts=("refuse", "thank"), topics=(("the strait",), ()),
    stances=((0, "Kestria", -1), (1, "Ossel", 1)),
    name="monday.txt", title="Talks in Velmar", publisher="The Velmar Courier",
    url="https://courier.example/monday", date="2031-03-03",
    events=({"type": "CONSULT", "score": 1.0, "sources": ("Ossel",), "targets": ("Kestria",)},),
)  # fmt: skip
FRIDAY = record(
    "“Nobody will negotiate about a lighthouse,” said Ana Quill.\n"
    "“Fishing dues are negotiable, lighthouses are not negotiable,” said Ruben Harnes.\n",
    KESTRIA, acts=("refuse", "offer"), topics=(("lighthouse",), ("fishing dues",)),
    name="friday.txt", publisher="Ministry of Ossel", date="2031-04-11",
)  # fmt: skip
