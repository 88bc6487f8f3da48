"""Web pages: the article without what stands around it, by trafilatura (Barbaresi 2021).

Offsets of a Record point into the text that is taken from the page, one paragraph a line, an empty one
between its blocks; the page's own bytes are not kept.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from memcon.document import Document
from memcon.errors import EmptyError, FormatError
from memcon.sources.labels import meant_by
from memcon.sources.limits import TooLargeError, refuse_large
from memcon.sources.page.breaks import part_at_breaks
from memcon.sources.page.form import put_into_words, uncut
from memcon.sources.page.items import number_items
from memcon.sources.page.nesting import shallow
from memcon.sources.page.room import keep_room, with_room
from memcon.sources.page.text import text_of
from memcon.sources.text import decode

#: What the page says of its own encoding (HTML standard, 13.2.3.2: in the first 1,024 bytes).
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
#: Elements of a page; the longest transcripts have a third. trafilatura goes over them many times.
MOST_ELEMENTS = 50_000
_ELEMENT = re.compile(r"<[a-zA-Z]")
_ROOT = re.compile(r"<html[\s>]", re.IGNORECASE)
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE
)


def is_page(head: bytes) -> bool:
    """Whether the first bytes of something are those of a web page."""
    return _PAGE.match(head) is not None


def read_html(name: str, data: bytes) -> Document:
    """The article of a web page, with title, publisher, address and date if the page gives them.

    :raises SourceError: EmptyError, BinaryError, EncodingError, FormatError if it is broken, or
        TooLargeError.
    """
    refuse_large(name, len(data))
    if not data.strip():
        raise EmptyError(name, "the file is empty; check that it was saved or downloaded whole")
    declared = _DECLARED.search(data[:1024])
    page, encoding = decode(name, data, meant_by(declared[1].decode("ascii")) if declared else None)
    refuse_crowded(name, page)
    try:
        found = _extract(shallow(page))
    except MemoryError:
        raise
    except Exception as error:
        # trafilatura and lxml let whatever a broken page leads to through.
        raise FormatError(
            name, f"this page is broken ({type(error).__name__}: {error}); copy its text to a .txt file"
        ) from error  # fmt: skip
    text = text_of(found.body) if found is not None and found.body is not None else ""
    if not text.strip():
        raise EmptyError(
            name,
            "no article was found in the page: perhaps a script loads it; save the page from a "
            "browser when it is shown, or copy its text to a .txt file",
        )
    return Document(
        name=name,
        text=with_room(uncut(text)),
        title=uncut(found.title or "") or None,
        publisher=found.sitename or None,
        url=found.url or None,
        date=found.date or None,
        encoding=encoding,
    )


def refuse_crowded(name: str, page: str) -> None:
    """Let a page pass that has as many elements as pages have.

    :raises TooLargeError: if it has more.
    """
    # Counted in what is written, before anything is built of it.
    count = sum(1 for _ in _ELEMENT.finditer(page))
    if count > MOST_ELEMENTS:
        raise TooLargeError(
            name, f"the page has {count:,} elements, and {MOST_ELEMENTS:,} are read; copy its text to a "
            ".txt file, or cut it into parts"
        )  # fmt: skip


def _extract(page: str) -> Any:
    # Half a second to import: only who reads pages pays for it.
    from trafilatura import bare_extraction
    from trafilatura.settings import DEFAULT_CONFIG
    from trafilatura.utils import load_html

    # Below this many characters trafilatura takes the page apart by a cruder way that breaks lines
    # at every bold word; readouts are often that short.
    config = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"
    # trafilatura takes a page without its outermost element for something else.
    whole = page if _ROOT.search(page) else f"<html><body>{page}</body></html>"
    tree = load_html(whole)
    if tree is None:
        return None
    part_at_breaks(tree)
    put_into_words(tree)
    number_items(tree)
    keep_room(tree)
    return bare_extraction(
        tree,
        config=config,
        with_metadata=True,
        include_comments=False,
        # A date that the page states, never one that is guessed from numbers in the text.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
