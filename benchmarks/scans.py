"""Scans of texts that are known: .venv/bin/python -m benchmarks.scans [--dots N …] [FILE.forms …]

Each document of `../shared/corpora/forms/*.dev.forms` is printed as a PDF, its pages are drawn as a
scanner leaves them (grey, a little askew, blurred and noisy, JPEG), and read by Tesseract. Told are words
that differ (Levenshtein over words, running heads and all that is no letter or digit apart), attributions
that are the same as those of the text itself, as in `benchmarks.clothes`, and seconds a page.
"""

from __future__ import annotations

import argparse
import io
import re
import time
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageFilter
from pypdfium2 import PdfDocument
from rapidfuzz.distance import Levenshtein

from benchmarks.clothes.__main__ import FORMS, read, texts
from benchmarks.clothes.printed import ragged
from memcon.document import Document
from memcon.sources.scans import scan_of_pdf

#: Degrees by which a page lies askew, and the deviation of a dot's grey.
_ASKEW, _NOISE = 0.4, 12


def scanned(pdf: bytes, dots: int) -> tuple[bytes, int]:
    """The PDF of pictures that a scanner makes of a printed one, and how many pages it has.

    :param dots: to an inch.
    """
    pages = [
        _page(page.render(scale=dots / 72, grayscale=True).to_pil()) for page in PdfDocument(pdf)
    ]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=dots, quality=70)
    return out.getvalue(), len(pages)


def _page(drawn: Any) -> Any:
    chance = np.random.default_rng(1)
    askew = drawn.rotate(_ASKEW, fillcolor="white", resample=Image.Resampling.BICUBIC)
    grey = np.asarray(askew.filter(ImageFilter.GaussianBlur(0.6)), dtype=np.float32)
    noisy = grey * 0.94 + chance.normal(0, _NOISE, grey.shape)
    return Image.fromarray(noisy.clip(0, 255).astype(np.uint8))


def words(text: str) -> list[str]:
    """The words of a text."""
    return re.findall(r"\w+", text)


def main() -> None:
    """Print the figures for each number of dots."""
    options = argparse.ArgumentParser(prog="benchmarks.scans")
    options.add_argument("files", nargs="*", type=Path, default=sorted(FORMS.glob("*.dev.forms")))
    options.add_argument("--dots", nargs="*", type=int, default=[300, 200, 150])
    given = options.parse_args()
    plain = list(texts(given.files))
    before = read([Document(name=name, text=text) for name, text in plain])
    for dots in given.dots:
        found, wrong, all_words, pages, seconds = [], 0, 0, 0, 0.0
        for name, text in plain:
            data, count = scanned(ragged(text), dots)
            begun = time.perf_counter()
            document = scan_of_pdf(name, data).document
            seconds += time.perf_counter() - begun
            pages += count
            wrong += Levenshtein.distance(words(text), words(document.text))
            all_words += len(words(text))
            found.append(document)
        after = read(found)
        both = sum((one & other).total() for one, other in zip(before, after, strict=True))
        most = sum(max(a.total(), b.total()) for a, b in zip(before, after, strict=True))
        print(
            f"{dots} dots: {100 * wrong / all_words:.2f}% of {all_words} words differ, "
            f"{100 * both / most:.1f}% of {most} attributions the same, "
            f"{seconds / pages:.1f} s a page ({pages} pages)",
            flush=True,
        )


if __name__ == "__main__":
    main()
