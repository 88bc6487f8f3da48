"""Pages of scans as pictures, with limits: a small file can hold a picture as large as a house."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

from memcon.errors import FormatError, SourceError
from memcon.sources.limits import TooLargeError, refuse_large
from memcon.sources.pdf import ALONE

#: Pages of one scan: each takes a second or three.
MOST_PAGES = 200
#: Dots to an inch: what Tesseract is made for.
DOTS = 300
#: Dots of one page; an A3 page at that density has half as many. A larger one is made smaller.
MOST_DOTS = 40_000_000
#: Dots of a picture that is opened at all.
LARGEST_PICTURE = 200_000_000
_POINTS = 72
_PART = "cut it into parts"

#: A picture and how many of its dots make an inch.
Picture = tuple[Any, float]


def pages_of_pdf(name: str, data: bytes) -> Iterator[Picture]:
    """Each page of a PDF, drawn.

    :raises SourceError: TooLargeError if there are too many, FormatError if the file is broken.
    """
    from pypdfium2 import PdfDocument

    refuse_large(name, len(data))
    try:
        with ALONE:
            opened = PdfDocument(data)
            _refuse_many(name, len(opened))
        for number in range(len(opened)):
            with ALONE:
                drawn = _drawn(opened[number])
            yield drawn
        with ALONE:
            opened.close()
    except (SourceError, MemoryError):
        raise
    except Exception as error:
        raise _broken(name, "PDF", error) from error


def _drawn(page: Any) -> Picture:
    width, height = page.get_size()
    dots = width * height * (DOTS / _POINTS) ** 2
    density = DOTS * min(1.0, (MOST_DOTS / max(dots, 1.0)) ** 0.5)
    picture = page.render(scale=density / _POINTS, grayscale=True).to_pil()
    page.close()
    return picture, density


def pages_of_image(name: str, data: bytes) -> Iterator[Picture]:
    """Each page of a picture, upright by what it says of itself.

    :raises SourceError: TooLargeError if there are too many or one is too large, FormatError if it is
        broken.
    """
    from PIL import Image, ImageOps, ImageSequence

    refuse_large(name, len(data))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            opened = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
        _refuse_many(name, getattr(opened, "n_frames", 1))
        for frame in ImageSequence.Iterator(opened):
            if frame.width * frame.height > LARGEST_PICTURE:
                raise TooLargeError(
                    name,
                    f"the picture has {frame.width:,} by {frame.height:,} dots; make it smaller",
                )
            density = _density(frame)
            upright = ImageOps.exif_transpose(_on_white(frame))
            factor = min(
                _wanted(upright, density), (MOST_DOTS / (upright.width * upright.height)) ** 0.5
            )
            if factor != 1:
                size = (
                    max(1, round(upright.width * factor)),
                    max(1, round(upright.height * factor)),
                )
                upright = upright.resize(size)
            yield upright, density * factor
    except (SourceError, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise TooLargeError(name, f"the picture is too large ({error}); make it smaller") from error
    except Exception as error:
        raise _broken(name, "picture", error) from error


def _on_white(frame: Any) -> Any:
    """The picture in grey, what can be seen through as white paper."""
    from PIL import Image

    if frame.mode in ("RGBA", "LA", "PA") or "transparency" in frame.info:
        seen = frame.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        paper.alpha_composite(seen)
        frame = paper
    return frame.convert("L")


def _density(frame: Any) -> float:
    """Dots to an inch as the picture says; as of a page of A4 or letter size if it does not."""
    told = frame.info.get("dpi")
    density = float(told[0]) if told else 0.0
    return density if 70 <= density <= 2400 else max(frame.width / 8.3, 70.0)


def _wanted(frame: Any, density: float) -> float:
    """How many times larger a picture of few dots should be, for its letters to be told apart."""
    return min(3.0, DOTS / density) if density < 0.75 * DOTS and frame.width < 4 * DOTS else 1.0


def _refuse_many(name: str, count: int) -> None:
    if count > MOST_PAGES:
        raise TooLargeError(
            name, f"it is a scan of {count:,} pages, and {MOST_PAGES:,} are read; {_PART}"
        )


def _broken(name: str, what: str, error: Exception) -> FormatError:
    return FormatError(
        name,
        f"this {what} is broken ({type(error).__name__}: {error}); get it again, or save it anew",
    )
