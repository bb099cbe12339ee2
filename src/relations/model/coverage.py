"""What the data were gathered from, so that silence is never taken for absence."""

from __future__ import annotations

import enum

from attrs import field, frozen

from relations.model.dates import EdtfDate
from relations.model.references import TO_PARTY, TO_SOURCE
from relations.model.validators import valid_id


class CoverageClass(enum.Enum):
    """How thoroughly a matter was looked for."""

    CENSUS = "census"
    SYSTEMATIC = "systematic"
    OPPORTUNISTIC = "opportunistic"
    NONE = "none"


@frozen(kw_only=True)
class Coverage:
    """How thoroughly some kinds of record were looked for, for whom, when and in what.

    ``kinds`` are names of record kinds; ``parties`` the two of a pair, or empty for all pairs;
    ``sources`` what was read.
    """

    id: str = field(validator=valid_id)
    kinds: tuple[str, ...]
    coverage_class: CoverageClass
    parties: tuple[str, ...] = field(default=(), metadata=TO_PARTY)
    period: EdtfDate | None = None
    sources: tuple[str, ...] = field(default=(), metadata=TO_SOURCE)
    last_checked: EdtfDate | None = None
    note: str = ""
