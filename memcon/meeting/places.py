"""Where the meeting was: “in Ossel”, “at the Lamp Palace”, “on the margins of the Tide Forum”."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.actors.titles import OFFICES
from memcon.meeting.datewords import find_date_words
from memcon.meeting.scene import CLAUSES, Scene
from memcon.meeting.vocabulary import GATHERINGS, VISITS
from memcon.record import Fact
from memcon.spans import Span

_AT = {"in", "at", "aboard", "inside", "near", "outside"}
SITES = {
    "palace", "house", "hall", "hotel", "embassy", "residence", "ministry", "airport", "castle",
    "office", "headquarters", "room", "villa", "parliament", "chancellery", "mansion", "base",
    "compound", "resort", "port", "harbour", "harbor", "library", "museum", "department", "capital",
    "building", "garden", "gardens", "tower", "centre", "center", "mission", "consulate", "secretariat",
    "presidency", "retreat", "island", "fort", "fortress", "lodge", "club", "university", "city", "town",
    "village", "ship", "bridge", "border", "chamber", "cathedral", "monastery",
}  # fmt: skip
_NAMED = {"GPE", "LOC", "FAC"}
_BESIDE = {"GPE", "LOC", "FAC", "DATE", "TIME", "PERSON"}
_MARGINS = {"margins", "sidelines", "fringes", "margin"}
_HEADING = 6
_TAKES_PLACE = {
    "held", "took", "taking", "lasted", "was", "were", "came", "ended", "began", "opened", "convened",
    "hosted", "happened", "occurred", "concluded", "met", "spoke",
}  # fmt: skip


def find_places(scene: Scene, told: list[int], taken_up: list[int]) -> Iterator[Fact]:
    """Places in the clauses of the words that mean the meeting, the surest kind first.

    :param told: words of its tellings.
    :param taken_up: other words that mean it.
    """
    margins: list[Fact] = []
    for anchor in (*told, *taken_up):
        if scene.reading.low[anchor] in VISITS and anchor in told:
            yield from _visited(scene, anchor)
        for i in clause_of(scene, anchor):
            low = scene.reading.low[i]
            if anchor not in told and not hangs_on(scene, i, anchor):
                continue
            if low in _AT:
                span = _behind(scene, i)
                if span is not None:
                    yield Fact(kind="place", words=scene.words(span), span=span)
            elif low == "on":
                span = _on_the_margins(scene, i)
                if span is not None:
                    margins.append(Fact(kind="place", words=scene.words(span), span=span))
    yield from margins


def _visited(scene: Scene, visit: int) -> Iterator[Fact]:
    """“Paid a visit to Ossel”, “visited Ossel”: where the meeting was."""
    reading = scene.reading
    near = (*reading.children[visit], *reading.children[reading.head[visit]])
    to = [n for c in near if reading.low[c] == "to" and c > visit for n in reading.children[c]]
    seen = [c for c in reading.children[visit] if reading.dep[c] == "dobj" and c > visit]
    for head in (*to, *seen):
        person = any(m.actor.kind == "person" for m in scene.covering[head])
        if reading.form[head][0].isupper() and not person:
            first, last = scene.subtree(head)
            span = scene.span(first, _end(scene, first, head, last))
            yield Fact(kind="place", words=scene.words(span), span=span)
            return


def clause_of(scene: Scene, anchor: int) -> list[int]:
    """Words of the anchor's clause and of the clause that it hangs in; not of what is said there."""
    clauses = scene.clauses
    verb = clauses[anchor]
    own = {anchor, verb}
    out = []
    for i in scene.sentence(anchor):
        # A clause of purpose or content belongs to something else than when and where they met.
        if (clauses[i] in own or clauses[i] in _launched(scene, verb)) and not scene.spoken[i]:
            out.append(i)
    return out


