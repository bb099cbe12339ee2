"""What was once a record and is one no more, so that its identifier never means another thing."""

from __future__ import annotations

import datetime

from attrs import field, frozen

from relations.model.references import TO_RECORD
from relations.model.source import Release
from relations.model.validators import not_blank, valid_id


@frozen(kw_only=True)
class Withdrawal:
    """That the record of this identifier was withdrawn: why, when, and what stands in its place.

    ``replaced_by`` is the record that says the same, or says it rightly, where there is one.
    """

    id: str = field(validator=valid_id)
    reason: str = field(validator=not_blank)
    date: datetime.date | None = None
    replaced_by: str | None = field(default=None, metadata=TO_RECORD)
    release: Release = Release.PUBLIC
