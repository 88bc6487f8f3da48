"""TEI P5 (tei-c.org): `<said who toWhom direct>` around what somebody is reported to have said.

    said  the content of an attribution; `ana` points at direct, indirect or mixed, since `direct` of
          a mixed one is `unknown`
    seg   its source (type `source`) and cue (type `cue`); `corresp` points at the said
    rs    a mention of an actor; `ref` points at the person or org in the header

XML nests and spans do not: where one would cross another or a paragraph's end, it is cut, and the
pieces of one element point at each other by `next` and `prev`. So do the parts of a discontinuous
content. A `p` is a line of the text; the characters of the body are those of the text, but that U+FFFD
stands for what XML cannot hold.

Not carried: confidences; statements, events, the meeting; where titles stand; the parent of an
attribution but by its place. Not read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from memcon.exchange.filenames import Stems
from memcon.exchange.tei_header import DIRECT, ID, NAMESPACE, add_header, id_of, sub, tei
from memcon.exchange.xmltext import legal
from memcon.record import Record, Span

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LINE = re.compile(r"[^\n\r]+")


def write(records: Iterable[Record], folder: Path) -> int:
    """Write NAME.xml for each Record into the folder; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    stems, count = Stems(), 0
    for record in records:
        (folder / f"{stems.next(record.document.name)}.xml").write_bytes(document(record))
        count += 1
    return count


def document(record: Record) -> bytes:
    """The Record as a TEI document in UTF-8."""
    root = etree.Element(tei("TEI"), nsmap={None: NAMESPACE})
    if record.document.language:
        root.set(_LANGUAGE, record.document.language)
    add_header(root, record)
    body = sub(sub(root, "text"), "body")
    _fill(body, record)
    tree = etree.ElementTree(root)
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True)


@dataclass
class _Element:
    """An element over a span, and the ids of its pieces as they are written.

    :param group: elements of one group point at each other by `next` and `prev`.
    """

    span: Span
    name: str
    attributes: dict[str, str]
    group: str
    pieces: list[Any] = field(default_factory=list)


def _elements(record: Record) -> list[_Element]:
    made = []
    for a in record.attributions:
        about = {"direct": DIRECT[a.type], "ana": f"#{a.type}"}
        about |= {k: f"#{id_of(v)}" for k, v in (("who", a.speaker), ("toWhom", a.addressee)) if v}
        made += [_Element(span, "said", about, id_of(a.id)) for span in a.content]
        for role in ("source", "cue"):
            told = {"type": role, "corresp": f"#{id_of(a.id)}"}
            made += [
                _Element(span, "seg", told, f"{id_of(a.id)}-{role}") for span in getattr(a, role)
            ]
    for actor in record.actors:
        for number, mention in enumerate(actor.mentions):
            told = {"ref": f"#{id_of(actor.id)}", "type": actor.kind}
            made.append(_Element(mention, "rs", told, f"{id_of(actor.id)}-m{number + 1}"))
    # The widest opens first; of equals, the one that comes first in the Record.
    return sorted(made, key=lambda e: (e.span[0], -e.span[1]))


def _fill(body: Any, record: Record) -> None:
    """Write the lines with their elements, cut where they would cross."""
    elements = _elements(record)
    groups: dict[str, list[Any]] = {}
    written, waiting = 0, 0
    running: list[_Element] = []
    for line in _LINE.finditer(record.text):
        _append(body, record.text[written : line.start()])
        paragraph = sub(body, "p")
        running = [e for e in running if e.span[1] > line.start()]
        stack: list[tuple[_Element | None, Any]] = [(None, paragraph)]
        for element in running:
            _open(stack, element, groups)
        at = line.start()
        # Elements that begin on the line end before it are of line ends alone, and have no words.
        while waiting < len(elements) and elements[waiting].span[0] < line.end():
            opened = elements[waiting]
            waiting += 1
            if opened.span[1] <= line.start():
                continue
            start = max(opened.span[0], line.start())
            at = _forward(stack, running, record.text, at, start, groups)
            running.append(opened)
            _open(stack, opened, groups)
        _forward(stack, running, record.text, at, line.end(), groups)
        written = line.end()
    _append(body, record.text[written:])
    _join(groups)


def _forward(
    stack: list[tuple[_Element | None, Any]],
    running: list[_Element],
    text: str,
    at: int,
    to: int,
    groups: dict[str, list[Any]],
) -> int:
    """Write the text from one place to another, and close what ends on the way."""
    while ends := [e.span[1] for e in running if e.span[1] <= to]:
        end = min(ends)
        _append(stack[-1][1], text[at:end])
        at = end
        ended = [e for e in running if e.span[1] == end]
        running[:] = [e for e in running if e.span[1] != end]
        lowest = min(i for i, (e, _) in enumerate(stack) if any(e is x for x in ended))
        reopened = [e for e, _ in stack[lowest:] if e and not any(e is x for x in ended)]
        del stack[lowest:]
        for element in reopened:
            _open(stack, element, groups)
    _append(stack[-1][1], text[at:to])
    return to


def _open(
    stack: list[tuple[_Element | None, Any]], element: _Element, groups: dict[str, list[Any]]
) -> None:
    made = sub(stack[-1][1], element.name, **element.attributes)
    stack.append((element, made))
    groups.setdefault(element.group, []).append(made)


def _join(groups: dict[str, list[Any]]) -> None:
    """Give the pieces of a group ids, and let them point at each other; drop the empty ones."""
    for group, pieces in groups.items():
        for piece in pieces:
            if not "".join(piece.itertext()) and not len(piece):
                _drop(piece)
        kept = [piece for piece in pieces if piece.getparent() is not None]
        names = [group if number == 0 else f"{group}.{number + 1}" for number in range(len(kept))]
        for number, piece in enumerate(kept):
            piece.set(ID, names[number])
            if number:
                piece.set("prev", f"#{names[number - 1]}")
            if number + 1 < len(kept):
                piece.set("next", f"#{names[number + 1]}")


def _drop(piece: Any) -> None:
    parent, tail = piece.getparent(), piece.tail or ""
    before = piece.getprevious()
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    piece.tail = None
    parent.remove(piece)


def _append(element: Any, text: str) -> None:
    """Add text behind all that the element has."""
    if not text:
        return
    text = legal(text)
    if len(element):
        last = element[-1]
        last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "") + text
