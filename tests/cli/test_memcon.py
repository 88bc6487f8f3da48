"""The program itself: help and version."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from memcon import __version__


def test_without_arguments_it_tells_what_it_can_do(memcon: Callable) -> None:
    result = memcon()
    assert result.exit_code == 2
    assert "who said what, cited to the character" in result.output
    assert all(command in result.output for command in ("read", "schema"))


def test_help_tells_the_exit_codes(memcon: Callable) -> None:
    result = memcon("read", "-h")
    assert result.exit_code == 0
    assert "130  interrupted (Ctrl-C)" in result.stdout


def test_the_version(memcon: Callable) -> None:
    assert memcon("--version").stdout == f"memcon {__version__}\n"


def test_a_command_that_is_none(memcon: Callable) -> None:
    result = memcon("raed", "a.txt")
    assert result.exit_code == 2
    assert "No such command 'raed'" in result.stderr


def test_help_loads_no_language_pipeline() -> None:
    program = (
        "import sys; from memcon.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "slow = {'spacy', 'onnxruntime', 'numpy', 'rich.console'} & set(sys.modules)\n"
        "sys.exit(', '.join(slow) or 0)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, "read", "--help"], capture_output=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, b"")
