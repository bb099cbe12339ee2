from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from builders import record, saved, world
from cli.commands import invoke
from relations.cli.exits import DATA_INVALID, DONE
from relations.cli.sarif import sarif
from relations.errors import Problem, Severity
from relations.model.agreement import Agreement

TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}},
    "additionalProperties": False,
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
NUMBER = {"type": "integer", "minimum": 1}


def exactly(required: list[str], **properties: Any) -> dict[str, Any]:  # noqa: ANN401 - a schema
    """An object with these properties and no others."""
    return {
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": False,
    }


# What the standard says of the objects that we use, from its sections 3.13 (log), 3.14 (run), 3.18
# and 3.19 (tool), 3.27 (result), 3.28 to 3.30 (locations, region), 3.33 (logical) and 3.49 (rule).
STANDARD = exactly(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs={
        "type": "array",
        "items": exactly(
            ["tool"],
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            tool=exactly(
                ["driver"],
                driver=exactly(
                    ["name"],
                    name={"type": "string"},
                    rules={
                        "type": "array",
                        "uniqueItems": True,
                        "items": exactly(
                            ["id"],
                            id={"type": "string"},
                            shortDescription=TEXT,
                            help=TEXT,
                            defaultConfiguration=exactly([], level=LEVEL),
                        ),
                    },
                ),
            ),
            results={
                "type": "array",
                "items": exactly(
                    ["message"],
                    ruleId={"type": "string"},
                    ruleIndex={"type": "integer", "minimum": 0},
                    level=LEVEL,
                    message=TEXT,
                    locations={
                        "type": "array",
                        "items": exactly(
                            [],
                            physicalLocation=exactly(
                                ["artifactLocation"],
                                artifactLocation=exactly(
                                    ["uri"], uri={"type": "string", "format": "uri-reference"}
                                ),
                                region=exactly(["startLine"], startLine=NUMBER, startColumn=NUMBER),
                            ),
                            logicalLocations={
                                "type": "array",
                                "uniqueItems": True,
                                "items": exactly([], fullyQualifiedName={"type": "string"}),
                            },
                        ),
                    },
                ),
            },
        ),
    },
)


def valid(text: str) -> dict[str, Any]:
    """The one run of a log that is as the standard says."""
    log = json.loads(text)
    assert [] == [error.message for error in Draft202012Validator(STANDARD).iter_errors(log)]
    run: dict[str, Any] = log["runs"][0]
    return run


def test_a_log_is_as_the_standard_says(tmp_path: Path) -> None:
    """Every problem is a result with its rule, level, place and message."""
    path = saved(world(record(Agreement, "treaty", ("VNM", "XXX"), places=("x",))), tmp_path)
    log = tmp_path / "log.sarif"
    result = invoke("check", str(path), "--sarif", str(log))
    assert DATA_INVALID == result.exit_code
    run = valid(log.read_text(encoding="utf-8"))
    assert ["unknown-reference"] * 2 == [result["ruleId"] for result in run["results"]]
    first = run["results"][0]["locations"][0]
    assert path.as_uri() == first["physicalLocation"]["artifactLocation"]["uri"]
    assert [{"fullyQualifiedName": "agreements/treaty/parties[1].party"}] == first[
        "logicalLocations"
    ]
    assert result.stdout.startswith(f"{path}:")


def test_each_result_points_at_its_rule() -> None:
    """The rules are those that occur, once each, and carry their pages."""
    codes = ("bad-date", "near-duplicate-record", "bad-date")
    found = [Problem(code=code, message="m", file="a b.json") for code in codes]
    run = valid(sarif(found))
    rules = run["tool"]["driver"]["rules"]
    assert ["bad-date", "near-duplicate-record"] == [rule["id"] for rule in rules]
    assert list(codes) == [rules[result["ruleIndex"]]["id"] for result in run["results"]]
    assert all("**What to do.**" in rule["help"]["markdown"] for rule in rules)


def test_a_relative_file_stays_relative() -> None:
    """The address of a file in the folder of the checkout fits any other checkout."""
    run = valid(sarif([Problem(code="bad-date", message="m", file="my data/é.json")]))
    (location,) = run["results"][0]["locations"]
    assert "my%20data/%C3%A9.json" == location["physicalLocation"]["artifactLocation"]["uri"]


def test_the_levels_are_ours() -> None:
    """Error, warning and note are words of the standard."""
    found = [Problem(code="bad-date", message="m", severity=level) for level in Severity]
    assert [level.value for level in Severity] == [
        result["level"] for result in valid(sarif(found))["results"]
    ]


def test_a_dash_is_standard_output(tmp_path: Path) -> None:
    """``--sarif -`` prints the log and nothing else."""
    result = invoke("check", str(saved(world(), tmp_path)), "--sarif", "-")
    assert DONE == result.exit_code
    assert [] == valid(result.stdout)["results"]
