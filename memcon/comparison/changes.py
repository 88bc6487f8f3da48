"""Changes: what is otherwise where two accounts say the like.

Each is found by the same rule in every account, and only what the words themselves show is told: an
act by the word that shows it, a hedge, a condition, a number. Nothing says which account is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from memcon.comparison.account import Account
from memcon.comparison.actors import Cast
from memcon.comparison.calendar import agree
from memcon.comparison.counted import shown
from memcon.comparison.hedges import find_hedges
from memcon.comparison.limits import conditions_of, exceptions_of
from memcon.comparison.model import Change, ChangeName, Told
from memcon.comparison.numbers import Quantity
from memcon.comparison.strength import PLAIN
from memcon.comparison.topics import content_stems
from memcon.comparison.units import Unit
from memcon.meeting.dates import read_day, resolve
from memcon.meeting.datewords import find_date_words
from memcon.record import Attribution, Record, Span, Spans, Statement
from memcon.spans import overlap
from memcon.statements.inflection import forms_of

#: Of the fewer words of two conditions, so many have to be in the other for them to be one.
_SHARED = 0.5
#: Verbs that say of something that it is not to be.
_STOPPING = {
    form
    for base in (
        "refrain", "avoid", "stop", "end", "halt", "cease", "prevent", "reject", "refuse", "decline",
        "abstain", "deny", "lack", "prohibit",
    )
    for form in forms_of(base)
}  # fmt: skip
#: Letters by which two forms of a verb are told to be one.
_ROOT = 6
#: Acts that negate by themselves: “refused to sign” is “will not sign”.
_NEGATIVE = frozenset({"refuse", "deny", "oppose", "condemn", "criticise", "doubt"})


@dataclass(frozen=True)
class Side:
    """What one account says in a pair: its units, which may be several."""

    account: Account
    units: tuple[Unit, ...]

    @property
    def spans(self) -> Spans:
        """The words of all units."""
        return tuple(sorted(span for unit in self.units for span in unit.spans))

    def statements(self) -> Iterator[tuple[Statement, Attribution]]:
        """All statements with their attributions."""
        for unit in self.units:
            yield from zip(unit.statements, unit.attributions, strict=True)

    def told(self, text: str, normal: str, span: Span | None) -> Told:
        """Words of this side."""
        return Told(account=self.account.number, text=text, normal=normal, span=span)


def find_changes(
    accounts: Sequence[Account], groups: Sequence[tuple[int, ...]], people: Cast
) -> tuple[Change, ...]:
    """What is otherwise in the members of one group.

    :param groups: numbers of units, one tuple an account, the one that matters most first.
    """
    sides = [
        Side(account, tuple(account.units[n] for n in group)) if group else None
        for account, group in zip(accounts, groups, strict=True)
    ]
    if any(side and any(unit.frame for unit in side.units) for side in sides):
        return ()
    return tuple(
        chain(
            _actors(sides, people),
            _acts(sides),
            _forms(sides),
            _stances(sides, people),
            _negations(sides),
            _hedges(sides),
            _limits(sides, "condition", conditions_of),
            _limits(sides, "exception", exceptions_of),
            _numbers(sides),
            _dates(sides),
        )
    )


def _change(kind: ChangeName, values: Sequence[Told | None], target: str | None = None) -> Change:
    return Change(change=kind, values=tuple(values), target=target)


def _actors(sides: Sequence[Side | None], people: Cast) -> Iterator[Change]:
    for kind in ("speaker", "addressee"):
        values: list[Told | None] = []
        numbers: list[set[int]] = []
        for side in sides:
            found = _numbered(side, kind, people) if side else {}
            values.append(next(iter(found.values()), None))
            if found:
                numbers.append(set(found))
        if len(numbers) > 1 and not _same_people(numbers, people):
            name: ChangeName = "speaker" if kind == "speaker" else "addressee"
            yield _change(name, values)


def _numbered(side: Side, kind: str, people: Cast) -> dict[int, Told]:
    """Who speaks or is spoken to, by their numbers in the cast."""
    out: dict[int, Told] = {}
    for unit in side.units:
        for n in unit.chain:
            attribution = unit.attributions[n]
            id = attribution.speaker if kind == "speaker" else attribution.addressee
            number = people.of(side.account.number, id)
            actor = side.account.actors.get(id or "")
            if number is None or actor is None or actor.kind == "population":
                continue
            span = (attribution.source if kind == "speaker" else ()) or actor.mentions[:1]
            words = side.account.text(span[0]) if kind == "speaker" else people.names[number]
            out.setdefault(number, side.told(words, people.names[number], span[0]))
    return out


def _same_people(numbers: Sequence[set[int]], people: Cast) -> bool:
    """Whether nobody is named in whose stead another account has somebody else."""
    first, *rest = numbers
    for other in rest:
        if first & other or any(people.akin(a, b) for a in first for b in other):
            continue
        # Whom the reading took for a state, a body or the press need not be another.
        if not all(people.kinds[n] == "person" and n in people.parties for n in first | other):
            continue
        return False
    return True


def _acts(sides: Sequence[Side | None]) -> Iterator[Change]:
    values = [_act(side) if side else None for side in sides]
    told = [value for value in values if value]
    names = {value.normal for value in told}
    if len(names) > 1 and not names <= PLAIN and not _said_too(sides, told):
        yield _change("act", values)


def _said_too(sides: Sequence[Side | None], told: Sequence[Told]) -> bool:
    """Whether who only “says” does so with the other's word: “she welcomed”, “said she welcomed”."""
    telling = {w[:_ROOT] for v in told if v.normal not in PLAIN for w in _low(v.text) if len(w) > 3}
    by_account = {side.account.number: side for side in sides if side}
    plain = [by_account[value.account] for value in told if value.normal in PLAIN]
    return bool(plain) and all(
        telling & {w[:_ROOT] for s in side.spans for w in _low(side.account.text(s))}
        for side in plain
    )


