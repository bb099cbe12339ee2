from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim, dated, record, saved, state, world
from cli.commands import invoke
from relations import storage
from relations.cli.exits import DATA_INVALID, FAILED
from relations.errors import DataError, FormatError
from relations.model.agreement import Agreement
from relations.model.status import Status
from relations.storage.faults import DEEPEST
from relations.storage.loading import look_through_text
from relations.storage.reading import LARGEST, decoded

DATASET = world(
    record(
        Agreement,
        "pact",
        ("VNM", "SUN"),
        title="Договор – Hiệp ước",
        history=(state(Status.SIGNED, "1979"),),
        nominal_end=dated("2004"),
        claims=(claim("nominal_end", dated("2004")),),
    )
)
TEXT = storage.dumps(DATASET)
MEGABYTE = 2**20


def problems_of(text: str) -> list[str]:
    """The line, column and code of what is wrong with a text."""
    try:
        found = look_through_text(text, "f").problems
    except DataError as error:
        found = error.problems
    return [f"{problem.line}:{problem.column} {problem.code}" for problem in found]


def with_value(text: str) -> str:
    """The text of a file in which this stands in place of a title."""
    return TEXT.replace('"Договор – Hiệp ước"', text)


def clear(result: Any) -> str:  # noqa: ANN401 - a result of click's runner
    """What is said of a file that cannot be used: an end of ours, and no traceback."""
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in (DATA_INVALID, FAILED)
    told: str = result.stdout + result.stderr
    assert "Traceback" not in told
    return told


# -- texts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1,\n "a": 2,\n "b": {"c": 1, "c": 1}, "a": 3}', ["2:2", "3:16", "3:25"]),
        ('[{"a": 1}, {"a": 1}, {"a": {"a": 1}}]', []),
        ('{"a\\u0062": 1, "ab": 2}', ["1:16"]),
    ],
)
def test_every_key_that_stands_twice_is_placed(text: str, found: list[str]) -> None:
    """A key may stand in another object, and not twice in one, however it is spelled."""
    repeated = [place.split()[0] for place in problems_of(text) if "repeated-key" in place]
    assert found == repeated


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 10_000, "0." + "3" * 10_000]
)
def test_what_is_no_number_is_placed(number: str) -> None:
    """Numbers that JSON does not have, that are endless, or that have ten thousand digits."""
    line = TEXT.split("\n").index('      "title": "Договор – Hiệp ước",') + 1
    assert [f"{line}:16 no-number"] == problems_of(with_value(number))


@pytest.mark.parametrize("half", ["\\ud800", "\\uDFFF", "a\\ud83d b", "\\ude00\\ud83d"])
def test_half_a_character_is_placed(half: str) -> None:
    """A surrogate that stands alone, or in the wrong order, is refused; a pair is not."""
    (problem,) = problems_of(with_value(f'"{half}"'))
    assert problem.endswith(" half-character")
    assert [] == problems_of(with_value('"\\ud83d\\ude00 \\\\ud800"'))


def test_several_faults_come_at_once() -> None:
    """All that keeps a text from being read is told, in its order."""
    assert ["1:8 repeated-key", "1:13 no-number", "1:21 half-character", "1:29 not-json"] == (
        problems_of('{"a":1,"a": NaN,"b":"\\ud800"]')
    )


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b'{"a": "\xff"}', "1:8"),
        ("{\n“é".encode() + b"\xc3", "2:3"),
        (b"\xff\xfe{\x00}\x00", "1:1"),
        (TEXT.encode("latin-1", "replace")[:40] + b"\xe9", "4:9"),
    ],
)
def test_bytes_that_are_no_utf_8_are_placed(content: bytes, place: str) -> None:
    """The first byte that does not fit has its line, and its column in characters."""
    with pytest.raises(DataError) as caught:
        decoded(content, "f")
    (problem,) = caught.value.problems
    assert (place, "not-utf-8") == (f"{problem.line}:{problem.column}", problem.code)


