from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given

from builders import saved, world
from cli.commands import invoke
from relations import storage
from relations.canonical import dumps
from relations.cli.exits import DATA_INVALID, DONE, NOT_STRICT
from relations.dataset import Dataset
from relations.storage.formatting import _canonical
from strategies.records import datasets


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A data file in another form than ours."""
    path = saved(world(), tmp_path)
    document = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({key: document[key] for key in reversed(document)}), "utf-8")
    return path


def test_a_file_is_written_in_canonical_form(file: Path) -> None:
    """Its name is shown once, and then it needs no more."""
    assert f"{file}\n" == invoke("fmt", str(file)).stdout
    assert storage.dumps(world()) == file.read_text(encoding="utf-8")
    assert (DONE, "") == (invoke("fmt", str(file)).exit_code, invoke("fmt", str(file)).stdout)


def test_check_writes_nothing(file: Path) -> None:
    """With ``--check`` a file that would change is named, and the end is code 4."""
    before = file.read_bytes()
    result = invoke("fmt", "--check", str(file))
    assert (NOT_STRICT, f"{file}\n") == (result.exit_code, result.stdout)
    assert before == file.read_bytes()
    invoke("fmt", str(file))
    assert DONE == invoke("fmt", "--check", str(file)).exit_code


@given(datasets())
def test_nothing_is_lost(dataset: Dataset) -> None:
    """Whatever order and layout a file has, its canonical form says the same."""
    document = json.loads(dumps(dataset))
    turned = {
        key: value[::-1] if isinstance(value, list) else value for key, value in document.items()
    }
    assert dumps(dataset).encode() == _canonical(json.dumps(turned).encode(), "made up")


def test_a_named_schema_is_kept(file: Path) -> None:
    """The key for editors stays, and stands first."""
    document = {**json.loads(file.read_text(encoding="utf-8")), "$schema": "s.json"}
    file.write_text(json.dumps(document), encoding="utf-8")
    invoke("fmt", str(file))
    assert file.read_text(encoding="utf-8").startswith('{\n  "$schema": "s.json",\n  "format"')


def test_what_cannot_be_read_is_left_alone(file: Path) -> None:
    """A file with an unknown key is refused, since the key would be lost."""
    document = {**json.loads(file.read_text(encoding="utf-8")), "sorces": []}
    file.write_text(json.dumps(document), encoding="utf-8")
    before = file.read_bytes()
    result = invoke("fmt", str(file))
    assert DATA_INVALID == result.exit_code
    assert "unknown field 'sorces'" in result.stderr
    assert before == file.read_bytes()


def test_the_shipped_file_needs_nothing() -> None:
    """The data that come with the library are canonical."""
    assert DONE == invoke("fmt", "--check", str(storage.shipped_path())).exit_code
