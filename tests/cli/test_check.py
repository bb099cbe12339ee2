from __future__ import annotations

import json
from pathlib import Path

from builders import dated, record, saved, state, world
from cli.commands import Run, invoke
from relations.cli.exits import DATA_INVALID, DONE, WRONG_USAGE
from relations.model.agreement import Agreement
from relations.model.meeting import Meeting
from relations.model.status import Status


def test_warnings_leave_a_file_usable(run: Run) -> None:
    """A file with warnings alone ends with code 0, after the warnings and a count of them."""
    result = run("check")
    assert DONE == result.exit_code
    assert result.stdout.startswith("warning: lease nominal_end: the term ends in 2004")
    assert result.stdout.endswith("0 errors, 1 warning in 4 records\n")


def test_errors_end_with_their_own_code(tmp_path: Path) -> None:
    """A file with errors ends with code 3, after all problems of all checks."""
    treaty = record(Agreement, "treaty", ("VNM", "XXX"), places=("cam-rahn",))
    path = saved(world(treaty), tmp_path)
    result = invoke("check", str(path))
    assert DATA_INVALID == result.exit_code
    assert "error: treaty parties[1].party: no party has this identifier\n" in result.stdout
    assert "did you mean 'cam-ranh'?" in result.stdout
    assert result.stdout.endswith("2 errors, 0 warnings in 1 record\n")


def test_a_file_that_does_not_structure_shows_all_its_problems(tmp_path: Path) -> None:
    """Every field that does not fit is shown with record and field, and the rest put off."""
    meeting = record(Meeting, "talks", ("VNM", "RUS"), date=dated("2021-07-06"))
    document = json.loads(saved(world(meeting), tmp_path).read_text(encoding="utf-8"))
    document["meetings"][0] |= {"title": None, "level": "offcials", "date": {"edtf": "2021-13"}}
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    result = invoke("check", str(path))
    assert DATA_INVALID == result.exit_code
    for start in ("error: talks title: ", "error: talks level: ", "error: talks date.edtf: "):
        assert start in result.stdout
    last = "3 errors, 0 warnings; correct these first, then check again for the rest"
    assert last == result.stdout.splitlines()[-1]


def test_a_named_file_comes_before_the_option(run: Run, tmp_path: Path) -> None:
    """The file named after ``check`` is looked at, not that of ``--data``."""
    other = tmp_path / "other"
    other.mkdir()
    held = record(Meeting, "talks", ("VNM", "RUS"), history=(state(Status.HELD, "2021"),))
    path = saved(world(held), other)
    assert "0 errors, 0 warnings in 1 record\n" == run("check", str(path)).stdout


def test_a_missing_file_is_wrong_usage(tmp_path: Path) -> None:
    """A file that is not there is no invalid data but wrong usage."""
    result = invoke("check", str(tmp_path / "absent.json"))
    assert WRONG_USAGE == result.exit_code
    assert "does not exist" in result.stderr


def test_the_shipped_data_have_no_errors() -> None:
    """What comes with the library passes its own checks."""
    result = invoke("check")
    assert DONE == result.exit_code
    assert "0 errors, " in result.stdout.splitlines()[-1]
