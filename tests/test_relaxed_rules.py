"""A rule of lint, types or layout is relaxed on the line, and the line says why."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent

FOLDERS: Final = ("src", "tests", "scripts", "benchmarks")

MARK: Final = re.compile(
    r"# *(?:noqa(?:: *[A-Z0-9, ]*[A-Z0-9])?|type: *ignore(?:\[.*?\])?|fmt: *\w+)"
)
"""What relaxes a rule, as ruff and mypy read it."""

REASON: Final = re.compile(r"(?: -|  #) \w.*")
"""What follows it on the line."""


def unexplained(code: str) -> Iterator[int]:
    """The lines on which a rule is relaxed and nothing says why."""
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        marks = list(MARK.finditer(token.string)) if token.type == tokenize.COMMENT else []
        if marks and not REASON.fullmatch(token.string[marks[-1].end() :]):
            yield token.start[0]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_relaxed_rule_gives_its_reason(folder: str) -> None:
    """Whoever meets a relaxed rule reads beside it why it does not hold there."""
    places = [
        f"{file.relative_to(ROOT).as_posix()}:{line}"
        for file in sorted((ROOT / folder).rglob("*.py"))
        for line in unexplained(file.read_text(encoding="utf-8"))
    ]
    assert [] == places


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa",
        "# noqa: S608",
        "# noqa: S608, S102",
        "# noqa: S608 -",
        "# type: ignore",
        "# type: ignore[misc]",
        "# type: ignore[misc]  #",
        "# type: ignore[misc]  # noqa: B015",
        "# fmt: skip",
        "# fmt: off",
    ],
)
def test_a_rule_relaxed_without_a_reason_is_seen(comment: str) -> None:
    """A bare mark of any sort is found, and so is one that only another mark follows."""
    assert [2] == list(unexplained(f"one = 1\ntwo = 2  {comment}\n"))


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa: S608 - the names are our own",
        "# noqa: N802  # a name of ReportLab's",
        "# type: ignore[misc]  # what the test is about",
        "# type: ignore[misc]  # noqa: B015 - what the test is about",
        "# fmt: skip  # in columns",
        "# a remark",
    ],
)
def test_a_reason_may_follow_in_either_way(comment: str) -> None:
    """A dash or a second comment brings the reason, and other comments need none."""
    assert [] == list(unexplained(f"two = 2  {comment}\n"))
