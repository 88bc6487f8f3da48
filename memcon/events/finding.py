"""The events of a document: what its narrator and those who speak in it tell that one did to another.

A word of `plover.tsv` tells an event if an actor does it or suffers it; the relation head settles which
root code it is. An act of speech that a cue tells (“accused”, “thanked”) is an event by itself.
The confidence is the head's, of the quad class that the code belongs to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from memcon.actors.reading import Reading
from memcon.actors.turns import is_turn
from memcon.clauses.arguments import Arguments, Places
from memcon.clauses.people import is_people
from memcon.clauses.whom import Mention, Whom
from memcon.events.classify import relations
from memcon.events.modality import Modality, modality
from memcon.events.places import place_of
from memcon.events.plover import roots
from memcon.events.speech import described, told_by_cue
from memcon.events.times import Times
from memcon.events.triggers import codes as codes_of
from memcon.events.triggers import is_noun, settled
from memcon.language.model import Model
from memcon.language.states import States
from memcon.record import Attribution, Event, Statement


@dataclass(frozen=True, slots=True)
class _Found:
    """A word that tells an event, with its arguments and the codes that it tells by itself.

    :param sure: confidence of the code where it is settled already.
    """

    word: int
    codes: tuple[str, ...]
    arguments: Arguments
    attribution: str | None
    modality: Modality
    sure: float | None = None


def find_events(
    attributions: Sequence[Attribution],
    statements: Sequence[Statement],
    whom: Whom,
    states: States,
    model: Model,
    today: date | None = None,
) -> tuple[Event, ...]:
    """Events in the order of the text; none if the model has no head for relations.

    :param today: the document's date, from which “on Monday” is reckoned.
    """
    reading = whom.reading
    if model.relation is None or not whom.mentions:
        return ()
    places, inside = Places(whom), _Inside(reading, attributions)
    hypothetical = {i for s in statements for span in s.conditions for i in reading.inside(span)}
    told = {s.attribution: s for s in statements}
    found: list[_Found] = []
    for i in range(len(reading)):
        codes = codes_of(reading, i)
        if not codes:
            continue
        cue_of = inside.cue.get(i)
        if cue_of is not None:
            attribution = inside.by_id[cue_of]
            arguments = told_by_cue(whom, places, attribution, i, codes)
            home = attribution.parent
        else:
            noun = is_noun(reading, i)
            arguments = places.of_noun(i, codes) if noun else places.of_verb(i, codes)
            home = inside.content(i)
        arguments = inside.without_labels(arguments)
        if _tells(arguments):
            codes = settled(reading, i, codes)
            how = modality(reading, i, hypothetical)
            if how == "occurred" and home in told and told[home].act == "deny":
                how = "denied"
            found.append(_Found(i, codes, arguments, home, how))
    for a in attributions:
        praise = described(whom, a, told[a.id]) if a.id in told else None
        if praise is not None:
            root, stance, arguments = praise
            cue = [i for span in a.cue for i in reading.inside(span)]
            if cue:
                found.append(
                    _Found(cue[0], (root,), arguments, a.parent, "occurred", stance.confidence)
                )
    found.sort(key=lambda f: f.word)
    return _events(found, whom, states, model, Times(reading, today))


class _Inside:
    """In which attribution's content or cue a word stands, of several the innermost."""

    def __init__(self, reading: Reading, attributions: Sequence[Attribution]) -> None:
        self.by_id = {a.id: a for a in attributions}
        self.cue: dict[int, str] = {}
        self._content: dict[int, tuple[int, str]] = {}
        self._labels: set[int] = set()
        for a in attributions:
            depth, parent = 0, a.parent
            while parent is not None:
                depth, parent = depth + 1, self.by_id[parent].parent
            for span in a.cue:
                for i in reading.inside(span):
                    self.cue.setdefault(i, a.id)
            if is_turn(a, reading):
                self._labels.update(i for span in a.source for i in reading.inside(span))
            for span in a.content:
                for i in reading.inside(span):
                    if i not in self._content or depth > self._content[i][0]:
                        self._content[i] = (depth, a.id)

    def content(self, word: int) -> str | None:
        found = self._content.get(word)
        return found[1] if found else None

    def without_labels(self, arguments: Arguments) -> Arguments:
        """Without who speaks: the label of a turn may be parsed into its first sentence."""
        return replace(
            arguments,
            sources=tuple(m for m in arguments.sources if self._labels.isdisjoint(m[0])),
            targets=tuple(m for m in arguments.targets if self._labels.isdisjoint(m[0])),
        )


def _tells(arguments: Arguments) -> bool:
    """One who does it and one to whom it is done; the latter may be nobody that the text names."""
    return bool(arguments.sources) and (bool(arguments.targets) or arguments.told)


def _events(
    found: Sequence[_Found], whom: Whom, states: States, model: Model, times: Times
) -> tuple[Event, ...]:
    reading = whom.reading
    names = list(roots())
    out: dict[tuple[object, ...], Event] = {}
    for told in found:
        inside = reading.of_sentence(reading.sentence[told.word])
        source, target = (
            _first(told.arguments.sources, inside),
            _first(told.arguments.targets, inside),
        )
        if told.sure is not None:
            best, sure = told.codes[0], told.sure
        else:
            if not len(source) and not len(target):
                source = range(told.word, told.word + 1)
            (row,) = relations(model, states, inside, [(source, target)])
            best = max(told.codes, key=lambda name: float(row[names.index(name)]))
            alike = [n for n, name in enumerate(names) if roots()[name].quad == roots()[best].quad]
            sure = float(row[alike].sum())
        root = roots()[best]
        sources = tuple(id for _, id in told.arguments.sources)
        targets = tuple(id for _, id in told.arguments.targets)
        key = (best, sources, targets, told.modality, told.attribution, inside.start)
        if key in out:
            continue
        out[key] = Event(
            id=f"e{len(out) + 1}",
            type=best,
            mode=root.mode,
            modality=told.modality,
            sources=sources,
            targets=targets,
            date=times.of(told.word, told.modality),
            place=place_of(reading, told.word),
            span=(_span(reading, told, inside),),
            attribution=told.attribution,
            score=root.score,
            confidence=round(min(sure, 1.0), 3),
        )
    return tuple(out.values())


def _first(mentions: tuple[Mention, ...], inside: range) -> range:
    return next((words for words, _ in mentions if words.start in inside), range(0))


def _span(reading: Reading, told: _Found, inside: range) -> tuple[int, int]:
    """From the first word of the event and its actors to the last, within the sentence."""
    words = [told.word]
    for mention, _ in (*told.arguments.sources, *told.arguments.targets):
        if mention.start in inside:
            words += [mention.start, mention.stop - 1]
    words += [
        c
        for c in reading.children[told.word]
        if reading.dep[c] in {"dobj", "neg", "aux"} and c in inside
    ]
    if not told.arguments.targets:
        # “Strikes against armed groups”: whom the text does not name is told by the words alone.
        words += [
            c
            for p in reading.children[told.word]
            if reading.dep[p] == "prep" and p in inside
            for c in reading.children[p]
            if reading.dep[c] == "pobj" and is_people(reading, c)
        ]
    return reading.words.span(min(words), max(words))
