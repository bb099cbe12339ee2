from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from builders import dated, record, saved, state, world
from relations.dataset import Dataset
from relations.errors import DataError, FormatError, RelationsError
from relations.model.agreement import Agreement
from relations.model.meeting import Meeting
from relations.model.status import Status
from relations.storage import digest, dumps, load, read, save, shipped_path, structured
from strategies.records import datasets

TREATY = record(
    Agreement,
    "treaty",
    ("VNM", "RUS"),
    title="Договор о дружбе – Hiệp ước",
    history=(state(Status.SIGNED, "1979"),),
)
TALKS = record(Meeting, "talks", ("VNM", "RUS"), date=dated("2021-07-06"))


def written(path: Path, content: bytes | str) -> Path:
    """A file with this content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusal(path: Path) -> str:
    """Why a file is refused."""
    with pytest.raises(DataError) as caught:
        load(path)
    return str(caught.value)


# -- canonical form ------------------------------------------------------------------------------


def test_the_shipped_file_is_canonical(tmp_path: Path) -> None:
    """Loading the shipped file and saving it gives the same bytes."""
    copy = tmp_path / "copy.json"
    save(load(), copy)
    assert shipped_path().read_bytes() == copy.read_bytes()


@given(datasets())
def test_what_is_read_back_is_what_was_written(dataset: Dataset) -> None:
    """Reading the canonical form gives an equal dataset, and writing that the same text."""
    again = structured(json.loads(dumps(dataset)), "made up")
    assert (dataset.records.ids, dumps(dataset)) == (again.records.ids, dumps(again))
    assert tuple(dataset.records) == tuple(again.records)


def test_the_order_in_the_file_does_not_matter(tmp_path: Path) -> None:
    """Groups and entries in any order are saved in the same one."""
    dataset = world(TREATY, TALKS)
    path = saved(dataset, tmp_path)
    document = json.loads(path.read_text(encoding="utf-8"))
    shuffled = {key: _reversed(group) for key, group in reversed(document.items())}
    other = written(tmp_path / "other.json", json.dumps(shuffled))
    assert path.read_text(encoding="utf-8") == dumps(load(other))


def _reversed(group: Any) -> Any:  # noqa: ANN401 - whatever stands in a data file
    return group[::-1] if isinstance(group, list) else group


def test_entries_stand_by_identifier() -> None:
    """Within a group the entries are in the order of their identifiers, not of time."""
    late = record(Meeting, "a-late-one", date=dated("2022"))
    ids = [entry["id"] for entry in json.loads(dumps(world(TALKS, late)))["meetings"]]
    assert ["a-late-one", "talks"] == ids


def test_letters_are_not_escaped() -> None:
    """Cyrillic and Vietnamese stand in the file as they are read."""
    assert "Договор о дружбе – Hiệp ước" in dumps(world(TREATY))


def test_a_file_ends_with_one_newline() -> None:
    """The last line ends, and no empty one follows."""
    assert dumps(world()).endswith("}\n")


def test_the_format_stands_first() -> None:
    """Whoever opens the file sees its format at once."""
    assert dumps(world()).startswith('{\n  "format": 1,\n  "edition": {')


def test_the_digest_is_of_the_content_alone() -> None:
    """Equal datasets have one digest, whatever file they came from, and others another."""
    assert digest(world(TREATY, TALKS)) == digest(world(TALKS, TREATY))
    assert digest(world(TREATY)) != digest(world(TALKS))


# -- refusing ------------------------------------------------------------------------------------


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    """A file of a later format is refused with the advice to install a newer version."""
    path = written(tmp_path / "data.json", '{"format": 2}')
    with pytest.raises(FormatError, match=r"data\.json: is of format 2, .* install a newer one"):
        load(path)


@pytest.mark.parametrize("text", ["{}", '{"format": "1"}', '{"format": true}', '{"format": 0}'])
def test_a_missing_format_is_refused(tmp_path: Path, text: str) -> None:
    """A file without a format, or with one that is no number from 1, says how files start."""
    with pytest.raises(FormatError, match='the file starts with "format": 1'):
        load(written(tmp_path / "data.json", text))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", ":1:1  not JSON: expecting value  [error not-json]"),
        (b'{"format": 1,}', "not JSON: "),
        (
            b'{"format": 1, "format": 1}',
            ':1:15  the key "format" stands twice in one object  [error repeated-key]',
        ),
        (b'{"format": NaN}', ":1:12  NaN is no JSON number  [error no-number]"),
        (b'{"format": [-Infinity]}', "-Infinity is no JSON number"),
        (
            b'{"format": "\xff"}',
            ":1:13  not UTF-8: invalid start byte at byte 12  [error not-utf-8]",
        ),
        (b"\xef\xbb\xbf{}", "not JSON: it starts with a byte order mark; save it without one"),
        (b"[" * 100_000, ":1:101  lists or objects nested more than 100 deep"),
        (
            b'{"format": ' + b"9" * 5000 + b"}",
            ":1:12  a number of 5000 characters; it has at most 100",
        ),
        (b'{"format": "\\ud800"}', ":1:12  half a character is escaped here"),
        (b"[]", "the file holds no JSON object"),
        (b"null", "the file holds no JSON object"),
    ],
)
def test_what_is_not_sound_json_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    """Bytes that are no JSON object are refused with the file's name and the reason."""
    path = written(tmp_path / "data.json", content)
    refused = refusal(path)
    assert refused.startswith(f"{path}: 1 problem, nothing was loaded\n")
    assert reason in refused


