"""CSL-JSON, which Zotero, Pandoc and most citation tools read: the fullest of the formats."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from relations.exporters.references.notes import known_parts, notes, plain_day, tag
from relations.model.dates import EdtfDate
from relations.model.source import Source, SourceClass

TYPES: Final = {
    SourceClass.OFFICIAL: "webpage",
    SourceClass.STATE_MEDIA: "article-newspaper",
    SourceClass.PRESS: "article-newspaper",
    SourceClass.ACADEMIC: "document",
    SourceClass.REFERENCE: "webpage",
    SourceClass.BLOG: "post-weblog",
}
"""What each class of source is in CSL; how a scholarly work appeared is not held here."""


def csl_json(sources: Iterable[Source]) -> bytes:
    """The sources as a CSL-JSON list."""
    items = [_item(source) for source in sources]
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode()


def _item(source: Source) -> dict[str, Any]:
    item = {
        "id": source.id,
        "type": TYPES[source.source_class],
        "title": source.title,
        "author": [{"literal": source.author}] if source.author else None,
        "publisher": source.publisher,
        "container-title": source.publisher if _has_container(source) else None,
        "issued": _date(source.date.edtf) if source.date else None,
        "accessed": _date(source.retrieved) if source.retrieved else None,
        "language": source.language,
        "URL": source.address or source.archived_address,
        "archive_location": source.archived_address,
        "keyword": tag(source),
        "note": "; ".join(notes(source)),
    }
    return {name: value for name, value in item.items() if value is not None}


def _has_container(source: Source) -> bool:
    return TYPES[source.source_class] in ("article-newspaper", "post-weblog")


def _date(date: EdtfDate) -> dict[str, Any]:
    """A date by its parts where they are known, marked where it is in doubt; else as text."""
    parts = known_parts(date)
    if not parts or date.is_interval:
        return {"literal": date.text}
    found: dict[str, Any] = {"date-parts": [list(parts)]}
    return found if plain_day(date) or not _in_doubt(date) else {**found, "circa": True}


def _in_doubt(date: EdtfDate) -> bool:
    return date.is_approximate or date.is_uncertain
