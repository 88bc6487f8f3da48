"""The signs and numbers of a Word document's items, which no paragraph holds (ISO 29500-1, 17.9)."""

from __future__ import annotations

from typing import Any

from memcon.sources.page.items import as_number

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: What Word calls kinds of numbers, and HTML the same; others are told in digits.
_KINDS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
#: Signs of items that are no letters of a font of signs.
_SIGNS = "•–—-*"
#: Levels of a list (17.9.6), and characters around its numbers.
_LEVELS, _LONGEST = 9, 40
#: Styles that a style is based on, one on the other.
_DEEPEST = 20

#: Of a level its kind of number, the text around it and where it starts.
_Level = tuple[str, str, int]


class Numbers:
    """Counts the items of a document as Word does, paragraph by paragraph.

    :param numbering: the part that defines lists, as a tree; None if there is none.
    :param styles: the part of the styles; None likewise.
    """

    def __init__(self, numbering: Any = None, styles: Any = None) -> None:
        self._lists: dict[str, dict[int, _Level]] = {}
        self._of: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None:
            self._read_styles(styles)

    def label(self, paragraph: Any) -> str:
        """The sign or number in front of a paragraph's words, or nothing."""
        given = _numbering(_child(paragraph, "pPr"))
        style = _value(_child(_child(paragraph, "pPr"), "pStyle"))
        of_style = self._styles.get(style or "")
        number = given[0] or (of_style[0] if of_style else None)
        level = given[1] if given[1] is not None else of_style[1] if of_style else 0
        # Number 0 says that it has none, whatever its style says (17.9.18).
        if number in (None, "0") or number not in self._of:
            return ""
        kept = self._of[number]
        levels = self._lists.get(kept, {})
        if level not in levels:
            return ""
        kind, words, start = levels[level]
        if kind == "bullet":
            return words if words in _SIGNS and words else "•"
        counts = self._counts.setdefault(kept, {})
        counts[level] = counts.get(level, start - 1) + 1
        # An item begins the levels below it anew.
        for below in [at for at in counts if at > level]:
            del counts[below]
        for at, (kind, _, start) in levels.items():
            told = "" if kind == "none" else as_number(_KINDS.get(kind, "1"), counts.get(at, start))
            words = words.replace(f"%{at + 1}", told)
        return words.strip()

    def _read_lists(self, numbering: Any) -> None:
        for abstract in numbering.iterchildren(_WORD + "abstractNum"):
            levels = {}
            for level in abstract.iterchildren(_WORD + "lvl"):
                start = _whole(_value(_child(level, "start")), 1)
                kind = _value(_child(level, "numFmt")) or "decimal"
                words = (_value(_child(level, "lvlText")) or "")[:_LONGEST]
                at = _whole(level.get(_WORD + "ilvl"), 0)
                if at < _LEVELS:
                    levels[at] = (kind, words, start)
            self._lists[abstract.get(_WORD + "abstractNumId") or ""] = levels
        for number in numbering.iterchildren(_WORD + "num"):
            kept = _value(_child(number, "abstractNumId")) or ""
            name = number.get(_WORD + "numId") or ""
            starts = {
                _whole(o.get(_WORD + "ilvl"), 0): _value(_child(o, "startOverride"))
                for o in number.iterchildren(_WORD + "lvlOverride")
            }
            if any(starts.values()):
                # It counts for itself.
                own = f"{kept} {name}"
                self._lists[own] = {
                    at: (kind, words, _whole(starts.get(at), start))
                    for at, (kind, words, start) in self._lists.get(kept, {}).items()
                }
                kept = own
            self._of[name] = kept

    def _read_styles(self, styles: Any) -> None:
        known = {
            style.get(_WORD + "styleId") or "": style
            for style in styles.iterchildren(_WORD + "style")
        }
        for name in known:
            at, level = name, None
            for _ in range(_DEEPEST):
                style = known.get(at)
                number, own = _numbering(_child(style, "pPr"))
                level = own if level is None else level
                if number is not None:
                    self._styles[name] = (number, level or 0)
                    break
                at = _value(_child(style, "basedOn")) or ""


def _numbering(properties: Any) -> tuple[str | None, int | None]:
    """The list that properties of a paragraph name, and the level in it."""
    found = _child(properties, "numPr")
    level = _value(_child(found, "ilvl"))
    return _value(_child(found, "numId")), _whole(level, 0) if level else None


def _child(parent: Any, name: str) -> Any:
    return None if parent is None else next(parent.iterchildren(_WORD + name), None)


def _value(element: Any) -> str | None:
    return None if element is None else element.get(_WORD + "val")


def _whole(given: str | None, otherwise: int) -> int:
    return (
        int(given)
        if given and given.isascii() and given.isdigit() and len(given) < 6
        else otherwise
    )
