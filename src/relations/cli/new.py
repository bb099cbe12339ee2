"""``relations new``: a template of an entry, to be filled in."""

from __future__ import annotations

import json
from typing import Any, Final

import click

from relations.cli.helping import Command
from relations.cli.kinds import kind_named

_USUAL: Final = frozenset(
    {
        *("parties", "date", "history", "places", "delegates", "subjects", "number_ordered"),
        *("address", "side", "retrieved", "existed", "codes", "tenures", "memberships"),
        *("supports", "edtf", "as_stated", "activities", "period", "subject", "speaker"),
        *("sources", "about", "outcome", "last_checked", "country", "iso3"),
    }
)
"""The fields that are not needed and yet most entries have."""

_CHOICE: Final = " | "


@click.command(
    cls=Command,
    examples=(
        ("relations new meetings", "a meeting to be filled in"),
        ("relations new sources > source.json", "a source, in a file to be edited"),
    ),
)
@click.argument("kind", metavar="KIND")
def new(kind: str) -> None:
    """Print a template of an entry.

    KIND is a group of the data file, such as sources or meetings. Fill in the empty texts, keep one
    of the words that stand between bars, and take out what you do not know. Then hand it to
    relations add.
    """
    from relations.model.kinds import ENTRY_TYPES

    group = kind_named("group of the data file", kind, ENTRY_TYPES)
    click.echo(json.dumps(template(group), ensure_ascii=False, indent=2))


def template(kind: str) -> Any:  # noqa: ANN401 - JSON of any sort
    """An entry with the fields that are needed or usual, each empty or with its words."""
    from relations.schema import schema

    whole = schema()
    made = _example(whole["properties"][kind]["items"], whole["$defs"])
    for state in made.get("history", ()):
        for citation in state["citations"]:
            del citation["supports"]  # the words bear out the state they stand with
    return made


def _resolved(made: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """What a reference leads to, narrowed by what stands beside it."""
    if "$ref" not in made:
        return made
    named = definitions[made["$ref"].rpartition("/")[2]]
    narrower = made.get("properties", {})
    fields = {k: {**v, **narrower.get(k, {})} for k, v in named.get("properties", {}).items()}
    return {**named, "properties": fields} if fields else {**named, **made}


def _is_wanted(name: str, made: dict[str, Any]) -> bool:
    inner = made["properties"][name]
    usual = name in _USUAL or (name == "value" and "qualifier" in made["properties"])
    return name in made["required"] or (usual and inner.get("maxItems") != 0)


def _example(made: dict[str, Any], definitions: dict[str, Any]) -> Any:  # noqa: ANN401 - the same
    made = _resolved(made, definitions)
    if "anyOf" in made:
        return _example(made["anyOf"][0], definitions)
    if "enum" in made:
        return _CHOICE.join(made["enum"])
    match made.get("type"):
        case "object":
            return {
                name: _example(inner, definitions)
                for name, inner in made["properties"].items()
                if _is_wanted(name, made)
            }
        case "array":
            return [_example(made["items"], definitions)]
        case "boolean":
            return False
        case "integer" | "number":
            return 0
    return ""
