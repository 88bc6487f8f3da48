"""`memcon schema`: the form of a Record's JSON, for programs that check or read it."""

from __future__ import annotations

import sys


def schema() -> None:
    """Print the JSON Schema of a Record.

    That is the form in which “memcon read --format json” and “jsonl” write.
    """
    from memcon.cli.messages import give_up, tell
    from memcon.cli.output import STANDARD_OUTPUT, told_of
    from memcon.errors import OutputError
    from memcon.schema import schema_text

    try:
        with told_of(STANDARD_OUTPUT):
            sys.stdout.write(schema_text())
            sys.stdout.flush()
    except BrokenPipeError:
        give_up(sys.stdout)
    except OutputError as error:
        tell(str(error))
        give_up(sys.stdout)
        sys.exit(1)
