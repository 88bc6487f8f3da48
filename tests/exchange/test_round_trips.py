"""200 generated Records go out and come back: what the format carries is equal.

All formats share the generated Records, since making them takes most of the time.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from generated_records import records
from hypothesis import HealthCheck, given, settings

from memcon.exchange import brat, brat_reading, cas, cas_reading, dna, dna_reading, jsonl
from memcon.exchange.dna import label
from memcon.record import Record


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(records())
def test_what_a_format_carries_comes_back_equal(record: Record):
    assert jsonl.parse(jsonl.line(record), "a.jsonl:1") == record
    assert cas_reading.parse(cas.cas(record).to_xmi(), "a.xmi") == record
    text, annotations = brat.standoff(record)
    read = brat_reading.parse(text, annotations, "a.txt")
    if "\r" not in record.text:
        assert by_brat(read) == by_brat(record)
    assert words(read) == words(record)
    with TemporaryDirectory() as folder, patch.object(dna, "create", quick(dna.create)):
        path = Path(folder) / "a.dna"
        dna.write([record], path)
        (coded,) = dna_reading.read(path)
    assert by_dna(coded) == by_dna(record)


def quick(create):
    """Making the tables without the hundred thousand digests of the password."""

    def made(connection, password: str) -> None:
        with patch("memcon.exchange.dna_tables.hashed", lambda password: "x"):
            create(connection, password)

    return made


def by_brat(record: Record) -> dict:
    """All of a Record but for what brat has no place for."""
    parts = ("attributions", "actors", "statements", "events")
    return {part: getattr(record, part) for part in parts} | {"text": record.text}


def words(record: Record) -> list[list[str]]:
    """The words of the attributions without their breaks, at which line ends may have changed."""
    return [
        ["".join(record.words(spans).replace(" … ", "").split())
         for spans in (a.source, a.cue, a.content)]
        for a in record.attributions
    ]  # fmt: skip


def by_dna(record: Record) -> tuple:
    """What DNA has a place for: the document, and who said what of which topics and actors."""
    about = record.document
    text = record.text.replace("\r\n", "\n")
    names = {actor.id: label(actor.name) for actor in record.actors}
    topics = {label(topic) for s in record.statements for topic in s.topics}
    told = []
    for a in record.attributions:
        start, end = a.content[0][0], a.content[-1][1]
        said = record.text[start:end].replace("\r\n", "\n").strip("\r\n")
        concepts = set()
        for statement in record.statements:
            if statement.attribution == a.id:
                concepts |= {(label(topic), None) for topic in statement.topics}
                for stance in statement.stances:
                    name = names[stance.target]
                    if stance.polarity:
                        # A name that is a topic too is one entity of DNA's.
                        concepts.add((name, None if name in topics else stance.polarity))
        told.append((said, names.get(a.speaker or ""), concepts))
    merged: dict = {}
    for said, speaker, concepts in told:
        merged.setdefault((said, speaker), set()).update(concepts)
    title = label(about.title or about.name)
    title = about.name if title == label(about.name) else title
    return (text, title, label(about.publisher or ""), about.url, about.date, about.genre, merged)
