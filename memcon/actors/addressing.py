"""English words that say to whom something is said."""

from __future__ import annotations


def _forms(verbs: str) -> set[str]:
    """Every form of regular verbs: urge, urges, urged, urging."""
    out: set[str] = set()
    for verb in verbs.split():
        stem = verb[:-1] if verb.endswith(("e", "y")) else verb
        third = stem + "ies" if verb.endswith("y") else verb + "s"
        past = stem + "ied" if verb.endswith("y") else stem + "ed"
        out |= {verb, third, past, verb + "ing" if verb.endswith("y") else stem + "ing"}
    return out


#: Verbs whose object is whoever hears it, and nothing but hears it: told N, assured N.
TELLS = {"tell", "tells", "told", "telling"} | _forms(
    "inform assure reassure remind warn brief notify caution"
)
#: Verbs whose object hears it and is to do something, or is greeted: urged N, thanked N.
MOVES = _forms(
    "urge ask thank congratulate invite advise implore encourage order instruct request press"
    " challenge persuade convince promise address greet welcome question answer update"
    " commission task"
) | {"beg", "begs", "begged", "begging", "wish", "wished", "wishes", "wishing"}
#: Verbs after which “to” stands before whoever hears it.
SAYS_TO = {
    "say", "says", "said", "saying", "speak", "speaks", "spoke", "spoken", "speaking", "write",
    "writes", "wrote", "written", "writing", "send", "sends", "sent", "sending", "give", "gives",
    "gave", "given", "giving", "make", "makes", "made", "making", "put", "read", "clear", "reply",
    "replies", "replied", "replying", "told", "lay", "laid", "convey", "conveys", "conveyed",
    "conveying", "relay", "relayed", "relaying", "admit", "admits", "admitted", "admitting",
} | _forms(
    "talk explain suggest express mention repeat report announce confirm respond propose complain"
    " apologize apologise present deliver state declare remark pledge promise stress emphasize"
    " emphasise reiterate underline underscore extend offer appeal note point clarify indicate"
    " signal communicate address issue voice"
)  # fmt: skip
#: Nouns after which “to” stands before whoever hears it: a message to N, his condolences to N.
MESSAGES = {
    "message", "messages", "letter", "letters", "note", "telegram", "cable", "reply", "invitation",
    "appeal", "warning", "warnings", "ultimatum", "assurance", "assurances", "proposal", "offer",
    "request", "question", "speech", "address", "remarks", "statement", "testimony", "briefing",
    "presentation", "report", "complaint", "apology", "apologies", "condolences", "congratulations",
    "gratitude", "thanks", "appreciation", "greetings", "wishes", "sympathy", "sympathies", "regret",
    "regrets", "respects", "regards", "call", "plea", "answer", "toast",
}  # fmt: skip
#: Verbs after which “with” stands before whoever hears it.
SHARES_WITH = {
    "speak", "spoke", "spoken", "speaking", "share", "shared", "sharing", "discuss", "discussed",
    "discussing", "raise", "raised", "raising", "talk", "talked", "talking", "consult", "consulted",
    "review", "reviewed", "explore", "explored", "exchange", "exchanged", "plead", "pleaded",
}  # fmt: skip
#: What is shared or exchanged with whoever hears it.
VIEWS = {
    "view", "views", "note", "notes", "idea", "ideas", "information", "concern", "concerns",
    "thoughts", "perspective", "perspectives", "assessment", "assessments", "details", "plan",
    "plans", "hope", "hopes", "message", "news",
}  # fmt: skip
CALLS_ON = {"call", "calls", "called", "calling", "prevail", "prevailed"}
#: “Laid out for N”, “spelled out for N”.
LAYS_OUT = {
    "lay", "laid", "laying", "set", "setting", "spell", "spelled", "spelling", "outlined", "outline",
}  # fmt: skip
#: Participles beside the cue: “addressing N”, “speaking to N”.
ADDRESSING = {"addressing", "briefing", "telling", "answering", "interviewed"}
SPEAKING = {
    "speaking", "talking", "writing", "replying", "responding", "testifying", "appearing",
}  # fmt: skip
#: What two do together: whoever is told to have done it has met.
TOGETHER = {"discuss", "discussed", "discussing", "exchange", "exchanged", "consulted", "talked"}
#: Words that mean a saying, whoever hears it.
UTTERANCES = SAYS_TO | TELLS | _forms("allude refer ask add outline describe mention") | {
    "speak", "put", "set",
}  # fmt: skip
#: What is asked or told, and never hears it.
THINGS = {
    "easter", "christmas", "ramadan", "eid", "nowruz", "diwali", "hanukkah", "birthday", "recovery",
    "success",
    "question", "questions", "story", "stories", "truth", "lie", "lies", "favor", "favour", "help",
    "permission", "time", "thing", "things", "something", "anything", "nothing", "everything",
    "tale", "tales", "joke", "news", "conference", "briefing", "rally", "meeting", "hearing",
    "forum", "summit", "event", "seminar", "issue", "issues", "challenge", "challenges", "concern",
    "concerns", "fact", "facts", "announcement", "decision", "agreement", "efforts", "progress",
    "way", "ways", "call", "conversation", "talks", "round", "resolution", "initiative",
}  # fmt: skip
#: People by what they are, where a preposition alone would not say that they hear it.
PEOPLE = {
    "reporters", "journalists", "lawmakers", "legislators", "senators", "deputies", "parliament",
    "congress", "committee", "subcommittee", "council", "assembly", "audience", "crowd", "public",
    "nation", "world", "people", "voters", "supporters", "students", "leaders", "ministers",
    "diplomats", "officials", "colleagues", "partners", "allies", "stakeholders", "actors",
    "parties", "sides", "participants", "investors", "delegation", "delegates", "members",
    "guests", "counterparts", "counterpart", "citizens", "residents", "families", "family",
    "troops", "soldiers", "staff", "workers", "regime", "press", "media", "agency",
}  # fmt: skip
#: Said to everybody who is there.
EVERYBODY = {"all", "everyone", "everybody", "folks", "gentlemen", "friends", "guys"}
