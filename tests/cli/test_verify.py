from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from builders import dated, record, saved, world
from cli.commands import Run, invoke
from papers import carried, document, paper
from relations.cli.exits import DATA_INVALID, DIFFERS, DONE, FAILED
from relations.model.meeting import Meeting

MET = record(Meeting, "met", ("VNM", "RUS"), date=dated("2018"), title="A visit")


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    """A paper of Viet Nam and Russia."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(paper(world(MET).pair("VNM", "RUS")))
    return path


def test_a_paper_that_still_holds_is_said_to(printed: Path, tmp_path: Path) -> None:
    """What the paper is and that it says what the data say; the end is good."""
    data = saved(world(MET), tmp_path)
    result = invoke("verify", str(printed), str(data))
    assert DONE == result.exit_code
    assert [
        f"{printed}: the dossier of VNM and RUS, edition 2026/1 of 2026-06-30",
        "It says what the data of 2026-06-30 say.",
    ] == result.stdout.splitlines()


def test_what_has_changed_is_shown(printed: Path, tmp_path: Path) -> None:
    """Which records differ, and in which fields; the end says that the paper is out of date."""
    data = saved(world(attrs.evolve(MET, date=dated("2018-07"))), tmp_path)
    result = invoke("--data", str(data), "verify", str(printed))
    assert DIFFERS == result.exit_code
    assert "The data have changed since." in result.stdout
    assert "  met: A visit\n    date: from 2018 to 2018-07\n" in result.stdout


def test_a_paper_of_others_is_refused(run: Run, tmp_path: Path) -> None:
    """A PDF that carries nothing of ours is no paper."""
    path = tmp_path / "other.pdf"
    path.write_bytes(carried([b"{}"]))
    result = run("verify", str(path))
    assert DATA_INVALID == result.exit_code
    assert "it is no paper of ours" in result.stderr


def test_exchanged_data_are_refused(run: Run, tmp_path: Path) -> None:
    """Data that are not those of the paper's own hash are told, and are not compared."""
    data, slip = document(world(MET).pair("VNM", "RUS")).attachments
    path = tmp_path / "forged.pdf"
    path.write_bytes(carried([data.content.replace(b"A visit", b"A feast"), slip.content]))
    result = run("verify", str(path))
    assert FAILED == result.exit_code
    assert "the data in it are not those that it was made with" in result.stderr
