"""Reading: a document in, its Record out. The only place that knows the order of the steps."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from memcon import __version__
from memcon.actors.reading import Reading
from memcon.actors.speakers import name_speakers
from memcon.attribution.assemble import assemble
from memcon.attribution.depth import least_confidence, reads_quotations
from memcon.attribution.extract import Prepared, encode, prepare, relate_encoded
from memcon.attribution.frames import find_frames
from memcon.attribution.genre import tell_genre
from memcon.attribution.handed import find_handed, without_cues_of
from memcon.attribution.headlines import headline, without_topics
from memcon.attribution.inside import add_inner, without_marks
from memcon.attribution.merge import merge
from memcon.attribution.relation import Relation
from memcon.attribution.sentences import told_by_sentences
from memcon.attribution.sentences.openings import BELOW
from memcon.attribution.thanks import find_thanks
from memcon.attribution.unsaid import without_unsaid
from memcon.attribution.windows import Window
from memcon.clauses.whom import Whom
from memcon.coreference.candidates import find_candidates
from memcon.coreference.clusters import cluster
from memcon.coreference.description import Described, describe
from memcon.coreference.embedding import Embedded, embed_window, gather
from memcon.coreference.heads import Heads
from memcon.document import Document, Genre, readable
from memcon.events.finding import find_events
from memcon.language.model import Model, shipped_model
from memcon.language.pipeline import parse
from memcon.language.quotations import Quotation, find_quotations
from memcon.language.states import States
from memcon.language.words import Words
from memcon.layout.marks import curly
from memcon.layout.moving import Moving
from memcon.layout.plain import plain
from memcon.layout.reading import Layout
from memcon.meeting import find_meeting
from memcon.meeting.dates import read_day
from memcon.record import Actor, Attribution, Engine, Event, Meeting, Record, Statement
from memcon.statements.reading import find_statements
from memcon.statements.stances import Stances
from memcon.statements.things import find_things
from memcon.topics.finding import Finder, parties
from memcon.topics.likeness import by_states
from memcon.topics.listed import Topics
from memcon.unread import Part, read_part, tell

#: Documents that are parsed before the first of them is done with: none of the threads then waits.
AHEAD = 3


def read(source: str | PathLike[str] | Document, *, topics: Topics | None = None) -> Record:
    """Read one document.

    :param source: a path, a text, or a Document. A string of one line that names an existing file is
        taken for its path, and so is a single word that ends like one (`report.txt`); any other string
        for the text itself.
    :param topics: the user's own list, which takes precedence over the topics that the text gives.
    :returns: the Record; the same text, engine and list of topics give the same bytes of JSON.
    :raises memcon.errors.MemconError: if the source cannot be read; the message says what to do.
    """
    return read_document(_document(source), topics=topics)


def read_document(document: Document, *, topics: Topics | None = None) -> Record:
    """Read a document that is already loaded."""
    return next(read_many([document], threads=1, topics=topics))


def read_many(
    documents: Iterable[Document],
    *,
    threads: int | None = None,
    model: Model | None = None,
    topics: Topics | None = None,
) -> Iterator[Record]:
    """Read documents, in their order; the Records are the same whatever the number of threads.

    :param threads: 1 does everything in turn; with more, the encoder reads the windows of some
        documents while spaCy parses the next ones. Default 2.
    :param topics: the user's own list, which takes precedence over the topics that the text gives.
    """
    engine = model or shipped_model()
    if threads == 1:
        return (_in_turn(document, engine, topics) for document in documents)
    return _together(documents, engine, threads or 2, topics)


def _in_turn(document: Document, model: Model, topics: Topics | None) -> Record:
    opened = _open(document, model, topics)
    return _finish(opened, [_window(opened, n, model) for n in range(len(opened.tasks))], model)


def _together(
    documents: Iterable[Document], model: Model, threads: int, topics: Topics | None
) -> Iterator[Record]:
    pool = ThreadPoolExecutor(max_workers=threads)
    waiting: deque[tuple[_Opened, list[Future[_Told]]]] = deque()
    try:
        for document in documents:
            opened = _open(document, model, topics)
            tasks = [pool.submit(_window, opened, n, model) for n in range(len(opened.tasks))]
            waiting.append((opened, tasks))
            if len(waiting) > AHEAD:
                yield _first(waiting, model)
        while waiting:
            yield _first(waiting, model)
    finally:
        # Who stops early, by Ctrl-C say, does not wait for the windows that are still to come.
        pool.shutdown(cancel_futures=True)


def _first(waiting: deque[tuple[_Opened, list[Future[_Told]]]], model: Model) -> Record:
    opened, tasks = waiting.popleft()
    return _finish(opened, [task.result() for task in tasks], model)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A document that is parsed, with all that the encoder is to read: `(text, window)`.

    The first `outer` tasks read the text as it stands, the others the insides of its quotations.
    """

    document: Document
    layout: Layout
    genre: Genre
    words: Words
    quotations: list[Quotation]
    tasks: list[tuple[Prepared, Window]]
    outer: int
    states: States
    described: Described
    heads: Heads
    topics: Topics | None


@dataclass(frozen=True, slots=True)
class _Told:
    """What one window tells: its relations, and, of the text as it stands, its mentions to be."""

    relations: list[Relation]
    embedded: Embedded | None


def _document(source: str | PathLike[str] | Document) -> Document:
    if isinstance(source, Document):
        return source
    if isinstance(source, str) and not _is_path(source):
        return Document(name="text", text=source)
    from memcon.sources import load

    return load(Path(source))


def _is_path(source: str) -> bool:
    """Whether a string names a file, or looks like the name of one that is not there."""
    from memcon.sources import SUFFIXES

    try:
        if "\n" not in source and Path(source).is_file():
            return True
    except (OSError, ValueError):  # a sentence may be longer than any name can be
        return False
    return len(source.split()) == 1 and Path(source).suffix.lower() in SUFFIXES


