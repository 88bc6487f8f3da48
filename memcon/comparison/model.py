"""The Comparison: what accounts of one meeting share, what one alone tells, and where they differ.

Lists of values have one item an account, in the order in which the accounts were given; None stands
where an account does not tell. Spans are code points into that account's text, end exclusive.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from memcon.record import Part, Span, Spans

#: Version of the JSON form.
SCHEMA: Literal[1] = 1

Verdict = Literal["same", "different", "one"]
FactName = Literal[
    "participant", "role", "date", "place", "duration", "format", "gift", "document", "next step",
    "number", "named thing",
]  # fmt: skip
ChangeName = Literal[
    "speaker", "addressee", "act", "wording", "form", "stance", "negation", "hedge", "condition",
    "exception", "number", "date",
]  # fmt: skip


class AccountName(Part):
    """Which text an account is.

    :param name: the file's own name.
    """

    name: str
    sha256: str
    date: str | None = None
    title: str | None = None


class Value(Part):
    """What one account has for a fact.

    :param text: the words of the account, hedges included, on one line.
    :param normal: the form in which values are compared: ISO 8601, a number with its unit, a name.
    :param bound: how exact a number or duration is: as it stands (empty), `~`, `>` or `<`.
    """

    account: int
    text: str
    normal: str
    span: Span
    bound: str = ""


class ComparedFact(Part):
    """A fact in all accounts.

    :param verdict: `one` if one account alone tells it; else whether all that tell it agree.
    """

    fact: FactName
    values: tuple[Value | None, ...]
    verdict: Verdict


class Told(Part):
    """Words of one account that show a change.

    :param normal: the form compared: the name of the act, the polarity, the number.
    """

    account: int
    text: str
    normal: str
    span: Span | None = None


class Change(Part):
    """What is otherwise in the members of a pair; None where an account has nothing of the kind.

    :param target: of a stance, the name of whom it is towards.
    :param stronger: of an act or its wording, the account that has the strongest, where a scale
        (`memcon.comparison.strength`) tells.
    """

    change: ChangeName
    values: tuple[Told | None, ...]
    target: str | None = None
    stronger: int | None = None


class Doubt(Part):
    """A reason to doubt that the accounts are of one meeting.

    :param words: which accounts, and what they tell.
    :param sure: whether they clearly are not: no participant in common, or days apart.
    """

    reason: Literal["participants", "date"]
    words: str
    sure: bool


class Pair(Part):
    """Statements that say the like.

    :param members: ids of statements, one list an account, empty where it says nothing like it; a
        statement comes with those nested in it.
    :param likeness: 0 to 1; of several accounts the mean of what each has in common with the next.
    """

    members: tuple[tuple[str, ...], ...]
    likeness: float = Field(ge=0, le=1)
    changes: tuple[Change, ...] = ()


class Share(Part):
    """How much of what is reported is one speaker's, or on one topic.

    :param shares: of each account's reported words, 0 to 1.
    :param order: place among the topics (or speakers) in the order in which each account comes to
        them, from 1; None where it does not.
    """

    name: str
    shares: tuple[float, ...]
    order: tuple[int | None, ...]


class Emphasis(Part):
    """Shares by speaker and by topic, and how many words each account reports."""

    speakers: tuple[Share, ...] = ()
    topics: tuple[Share, ...] = ()
    words: tuple[int, ...] = ()


class Name(Part):
    """Words by which an account names something, how often, and where first."""

    text: str
    count: int
    span: Span


class Naming(Part):
    """How each account names the same actor or thing."""

    thing: str
    kind: str
    names: tuple[tuple[Name, ...], ...]


class StatementWords(Part):
    """A statement as the views show it, so that a Comparison can be read without the Records."""

    id: str
    speaker: str | None
    cue: str
    text: str
    spans: Spans
    nested: bool = False


class Comparison(Part):
    """Accounts of one meeting side by side.

    :param only: ids of the statements of each account that no other has the like of.
    :param frames: statements that hold an account as a whole (“attributable to the spokesperson”):
        what is in them is compared, not they.
    :param doubts: why the accounts may not be of one meeting; empty if nothing says so.
    """

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    accounts: tuple[AccountName, ...]
    summary: str = ""
    doubts: tuple[Doubt, ...] = ()
    facts: tuple[ComparedFact, ...] = ()
    pairs: tuple[Pair, ...] = ()
    only: tuple[tuple[str, ...], ...] = ()
    frames: tuple[tuple[str, ...], ...] = ()
    emphasis: Emphasis = Emphasis()
    words: tuple[Naming, ...] = ()
    statements: tuple[tuple[StatementWords, ...], ...] = ()

    @property
    def apart(self) -> bool:
        """Whether the accounts are clearly not of one meeting."""
        return any(doubt.sure for doubt in self.doubts)

    def to_json(self, *, indent: int | None = None) -> str:
        """The JSON form."""
        return self.model_dump_json(by_alias=True, indent=indent)

    @classmethod
    def from_json(cls, data: str | bytes) -> Comparison:
        """The Comparison of a JSON form.

        :raises pydantic.ValidationError: if it is none.
        """
        return cls.model_validate_json(data)
