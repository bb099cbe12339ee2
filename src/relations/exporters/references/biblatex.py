"""BibLaTeX, for those who write in LaTeX; it reads EDTF, so that doubt reaches the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from relations.exporters.references.notes import notes, one_line, plain_day, tag
from relations.model.dates import EdtfDate
from relations.model.source import Source, SourceClass

TYPES: Final = {
    SourceClass.OFFICIAL: "online",
    SourceClass.STATE_MEDIA: "article",
    SourceClass.PRESS: "article",
    SourceClass.ACADEMIC: "misc",
    SourceClass.REFERENCE: "online",
    SourceClass.BLOG: "online",
}
"""What each class of source is in BibLaTeX; how a scholarly work appeared is not held here."""

_SPECIAL: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}%#&$_"},
}

_DATE: Final = re.compile(r"\d{4}(-\d\d){0,2}[?~%]?(/(\d{4}(-\d\d){0,2}[?~%]?|\.\.))?")
"""The forms of EDTF that BibLaTeX reads alike."""


def biblatex(sources: Iterable[Source]) -> bytes:
    """The sources as BibLaTeX, one after another."""
    return "\n".join(_entry(source) for source in sources).encode()


def _entry(source: Source) -> str:
    fields = [f"  {name} = {{{value}}},\n" for name, value in _fields(source) if value]
    return f"@{TYPES[source.source_class]}{{{source.id},\n{''.join(fields)}}}\n"


def _fields(source: Source) -> Iterator[tuple[str, str | None]]:
    yield "title", _escaped(source.title)
    # In braces of its own, so that the name of a body is not taken apart.
    yield "author", f"{{{_escaped(source.author)}}}" if source.author else None
    container = "journaltitle" if TYPES[source.source_class] == "article" else "organization"
    yield container, _escaped(source.publisher)
    yield "date", _date(source.date.edtf) if source.date else None
    yield "language", _escaped(source.language)
    yield "url", _address(source.address or source.archived_address)
    yield "urldate", _day(source.retrieved)
    yield "keywords", tag(source)
    yield "note", _escaped("; ".join(notes(source)))


def _escaped(text: str) -> str:
    """A text in which no sign has a meaning for TeX."""
    return "".join(_SPECIAL.get(letter, letter) for letter in one_line(text))


def _address(address: str | None) -> str | None:
    """An address as it is, without signs that would end the field."""
    if address is None:
        return None
    return one_line(address).replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def _date(date: EdtfDate) -> str | None:
    """A date that BibLaTeX reads; others stand in the note."""
    return date.text if _DATE.fullmatch(date.text) else None


def _day(date: EdtfDate | None) -> str | None:
    day = plain_day(date) if date else None
    return day.isoformat() if day else None
