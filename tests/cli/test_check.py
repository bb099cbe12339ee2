from __future__ import annotations

import json
from pathlib import Path

from builders import country, dated, record, saved, state, with_parties, world
from cli.commands import Run, invoke
from relations.cli.exits import DATA_INVALID, DONE, NOT_STRICT, WRONG_USAGE
from relations.errors import Problem
from relations.model.agreement import Agreement
from relations.model.meeting import Meeting
from relations.model.status import Status

NO_KEY = "not JSON: expecting property name enclosed in double quotes"


def warned(folder: Path) -> Path:
    """A file with one warning: a state that ended, and that nothing came after."""
    return saved(with_parties(world(), country("OLD", "Oldland", existed="1922/1991")), folder)


def test_warnings_leave_a_file_usable(tmp_path: Path) -> None:
    """A file with warnings alone ends with code 0, after the warnings and a count of them."""
    result = invoke("check", str(warned(tmp_path)))
    assert DONE == result.exit_code
    assert '  OLD  field "existed": it ended in 1922/1991' in result.stdout
    assert result.stdout.endswith("0 errors, 1 warning in 0 records.\n")


def test_strict_refuses_warnings(tmp_path: Path) -> None:
    """With ``--strict`` warnings end with code 4; without any, with code 0."""
    assert NOT_STRICT == invoke("check", "--strict", str(warned(tmp_path))).exit_code
    assert DONE == invoke("check", "--strict", str(saved(world(), tmp_path))).exit_code


def test_notes_are_shown_when_asked_for(run: Run) -> None:
    """What is no fault is counted, and shown with ``--notes``."""
    assert (
        "0 errors, 0 warnings, 1 note (--notes shows them) in 4 records.\n" == run("check").stdout
    )
    shown = run("check", "--notes").stdout
    assert '  lease  field "nominal_end": the term ends in 2004' in shown
    assert shown.endswith("0 errors, 0 warnings, 1 note in 4 records.\n")


def test_a_program_gets_json(data: Path) -> None:
    """``--json`` has every problem with its file, line and column, and the counts."""
    told = json.loads(invoke("check", "--json", str(data)).stdout)
    (file,) = told["files"]
    (problem,) = file["problems"]
    assert (0, 0, 1) == (told["errors"], told["warnings"], told["notes"])
    assert (str(data), 4) == (file["file"], file["records"])
    line = data.read_text(encoding="utf-8").splitlines()[problem["line"] - 1]
    assert line[problem["column"] - 1 :].startswith('"nominal_end"')


def test_several_files_are_looked_at(data: Path, tmp_path: Path) -> None:
    """What is wrong in one file, or that it cannot be read, hides nothing of the others."""
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    absent = tmp_path / "absent.json"
    result = invoke("check", str(broken), str(absent), str(tmp_path), str(data))
    assert DATA_INVALID == result.exit_code
    assert [
        f"{broken}:1:2  {NO_KEY}  [error not-json]",
        f"{absent}  cannot be read: No such file or directory  [error unreadable-file]",
        f"{tmp_path}  cannot be read: Is a directory  [error unreadable-file]",
    ] == result.stdout.splitlines()[:-1]
    counts = "3 errors, 0 warnings, 1 note (--notes shows them) in 4 records of 4 files."
    last = f"{counts} Nothing was written. (relations check --explain not-json)"
    assert last == result.stdout.splitlines()[-1]


def test_a_newer_format_is_a_problem(tmp_path: Path) -> None:
    """A file of a format that is not known is an error like the others."""
    path = tmp_path / "data.json"
    path.write_text('{"format": 99}', encoding="utf-8")
    result = invoke("check", str(path))
    assert DATA_INVALID == result.exit_code
    assert result.stdout.startswith(f"{path}  is of format 99, and this version")


def test_errors_end_with_their_own_code(tmp_path: Path) -> None:
    """A file with errors ends with code 3, after all problems of all checks."""
    treaty = record(Agreement, "treaty", ("VNM", "XXX"), places=("cam-rahn",))
    path = saved(world(treaty), tmp_path)
    result = invoke("check", str(path))
    assert DATA_INVALID == result.exit_code
    assert '  treaty  field "parties[1].party": no party has this identifier  [' in result.stdout
    assert 'did you mean "cam-ranh"?' in result.stdout
    last = "2 errors, 0 warnings in 1 record. Nothing was written. (relations check --explain "
    assert f"{last}unknown-reference)" == result.stdout.splitlines()[-1]


def test_a_file_that_does_not_structure_shows_all_its_problems(tmp_path: Path) -> None:
    """Every field that does not fit is shown with record and field, beside what the checks find."""
    meeting = record(Meeting, "talks", ("VNM", "RUS"), date=dated("2021-07-06"))
    treaty = record(Agreement, "treaty", ("VNM", "XXX"), related=("talks",))
    document = json.loads(saved(world(meeting, treaty), tmp_path).read_text(encoding="utf-8"))
    document["meetings"][0] |= {"title": None, "level": "offcials", "date": {"edtf": "2021-13"}}
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    result = invoke("check", str(path))
    assert DATA_INVALID == result.exit_code
    for record_and_field in (
        'talks  field "title": ',
        'talks  field "level": ',
        'talks  field "date.edtf": ',
        'treaty  field "parties[1].party": ',
    ):
        assert record_and_field in result.stdout
    last = "4 errors, 0 warnings in 2 records. Nothing was written. "
    assert result.stdout.splitlines()[-1].startswith(last)


def test_a_named_file_comes_before_the_option(run: Run, tmp_path: Path) -> None:
    """The file named after ``check`` is looked at, not that of ``--data``."""
    other = tmp_path / "other"
    other.mkdir()
    held = record(Meeting, "talks", ("VNM", "RUS"), history=(state(Status.HELD, "2021"),))
    path = saved(world(held), other)
    assert "0 errors, 0 warnings in 1 record.\n" == run("check", str(path)).stdout


def test_the_shipped_data_have_no_errors() -> None:
    """What comes with the library passes its own checks, and has not one warning."""
    result = invoke("check", "--strict")
    assert DONE == result.exit_code
    assert "0 errors, " in result.stdout.splitlines()[-1]


def test_a_code_is_explained() -> None:
    """``--explain`` prints the page of a code to be read, and looks at no file."""
    result = invoke("check", "--explain", "party-out-of-time", "absent.json")
    assert DONE == result.exit_code
    assert result.stdout.startswith("party-out-of-time\n\n  A party to a record")
    assert "\nWhat to do\n  Take the one suggested." in result.stdout


def test_an_unknown_code_is_wrong_usage() -> None:
    """A code that there is not gets the nearest."""
    result = invoke("check", "--explain", "bad-dat")
    assert WRONG_USAGE == result.exit_code
    assert "did you mean 'bad-date'?" in result.stderr


def test_a_slip_by_one_letter_is_told_what_was_meant() -> None:
    """What was probably meant is printed even where it is a part of what was written."""
    problem = Problem(code="unknown-word", message='"headd" is not allowed here', near="head")
    assert 'did you mean "head"?' in str(problem)
