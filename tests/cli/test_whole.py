"""A full disk cuts no line: what it has taken of one is cut off again, and those before it stay."""

from __future__ import annotations

import resource
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from memcon.cli.whole import write_whole
from tests.cli.conftest import SAID, names

#: Bytes that a file may have: after some lines, in the middle of another.
FULL = 10_000


@contextmanager
def full() -> Iterator[None]:
    """A disk that takes no more than that for a file, and so a part of the line that is too long.

    Not a fixture: pytest, whose own output may be a longer file, prints while fixtures are set up.
    """
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("buffering", [0, 8192])
@pytest.mark.parametrize("mode", ["wb", "ab"])
def test_lines_before_it_stay(folder: Path, mode: str, buffering: int) -> None:
    with full():
        Path("out").write_bytes(b"")
        stream = Path("out").open(mode, buffering=buffering)  # noqa: SIM115 (closing a full one fails)
        write_whole(stream, b"a" * 8000 + b"\n")
        with pytest.raises(OSError, match="File too large"):
            write_whole(stream, b"b" * 5000 + b"\n")
        assert Path("out").read_bytes() == b"a" * 8000 + b"\n"
        # A shorter one has room where it begins.
        if not buffering:
            write_whole(stream, b"c\n")
            assert Path("out").read_bytes() == b"a" * 8000 + b"\nc\n"
            stream.close()
        else:
            stream.raw.close()  # type: ignore[union-attr]


def test_what_is_written_over_is_left_as_long_as_it_was(folder: Path) -> None:
    class Failing:
        def __init__(self) -> None:
            self.file = Path("out").open("r+b", buffering=0)  # noqa: SIM115 (closed below)

        def fileno(self) -> int:
            return self.file.fileno()

        def write(self, data: memoryview) -> int:
            self.file.write(data[:2])
            raise OSError(28, "No space left on device")

    Path("out").write_bytes(b"of yesterday")
    failing = Failing()
    with pytest.raises(OSError, match="No space left"):
        write_whole(failing, b"new")  # type: ignore[arg-type]
    failing.file.close()
    assert Path("out").read_bytes() == b"ne yesterday"


def limited() -> None:
    """Give a program of its own the same disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, FULL))


@pytest.mark.parametrize("output", [["-o", "out"], []])
def test_a_run_leaves_whole_records(
    folder: Path, process: Callable[..., subprocess.Popen[bytes]], output: list[str]
) -> None:
    many = [f"{n}.txt" for n in range(40)]
    for name in many:
        (folder / name).write_text(SAID, "utf-8")
    with (folder / "out").open("wb") as out:
        own = {} if output else {"stdout": out}
        run = process("read", *many, "-f", "jsonl", *output, preexec_fn=limited, **own)
        _, err = run.communicate(timeout=60)
    assert run.returncode == 1
    name = "out" if output else "standard output"
    assert (
        err.decode() == f"memcon: {name} cannot be written: file too large; give another --output\n"
    )
    written = (folder / "out").read_bytes()
    assert written.endswith(b"}\n")
    assert names(written) == many[: written.count(b"\n")]


def test_an_import_leaves_whole_records(
    folder: Path, process: Callable[..., subprocess.Popen[bytes]]
) -> None:
    for n in range(40):
        (folder / f"{n}.txt").write_text(SAID, "utf-8")
    all_of_it = process("export", ".", "-f", "jsonl", "-o", "all.jsonl")
    assert all_of_it.wait(timeout=60) == 0
    with (folder / "out").open("wb") as out:
        run = process("import", "all.jsonl", "-f", "jsonl", stdout=out, preexec_fn=limited)
        _, err = run.communicate(timeout=60)
    assert (run.returncode, b"file too large" in err) == (1, True)
    written = (folder / "out").read_bytes()
    assert written and (folder / "all.jsonl").read_bytes().startswith(written)
    assert written.endswith(b"}\n")
