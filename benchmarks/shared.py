"""Where the corpora are: outside the project, beside its checkout."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from memcon.record import Record
from memcon.spans import Spans

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
GOLD = Path(__file__).parent / "gold"
SCORER = SHARED / "tools" / "score_attribution.py"
_WORD = re.compile(r"\w+")


def count_words(text: str) -> int:
    """Words as the scorer counts them."""
    return sum(1 for _ in _WORD.finditer(text))


@dataclass(frozen=True, slots=True)
class Expected:
    """An attribution as annotated.

    :param speaker: where the text names the actors that are its source.
    :param addressee: where it names those to whom it was said, empty if the text does not say; None
        if nobody annotated it.
    """

    source: Spans
    cue: Spans
    content: Spans
    speaker: Spans
    addressee: Spans | None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with our own annotation, made before any output was looked at.

    :param held: kept back until everything was chosen.
    """

    name: str
    genre: str
    held: bool
    text: str
    attributions: tuple[Expected, ...]


def annotated_documents(shared: Path = SHARED) -> list[Annotated]:
    """The starting document and forty releases: annotations are ours, texts lie in `shared`.

    :raises ValueError: if a text is not the one that was annotated.
    """
    releases = {}
    with (shared / "corpora" / "readouts" / "state.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            release = json.loads(line)
            releases[release["url"]] = f"{release['title']}\n{release['text']}"
    out = []
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text())
        if "attributions" not in gold:
            continue
        if "url" in gold:
            text = releases[gold["url"]]
        else:
            text = (shared / gold["file"]).read_bytes().decode("utf-8")
        if hashlib.sha256(text.encode()).hexdigest() != gold["sha256"]:
            raise ValueError(f"{path}: the text in {shared} is not the one that was annotated")
        expected = tuple(_expected(row) for row in gold["attributions"])
        out.append(Annotated(gold["document"], gold["genre"], gold["held"], text, expected))
    return out


def _expected(row: dict[str, list[list[int]]]) -> Expected:
    roles = ("source", "cue", "content", "speaker", "addressee")
    source, cue, content, speaker, addressee = (
        tuple((a, b) for a, b in row[role]) if role in row else None for role in roles
    )
    assert source is not None and cue is not None and content is not None and speaker is not None
    return Expected(source, cue, content, speaker, addressee)


def actor_at(record: Record, span: Sequence[int]) -> str | None:
    """Id of the actor whose mention the words at the span are, of nested ones the shortest."""
    hits = [
        (b - a, actor.id)
        for actor in record.actors
        for a, b in actor.mentions
        if a < span[1] and span[0] < b
    ]
    return min(hits)[1] if hits else None


def load_scorer(path: Path = SCORER) -> ModuleType:
    """The scorer, which is kept outside the project.

    :raises FileNotFoundError: if it is not there.
    """
    if not path.exists():
        raise FileNotFoundError(f"no scorer at {path}: name it with --scorer")
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
