"""`memcon read --show layout`: the blocks of each document, for whoever doubts what memcon saw."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from memcon.attribution.genre import tell_genre
from memcon.cli.messages import give_up, tell
from memcon.collecting import Failure, Loaded
from memcon.document import Document
from memcon.layout.block import Block
from memcon.layout.document import blocks_of, layout_of
from memcon.report.visible import visible

FINE, FAILED, INTERRUPTED = 0, 1, 130
#: Columns of the words of a block on a terminal.
_WORDS = 72


def show_layout(items: Iterable[Loaded | Failure], format: str, output: Path | None) -> int:
    """Write the blocks of the documents: `text` a line each, `json` one list, `jsonl` a document a line.

    :returns: the exit code.
    """
    failed = 0
    written: list[str] = []
    try:
        for item in items:
            if isinstance(item, Failure):
                failed += 1
                tell(f"{item.label}: {item.reason}")
                continue
            said = _as_text(item.document) if format == "text" else _as_json(item.document, format)
            if output is None:
                print(said, flush=True)
            else:
                written.append(said)
        if output is not None:
            output.write_text("".join(f"{said}\n" for said in written), "utf-8")
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        give_up(sys.stdout)
    except OSError as error:
        tell(f"{output}: {error.strerror}; nothing written")
        return FAILED
    return FAILED if failed else FINE


def _blocks(document: Document) -> tuple[str, tuple[Block, ...]]:
    genre = document.genre or tell_genre(layout_of(document))
    return genre, blocks_of(document, known=genre == "transcript")


def _as_text(document: Document) -> str:
    """A line a block: number, kind, place, the head it completes, label and first words."""
    genre, blocks = _blocks(document)
    lines = [f"{document.name}: {genre}, {len(blocks)} blocks"]
    for number, block in enumerate(blocks):
        words = " ".join(document.text[block.begin : block.end].split())
        cut = words if len(words) <= _WORDS else f"{words[: _WORDS - 1]}…"
        head = f" ← {block.head}" if block.head is not None else ""
        label = f" [{document.text[slice(*block.label)]}]" if block.label else ""
        place = f"{block.begin}–{block.end}"
        lines.append(f"{number:4} {block.kind:12} {place:>13}{head}{label}  {cut}")
    return visible("\n".join(lines))


def _as_json(document: Document, format: str) -> str:
    genre, blocks = _blocks(document)
    told = {
        "document": {"name": document.name, "sha256": document.sha256},
        "genre": genre,
        "blocks": [_fields(block) for block in blocks],
    }
    return json.dumps(told, ensure_ascii=False, indent=None if format == "jsonl" else 2)


def _fields(block: Block) -> dict[str, Any]:
    """The fields that say something; spans in code points of the document's text."""
    fields = {name: getattr(block, name) for name in Block.__slots__}
    return {name: value for name, value in fields.items() if value not in (None, ())}
