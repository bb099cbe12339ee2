from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from relations import migrations
from relations.canonical import FORMAT
from relations.dataset import Dataset
from relations.errors import FormatError
from relations.migrations import STEPS, brought_forward
from relations.model.kinds import ENTRY_TYPES
from relations.storage import dumps, load, structured

SAMPLES: Final = Path(__file__).resolve().parent / "samples"
FORMATS: Final = range(1, FORMAT + 1)
HOLDS: Final = {1: 24}
"""How many entries the sample of each format holds."""


def sample(version: int) -> Path:
    """The frozen file of a format."""
    return SAMPLES / f"format-{version}.json"


def entries(dataset: Dataset) -> int:
    """How many entries a dataset holds, in all groups."""
    return sum(len(getattr(dataset, group)) for group in ENTRY_TYPES)


@pytest.mark.parametrize("version", FORMATS)
def test_every_format_is_loadable(version: int) -> None:
    """A file of each format that there was loads, with everything in it."""
    assert version == json.loads(sample(version).read_text(encoding="utf-8"))["format"]
    dataset = load(sample(version))
    assert HOLDS[version] == entries(dataset)
    assert all(getattr(dataset, group) for group in ENTRY_TYPES)


@pytest.mark.parametrize("version", FORMATS)
def test_what_is_loaded_is_saved_in_the_newest_format(version: int) -> None:
    """An older file that is saved again is of the newest format, and says the same."""
    dataset = load(sample(version))
    document = json.loads(dumps(dataset))
    assert FORMAT == document["format"]
    assert dumps(dataset) == dumps(structured(document, "saved again"))


def test_the_newest_sample_is_as_it_would_be_saved() -> None:
    """The sample of the newest format is canonical, so that an unnoticed change of it is seen."""
    assert sample(FORMAT).read_text(encoding="utf-8") == dumps(load(sample(FORMAT)))


def test_every_step_and_every_sample_is_there() -> None:
    """Each format but the newest has its step and its file, and each format has its sample."""
    assert set(FORMATS[:-1]) == set(STEPS)
    folder = Path(migrations.__path__[0])
    assert {f"from_{version}.py" for version in STEPS} == {
        path.name for path in folder.glob("from_*.py")
    }
    assert {sample(version) for version in FORMATS} == set(SAMPLES.glob("format-*.json"))
    assert set(FORMATS) == set(HOLDS)


def test_steps_are_taken_one_after_another() -> None:
    """A file two formats old goes through both steps, and one of the newest through none."""

    def renamed(document: dict[str, Any]) -> dict[str, Any]:
        return {"new": document["old"]}

    def moved(document: dict[str, Any]) -> dict[str, Any]:
        return {"inner": document}

    steps = {1: renamed, 2: moved}
    assert {"inner": {"new": 5}} == brought_forward({"old": 5}, 1, 3, steps)
    assert {"inner": {"new": 5}} == brought_forward({"new": 5}, 2, 3, steps)
    assert {"inner": 5} == brought_forward({"inner": 5}, 3, 3, steps)


def test_an_older_file_is_brought_forward_before_records_are_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a later format calls otherwise is read under its old name from an older file."""

    def renamed(document: dict[str, Any]) -> dict[str, Any]:
        return {("edition" if key == "title_block" else key): it for key, it in document.items()}

    document = json.loads(sample(1).read_text(encoding="utf-8"))
    older = {("title_block" if key == "edition" else key): it for key, it in document.items()}
    monkeypatch.setattr("relations.storage.structuring.FORMAT", 2)
    monkeypatch.setitem(STEPS, 1, renamed)
    assert dumps(structured(document, "x")) == dumps(structured(older, "x"))


@pytest.mark.parametrize("version", [0, FORMAT + 1, "1", None, True])
def test_a_format_that_is_not_known_is_refused(version: object) -> None:
    """A format of the future, or none, is no older one."""
    with pytest.raises(FormatError):
        structured({"format": version}, "data.json")
