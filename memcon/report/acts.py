"""Acts in words: what somebody did by saying something, as a reader says it."""

from __future__ import annotations

from memcon.record import Attribution, Record, Statement

#: Acts whose past is not their name and “ed”.
_PAST = {
    "agree": "agreed", "apologise": "apologised", "accuse": "accused", "criticise": "criticised",
    "condole": "expressed condolences", "congratulate": "congratulated", "deny": "denied",
    "describe": "described", "express concern": "expressed concern", "hope": "expressed hope",
    "invite": "invited", "oppose": "opposed", "praise": "praised", "promise": "promised",
    "propose": "proposed", "refer": "referred to", "refuse": "refused", "regret": "expressed regret",
    "rejoice": "expressed joy", "state": "said", "urge": "urged", "welcome": "welcomed",
}  # fmt: skip
#: Cues by which words are said, and not only thought.
_SAYING = {
    "add", "added", "adding", "adds", "announce", "announced", "announces", "announcing", "answer",
    "answered", "answering", "answers", "comment", "commented", "commenting", "comments", "declare",
    "declared", "declares", "declaring", "explain", "explained", "explaining", "explains", "mention",
    "mentioned", "mentioning", "mentions", "note", "noted", "notes", "noting", "observed", "remark",
    "remarked", "remarking", "remarks", "replied", "replies", "reply", "replying", "report", "reported",
    "reporting", "reports", "respond", "responded", "responding", "responds", "said", "say", "saying",
    "says", "state", "stated", "states", "stating", "tell", "telling", "tells", "told", "write",
    "writes", "writing", "written", "wrote",
}  # fmt: skip


def act_in_words(record: Record, attribution: Attribution, statement: Statement | None) -> str:
    """“praised”, “refused”, “said”; "" where nothing tells of an act, as where somebody only thinks."""
    if statement is None or statement.act is None:
        return ""
    if statement.act == "state" and not says(record, attribution):
        return ""
    return _PAST.get(statement.act) or f"{statement.act}ed"


def says(record: Record, attribution: Attribution) -> bool:
    """Whether the words were said: by their cue, or as a turn or a signed statement is.

    The cue of a turn is the colon of its label.
    """
    words = record.words(attribution.cue).lower()
    if not words.strip(" :-–—"):
        return attribution.type == "direct"
    return not _SAYING.isdisjoint(words.split())
