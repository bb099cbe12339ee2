"""The data file as a JSON Schema, so that an editor completes and validates what a curator writes.

It is made from the classes, their docstrings and their rules, and says what the reader of a file
says of one entry at a time. What needs two entries is left to the checks; a few rules of one value
that JSON Schema has no words for are named in :data:`relations.schema.rules.BEYOND`.
"""

from __future__ import annotations

import datetime
import enum
import inspect
import json
import re
import types
from collections.abc import Iterator
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import attrs

from relations.canonical import FORMAT
from relations.converter import claim_types
from relations.dataset import Dataset
from relations.model.claims import Claim
from relations.model.confidence import OCCURRENCE, ConfidenceOverride
from relations.model.dates import EdtfDate
from relations.model.party import PartyRole
from relations.model.quantities import NEEDED, NUMBERS, Qualifier, Quantity
from relations.model.record import Record
from relations.model.status import State
from relations.schema.rules import DATE, DAY, RULES, TEXT, WHOLE, WHOLES, Schema
from relations.selection import Selection

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema() -> Schema:
    """The schema of a data file of the present format, in JSON Schema 2020-12."""
    definitions: dict[str, Schema] = {}
    body = _object(Dataset, definitions)
    body["properties"] = {
        "$schema": {"type": "string", "description": "Where this schema is, for an editor."},
        "format": {"const": FORMAT, "description": "The version of the form of the data file."},
        **body["properties"],
    }
    body["required"] = ["format", *body["required"]]
    return {
        "$schema": DIALECT,
        "title": "relations: sourced records of the relations between states",
        **body,
        "$defs": dict(sorted(definitions.items())),
    }


def dumps() -> str:
    """The schema as it is shipped."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


# -- types ---------------------------------------------------------------------------------------


def _type(hint: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - a hint of any sort
    """What a value of a type is."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _either([_type(one, definitions) for one in inner])
    if origin in (tuple, Selection):
        return {"type": "array", "items": _type(inner[0], definitions)}
    if hint is Any:
        return {}
    plain: dict[Any, Schema] = {
        str: TEXT,
        bool: {"type": "boolean"},
        int: WHOLE,
        float: {"type": "number"},
        type(None): {"type": "null"},
        EdtfDate: DATE,
        datetime.date: DAY,
    }
    return dict(plain[hint]) if hint in plain else _reference(hint, definitions)


def _either(options: list[Schema]) -> Schema:
    """One of several; a number is whole or not, and so needs to be said once."""
    if {"type": "number"} in options and WHOLE in options:
        options.remove(WHOLE)
    return options[0] if len(options) == 1 else {"anyOf": options}


def _reference(cls: type[Any], definitions: dict[str, Schema]) -> Schema:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}  # a place, for a class that holds itself
        made = _words(cls) if issubclass(cls, enum.Enum) else _object(cls, definitions)
        definitions[cls.__name__] = made
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _words(cls: type[enum.Enum]) -> Schema:
    return {"description": _doc(cls), "enum": [member.value for member in cls]}


# -- objects -------------------------------------------------------------------------------------


def _object(cls: type[Any], definitions: dict[str, Schema]) -> Schema:
    """An object with the fields of a class and no others."""
    hints = get_type_hints(cls)
    fields = attrs.fields(cls)
    properties = {
        field.name: _field(cls, field, hints[field.name], definitions) for field in fields
    }
    wholes = [WHOLES[rule] for field in fields for rule in _rules(field) if rule in WHOLES]
    if issubclass(cls, Record):
        properties |= _of_record(cls, properties, definitions)
    if cls is Quantity:
        wholes += [_with_numbers(qualifier) for qualifier in Qualifier]
    made: Schema = {
        "description": _doc(cls),
        "type": "object",
        "properties": properties,
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }
    return made | {"allOf": wholes} if wholes else made


def _field(
    cls: type[Any], field: attrs.Attribute[Any], hint: object, definitions: dict[str, Schema]
) -> Schema:
    made = _type(hint, definitions)
    for rule in _rules(field):
        made = {**made, **RULES.get(rule, {})}
    said = _sentences_on(cls, field.name)
    return {"description": said, **made} if said else made


def _rules(field: attrs.Attribute[Any]) -> Iterator[str]:
    """The validators of a field, by module and name."""
    if field.validator is not None:
        rule: Any = field.validator
        name = rule.__qualname__.removesuffix(".<locals>.check")
        yield f"{rule.__module__.rpartition('.')[2]}.{name}"


def _with_numbers(qualifier: Qualifier) -> Schema:
    """Which of its numbers a quantity with this qualifier has; the others are left out or null."""
    needed = NEEDED[qualifier]
    others = {name: {"type": "null"} for name in NUMBERS if name not in needed}
    given = {name: {"type": "number"} for name in needed}
    return {
        "if": {"properties": {"qualifier": {"const": qualifier.value}}, "required": ["qualifier"]},
        "then": {"properties": given | others, "required": list(needed)},
    }


# -- records -------------------------------------------------------------------------------------


def _of_record(
    cls: type[Record], properties: dict[str, Schema], definitions: dict[str, Schema]
) -> dict[str, Schema]:
    """The fields that each kind of record narrows: its roles, its statuses, and what it claims."""
    roles = [role.value for role in cls.ROLES]
    statuses = [status.value for status in cls.STATUSES]
    narrower: dict[str, Schema] = {
        "parties": {
            "items": {
                **_reference(PartyRole, definitions),
                "properties": {"role": {"enum": roles}},
            }
        },
        "history": {
            "items": {
                **_reference(State, definitions),
                "properties": {"status": {"enum": statuses}},
            }
        },
        "claims": {"items": _claim(cls, definitions)},
        "confidence": {
            "items": {
                **_reference(ConfidenceOverride, definitions),
                "properties": {"field": {"enum": [OCCURRENCE, *sorted(cls.claimable())]}},
            }
        },
    }
    if not statuses:
        narrower["history"] = {"maxItems": 0}
    return {name: {**properties[name], **more} for name, more in narrower.items()}


def _claim(cls: type[Record], definitions: dict[str, Schema]) -> Schema:
    """A claim on a field of this kind, whose value is as the field's own."""
    values = {name: _type(hint, definitions) for name, hint in sorted(claim_types(cls).items())}
    by_value: dict[str, list[str]] = {}
    for name, value in values.items():
        by_value.setdefault(json.dumps(value), []).append(name)
    return {
        **_reference(Claim, definitions),
        "properties": {"field": {"enum": list(values)}},
        "allOf": [
            {
                "if": {"properties": {"field": {"enum": names}}},
                "then": {"properties": {"value": json.loads(value)}},
            }
            for value, names in by_value.items()
        ],
    }


# -- words ---------------------------------------------------------------------------------------


def _doc(cls: type[Any]) -> str:
    """A class's docstring as plain text."""
    return _plain(inspect.getdoc(cls) or "")


def _plain(text: str) -> str:
    """Without the marks of reStructuredText."""
    text = text.replace("``None``", "``null``").replace("``True``", "``true``")
    text = re.sub(r":\w+:`~?\.?(?:[\w.]*\.)?(\w+)`", r"\1", text)
    paragraphs = re.sub(r"``", "`", text).split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _sentences_on(cls: type[Any], name: str) -> str:
    """What the docstrings of a class, or of those it comes from, say of a field."""
    for base in cls.__mro__[:-1]:
        text = " ".join(_plain(base.__doc__ or "").split())
        said = [one for one in re.split(r"(?<=\.) (?=[A-Z`])", text) if f"`{name}`" in one]
        if said:
            return " ".join(said)
    return ""
