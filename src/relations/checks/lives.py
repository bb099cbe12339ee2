"""Whether something lies within the life of a party, where the dates of both may be vague."""

from __future__ import annotations

from typing import Final

from relations.model.dates import EdtfDate

_ENDLESS: Final = 10**7


def begins_before(period: EdtfDate, life: EdtfDate | None) -> bool:
    """Whether ``period`` certainly begins before ``life`` can have begun."""
    return life is not None and all(
        mine.start_high < theirs.start_low for mine in period.guaranteed for theirs in life.possible
    )


def ends_after(period: EdtfDate, life: EdtfDate | None) -> bool:
    """Whether ``period`` certainly ends after ``life`` can have ended."""
    return life is not None and all(
        mine.end_low > theirs.end_high for mine in period.guaranteed for theirs in life.possible
    )


def bounds(date: EdtfDate | None) -> tuple[int, int]:
    """The first and last days of a date by number, without bound where it is open or unknown."""
    first = date.earliest if date else None
    last = date.latest if date else None
    return first.toordinal() if first else 0, last.toordinal() if last else _ENDLESS