def _launched(scene: Scene, verb: int) -> set[int]:
    """Hosted N to launch the dialogue on May 2: the clause of what they met for, if it is a meeting."""
    reading = scene.reading
    return {
        c
        for c in reading.children[verb]
        if reading.dep[c] in {"advcl", "xcomp"}
        and any(
            reading.dep[g] == "dobj" and reading.low[g] in GATHERINGS for g in reading.children[c]
        )
    }


def hangs_on(scene: Scene, word: int, anchor: int) -> bool:
    """Whether the word is about the meeting that a noun takes up again, not about something else.

    “The talks in Ossel”; “the meeting took place on Monday”: not “the groups of the dialogue discussed
    cooperation in the region”.
    """
    reading = scene.reading
    verb = scene.clauses[anchor]
    subject = reading.head[anchor] == verb and reading.low[verb] in _TAKES_PLACE
    return reading.head[word] == anchor or (subject and reading.descends(word, verb, 3))


def _behind(scene: Scene, preposition: int) -> Span | None:
    """The place behind “in” or “at”: a named one, or a site such as a palace."""
    reading = scene.reading
    heads = [c for c in reading.children[preposition] if reading.dep[c] == "pobj"]
    if not heads or not _of_the_meeting(scene, preposition):
        return None
    head = heads[0]
    named = reading.entity[head] in _NAMED or _unheard_of(scene, preposition, head)
    # “His first year in office” is in no room.
    site = reading.low[head] in SITES and (
        reading.low[head] != "office" or bool(reading.children[head])
    )
    if not (named or site) or reading.low[head] in GATHERINGS or reading.low[head] in OFFICES:
        return None
    first, last = scene.subtree(head)
    last = _end(scene, max(first, preposition + 1), head, last)
    return scene.span(max(first, preposition + 1), last)


def _of_the_meeting(scene: Scene, preposition: int) -> bool:
    """Whether “in Ossel” hangs on the meeting, and not on what was talked about in it.

    The parser often hangs it on who was met or on another place: these are let pass.
    """
    reading = scene.reading
    i = reading.head[preposition]
    if reading.low[i] in GATHERINGS or reading.dep[i] in CLAUSES or reading.entity[i] in _BESIDE:
        return True
    if reading.low[i] in SITES | {"delegation", "counterpart", "counterparts", "ministers"}:
        return True
    return any(m.actor.kind in {"person", "organisation", "group"} for m in scene.covering[i])


def _unheard_of(scene: Scene, preposition: int, head: int) -> bool:
    """A name that no recogniser knows, behind “in”: “met in Saltmere with N”."""
    reading = scene.reading
    known = any(m.actor.kind in {"person", "organisation"} for m in scene.covering[head])
    return (
        reading.low[preposition] == "in"
        and reading.form[head][0].isupper()
        and not reading.form[head].isupper()
        and reading.entity[head] in {"", "PERSON", "ORG", "NORP"}
        and not known
        and not any(True for _ in find_date_words(scene.text, *scene.span(preposition, head)))
    )


def _end(scene: Scene, first: int, head: int, last: int) -> int:
    """Last word of the place: “Port Sabel, Ossel” is one, but not “on Monday” behind it."""
    reading = scene.reading
    i = head
    while i < last:
        step = i + 1
        low = reading.low[step]
        if low in {",", "("} and step + 1 <= last and reading.entity[step + 1] in _NAMED:
            i = step + 1
        elif low in {"of", "in"} and step < last and reading.dep[step] == "prep":
            i = scene.subtree(reading.children[step][0])[1] if reading.children[step] else step
            i = _without_more(scene, step, min(i, last))
        elif (
            (low == ")" or low == "." or reading.entity[step] in _NAMED)
            and (reading.head[step] >= first)
        ) or (reading.dep[step] in {"compound", "nmod"} and reading.form[step][0].isupper()):
            i = step
        else:
            break
    behind = range(i + 2, scene.sentence(head).stop)
    if reading.low[head] in SITES and behind and reading.low[i + 1] == "in":
        # “At the Lamp Palace in Harnes”: the city may hang on the verb.
        for step in behind:
            if reading.entity[step] not in {"GPE", "LOC"}:
                break
            i = step
    # “Port Sabel, O.”: the parser may hang the second part elsewhere.
    while (
        i + 2 < len(reading)
        and reading.form[i + 1] == ","
        and (reading.entity[i + 2] in {"GPE", "LOC"} and reading.same_paragraph(i, i + 2))
    ):
        i += 2
        while (
            reading.same_paragraph(i, i + 1)
            and reading.entity[i + 1] in {"GPE", "LOC"}
            and (not reading.begins[i + 1])
        ):
            i += 1
    return i


