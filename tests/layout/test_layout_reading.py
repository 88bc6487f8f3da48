"""The same text in other clothes says the same, each line cited in the document's own characters."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

import memcon
from memcon.record import Record

TALKS = """\
TALVIK, 3 May 2027 – Foreign Minister Ludovic Harnes met President Dara Quill in Talvik on Monday.

Harnes said that Ossel would not renew the agreement on dues unless the bridge was repaired by \
the summer. “We will not sign a paper that nobody has read,” he told reporters.

Quill condemned the attack on the lighthouse and called for an inquiry.
"""
CLOTHES: dict[str, Callable[[str], str]] = {
    "wrapped": lambda text: "\n".join(textwrap.fill(line, 60) for line in text.split("\n")),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CRLF, wrapped": lambda text: CLOTHES["wrapped"](text).replace("\n", "\r\n"),
    "byte-order mark": lambda text: "\ufeff" + text,
    "doubled spaces": lambda text: text.replace(". ", ".  "),
    "no-break spaces": lambda text: text.replace("3 May", "3\u00a0May"),
    "soft hyphens": lambda text: text.replace("agreement", "agree\u00adment"),
}


def told(record: Record) -> list[tuple[str, str | None, str]]:
    """Attributions, the words without white space and soft hyphens."""
    out = []
    for a in record.attributions:
        words = "".join(record.words(a.content).replace("\u00ad", "").split())
        actor = record.actor(a.speaker)
        out.append((words, actor and actor.name, a.type))
    return out


@pytest.mark.parametrize("name", CLOTHES)
def test_the_same_is_told(name: str) -> None:
    plain, dressed = memcon.read(TALKS), memcon.read(CLOTHES[name](TALKS))
    assert told(dressed) == told(plain) and len(told(plain)) >= 4
    assert dressed.text == CLOTHES[name](TALKS)
    assert dressed.meeting.date == plain.meeting.date == "2027-05-03"
    assert [len(a.mentions) for a in dressed.actors] == [len(a.mentions) for a in plain.actors]
