"""Where reading is not linear: the functions whose steps grow faster than the text.

    .venv/bin/python -m benchmarks.growth [--size 2000] [--only WORDS] [--first N] [--count N]

Each trap (benchmarks.trap_texts) is read at that size and at four times it, and the lines that Python
runs in each function of memcon are counted, every turn of a loop or comprehension as one. Seconds tell of
a busy machine; steps are the same each time. What a builtin or a compiled library does in one step is not
seen here, but by benchmarks.traps.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import memcon
from benchmarks.trap_texts import traps

#: The larger text is so many times the smaller one.
TIMES = 4
#: Linear steps grow by TIMES, quadratic ones by its square; windows and sorting lie between.
LIMIT = 8.0
#: Functions with fewer steps on the larger text are too small to tell.
FEWEST = 5_000

_PACKAGE = str(Path(memcon.__file__).parent)


def count_steps(do: Callable[[], object]) -> Counter[str]:
    """How many lines are run in each function of memcon's, in this thread: `file:line:name` to steps."""
    steps: Counter[CodeType] = Counter()

    def local(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            steps[frame.f_code] += 1
        return local

    def begin(frame: FrameType, _: str, __: Any) -> Any:
        return local if frame.f_code.co_filename.startswith(_PACKAGE) else None

    before = sys.gettrace()
    sys.settrace(begin)
    try:
        do()
    finally:
        sys.settrace(before)
    out: Counter[str] = Counter()
    for code, count in steps.items():
        place = Path(code.co_filename).relative_to(_PACKAGE)
        out[f"{place}:{code.co_firstlineno}:{code.co_name}"] += count
    return out


def grown(do: Callable[[int], object], size: int) -> list[tuple[str, int, int]]:
    """The functions whose steps grow faster than what is done, with the steps for a size and TIMES it."""
    small, large = (count_steps(partial(do, times * size)) for times in (1, TIMES))
    return [
        (name, small[name], count)
        for name, count in large.most_common()
        if count >= FEWEST and count > LIMIT * max(small[name], FEWEST // TIMES**2)
    ]


def _read(make: Callable[[int], str], size: int) -> None:
    memcon.read(make(size))


def main() -> None:
    """Print the functions, under the trap that shows them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--size", type=int, default=2_000, help="of the smaller, in code points")
    options.add_argument("--only", default="", help="traps with these words in their name")
    options.add_argument("--first", type=int, default=0, help="number of the first of them")
    options.add_argument("--count", type=int, help="so many traps at most")
    given = options.parse_args()
    known = traps()
    names = [name for name in known if given.only in name][given.first :][: given.count]
    memcon.read("Harnes said no.")
    for name in names:
        found = grown(partial(_read, known[name]), given.size)
        if found:
            print(name)
        for place, few, many in found:
            print(f"  {place}: {few:,} to {many:,} steps", flush=True)
    print(f"{len(names)} traps")


if __name__ == "__main__":
    main()