def _without_more(scene: Scene, start: int, last: int) -> int:
    """The words up to a comma or another preposition: “Customs House of Harnes on Tuesday”."""
    reading = scene.reading
    for i in range(start + 1, last + 1):
        if reading.form[i] in {",", ";", "–"} or (
            reading.dep[i] == "prep" and reading.low[i] != "of"
        ):
            return i - 1
    return last


def _on_the_margins(scene: Scene, on: int) -> Span | None:
    reading = scene.reading
    noun = next(
        (i for i in (on + 1, on + 2) if i < len(reading) and reading.low[i] in _MARGINS), None
    )
    if noun is None or noun + 1 >= len(reading) or reading.low[noun + 1] != "of":
        return None
    heads = [c for c in reading.children[noun + 1] if reading.dep[c] == "pobj"]
    if not heads:
        return None
    last = heads[0]
    end = scene.sentence(on).stop
    # The name of the occasion goes on over “of” and “on”: the Conference of the Parties.
    while last + 2 < end and reading.low[last + 1] in {"of"}:
        behind = [c for c in reading.children[last + 1] if reading.dep[c] == "pobj"]
        if not behind:
            break
        last = behind[0]
    return scene.span(on, last)


def _in_title(scene: Scene) -> Iterator[Fact]:
    """“Press conference of N and M, Port Sabel, 12 May 2023”: a name between a comma and the day."""
    reading = scene.reading
    line = reading.of_paragraph(0)
    day = next(iter(find_date_words(scene.text, *scene.span(line.start, line.stop - 1))), None)
    if day is None:
        return
    last = reading.inside(day.span).start - 2
    first = last
    while first > line.start and reading.form[first - 1] != "," and reading.capital(first - 1):
        first -= 1
    if last <= line.start or reading.form[last + 1] != "," or reading.form[first - 1] != ",":
        return
    person = any(
        m.actor.kind == "person" for i in range(first, last + 1) for m in scene.covering[i]
    )
    if reading.form[last][0].isupper() and not person:
        span = scene.span(first, last)
        yield Fact(kind="place", words=scene.words(span), span=span)


def heading_places(scene: Scene) -> Iterator[Fact]:
    """Lines above the first turn of a transcript: “Port Sabel, Ossel”, and below it the room."""
    reading = scene.reading
    if not scene.turns:
        return
    first = reading.inside(scene.turns[0].source[0]).start
    found = False
    yield from _in_title(scene)
    for paragraph in range(1, min(reading.paragraph[first], _HEADING)):
        line = reading.of_paragraph(paragraph)
        if not line or len(line) > 8:
            continue
        span = scene.span(line.start, line.stop - 1)
        words = scene.words(span)
        dated = any(True for _ in find_date_words(scene.text, *span))
        office = any(reading.low[i] in OFFICES or reading.low[i] == "office" for i in line)
        person = any(m.actor.kind == "person" for i in line for m in scene.covering[i])
        if dated or office or person or not reading.form[line.start][0].isupper():
            continue
        place = reading.entity[line.start] in _NAMED
        state = any(m.actor.kind == "state" for i in line for m in scene.covering[i])
        if place or state or found:
            found = True
            yield Fact(kind="place", words=words, span=span)
