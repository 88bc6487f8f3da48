"""Members of a delegation: “a delegation that included Trade Minister N and Ambassador M”."""

from __future__ import annotations

from memcon.meeting.scene import Scene
from memcon.record import Actor

DELEGATIONS = {"delegation", "delegations", "team"}
_INCLUDING = {"included", "including", "comprised", "comprising", "includes"}


def members_of(scene: Scene, noun: int) -> tuple[list[Actor], int]:
    """Who is named as a member behind the noun, and the word that says so; nobody and the noun else."""
    reading = scene.reading
    stop = scene.sentence(noun).stop
    if reading.low[noun] in DELEGATIONS:
        for i in range(noun + 1, min(noun + 5, stop)):
            if reading.low[i] in _INCLUDING:
                return _persons(scene, i + 1, stop), i
    return [], noun


def _persons(scene: Scene, first: int, stop: int) -> list[Actor]:
    reading = scene.reading
    out: list[Actor] = []
    i = first
    while i < stop and reading.form[i] not in {";", ".", ":"}:
        here = [m for m in scene.covering[i] if m.first >= first]
        persons = [m for m in here if m.actor.kind == "person"]
        if persons:
            # An office by itself is of whoever is named behind it.
            if persons[0].form == "name":
                out.append(persons[0].actor)
            i = persons[0].last
        elif reading.dep[i] in {"relcl", "ROOT"} and i > first:
            break
        i += 1
    return out