def test_a_problem_names_its_record(tmp_path: Path) -> None:
    """A value that does not fit is told with record, field, what was found and what is allowed."""
    path = saved(world(TALKS), tmp_path)
    text = path.read_text(encoding="utf-8").replace('"officials"', '"offcials"')
    assert (
        f"{path}: 1 problem, nothing was loaded\n"
        f'{path}:316:7  talks  field "level": "offcials" is not allowed here  '
        "[error unknown-word]\n"
        "    allowed: head, deputy_head, foreign_minister, defence_minister, minister, "
        "security_council, deputy_minister, officials, not_stated\n"
        '    did you mean "officials"?'
    ) == refusal(written(path, text))


def test_all_problems_are_reported_at_once(tmp_path: Path) -> None:
    """Problems in several records and groups are all in the one error."""
    path = saved(world(TALKS, TREATY), tmp_path)
    document = json.loads(path.read_text(encoding="utf-8"))
    document["meetings"][0]["title"] = None
    document["agreements"][0]["history"][0]["date"]["edtf"] = "1979-13"
    document["sources"][0]["titel"] = "A report"
    with pytest.raises(DataError) as caught:
        load(written(path, json.dumps(document)))
    assert {
        ("talks", "title"),
        ("treaty", "history[0].date.edtf"),
        ("first", "titel"),
    } == {(problem.record, problem.field) for problem in caught.value.problems}


def test_a_failed_check_keeps_the_file_from_loading(tmp_path: Path) -> None:
    """A file that structures but does not hold together is refused as well."""
    path = saved(world(record(Agreement, "treaty", ("XXX",))), tmp_path)
    said = 'treaty  field "parties[0].party": no party has this identifier'
    assert said in refusal(path)


def test_a_warning_does_not(tmp_path: Path) -> None:
    """A file with warnings alone is loaded."""
    ended = record(
        Agreement,
        "lease",
        nominal_end=dated("2004"),
        history=(state(Status.SIGNED, "1979"), state(Status.EXPIRED, "2002")),
    )
    assert ("lease",) == load(saved(world(ended), tmp_path)).records.ids


def test_a_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    """A file that is not there is told as everywhere in Python."""
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "absent.json")


# -- places --------------------------------------------------------------------------------------


def test_without_a_path_the_shipped_data_are_loaded() -> None:
    """``load()`` reads the file that comes with the library."""
    assert load(shipped_path()).records.ids == load().records.ids


def test_a_library_without_its_data_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the data file is in neither place, both are named."""
    monkeypatch.setattr("relations.storage.loading._HERE", tmp_path / "src" / "relations")
    with pytest.raises(RelationsError, match=r"neither at .*src.relations.data.* nor .*install"):
        shipped_path()


def test_the_data_in_a_wheel_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the code is looked before the top of a checkout."""
    here = tmp_path / "src" / "relations"
    for folder in (here / "data", tmp_path / "data"):
        folder.mkdir(parents=True)
        (folder / "relations.json").touch()
    monkeypatch.setattr("relations.storage.loading._HERE", here)
    assert here / "data" / "relations.json" == shipped_path()


# -- writing -------------------------------------------------------------------------------------


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full half-way, the old file is whole and nothing lies beside it."""
    path = saved(world(TREATY), tmp_path)
    before = path.read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save(world(TALKS), path)
    assert ([path], before) == (list(tmp_path.iterdir()), path.read_bytes())


def test_a_rewritten_file_keeps_its_permissions(tmp_path: Path) -> None:
    """A file that others may not read stays so."""
    path = saved(world(), tmp_path)
    path.chmod(0o640)
    save(world(TREATY), path)
    assert 0o640 == path.stat().st_mode & 0o777


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    """A file that is new may be read by whom any new file may be read."""
    usual = written(tmp_path / "usual", "")
    assert usual.stat().st_mode == saved(world(), tmp_path).stat().st_mode


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    """No folder is made in passing."""
    with pytest.raises(FileNotFoundError):
        save(world(), tmp_path / "absent" / "data.json")
