"""Noun phrases as they are written: their ends, their head, and what kind of actor they name."""

from __future__ import annotations

from memcon.actors.pronouns import ARTICLES, POSSESSIVE, RELATIVE
from memcon.actors.reading import Reading
from memcon.actors.titles import GOVERNMENTS, INSTITUTIONS, OFFICES
from memcon.record import ActorKind

POSSESSIVE_MARKS = {"'s", "'", "’s", "’"}
_EDGES = {
    ",",
    ".",
    ":",
    ";",
    "(",
    ")",
    "[",
    "]",
    "–",
    "—",
    "-",
    '"',
    "“",
    "”",
    "'",
    "‘",
    "’",
    "!",
    "?",
    "―",
    "*",
}
_BEFORE = {"by", "from", "to", "according", "per", "and", "but", "with", "for", "of", "among", "as"}
#: People by what they are or do; most plural nouns in a source mean people anyway.
_PEOPLE = {"people", "public", "population", "nation", "folks", "community", "electorate"}
HUMAN = {
    "man", "woman", "person", "source", "witness", "resident", "voter", "supporter", "critic",
    "student",
    "farmer", "worker", "soldier", "refugee", "boy", "girl", "mother", "father", "wife", "husband",
    "son",
    "daughter", "brother", "sister", "friend", "neighbour", "neighbor", "mediator", "diplomat",
    "writer",
    "doctor", "teacher", "veteran", "democrat", "republican", "politician", "operative", "insider",
    "immigrant", "user", "fan", "opponent", "rival", "ally", "colleague", "assistant", "staffer",
    "keeper", "driver", "engineer", "fisherman", "merchant", "trader", "pilot", "investigator",
    "observer",
    "child", "baby", "kid", "parent", "cousin", "uncle", "aunt", "nephew", "niece", "spouse",
    "scientist", "activist", "actor", "actress", "singer", "player", "coach", "prosecutor", "lawyer",
    "attorney", "nurse", "patient", "victim", "suspect", "defendant", "plaintiff", "scholar",
    "author", "journalist", "reporter", "candidate", "founder", "owner", "partner", "hero", "poet",
    "artist", "expert", "analyst", "economist", "historian", "researcher", "officer", "guard",
    "host", "visitor", "guest", "monk", "member", "delegate", "counsel", "guide", "consultant",
}  # fmt: skip
#: What is written, counted or broadcast says things, but is no actor; whoever made it is.
WRITINGS = {
    "report", "reports", "study", "poll", "polls", "survey", "surveys", "statement", "letter",
    "article", "document",
    "documents", "framework", "book", "memo", "email", "emails", "tweet", "ad", "ads", "video",
    "analysis", "release",
    "editorial", "transcript", "indictment", "complaint", "lawsuit", "law", "rules", "rule",
    "data", "figures",
    "evidence", "record", "records", "headline", "readout", "communique", "communiqué", "text",
    "paper", "story",
    "average", "averages",
    "agreement", "resolution", "speech", "message", "plan", "policy", "results", "constitution",
    "treaty",
}  # fmt: skip
#: Meetings and their parts, in which the participants speak together.
GATHERINGS = {
    "dialogue", "meeting", "talks", "consultations", "negotiations", "summit", "conversation",
    "call",
    "discussions", "session", "visit",
}  # fmt: skip


def trim(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Ends of a phrase without marks, leading prepositions and a final possessive."""
    while first <= last and (reading.form[first] in _EDGES or reading.low[first] in _BEFORE):
        first += 1
    while last >= first and (
        reading.form[last] in _EDGES or reading.form[last] in POSSESSIVE_MARKS
    ):
        last -= 1
    return first, last


def head_of(reading: Reading, first: int, last: int) -> int:
    """The word of the phrase that hangs outside it; of several the first that is no article."""
    heads = [
        i
        for i in range(first, last + 1)
        if not first <= reading.head[i] <= last or reading.head[i] == i
    ]
    for i in heads:
        if reading.low[i] not in ARTICLES and reading.dep[i] not in {
            "punct",
            "prep",
            "cc",
            "det",
            "advmod",
        }:
            return i
    return heads[0] if heads else last


def noun_phrase(reading: Reading, head: int) -> tuple[int, int]:
    """First and last word of the phrase around a noun: its articles, adjectives and “of …”."""
    first = last = head
    for child in reading.children[head]:
        if child < head and reading.dep[child] in {
            "det",
            "amod",
            "compound",
            "nmod",
            "poss",
            "nummod",
        }:
            first = min(first, child, *reading.children[child])
        elif (
            child == last + 1
            and reading.dep[child] == "prep"
            and reading.low[child] in {"of", "in", "from"}
        ):
            for noun in reading.children[child]:
                if reading.dep[noun] == "pobj":
                    last = max(last, noun)
    return first, last


def cut(reading: Reading, first: int, last: int, head: int) -> int:
    """Last word of the phrase without relative clauses, appositions and what follows a comma."""
    for i in range(head + 1, last + 1):
        if reading.form[i] in {",", "(", "–", "—", ":", ";"} or reading.low[i] in RELATIVE:
            return max(head, i - 1)
        if reading.dep[i] in {"relcl", "acl"} and reading.head[i] == head:
            return max(head, i - 1)
    return last


def kind_of(reading: Reading, first: int, last: int, head: int) -> ActorKind:
    """What a phrase names, by a simple rule on its head, its entity and its number."""
    low, entity = reading.low[head], reading.entity[head]
    if low in GOVERNMENTS or low.rstrip("s") in GOVERNMENTS:
        return "government"
    if low.endswith("s") and (low[:-1] in OFFICES or low[:-1] in HUMAN):
        return "group"
    if low in OFFICES or low in HUMAN:
        return "person"
    if low in _PEOPLE or (entity == "NORP" and low.endswith("s")):
        return "population"
    if low in INSTITUTIONS or entity in {"ORG", "FAC", "PRODUCT", "WORK_OF_ART", "LAW"}:
        return "organisation"
    if entity in {"GPE", "LOC"} and reading.form[head][0].isupper():
        return "state"
    if entity == "NORP" or plural(reading, head):
        return "group"
    if entity == "PERSON":
        return "person"
    capitals = all(
        reading.form[i][0].isupper()
        for i in range(first, last + 1)
        if reading.low[i] not in ARTICLES | {"of", "and", "for"}
    )
    if capitals:
        return "organisation"
    return (
        "person"
        if reading.low[first] in {"a", "an"} | POSSESSIVE
        and low.endswith(("er", "or", "ist", "man"))
        else "group"
    )


def plural(reading: Reading, noun: int) -> bool:
    """Whether a noun looks plural; English hides few."""
    low = reading.low[noun]
    if low in {
        "people",
        "police",
        "men",
        "women",
        "children",
        "both",
        "media",
        "staff",
        "officials",
    }:
        return True
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "ics"))


def key_of(reading: Reading, first: int, last: int) -> str:
    """The words of a phrase by which it is found again: lower case, no article."""
    return " ".join(w for w in reading.low[first : last + 1] if w not in ARTICLES)
