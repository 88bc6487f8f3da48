"""General English words of office, honour and rank."""

from __future__ import annotations

#: Honorifics stand before a name and are no part of it; the value is the gender they tell.
HONORIFICS: dict[str, str | None] = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "lord": "m", "lady": "f",
    "dame": "f",
    "dr": None, "prof": None, "professor": None, "madam": "f", "madame": "f", "monsieur": "m",
    "king": "m", "queen": "f", "prince": "m", "princess": "f", "emperor": "m", "empress": "f",
    "sheikh": "m", "shaikh": "m", "sheikha": "f", "ayatollah": "m", "imam": "m", "seyyed": "m",
    "sayyed": "m", "sayyid": "m", "seyed": "m", "hojjatoleslam": "m", "mullah": "m", "rabbi": None,
    "pope": "m", "father": "m", "sister": "f", "brother": "m", "reverend": None, "rev": None,
    "hon": None, "honorable": None, "honourable": None, "excellency": None, "emir": "m",
    "sultan": "m",
    "gen": None, "general": None, "col": None, "colonel": None, "lt": None, "lieutenant": None,
    "capt": None, "captain": None, "maj": None, "major": None, "sgt": None, "sergeant": None,
    "adm": None, "admiral": None, "cmdr": None, "brigadier": None, "marshal": None, "sen": None,
    "rep": None, "gov": None, "sens": None, "reps": None, "govs": None, "messrs": "m", "drs": None,
    "amb": None, "dep": None, "field": None, "grand": None, "his": "m",
    "her": "f", "h.e": None, "mme": "f", "shri": "m", "smt": "f", "majesty": None, "highness": None,
    "royal": None, "master": None, "señor": "m", "señora": "f", "herr": "m", "frau": "f",
    "haji": "m", "hajji": "m", "hajj": "m", "hajah": "f", "dato": "m", "datuk": "m", "datin": "f",
    "puan": "f", "encik": "m", "tun": None, "shrimati": "f", "pandit": "m",
    "swami": "m", "maulana": "m", "mufti": "m", "mulla": "m", "shaykh": "m", "shaykha": "f",
    "hojat": "m", "hojjat": "m", "hojatoleslam": "m", "ustad": "m", "ustadh": "m", "hazrat": "m",
    "senhor": "m", "senhora": "f", "señorita": "f", "signor": "m", "signora": "f", "signore": "m",
    "monsignor": "m", "msgr": "m", "mgr": "m", "patriarch": "m", "archimandrite": "m", "abbot": "m",
    "abbess": "f", "meneer": "m", "mevrouw": "f", "comrade": None, "maestro": "m", "baron": "m",
    "baroness": "f", "viscount": "m", "viscountess": "f", "countess": "f", "duke": "m",
    "duchess": "f", "archduke": "m", "tsar": "m", "tsarina": "f", "commodore": None,
    "brig": None, "corporal": None, "cpl": None, "holiness": None, "eminence": None,
    "beatitude": None, "venerable": None, "mx": None, "mlle": "f", "mademoiselle": "f", "fr": "m",
    "sheikah": "f", "begum": "f", "sahibzada": "m", "nawab": "m", "kumari": "f", "thakur": "m",
    "ven": None,
}  # fmt: skip
_NOT_ALONE = {
    "royal",
    "majesty",
    "highness",
    "master",
    "his",
    "her",
    "field",
    "grand",
    "major",
    "hon",
    "excellency",
    "father",
    "sister",
    "brother",
    "holiness",
    "eminence",
    "beatitude",
    "comrade",
    "venerable",
    "fr",
    "thakur",
    "begum",
    "tun",
}
BEFORE_NAMES = {word for word in HONORIFICS if word not in _NOT_ALONE}

