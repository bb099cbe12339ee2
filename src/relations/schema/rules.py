"""The rules of single values in the words of JSON Schema: one table for all validators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from relations.converter import LONGEST_TEXT
from relations.model.claims import Rank
from relations.model.country import LISTS
from relations.model.source import LONGEST_QUOTE

Schema = dict[str, Any]

BEYOND: Final = (
    "a date is one of the calendar, and an interval does not run backwards (format `edtf`)",
    "of a range, the low end is not above the high one",
    "a whole number is written without a point: 36, and not 36.0",
    "a membership had not begun by a day before its period",
    "of one field there is one judgement of confidence",
    "a territory is not administered by itself",
)
"""What the reader refuses and the schema cannot."""

TEXT: Final[Schema] = {"type": "string", "maxLength": LONGEST_TEXT}
DATE: Final[Schema] = {"type": "string", "format": "edtf", "pattern": r"^[0-9X~?%/\[\],.-]+$"}
DAY: Final[Schema] = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
WHOLE: Final[Schema] = {"type": "integer"}
_DEPRECATED: Final[Schema] = {
    "if": {"properties": {"rank": {"const": Rank.DEPRECATED.value}}, "required": ["rank"]},
    "then": {"properties": {"reason": {"type": "string"}}, "required": ["reason"]},
}

RULES: Final[Mapping[str, Schema]] = {
    "validators.valid_id": {"pattern": "^[A-Za-z0-9][A-Za-z0-9-]*$"},
    "validators.not_blank": {"pattern": r"\S"},
    "validators.not_empty": {"minItems": 1},
    "validators.one_of_scheme": {"pattern": "^https?://"},
    "validators.a_digest": {"pattern": "^sha256:[0-9a-f]{64}$"},
    "validators.short_quote": {"pattern": rf"^\s*\S+(?:\s+\S+){{0,{LONGEST_QUOTE - 1}}}\s*$"},
    "quantities._countable": {"minimum": 0},
    "quantities._unit": {"pattern": r"^\S(?:[\s\S]*\S)?$"},
    "quantities._currency": {"pattern": "^[A-Z]{3}$"},
    "quantities._year": {"minimum": 1, "maximum": 9999},
    "quantities._bare": {"properties": {"unit": {"type": "null"}}},
    "country._is_list_of_states": {"enum": [scheme.value for scheme in LISTS]},
    "arms_transfer._in_tiv": {"properties": {"unit": {"const": "TIV"}}, "required": ["unit"]},
    "coverage._a_pair_at_most": {"uniqueItems": True, "maxItems": 2},
    "organisation.Membership._within_reach": {"pattern": r"^[0-9X~?%-]+$"},
    "country.Country._another": {},  # beyond it: two fields of one object cannot be compared
}
"""What a validator says, by its module and name, in the words of JSON Schema."""

WHOLES: Final[Mapping[str, Schema]] = {
    "claims.deprecated_has_reason": _DEPRECATED,
    "coverage._a_pair_at_most": {
        "if": {"properties": {"region": {"type": "string"}}, "required": ["region"]},
        "then": {"properties": {"parties": {"maxItems": 1}}},
    },
    "coverage._of_one_matter": {
        "if": {"properties": {"none_stated": {"minItems": 1}}, "required": ["none_stated"]},
        "then": {"properties": {"kinds": {"minItems": 1, "maxItems": 1}}},
    },
}
"""What a validator says of the object around its field."""

BY_KIND: Final = frozenset(
    {
        "record._known_roles",
        "record._known_statuses",
        "record._known_fields",
        "record._known_judgements",
    }
)
"""Validators that the schema of each kind of record spells out: see :func:`_of_record`."""
