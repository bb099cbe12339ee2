"""What every format says of a source beside its title: who says it, and how to find it again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

from relations.model.dates import EdtfDate
from relations.model.source import Source

TAG: Final = "relations:"
"""What the keyword begins with that leads from a reference back to the source in the data."""


def tag(source: Source) -> str:
    """The keyword by which a reference that comes back is matched with its source."""
    return f"{TAG}{source.id}"


def notes(source: Source) -> Iterator[str]:
    """Remarks that no field of a format is made for."""
    yield f"Source {source.id}"
    if source.title_translated:
        yield f"Translated title: {source.title_translated}"
    yield f"Class: {source.source_class.value.replace('_', ' ')}"
    if source.side:
        yield f"Side: {source.side}"
    if source.date and not plain_day(source.date.edtf):
        yield f"Date in EDTF: {source.date.edtf}"
    if source.date_derivation:
        yield f"Date worked out: {source.date_derivation}"
    if source.archived_address:
        yield f"Archived: {source.archived_address}"


def plain_day(date: EdtfDate) -> datetime.date | None:
    """The day that a date is, if it is one day without any doubt."""
    in_doubt = date.is_approximate or date.is_uncertain or date.is_interval
    return date.earliest if date.earliest == date.latest and not in_doubt else None


def known_parts(date: EdtfDate) -> tuple[int, ...]:
    """Year, month and day of a date, as many as are known; none if the year is not."""
    first, last = date.earliest, date.latest
    if first is None or last is None or first.year != last.year:
        return ()
    if first.month != last.month:
        return (first.year,)
    return (first.year, first.month, *((first.day,) if first == last else ()))


def one_line(text: str) -> str:
    """A text without breaks or signs of control, which would end a field."""
    return " ".join("".join(it if it.isprintable() else " " for it in text).split())
