"""Throttle: attempts are counted first, few passwords are looked at at once, proxies are named."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request

from memcon.web.accounts import passwords, throttle
from memcon.web.accounts.callers import caller_of, shared
from memcon.web.configuration import Configuration
from memcon.web.desk import Desk
from memcon.web.errors import BusyError, ServeError
from memcon.web.serving import checked_proxies
from tests.archive.conftest import BOTH
from tests.web.conftest import form
from tests.web.people import PASSWORD, add_people, guarded, sign_in

DATABASES = BOTH
WRONG = "a wrong one!"


@pytest.fixture
def server(web_db: Path) -> Iterator[Any]:
    """A client of a server for others."""
    add_people(web_db)
    with guarded(web_db) as made:
        yield made


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No password takes long to be found wrong."""
    monkeypatch.setattr("memcon.web.pages.signing.fits", lambda kept, given: given == PASSWORD)
    monkeypatch.setattr("memcon.web.pages.settings.fits", lambda kept, given: given == PASSWORD)


def test_of_many_guesses_at_once_five_are_tried(web_db: Path | str) -> None:
    desk = Desk(Configuration(db=web_db))

    def attempt(_: int) -> bool:
        try:
            desk.database.write(lambda s: throttle.count(s, throttle.of_sign_in("amal", "::1")))
        except throttle.TooManyError:
            return False
        return True

    with ThreadPoolExecutor(8) as guessing:
        tried = list(guessing.map(attempt, range(20)))
    desk.close()
    assert sum(tried) == throttle.OF_NAME


def test_who_signs_in_is_not_counted(server: Any, quick: None) -> None:
    answers = [sign_in(server, "amal").status_code for _ in range(throttle.OF_ADDRESS + 2)]
    assert set(answers) == {303}


def test_a_made_up_forwarded_address_gains_nothing(server: Any, quick: None) -> None:
    names = [f"nobody {n}" for n in range(throttle.OF_ADDRESS)]
    for n, name in enumerate(names):
        sent = {"x-forwarded-for": f"192.0.2.{n}"}
        assert sign_in(server, name, WRONG, headers=sent).status_code == 401
    answer = sign_in(server, "another", WRONG, headers={"x-forwarded-for": "192.0.2.99"})
    assert answer.status_code == 429 and int(answer.headers["retry-after"]) > 0


def test_changing_the_password_waits_too(server: Any, quick: None) -> None:
    sign_in(server, "amal")
    change = {"old": WRONG, "new": "another lamp altogether"}
    answers = [
        server.post("/settings/password", data=form(server, **change)).status_code
        for _ in range(throttle.OF_NAME + 3)
    ]
    assert answers == [422] * throttle.OF_NAME + [429] * 3
    # Who has taken a browser over does not lock its owner out.
    assert sign_in(server, "amal").status_code == 303


def test_two_passwords_are_looked_at_at_once_and_few_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    going, entered = threading.Event(), threading.Semaphore(0)
    at_once: list[int] = []
    lock, inside = threading.Lock(), [0]

    class Slow:
        def verify(self, kept: str, password: str) -> bool:
            with lock:
                inside[0] += 1
                at_once.append(inside[0])
            entered.release()
            assert going.wait(60)
            with lock:
                inside[0] -= 1
            return True

    monkeypatch.setattr(passwords, "PasswordHasher", Slow)
    places = passwords._AT_ONCE + passwords._WAITING
    # A place that is taken shows in the semaphore before the hash has its turn.
    taken = threading.Semaphore(0)
    real = passwords._places

    class Counted:
        def acquire(self, blocking: bool = True) -> bool:
            got = real.acquire(blocking=blocking)
            if got:
                taken.release()
            return got

        def release(self) -> None:
            real.release()

    monkeypatch.setattr(passwords, "_places", Counted())
    with ThreadPoolExecutor(places) as signing:
        found = [signing.submit(passwords.fits, "kept", "given") for _ in range(places)]
        for _ in range(places):
            assert taken.acquire(timeout=60)
        for _ in range(passwords._AT_ONCE):
            assert entered.acquire(timeout=60)
        with pytest.raises(BusyError):
            passwords.fits("kept", "given")
        going.set()
        assert all(f.result(60) for f in found)
    assert max(at_once) <= passwords._AT_ONCE


def asking(peer: str, *forwarded: str) -> Request:
    headers = [(b"x-forwarded-for", line.encode()) for line in forwarded]
    return Request({"type": "http", "client": (peer, 1), "headers": headers})


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "caller"),
    [
        ("127.0.0.1", ["192.0.2.1"], [], "127.0.0.1"),
        ("127.0.0.1", ["192.0.2.1"], ["127.0.0.1"], "192.0.2.1"),
        ("127.0.0.1", ["192.0.2.9, 192.0.2.1"], ["127.0.0.1"], "192.0.2.1"),
        ("127.0.0.1", ["192.0.2.9", "192.0.2.1"], ["127.0.0.1"], "192.0.2.1"),
        ("127.0.0.1", ["192.0.2.1, 10.0.0.7"], ["127.0.0.1", "10.0.0.0/24"], "192.0.2.1"),
        ("192.0.2.7", ["192.0.2.1"], ["127.0.0.1"], "192.0.2.7"),
        ("127.0.0.1", ["nonsense"], ["127.0.0.1"], "127.0.0.1"),
        ("127.0.0.1", ["192.0.2.1:4000"], ["127.0.0.1"], "192.0.2.1"),
        ("::1", ["[2001:db8::5]:4000"], ["::1"], "2001:db8::5"),
        ("::ffff:127.0.0.1", ["192.0.2.1"], ["127.0.0.1"], "192.0.2.1"),
        ("testclient", ["192.0.2.1"], ["127.0.0.1"], "testclient"),
    ],
)
def test_who_asks(peer: str, forwarded: list[str], proxies: list[str], caller: str) -> None:
    assert caller_of(asking(peer, *forwarded), proxies) == caller


def test_a_whole_network_is_one_caller() -> None:
    assert shared("2001:db8::5") == shared("2001:db8::6") != shared("2001:db8:0:1::5")
    assert shared("192.0.2.1") != shared("192.0.2.2")


def test_a_proxy_is_an_address() -> None:
    assert checked_proxies(("127.0.0.1", "10.0.0.0/24")) == ("127.0.0.1", "10.0.0.0/24")
    with pytest.raises(ServeError, match="no address"):
        checked_proxies(("proxy.example",))


def test_a_clock_that_was_set_back_locks_nobody_out(web_db: Path | str) -> None:
    desk = Desk(Configuration(db=web_db))
    under = throttle.of_change(1)
    ahead = datetime.now(UTC) + timedelta(hours=1)
    for _ in range(20):
        with contextlib.suppress(throttle.TooManyError):
            desk.database.write(lambda s: throttle.count(s, under, ahead))
    with pytest.raises(throttle.TooManyError):
        desk.database.write(lambda s: throttle.count(s, under, ahead))
    assert desk.database.write(lambda s: throttle.count(s, under))
    desk.close()
