from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.storage.positions import Position, positions
from strategies.examples import paths, spelled

TEXT = """{
  "format": 1,
  "meetings": [
    {"id": "a"},
    {"id": "é", "date": {"edtf": "2021-13"}}
  ]
}"""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ("", 1, 1),
        ("format", 2, 3),
        ("meetings", 3, 3),
        ("meetings[0]", 4, 5),
        ("meetings[1].id", 5, 6),
        ("meetings[1].date.edtf", 5, 26),
        ("meetings[1].title", 5, 5),
        ("meetings[7].date.edtf", 3, 3),
        ("nothing[3]", 1, 1),
    ],
)
def test_a_value_stands_at_its_key_or_itself(path: str, line: int, column: int) -> None:
    """A member of an object stands at its key, an item of a list at itself, the rest around it."""
    assert {path: Position(line, column)} == positions(TEXT, [path])


KEYS = st.text('abcé"\\ \n', min_size=1, max_size=3)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=15,
)


@given(
    st.dictionaries(KEYS, VALUES, max_size=4), st.sampled_from([None, 0, 1, "\t"]), st.booleans()
)
def test_every_value_is_found(
    document: dict[str, Any], indent: int | str | None, ascii_: bool
) -> None:
    """In any layout, what stands at the position of a path is the value that the path leads to."""
    text = json.dumps(document, indent=indent, ensure_ascii=ascii_)
    lines = text.split("\n")
    all_paths = {spelled(path): path for path in paths(document)}
    found = positions(text, all_paths)
    for name, path in all_paths.items():
        line, column = found[name]
        here = "\n".join(lines[line - 1 :])[column - 1 :]
        value, end = json.JSONDecoder().raw_decode(here)
        if isinstance(path[-1], str):
            assert path[-1] == value
            value, _ = json.JSONDecoder().raw_decode(here[end:].lstrip(" \t\n\r:"))
        assert _at(document, path) == value


def _at(value: Any, path: tuple[str | int, ...]) -> object:  # noqa: ANN401 - JSON of any sort
    for step in path:
        value = value[step]
    return value
