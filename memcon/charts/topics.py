"""Topics over time: of how many statements each is a topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from memcon.charts.periods import Period, begin
from memcon.record import Record


@dataclass(frozen=True, slots=True)
class Share:
    """A topic in a period.

    :param period: its first day.
    :param statements: of which it is a topic.
    :param documents: in which they stand.
    """

    period: date
    topic: str
    statements: int
    documents: int


@dataclass(frozen=True, slots=True)
class Topics:
    """The shares of the topics that most statements have, by time and then by topic.

    :param topics: the most frequent first, in the spelling that comes first.
    :param undated: statements with topics in documents without a date.
    """

    period: Period
    shares: tuple[Share, ...]
    topics: tuple[str, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement with its topics.

    :param date: of its document, ISO 8601; None if it is not dated.
    :param text: SHA-256 of the document's text.
    """

    topics: tuple[str, ...]
    date: str | None
    text: str


def topics(records: Iterable[Record], period: Period = "month", count: int = 12) -> Topics:
    """The most frequent topics over time.

    :param count: how many topics at most.
    """
    return topics_of(_spoken(records), period, count)


def topics_of(statements: Iterable[Spoken], period: Period = "month", count: int = 12) -> Topics:
    """The most frequent topics of statements over time; see `topics`."""
    spelt: dict[str, str] = {}
    total: Counter[str] = Counter()
    told: Counter[tuple[date, str]] = Counter()
    documents: dict[tuple[date, str], set[str]] = {}
    undated = 0
    for statement in statements:
        at = begin(statement.date, period)
        undated += at is None and bool(statement.topics)
        for topic in dict.fromkeys(" ".join(t.split()) for t in statement.topics):
            key = topic.casefold()
            spelt.setdefault(key, topic)
            if at is not None:
                total[key] += 1
                told[at, key] += 1
                documents.setdefault((at, key), set()).add(statement.text)
    most = sorted(total, key=lambda key: (-total[key], key))[:count]
    shares = [
        Share(at, spelt[key], number, len(documents[at, key]))
        for (at, key), number in sorted(told.items())
        if key in most
    ]
    return Topics(period, tuple(shares), tuple(spelt[key] for key in most), undated)


def _spoken(records: Iterable[Record]) -> Iterator[Spoken]:
    for record in records:
        about = record.document
        for statement in record.statements:
            yield Spoken(statement.topics, about.date, about.sha256)
