"""What is written beside its place first, and what a program that was killed has left of it."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from pathlib import Path


def part_of(target: Path) -> Path:
    """Where this program writes what is to be put at the target when it is whole.

    What others, or an earlier one of this number, have left there is gone: see `remove_leftovers`.
    """
    remove_leftovers(target)
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def remove_leftovers(target: Path) -> None:
    """Remove the parts of that target whose programs are not there any more, as far as one may.

    Programs are told by their numbers on this machine: two machines must not write to one target.
    """
    left = re.compile(rf"\.{re.escape(target.name)}\.([1-9][0-9]*)\.part")
    with suppress(OSError):
        for path in target.parent.iterdir():
            found = left.fullmatch(path.name)
            if found and not _is_there(int(found[1])):
                remove(path)


def remove(part: Path) -> None:
    """Remove a file or a folder, as far as it is there and one may."""
    with suppress(OSError):
        if part.is_dir() and not part.is_symlink():
            shutil.rmtree(part, ignore_errors=True)
        else:
            part.unlink(missing_ok=True)


def _is_there(number: int) -> bool:
    """Whether another program of that number is running."""
    if number == os.getpid():
        # It had this number before: in a container each run may have the same.
        return False
    if os.name != "posix":
        # Asking would end it.
        return True
    try:
        os.kill(number, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        # It is another user's.
        return True
    return True
