"""The UIMA type system of a Record.

Types that INCEpTION is to show as span layers have nothing but what it takes for one: primitive
features, arrays of strings, and slots (an array of links with `role` and `target`). Its import of
layers reads TypeSystem.xml. `Actor` and `Record` are no annotations, so it leaves them alone.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from memcon.exchange.extra import needed

PACKAGE = "memcon.type"
_TEXT, _NUMBER, _WHOLE = "uima.cas.String", "uima.cas.Double", "uima.cas.Integer"
_TRUTH, _TEXTS, SLOTS = "uima.cas.Boolean", "uima.cas.StringArray", "slots"

#: Features of each type; `number` is the place among the Record's parts of the kind, from 0.
ANNOTATIONS: dict[str, dict[str, str]] = {
    "Span": {"role": _TEXT},
    "Mention": {"number": _WHOLE, "actor": _TEXT, "name": _TEXT, "form": _TEXT},
    "Title": {"number": _WHOLE, "actor": _TEXT, "words": _TEXT, "how": _TEXT, "date": _TEXT},
    "Attribution": {"number": _WHOLE, "identifier": _TEXT, "kind": _TEXT, "parent": _TEXT,
                    "speaker": _TEXT, "addressee": _TEXT, "confidence": _NUMBER, "spans": SLOTS},
    "Statement": {"number": _WHOLE, "identifier": _TEXT, "attribution": _TEXT,
                  "speechAct": _TEXT, "act": _TEXT, "topics": _TEXTS, "spans": SLOTS},
    "Stance": {"number": _WHOLE, "statement": _TEXT, "target": _TEXT, "polarity": _WHOLE,
               "confidence": _NUMBER, "spans": SLOTS},
    "Event": {"number": _WHOLE, "identifier": _TEXT, "code": _TEXT, "mode": _TEXT,
              "modality": _TEXT, "sources": _TEXTS, "targets": _TEXTS, "date": _TEXT,
              "place": _TEXT, "attribution": _TEXT, "score": _NUMBER, "confidence": _NUMBER,
              "spans": SLOTS},
    "Role": {"number": _WHOLE, "actor": _TEXT, "role": _TEXT, "words": _TEXT},
    "Fact": {"number": _WHOLE, "kind": _TEXT, "words": _TEXT, "value": _TEXT,
             "approximate": _TRUTH, "giver": _TEXT, "receiver": _TEXT},
}  # fmt: skip
#: Types without a place in the text. `identifiers` are `name value`; `replaced` tells which
#: characters of the text XML cannot hold (`memcon.exchange.xmltext.illegal`).
OTHERS: dict[str, dict[str, str]] = {
    "Actor": {"number": _WHOLE, "identifier": _TEXT, "name": _TEXT, "kind": _TEXT,
              "titles": _TEXTS, "country": _TEXT, "identifiers": _TEXTS},
    "Record": {"name": _TEXT, "sha256": _TEXT, "title": _TEXT, "publisher": _TEXT, "url": _TEXT,
               "date": _TEXT, "genre": _TEXT, "language": _TEXT, "encoding": _TEXT,
               "participants": _TEXTS, "meetingDate": _TEXT, "place": _TEXT, "duration": _TEXT,
               "format": _TEXT, "gifts": _TEXTS, "engine": _TEXT, "model": _TEXT,
               "replaced": _TEXT},
}  # fmt: skip


def qualified(type: str) -> str:
    """The full name of a type."""
    return f"{PACKAGE}.{type}"


@cache
def type_system() -> Any:
    """The types as a `cassis.TypeSystem`, made once.

    :raises MissingExtraError: if dkpro-cassis is not installed.
    """
    cassis = needed("cassis", "dkpro-cassis", "UIMA CAS")
    types = cassis.TypeSystem()
    link = types.create_type(qualified("Link"), "uima.cas.TOP")
    types.create_feature(link, "role", _TEXT)
    types.create_feature(link, "target", "uima.tcas.Annotation")
    for kinds, parent in ((ANNOTATIONS, "uima.tcas.Annotation"), (OTHERS, "uima.cas.TOP")):
        for name, features in kinds.items():
            made = types.create_type(qualified(name), parent)
            for feature, range in features.items():
                if range == SLOTS:
                    types.create_feature(made, feature, "uima.cas.FSArray", elementType=link)
                else:
                    types.create_feature(made, feature, range)
    return types
