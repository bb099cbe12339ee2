"""How far a field of a record may be relied on, in three words, and an editor's own judgement."""

from __future__ import annotations

import enum

import attrs
from attrs import frozen

from relations.model.validators import not_blank

OCCURRENCE = "occurrence"
"""The field's name for the question whether the thing took place or exists at all."""


class ConfidenceLevel(enum.Enum):
    """How far a field may be relied on; it says nothing of how likely anything is."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"


@frozen(kw_only=True)
class ConfidenceOverride:
    """An editor's judgement of one field, in place of the rule's, and why.

    ``field`` is a field of the record that can be claimed, or ``occurrence``. ``editor`` are
    initials, and may be left out; the reason may not.
    """

    field: str = attrs.field(validator=not_blank)
    level: ConfidenceLevel
    reason: str = attrs.field(validator=not_blank)
    editor: str = ""
