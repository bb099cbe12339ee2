from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from builders import dated, record, saved, world
from relations.dataset import Dataset
from relations.errors import DataError
from relations.model.meeting import Meeting
from relations.storage import load
from relations.storage.changing import change

TALKS = record(Meeting, "talks", ("VNM", "RUS"), date=dated("2021-07-06"))
DATA = world(TALKS)


def retitled(dataset: Dataset) -> Dataset:
    """The dataset with another title of its talks."""
    talks = [attrs.evolve(one, title="Other talks") for one in dataset.meetings]
    return attrs.evolve(dataset, meetings=dataset.meetings.only(talks))


def test_a_change_is_written_and_given_back(tmp_path: Path) -> None:
    """What a function makes of the data is in the file, and is what the call gives."""
    path = saved(DATA, tmp_path)
    assert "Other talks" == change(path, retitled).record("talks").title
    assert "Other talks" == load(path).record("talks").title


def test_what_has_errors_is_not_written(tmp_path: Path) -> None:
    """A change that would break a rule is refused with its problems, and the file stays."""
    path = saved(DATA, tmp_path)
    before = path.read_bytes()
    with pytest.raises(DataError, match="no source has this identifier"):
        change(path, lambda held: attrs.evolve(held, sources=()))
    assert before == path.read_bytes()


def test_a_change_that_fails_leaves_the_file(tmp_path: Path) -> None:
    """What goes wrong on the way is told, and nothing is half-written."""
    path = saved(DATA, tmp_path)
    before = path.read_bytes()

    def failing(_: Dataset) -> Dataset:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change(path, failing)
    assert before == path.read_bytes()


def test_a_broken_file_may_be_mended_by_a_change(tmp_path: Path) -> None:
    """The rules are asked of what is written, not of what was there."""
    broken = world(record(Meeting, "talks", ("XXX",)))
    path = saved(broken, tmp_path)
    change(path, lambda held: attrs.evolve(held, meetings=held.meetings.only([TALKS])))
    assert ("VNM", "RUS") == load(path).record("talks").party_ids
