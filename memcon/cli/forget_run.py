"""A run of `memcon forget`: what it is about is shown, asked, and done."""

from __future__ import annotations

import getpass
import sys

from memcon.archive import Archive
from memcon.cli.actors_lines import several
from memcon.cli.messages import tell
from memcon.report.visible import line

FINE, FAILED = 0, 1


class Forgetting:
    """One call of `memcon forget`.

    :param by: who forgets; None for the user's name on this machine.
    :param sure: whether not to ask.
    """

    def __init__(self, archive: Archive, *, by: str | None, why: str, sure: bool) -> None:
        self.archive = archive
        self.by = by or getpass.getuser()
        self.why = why
        self.sure = sure

    def document(self, document: str) -> int:
        """Forget a document.

        :returns: the exit code.
        """
        versions = self.archive.versions(document)
        newest = versions[-1]
        print(f"{line(newest.title or newest.name)}, {several(len(versions), 'version')}")
        for sha256, likeness in self.archive.neighbours(newest.sha256):
            print(
                f"  nearly the same ({likeness:.0%}), and not forgotten with it: text {sha256[:12]}"
            )
        if not self._confirmed():
            return FAILED
        gone, kept = self.archive.forget(document, by=self.by, why=self.why)
        self.archive.scrub()
        stays = f"; {several(kept, 'text')} of other documents as well stayed" if kept else ""
        print(f"{several(gone, 'text')} forgotten{stays}: {self.archive.label}")
        return FINE

    def said_by(self, name: str) -> int:
        """Forget all that somebody said.

        :returns: the exit code.
        """
        found = self.archive.said_by(name)
        if not found:
            tell(f"nobody of the name “{line(name)}” says anything; give the whole name")
            return FAILED
        for said in found:
            print(f"{line(said.name)}: {several(said.statements, 'statement')}")
        if not self._confirmed():
            return FAILED
        for said in found:
            self.archive.forget_said(said, by=self.by, why=self.why)
        self.archive.scrub()
        number = several(sum(said.statements for said in found), "statement")
        print(f"{number} in {several(len(found), 'text')} forgotten: {self.archive.label}")
        return FINE

    def _confirmed(self) -> bool:
        if self.sure:
            return True
        if not sys.stdin.isatty():
            tell("nothing was forgotten: nobody is there to confirm it; give --yes")
            return False
        try:
            answer = input("Forget this for good? It cannot be undone. [y/N] ")
        except EOFError:
            answer = ""
        if answer.strip().casefold() not in ("y", "yes"):
            tell("nothing was forgotten")
            return False
        return True


def show_log(archive: Archive) -> int:
    """Print the tombstones.

    :returns: the exit code.
    """
    for stone in archive.forgotten():
        what = f"{stone.kind} {stone.sha256[:12]}"
        print(f"{stone.at}  {what}  by {line(stone.by)}  {line(stone.why)}".rstrip())
    return FINE