def _open(document: Document, model: Model, topics: Topics | None) -> _Opened:
    layout = Layout(plain(curly(readable(document.text))))
    text = layout.text
    words, quotations = parse(text), find_quotations(text)
    genre = document.genre or tell_genre(layout)
    document = document.model_copy(update={"genre": genre, "language": document.language or "en"})
    prepared = prepare(words, quotations, model)
    tasks = [(prepared, window) for window in prepared.windows]
    outer = len(tasks)
    if reads_quotations(text, genre):
        inside = without_marks(prepared)
        tasks += [(inside, window) for window in inside.windows]
    described = describe(words, find_candidates(words), prepared.quoted)
    heads = Heads(model.coreference)
    states = States(prepared, model)
    return _Opened(
        document, layout, genre, words, quotations, tasks, outer, states, described, heads, topics
    )


def _window(opened: _Opened, number: int, model: Model) -> _Told:
    prepared, window = opened.tasks[number]
    part = encode(prepared, window, model)
    relations = relate_encoded(prepared, part, model, opened.genre, below=BELOW)
    if number >= opened.outer:
        return _Told(relations, None)
    opened.states.keep(number, part)
    return _Told(relations, embed_window(part, opened.described, opened.heads))


def _finish(opened: _Opened, told_by: list[_Told], model: Model) -> Record:
    """The Record. A part that memcon fails on stays empty, and so do those that need it."""
    document, quotations = opened.document, opened.quotations

    def part(name: str, read: Callable[[], Part], empty: Part) -> Part:
        return read_part(document.name, name, read, empty)

    attributions = part(
        "attributions", lambda: _attributions(opened, told_by, model), list[Attribution]()
    )
    mentions = gather((part.embedded for part in told_by if part.embedded), opened.heads)
    described = opened.described.take(mentions.which)
    reading = Reading(opened.words)

    def speakers() -> tuple[list[Attribution], list[Actor]]:
        clustered = cluster(described, mentions.vectors, opened.heads)
        return name_speakers(attributions, reading, quotations, document.date, clustered)

    attributions, actors = part("actors", speakers, (attributions, list[Actor]()))
    things = part("named things", lambda: find_things(reading, actors), tuple[Actor, ...]())

    def meant() -> tuple[Statement, ...]:
        whom = Whom(reading, [*actors, *things], attributions)
        topics = Finder(
            parties(attributions, actors), opened.topics, by_states(opened.states, model)
        )
        stances = Stances(whom, opened.states, model, attributions)
        return find_statements(attributions, reading, quotations, stances, topics)

    statements = part("statements", meant, tuple[Statement, ...]())
    targets = {stance.target for s in statements for stance in s.stances}

    def done() -> tuple[Event, ...]:
        whom = Whom(reading, actors, attributions)
        day = read_day(document.date)
        return find_events(attributions, statements, whom, opened.states, model, day)

    def met() -> Meeting:
        return find_meeting(document, reading, attributions, actors, quotations)

    moving = Moving(opened.layout.plain, document.text)
    told_of = (*actors, *(thing for thing in things if thing.id in targets))
    return _record(
        document,
        Engine(version=__version__, model=model.digest),
        attributions=tuple(map(moving.attribution, attributions)),
        actors=tuple(map(moving.actor, told_of)),
        statements=tuple(map(moving.statement, statements)),
        events=tuple(map(moving.event, part("events", done, tuple[Event, ...]()))),
        meeting=moving.meeting(part("facts of the meeting", met, Meeting())),
    )


def _record(document: Document, engine: Engine, **parts: Any) -> Record:
    """The Record of the parts; if they do not fit each other, of those that stand by themselves."""
    try:
        return Record(document=document, engine=engine, **parts)
    except ValidationError as error:
        tell(document.name, "parts, but for attributions without speakers,", error)
    bare = [
        a.model_copy(update={"speaker": None, "addressee": None}) for a in parts["attributions"]
    ]
    try:
        return Record(document=document, engine=engine, attributions=tuple(bare))
    except ValidationError as error:
        tell(document.name, "attributions", error)
    return Record(document=document, engine=engine)


def _place(relation: Relation) -> tuple[int, int]:
    """Where a frame stands: one that holds another goes before it."""
    return relation.content[0][0], -relation.content[-1][1]


def _attributions(opened: _Opened, told_by: list[_Told], model: Model) -> list[Attribution]:
    genre, words, quotations = opened.genre, opened.words, opened.quotations
    found = [part.relations for part in told_by]
    told = told_by_sentences(
        list(chain.from_iterable(found[: opened.outer])),
        list(chain.from_iterable(found[opened.outer :])),
        words,
        genre,
        least=least_confidence(model.settings["thresholds"]["least"], genre),
        least_inner=model.settings["inner"],
    )
    blocks = opened.layout.blocks(known=genre == "transcript")
    frames = find_frames(opened.layout, quotations, genre)
    handed = find_handed(words, opened.layout, known=genre == "transcript")
    begun = {frame.content[0][0] for frame in frames}
    handed = [said for said in handed if said.content[0][0] not in begun]
    frames, told = sorted([*frames, *handed], key=_place), without_cues_of(handed, told)
    told = without_topics(without_unsaid(told, blocks, words.text), words, blocks)
    if not any(frame.content[0][0] == 0 for frame in frames) and (said := headline(words, blocks)):
        told = add_inner(told, [said], 0.0)
    told = add_inner(told, find_thanks(words, frames), 0.0)
    relations = merge(frames, told, words.text)
    return assemble(relations, quotations, words.text)
