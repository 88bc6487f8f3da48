"""Nouns for people and bodies of people: somebody to whom something can be done, actor or not."""

from __future__ import annotations

from memcon.actors.reading import Reading

_ENTITIES = {"PERSON", "NORP", "ORG", "GPE"}
_NOUNS = {
    "group", "groups", "terrorist", "terrorists", "militant", "militants", "rebel", "rebels",
    "fighter", "fighters", "force", "forces", "troops", "soldier", "soldiers", "police", "army",
    "militia", "militias", "gunmen", "insurgents", "extremists", "civilian", "civilians",
    "people", "population", "citizen", "citizens", "resident", "residents", "villagers",
    "refugee", "refugees", "migrants", "protesters", "demonstrators", "activists", "journalist",
    "journalists", "opposition", "government", "governments", "authorities", "country",
    "countries", "nation", "nations", "state", "states", "ally", "allies", "partner", "partners",
    "rival", "rivals", "enemy", "enemies", "neighbour", "neighbours", "neighbor", "neighbors",
    "official", "officials", "minister", "ministers", "leader", "leaders", "envoy", "delegation",
    "party", "parties", "side", "sides", "women", "men", "children", "families", "victims",
    "prisoners", "hostages", "workers", "students", "community", "communities", "organisation",
    "organization", "organisations", "organizations", "regime", "president", "counterpart",
    "counterparts", "everyone", "everybody", "members", "representatives", "survivors", "voters",
    "lawmakers",
}  # fmt: skip


def is_people(reading: Reading, i: int) -> bool:
    """Whether a noun means people, by the noun or by the name that it is."""
    return reading.low[i] in _NOUNS or reading.entity[i] in _ENTITIES
