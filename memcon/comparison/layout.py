"""Layout: what every view of a comparison shows, in which order, in visible words.

Terminal, Markdown, HTML and CSV are drawn from this one, so that they say the same in the same order.
Aligned statements stand in one row; the rest stands in place between them.
"""

from __future__ import annotations

from dataclasses import dataclass

from memcon.actors.pronouns import ARTICLES
from memcon.comparison.model import Change, ComparedFact, Comparison, Naming, Pair, StatementWords
from memcon.comparison.summary import letters_of
from memcon.record import Span
from memcon.report.visible import line

#: Headings of the parts.
FACTS, SAID, EMPHASIS, WORDS = "Facts", "What is said", "Emphasis", "Names and wording"
#: What stands where an account has nothing.
NOTHING = "–"
#: Names of verdicts and changes as a reader says them.
VERDICTS = {"same": "same", "different": "different", "one": "one alone"}
CHANGES = {
    "speaker": "speaker", "addressee": "addressee", "act": "act", "wording": "wording of the act",
    "form": "quoted or reported",
    "stance": "stance", "negation": "negation", "hedge": "hedge", "condition": "condition",
    "exception": "exception", "number": "number", "date": "date",
}  # fmt: skip
#: A difference of shares from which on emphasis is worth a line even for small topics.
_TOPICS = 8


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an account.

    :param id: of a statement, "" for other words.
    :param head: who says it and by which cue, "" for other words.
    :param note: what is told beside them: the normal form.
    """

    account: int
    text: str
    span: Span | None
    id: str = ""
    head: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is, the words of each account, and what is said of them.

    :param label: kind of fact, or change, or which accounts have it.
    :param notes: changes, each a row of its own in the same columns.
    """

    label: str
    cells: tuple[tuple[Words, ...], ...]
    verdict: str = ""
    likeness: float | None = None
    notes: tuple[Row, ...] = ()


def titles(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Letter, name, and title with date of each account."""
    letters = letters_of(len(comparison.accounts))
    return [
        (letter, line(a.name), " · ".join(line(t) for t in (a.title, a.date) if t))
        for letter, a in zip(letters, comparison.accounts, strict=True)
    ]


def fact_rows(comparison: Comparison) -> list[Row]:
    """A row a fact; those that differ are told as such, and in place."""
    return [_fact(fact) for fact in comparison.facts]


def _fact(fact: ComparedFact) -> Row:
    cells = tuple(
        (Words(value.account, line(value.text), value.span, note=_normal(fact, value.normal)),)
        if value else ()
        for value in fact.values
    )  # fmt: skip
    return Row(fact.fact, cells, VERDICTS[fact.verdict])


def _normal(fact: ComparedFact, normal: str) -> str:
    """The normal form where it tells more than the words: of dates, durations and numbers."""
    return line(normal) if fact.fact in {"date", "duration"} else ""


def said_rows(comparison: Comparison) -> list[Row]:
    """Aligned statements and those of one account alone, where they stand."""
    letters = letters_of(len(comparison.accounts))
    tops = [[s.id for s in each if not s.nested] for each in comparison.statements]
    places = [{id: n / max(len(ids), 1) for n, id in enumerate(ids)} for ids in tops]
    known = [{s.id: s for s in each} for each in comparison.statements]
    rows: list[tuple[float, int, int, Row]] = []
    for number, pair in enumerate(comparison.pairs):
        at = [min((places[n][id] for id in ids if id in places[n]), default=0.0)
              for n, ids in enumerate(pair.members) if ids]  # fmt: skip
        row = _pair(pair, known, letters)
        rows.append((sum(at) / len(at), 0, number, row))
    for n, ids in enumerate(comparison.only):
        for id in ids:
            if id in places[n]:
                cells = [()] * len(letters)
                words = (_statement(n, known[n][id]),)
                row = Row(f"only in {letters[n]}", (*cells[:n], words, *cells[n + 1 :]))
                rows.append((places[n][id], 1, n, row))
    return [row for *_, row in sorted(rows, key=lambda r: r[:3])]


def _pair(pair: Pair, known: list[dict[str, StatementWords]], letters: list[str]) -> Row:
    cells = tuple(
        tuple(_statement(n, known[n][id]) for id in ids if not known[n][id].nested)
        for n, ids in enumerate(pair.members)
    )
    having = [letters[n] for n, ids in enumerate(pair.members) if ids]
    label = "both" if len(letters) == 2 else " ".join(having)
    notes = tuple(_note(change) for change in pair.changes)
    return Row(label, cells, likeness=pair.likeness, notes=notes)


def _note(change: Change) -> Row:
    label = CHANGES[change.change]
    if change.target:
        label += f" towards {line(change.target)}"
    cells = tuple(
        (Words(value.account, _told(change, value.account, value.text, value.normal), value.span),)
        if value
        else ()
        for value in change.values
    )
    return Row(label, cells)


def _told(change: Change, account: int, text: str, normal: str) -> str:
    text = line(text)
    if change.stronger is not None:
        text += " (stronger)" if account == change.stronger else ""
    return f"{normal} {text}".strip() if change.change == "stance" else text


def _statement(account: int, said: StatementWords) -> Words:
    head = line(said.speaker or "No speaker named")
    cue = line(said.cue)
    # The colon of a headline or a label is no word.
    cue = cue if any(c.isalnum() for c in cue) else ""
    span = (said.spans[0][0], said.spans[-1][1]) if said.spans else None
    return Words(account, line(said.text), span, line(said.id), f"{head}, {cue}" if cue else head)


def shares(comparison: Comparison) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Speakers and topics with the share of words that each account gives them, and their order."""
    parts = (
        ("Speaker", comparison.emphasis.speakers),
        ("Topic", comparison.emphasis.topics[:_TOPICS]),
    )
    out = []
    for heading, rows in parts:
        lines = []
        for share in rows:
            cells = [
                f"{100 * part:.0f} %, {_nth(place)}" if place else NOTHING
                for part, place in zip(share.shares, share.order, strict=True)
            ]
            lines.append((line(share.name) or "No speaker named", cells))
        if lines:
            out.append((heading, lines))
    return out


def _nth(place: int) -> str:
    ending = "th" if 10 <= place % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def naming_rows(comparison: Comparison) -> list[Row]:
    """How each account names the same, where they do not name it alike."""
    return [_naming(naming) for naming in comparison.words if _differs(naming)]


def _differs(naming: Naming) -> bool:
    told = [frozenset(_bare(name.text) for name in names) for names in naming.names if names]
    return len(set(told)) > 1


def _bare(words: str) -> str:
    """A name without case and article."""
    first, _, rest = words.casefold().partition(" ")
    return rest if first in ARTICLES and rest else words.casefold()


def _naming(naming: Naming) -> Row:
    cells = tuple(
        tuple(
            Words(n, line(name.text), name.span, note=f"{name.count}×" if name.count > 1 else "")
            for name in names
        )
        for n, names in enumerate(naming.names)
    )
    return Row(line(naming.thing), cells)
