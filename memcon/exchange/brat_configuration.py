"""brat's annotation.conf: the types that memcon writes, without which brat shows none of them."""

from __future__ import annotations

from typing import get_args

from memcon.record import ActorKind, AttributionType, Force, MentionForm, TitleForm

_KINDS = [kind.capitalize() for kind in get_args(ActorKind)]
_CODES = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT",
          "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")  # fmt: skip
_SPANS = ("ActEvidence", "Condition", "Exception", "Negation", "Commitment", "Insertion")


def _values(literal: object) -> str:
    return "|".join(value.replace(" ", "-") for value in get_args(literal))


def _configuration() -> str:
    kinds = "|".join(_KINDS)
    spans = ", ".join(f"{role}?:{role}" for role in _SPANS)
    events = [
        f"Attribution\tSource?:Source, Cue?:Cue, Inside?:Attribution, Speaker?:{kinds}, "
        f"Addressee?:{kinds}, {spans}",
        f"Stance\tOf:Attribution, Towards:{kinds}, Mention?:Mention",
        *(
            f"{code}\tSource*:{kinds}, Target*:{kinds}, In?:Attribution"
            for code in (*_CODES, "Event")
        ),
    ]
    attributes = [
        f"Type\tArg:Attribution, Value:{_values(AttributionType)}",
        f"SpeechAct\tArg:Attribution, Value:{_values(Force)}",
        "Polarity\tArg:Stance, Value:negative|neutral|positive",
        f"Form\tArg:{kinds}, Value:{_values(MentionForm)}",
        f"How\tArg:Title, Value:{_values(TitleForm)}",
        f"Mode\tArg:{'|'.join(_CODES)}, Value:verbal|material",
        f"Modality\tArg:{'|'.join(_CODES)}, Value:occurred|intended|demanded|denied|hypothetical",
    ]
    parts = {
        "entities": ["Source", "Cue", "Mention", "Title", *_SPANS, *_KINDS],
        "relations": [f"TitleOf\tArg1:Title, Arg2:{kinds}",
                      "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
                      f"Equiv\tArg1:{kinds}, Arg2:{kinds}, <REL-TYPE>:symmetric-transitive"],
        "events": events,
        "attributes": attributes,
    }  # fmt: skip
    return "\n".join(f"[{name}]\n" + "\n".join(lines) + "\n" for name, lines in parts.items())


CONFIGURATION = _configuration()
