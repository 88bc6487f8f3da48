"""The actors of a Record, from the figures of its cast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from memcon.actors.cast import Cast, Figure
from memcon.actors.forms import Forms
from memcon.actors.pronouns import gender
from memcon.actors.reading import Reading
from memcon.record import Actor, MentionForm, Span, Title, TitleForm

#: Of several forms of the same words the first of these is kept.
_RANK: tuple[MentionForm, ...] = ("name", "list", "title", "description", "pronoun")


def list_actors(
    cast: Cast,
    speaking: Iterable[Figure],
    printed: Mapping[int, TitleForm] | None = None,
    date: str | None = None,
) -> tuple[list[Actor], dict[Figure, str]]:
    """Actors in the order of their first mention, and the id of each figure that is one.

    Whoever speaks, or is a member of a group that does, is an actor; and so is every named person
    and state of the text. Whoever is only described, and says nothing, is not.

    :param printed: words in labels of turns and in signatures.
    :param date: of the document, ISO 8601.
    """
    kept = set(speaking)
    kept |= {member for figure in kept for member in figure.members}
    kept |= {figure for figure in cast.figures if _is_known(figure)} | _told_of(cast)
    forms = Forms(cast)
    spans: dict[Figure, dict[Span, MentionForm]] = {}
    for mention in cast.mentions:
        if mention.figure in kept:
            span = cast.reading.words.span(mention.first, mention.last)
            form, known = forms.of(mention), spans.setdefault(mention.figure, {})
            known[span] = min(form, known.get(span, form), key=_RANK.index)
    # Of two that are first mentioned by the same words the one known earlier goes first.
    ordered = sorted(spans, key=lambda figure: (*min(spans[figure]), figure.order))
    ids = {figure: f"p{number}" for number, figure in enumerate(ordered, start=1)}
    actors = []
    for figure in ordered:
        titles = _titles(cast.reading, figure, printed or {}, date)
        mentions = sorted(spans[figure].items())
        actors.append(
            Actor(
                id=ids[figure],
                name=_full_name(figure),
                kind=figure.kind,
                titles=tuple({t.words.casefold(): t.words for t in reversed(titles)}.values())[
                    ::-1
                ],
                title_spans=titles,
                country=figure.country,
                mentions=tuple(span for span, _ in mentions),
                forms=tuple(form for _, form in mentions),
            )
        )
    return actors, ids


def _titles(
    reading: Reading, figure: Figure, printed: Mapping[int, TitleForm], date: str | None
) -> tuple[Title, ...]:
    """Where the text gives the figure each title, in order."""
    return tuple(
        Title(
            words=reading.text(first, last),
            span=reading.words.span(first, last),
            how=printed.get(first, how),
            date=date,
        )
        for (first, last), how in sorted(figure.titles.items())
    )


def _told_of(cast: Cast) -> set[Figure]:
    """Persons of one name and no title who are named again and again and meant by “he” or “she”.

    The recogniser takes many a word for a name; such a one is seldom named twice and taken up.
    """
    named = Counter(m.figure for m in cast.mentions if m.name and m.figure.kind == "person")
    low = cast.reading.low
    meant = {m.figure for m in cast.mentions if m.first == m.last and gender(low[m.first])}
    return {figure for figure, count in named.items() if count > 1 and figure in meant}


def _is_known(figure: Figure) -> bool:
    """Whether a figure that says nothing is still somebody: a named person, state or population."""
    if figure.kind == "person":
        return bool(figure.names) and bool(figure.titles or figure.full)
    if figure.kind == "group":
        return figure.named and not figure.members
    return figure.kind in {"state", "government", "organisation", "population"} and figure.named


def _full_name(figure: Figure) -> str:
    if figure.members:
        return " and ".join(_full_name(member) for member in figure.members)
    return figure.name
