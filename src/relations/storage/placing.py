"""From a problem's entry and field to its line and column in the text of a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from relations.errors import Problem
from relations.storage.positions import positions

Located = tuple[str, Problem]
"""A problem, after its path from the top of the document."""


def placed(found: Sequence[Located], text: str, file: str) -> tuple[Problem, ...]:
    """The problems with file, line and column, in the order of the file."""
    places = positions(text, [path for path, _ in found]) if found else {}
    found_at = [
        attrs.evolve(problem, file=file, line=places[path].line, column=places[path].column)
        for path, problem in found
    ]
    return tuple(sorted(found_at, key=lambda problem: (problem.line or 0, problem.column or 0)))


def by_path(found: Iterable[Problem], document: dict[str, Any]) -> list[Located]:
    """The problems of checks, each with its path from the top of the document."""
    problems_found = list(found)
    entries = _entries(document) if problems_found else {}
    return [(_path(problem, entries), problem) for problem in problems_found]


def _entries(document: dict[str, Any]) -> dict[tuple[str, str], str]:
    """The path of each entry by group and identifier; of two that share one, the later."""
    return {
        (group, entry["id"]): f"{group}[{index}]"
        for group, entries in document.items()
        if isinstance(entries, list)
        for index, entry in enumerate(entries)
        if isinstance(entry, dict) and isinstance(entry.get("id"), str)
    }


def _path(problem: Problem, entries: dict[tuple[str, str], str]) -> str:
    if problem.record is None:  # it is of the title block, which is no entry
        return problem.field
    entry = entries[problem.group, problem.record]
    return f"{entry}.{problem.field}" if problem.field else entry
