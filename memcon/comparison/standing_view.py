"""What became of a speaker's phrases, on a terminal: by verdict, then before and now."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from memcon.comparison.layout import CHANGES
from memcon.comparison.model import AccountName, Change
from memcon.comparison.standing import VERDICTS, Difference, Phrase, Standing
from memcon.report.visible import line

MEASURE = 100
_NAME, _QUIET, _MARK = "bold", "dim", "cyan"
_ASCII = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "…": "...", "→": "->"})


def print_difference(difference: Difference, console: Console) -> None:
    """Print it, at most `MEASURE` columns wide."""
    width = max(min(console.width, MEASURE), 20)
    for text in _texts(difference):
        for row in text.wrap(console, width):
            row.rstrip()
            if console.options.ascii_only:
                plain = row.plain.translate(_ASCII)
                row = Text(
                    plain.encode(console.encoding, "backslashreplace").decode(console.encoding)
                )
            console.print(row, soft_wrap=True, highlight=False)


def _texts(difference: Difference) -> list[Text]:
    counts = [f"{len(difference.of(v))} {v}" for v in VERDICTS if difference.of(v)]
    out = [Text(line(difference.speaker), style=_NAME), Text(", ".join(counts))]
    for verdict in VERDICTS:
        for standing in difference.of(verdict):
            out.append(Text())
            out += _standing(standing, difference)
    return out


def _standing(standing: Standing, difference: Difference) -> list[Text]:
    out = [Text(standing.verdict, style=_NAME)]
    if standing.likeness is not None:
        out[0].append(f" {standing.likeness:.2f}", style=_QUIET)
    out += _said("before", standing.old, difference.old)
    out += _said("now", standing.new, difference.new)
    out += [_change(change) for change in standing.changes]
    return out


def _said(when: str, phrases: Sequence[Phrase], names: Sequence[AccountName]) -> list[Text]:
    out = []
    for phrase in phrases:
        start, end = phrase.said.spans[0][0], phrase.said.spans[-1][1]
        where = f"{line(names[phrase.document].name)} {start}–{end}"
        cue = line(phrase.said.cue)
        out.append(
            Text.assemble(
                (f"{when}  ", _MARK), f"{cue} " if cue else "", line(phrase.said.text),
                (f"  {where}", _QUIET),
            )
        )  # fmt: skip
    return out


def _change(change: Change) -> Text:
    before, after = (line(value.text) if value else "–" for value in change.values)
    label = CHANGES[change.change] + (f" towards {line(change.target)}" if change.target else "")
    return Text.assemble((f"{label}: ", _QUIET), f"{before} → {after}")
