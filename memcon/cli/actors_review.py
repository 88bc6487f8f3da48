"""`memcon actors review`: the candidates one by one, answered with a letter."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.text import Text

from memcon.cli.actors_lines import NOBODY, entry_line, identifiers_line, several, titles_line
from memcon.cli.actors_match import entries_called, tell_judged
from memcon.errors import RegistryError
from memcon.registry import Registry, Verdict
from memcon.registry.citation import Citation
from memcon.registry.review import Question, Review, Side

_VERDICTS: dict[str, Verdict] = {"y": "same", "n": "different", "u": "unsure"}
_ASK = "same? y yes, n no, u unsure, s skip, z undo last, q quit: "
#: Other documents listed of each side.
_SOME = 5


def review_all(registry: Registry, by: str, name: str, unsure: bool) -> None:
    """Ask until nothing is open, or until it is enough; what was answered is kept."""
    judged = registry.apply_rules()
    tell_judged(judged, {entry.id: entry.name for entry in registry.entries()})
    review = Review(registry, by, of=entries_called(registry, name), unsure=unsure)
    if not review.left:
        print("Nothing is left to review." if registry.entries() else NOBODY)
        return
    console = Console(highlight=False, soft_wrap=False, emoji=False)
    try:
        for question in review.questions():
            _show(console, question)
            if not _answered(review):
                break
    except (EOFError, KeyboardInterrupt):
        print()
    left = f"; {several(review.left, 'pair')} left" if review.left else "; nothing left"
    print(f"{several(review.judged, 'judgement')} by {by}{left}")


def _answered(review: Review) -> bool:
    """Take an answer; whether to go on."""
    while True:
        word, _, why = _line().partition(" ")
        answer = word.casefold()[:1]
        try:
            if answer in _VERDICTS:
                judgement = review.judge(_VERDICTS[answer], why.strip())
                if judgement is not None:
                    print(f"judgement {judgement.id}: {judgement.verdict} – {judgement.why}")
                return True
            if answer == "s":
                review.skip()
                return True
            if answer == "z":
                undoing = review.undo()
                print(f"judgement {undoing.undoes} is undone by {undoing.id}")
                return True
            if answer == "q":
                return False
        except RegistryError as error:
            print(error)
            continue
        print("Answer y, n, u, s, z or q, and press Enter.")


def _line() -> str:
    print(_ASK, end="", flush=True)
    answer = sys.stdin.readline() if sys.stdin is not None else ""
    if not answer:
        raise EOFError
    if not sys.stdin.isatty():
        # Nobody typed: without this the next line would follow on the same one.
        print(answer.strip())
    return answer.strip()


def _show(console: Console, question: Question) -> None:
    found = question.comparison
    console.print()
    console.print(Text(f"{question.number} of {question.of} · score {found.score}", style="bold"))
    _put(console, Text(f"for: {'; '.join(found.reasons)}", style="green"), indent="")
    if found.against:
        _put(console, Text(f"against: {'; '.join(found.against)}", style="red"), indent="")
    for side in (question.left, question.right):
        _show_side(console, side)
    console.print()


def _show_side(console: Console, side: Side) -> None:
    actor = side.actor
    about = ", ".join((actor.kind, *actor.countries))
    console.print()
    console.print(Text.assemble(f"  {side.entry.id}  ", (side.entry.name, "bold"), f" ({about})"))
    for label, words in (
        ("also", ", ".join(name for name in actor.names if name != side.entry.name)),
        ("titles", titles_line(actor, None)),
        ("identifiers", identifiers_line(actor)),
    ):
        if words:
            _put(console, Text(f"{label}: {words}"))
    _put(console, Text(entry_line(side.entry)))
    if side.citation is not None:
        _put(console, _sentence(side.citation))
    others = [entry for entry in actor.entries if entry.id != side.entry.id]
    for entry in others[:_SOME]:
        _put(console, Text(f"also {entry_line(entry)}"))
    if len(others) > _SOME:
        _put(console, Text(f"and {len(others) - _SOME} more"))


def _sentence(citation: Citation) -> Text:
    return Text.assemble(
        f"“{citation.before.lstrip()}▸", (citation.marked, "bold reverse"), f"◂{citation.after}”"
    )


def _put(console: Console, words: Text, indent: str = "      ") -> None:
    """Print indented on both sides of a line break."""
    for row in words.wrap(console, max(console.width - len(indent), 20)):
        row.rstrip()
        console.print(Text(indent) + row)