#: Offices that one person holds; a capitalised word after one of the first group begins a name.
NAMED_OFFICES = {
    "president", "premier", "chancellor", "minister", "secretary", "king", "queen", "prince",
    "princess",
    "emperor", "emir", "sultan", "pope", "chairman", "chairwoman", "chairperson", "commissioner",
    "ambassador", "spokesman", "spokeswoman", "spokesperson", "governor", "mayor", "senator",
    "congressman", "congresswoman", "representative", "general", "admiral", "colonel", "commander",
    "captain", "sergeant", "judge", "justice", "taoiseach", "sheikh", "envoy", "professor",
    "archbishop",
    "bishop", "cardinal", "ayatollah", "councillor", "councilman", "councilwoman", "sheriff",
    "officer",
    "administrator", "adviser", "advisor", "member", "candidate", "nominee", "counselor",
    "negotiator",
    "lawmaker", "speaker", "coordinator", "inspector", "detective", "undersecretary",
    "vice-president", "pm",
}  # fmt: skip
OFFICES = NAMED_OFFICES | {
    "leader", "chair", "head", "chief", "director", "deputy", "counterpart", "official", "delegate",
    "prosecutor", "attorney", "analyst", "economist", "author", "editor", "founder", "ceo", "owner",
    "manager", "coach", "lawyer", "rapporteur", "aide", "strategist", "historian", "scientist",
    "expert", "pollster", "columnist", "activist", "organizer", "organiser", "reporter",
    "journalist",
    "correspondent", "anchor", "moderator", "researcher", "negotiator", "treasurer", "clerk",
    "interpreter", "monarch", "ruler", "premier", "diplomat",
}  # fmt: skip
#: Words that are part of an office: a deputy minister is not the minister.
EXCLUSIVE = {
    "deputy",
    "vice",
    "assistant",
    "under",
    "prime",
    "former",
    "ex",
    "acting",
    "alternate",
    "associate",
    "late",
    "elect",
    "designate",
}
MODIFIERS = EXCLUSIVE | {
    "foreign", "external", "interior", "home", "defence", "defense", "finance", "trade", "energy",
    "oil", "justice", "health", "environment", "economy", "first", "second", "supreme", "special",
    "national", "security", "chief", "press", "state", "permanent", "high", "general", "crown",
    "party", "senior", "top", "current", "incoming", "outgoing", "new", "then", "elected",
    "interim",
    "attorney", "campaign", "policy", "government", "ministry", "department", "affairs",
    "principal",
}  # fmt: skip
#: How somebody came to an office: “the newly appointed minister”.
BESTOWED = {"elected", "appointed", "reelected", "re-elected", "named", "installed", "inaugurated"}
#: What follows an office that is not, or no longer, held: president-elect, minister designate.
BEHIND = {"elect", "designate", "emeritus", "emerita"}
#: Different words for one office.
SAME = {
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair", "advisor": "adviser", "congressman": "representative",
    "congresswoman": "representative",
}  # fmt: skip
GENDER_OF_OFFICE = {
    "spokesman": "m", "chairman": "m", "congressman": "m", "king": "m", "prince": "m", "emir": "m",
    "sultan": "m", "emperor": "m", "pope": "m", "spokeswoman": "f", "chairwoman": "f",
    "congresswoman": "f", "queen": "f", "princess": "f",
}  # fmt: skip
#: A capitalised run that ends so is an institution and no person's name.
INSTITUTIONS = {
    "assembly", "association", "bank", "board", "bureau", "cabinet", "campaign", "center",
    "centre", "commission",
    "committee", "company", "conference", "congress", "coalition", "corporation", "council",
    "court",
    "department", "embassy", "foundation", "forum", "government", "group", "house", "institute",
    "ministry", "mission", "office", "organisation", "organization", "parliament", "party",
    "police",
    "secretariat", "senate", "service", "services", "union", "university", "agency",
    "administration",
    "authority", "college", "army", "forces", "times", "post", "news", "journal", "alliance",
    "league",
    "fund", "network", "society", "summit", "kremlin", "pentagon", "palace", "tower", "street",
    "city",
    "statement", "meeting", "call", "visit", "talks", "remarks", "briefing", "readout", "debate",
    "state",
    "intelligence",
}  # fmt: skip
#: What is called after a person: “the Harnes Room” is nobody.
NAMED_AFTER = {
    "room", "hall", "building", "library", "airport", "bridge", "prize", "award", "museum", "school",
    "hotel", "church", "square", "avenue", "road", "stadium", "theatre", "theater", "park", "hospital",
    "island", "islands", "river", "lake", "act", "doctrine", "plan", "lecture", "medal", "highway",
    "boulevard", "arena", "memorial", "cemetery", "port", "harbour", "harbor", "base", "camp",
}  # fmt: skip
GOVERNMENTS = {"government", "administration", "regime", "cabinet", "kremlin", "authorities"}
#: Labels of transcripts that name no speaker.
NAMELESS_LABELS = {
    "question", "q", "answer", "a", "moderator", "participant", "reporter", "operator", "voice",
    "speaker",
    "interpreter", "staff", "audience", "unidentified", "host", "journalist", "press",
    "interviewer", "follow-up",
}  # fmt: skip


def plain(word: str) -> str:
    """A lower-case word without the point of its abbreviation: Mr. and Mr are one."""
    return word.rstrip(".")


#: Words of honour that stand with “his” and “her” in place of a name: “His Excellency”.
STYLES = {"excellency", "majesty", "highness", "holiness", "eminence", "honour", "honor", "grace"}
