"""PolNeAR: political news with every attribution annotated, in brat standoff files.

Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", LREC 2018.
"""

from __future__ import annotations

import re
from pathlib import Path

from training.corpora.gold import GoldRelation, GoldText

_SPAN = re.compile(r"^(T\d+)\t\w+ ([\d ;]+)")
_RELATION = re.compile(r"^E\d+\t(.*)")


def read_polnear(folder: Path) -> list[GoldText]:
    """The texts of `folder/text` with the first annotator's file in `folder/attributions`.

    :raises FileNotFoundError: if the folder is not of this form.
    """
    if not (folder / "attributions").is_dir():
        raise FileNotFoundError(f"{folder} has no folder 'attributions': name a PolNeAR part")
    texts = []
    for path in sorted((folder / "text").glob("*.txt")):
        annotations = sorted((folder / "attributions").glob(path.stem + "_*.ann"))
        if annotations:
            text = path.read_bytes().decode("utf-8")
            texts.append(GoldText(path.name, text, _read_brat(annotations[0])))
    return texts


def _read_brat(path: Path) -> tuple[GoldRelation, ...]:
    spans, relations = {}, []
    # A quoted text may hold a newline, so that only lines of the known forms count.
    for line in path.read_text(encoding="utf-8").split("\n"):
        if m := _SPAN.match(line):
            spans[m[1]] = [tuple(int(x) for x in part.split()) for part in m[2].split(";")]
        elif m := _RELATION.match(line):
            roles: dict[str, list] = {"source": [], "cue": [], "content": []}
            for item in m[1].split():
                role, _, reference = item.partition(":")
                roles.get(re.sub(r"\d+$", "", role).lower(), []).extend(spans.get(reference, []))
            relations.append(GoldRelation(**{r: tuple(sorted(s)) for r, s in roles.items()}))
    return tuple(relations)
