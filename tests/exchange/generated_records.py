"""Generated Records: sound ones over texts that make formats stumble.

Astral characters, line ends of all kinds, markup, formulas, control characters; discontinuous and
touching spans; attributions in one another.
"""

from __future__ import annotations

import itertools

from hypothesis import assume
from hypothesis import strategies as st

from memcon.document import Document
from memcon.record import (
    Actor,
    Attribution,
    Engine,
    Event,
    Fact,
    Meeting,
    Participant,
    Record,
    Span,
    Spans,
    Stance,
    Statement,
    Title,
)

_PIECES = (
    "“The lamps stay lit,” ", "Dara Quill ", "said ", "that ", "Kestria ", "\n", "\r\n", "\n\n",
    "😀", "𝔏amp ", "e\u0301 ", "<b>&amp;</b> ", "=cmd() ", "a;b\"c' ", "\u202e", "\x1b", "\x0b",
    "\t", "{x} ", "«ja» ", "\ufffd", "was not ", "\u2028",
)  # fmt: skip
_WORDS = ("Dara Quill", "Minister; of \"Lamps\"", "=SUM(A1)", "O’Hara, 𝔏.", "two\nlines", "Ossel <&>",
          "+1", "Harnes\tBay", "Velmar 😀", " edge ", "x" * 250)  # fmt: skip
_KINDS = ("person", "state", "government", "organisation", "group", "population")
_FORMS = ("name", "title", "description", "list", "pronoun")
_ROLES = ("host", "guest", "caller", "chair", "delegation member", "participant")
_CODES = ("AGREE", "CONSULT", "SUPPORT", "REJECT", "THREATEN", "ASSAULT")

words = st.sampled_from(_WORDS)
maybe_words = st.none() | words
days = st.none() | st.sampled_from(("2024-03-05", "1956-11-04", "2030-01-31"))
confidences = st.floats(0, 1, allow_nan=False).map(lambda x: x + 0.0)


@st.composite
def span_lists(draw: st.DrawFn, low: int, high: int, least: int = 0, most: int = 3) -> Spans:
    """Spans within the bounds, in order, apart or touching."""
    if high - low < 2:
        return ((low, high),) if least else ()
    cuts = draw(st.lists(st.integers(low, high), min_size=2, max_size=2 * most, unique=True))
    pieces = list(zip(sorted(cuts), sorted(cuts)[1:], strict=False))
    kept = draw(st.lists(st.booleans(), min_size=len(pieces), max_size=len(pieces)))
    chosen = [piece for piece, keep in zip(pieces, kept, strict=True) if keep][:most]
    return tuple(chosen or (pieces[:1] if least else ()))


def single_spans(low: int, high: int) -> st.SearchStrategy[Span]:
    return span_lists(low, high, least=1, most=1).map(lambda spans: spans[0])


@st.composite
def attributions(draw: st.DrawFn, text: str, actors: list[str]) -> list[Attribution]:
    """Some attributions, half of them inside the content of one before them."""
    made: list[Attribution] = []
    for number in range(draw(st.integers(0, 4))):
        parent = draw(st.none() | st.sampled_from(made)) if made else None
        low, high = (parent.content[0][0], parent.content[-1][1]) if parent else (0, len(text))
        least = min(5, high - low + 1)
        cuts = sorted(draw(st.lists(st.integers(low, high), min_size=min(2, least), max_size=8,
                                    unique=True)))  # fmt: skip
        pieces = list(itertools.pairwise(cuts))
        roles = draw(st.lists(st.sampled_from(("content", "content", "source", "cue", "")),
                              min_size=len(pieces), max_size=len(pieces)))  # fmt: skip
        roles[draw(st.integers(0, len(pieces) - 1))] = "content"
        told = {role: tuple(piece for piece, r in zip(pieces, roles, strict=True) if r == role)
                for role in ("source", "cue", "content")}  # fmt: skip
        # Nobody says half a line end.
        assume(any(text[a:b].strip() for a, b in told["content"]))
        speaker = st.none() | st.sampled_from(actors) if actors else st.none()
        made.append(
            Attribution(
                id=f"a{number + 1}", **told,
                type=draw(st.sampled_from(("direct", "indirect", "mixed"))),
                parent=parent.id if parent else None, speaker=draw(speaker),
                addressee=draw(speaker), confidence=draw(confidences),
            )
        )  # fmt: skip
    return made


@st.composite
def actors(draw: st.DrawFn, text: str, number: int) -> Actor:
    length = len(text)
    # Mentions may lie in one another.
    mentions = tuple(sorted(draw(st.sets(single_spans(0, length), min_size=1, max_size=4))))
    # Half a line end is no title: a file with other line ends has no place for it.
    titles = [(a, b) for a, b in draw(span_lists(0, length, most=2)) if text[a:b].strip()]
    forms = draw(st.lists(st.sampled_from(_FORMS), min_size=len(mentions), max_size=len(mentions)))
    return Actor(
        id=f"p{number}", name=draw(words), kind=draw(st.sampled_from(_KINDS)),
        titles=tuple(text[a:b] for a, b in titles),
        title_spans=tuple(Title(words=text[a:b], span=(a, b), how="apposition", date=draw(days))
                          for a, b in titles),
        country=draw(st.sampled_from((None, "XK", "XO"))), mentions=mentions,
        forms=tuple(forms) if draw(st.booleans()) else (),
        identifiers=draw(st.dictionaries(st.sampled_from(("wikidata", "ftm")),
                                         st.sampled_from(("Q1", "x;y", "né 1")), max_size=2)),
    )  # fmt: skip


