"""Wikidata: entities as its dumps and its Special:EntityData give them (JSON data model).

Countries and offices are ids of other entities: they are put in words if those are in the file too.
"""

from __future__ import annotations

from typing import Any

from memcon.registry.entity import Entity

_HUMAN, _MALE, _FEMALE = "Q5", "Q6581097", "Q6581072"
#: What an instance of is a state, a government or another body.
_KINDS = {
    "Q6256": "state", "Q3624078": "state",
    "Q7188": "government", "Q192350": "government", "Q327333": "government", "Q2659904": "government",
    "Q43229": "organisation", "Q484652": "organisation", "Q245065": "organisation",
    "Q7278": "organisation", "Q4830453": "organisation",
}  # fmt: skip
_INSTANCE, _COUNTRY, _CITIZENSHIP, _OFFICE, _GENDER, _ISO = (
    "P31",
    "P17",
    "P27",
    "P39",
    "P21",
    "P297",
)


class Lookup:
    """What the entities of a file are called in English, and the ISO codes of its states."""

    def __init__(self, countries: dict[str, str]) -> None:
        self.labels: dict[str, str] = {}
        self.countries = dict(countries)

    def take(self, value: dict[str, Any]) -> None:
        """Take note of an entity without a `problem`."""
        label = _label(value)
        if label:
            self.labels[value["id"]] = label
        for code in _values(value, _ISO):
            if isinstance(code, str):
                self.countries[value["id"]] = code.upper()


def problem(value: dict[str, Any]) -> str | None:
    """What is wrong with the form of an entity, in words; None if nothing is."""
    if not isinstance(value.get("id"), str) or not value["id"]:
        return "the entity has no “id”"
    if not value["id"].isprintable():
        return "the “id” has characters that do not show"
    for name in ("labels", "aliases", "claims"):
        # Wikidata writes an empty list where there is nothing.
        if not isinstance(value.get(name, {}), dict) and value[name] != []:
            return f"“{name}” is no object"
    return None


def entity(value: dict[str, Any], lookup: Lookup) -> Entity | None:
    """The entity of an object without a `problem`; None if it is nobody, or has no name."""
    name, kind = _label(value), _kind(value)
    if name is None or kind is None:
        return None
    genders = set(_items(value, _GENDER)) & {_MALE, _FEMALE}
    offices = [lookup.labels[id] for id in _items(value, _OFFICE) if id in lookup.labels]
    return Entity(
        key=value["id"],
        name=name,
        kind=kind,
        names=tuple(found for found in _names(value) if found != name),
        country=_country(value, kind, lookup),
        gender=("m" if _MALE in genders else "f") if len(genders) == 1 else None,
        titles=tuple(dict.fromkeys(offices)),
        identifiers=(("wikidata", value["id"]),),
    )


def _kind(value: dict[str, Any]) -> str | None:
    classes = _items(value, _INSTANCE)
    if _HUMAN in classes:
        return "person"
    if _values(value, _ISO):
        return "state"
    return next((_KINDS[id] for id in classes if id in _KINDS), None)


def _country(value: dict[str, Any], kind: str, lookup: Lookup) -> str | None:
    if kind == "state":
        return lookup.countries.get(value["id"])
    property = _CITIZENSHIP if kind == "person" else _COUNTRY
    codes = {lookup.countries.get(id) for id in _items(value, property)}
    return codes.pop() if len(codes) == 1 else None


def _label(value: dict[str, Any]) -> str | None:
    labels = value.get("labels") or {}
    for language in ("en", "mul", *sorted(labels)):
        found = labels.get(language)
        if isinstance(found, dict) and str(found.get("value") or "").strip():
            return str(found["value"]).strip()
    return None


def _names(value: dict[str, Any]) -> list[str]:
    """English aliases, then the labels of other languages: their spellings are what texts vary by."""
    aliases = (value.get("aliases") or {}).get("en") or []
    labels = value.get("labels") or {}
    found = [*aliases, *(labels[language] for language in sorted(labels))]
    words = [
        str(item["value"]).strip() for item in found if isinstance(item, dict) and "value" in item
    ]
    return list(dict.fromkeys(filter(None, words)))


def _items(value: dict[str, Any], property: str) -> list[str]:
    found = _values(value, property)
    return [v["id"] for v in found if isinstance(v, dict) and isinstance(v.get("id"), str)]


def _values(value: dict[str, Any], property: str) -> list[Any]:
    """The values of a property but for those that Wikidata marks as deprecated."""
    claims = (value.get("claims") or {}).get(property) or []
    out = []
    for claim in claims if isinstance(claims, list) else []:
        try:
            if claim.get("rank") != "deprecated":
                out.append(claim["mainsnak"]["datavalue"]["value"])
        except (AttributeError, KeyError, TypeError):
            continue  # “no value” and “some value” have none.
    return out
