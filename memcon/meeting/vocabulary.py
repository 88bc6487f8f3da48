"""Nouns and verbs of meeting, talking and calling."""

from __future__ import annotations

#: What people meet in; those of a call are apart, since they also say how.
CALLS = {"call", "calls", "phone-call", "videoconference", "teleconference", "telephone"}
GATHERINGS = {
    "meeting", "meetings", "talks", "conversation", "consultations", "consultation", "discussions",
    "discussion", "negotiations", "audience", "summit", "dialogue", "session", "encounter",
    "conference", "roundtable", "luncheon", "forum", "trilateral", "gathering", "exchange",
} | CALLS  # fmt: skip
#: Gatherings of many, at which others meet as well.
GREAT = {"summit", "conference", "forum", "dialogue", "session", "roundtable", "trilateral"}
#: Verbs of meeting, with what stands before the other party; "" for an object.
_BOTH, _WITH, _OBJECT = frozenset({"", "with"}), frozenset({"with", "to"}), frozenset({""})
MEET: dict[str, frozenset[str]] = (
    dict.fromkeys(("met", "meet", "meets", "meeting"), _BOTH)
    | dict.fromkeys(("spoke", "speaks", "spoken", "speaking"), _WITH)
    | dict.fromkeys(("talked", "talks", "talking", "conferred", "consulted"), _WITH)
    | dict.fromkeys(("called", "calls", "phoned", "telephoned"), _OBJECT)
    | dict.fromkeys(("received", "receives", "hosted", "hosts", "welcomed", "greeted"), _OBJECT)
)
#: The caller and the host by what they do.
PHONING = {"called", "calls", "phoned", "telephoned"}
HOSTING = {"received", "receives", "hosted", "hosts", "welcomed", "greeted"}
HOLD = {
    "held", "hold", "holds", "holding", "had", "has", "have", "having", "conducted", "convened",
    "opened", "concluded", "began", "launched",
}  # fmt: skip
#: Who goes to whom, by a verb, by a noun, and by the verbs that carry the noun.
VISITS = {"visited", "visit", "visits"}
PAY = {"paid", "pays", "paying", "made", "makes", "making", "undertook", "began", "concluded"}
#: What has not happened, or is only meant to.
UNREAL = {
    "will", "would", "may", "might", "could", "should", "must", "shall", "'ll", "'d", "to", "can",
    "not", "n't", "never",
}  # fmt: skip
#: Another occasion than the one that the text is about.
OTHER = {
    "previous", "earlier", "last", "next", "future", "upcoming", "another", "other", "forthcoming",
    "past", "previously", "prior", "separate", "separately", "follow-up", "subsequent",
}  # fmt: skip
