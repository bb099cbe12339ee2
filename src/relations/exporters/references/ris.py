"""RIS, which EndNote, Zotero and Mendeley read: lines of two letters and a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from relations.exporters.references.notes import known_parts, notes, one_line, tag
from relations.model.dates import EdtfDate
from relations.model.source import Source, SourceClass

TYPES: Final = {
    SourceClass.OFFICIAL: "ELEC",
    SourceClass.STATE_MEDIA: "NEWS",
    SourceClass.PRESS: "NEWS",
    SourceClass.ACADEMIC: "GEN",
    SourceClass.REFERENCE: "ELEC",
    SourceClass.BLOG: "BLOG",
}
"""What each class of source is in RIS; how a scholarly work appeared is not held here."""

_END: Final = "\r\n"


def ris(sources: Iterable[Source]) -> bytes:
    """The sources as RIS, one after another."""
    return "".join(_lines(source) + _END for source in sources).encode()


def _lines(source: Source) -> str:
    fields = ((name, one_line(value)) for name, value in _fields(source) if value is not None)
    return "".join(f"{name}  - {value}{_END}" for name, value in fields) + f"ER  - {_END}"


def _fields(source: Source) -> Iterator[tuple[str, str | None]]:
    yield "TY", TYPES[source.source_class]
    yield "ID", source.id
    yield "TI", source.title
    yield "TT", source.title_translated
    yield "AU", source.author
    yield "PB", source.publisher
    yield "T2", source.publisher if TYPES[source.source_class] == "NEWS" else None
    if source.date:
        yield from _date(source.date.edtf)
    yield "LA", source.language
    yield "UR", source.address or source.archived_address
    yield "Y2", _slashed(source.retrieved) if source.retrieved else None
    yield "AN", source.archived_address
    yield "KW", tag(source)
    for note in notes(source):
        yield "N1", note


def _date(date: EdtfDate) -> Iterator[tuple[str, str | None]]:
    parts = known_parts(date)
    if parts:
        yield "PY", f"{parts[0]:04}"
        yield "DA", _slashed(date)


def _slashed(date: EdtfDate) -> str | None:
    """A date as RIS has it, with nothing between the slashes for what is not known."""
    parts = [f"{part:02}" for part in known_parts(date)]
    if not parts:
        return None
    year, month, day = (*parts, "", "")[:3]
    return f"{int(year):04}/{month}/{day}/"