def _low(text: str) -> list[str]:
    return [word.strip(',.;:“”"').casefold() for word in text.split()]


def _act(side: Side) -> Told | None:
    """The most telling act of a side: the first that does more than say."""
    best: Told | None = None
    for unit in side.units:
        for n in unit.chain:
            statement, attribution = unit.statements[n], unit.attributions[n]
            span = (*statement.act_evidence, *attribution.cue)[:1]
            if statement.act is None or not span:
                continue
            told = side.told(_with_rest(side.account, attribution, span[0]), statement.act, span[0])
            if statement.act not in PLAIN:
                return told
            best = best or told
    return best


def _with_rest(account: Account, attribution: Attribution, span: Span) -> str:
    """The whole cue in which the word of the act stands: “called for”, not “called”."""
    cue = " ".join(account.record.words(attribution.cue).split())
    if overlap((span,), attribution.cue) or not cue:
        return cue or account.text(span)
    return f"{cue} … {account.text(span)}"


def _forms(sides: Sequence[Side | None]) -> Iterator[Change]:
    values: list[Told | None] = []
    quoted = set()
    for side in sides:
        if side is None:
            values.append(None)
            continue
        types = [unit.attributions[n].type for unit in side.units for n in unit.chain]
        normal = "direct" if "direct" in types else "mixed" if "mixed" in types else "indirect"
        quoted.add(normal != "indirect")
        values.append(side.told(normal, normal, side.spans[0]))
    if len(quoted) > 1:
        yield _change("form", values)


def _stances(sides: Sequence[Side | None], people: Cast) -> Iterator[Change]:
    found: list[dict[int, Told]] = []
    for side in sides:
        row: dict[int, Told] = {}
        for statement, _ in side.statements() if side else ():
            assert side is not None
            for stance in statement.stances:
                number = people.of(side.account.number, stance.target)
                if number is not None and stance.polarity:
                    text = side.account.record.words(stance.evidence)
                    span = stance.evidence[0] if stance.evidence else None
                    row.setdefault(number, side.told(text, f"{stance.polarity:+d}", span))
        found.append(row)
    for number in sorted({n for row in found for n in row}):
        values = [row.get(number) for row in found]
        if len({value.normal for value in values if value}) > 1:
            yield _change("stance", values, people.names[number])


