"""Recognition: the words on a picture of a page, with their places, by Tesseract (Smith 2007)."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from statistics import median
from typing import Any

from memcon.errors import FormatError, UnreadableError
from memcon.sources.pdf.line import Line

#: Seconds for a page; a full one takes three.
PATIENCE = 120
_POINTS = 72
#: Certainty of Tesseract's, from 0 to 100, below which signs without a letter are specks of dust.
_SPECK = 50
#: How systems name its data for all languages in Latin script.
_LATIN = ("Latin", "script/Latin")
#: What Tesseract takes “I” and “1” for, and the number of a first item.
_STROKE, _FIRST = "|", ("l.", "l)", "|.", "|)")
#: Sizes of type that differ by less, as a share, are one: dots are too coarse to tell more.
_ALIKE = 0.15
#: Signs that hang below the line, and letters as high as capitals.
_HANGING = frozenset("gjpqyQJ,;()[]{}/|_„‚")
_HIGH = re.compile(r"[A-Zbdfhkl\d]")
#: Parts of a size that capitals are high, small letters are high, and letters hang below the line.
_CAPITAL, _SMALL, _BELOW = 0.7, 0.48, 0.22
#: How to get what reads pictures.
REMEDY = (
    "pip install 'memcon[ocr]' and Tesseract (Debian and Ubuntu: apt-get install tesseract-ocr "
    "tesseract-ocr-script-latn; macOS: brew install tesseract tesseract-lang) read it"
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A word on a page.

    :param page: from 1 on.
    :param box: its left, bottom, right and top, in points from the page's lower left.
    :param certainty: Tesseract's own, from 0 to 1.
    """

    words: str
    page: int
    box: tuple[float, float, float, float]
    certainty: float


@dataclass(frozen=True, slots=True)
class Page:
    """What was recognised on a page, as lines and word by word."""

    lines: list[Line]
    seen: list[Seen]


def refuse_without_tesseract(name: str, what: str) -> None:
    """Let pass if pictures can be read here.

    :raises UnreadableError: if they cannot; it says what to install.
    """
    if find_spec("pytesseract") is None or find_spec("PIL") is None:
        missing = "the extra “ocr” is not installed"
    elif shutil.which("tesseract") is None:
        missing = "Tesseract is not installed"
    else:
        return
    raise UnreadableError(name, f"{what}, and {missing}: {REMEDY}")


def recognised(name: str, picture: Any, density: float, number: int = 0) -> Page:
    """The words on a picture.

    :param density: its dots to an inch.
    :param number: of the page, from 0 on.
    :raises FormatError: if Tesseract fails on it, or takes longer than it may.
    """
    import pytesseract

    try:
        found = pytesseract.image_to_data(
            picture, lang=_language(), config="--psm 3", timeout=PATIENCE,
            output_type=pytesseract.Output.DICT,
        )  # fmt: skip
    except (RuntimeError, OSError, pytesseract.TesseractError) as error:
        why = " ".join(str(error).split())[:300]
        raise FormatError(
            name,
            f"Tesseract fails on page {number + 1} ({why}); save it anew, or use another OCR program",
        ) from error
    return _page(found, picture.height, _POINTS / density, number)


@cache
def _language() -> str:
    """Tesseract's data for Latin script, if it is there: names keep their letters. Else for English."""
    known = _installed()
    return next((one for one in _LATIN if one in known), "eng")


def _installed() -> list[str]:
    # pytesseract's own list leaves out those whose names have a capital, as of all scripts.
    told = subprocess.run(  # noqa: S603
        [shutil.which("tesseract") or "tesseract", "--list-langs"],
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    return told.stdout.split()


def _page(found: dict[str, list[Any]], height: int, point: float, number: int) -> Page:
    """The lines and words of Tesseract's table.

    :param height: of the page, in dots.
    :param point: points that a dot has.
    """
    rows: dict[tuple[int, int, int], list[Seen]] = {}
    for at, told in enumerate(found["text"]):
        words, certainty = str(told).strip(), float(found["conf"][at])
        speck = certainty < _SPECK and not any(map(str.isalnum, words))
        if not words or speck:
            continue
        left, top = found["left"][at], found["top"][at]
        right, bottom = left + found["width"][at], top + found["height"][at]
        box = (left * point, (height - bottom) * point, right * point, (height - top) * point)
        key = (found["block_num"][at], found["par_num"][at], found["line_num"][at])
        rows.setdefault(key, []).append(Seen(words, number + 1, box, max(0.0, certainty) / 100))
    rows = {key: read for key, row in rows.items() if (read := _unmistaken(row))}
    sizes = [_size(row, _base(row)) for row in rows.values()]
    usual = median(sizes) if sizes else 0.0
    lines = [_line(row, usual) for row in rows.values()]
    return Page(lines, [seen for row in rows.values() for seen in row])


def _unmistaken(row: list[Seen]) -> list[Seen]:
    """A line whose upright strokes are what they stand for: “I”, “1”, or, alone, a rule of the page."""
    if {seen.words for seen in row} == {_STROKE}:
        return []
    out = []
    for at, seen in enumerate(row):
        words = seen.words
        if words == _STROKE:
            # The number of a page stands last, behind a word at most: “Page 1”.
            words = "1" if at == len(row) - 1 and at < 2 else "I"
        elif at == 0 and words in _FIRST and len(row) > 1:
            words = "1" + words[1:]
        out.append(replace(seen, words=words))
    return out


def _base(row: list[Seen]) -> float:
    """The height on which a line's letters stand: where words end that have none that hang below it."""
    standing = [seen.box[1] for seen in row if not _HANGING.intersection(seen.words)]
    if standing:
        return median(standing)
    return median(seen.box[1] + _BELOW * (seen.box[3] - seen.box[1]) for seen in row)


def _size(row: list[Seen], base: float) -> float:
    """The size of a line's type, by the height of its capitals and of letters as high as they are."""
    high = [seen.box[3] - base for seen in row if _HIGH.search(seen.words)]
    return median(high) / _CAPITAL if high else max(s.box[3] - base for s in row) / _SMALL


def _line(row: list[Seen], usual: float) -> Line:
    base = _base(row)
    size = _size(row, base)
    if abs(size - usual) <= _ALIKE * usual:
        size = usual
    gaps = [after.box[0] - before.box[2] for before, after in pairwise(row)]
    return Line(
        words=" ".join(seen.words for seen in row),
        left=row[0].box[0],
        right=row[-1].box[2],
        bottom=base,
        top=base + size,
        size=round(size, 1),
        page=row[0].page - 1,
        step=median(gaps) if gaps else size / 4,
        start=row[0].box[2] - row[0].box[0],
    )
