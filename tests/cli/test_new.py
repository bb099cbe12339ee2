from __future__ import annotations

import json
from typing import Any

import pytest

from cli.commands import invoke
from relations.cli.exits import WRONG_USAGE
from relations.cli.new import template
from relations.model.kinds import ENTRY_TYPES
from relations.storage import structured
from strategies.examples import groups

EDITION = {"name": "1", "date": "2026-01-01", "title": "T", "licence": "L", "publisher": "P"}
FULL = groups()


def filled(made: Any, full: Any) -> Any:  # noqa: ANN401 - JSON of any sort
    """A template as somebody fills it in, with the values of an entry that has every field."""
    if isinstance(made, dict):
        return {name: filled(inner, full[name]) for name, inner in made.items()}
    if isinstance(made, list):
        return [filled(inner, whole) for inner, whole in zip(made, full, strict=False)]
    if isinstance(made, str) and " | " in made:
        assert full in made.split(" | ")
    return full


@pytest.mark.parametrize("kind", ENTRY_TYPES)
def test_a_filled_template_is_an_entry(kind: str) -> None:
    """Each kind has a template that can be read once it is filled in."""
    entry = filled(template(kind), FULL[kind])
    document = {"format": 1, "edition": EDITION, kind: [entry]}
    assert "1" == structured(document, "made up").edition.name


@pytest.mark.parametrize("kind", ENTRY_TYPES)
def test_a_template_has_what_is_needed(kind: str) -> None:
    """No field that an entry needs is left out."""
    import attrs

    needed = {a.name for a in attrs.fields(ENTRY_TYPES[kind]) if a.default is attrs.NOTHING}
    assert needed <= set(template(kind))


def test_the_command_prints_it() -> None:
    """``relations new`` prints JSON that ``relations add`` takes once it is filled in."""
    assert template("meetings") == json.loads(invoke("new", "meetings").stdout)


def test_a_hyphen_will_do_for_an_underscore() -> None:
    """A kind is called here as ``relations list`` takes it."""
    assert invoke("new", "arms_transfers").stdout == invoke("new", "arms-transfers").stdout != ""


def test_an_unknown_kind_is_wrong_usage() -> None:
    """A group that there is not gets the nearest."""
    result = invoke("new", "meeting")
    assert WRONG_USAGE == result.exit_code
    assert "did you mean 'meetings'?" in result.stderr
