"""Units: the statements that are compared as one, each with those nested in it.

“He noted that his country is prepared to resume talks” holds two statements, his and his country's,
but says one thing. A statement by a spokesperson that holds the whole readout says no one thing: it
is a frame, and what is directly in it is compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from memcon.record import Attribution, Record, Spans, Statement
from memcon.spans import merge

#: What holds so many statements of others, over more than one sentence, is a frame.
_OF_A_FRAME = 2
_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*\s")
_OPENING, _CLOSING = "“\"«„‘'", "”\"»“’'"
#: A nested statement that is this share of the words says what the outer one says.
_CARRIES = 0.5


@dataclass(frozen=True)
class Unit:
    """Statements of one account that say one thing: an outer one first, then those nested in it.

    :param account: number of the account.
    :param frame: whether it holds the account as a whole; `spans` are then those of its words that
        are in no other unit.
    """

    account: int
    attributions: tuple[Attribution, ...]
    statements: tuple[Statement, ...]
    spans: Spans
    frame: bool = False

    @property
    def root(self) -> Attribution:
        """The outermost attribution."""
        return self.attributions[0]

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the statements, the outer one first."""
        return tuple(s.id for s in self.statements)

    @property
    def start(self) -> int:
        """First character of what is said, or of who says it if that comes first."""
        return min(a for part in (self.root.source, self.root.cue, self.spans) for a, _ in part)

    @cached_property
    def chain(self) -> tuple[int, ...]:
        """Numbers of the attributions that say the whole of it: “A says that B warned of …”."""
        out = [0]
        while True:
            outer = self.attributions[out[-1]]
            for number, inner in enumerate(self.attributions):
                held = _length(merge((*inner.source, *inner.cue, *inner.content)))
                if inner.parent == outer.id and held >= _CARRIES * _length(outer.content):
                    out.append(number)
                    break
            else:
                return tuple(out)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Ids of the actors along the chain, the outer one first."""
        found = (self.attributions[n].speaker for n in self.chain)
        return tuple(dict.fromkeys(s for s in found if s))


def units(record: Record, account: int) -> tuple[Unit, ...]:
    """The units of an account, in the order of the text; every statement is in exactly one."""
    statements = {s.attribution: s for s in record.statements}
    children: defaultdict[str | None, list[Attribution]] = defaultdict(list)
    for attribution in record.attributions:
        if attribution.id in statements:
            children[attribution.parent].append(attribution)
    found = list(_below(None, children, statements, record, account))
    # An attribution whose parent has no statement would hang on nothing.
    seen = {a.id for unit in found for a in unit.attributions}
    for attribution in record.attributions:
        if attribution.id in statements and attribution.id not in seen:
            found.append(_unit(attribution, children, statements, account))
            seen |= {a.id for a in found[-1].attributions}
    found = _folded(_limited(found, record))
    return tuple(sorted(found, key=lambda u: (u.start, u.root.content, u.root.id)))


def _limited(found: list[Unit], record: Record) -> list[Unit]:
    """A condition right behind the words of a unit is a part of it, not a statement by itself."""
    from memcon.comparison.limits import behind

    limits = [(u, span) for u in found if (span := behind(record, u)) is not None]
    out = list(found)
    for unit in found:
        for holder, (start, end) in limits:
            inside = unit.spans and start <= unit.spans[0][0] and unit.spans[-1][1] <= end
            if inside and unit is not holder and unit in out and holder in out and not unit.frame:
                out.remove(unit)
                whole = Unit(
                    holder.account,
                    (*holder.attributions, *unit.attributions),
                    (*holder.statements, *unit.statements),
                    (*holder.spans[:-1], (holder.spans[-1][0], max(end, holder.spans[-1][1]))),
                )
                out[out.index(holder)] = whole
                break
    return out


def _folded(found: list[Unit]) -> list[Unit]:
    """A unit all of whose words another says too is a part of that, though not nested in it."""
    out = [unit for unit in found if unit.frame]
    rest = sorted((u for u in found if not u.frame), key=lambda u: -_length(u.spans))
    kept: list[Unit] = []
    for unit in rest:
        holders = (k for k, u in enumerate(kept) if not _without(unit.spans, u.spans))
        place = next(holders, None)
        if place is None or unit.spans == kept[place].spans:
            kept.append(unit)
        else:
            holder = kept[place]
            kept[place] = Unit(
                holder.account,
                (*holder.attributions, *unit.attributions),
                (*holder.statements, *unit.statements),
                holder.spans,
            )
    return [*out, *kept]


def _below(
    parent: str | None,
    children: dict[str | None, list[Attribution]],
    statements: dict[str, Statement],
    record: Record,
    account: int,
) -> Iterator[Unit]:
    for attribution in children[parent]:
        if _is_frame(attribution, children[attribution.id], record):
            inner = list(_below(attribution.id, children, statements, record, account))
            held = [s for u in inner for part in (u.root.source, u.root.cue, u.spans) for s in part]
            yield Unit(
                account,
                (attribution,),
                (statements[attribution.id],),
                _without(attribution.content, merge(held, record.text)) or attribution.content,
                frame=True,
            )
            yield from inner
        else:
            yield _unit(attribution, children, statements, account)


def _unit(
    root: Attribution,
    children: dict[str | None, list[Attribution]],
    statements: dict[str, Statement],
    account: int,
) -> Unit:
    inside, waiting = [], [root]
    while waiting:
        attribution = waiting.pop(0)
        inside.append(attribution)
        waiting[:0] = sorted(children[attribution.id], key=lambda a: (a.content, a.id))
    return Unit(account, tuple(inside), tuple(statements[a.id] for a in inside), root.content)


def _is_frame(attribution: Attribution, inner: list[Attribution], record: Record) -> bool:
    others = [a for a in inner if a.speaker != attribution.speaker]
    if len(others) < _OF_A_FRAME:
        return False
    start, end = attribution.content[0][0], attribution.content[-1][1]
    # A quotation in marks is somebody's own words, however many it quotes in turn.
    if record.text[start] in _OPENING and record.text[end - 1] in _CLOSING:
        return False
    return len(_SENTENCE_END.findall(record.text[start:end].rstrip() + "\n")) > 1


def _length(spans: Spans) -> int:
    return sum(b - a for a, b in spans)


def _without(spans: Spans, held: Spans) -> Spans:
    """What is left of the spans outside of the others."""
    out = []
    for start, end in spans:
        for a, b in held:
            if a < end and start < b:
                if start < a:
                    out.append((start, a))
                start = max(start, b)
        if start < end:
            out.append((start, end))
    return tuple(out)
