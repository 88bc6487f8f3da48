"""Disagreements: where coders found different things, each with what every one of them has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from memcon.archive.corrections import written
from memcon.record import Attribution, Record
from memcon.report.visible import line
from memcon.spans import Spans
from memcon.web.review.agreement import ROLES, VALUES, coded
from memcon.web.review.pairing import pair


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that two coders have differently.

    :param item: names it, the same as long as the coders' work is: `speaker 140 238 amal beth`.
    :param field: `statement` if one has it and the other not; else the archive's field.
    :param spans: of the statement's content as the engine, or the coder who has it, has it.
    :param values: of each of the two coders, in the form of the archive's corrections; None where
        that coder has no such statement.
    :param shown: the same for people.
    """

    item: str
    field: str
    spans: Spans
    words: str
    coders: tuple[str, str]
    values: tuple[str | None, str | None]
    shown: tuple[str, str]


def disagreements(records: Mapping[str, Record]) -> list[Disagreement]:
    """The disagreements on one text, in its order.

    :param records: of each coder.
    """
    coders = sorted(records)
    out: list[Disagreement] = []
    for i, one in enumerate(coders):
        for other in coders[i + 1 :]:
            both = records[one], records[other]
            for a, b in pair(*both):
                out += _of(both, (one, other), a, b)
    return sorted(out, key=lambda d: (d.spans, d.field))


def _of(
    records: tuple[Record, Record],
    coders: tuple[str, str],
    a: Attribution | None,
    b: Attribution | None,
) -> list[Disagreement]:
    if a is None or b is None:
        having = a or b
        assert having is not None
        record = records[0] if a else records[1]
        values = ("yes" if a else None, "yes" if b else None)
        shown = ("said" if a else "no statement", "said" if b else "no statement")
        return [_made("statement", having, record, coders, values, shown)]
    out = []
    for field in (*ROLES, *VALUES):
        if field in ROLES:
            values = (written(getattr(a, field)), written(getattr(b, field)))
            shown = (line(records[0].words(getattr(a, field))),
                     line(records[1].words(getattr(b, field))))  # fmt: skip
        else:
            values = coded(records[0], a, field), coded(records[1], b, field)
            shown = line(values[0]), line(values[1])
        if values[0] != values[1]:
            out.append(
                _made(
                    field, a, records[0], coders, values, (shown[0] or "none", shown[1] or "none")
                )
            )
    return out


def _made(
    field: str,
    having: Attribution,
    record: Record,
    coders: tuple[str, str],
    values: tuple[str | None, str | None],
    shown: tuple[str, str],
) -> Disagreement:
    item = f"{field} {written(having.content)} {coders[0]} {coders[1]}"
    words = line(record.words(having.content))
    return Disagreement(item, field, having.content, words, coders, values, shown)
