"""The header of a TEI document, and the names of its elements."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from memcon.exchange.xmltext import legal
from memcon.record import Actor, Record

NAMESPACE = "http://www.tei-c.org/ns/1.0"
ID = "{http://www.w3.org/XML/1998/namespace}id"
#: `direct` of a `said`, by the type of its attribution.
DIRECT = {"direct": "true", "indirect": "false", "mixed": "unknown"}
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def add_header(root: Any, record: Record) -> None:
    """Add the `teiHeader`: what the text is, the types of attributions, and who is who."""
    about = record.document
    header = sub(root, "teiHeader")
    file = sub(header, "fileDesc")
    sub(sub(file, "titleStmt"), "title").text = legal(about.title or about.name)
    sub(sub(file, "publicationStmt"), "p").text = f"Annotated by memcon {record.engine.version}"
    source = sub(sub(file, "sourceDesc"), "bibl")
    sub(source, "title").text = legal(about.title or about.name)
    if about.publisher:
        sub(source, "publisher").text = legal(about.publisher)
    if about.date:
        when = {"when": about.date} if _DAY.fullmatch(about.date) else {}
        sub(source, "date", **when).text = legal(about.date)
    if about.url:
        sub(source, "ptr", target=legal(about.url))
    sub(source, "idno", type="filename").text = legal(about.name)
    sub(source, "idno", type="sha256").text = about.sha256
    taxonomy = sub(sub(sub(header, "encodingDesc"), "classDecl"), "taxonomy")
    for type in DIRECT:
        sub(sub(taxonomy, "category", **{ID: type}), "catDesc").text = f"{type} attribution"
    if record.actors:
        people = sub(sub(header, "profileDesc"), "particDesc")
        persons = [a for a in record.actors if a.kind == "person"]
        others = [a for a in record.actors if a.kind != "person"]
        for name, actors in (("listPerson", persons), ("listOrg", others)):
            if actors:
                listed = sub(people, name)
                for actor in actors:
                    _actor(listed, actor)


def _actor(listed: Any, actor: Actor) -> None:
    id = id_of(actor.id)
    if actor.kind == "person":
        made = sub(listed, "person", **{ID: id})
        sub(made, "persName").text = legal(actor.name)
        for title in actor.titles:
            sub(made, "occupation").text = legal(title)
        if actor.country:
            sub(sub(made, "affiliation"), "country", key=legal(actor.country))
    else:
        made = sub(listed, "org", **{ID: id, "type": actor.kind})
        sub(made, "orgName").text = legal(actor.name)
        if actor.country:
            sub(made, "country", key=legal(actor.country))
    for kind, identifier in actor.identifiers.items():
        sub(made, "idno", type=_word(kind)).text = legal(identifier)


def id_of(id: str) -> str:
    """An id of the Record as an XML name."""
    name = _word(id)
    return name if re.match(r"[A-Za-z_]", name) else f"_{name}"


def _word(words: str) -> str:
    return re.sub(r"[^A-Za-z0-9_.-]", "_", words)


def tei(name: str) -> str:
    """A name of TEI's."""
    return f"{{{NAMESPACE}}}{name}"


def sub(parent: Any, name: str, **attributes: str) -> Any:
    """A new element of TEI's, the last in its parent."""
    return etree.SubElement(parent, tei(name), attributes)
