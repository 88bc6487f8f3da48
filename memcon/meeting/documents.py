"""Documents signed: “signed a memorandum of understanding on ferries”, “an agreement was signed”."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.meeting.choosing import Occasion
from memcon.meeting.nounphrases import thing
from memcon.meeting.othertimes import told_of_then
from memcon.meeting.scene import Scene
from memcon.meeting.vocabulary import UNREAL
from memcon.record import Fact

_SIGN = {"signed", "sign", "signing", "initialled", "initialed", "signs"}
_DOCUMENTS = {
    "memorandum", "memoranda", "memorandums", "mou", "mous", "agreement", "agreements", "treaty",
    "treaties", "protocol", "protocols", "accord", "accords", "declaration", "communiqué", "communique",
    "statement", "plan", "plans", "contract", "contracts", "pact", "convention", "charter",
    "arrangement", "arrangements", "letter", "letters", "document", "documents", "deal", "deals",
    "roadmap", "programme", "program", "understanding", "compact", "covenant", "record", "minutes",
}  # fmt: skip
_GENERIC = {
    "documents",
    "agreements",
    "memoranda",
    "memorandums",
    "deals",
    "contracts",
    "protocols",
}
_INCLUDING = {"including", "among", "notably"}
_EARLIER = {"earlier", "previously", "ago", "last", "already"}


def find_documents(scene: Scene, occasion: Occasion) -> Iterator[Fact]:
    """Documents that the parties of the meeting, or their sides, signed there."""
    reading = scene.reading
    seen: set[int] = set()
    for verb, low in enumerate(reading.low):
        if low not in _SIGN or scene.spoken[verb] or not _told(scene, verb):
            continue
        for head in _objects(scene, verb):
            if not _theirs(scene, occasion, verb):
                continue
            for noun in _named(scene, head):
                if noun not in seen:
                    seen.add(noun)
                    span = scene.span(*thing(scene, noun))
                    yield Fact(kind="document", words=scene.words(span), span=span)


def _told(scene: Scene, verb: int) -> bool:
    """Whether it has happened, and not at another time."""
    reading = scene.reading
    unreal = any(
        reading.low[c] in UNREAL and reading.dep[c] in {"aux", "neg"}
        for c in reading.children[verb]
    )
    clause = [i for i in scene.sentence(verb) if scene.clauses[i] == scene.clauses[verb]]
    words = {reading.low[i] for i in clause}
    years = any(reading.form[i].isdigit() and len(reading.form[i]) == 4 for i in clause)
    infinitive = reading.low[verb] == "sign"
    attribute = reading.dep[verb] in {"amod", "acl"} and reading.low[verb] == "signed"
    return not told_of_then(scene, verb) and not (
        unreal or infinitive or attribute or years or words & _EARLIER
    )


def _objects(scene: Scene, verb: int) -> list[int]:
    """Signed X; X was signed; the signing of X."""
    reading = scene.reading
    out = []
    for child in reading.children[verb]:
        if reading.dep[child] in {"dobj", "nsubjpass"}:
            out.append(child)
        elif reading.low[verb] == "signing" and reading.low[child] == "of":
            out += [c for c in reading.children[child] if reading.dep[c] == "pobj"]
    return [i for head in out for i in scene.joined(head) if _is_document(scene, i)]


def _is_document(scene: Scene, noun: int) -> bool:
    reading = scene.reading
    if reading.low[noun] in _DOCUMENTS:
        return True
    # “A number of agreements”; “a Memorandum of Understanding” whose last word is the head.
    return reading.low[noun] in {"number", "series", "package", "set", "couple"} and any(
        reading.low[n] in _DOCUMENTS
        for c in reading.children[noun]
        if reading.low[c] == "of"
        for n in reading.children[c]
    )


def _named(scene: Scene, head: int) -> list[int]:
    """Of “a number of documents, including X and Y” the documents X and Y."""
    reading = scene.reading
    last = scene.subtree(head)[1]
    stop = min(max(last + 1, head + 12), scene.sentence(head).stop)
    for i in range(head + 1, stop):
        if reading.low[i] in _INCLUDING:
            below = [c for c in reading.children[i] if reading.dep[c] == "pobj"]
            items = [n for b in below for n in scene.joined(b) if reading.low[n] in _DOCUMENTS]
            if items:
                return items
    return [head]


def _theirs(scene: Scene, occasion: Occasion, verb: int) -> bool:
    """Whether those who sign are at the meeting: by name, as their states, or as “the two sides”."""
    reading = scene.reading
    states = {a.country for a in occasion.parties if a.country}
    if reading.low[verb] == "signing":
        verb = scene.clauses[verb]
    passive = any(reading.dep[c] == "nsubjpass" for c in reading.children[verb])
    heads = [scene.subject(verb)] if not passive else [
        n for c in reading.children[verb] if reading.low[c] == "by" for n in reading.children[c]
    ]  # fmt: skip
    actors = [a for h in heads if h is not None for a in scene.phrase(h)]
    if not actors:
        return passive or heads == [None] or not heads or reading.low[heads[0] or 0] in {
            "sides", "countries", "ministers", "leaders", "presidents", "they", "parties", "members",
            "governments", "delegations", "officials",
        }  # fmt: skip
    return any(
        a.id in occasion.ids or a.kind == "group" or (a.country and a.country in states)
        for a in actors
    )
