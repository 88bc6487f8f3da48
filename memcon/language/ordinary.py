"""Ordinary words: those that English has without being a name."""

from __future__ import annotations

import json
import zipfile
from functools import cache
from importlib.resources import files


@cache
def ordinary_words() -> frozenset[str]:
    """Words that the tokenizer of the shipped model has whole: the thirty thousand commonest."""
    with zipfile.ZipFile(str(files("memcon") / "models" / "memcon-en.zip")) as archive:
        tokenizer = json.loads(archive.read("tokenizer.json"))
    return frozenset(word for word in tokenizer["model"]["vocab"] if word.isalpha())
