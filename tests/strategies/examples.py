"""Examples of the data file's objects, made from its JSON Schema, with every field."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, Final

from relations.schema import RULES, schema

Path = tuple[str | int, ...]

SCHEMA: Final = schema()
_TEXTS: Final = {
    RULES["validators.valid_id"]["pattern"]: "an-id",
    RULES["validators.one_of_scheme"]["pattern"]: "https://example.org/",
    RULES["validators.a_digest"]["pattern"]: "sha256:" + "0" * 64,
    RULES["quantities._currency"]["pattern"]: "USD",
}


def groups() -> dict[str, dict[str, Any]]:
    """An entry with every field, by the group of the file it belongs to."""
    return {
        name: example(made["items"])
        for name, made in SCHEMA["properties"].items()
        if made.get("type") == "array"
    }


def resolved(made: dict[str, Any]) -> dict[str, Any]:
    """A schema with what it refers to, of which its own words on a field say more."""
    if "$ref" not in made:
        return made
    whole = SCHEMA["$defs"][made["$ref"].rpartition("/")[2]]
    narrower = made.get("properties", {})
    both = {
        name: {**of, **narrower.get(name, {})} for name, of in whole.get("properties", {}).items()
    }
    rules = whole.get("allOf", []) + made.get("allOf", [])
    return {**whole, **made, "properties": both, "allOf": rules} if both else {**whole, **made}


def example(made: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON of any sort
    """A value that a schema accepts, with every field that it may have."""
    made = resolved(made)
    if "anyOf" in made:
        if "const" in made:
            return made["const"]
        more: dict[str, Any] = {
            word: made[word] for word in ("properties", "pattern") if word in made
        }
        return example({**made["anyOf"][0], **more})
    if "const" in made or "enum" in made:
        return made.get("const", made.get("enum", [None])[0])
    match made.get("type"):
        case "object":
            return _object(made)
        case "array":
            return [] if made.get("maxItems") == 0 else [example(made["items"])]
        case "string":
            return _text(made)
        case "boolean":
            return True
        case "integer" | "number":
            return 3
    return None


def _object(made: dict[str, Any]) -> dict[str, Any]:
    """An object with every field; where a choice of one excludes others, those are left out."""
    value = {name: example(of) for name, of in made["properties"].items()}
    if "qualifier" in value:
        value = {name: of for name, of in value.items() if name not in ("low", "high")}
    if "region" in value:
        value["region"] = None
    if "unit" in value and made["properties"]["unit"].get("type") == "null":
        value["unit"] = None
    for rule in made.get("allOf", []):  # the value of a claim
        names = rule["if"]["properties"].get("field", {}).get("enum", ())
        if value.get("field") in names:
            value["value"] = example(rule["then"]["properties"]["value"])
    return value


def _text(made: dict[str, Any]) -> str:
    if made.get("format") in ("edtf", "date"):
        return "2021-07-06"
    return _TEXTS.get(made.get("pattern", ""), "words")


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    """The path of everything within a JSON value."""
    if path:
        yield path
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for step, inner in items:
        yield from paths(inner, (*path, step))


def replaced(value: Any, path: Path, new: object) -> Any:  # noqa: ANN401 - JSON of any sort
    """A copy of a JSON value with something else at a path."""
    copied = copy.deepcopy(value)
    around = copied
    for step in path[:-1]:
        around = around[step]
    around[path[-1]] = new
    return copied


def removed(value: Any, path: Path) -> Any:  # noqa: ANN401 - JSON of any sort
    """A copy of a JSON value without what is at a path."""
    copied = copy.deepcopy(value)
    around = copied
    for step in path[:-1]:
        around = around[step]
    del around[path[-1]]
    return copied


def spelled(path: Path) -> str:
    """A path as a problem names it."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(
        "."
    )
