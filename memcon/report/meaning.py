"""What a statement means, in words: its act, what limits it, how its speaker stands to whom.

All words are visible ones, see `memcon.report.visible`, and neutral: the same for every speaker.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from memcon.record import Attribution, Record, Span, Spans, Stance, Statement
from memcon.report.acts import act_in_words, says
from memcon.report.visible import line
from memcon.spans import overlap

#: A stance as a reader says it.
POLARITY = {-1: "negative", 0: "neutral", 1: "positive"}
#: Evidence is quoted to be recognised, not to be read: it is cut there, in code points.
_LONGEST = 60
#: Below this confidence a stance is marked: it is more likely another one.
LOW_STANCE = 0.5
#: Where one sentence of a content ends and another begins.
_SENTENCES = re.compile(r"[.!?][”\"’)\]]*\s+[“\"‘(\[]*[A-Z]")
_MARKER = re.compile(r"(if|unless|until|except)\b[\s:,]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A statement in words.

    :param act: “refused”; "" where the words are only thought or felt, or nothing tells of an act.
    :param limits: “except “for the pilots””, “if “the fog lifts””, “bound by “will pay””.
    :param long: whether it is of several sentences, as a turn of a transcript is. Then an act or a
        limit that one of them has is no heading for all, and stands in the notes.
    :param inner: the act that the words themselves show, in a long one.
    :param stances: “towards Ossel: negative (“no trust”)”; neutral ones are in the table alone.
    :param inserted: what stands in brackets in a quotation.
    :param topics: what it is about.
    """

    act: str = ""
    limits: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    inserted: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    long: bool = False
    inner: str = ""

    @property
    def heading(self) -> str:
        """Act and limits in one line: “refused, except “for the pilots””."""
        return self.act if self.long else ", ".join(filter(None, (self.act, *self.limits)))

    @property
    def notes(self) -> tuple[str, ...]:
        """Stances and insertions, each a note to be read behind the words."""
        brackets = f"in brackets: {', '.join(self.inserted)}" if self.inserted else ""
        inside = (self.inner, *self.limits) if self.long else ()
        return tuple(filter(None, (*inside, *self.stances, brackets)))


def meaning(
    record: Record, attribution: Attribution, statement: Statement | None, names: Mapping[str, str]
) -> Meaning:
    """The statement in words; an empty one if the attribution was not read as a statement.

    :param names: of the actors, visible, by their ids.
    """
    if statement is None:
        return Meaning()
    limits = [
        *(_limit(record, span, "exception") for span in statement.exceptions),
        *(_limit(record, span, "condition") for span in statement.conditions),
    ]
    if statement.commitments:
        bound = ", ".join(_quoted(record, (span,)) for span in statement.commitments)
        limits.append(f"bound by {bound}")
    act, inner = act_in_words(record, attribution, statement), ""
    long = bool(_SENTENCES.search(record.words(attribution.content)))
    if long and overlap(statement.act_evidence, attribution.content):
        inner = f"{act} ({_quoted(record, statement.act_evidence)})"
        act = "said" if says(record, attribution) else ""
    return Meaning(
        act,
        tuple(limits),
        tuple(_stance(record, s, names) for s in statement.stances if s.polarity),
        tuple(f"“{line(record.text[a:b])}”" for a, b in statement.insertions),
        tuple(line(topic) for topic in statement.topics),
        long,
        inner,
    )


def _stance(record: Record, stance: Stance, names: Mapping[str, str]) -> str:
    """“towards Ossel: negative (“no trust”)”."""
    evidence = f" ({_quoted(record, stance.evidence)})" if stance.evidence else ""
    return f"towards {names[stance.target]}: {POLARITY[stance.polarity]}{doubt(stance)}{evidence}"


def doubt(stance: Stance) -> str:
    """A sign behind a stance that is more likely another one."""
    return "?" if stance.confidence < LOW_STANCE else ""


def evidence_in_words(record: Record, spans: Spans) -> str:
    """The words, on one line and cut if they are long."""
    words = line(record.words(spans))
    return words if len(words) <= _LONGEST else words[: _LONGEST - 2].rsplit(" ", 1)[0] + " …"


def _quoted(record: Record, spans: Spans) -> str:
    return f"“{evidence_in_words(record, spans)}”"


def _limit(record: Record, span: Span, kind: str) -> str:
    """“if “the fog lifts””: the word that limits outside the marks; else kind and all the words."""
    words = line(record.text[span[0] : span[1]])
    match = _MARKER.match(words)
    if match and match.end() < len(words):
        return f"{match[1].lower()} “{words[match.end() :]}”"
    return f"{kind} “{words}”"
