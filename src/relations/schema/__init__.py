"""The data file as a JSON Schema, for an editor that completes and validates."""

from __future__ import annotations

from relations.schema.making import DIALECT, dumps, schema
from relations.schema.rules import BEYOND, BY_KIND, RULES, WHOLES

__all__ = ["BEYOND", "BY_KIND", "DIALECT", "RULES", "WHOLES", "dumps", "schema"]
