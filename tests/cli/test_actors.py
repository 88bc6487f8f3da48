"""`memcon actors`: what is asked for, what is said, and the exit code."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

STAND_IN = Path(__file__).with_name("actors_stand_in.py")
BOUND = ("memcon.cli.run", "memcon.cli.attempts", "memcon.cli.actors_add")
ROOT = STAND_IN.parents[2]

WEDNESDAY = "Foreign Minister Tomas Ardane met the pilots. They spoke of the strait."
LATER = "The call was short. Foreign Minister Ardane said that permits were ready."


@pytest.fixture
def memcon(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[Callable[..., Result]]:
    """Run `memcon actors` with these arguments on a registry in the empty folder."""
    spec = importlib.util.spec_from_file_location("memcon.reading", STAND_IN)
    assert spec and spec.loader
    reader = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reader)
    monkeypatch.setitem(sys.modules, "memcon.reading", reader)
    monkeypatch.setitem(sys.modules, "memcon.isolated", reader)
    for module in BOUND:
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setenv("MEMCON_DB", "actors.db")
    from memcon.cli import app

    def run(*arguments: str, stdin: str | bytes = b"") -> Result:
        return CliRunner().invoke(app, ["actors", *arguments], input=stdin, catch_exceptions=False)

    yield run
    for module in BOUND:
        sys.modules.pop(module, None)


@pytest.fixture
def two_days(folder: Path, memcon: Callable) -> Callable[..., Result]:
    """`memcon actors` on a registry of two documents of two days."""
    lines = [
        {"name": "wednesday.txt", "date": "2024-07-03", "text": WEDNESDAY},
        {"name": "later.txt", "date": "2024-07-17", "text": LATER},
    ]
    (folder / "days.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert memcon("add", "days.jsonl").exit_code == 0
    return memcon


def ids(result: Result) -> list[int]:
    """Ids of the actors of a list in JSON."""
    return [actor["id"] for actor in json.loads(result.stdout)]


def test_documents_are_added(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(WEDNESDAY)
    result = memcon("add", "a.txt")
    assert result.stdout == "1 document added: actors.db\nNext: memcon actors match\n"
    assert (result.exit_code, result.stderr) == (0, "")
    assert memcon().stdout == "1  Tomas Ardane (person, 1 document)\n     Foreign Minister\n"


def test_one_confirmation_makes_one_actor_and_undoing_splits_it(two_days: Callable) -> None:
    assert two_days("match").stdout == (
        " 70  1 Tomas Ardane – wednesday.txt, 2024-07-03\n"
        "     2 Ardane – later.txt, 2024-07-17\n"
        "     last name alone, and it is the same; same office: Foreign Minister\n"
        "\nLeft to review: 1 pair. Next: memcon actors review\n"
    )
    before = two_days("--format", "json").stdout
    reviewed = two_days("review", "--by", "an archivist", stdin="y\n")
    assert "judgement 1: same – last name alone, and it is the same; same" in reviewed.stdout
    assert "1 judgement by an archivist; nothing left" in reviewed.stdout
    assert two_days().stdout == (
        "1  Tomas Ardane (person, 2 documents)\n     Foreign Minister (2024-07-03 to 2024-07-17)\n"
    )
    undone = two_days("undo", "1", "--by", "another", "--why", "not sure any more")
    assert "1 and 2 are two actors again" in undone.stdout
    assert two_days("--format", "json").stdout == before
    first, second = json.loads(two_days("log", "-f", "json").stdout)
    assert (first["verdict"], first["by"], first["undone_by"]) == ("same", "an archivist", 2)
    assert (second["verdict"], second["undoes"], second["why"]) == ("undo", 1, "not sure any more")
    assert "[undone by 2]" in two_days("log").stdout


def test_review_shows_sentences_with_the_name_marked(two_days: Callable) -> None:
    shown = two_days("review", stdin="q\n").stdout
    assert "“Foreign Minister ▸Tomas Ardane◂ met the pilots.”" in shown
    assert "“Foreign Minister ▸Ardane◂ said that permits were ready.”" in shown
    assert "wednesday.txt, 2024-07-03" in shown
    assert "0 judgements" in shown
    assert "1 pair left" in shown


@pytest.mark.parametrize(
    ("keys", "verdicts"),
    [
        ("y\n", ["same"]),
        ("n\n", ["different"]),
        ("u\n", ["unsure"]),
        ("s\n", []),
        ("q\n", []),
        ("", []),
        ("what\nYES\n", ["same"]),
        ("z\nq\n", []),
    ],
)
def test_keys_of_review(two_days: Callable, keys: str, verdicts: list[str]) -> None:
    result = two_days("review", stdin=keys)
    assert result.exit_code == 0
    log = json.loads(two_days("log", "-f", "json").stdout)
    assert [judgement["verdict"] for judgement in log] == verdicts


def test_words_behind_an_answer_are_the_reason(two_days: Callable) -> None:
    result = two_days("review", "--by", "a", stdin="Y one minister at a time\n")
    assert "judgement 1: same – one minister at a time\n" in result.stdout
    [judgement] = json.loads(two_days("log", "-f", "json").stdout)
    assert judgement["why"] == "one minister at a time"


def test_review_undoes_and_asks_again(folder: Path, memcon: Callable) -> None:
    for day in range(3):
        (folder / f"{day}.txt").write_text(f"On day {day} Ms Oda Ferris came.")
    memcon("add", ".")
    result = memcon("review", stdin="n\nz\ny\ny\n")
    assert "judgement 1 is undone by 2" in result.stdout
    log = json.loads(memcon("log", "-f", "json").stdout)
    assert [judgement["verdict"] for judgement in log] == ["different", "undo", "same", "same"]
    assert ids(memcon("-f", "json")) == [1]


def test_review_of_nothing(memcon: Callable, folder: Path) -> None:
    (folder / "a.txt").write_text(WEDNESDAY)
    memcon("add", "a.txt")
    assert memcon("review").stdout == "Nothing is left to review.\n"
    assert memcon("match").stdout == "Nothing is left to review.\n"


def test_an_empty_registry_says_what_to_do(memcon: Callable, folder: Path) -> None:
    (folder / "actors.db").touch()
    for command in ((), ("match",), ("review",)):
        assert memcon(*command).stdout == (
            "There is nobody in the registry yet: memcon actors add PATH reads documents into it.\n"
        )
    assert memcon("log").stdout == "0 judgements so far\n"


def test_a_person_judged_to_be_a_state_is_said(two_days: Callable, folder: Path) -> None:
    entity = {"id": "xx-1", "schema": "PublicBody", "properties": {"name": ["Harbour Board"]}}
    (folder / "some.json").write_text(json.dumps(entity))
    two_days("import", "some.json", "--by", "a")
    result = two_days("judge", "1", "3", "same")
    assert result.exit_code == 0
    assert "1 was read as person and 3 as government" in result.stderr
    assert "memcon actors undo 1 takes it back" in result.stderr


def test_match_judges_what_is_sure_and_says_so(folder: Path, memcon: Callable) -> None:
    for day in range(2):
        (folder / f"{day}.txt").write_text(f"On day {day} President Oda Ferris came.")
    memcon("add", ".")
    result = memcon("match")
    assert result.stdout.startswith("Judged by rule: 1 pair; memcon actors undo N takes one back.")
    assert "memcon (rule same-person): 1 Oda Ferris and 2 Oda Ferris: same" in result.stdout
    assert memcon("match").stdout == "Nothing is left to review.\n"
    # What somebody takes back is not judged so again.
    memcon("undo", "1")
    again = json.loads(memcon("match", "-f", "json").stdout)
    assert again["judged"] == []
    assert [(c["left"], c["right"]) for c in again["candidates"]] == [(1, 2)]


def test_judging_for_scripts(two_days: Callable) -> None:
    result = two_days("judge", "2", "1", "same", "--by", "a script", "--why", "by hand")
    assert "a script: 1 Tomas Ardane and 2 Ardane: same – by hand" in result.stdout
    assert "nothing is added" in two_days("judge", "1", "2", "same").stdout
    refused = two_days("judge", "1", "2", "different")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "judgement 1 of a script says that 1 and 2 are the same" in refused.stderr
    assert "memcon actors undo 1" in refused.stderr


def test_show_tells_all_of_an_actor(two_days: Callable) -> None:
    two_days("judge", "1", "2", "same", "--by", "a")
    shown = two_days("show", "2").stdout
    assert shown.startswith("1  Tomas Ardane\n    kind: person\n    also: Ardane\n")
    assert "entry 2: Ardane – later.txt, 2024-07-17" in shown
    assert "a: 1 Tomas Ardane and 2 Ardane: same" in shown
    told = json.loads(two_days("show", "1", "-f", "json").stdout)
    assert [entry["sentence"] for entry in told["entries"]] == [
        "Foreign Minister Tomas Ardane met the pilots.",
        "Foreign Minister Ardane said that permits were ready.",
    ]
    assert told["judgements"] == [1]


def test_match_and_review_of_one_name(two_days: Callable, folder: Path) -> None:
    for day in range(2):
        (folder / f"{day}.txt").write_text(f"On day {day} Ms Oda Ferris came.")
    two_days("add", ".")
    assert "Left to review: 2 pairs" in two_days("match").stdout
    named = two_days("match", "--name", "ferris")
    assert "Left to review: 1 pair." in named.stdout
    assert "Ardane" not in named.stdout
    reviewed = two_days("review", "--name", "Oda", stdin="y\n")
    assert "1 of 1" in reviewed.stdout
    assert "Ardane" not in reviewed.stdout
    nobody = two_days("match", "--name", "quill")
    assert nobody.exit_code == 1
    assert "nobody in the registry is called quill; memcon actors lists them" in nobody.stderr


def test_the_list_as_csv_and_by_name(two_days: Callable) -> None:
    data = two_days("--format", "csv").stdout_bytes.decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    assert [(row["id"], row["name"]) for row in rows] == [("1", "Tomas Ardane"), ("2", "Ardane")]
    assert ids(two_days("--name", "tom", "-f", "json")) == [1]
    assert ids(two_days("--name", "ARDANE", "-f", "json")) == [1, 2]
    assert two_days("--name", "ferris").stdout == "Nobody in the registry is called so.\n"


def test_an_imported_name_gives_its_identifier(two_days: Callable, folder: Path) -> None:
    entity = {"id": "xx-1", "schema": "Person", "properties": {"name": ["Tomas Ardane"]}}
    (folder / "some.json").write_text(json.dumps(entity))
    result = two_days("import", "some.json", "--by", "a")
    assert result.stdout == (
        "some.json (FollowTheMoney): 1 entity added\nNext: memcon actors match\n"
    )
    assert "1 imported entity is not shown; use --all" in two_days().stderr
    assert ids(two_days("--all", "-f", "json")) == [1, 2, 3]
    two_days("judge", "1", "3", "same")
    assert "ftm xx-1" in two_days().stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("judge", "1", "99", "same"), "there is no actor 99; memcon actors lists them"),
        (("judge", "1", "1", "same"), "1 and 1 are one entry; name two"),
        (("undo", "99"), "there is no judgement 99; memcon actors log lists them"),
        (("show", "99"), "there is no actor 99; memcon actors lists them"),
        (("import", "gone.json"), "gone.json: there is no such file"),
        (("import", "days.jsonl"), "days.jsonl:1: this is no entity"),
        (("import", "."), ".: it is a folder; give one file of entities"),
        (("add", "gone.txt"), "gone.txt: there is no such file"),
        (("--db", "gone.db"), "gone.db: there is no registry yet"),
        (("log", "--db", "gone.db"), "gone.db: there is no registry yet"),
        (("match", "--db", "days.jsonl"), "days.jsonl: it is not a database"),
    ],
)
def test_what_is_not_in_order_is_told_and_ends_with_1(
    two_days: Callable, arguments: tuple[str, ...], message: str
) -> None:
    result = two_days(*arguments)
    assert result.exit_code == 1
    assert message in result.stderr
    assert result.stderr.startswith("memcon: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("judge", "1", "2", "perhaps"), "'perhaps' is not one of"),
        (("judge", "one", "2", "same"), "Invalid value for 'A'"),
        (("undo",), "Missing argument"),
        (("add", "-", "-"), "standard input (-) can be read once only"),
        (("--name", "x", "log"), "--name and --all are not for log"),
        (("--format", "xml"), "'xml' is not one of"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(
    memcon: Callable, arguments: tuple[str, ...], message: str
) -> None:
    result = memcon(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_the_database_may_be_named_before_the_command(two_days: Callable) -> None:
    assert ids(two_days("--db", "actors.db", "-f", "json")) == [1, 2]
    assert "there is no registry yet" in two_days("--db", "gone.db", "match").stderr


def test_one_document_that_fails_does_not_stop_the_others(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text("FAIL")
    (folder / "b.txt").write_text(WEDNESDAY)
    result = memcon("add", ".")
    assert result.exit_code == 1
    assert "a.txt: memcon failed on it" in result.stderr
    assert result.stdout.startswith("1 document added, 1 failed: actors.db\n")


def record_of(memcon: Callable, text: str) -> str:
    """The Record of a text, as `memcon read` writes it."""
    from memcon.document import Document

    reader = sys.modules["memcon.reading"]
    return reader.read_document(Document(name="a.txt", text=text)).to_json()


def test_records_are_added_beside_their_documents(
    folder: Path, memcon: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "records.jsonl").write_text(record_of(memcon, WEDNESDAY) + "\n", "utf-8")
    (folder / "a.txt").write_text(WEDNESDAY)
    monkeypatch.setenv("MEMCON_TEST_COUNT", "read")
    assert memcon("add", "records.jsonl", "a.txt").stdout.startswith("1 document added")
    assert not Path("read").exists()  # It was not read again.
    # The text is known by now.
    assert memcon("add", "records.jsonl").stdout.startswith("0 documents added, 1 there already")


def test_records_on_standard_input(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(WEDNESDAY)
    records = record_of(memcon, WEDNESDAY).encode()
    assert memcon("add", "-", "a.txt", stdin=records).stdout.startswith("1 document added")


def test_a_record_without_its_text_is_refused(folder: Path, memcon: Callable) -> None:
    (folder / "records.json").write_text(record_of(memcon, WEDNESDAY), "utf-8")
    result = memcon("add", "records.json")
    assert result.exit_code == 1
    assert "records.json: the text of a.txt is not here" in result.stderr
    assert "give the document as well" in result.stderr


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda r: r[: len(r) // 2], "records.jsonl:1: this is no whole Record"),
        (lambda r: r.replace('"schema":1', '"schema":7'), "the Record is not in order: schema"),
        (lambda r: r.replace('[17,29]', '[17,9999]'), "ends behind the text"),
        (lambda r: r + "\n" + '{"schema":1,"document":{}}', "records.jsonl:2: this is no whole"),
    ],
)  # fmt: skip
def test_records_that_are_not_in_order(
    folder: Path, memcon: Callable, spoil: Callable[[str], str], message: str
) -> None:
    spoilt = spoil(record_of(memcon, WEDNESDAY))
    (folder / "records.jsonl").write_text(spoilt, "utf-8")
    (folder / "a.txt").write_text(WEDNESDAY)
    result = memcon("add", "records.jsonl", "a.txt")
    assert result.exit_code == 1
    assert message in result.stderr


def start(folder: Path, *arguments: str, delay: float = 0) -> subprocess.Popen[bytes]:
    """Start `memcon actors` as a process in the folder."""
    environment: dict[str, Any] = {
        **os.environ,
        "MEMCON_TEST_DELAY": str(delay),
        "MEMCON_DB": "actors.db",
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.Popen(
        [sys.executable, str(STAND_IN), "actors", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=folder,
    )


def many(folder: Path, number: int) -> None:
    """Write so many documents of one person each."""
    for day in range(number):
        (folder / f"{day:03}.txt").write_text(f"On day {day} Ms Oda Ferris came.")


def documents(folder: Path) -> list[str]:
    """Names of the documents of the registry in the folder."""
    from memcon.registry import Registry

    if not (folder / "actors.db").exists():
        return []
    with Registry(folder / "actors.db") as registry:
        return [entry.source for entry in registry.entries()]


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_broken_off_in_the_middle_and_run_again(folder: Path, sign: signal.Signals) -> None:
    many(folder, 40)
    run = start(folder, "add", ".", delay=0.1)
    while len(documents(folder)) < 3:
        assert run.poll() is None
        time.sleep(0.02)
    run.send_signal(sign)
    _, err = run.communicate(timeout=60)
    kept = documents(folder)
    assert 3 <= len(kept) < 40
    if sign == signal.SIGINT:
        assert run.returncode == 130
        assert err.decode() == f"memcon: interrupted; {len(kept)} documents added and kept\n"
    again = start(folder, "add", ".")
    assert again.communicate(timeout=60)[1] == b""
    assert documents(folder) == [f"{day:03}.txt" for day in range(40)]


def test_two_at_once(folder: Path) -> None:
    many(folder, 30)
    both = [start(folder, "add", ".") for _ in range(2)]
    assert [run.communicate(timeout=120)[1] for run in both] == [b"", b""]
    assert sorted(documents(folder)) == [f"{day:03}.txt" for day in range(30)]


def test_who_reads_the_list_may_stop(folder: Path) -> None:
    many(folder, 1)
    start(folder, "add", ".").communicate(timeout=60)
    run = start(folder)
    assert run.stdout is not None
    run.stdout.close()
    assert run.wait(timeout=60) == 0
    assert run.stderr is not None
    assert run.stderr.read() == b""
    run.stderr.close()


def test_help_and_reading_load_no_database() -> None:
    program = (
        "import sys; from memcon.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "slow = {'sqlalchemy', 'rapidfuzz', 'spacy', 'numpy', 'rich.console'} & set(sys.modules)\n"
        "sys.exit(', '.join(slow) or 0)"
    )
    for arguments in (["actors", "--help"], ["actors", "match", "--help"], ["read", "--help"]):
        run = subprocess.run(
            [sys.executable, "-c", program, *arguments], capture_output=True, check=False
        )
        assert (run.returncode, run.stderr) == (0, b"")
