"""Every parameter of every route, with values that nobody means, as each role: never a 500.

Routes, their parameters and the fields of forms are taken from the app and its templates, so that a new
one is tried as soon as it is there. `MEMCON_TEST_ALL=1` tries all of them, otherwise it is a part.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

import memcon.web
from memcon.web.policy import HEADERS
from tests.archive.conftest import BOTH
from tests.web.conftest import form, make_client
from tests.web.people import PASSWORD, add_people, guarded, sign_in
from tests.web.web_records import report

DATABASES = BOTH
DIGEST = report().document.sha256[:12]
ODD = (
    "", "0", "-1", "²", "9" * 30, "1e999", "NaN", "true", "[", "]]", "%", "' OR 1=1 --", "../../etc",
    "\x00", "\ud800", "\u202e", "😀" * 300, "a" * 5_000, "1 999999999", "999999999 1", "1;2;3",
    '{"a": [[[', "*", '"', "-", "2024-99-99", "9999-12-31T23:59:60Z", "http://[x",
)  # fmt: skip
#: What a parameter means that has no value of ours below.
PLAIN = {"digest": DIGEST, "sha256": DIGEST, "place": f"{DIGEST}:185-246", "id": "1", "name": "amal",
         "spans": "185 246", "field": "type", "value": "direct", "text": "Some words, said Ana Quill.",
         "password": PASSWORD, "action": "accept"}  # fmt: skip
#: Whether each is tried by each, which takes some minutes, or a part of them.
ALL = bool(os.environ.get("MEMCON_TEST_ALL"))
FOLDER = Path(memcon.web.__file__).parent


def fields() -> list[str]:
    """Names of the fields that forms send, by the templates and by what reads them."""
    written = "".join(p.read_text("utf-8") for p in FOLDER.rglob("*.j2"))
    read = "".join(p.read_text("utf-8") for p in FOLDER.rglob("*.py"))
    named = re.findall(r'name="([a-z_]+)"', written) + re.findall(r'form, "([a-z_]+)"', read)
    return sorted(set(named) - {"csrf", "viewport", "files"})


def routes(app: Any) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Method, path, parameters in the path and behind it, of every route."""

    def behind(dependant: Any) -> Iterator[str]:
        yield from (p.alias for p in dependant.query_params)
        for other in dependant.dependencies:
            yield from behind(other)

    for included in app.routes:
        for route in getattr(included, "effective_route_contexts", lambda: [])():
            within = re.findall(r"{(\w+)", route.path)
            for method in sorted(route.methods - {"HEAD"}):
                yield method, route.path, within, sorted(set(behind(route.dependant)))


def tried(app: Any) -> Iterator[tuple[str, str, dict[str, str], dict[str, str]]]:
    """Method, path, query and form of every request."""
    for method, path, within, behind in routes(app):
        if path in ("/sign-out", "/settings/password"):
            continue  # Whoever is signed in must stay so.

        def at(values: dict[str, str], path: str = path) -> str:
            told = {**PLAIN, **values}
            return re.sub(
                r"{(\w+)(?::\w+)?}", lambda m: escaped(told.get(m[1], "1")) or "%20", path
            )

        for odd in ODD:
            yield from ((method, at({name: odd}), {}, {}) for name in within)
            yield from ((method, at({}), {name: odd}, {}) for name in behind)
        if method == "POST" and not path.startswith("/api"):
            for name in fields():
                # Not all with all: as many again as there are fields would take minutes.
                for odd in ODD[hash_of(path + name) % 7 :: 7]:
                    yield method, at({}), {}, {**PLAIN, name: odd}


def hash_of(words: str) -> int:
    """A number of the words that is the same in every process."""
    return sum(map(ord, words))


def escaped(value: str) -> str:
    """A value as it stands in an address."""
    return quote(value.encode("utf-8", "surrogatepass"), safe="")


@pytest.mark.parametrize("role", ["nobody", "rita", "amal", "carla", "local"])
def test_no_value_brings_the_app_down(web_db: Path | str, role: str) -> None:
    if role != "local":
        add_people(web_db)
    opened = make_client(web_db) if role == "local" else guarded(web_db)
    wrong = []
    with opened as client:
        if role not in ("local", "nobody"):
            assert sign_in(client, role).status_code == 303
        secret = form(client)
        kept = dict(client.cookies)
        asked = list(tried(client.app))
        # Most by who may do most; others are turned away earlier, by the same code.
        every = 1 if ALL else 4 if role == "carla" else 16
        some = asked[hash_of(role) % every :: every]
        for method, path, query, sent in some:
            client.cookies.clear()
            client.cookies.update(kept)
            url = path + "?" + "&".join(f"{k}={escaped(v)}" for k, v in query.items())
            body = "&".join(f"{k}={escaped(v)}" for k, v in {**sent, **secret}.items())
            answer = client.request(
                method, url.rstrip("?"), content=body.encode() if method == "POST" else None,
                headers={"content-type": "application/x-www-form-urlencoded"} if sent else {},
            )  # fmt: skip
            told = all(answer.headers.get(name) == value for name, value in HEADERS.items())
            if answer.status_code >= 500 or not told:
                wrong.append((answer.status_code, method, url[:200], body[:200] if sent else ""))
    assert len(asked) > 3_000
    assert not wrong, f"{len(wrong)} of {len(some)}: {wrong[:10]}"