def test_a_byte_order_mark_is_refused() -> None:
    """It stands before the object, is seen by nobody, and is named."""
    with pytest.raises(DataError, match="starts with a byte order mark; save it without one"):
        look_through_text("\ufeff" + TEXT, "f")


@pytest.mark.parametrize("deep", [DEEPEST + 1, 900, 1_000, 100_000])
@pytest.mark.parametrize(("open_", "close"), [("[", "]"), ('{"a":', "}")])
def test_deep_nesting_is_refused(deep: int, open_: str, close: str) -> None:
    """A thousand lists or objects in one another are refused in place of a text, and of a claim."""
    nested = open_ * deep + "1" + close * deep
    for text in (with_value(nested), TEXT.replace('"value": {', f'"value": {nested}, "x": {{')):
        assert problems_of(text)


@pytest.mark.parametrize("command", ["\\u001b[2J", "\\u0007", "\\u009b2J", "\\n", "\\u202e"])
def test_no_file_commands_the_terminal(tmp_path: Path, command: str) -> None:
    """Signs that a terminal obeys are written out wherever a problem quotes them."""
    text = TEXT.replace('"id": "pact"', f'"id": "{command}", "{command}": "{command}"')
    text = text.replace('"form": "treaty"', f'"form": "{command}"')
    text = text.replace('"edtf": "1979"', f'"edtf": "{command}"')
    path = tmp_path / "data.json"
    path.write_text(text, encoding="utf-8")
    told = clear(invoke("check", str(path)))
    assert all(line.isprintable() for line in told.splitlines())
    assert told.count("[error ") >= 3


# -- large ---------------------------------------------------------------------------------------

_BOUNDED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1500 * 2**20,) * 2)
from relations.cli.main import main
main(["check", sys.argv[1]])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="memory cannot be bounded there")
@pytest.mark.parametrize(
    ("place", "size"),
    [("a text", 100), ("a key", 5), ("a date", 5), ("a word", 5), ("an identifier", 5)],
)
def test_a_text_of_many_megabytes_is_refused(tmp_path: Path, place: str, size: int) -> None:
    """Wherever it stands, it is refused within bounds of memory, and quoted in part."""
    huge = "x" * (size * MEGABYTE)
    text = {
        "a text": with_value(f'"{huge}"'),
        "a key": TEXT.replace('"title": "Д', f'"{huge}": 1, "title": "Д'),
        "a date": TEXT.replace('"edtf": "1979"', f'"edtf": "{huge}"'),
        "a word": TEXT.replace('"form": "treaty"', f'"form": "{huge}"'),
        "an identifier": TEXT.replace('"id": "pact"', f'"id": "{huge}"'),
    }[place]
    path = tmp_path / "huge.json"
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", _BOUNDED, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (DATA_INVALID, "") == (done.returncode, done.stderr)
    assert len(done.stdout) < 10_000
    assert "[error " in done.stdout


def test_a_file_larger_than_the_bound_is_not_read(tmp_path: Path) -> None:
    """A file of more than half a gibibyte is refused by its size."""
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "[error too-large]" in clear(invoke("check", str(path)))


# -- cut off -------------------------------------------------------------------------------------


def test_a_file_that_is_cut_off_is_refused() -> None:
    """Wherever a file ends too early, it is no JSON, or half a letter, and is placed."""
    content = TEXT.rstrip().encode()
    for end in [*range(0, len(content), 211), *range(len(content) - 9, len(content))]:
        with pytest.raises(DataError) as caught:
            look_through_text(decoded(content[:end], "f"), "f")
        (problem,) = caught.value.problems
        assert problem.code in ("not-json", "not-utf-8")
        assert problem.line is not None
    assert look_through_text(content.decode(), "f").dataset is not None