def _negations(sides: Sequence[Side | None]) -> Iterator[Change]:
    """A negation in one alone, where each says one thing and no act negates by itself."""
    if any(side and len(side.units) != 1 for side in sides):
        return
    values: list[Told | None] = []
    signs = set()
    for side in sides:
        if side is None:
            values.append(None)
            continue
        # What is negated in a condition or an exception is not the statement.
        limits = [s for st, _ in side.statements() for s in (*st.conditions, *st.exceptions)]
        spans = {
            s for st, _ in side.statements() for s in st.negations if not overlap((s,), limits)
        }
        acts = {st.act for st, _ in side.statements()}
        words = sorted(spans)
        text = {w for s in side.spans for w in _low(side.account.text(s))}
        odd = (len(words) + len(acts & _NEGATIVE) + len(text & _STOPPING)) % 2
        signs.add(odd)
        values.append(side.told(side.account.text(words[0]), "not", words[0]) if words else None)
    if len(signs) > 1 and any(values):
        yield _change("negation", values)


def _hedges(sides: Sequence[Side | None]) -> Iterator[Change]:
    rows: list[dict[str, Span]] = []
    for side in sides:
        found: dict[str, Span] = {}
        for unit in side.units if side else ():
            assert side is not None
            spans = tuple(sorted({*unit.spans, *(c for a in unit.attributions for c in a.cue)}))
            for hedge in find_hedges(side.account.reading, spans):
                found.setdefault(hedge.normal, hedge.span)
            for quantity in side.account.quantities_of(unit):
                if quantity.bound:
                    # Only the words of the bound, without the number.
                    words = quantity.words.removesuffix(
                        side.account.text((quantity.span[0], quantity.span[1]))
                    )
                    bound = words or quantity.words
                    found.setdefault(_bound_words(bound, quantity), quantity.span)
        rows.append(found)
    present = [row for row, side in zip(rows, sides, strict=True) if side]
    shared = set.intersection(*(set(row) for row in present)) if present else set()
    values: list[Told | None] = []
    for row, side in zip(rows, sides, strict=True):
        own = [(span, words) for words, span in row.items() if words not in shared]
        if side is None or not own:
            values.append(None)
            continue
        own.sort()
        text = ", ".join(words for _, words in own)
        values.append(side.told(text, text, own[0][0]))
    if any(values):
        yield _change("hedge", values)


def _bound_words(words: str, quantity: Quantity) -> str:
    """“About” of “about 25 million dollars”."""
    cut = len(words) - len(quantity.noun)
    for end in range(len(words), 0, -1):
        if quantity.noun.startswith(words[end - 1 :]) and words[: end - 1].endswith(" "):
            return words[: end - 1].strip().casefold()
    return words[: max(cut, 0)].strip().casefold() or words.casefold()


def _limits(
    sides: Sequence[Side | None],
    kind: ChangeName,
    of: Callable[[Record, Unit], list[Span]],
) -> Iterator[Change]:
    """Conditions or exceptions that not all have."""
    rows = [
        [s for unit in side.units for s in of(side.account.record, unit)] if side else []
        for side in sides
    ]
    seen: list[set[Span]] = [set() for _ in sides]
    for n, row in enumerate(rows):
        for span in row:
            side = sides[n]
            if span in seen[n] or side is None:
                continue
            seen[n].add(span)
            values: list[Told | None] = [None] * len(sides)
            values[n] = _told_of(side, span)
            for m, others in enumerate(rows):
                other = sides[m]
                if m > n and other is not None:
                    match = next(
                        (o for o in others if o not in seen[m] and _like(side, span, other, o)),
                        None,
                    )
                    if match:
                        seen[m].add(match)
                        values[m] = _told_of(other, match)
            if any(value is None and other for value, other in zip(values, sides, strict=True)):
                yield _change(kind, values)


def _told_of(side: Side, span: Span) -> Told:
    text = side.account.text(span)
    return side.told(text, text.casefold(), span)


