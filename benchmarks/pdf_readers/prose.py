"""What the PDFs say: paragraphs about states that do not exist, long enough for some pages."""

from __future__ import annotations

import re

PARAGRAPHS = (
    "The foreign ministers of Kestria and Ossel met in Velmar on Monday for the fourth round of "
    "negotiations on the administration of the northern lighthouses, which both countries have claimed "
    "since the commission of 1974 was dissolved without an agreement.",
    "“We have not come to Velmar to count lamps,” Kestria’s foreign minister, Edda Lorenz, told "
    "correspondents afterwards. “We have come because fishermen drowned in February, and because an "
    "international convention obliges both governments to keep those lights burning.”",
    "Her counterpart, Bruno Faber, acknowledged that responsibility for the extraordinary delay was "
    "shared. He nevertheless maintained that the Ossel administration would not withdraw its "
    "representatives from the harbour unless the documentation promised in spring was transmitted to "
    "the secretariat by the end of November.",
    "According to two officials who attended the consultations, the delegations agreed on a provisional "
    "timetable, on the establishment of a technical subcommittee, and on a contribution of 4.2 million "
    "marks towards the reconstruction of the breakwater at Corran.",
    "The Secretary-General of the Coastal Conference, Mirela Anzhur, welcomed the understanding and "
    "encouraged the parties to continue their conversations in a constructive atmosphere. She warned, "
    "however, that the Conference would discontinue its observation mission if the recommendations of "
    "its inspectors were disregarded for a third consecutive year.",
    "Mr Faber replied that his government had never disregarded a recommendation. “We were not "
    "consulted,” he said, “and one cannot disregard what one has not received.” Ms Lorenz declined to "
    "comment on that characterisation.",
    "The opposition in Kestria criticised the announcement as premature. Its spokesman on maritime "
    "affairs, Tolan Wirth, demanded that parliament be informed about the financial implications "
    "before any instrument was signed, and described the provisional timetable as “a calendar "
    "without years”.",
    "The next round is expected to take place in Ossel in March. Both ministers expressed confidence "
    "that an arrangement on inspection, maintenance and compensation could be concluded before the "
    "beginning of the fishing season.",
)
NOTES = (
    "Commission on Navigational Lights, final report, Velmar 1974, paragraph 12.",
    "Communication from the inspectors, document CC/88/4, not published.",
)
BULLETS = (
    "to restore the light at Corran before the first of December and to keep it burning throughout the "
    "negotiations;",
    "to exchange the registers of both harbour offices;",
    "to refrain from any act, in the harbour or outside it, that might prejudice the conclusions of the "
    "technical subcommittee;",
    "to report to the Secretary-General twice a year.",
)
PARTICIPANTS = (
    ("Name", "Office", "For"),
    ("Ms Edda Lorenz", "Minister for Foreign Affairs and Maritime Transport", "Kestria"),
    ("Mr Bruno Faber", "Minister for Foreign Affairs", "Ossel"),
    (
        "Ms Mirela Anzhur",
        "Secretary-General of the Coastal Conference, Velmar",
        "Coastal Conference",
    ),
    ("Mr Tolan Wirth", "Member of the Committee on Maritime Affairs of the Parliament", "Kestria"),
)
LETTERHEAD = ("Harbour Office of Ossel", "Press Department", "14 Mole Street, Corran")
#: What is said otherwise when the text goes on, so that no line of a page comes again by chance.
_OTHERWISE = (
    {
        "Kestria": "Norvia",
        "Ossel": "Taren",
        "Velmar": "Quillon",
        "and": "as well as",
        "to": "in order to",
    },
    {
        "Kestria": "Mirandel",
        "Ossel": "Uth",
        "Velmar": "Brae",
        "the": "their own",
        "of": "regarding",
    },
)


def again(number: int) -> list[str]:
    """The paragraphs for the second or third time, backwards and in other words."""
    other = _OTHERWISE[number - 1]
    return [re.sub(r"\w+", lambda word: other.get(word[0], word[0]), p) for p in PARAGRAPHS[::-1]]
