"""Problems as SARIF 2.1.0, the form in which editors and code hosts take the findings of a checker.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from relations.checks.pages import explanation, summary
from relations.errors import Problem

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(problems: Iterable[Problem]) -> str:
    """A SARIF log of one run, with a rule for each code that occurs."""
    found = tuple(problems)
    rules = sorted({problem.code for problem in found})
    driver = {"name": "relations", "rules": [_rule(code, found) for code in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, rules.index(problem.code)) for problem in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, found: Iterable[Problem]) -> dict[str, Any]:
    page = explanation(code)
    level = next(problem.severity.value for problem in found if problem.code == code)
    return {
        "id": code,
        "shortDescription": {"text": summary(code)},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": level},
    }


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": _message(problem)},
        "locations": [_location(problem)],
    }


def _message(problem: Problem) -> str:
    """What is wrong and how to go on, without the place, which stands beside it."""
    field = f"{problem.field}: " if problem.field else ""
    parts = (
        problem.found and f"Found: {problem.found}",
        problem.allowed and f"Allowed: {problem.allowed}",
        problem.near and f"Did you mean {problem.near}?",
        problem.hint,
    )
    return "\n".join([f"{field}{problem.message}", *filter(None, parts)])


def _location(problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": _address(problem.file or "")}}
    if problem.line is not None:
        location["region"] = {"startLine": problem.line, "startColumn": problem.column}
    names = [part for part in (problem.group, problem.record, problem.field) if part]
    logical = [{"fullyQualifiedName": "/".join(names)}] if names else []
    return {"physicalLocation": location, "logicalLocations": logical}


def _address(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