def test_the_shipped_file_cut_off_is_refused() -> None:
    """The same for a large file, at a few places."""
    content = storage.shipped_path().read_bytes()
    for end in range(1, len(content) - 2, len(content) // 7):
        with pytest.raises(DataError):
            look_through_text(decoded(content[:end], "f"), "f")


# -- no files ------------------------------------------------------------------------------------


def test_a_folder_is_no_data_file(tmp_path: Path) -> None:
    """A folder is refused by name."""
    assert "Is a directory" in clear(invoke("check", str(tmp_path)))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A file that is not there is refused by name."""
    assert "No such file or directory" in clear(invoke("check", str(tmp_path / "absent.json")))


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is refused by name, and so it is for whoever may read all."""
    path = saved(DATASET, tmp_path)
    plain = os.open

    def refuse(file: Any, *more: Any, **named: Any) -> int:  # noqa: ANN401 - as os.open has it
        if str(file) == str(path):
            raise PermissionError(13, "Permission denied", str(file))
        return plain(file, *more, **named)

    monkeypatch.setattr("os.open", refuse)
    assert "cannot be read: Permission denied" in clear(invoke("check", str(path)))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where there are named pipes")
@pytest.mark.parametrize("command", [("check",), ("fmt",), ("fmt", "--check")])
def test_a_pipe_does_not_make_us_wait(tmp_path: Path, command: tuple[str, ...]) -> None:
    """A pipe that nobody writes to is refused at once."""
    path = tmp_path / "pipe.json"
    os.mkfifo(path)
    assert "a pipe or device, and not a file" in clear(invoke(*command, str(path)))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="only where there are such devices")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_data_file(device: str) -> None:
    """What never ends, or holds nothing, is not read."""
    assert "a pipe or device, and not a file" in clear(invoke("check", device))


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    """A link that leads nowhere but to itself is refused."""
    path = tmp_path / "loop.json"
    path.symlink_to(path)
    assert "cannot be read" in clear(invoke("check", str(path)))


# -- anything ------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *(b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"null", b"true", b"-1", b"1e9", b'""'),
        *(b'"id":', b'"$schema": 1,', b'"2021-13"', b"\\ud800", b"\xff", b"\x00", b"\n", b" " * 50),
    ]
)


def outcome(content: bytes) -> str:
    """What becomes of a file: read, or refused in our words; anything else is a stumble."""
    try:
        seen = look_through_text(decoded(content, "f"), "f")
    except FormatError as error:
        return str(error)
    except DataError as error:
        return str(error) if error.problems else ""
    return "read" if seen.dataset else "\n".join(map(str, seen.problems))


@given(st.data())
def test_no_bytes_make_the_reader_stumble(data: st.DataObject) -> None:
    """Cut, doubled, mixed up: a file is read, or refused in our words."""
    content = TEXT.encode()
    for _ in range(data.draw(st.integers(1, 4))):
        at, end = sorted(data.draw(st.lists(st.integers(0, len(content)), min_size=2, max_size=2)))
        old = st.just(content[at:end])
        new = data.draw(st.one_of(st.just(b""), PIECES, st.binary(max_size=3), old))
        content = content[:at] + new + content[data.draw(st.sampled_from([at, end])) :]
    assert outcome(content)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "title", "a.b", "x[0]", "", "é"]), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@given(
    JSON_VALUES, st.sampled_from(["edition", "sources", "countries", "agreements", "coverage", "x"])
)
def test_no_json_makes_the_reader_stumble(value: object, group: str) -> None:
    """Whatever stands as a group or as an entry, each problem has a place in the text."""
    base = {key: of for key, of in json.loads(TEXT).items() if key != group}
    for given_ in (value, [value]):
        text = json.dumps({**base, group: given_}, ensure_ascii=False, indent=1)
        seen = look_through_text(text, "f")
        lines = text.split("\n")
        for problem in seen.problems:
            assert problem.line is not None
            assert problem.column is not None
            assert problem.column <= len(lines[problem.line - 1])