def _like(side: Side, span: Span, other: Side, match: Span) -> bool:
    left = content_stems(side.account.text(span).split())
    right = content_stems(other.account.text(match).split())
    return len(left & right) >= _SHARED * max(min(len(left), len(right)), 1)


def _numbers(sides: Sequence[Side | None]) -> Iterator[Change]:
    rows = [
        {q.normal: q for unit in side.units for q in side.account.quantities_of(unit)}
        if side else {}
        for side in sides
    ]  # fmt: skip
    present = [row for row, side in zip(rows, sides, strict=True) if side]
    shared = set.intersection(*(set(row) for row in present)) if present else set()
    left = [[q for normal, q in row.items() if normal not in shared] for row in rows]
    values_shared = (
        set.intersection(*({q.value for q in row.values()} for row in present))
        if present
        else set()
    )
    left = [[q for q in row if q.value not in values_shared] for row in left]
    units = list(dict.fromkeys(q.unit for row in left for q in row))
    for unit in units:
        values: list[Told | None] = []
        for row, side in zip(left, sides, strict=True):
            quantity = next((q for q in row if q.unit == unit), None)
            values.append(
                side.told(shown(side.account, quantity), quantity.normal, quantity.span)
                if side and quantity else None
            )  # fmt: skip
        yield _change("number", values)


def _dates(sides: Sequence[Side | None]) -> Iterator[Change]:
    rows: list[list[tuple[str, Span]]] = []
    for side in sides:
        found = []
        if side:
            today = read_day(side.account.record.document.date)
            for span in side.spans:
                found += _dated(side.account, span, today)
        rows.append(found)
    values: list[Told | None] = []
    for n, (row, side) in enumerate(zip(rows, sides, strict=True)):
        others = [value for m, other in enumerate(rows) if m != n for value, _ in other]
        own = [(v, s) for v, s in row if not any(_one_time(v, other) for other in others)]
        # “The agreement of 2021” has no date word, but the year all the same.
        own = [(v, s) for v, s in own if side and not _has(sides, n, side.account.text(s))]
        told = (
            side.told(side.account.text(own[0][1]), own[0][0], own[0][1]) if side and own else None
        )
        values.append(told)
    if sum(value is not None for value in values) > 1 or (
        any(values) and any(side and not row for side, row in zip(sides, rows, strict=True))
    ):
        yield _change("date", values)


def _has(sides: Sequence[Side | None], number: int, words: str) -> bool:
    """Whether every other side has the telling words of a date."""
    telling = [w for w in _low(words) if w[:1].isdigit() or w in _MONTHS]
    others = [side for n, side in enumerate(sides) if side and n != number]
    return bool(telling) and all(
        set(telling) <= {w for s in side.spans for w in _low(side.account.text(s))}
        for side in others
    )


_MONTHS = {"january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december"}  # fmt: skip


def _dated(account: Account, span: Span, today: date | None) -> list[tuple[str, Span]]:
    out = []
    for words in find_date_words(account.record.text, *span):
        value = resolve(words, today, future=True) if words.grain != "vague" else None
        if value:
            out.append((value, words.span))
    for match in _SEASON.finditer(account.record.text, *span):
        if not overlap((match.span(),), [s for _, s in out]):
            out.append((_VAGUE + match["when"].casefold(), match.span()))
    return sorted(out, key=lambda found: found[1])


def _one_time(one: str, other: str) -> bool:
    """Whether two times do not contradict one another: two seasons do, a season and a day need not."""
    if one.startswith(_VAGUE) and other.startswith(_VAGUE):
        return one == other
    return one.startswith(_VAGUE) or other.startswith(_VAGUE) or agree(one, other)


#: Marks a time that no calendar gives days for.
_VAGUE = "~"
_SEASON = re.compile(
    r"\b(?:(?:by|before|until|in|this|next|last|early|late|mid|the)[\s-]+)*"
    r"(?P<when>spring|summer|autumn|winter|end\s+of\s+(?:the|this|next)\s+(?:year|month|week))\b",
    re.I,
)
