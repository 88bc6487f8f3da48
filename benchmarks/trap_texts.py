"""Texts that nobody writes: each kind repeated to a length, for what reading costs when a text is odd."""

from __future__ import annotations

from collections.abc import Callable

_SIGNS = ".,;:!?-–—_*#/\\|~^'\"“”‘’«»„‚‹›「」()[]"
_SIGNS += "{}<>…·•§¶†%&@$€+=0Ø字あ한ا\u0301\u200b\u200d\u202e\u2066\ufeff"
_SIGNS += "\x00\x01\t\xa0\u3000\u00ad\ufffd\ud800😀½²①aAZ"
_ENDS = [
    "\n",
    "\r",
    "\r\n",
    "\u2028",
    "\u2029",
    "\x0b",
    "\x0c",
    "\x85",
    " \n",
    "\n\n",
    "\n \n",
    "\t\n",
]
_PAIRS = [
    "()",
    "[]",
    "{}",
    "<>",
    "“”",
    "‘’",
    "«»",
    "»«",
    "„“",
    '""',
    "''",
    "‹›",
    "``",
    "「」",
    "”“",
]
#: What is repeated as it stands.
_UNITS = """\
(a |(a (b) |((a) |[a |{a |“a |“a ” |a” |"a |'a |’s |«a |„a “b |a“b”c|a"b"c |( |) |[( |)] |“‘ |’” |
said |said. |said: |said “|said that |he said |Harnes said |Harnes said that |that |who |of the |
and |, and |A: |Q: |Q. |Q. A. |Q: Who?\\n|A: We agree.\\n|NAME: |MR HARNES: |
MR HARNES: I agree.\\n|A:\\n|Minister Harnes:\\n|Harnes: Quill: |Harnes (Ossel): |
Harnes (Ossel): yes\\n|[Harnes]: no\\n|: |:: |::: |- |-- |– – |\\n-|\\n- a|\\n1. a|1. |1) |
1.1.1. |(1) |(i) |§ 1 |No. 1, |a, |a; |a/|a/b/c |a-|a-b-|a_|a.|a.b.|A.|A. B. |A.B.C. |St. |Mr. |
Dr. |U.S. |Minister |President |Minister of |Minister of the |Deputy |Acting |former |the former |
then-|the |The |his |her |its |Minister Harnes |Minister Harnes, |Minister Harnes and |Harnes |
Harnes, |Harnes and |Harnes of |Harnes’s |O’|Mc|Harnes Quill |HARNES |HARNES, |Harnes (|Harnes) |
Harnes; |Harnes Harnes, Harnes and |Oren Halvard, |J. |J. J. |Ossel |Ossel, |Ossel and |Ossel-|
Osselite |French |France |France, |the French |US |U.K. |the Republic of |Foreign Ministry |
the Ministry of |Ministry of Foreign Affairs of |United Nations |UN |the two sides |both |May |
3 May |3 May 2027 |May 3, 2027, |2027 |2027-05-03 |12:30 |today |Monday |Monday, |on Monday |
last week |1 |10 |1,000 |1.5 |1000000|12:|12/12/|two hours |for two hours |lasted two hours |
in Corran |in |at |to |by |from |not |no |never |if |unless |except |would |will |must |should |
asked |asked to |asked whether |to ask to |said to say to |thanked |condemned |Ossel condemned |
attacked |Ossel attacked |met |met with |Harnes met Quill |Harnes met Quill in Corran. |
Harnes gave Quill a bell. |gave |a gift of |aid to |according to |According to Harnes, |
He said: “|He said “no”. |“No,” he said. |“No” |“No”, |“No” – |“No.”\\n|“No.\\n“No.\\n|‘No’ |
"No" |he |she |they |it |I |we |We |I said you said |who said who |which |that which |“a “b ‘c |
’ |s’ |’s’s|don’t |can't |http://|http://a.b/|a@b.c |www.|<p>|</p>|<a href="|<!--|-->|&amp;|
&lt;b&gt;|**a** |*a |# a\\n|> |> > |> a\\n|| |`a` |\\u202ea\\u202c|a\\u0301|e\\u0301\\u0301|
\\u200ba|a\\u200b|a\\xad|字 |字字。|「字」|「字|あ、|한국 |مرحبا |שלום |ไทย|\\ud800a |READOUT\\n|
JOINT STATEMENT\\n|BEGIN TEXT\\n|END TEXT\\n|(END)\\n|###\\n|* * *\\n|Page 1\\n|
SALTMERE, 14 May – |SALTMERE, 14 May – a\\n|SALTMERE (|AB CD |A B |
The following is attributable to Harnes: |
The following is attributable to Spokesperson Harnes:\\n|Statement by Harnes\\n|From Harnes: “|
Harnes: “No.”\\n|“No.” – Harnes\\n|Present:\\n|Present: Harnes; |Participants: |Next steps: |
Next steps:\\n- |Dear |Yours |Welcoming |Recalling |WELCOMING a,\\n|1. Decides to |
have agreed to |The sides agreed to |agreed |Harnes, Minister, |Harnes, the minister of Ossel, |
Harnes, who said Quill, |the minister, |the minister |the minister of the minister of |
Minister Minister |President Minister Harnes |Mr Mr |Mr and Mrs |H.E. |Harnes believes that |
Harnes said Quill said |said said |said, |, said |, he said, |“, he said, “|? |?! |... |"""


