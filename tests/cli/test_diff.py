from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import attrs
import pytest

from builders import saved, world
from cli.commands import invoke
from cli.conftest import SUMMIT, TANKS, TREATY


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Two editions: the tanks were renamed, and the summit was withdrawn."""
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    renamed = attrs.evolve(TANKS, title="64 battle tanks")
    return (
        str(saved(world(TREATY, TANKS, SUMMIT), old)),
        str(saved(world(TREATY, renamed), new)),
    )


def test_diff_tells_what_changed(files: tuple[str, str]) -> None:
    """Without more, it is told as text."""
    result = invoke("diff", *files)
    assert 0 == result.exit_code
    assert "  tanks: 64 battle tanks\n    title: from “Battle tanks” to “64 bat" in result.stdout
    assert "Withdrawn (1)\n  summit: Fourth summit\n" in result.stdout


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_form_has_the_option_that_other_commands_have(files: tuple[str, str], form: str) -> None:
    """``--json`` and ``--csv`` print what ``--format`` prints by these words."""
    expected = invoke("diff", "--format", form, *files).stdout
    assert expected == invoke("diff", f"--{form}", *files).stdout != invoke("diff", *files).stdout


def test_diff_of_a_pair_leaves_the_rest_out(files: tuple[str, str]) -> None:
    """A change that does not touch the pair is not told."""
    result = invoke("diff", *files, "Viet Nam", "Soviet Union")
    assert result.stdout.endswith("VNM and SUN\n\nNothing differs.\n")


def test_diff_writes_json_and_csv(files: tuple[str, str]) -> None:
    """Programs and tables get the same changes."""
    document = json.loads(invoke("diff", "--format", "json", *files).stdout)
    rows = list(csv.DictReader(io.StringIO(invoke("diff", "--format", "csv", *files).stdout)))
    assert ["tanks", "summit"] == [change["id"] for change in document["changes"]]
    assert ["tanks", "summit"] == [row["id"] for row in rows]


def test_an_edition_older_than_a_rule_is_compared_as_it_is(files: tuple[str, str]) -> None:
    """An edition that breaks a rule made since is compared all the same, with a remark."""
    old, new = files
    head, group, tail = Path(old).read_text(encoding="utf-8").partition('"agreements"')
    broken = tail.replace('"supports": [', '"supports": ["x", ', 1)
    Path(old).write_text(head + group + broken, encoding="utf-8")
    result = invoke("diff", old, new)
    assert (0, True) == (result.exit_code, "does not keep every rule of today" in result.stderr)
    assert "summit" in result.stdout


def test_a_file_that_is_no_edition_is_refused(files: tuple[str, str]) -> None:
    """What cannot be read as data is not compared."""
    old, new = files
    Path(old).write_text("{}", encoding="utf-8")
    assert 3 == invoke("diff", old, new).exit_code


def test_diff_needs_both_parties_or_none(files: tuple[str, str]) -> None:
    """One party alone is wrong usage."""
    result = invoke("diff", *files, "VNM")
    assert (2, True) == (result.exit_code, "name two parties" in result.stderr)
