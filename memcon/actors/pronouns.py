"""Words that stand for an actor named elsewhere, and words that never begin a name."""

from __future__ import annotations

FIRST = {"i", "me", "my", "mine", "myself"}
FIRST_PLURAL = {"we", "us", "our", "ours", "ourselves"}
SECOND = {"you", "your", "yours", "yourself", "yourselves"}
MALE = {"he", "him", "his", "himself"}
FEMALE = {"she", "her", "hers", "herself"}
NEUTER = {"it", "its", "itself"}
PLURAL = {"they", "them", "their", "theirs", "themselves"}
RELATIVE = {"who", "whom", "whose", "which", "that", "what", "whoever"}
#: Nobody in particular: a source that is one of these, or begins with one, is nobody the text names.
INDEFINITE = {
    "all", "another", "any", "anybody", "anyone", "each", "either", "everybody", "everyone", "few",
    "many", "most", "neither", "nobody", "none", "one", "others", "people", "several", "some",
    "somebody", "someone", "that", "these", "this", "those", "there", "no",
}  # fmt: skip
POSSESSIVE = {"my", "our", "your", "his", "her", "its", "their", "whose"}
ARTICLES = {"the", "a", "an"}

PRONOUNS = FIRST | FIRST_PLURAL | SECOND | MALE | FEMALE | NEUTER | PLURAL

#: Capitalised in headings and at the start of sentences, and yet no part of a name.
FUNCTION_WORDS = PRONOUNS | RELATIVE | INDEFINITE | ARTICLES | {
    "about", "above", "after", "against", "ahead", "also", "although", "amid", "among", "and", "as",
    "at", "be", "because", "before", "being", "between", "both", "but", "by", "can", "could", "did",
    "do", "does", "during", "earlier", "finally", "following", "for", "from", "had", "has", "have",
    "here", "how", "however", "if", "in", "indeed", "into", "is", "it", "its", "later", "let", "like",
    "meanwhile", "might", "more", "must", "not", "now", "of", "off", "on", "once", "only", "or",
    "our", "out", "over", "per", "said", "says", "she", "should", "since", "so", "still", "such",
    "than", "then", "through", "thus", "to", "today", "tomorrow", "tonight", "toward", "towards",
    "under", "until", "upon", "via", "was", "well", "were", "what", "when", "where", "whether", "while",
    "why", "will", "with", "within", "without", "would", "yes", "yesterday", "yet",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "april", "june", "july", "august", "september", "october", "november", "december",
    "mr", "hi", "hello", "thanks", "thank", "dear", "good", "great",
}  # fmt: skip


def gender(word: str) -> str | None:
    """`m` for he and his, `f` for she and her, None for every other word."""
    return "m" if word in MALE else "f" if word in FEMALE else None
