"""The pages of a PDF, with limits: a small file can list one page, or its content, without end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon.errors import FormatError
from memcon.sources.limits import LARGEST, TooLargeError
from memcon.sources.pdf.characters import pieces
from memcon.sources.pdf.line import Line

#: Pages of one document; the longest reports have a tenth.
MOST_PAGES = 10_000
#: Bytes of content that are read again because pages share it, as blank ones do.
MOST_SHARED = 4 * 1024 * 1024
_PART = "cut it into parts, e.g. with qpdf --split-pages"


def lines_of(name: str, reader: Any, opened: Any) -> Iterator[list[Line]]:
    """The lines of each page, or pieces of them, in the order of the file, as they are asked for.

    :param reader: pypdf's, which tells how the file is built.
    :param opened: pypdfium2's document of the same file.
    :raises FormatError: if a page is listed more than once.
    :raises TooLargeError: if there are more pages or more characters than a document may have, or if
        pages share more content than blank ones or covers do.
    """
    seen: set[object] = set()
    contents: set[str] = set()
    characters = shared = 0
    for number, page in enumerate(reader.pages, start=1):
        if number > MOST_PAGES:
            raise TooLargeError(name, f"it has more than {MOST_PAGES:,} pages; {_PART}")
        own = page.indirect_reference
        if own is not None and (own.idnum, own.generation) in seen:
            raise FormatError(
                name, f"this PDF lists one page twice (as page {number} too); open it in a viewer and "
                "print it to a new PDF"
            )  # fmt: skip
        if own is not None:
            seen.add((own.idnum, own.generation))
        # References, not what they name: equal ones name the same content.
        content = repr(page.raw_get("/Contents")) if "/Contents" in page else ""
        if content and content in contents:
            shared += _size(page)
            if shared > MOST_SHARED:
                raise TooLargeError(
                    name, "its pages share one content again and again; open it in a viewer and print it "
                    "to a new PDF"
                )  # fmt: skip
        contents.add(content)
        textpage = opened[number - 1].get_textpage()
        characters += textpage.count_chars()
        if characters > LARGEST:
            raise TooLargeError(name, f"its text has more than {LARGEST:,} characters; {_PART}")
        yield pieces(textpage, number - 1)
        textpage.close()


def _size(page: Any) -> int:
    """Bytes of a page's content, unpacked; a few more for the page itself."""
    found = page.get_contents()
    return (len(found.get_data()) if found is not None else 0) + 100
