from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from builders import saved, world
from cli.commands import invoke
from relations import storage
from relations.cli.exits import DATA_INVALID, DONE, FAILED, WRONG_USAGE
from relations.cli.main import main
from relations.storage.locking import locked

FIELDS = ("id=x", "title=T", "publisher=P", "source_class=press", "language=en", "lineage=l")
ENTRY = dict(field.split("=") for field in FIELDS)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A data file without records."""
    return saved(world(), tmp_path)


def fed(given: object, *arguments: str) -> Result:
    """What a command does with JSON on standard input."""
    text = given if isinstance(given, str | bytes) else json.dumps(given, indent=1)
    return CliRunner().invoke(main, arguments, input=text, prog_name="relations")


def test_an_entry_is_written_field_by_field(file: Path) -> None:
    """Paths make what is around them; ``:=`` takes JSON, and ``=`` a text."""
    more = ("date.edtf=2021", "date.as_stated=in 2021", "note=a=b", "side:=null")
    result = invoke("add", str(file), "sources", *FIELDS, *more)
    assert (DONE, f"added x to the sources of {file}\n") == (result.exit_code, result.stdout)
    source = storage.load(file).source("x")
    assert ("a=b", None, "in 2021") == (
        source.note,
        source.side,
        source.date and source.date.as_stated,
    )


def test_lists_are_filled_in_order(file: Path) -> None:
    """``citations[0].quote`` makes the list, its first entry and the quotation."""
    words = (
        *(
            "id=t",
            "title=T",
            "form=treaty",
            "citations[0].source=first",
            "citations[0].quote=words",
        ),
        *("citations[0].supports[0]=parties", "parties[0].party=VNM", "parties[0].role=party"),
        *("parties[1].party=SUN", "parties[1].role=party"),
    )
    assert DONE == invoke("add", str(file), "agreements", *words).exit_code
    (treaty,) = storage.load(file).agreements
    assert ("VNM", "SUN") == treaty.party_ids


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("title", "is no field and value"),
        ("a[1].b=x", "lists are filled from [0] on"),
        ("id.b=x", "does not fit the fields before it"),
        ("[0]=x", "is no path of a field"),
    ],
)
def test_what_is_no_field_is_wrong_usage(file: Path, field: str, said: str) -> None:
    """A word that is no field and value, or a path that leads nowhere, says how to write it."""
    result = invoke("add", str(file), "sources", "id=x", field)
    assert WRONG_USAGE == result.exit_code
    assert said in result.stderr


@pytest.mark.parametrize(
    ("kind", "given"),
    [("sources", ENTRY), ("sources", [ENTRY]), (None, {"sources": [ENTRY]})],
)
def test_entries_come_from_standard_input(file: Path, kind: str | None, given: object) -> None:
    """An object, a list of them, or an object of groups."""
    arguments = ("add", str(file), *([kind] if kind else []))
    assert f"added x to the sources of {file}\n" == fed(given, *arguments).stdout
    assert "T" == storage.load(file).source("x").title


def test_who_is_waited_for_is_told_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that would only stand still says what it waits for."""
    monkeypatch.setattr("relations.cli.add.is_terminal", lambda _: True)
    asked = invoke("add", str(file), typed="{}").stderr
    assert asked.startswith("reading JSON from standard input, which Ctrl-D ends\n")


def test_who_is_not_waited_for_is_told_nothing(file: Path) -> None:
    """A program that writes to standard input needs no advice on how to end it."""
    assert "" == invoke("add", str(file), typed="{}").stderr


def test_what_is_wrong_is_placed_in_what_was_given(file: Path) -> None:
    """The line and column are those of standard input, and nothing is written."""
    before = file.read_bytes()
    result = fed({**ENTRY, "source_class": "newspaper"}, "add", str(file), "sources")
    assert DATA_INVALID == result.exit_code
    assert 'standard input:5:2  x  field "source_class": "newspaper" is not' in result.stderr
    assert result.stderr.endswith("\n1 error. Nothing was written.\n")
    assert before == file.read_bytes()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "not JSON: expecting value"),
        ("{", "not JSON"),
        ('{"id": 1, "id": 2}', 'the key "id" stands twice'),
        (b"\xff", "not UTF-8"),
        ("3", "expected an object, got a number"),
    ],
)
def test_bad_input_is_refused(file: Path, given: Any, said: str) -> None:  # noqa: ANN401 - text or bytes
    """What is no sound JSON, or no entry, is refused with its place."""
    result = fed(given, "add", str(file), "sources")
    assert DATA_INVALID == result.exit_code
    assert said in result.stderr


def test_an_unknown_kind_is_wrong_usage(file: Path) -> None:
    """A group that there is not gets the nearest."""
    result = invoke("add", str(file), "source", *FIELDS)
    assert WRONG_USAGE == result.exit_code
    assert "did you mean 'sources'?" in result.stderr


def test_a_hyphen_will_do_for_an_underscore(file: Path) -> None:
    """Of ``arms-transfers``, it is the entry that is found wanting."""
    assert DATA_INVALID == fed({}, "add", str(file), "arms-transfers").exit_code


def test_another_word_for_a_kind_leads_to_it(file: Path) -> None:
    """What people call a kind leads to it, and not to what is spelled alike."""
    assert "did you mean 'organisations'?" in fed([], "add", str(file), "bodies").stderr


def test_warnings_go_beside_the_result(file: Path) -> None:
    """What is worth a look is told on standard error, and the entry is added."""
    result = invoke("add", str(file), "sources", *FIELDS, "date.edtf=2030")
    assert DONE == result.exit_code
    assert "[warning later-than-edition]" in result.stderr
    assert result.stdout.startswith("added x")


def test_a_file_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    """Nothing is made in passing."""
    result = invoke("add", str(tmp_path / "absent.json"), "sources", *FIELDS)
    assert FAILED == result.exit_code
    assert "No such file" in result.stderr


def test_a_file_that_another_writes_is_a_failure(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits too long is told why."""
    monkeypatch.setattr("relations.storage.adding.locked", lambda file: locked(file, wait=0.02))
    with locked(file):
        result = invoke("add", str(file), "sources", *FIELDS)
    assert FAILED == result.exit_code
    assert "another process is writing it" in result.stderr
