"""Two reviewers code the same document blind in a browser; an admin settles what they see differently."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from memcon.archive import Archive
from tests.web.conftest import Watched, embed, serving
from tests.web.web_records import report

PASSWORD = "a lamp for the harbour"


def sign_in(window: Watched, name: str, path: str) -> Any:
    """Sign in, and go on to a page."""
    page = window.open(path)
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.click("button.primary")
    page.wait_for_url("**" + path)
    return page


def add_users(db: Path, **roles: str) -> None:
    """Users with the password of the tests."""
    from memcon.web.accounts.users import add_user
    from memcon.web.configuration import Configuration
    from memcon.web.desk import Desk

    desk = Desk(Configuration(db=db))
    for name, role in roles.items():
        desk.database.write(lambda s, n=name, r=role: add_user(s, n, r, PASSWORD))  # type: ignore[misc]
    desk.close()


def test_two_reviewers_code_blind_and_an_admin_settles(
    watch: Callable[..., Watched], web_db: Path
) -> None:
    add_users(web_db, carla="admin", amal="reviewer", beth="reviewer")
    sha256 = report().document.sha256
    with serving(web_db) as base:
        admin = watch(base)
        page = sign_in(admin, "carla", "/codings")
        page.fill("[name=name]", "First round")
        for coder in ("amal", "beth"):
            page.check(f"[name=coder][value={coder}]")
        page.check(f"[name=text][value='{sha256[:12]}']")
        page.click("text=Make the coding")
        assert "shown when all coders are done" in page.inner_text("main")

        windows = {name: watch(base) for name in ("amal", "beth")}
        for name, window in windows.items():
            page = sign_in(window, name, "/codings/1")
            page.click(".plain-list a:has-text('northern ferry')")
            page.wait_for_url("**/documents/*")
            # Both accept the first statement; one of them gives the second another speaker.
            page.keyboard.press("j")
            page.keyboard.press("a")
            page.locator("#told", has_text="Accepted").wait_for()
            if name == "beth":
                assert "amal" not in page.inner_text("main")
                page.keyboard.press("j")
                page.keyboard.press("e")
                page.fill(".edit [name=speaker]", "Doran Velmar")
                page.click(".edit button.primary")
                page.locator("#told", has_text="Corrected: speaker").wait_for()
            page = window.open("/codings/1")
            page.click("text=I am done")

        page = admin.open("/codings/1")
        assert page.locator(".apart").count() == 1
        assert "Ana Quill" in page.inner_text(".apart .sides")
        # Nothing that was coded blind is in the archive before it is settled.
        with Archive(web_db, embed=embed) as archive:
            assert archive.corrections(sha256) == []
        page.click(".apart button:has-text('beth')")
        page.locator(".apart.settled").wait_for()
        with Archive(web_db, embed=embed) as archive:
            [row] = archive.corrections(sha256)
            assert (row.field, row.new, row.author) == ("speaker", "Doran Velmar", "carla")
            assert "beth" in row.why
