"""`memcon actors`: its commands and their options. What they do is imported when it is done."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from memcon.registry.judgements import Verdict

_EXIT_CODES = """
    \b
    Exit codes:
      0    fine
      1    the registry, a file or a judgement was not in order; the reason is
           told on standard error
      2    the command was used wrongly
"""

actors = typer.Typer(
    name="actors",
    help="List the actors of all documents, and judge who is who.\n" + _EXIT_CODES,
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
)

Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="PATH",
        help="The registry: a file, or an address such as sqlite:///actors.db. Without it that "
        "of MEMCON_DB, else a file of your own.",
        show_default=False,
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        help="Who does it, for the log; your login name without it.",
        show_default=False,
    ),
]
Name = Annotated[
    str,
    typer.Option(
        "--name",
        "-n",
        metavar="WORDS",
        help="Only pairs with somebody who is called so.",
        show_default=False,
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, for the log.")]


class Table(StrEnum):
    """Forms of a list."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class Form(StrEnum):
    """Forms of what is more than a list."""

    TEXT = "text"
    JSON = "json"


class Word(StrEnum):
    """Verdicts."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@actors.callback()
def _actors(
    context: typer.Context,
    db: Db = None,
    name: Annotated[
        str, typer.Option("--name", "-n", metavar="WORDS", help="Only those so called.")
    ] = "",
    everyone: Annotated[
        bool, typer.Option("--all", help="Those of imported files too that no document names.")
    ] = False,
    format: Annotated[Table, typer.Option("--format", "-f", help="json is one list.")] = Table.TEXT,
) -> None:
    context.obj = db
    if context.invoked_subcommand is not None:
        if name or everyone:
            raise typer.BadParameter(
                f"--name and --all are not for {context.invoked_subcommand}, whose own options go "
                "behind it"
            )
    else:
        from memcon.cli.actors_run import run
        from memcon.cli.actors_show import show_list

        run(db, lambda registry: show_list(registry, name, everyone, format))


@actors.command()
def add(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Documents and folders as for memcon read, or - for standard input; and Records "
            "that memcon read wrote as JSON or JSON Lines, beside the documents they were made of.",
            show_default=False,
        ),
    ],
    db: Db = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress and no summary; failures are named.")
    ] = False,
    threads: Annotated[
        int | None,
        typer.Option("--threads", min=1, metavar="N", help="Threads to use.", show_default="2"),
    ] = None,
) -> None:
    """Read documents and add their named actors to the registry.

    The registry is made if it is not there. What is in it already is not read
    again: a run that was broken off goes on where it was.

    \b
    Exit codes:
      0    fine
      1    some documents failed, each named on standard error with the reason,
           and the others are added
      2    the command was used wrongly
      130  interrupted (Ctrl-C); the documents added so far are kept
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    if paths.count("-") > 1:
        raise typer.BadParameter("standard input (-) can be read once only")
    from memcon.cli.actors_add import Adding
    from memcon.cli.actors_run import run

    run(db or context.obj, Adding(paths, quiet, threads), create=True)


@actors.command("import")
def import_(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="FollowTheMoney as OpenSanctions ships it, or Wikidata: JSON, one entity a line or "
            "a list; may be packed by gzip.",
            show_default=False,
        ),
    ],
    db: Db = None,
    by: By = None,
) -> None:
    """Add entities with identifiers from a file, so that names can be given theirs.

    Nothing is fetched. All of the file is added, or nothing if a line is not in
    order. Match and review afterwards.
    """
    from memcon.cli.actors_run import login, run
    from memcon.cli.actors_show import tell_import

    run(
        db or context.obj,
        lambda registry: tell_import(registry.import_file(file, by or login()), file),
        create=True,
    )


@actors.command()
def match(
    context: typer.Context,
    db: Db = None,
    name: Name = "",
    unsure: Annotated[
        bool, typer.Option("--unsure", help="Also what somebody was unsure of.")
    ] = False,
    format: Annotated[Form, typer.Option("--format", "-f", help="How to print them.")] = Form.TEXT,
) -> None:
    """Judge what is sure by rule, and list what is left to review, with reasons.

    States of one ISO code are the same; so are persons of one full name who
    share country or office, if nothing speaks against it. All else is only
    listed: nothing doubtful is made one without you. The score, to 100, is an
    order of likelihood, not a probability.
    """
    from memcon.cli.actors_match import match_all
    from memcon.cli.actors_run import run

    run(db or context.obj, lambda registry: match_all(registry, name, unsure, format))


@actors.command()
def review(
    context: typer.Context,
    db: Db = None,
    by: By = None,
    name: Name = "",
    unsure: Annotated[
        bool, typer.Option("--unsure", help="Ask again what somebody was unsure of.")
    ] = False,
) -> None:
    """Judge the candidates one by one, both sides shown with a sentence each.

    Answer y (the same), n (different), u (unsure), s (skip), z (undo the last
    one) or q (quit), each with Enter. Words behind a y, n or u are the reason
    for the log: “y the same office”. Every answer is kept at once.
    """
    from memcon.cli.actors_review import review_all
    from memcon.cli.actors_run import login, run

    run(db or context.obj, lambda registry: review_all(registry, by or login(), name, unsure))


@actors.command()
def judge(
    context: typer.Context,
    left: Annotated[int, typer.Argument(metavar="A", help="Id of an actor.", show_default=False)],
    right: Annotated[int, typer.Argument(metavar="B", help="Of another.", show_default=False)],
    verdict: Annotated[Word, typer.Argument(metavar="VERDICT", help="What they are.")],
    db: Db = None,
    by: By = None,
    why: Why = "",
) -> None:
    """Judge two actors: same, different or unsure.

    What contradicts a judgement that stands is refused, and that one named.
    """
    from memcon.cli.actors_judge import judge_pair
    from memcon.cli.actors_run import login, run

    word: Verdict = verdict.value  # type: ignore[assignment]
    run(
        db or context.obj,
        lambda registry: judge_pair(registry, left, right, word, by or login(), why),
    )


@actors.command()
def undo(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", help="Number of the judgement in the log.")],
    db: Db = None,
    by: By = None,
    why: Why = "",
) -> None:
    """Undo a judgement, or an undoing. Both stay in the log; nothing is lost."""
    from memcon.cli.actors_judge import undo_one
    from memcon.cli.actors_run import login, run

    run(db or context.obj, lambda registry: undo_one(registry, number, by or login(), why))


@actors.command()
def log(
    context: typer.Context,
    db: Db = None,
    format: Annotated[Table, typer.Option("--format", "-f", help="json is one list.")] = Table.TEXT,
) -> None:
    """List all judgements: who, when, what and why, and what was undone."""
    from memcon.cli.actors_judge import show_log
    from memcon.cli.actors_run import run

    run(db or context.obj, lambda registry: show_log(registry, format))


@actors.command()
def show(
    context: typer.Context,
    id: Annotated[
        int, typer.Argument(metavar="ID", help="Of the actor, or of any of its entries.")
    ],
    db: Db = None,
    format: Annotated[Form, typer.Option("--format", "-f", help="How to print it.")] = Form.TEXT,
) -> None:
    """Show an actor: names, titles, documents with a sentence each, judgements."""
    from memcon.cli.actors_run import run
    from memcon.cli.actors_show import show_one

    run(db or context.obj, lambda registry: show_one(registry, id, format))
