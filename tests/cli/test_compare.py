"""`memcon compare`: what it writes, and how it ends."""

import json

import pytest

ONE = "“The lamps stay lit,” Ana Quill said. “The fee is 20 crowns,” Ana Quill said.\n"
OTHER = "“The lamps stay lit,” Ana Quill said. “No boat will wait,” Oren Halvard said.\n"


@pytest.fixture
def compared(memcon, folder, monkeypatch):
    """Run `memcon compare` on two accounts; the stand-in reads quotations, words are vectors."""
    from memcon.comparison import comparing
    from tests.comparison.conftest import words_as_vectors

    monkeypatch.setattr(comparing, "shipped", lambda: words_as_vectors)
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    return lambda *arguments: memcon("compare", *arguments)


def test_text_goes_to_standard_output(compared):
    result = compared("a.txt", "b.txt")
    assert result.exit_code == 0
    assert "in both accounts" in " ".join(result.stdout.split())


def test_json_names_the_accounts(compared):
    result = compared("a.txt", "b.txt", "--format", "json")
    form = json.loads(result.stdout)
    assert [account["name"] for account in form["accounts"]] == ["a.txt", "b.txt"]
    assert form["schema"] == 1


@pytest.mark.parametrize("format", ["text", "md", "html", "csv", "json"])
def test_every_format_can_be_written_to_a_file(compared, folder, format):
    result = compared("a.txt", "b.txt", "-f", format, "-o", f"out.{format}")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "lamps" in (folder / f"out.{format}").read_text(encoding="utf-8")


def test_a_folder_holds_accounts_too(compared, folder):
    (folder / "accounts").mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).rename(folder / "accounts" / name)
    assert compared("accounts").exit_code == 0


def test_one_account_is_refused(compared):
    result = compared("a.txt")
    assert result.exit_code == 2
    assert "two accounts or more" in result.stderr


def test_an_account_that_is_not_there_is_told(compared):
    result = compared("a.txt", "missing.txt")
    assert result.exit_code == 1
    assert "missing.txt" in result.stderr


def test_what_is_clearly_not_of_one_meeting_is_compared_only_by_force(compared, monkeypatch):
    from memcon.comparison import model

    monkeypatch.setattr(model.Comparison, "apart", property(lambda self: True))
    result = compared("a.txt", "b.txt")
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert result.stdout == ""
    assert compared("a.txt", "b.txt", "--force").exit_code == 0


def test_an_output_that_cannot_be_written_is_told(compared):
    result = compared("a.txt", "b.txt", "-f", "md", "-o", "no/such/folder.md")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
