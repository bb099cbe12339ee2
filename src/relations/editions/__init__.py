"""What changed between two states of the data, entry by entry and field by field."""

from __future__ import annotations

from relations.editions.changes import Change, Comparison, FieldChange, How
from relations.editions.comparing import compare
from relations.editions.forms import FORMS
from relations.editions.releasing import release, reopen

__all__ = ["FORMS", "Change", "Comparison", "FieldChange", "How", "compare", "release", "reopen"]
