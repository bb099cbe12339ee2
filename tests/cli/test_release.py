from __future__ import annotations

from pathlib import Path

from cli.commands import Run
from relations.storage import load


def test_release_writes_day_and_hash(run: Run, data: Path) -> None:
    """The file holds the name, the day and the hash that is printed."""
    told = run("release", "--name", "2026/2", "--on", "2026-07-01")
    edition = load(data).edition
    assert f"edition 2026/2, released on 2026-07-01: {edition.digest}\n" == told.stdout
    assert ("2026/2", "2026-07-01") == (edition.name, str(edition.released))


def test_an_edited_release_is_refused_and_can_be_reopened(run: Run, data: Path) -> None:
    """The error says how to go on, and that is what helps."""
    run("release", "--on", "2026-07-01")
    text = data.read_text(encoding="utf-8").replace("Lease of Cam Ranh", "Lease of the base")
    data.write_text(text, encoding="utf-8")
    refused = run("list")
    again = run("release", "--reopen", "--name", "2026/2")
    assert (3, 0, 0) == (refused.exit_code, again.exit_code, run("list").exit_code)
    assert "relations release --reopen" in refused.stderr
    assert "2026/2" == load(data).edition.name


def test_an_edition_that_is_begun_needs_a_name(run: Run) -> None:
    """Without a name nothing is begun."""
    assert 2 == run("release", "--reopen").exit_code