@st.composite
def statements(draw: st.DrawFn, length: int, of: Attribution, actors: list[str]) -> Statement:
    spans = span_lists(0, length, most=2)
    stances = []
    if actors:
        for target in draw(st.lists(st.sampled_from(actors), max_size=2, unique=True)):
            stances.append(
                Stance(target=target, polarity=draw(st.sampled_from((-1, 0, 1))),
                       evidence=draw(spans), confidence=draw(confidences),
                       mention=draw(st.none() | single_spans(0, length)))
            )  # fmt: skip
    return Statement(
        id=f"s{of.id[1:]}", attribution=of.id,
        speech_act=draw(st.sampled_from((None, "assertive", "directive", "expressive"))),
        act=draw(st.sampled_from((None, "warn", "express concern"))), act_evidence=draw(spans),
        topics=tuple(draw(st.lists(words, max_size=2, unique=True))), stances=tuple(stances),
        conditions=draw(spans), exceptions=draw(spans), negations=draw(spans),
        commitments=draw(spans), insertions=draw(spans),
    )  # fmt: skip


@st.composite
def events(draw: st.DrawFn, length: int, number: int, actors: list[str], told: list[str]) -> Event:
    some = st.lists(st.sampled_from(actors), max_size=2, unique=True) if actors else st.just([])
    return Event(
        id=f"e{number}", type=draw(st.sampled_from(_CODES)),
        mode=draw(st.sampled_from(("verbal", "material"))),
        modality=draw(st.sampled_from(("occurred", "intended", "denied"))),
        sources=tuple(draw(some)), targets=tuple(draw(some)), date=draw(days),
        place=draw(maybe_words), span=draw(span_lists(0, length, least=1, most=2)),
        attribution=draw(st.none() | st.sampled_from(told)) if told else None,
        score=draw(st.none() | st.floats(-10, 10)), confidence=draw(confidences),
    )  # fmt: skip


@st.composite
def meetings(draw: st.DrawFn, text: str, actors: list[str]) -> Meeting:
    a, b = draw(single_spans(0, len(text)))
    there = (
        tuple(draw(st.lists(st.sampled_from(actors), max_size=2, unique=True))) if actors else ()
    )
    giver = draw(st.none() | st.sampled_from(actors)) if actors else None
    return Meeting(
        participants=there, date=draw(days), place=draw(maybe_words),
        duration=draw(st.sampled_from((None, "PT2H"))),
        format=draw(st.sampled_from((None, "bilateral", "call"))),
        gifts=tuple(draw(st.lists(words, max_size=1))),
        roles=tuple(Participant(actor=x, role=draw(st.sampled_from(_ROLES)), words=text[a:b],
                                span=(a, b)) for x in there),
        facts=(Fact(kind="gift", words=text[a:b], span=(a, b), giver=giver,
                    approximate=draw(st.booleans())),) if draw(st.booleans()) else (),
    )  # fmt: skip


@st.composite
def records(draw: st.DrawFn, line_ends: bool = True) -> Record:
    """A sound Record.

    :param line_ends: whether its text may have others than LF.
    """
    pieces = [piece for piece in _PIECES if line_ends or "\r" not in piece]
    text = "".join(draw(st.lists(st.sampled_from(pieces), min_size=3, max_size=20))) + "end."
    cast = [draw(actors(text, n + 1)) for n in range(draw(st.integers(0, 3)))]
    ids = [actor.id for actor in cast]
    told = draw(attributions(text, ids))
    read = [draw(statements(len(text), a, ids)) for a in told if draw(st.booleans())]
    happened = [draw(events(len(text), n + 1, ids, [a.id for a in told]))
                for n in range(draw(st.integers(0, 2)))]  # fmt: skip
    document = Document(
        name=draw(st.sampled_from(("talks.txt", "a;b \"c\".txt", "=x.html"))), text=text,
        title=draw(maybe_words), publisher=draw(maybe_words), date=draw(days),
        url=draw(st.sampled_from((None, "https://news.example/a?b=1&c=“2”"))),
        genre=draw(st.sampled_from((None, "report", "transcript"))), language="en",
    )  # fmt: skip
    return Record(
        document=document, attributions=tuple(told), actors=tuple(cast), statements=tuple(read),
        events=tuple(happened), meeting=draw(meetings(text, ids)),
        engine=Engine(version="0.1.0", model="sha256:0"),
    )  # fmt: skip