def _units() -> list[str]:
    units = [one for one in _UNITS.replace("|\n", "|").split("|") if one]
    return [
        one.encode("raw_unicode_escape").decode("unicode_escape") if "\\" in one else one
        for one in units
    ]


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def _nested(pair: str) -> Callable[[int], str]:
    return lambda size: pair[0] * (size // 2) + pair[1] * (size // 2)


def _prose(end: str) -> Callable[[int], str]:
    line = f"Minister Harnes met President Quill in Corran. Harnes said: “We agree.”{end}"
    return _repeated(line)


def _numbered(template: str) -> Callable[[int], str]:
    """Lines that differ by a number or a word made of one."""

    def lines(size: int) -> str:
        out, length, number = [], 0, 0
        while length < size:
            out.append(template.replace("#", str(number)).replace("@", _word(number)))
            length, number = length + len(out[-1]), number + 1
        return "".join(out)[:size]

    return lines


def _word(number: int) -> str:
    """A name of its own for each number: Bacada, Becada, …"""
    out = ""
    for _ in range(4):
        number, at = divmod(number, 100)
        out += "bcdfghjklmnprstvwxyz"[at // 5] + "aeiou"[at % 5]
    return out.capitalize()


_TEMPLATES = """\
@ said no. |Minister @ of @ said no.\n|@: We agree.\n|@ (@): We agree.\n|@, @ and |@ met @. |“@” |
“@,” said @. |@’s |MINISTER @: Yes.\n|#. @ said no.\n|# |#, |#.|#: @\n|@ @ @ @ |@ |@-|
@ gave @ a bell. |the @ of @ |on # May |Ossel#: no\n|@ attacked @ in @ on # May. |@ condemned @. |
“@ |(@ |[@] |@ – @ – |@/@ |<@>|@: @: @: |according to @, |@, minister of @, |@ hopes @ hopes |
They met @. |He thanked @ for @. |@ will go to @ on # June.\n"""


def traps() -> dict[str, Callable[[int], str]]:
    """Name of each trap to its text of a size in code points."""
    out: dict[str, Callable[[int], str]] = {}
    for sign in _SIGNS:
        out[f"{sign!a}"] = _repeated(sign)
        out[f"{sign!a} a"] = _repeated(f"{sign}a")
        out[f"{sign!a} and space"] = _repeated(f"{sign} ")
        out[f"{sign!a} on lines"] = _repeated(f"{sign}\n")
        out[f"{sign!a} before a sentence"] = lambda size, s=sign: (
            s * (size - 40) + " Minister Harnes said that Quill agreed."
        )
    for unit in _units():
        out[f"{unit!a} repeated"] = _repeated(unit)
        out[f"{unit!a} on lines"] = _repeated(f"{unit.strip()}\n")
    for pair in _PAIRS:
        out[f"nested {pair!a}"] = _nested(pair)
        out[f"nested {pair!a} with words"] = lambda size, p=pair: (
            f"{p[0]}a " * (size // 6) + f"b{p[1]} " * (size // 6)
        )
    for end in _ENDS:
        out[f"prose and {end!a}"] = _prose(end)
    out["prose and mixed ends"] = _prose("\r\n\n\r\u2028\x85")
    out["prose on one line"] = _prose(" ")
    for template in _TEMPLATES.replace("|\n", "|").split("|"):
        out[f"numbered {template!a}"] = _numbered(template)
    out["one label"] = lambda size: "MINISTER " + "OF PEACE " * (size // 9) + ": We agree."
    out["one label of one word"] = lambda size: "A" * size + ": We agree.\n"
    out["one name"] = lambda size: "Minister " + "Oren " * (size // 5) + "said no."
    out["one sentence"] = lambda size: "Harnes said that " + "the cat and " * (size // 12) + "sat."
    out["one long quotation"] = lambda size: "Harnes said: “" + "We agree. " * (size // 10) + "”"
    out["one long bracket"] = lambda size: "Harnes (" + "of Ossel, " * (size // 10) + ") said no."
    return out
