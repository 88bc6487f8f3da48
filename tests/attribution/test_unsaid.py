"""What stands in a publication and nobody says."""

from __future__ import annotations

from memcon.attribution.relation import Relation
from memcon.attribution.unsaid import without_unsaid
from memcon.layout.plain import plain
from memcon.layout.reading import Layout

TEXT = (
    "Joint Committee on Rivers\n\nMembers present: Anna Berg (Chair); Ion Popa.\n\n"
    "The Committee met on 3 May. The Chair asked for the map.\n\n"
    "It was attended by:\n\n   Zambia: Hon. Mulenga Banda, Minister\n   Namibia: H.E. Hilma Amupanda\n\n"
    "The two sides agreed on a plan.\n\nMedia contact: press@rivers.example\n"
)


def kept(*cues: str) -> list[str]:
    blocks = Layout(plain(TEXT)).blocks()
    told = [
        Relation((), ((at, at + len(cue)),), ((at + len(cue), at + len(cue) + 4),))
        for cue in cues
        for at in [TEXT.index(cue)]
    ]
    return [TEXT[r.cue[0][0] : r.cue[0][1]] for r in without_unsaid(told, blocks, TEXT)]


def test_particulars_lists_of_people_and_contacts_are_nobodys_words():
    assert kept("present", "asked for", ": Hon.", "agreed on", "contact") == [
        "asked for",
        "agreed on",
    ]
