"""Words that stand in the name of a topic and say nothing of which one it is.

“The issue of Kestria” and “the Kestrian question” are one: *issue* and *question* are shell nouns
(Schmid, “English abstract nouns as conceptual shells”, 2000), which only wrap what is spoken of.
"""

from __future__ import annotations

#: Nouns that tell only that there is a topic, or how somebody stands to it.
SHELLS = {
    "account", "act", "action", "advice", "affair", "agenda", "aim", "ambition", "amount",
    "answer", "approach", "area", "argument", "aspect", "attempt", "attention", "attitude",
    "background", "balance", "basis", "behalf", "behaviour", "behavior", "belief", "benefit",
    "care", "case", "cause", "chance", "change", "character", "choice", "circumstance", "claim",
    "clarification", "comment", "commitment", "concern", "conclusion", "condition", "conflict",
    "consequence", "consideration", "contact", "context", "continuation", "contribution",
    "control", "correct", "course", "crisis", "danger", "day", "deal", "debate", "decision",
    "degree", "demand", "determination", "development", "difference", "difficulty", "direction",
    "discussion", "dispute", "effect", "effort", "end", "evidence", "example", "exception",
    "expansion", "experience", "extent", "fact", "factor", "failure", "fate", "field", "file",
    "focus", "framework", "future", "goal", "ground", "hand", "hope", "idea", "impact",
    "implementation", "importance", "impression", "improvement", "influence", "initiative",
    "insistence", "intention", "interest", "issue", "kind", "knowledge", "lack", "level", "line",
    "majority", "manner", "matter", "mean", "measure", "method", "mind", "moment", "month",
    "nature", "necessity", "need", "number", "objective", "obligation", "occasion", "one",
    "openness", "opinion", "option", "order", "other", "outcome", "outlook", "part", "party",
    "people", "performance", "person", "perspective", "place", "plan", "point", "policy",
    "position", "possibility", "power", "practice", "principle", "priority", "problem",
    "procedure", "process", "progress", "promise", "proposal", "prospect", "purpose", "question",
    "rate", "reaction", "readiness", "reality", "reason", "regard", "relation", "relevance",
    "request", "respect", "response", "responsibility", "result", "resolution", "role", "scheme",
    "seriousness", "sense", "series", "settlement", "side", "significance", "situation",
    "solution", "sort", "spirit", "stage", "stance", "standing", "state", "step", "strengthening",
    "subject", "success", "suggestion", "support", "task", "tendency", "term", "thing", "thought",
    "threat", "time", "topic", "trend", "truth", "type", "understanding", "use", "value",
    "variety", "view", "way", "weakness", "week", "will", "word", "work", "year", "programme",
    "program", "structure", "standpoint", "aspiration", "renewal", "reopening", "restoration",
    "repair", "review", "return", "rest", "bit", "back", "secret", "advantage", "void", "speed",
    "credit", "pace", "light", "sake", "favour", "favor", "face", "heart", "hour", "minute",
    "age", "decade", "century",
}  # fmt: skip
#: Nouns for countries and those who act for them: who is spoken of, not what.
_WHO = {
    "country", "nation", "government", "official", "region", "world", "public", "population",
    "community", "citizen", "delegation", "leader", "counterpart", "leadership", "authority",
    "follower", "friend", "partner", "neighbour", "neighbor", "rival", "everybody", "everyone",
    "anybody", "anyone", "nobody", "somebody", "someone", "none", "nothing", "something",
    "anything", "everything", "both", "each", "others", "another", "crew", "ally", "enemy",
    "excellency", "majesty", "highness", "much", "little", "enough", "lot",
}  # fmt: skip
#: Occasions on which things are said; the report's heading tells of them.
_OCCASIONS = {
    "meeting", "talk", "conversation", "call", "telephone", "phone", "visit", "session", "summit",
    "press", "conference", "interview", "speech", "statement", "remark", "message", "letter",
    "gift", "hospitality", "welcome",
}  # fmt: skip
#: Adjectives and other words that grade, count or praise.
_GRADES = {
    "further", "more", "most", "certain", "possible", "new", "current", "present", "own", "good",
    "great", "important", "significant", "various", "different", "several", "many", "few", "all",
    "any", "some", "no", "two", "three", "four", "both", "first", "second", "last", "next",
    "recent", "long", "short", "term", "full", "common", "such", "same", "other", "very",
    "additional", "particular", "special", "correct", "real", "true", "serious", "political",
    "regional", "global", "bilateral", "international", "diplomatic", "active", "constant",
    "close", "deep", "broad", "wide", "high", "low", "large", "small", "whole", "entire", "main",
    "major", "key", "clear", "open", "total", "suitable", "valuable", "absolute", "necessary",
    "future", "past", "old", "oldest", "mere", "sheer", "top", "continued", "increased",
    "increasing", "growing", "grave", "severe", "urgent", "mutual", "joint",
}  # fmt: skip
_SMALL = {
    "of", "and", "or", "in", "on", "for", "to", "the", "a", "an", "'s", "'", "’s", "’", "with",
    "this", "that", "these", "those", "its", "their", "our", "his", "her", "my", "your", "from",
    "between", "over", "by", "at", "as", "into", "about", "than", "not", "nor",
}  # fmt: skip

#: Nouns of which a topic is never made, by their singular: what they head is somebody or an occasion.
NO_TOPICS = _WHO | _OCCASIONS
#: Words that are no part of a topic's key, by their singular.
EMPTY = SHELLS | _WHO | _OCCASIONS | _GRADES | _SMALL
#: Words that a topic's name never begins with.
NO_BEGINNING = (_SMALL | _GRADES) - {
    "special", "joint", "mutual", "common", "open", "high", "low", "political", "regional", "global",
    "bilateral", "international", "diplomatic",
}  # fmt: skip
