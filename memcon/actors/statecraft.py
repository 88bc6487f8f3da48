"""Words of dealings between governments, which tell a capital that acts from one that lies there."""

from __future__ import annotations

#: What a government has, does, gives and gets, and a city seldom.
DEALINGS = {
    "accord", "account", "action", "aid", "aim", "alliance", "ally", "ambition", "answer", "anger",
    "appeal", "approach", "approval", "argument", "arms", "backing", "ban", "behaviour", "behavior",
    "behest", "benefit", "bid", "blessing", "blow", "call", "campaign", "charge", "claim", "commitment",
    "complaint", "concern", "concession", "condition", "confidence", "conflict", "consent", "contact",
    "cooperation", "criticism", "deal", "dealings", "decision", "demand", "denial", "dialogue",
    "diplomacy", "disagreement", "discussion", "dispute", "doubt", "effort", "engagement", "envoy",
    "exchange", "failure", "favour", "favor", "fear", "feud", "foe", "friendship", "goal",
    "goodwill", "government", "help", "hope", "illusion", "influence", "initiative", "insistence",
    "intention", "interest", "invitation", "involvement", "leverage", "line", "link", "loyalty",
    "message", "military", "mistrust", "move", "negotiation", "note", "objection", "offer", "order",
    "overture", "pact", "partnership", "patience", "plan", "pledge", "policy", "position", "power",
    "press", "pressure", "priority", "promise", "proposal", "protest", "readiness", "rebuke",
    "refusal", "regime", "relation", "relationship", "reply", "request", "response", "resolve",
    "rift", "rival", "role", "row", "sanction", "signal", "silence", "stance", "statement", "step",
    "strategy", "support", "talk", "tension", "thank", "threat", "tie", "trade", "treaty", "trust",
    "ultimatum", "understanding", "view", "violation", "vote", "warning", "will", "willingness",
    "word", "court", "hand", "pay", "side", "part", "attempt", "war", "truce", "ceasefire", "letter",
    "nuclear", "sovereignty", "strike", "weapon", "missile", "solidarity", "pushback",
}  # fmt: skip
_ABSTRACT = ("tion", "sion", "ment", "ness", "ance", "ence", "sal", "ship", "ism")
_NOT_ABSTRACT = {
    "apartment", "basement", "station", "mansion", "ambulance", "residence", "entrance", "monument",
    "population", "neighbourhood", "settlement", "department", "fence", "audience", "tourism",
    "location", "destination", "attraction", "exhibition", "convention", "section", "restaurant",
    "embassy", "celebration", "demonstration", "prison", "season", "reception",
}  # fmt: skip
#: Done to whoever can answer: these make the object a government.
ADDRESSING = {
    "accuse", "address", "advise", "aid", "alarm", "allow", "anger", "answer", "appease", "arm",
    "ask", "assist", "assure", "back", "bar", "beg", "believe", "bind", "blame", "brief", "call",
    "caution", "censure", "challenge", "chide", "commend", "compel", "condemn", "confront",
    "congratulate", "consult", "contact", "convince", "counter", "credit", "criticise", "criticize",
    "defy", "denounce", "deter", "encourage", "engage", "exhort", "force", "forgive", "fund",
    "help", "identify", "implore", "inform", "invite", "isolate", "lobby", "notify", "oblige",
    "offer", "oppose", "outmanoeuvre", "pay", "permit", "persuade", "petition", "placate", "praise",
    "press", "pressure", "prevent", "prod", "promise", "provoke", "punish", "push", "question",
    "rebuke", "rebuff", "reassure", "recognise", "recognize", "remind", "reproach", "require",
    "reward", "sanction", "scold", "see", "sue", "support", "suspect", "tell", "thank", "threaten",
    "trust", "urge", "want", "warn", "welcome", "expect", "irritate", "irk", "pit", "frustrate",
    "let", "put", "take", "give", "show", "grant", "owe", "deny", "sell", "cost", "embarrass",
}  # fmt: skip
#: Said or given to somebody, or heard from somebody.
REACHING = {
    "say", "speak", "talk", "appeal", "write", "reply", "respond", "apologise", "apologize",
    "complain", "hand", "give", "grant", "offer", "propose", "present", "submit", "convey", "deliver",
    "sell", "supply", "provide", "pledge", "promise", "suggest", "belong", "listen", "lose", "leave",
    "object", "bow", "yield", "surrender", "turn", "look", "up", "owe", "due", "loyal", "hostile",
    "friendly", "close", "closer", "answerable", "signal", "report", "address", "subject",
    "hear", "expect", "want", "demand", "seek", "receive", "need", "get", "buy", "extract", "come",
    "unacceptable", "acceptable", "important",
}  # fmt: skip
#: What a place does, or what is done to one, by its subject.
LYING = {
    "lie", "sit", "stand", "sprawl", "stretch", "sleep", "wake", "burn", "freeze", "flood", "host",
    "boast", "bustle", "teem", "glow", "grow", "shake", "rank", "smell", "overlook", "border",
    "contain", "feature", "house", "surround", "sweat",
}  # fmt: skip
#: A place is one of these, or is like this.
PLACES = {
    "city", "capital", "town", "place", "home", "hub", "metropolis", "port", "destination", "venue",
    "site", "seat", "centre", "center", "resort", "village",
}  # fmt: skip
_LOOKS = {
    "dark", "hot", "cold", "wet", "dry", "rainy", "sunny", "crowded", "beautiful", "busy", "empty",
    "expensive", "cheap", "large", "big", "small", "old", "far", "near", "full", "loud", "humid",
    "foggy", "deserted", "smoggy", "hilly", "clean", "dirty", "noisy", "peaceful", "located",
}  # fmt: skip
#: Ways in, and what only goes to a place.
GOING = {
    "visit", "trip", "flight", "road", "travel", "go", "return", "come", "fly", "way", "train",
    "drive", "walk", "route", "journey", "head", "move", "arrive", "arrival", "bus", "tour", "ride",
    "sail", "march", "advance", "drove", "bring", "take", "send", "rush", "highway", "corridor",
    "attack", "assault", "raid", "bombing", "bombardment", "siege", "ambassador", "street",
}  # fmt: skip

