"""`memcon export corrections`, which needs no paths: a command of its own below `memcon export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from memcon.cli.archive_run import Db, run

if TYPE_CHECKING:
    from memcon.archive import Archive

_app = typer.Typer(add_completion=False, rich_markup_mode=None)


@_app.command("corrections")
def corrections(
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there, not to standard output."),
    ] = None,
    db: Db = None,
) -> None:
    """Write what reviewers corrected and accepted in the archive, as JSON Lines.

    One text a line, as it was read and as it is corrected: docs/web.md has the
    form. The programs in training/ take such a file as --corrections. It names
    who corrected what.

    \b
    Exit codes:
      0    fine, also where nothing has been corrected
      1    there is no archive, or the output could not be written; or Records are
           damaged: each is named on standard error, and the others are written
      2    the command was used wrongly
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)

    def write(archive: Archive) -> int:
        from memcon.cli.archive_output import put_text
        from memcon.cli.damage import Damage
        from memcon.cli.output import told_of
        from memcon.errors import OutputError
        from memcon.web.review.training import examples

        damage = Damage()
        lines = "".join(examples(archive, damage))
        if output is None:
            put_text(lines)
        else:
            with told_of(str(output)):
                if archive.database.is_kept_in(output):
                    raise OutputError(f"{output} is the archive itself; give another --output")
                output.write_text(lines, encoding="ascii")
        return 1 if damage.count else 0

    run(db, write)


class Export(TyperCommand):
    """`memcon export PATH …`; if the first word is the name of a command below, that one.

    A file of that name is exported as ./corrections.
    """

    @property
    def commands(self) -> dict[str, Any]:
        """The commands below, as a group has them."""
        return {"corrections": typer.main.get_command(_app)}

    def make_context(
        self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any
    ) -> Any:
        """The context of this command, or of the one below."""
        below = self.commands.get(args[0]) if args else None
        if below is None:
            return super().make_context(info_name, args, parent, **extra)
        return below.make_context(f"{info_name} {args[0]}", args[1:], parent, **extra)
