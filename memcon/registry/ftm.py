"""FollowTheMoney: entities as OpenSanctions ships them (followthemoney.tech)."""

from __future__ import annotations

import re
from typing import Any

from memcon.registry.entity import Entity

#: Schemata of somebody, and the kind of actor that each is; links, addresses and assets are nobody.
_KINDS = {
    "Person": "person",
    "PublicBody": "government",
    "Organization": "organisation",
    "Company": "organisation",
    "LegalEntity": "organisation",
}
_NAMES = ("name", "alias", "weakAlias", "previousName", "abbreviation")
_COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


def problem(value: dict[str, Any]) -> str | None:
    """What is wrong with the form of an entity, in words; None if nothing is."""
    if not isinstance(value.get("id"), str) or not value["id"]:
        return "the entity has no “id”"
    if not value["id"].isprintable():
        return "the “id” has characters that do not show"
    if not isinstance(value["schema"], str):
        return "“schema” is no name of a schema"
    properties = value["properties"]
    if not isinstance(properties, dict):
        return "“properties” is no object"
    for name in (*_NAMES, *_COUNTRIES, "wikidataId", "position", "gender"):
        if not isinstance(properties.get(name, []), list):
            return f"“{name}” is no list"
    return None


def entity(value: dict[str, Any]) -> Entity | None:
    """The entity of an object without a `problem`; None if it is nobody, or has no name."""
    properties = value["properties"]
    kind = _KINDS.get(value["schema"])
    names = _words(properties, *_NAMES)
    caption = value.get("caption")
    if isinstance(caption, str) and caption in names:
        names = [caption, *(name for name in names if name != caption)]
    if kind is None or not names:
        return None
    key = value["id"]
    found = [*_words(properties, "wikidataId"), key]
    identifiers = {("wikidata", id) for id in found if _WIKIDATA.fullmatch(id)}
    genders = {"male": "m", "female": "f"}
    told = {genders.get(word.lower()) for word in _words(properties, "gender")} - {None}
    return Entity(
        key=key,
        name=names[0],
        kind=kind,
        names=tuple(names[1:]),
        country=_country(properties),
        gender=told.pop() if len(told) == 1 else None,
        titles=tuple(_words(properties, "position")),
        identifiers=tuple(sorted({*identifiers, ("ftm", key)})),
    )


def _country(properties: dict[str, Any]) -> str | None:
    for name in _COUNTRIES:
        codes = {code.upper() for code in _words(properties, name) if len(code) == 2}
        if codes:
            return codes.pop() if len(codes) == 1 else None
    return None


def _words(properties: dict[str, Any], *names: str) -> list[str]:
    found = [word for name in names for word in properties.get(name, [])]
    return list(dict.fromkeys(w.strip() for w in found if isinstance(w, str) and w.strip()))
