"""Sources as other people's tools cite them: one file for each format, all of one shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from relations.errors import UnknownName, nearest
from relations.exporters.references.biblatex import biblatex
from relations.exporters.references.csl import csl_json
from relations.exporters.references.ris import ris
from relations.model.record import Record
from relations.model.source import Source

FORMATS: Final[dict[str, Callable[[Iterable[Source]], bytes]]] = {
    "csl": csl_json,
    "ris": ris,
    "biblatex": biblatex,
}
"""From sources to the bytes of a file, by the word for the format."""

SUFFIXES: Final = {"csl": ".json", "ris": ".ris", "biblatex": ".bib"}
"""What the name of a file of each format ends in."""


def references(records: Iterable[Record], sources: Mapping[str, Source], format: str) -> bytes:
    """The sources that some records cite, by identifier, in a format.

    Raises:
        UnknownName: if there is no such format; with the nearest.
    """
    if format not in FORMATS:
        raise UnknownName(
            "format of references", format, nearest(format, FORMATS) or tuple(FORMATS)
        )
    cited = {citation.source for record in records for citation in record.all_citations()}
    return FORMATS[format](sources[key] for key in sorted(cited) if key in sources)
