"""`memcon archive`: what the archive holds, printed."""

from __future__ import annotations

from dataclasses import asdict

from memcon.archive import Archive
from memcon.archive.corrections import written
from memcon.archive.provenance import told
from memcon.cli.actors_lines import several
from memcon.cli.actors_output import put_csv, put_json
from memcon.report.table import guarded
from memcon.report.visible import line, visible

_COLUMNS = (
    "document", "title", "publisher", "date", "url", "address", "versions", "sha256", "added",
    "how", "by", "said_at",
)  # fmt: skip


def show_documents(archive: Archive, words: str, format: str) -> None:
    """Print the documents."""
    found = archive.documents(words)
    if format == "json":
        put_json([asdict(document) for document in found])
    elif format == "csv":
        put_csv(
            _COLUMNS,
            (
                (
                    d.id, guarded(d.newest.title or d.newest.name), guarded(d.newest.publisher or ""),
                    d.newest.date or "", guarded(d.newest.url or ""), guarded(d.address), d.versions,
                    d.newest.sha256, d.newest.added, d.newest.how or "", guarded(d.newest.by or ""),
                    guarded(d.newest.said_at or ""),
                )
                for d in found
            ),
        )  # fmt: skip
    elif not found:
        print("No document is called so." if words else "There are no documents yet.")
    else:
        width = len(str(found[-1].id))
        for d in found:
            about = ", ".join(filter(None, (d.newest.publisher, d.newest.date)))
            count = f" ({several(d.versions, 'version')})" if d.versions > 1 else ""
            print(f"{d.id:>{width}}  {line(d.newest.title or d.newest.name)}{count}")
            print(f"{'':{width}}  {f'{line(about)} – ' if about else ''}{line(d.address)}")
            if d.newest.said_at:
                # An address that stands beside the title would be taken for where it was had.
                print(f"{'':{width}}  {told(d.newest.how, d.newest.by, d.newest.said_at)}")


def show_versions(archive: Archive, document: str, format: str) -> None:
    """Print the versions of a document, and what is nearly the same as the newest.

    :raises ArchiveError: if there is no such document.
    """
    found = archive.versions(document)
    if format == "json":
        put_json([asdict(version) for version in found])
        return
    for v in found:
        had = f", had {v.captured} times" if v.captured > 1 else ""
        print(
            f"{v.number}  added {v.added}{had}, text {v.sha256[:12]}, original {v.original_sha256[:12]}"
        )
        print(
            f"   {', '.join(line(part) for part in (v.title or v.name, v.publisher, v.date) if part)}"
        )
        came = told(v.how, v.by, v.said_at)
        if came:
            print(f"   {came}")
    alike = archive.neighbours(found[-1].sha256)
    if alike:
        print("\nNearly the same:")
    for sha256, likeness in alike:
        for other in archive.versions(sha256)[-1:]:
            print(
                f"  {likeness:.0%}  {other.document} {line(other.title or other.name)} "
                f"(text {sha256[:12]})"
            )


def show_difference(archive: Archive, document: str, before: int | None, after: int | None) -> None:
    """Print what changed between two versions.

    :raises ArchiveError: if there are no such versions.
    """
    found = archive.difference(document, before, after)
    for row in found.lines:
        print(visible(row))
    if not found.lines:
        print(
            f"Versions {found.before.number} and {found.after.number} differ in white space only."
        )


def show_corrections(archive: Archive, document: str, format: str) -> None:
    """Print the log of corrections of a document's newest version.

    :raises ArchiveError: if there is no such document.
    """
    log = archive.corrections(archive.versions(document)[-1].sha256)
    if format == "json":
        put_json([{**asdict(row), "spans": written(row.spans)} for row in log])
        return
    for row in log:
        what = (
            f"takes back {row.undoes}"
            if row.undoes is not None
            else f"{row.field} “{line(row.old or '')}” → “{line(row.new or '')}”"
        )
        why = f" – {line(row.why)}" if row.why else ""
        print(f"{row.id:>4}  {row.at}  {line(row.author)}: {written(row.spans)}: {what}{why}")
    if not log:
        print("Nothing is corrected in it.")
