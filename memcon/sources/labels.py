"""Labels of encodings, as pages mean them (WHATWG Encoding Standard, 4.2).

What a page calls ISO 8859-1 is Windows-1252 to every browser, and so to those who wrote the page: its
quotation marks have no other place.
"""

from __future__ import annotations

import codecs

#: Python's name of the encoding that a label names, and of the one that is meant: each holds all that
#: the first does, and more. UTF-16 is no encoding in which a page can name its encoding.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
#: Labels of the standard that Python does not know.
_UNKNOWN = {
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-mac-roman": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "windows-874": "cp874",
    "dos-874": "cp874",
    "ks_c_5601-1987": "cp949",
    "windows-949": "cp949",
    "unicode-1-1-utf-8": "utf-8",
    "x-x-big5": "big5hkscs",
}


def meant_by(label: str) -> str:
    """Python's name of the encoding that a page means by a label; the label itself if it is unknown."""
    known = label.strip().casefold()
    if known in _UNKNOWN:
        return _UNKNOWN[known]
    try:
        name = codecs.lookup(known).name
    except (LookupError, ValueError):
        return label
    return _MEANT.get(name, name)