_IRREGULAR = {
    "said": "say", "told": "tell", "gave": "give", "given": "give", "sold": "sell", "spoke": "speak",
    "spoken": "speak", "wrote": "write", "written": "write", "lost": "lose", "left": "leave",
    "heard": "hear", "sought": "seek", "got": "get", "bought": "buy", "came": "come", "lay": "lie",
    "lies": "lie", "lying": "lie", "sat": "sit", "stood": "stand", "slept": "sleep", "woke": "wake",
    "shook": "shake", "shaken": "shake", "froze": "freeze", "frozen": "freeze", "grew": "grow",
    "went": "go", "gone": "go", "flew": "fly", "flown": "fly", "drove": "drive", "driven": "drive",
    "took": "take", "taken": "take", "sent": "send", "brought": "bring", "led": "lead", "paid": "pay",
    "saw": "see", "seen": "see", "cities": "city", "bade": "bid", "forgave": "forgive",
    "forced": "force", "bound": "bind", "outskirts": "outskirts", "built": "build", "ran": "run",
}  # fmt: skip


def is_dealing(noun: str) -> bool:
    """Whether a noun in lower case is of a government's dealings, or of no place."""
    if any(form in DEALINGS for form in stems(noun)):
        return True
    return any(
        form.endswith(_ABSTRACT) and form not in _NOT_ABSTRACT and len(form) > 6
        for form in stems(noun)[-1:]
    )


def is_one_of(word: str, kind: set[str]) -> bool:
    """Whether a word in lower case is a form of one of the set."""
    return any(form in kind for form in stems(word))


def looks(adjective: str) -> bool:
    """Whether an adjective in lower case says how a place looks."""
    return adjective in _LOOKS


def stems(word: str) -> list[str]:
    """What the word can be a form of, the word itself first."""
    out = [word]
    if word in _IRREGULAR:
        out.append(_IRREGULAR[word])
    if word.endswith("ies"):
        out.append(word[:-3] + "y")
    if word.endswith("s") and not word.endswith("ss"):
        out.append(word[:-1])
    for ending in ("ed", "ing", "es"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            out += [stem, stem + "e"]
            if stem[-1] == stem[-2]:
                out.append(stem[:-1])
            if ending == "ed" and stem.endswith("i"):
                out.append(stem[:-1] + "y")
    return out
