"""Furniture: what a page or an agency prints around a text, and nobody says."""

from __future__ import annotations

import re

from memcon.layout.rows import trim
from memcon.spans import Span

#: Longest row that is tried, in code points.
_LONGEST = 300
_LONGEST_CLOSING = 60
_SYMBOLS = re.compile(r"[^\w“”\"‘’«»]+")
#: “###”, “(END)”, “[ENDS]”, “END  10:25 A.M. EST”, “End of transcript.”, “(more)”.
_CLOSING = re.compile(
    r"\W*(?:-?30-?|(?:the\s+)?ends?(?:\s+(?:of\s+)?(?:the\s+)?(?:text|transcript|statement|release))?|"
    r"begin\s+text|start\s+of\s+text|more)\W*"
    r"(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?\s?m\.?)?\s*[A-Z]{0,5})?\W*",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|@\w{2,}", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+|\(?0)\d[\d ()/.-]{6,}\d")
#: Rows that begin so, and hold an address, a number, or little else.
_CONTACT = re.compile(
    r"\W*(?:(?:for\s+)?(?:more|further|additional|any)\s+(?:information|details|enquir\w+|inquir\w+)|"
    r"(?:media|press|address\s+for|general|news)\s*(?:contacts?|enquir\w+|inquir\w+|office\s*:|desk|relations)|"
    r"contacts?\b|e-?mail\b|tel(?:ephone)?\b|phone\b|fax\b|twitter\b|communication\b)",
    re.IGNORECASE,
)
#: What a site prints beside every text.
_SITE = re.compile(
    r"\W*(?:share(?:\s+this|\s+on)?(?:\s+(?:page|article|story|post))?\b.{0,40}|print(?:\s+this)?(?:\s+page)?|"
    r"follow\s+us\b.{0,60}|subscribe\b.{0,60}|sign\s+up\b.{0,80}|read\s+(?:more|also|the\s+(?:letter|reply|full))\b.{0,80}|"
    r"see\s+also\b.{0,80}|related\s+(?:links|articles|stories|content|news)\b.{0,60}|"
    r"(?:watch|view|download|listen\s+to)\s+(?:the|this|a)\b.{0,60}|links?\s+to\s+the\b.{0,80}|"
    r"(?:we|this\s+(?:web)?site)\s+uses?\s+cookies\b.{0,200}|accept\s+(?:all\s+)?cookies\b.{0,40}|"
    r"skip\s+to\s+(?:main\s+)?content|back\s+to\s+top|advertisement|all\s+rights\s+reserved.{0,60}|"
    r"©.{0,120}|copyright\b.{0,120}|home\s*[>»/].{0,120}|\[?scroll\s+down\b.{0,60}|"
    r"for\s+immediate\s+release\b.{0,40}|embargoed\s+(?:until|till|for)\b.{0,60}|"
    r"(?:press|news|media)\s+release(?:\s+(?:no\.?|nr\.?|\d)[\w ./-]{0,20})?|news\s+story|"
    r"opinion|news\s+analysis|"
    r"(?:\*\s*)?this\s+(?:e-?mail|message)\s+(?:was\s+sent|is\s+intended)\b.{0,200}|unsubscribe\b.{0,60}|"
    r"pools?\s+report\s*#?\d*|sent\s+from\s+my\b.{0,40}|tags?\s*:.{0,120}|filed\s+under\b.{0,120}|"
    r"\(?(?:reporting|editing|additional\s+reporting|writing)\s+by\b.{0,160})\W*",
    re.IGNORECASE,
)


def is_furniture(text: str, row: Span) -> bool:
    """Whether the row is one of a page's or an agency's own, by its words alone."""
    words = text[row[0] : row[1]]
    if len(words) > _LONGEST:
        return False
    if any(form.fullmatch(words) for form in (_SYMBOLS, _CLOSING, _PAGE, _SITE)):
        return True
    bare = _ADDRESS.sub("", words)
    if bare != words and len(bare.split()) <= 4 and not bare.rstrip().endswith((".", "?", "!")):
        return True
    reached = bare != words or bool(_PHONE.search(words))
    return bool(_CONTACT.match(words)) and (reached or len(words.split()) <= 4)


def without_closing(text: str, start: int, end: int) -> Span | None:
    """The stretch, trimmed, without the rows that close a publication; None if nothing is left."""
    span = trim(text, start, end)
    while span:
        cut = max(text.rfind("\n", *span), text.rfind("\r", *span))
        row = trim(text, cut + 1, span[1])
        if cut < 0 or row is None or not _closes(text, row):
            return span
        span = trim(text, span[0], cut)
    return span


def _closes(text: str, row: Span) -> bool:
    words = text[row[0] : row[1]]
    return len(words) < _LONGEST_CLOSING and bool(
        _CLOSING.fullmatch(words) or _SYMBOLS.fullmatch(words)
    )
