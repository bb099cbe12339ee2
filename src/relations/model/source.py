"""Where a statement was read, so that every claim can be followed back to the words.

The words *source* and *citation* are kept apart: a :class:`Source` is a document, a
:class:`Citation` is that document as it supports one record.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final

from attrs import evolve, field, frozen

from relations.model.dates import Dating, EdtfDate
from relations.model.references import TO_PARTY, TO_SOURCE
from relations.model.short import short
from relations.model.validators import not_blank, one_of_scheme, short_quote, valid_id

LONGEST_QUOTE: Final = 25
"""The most words a quotation may have."""


class Release(enum.Enum):
    """Who may see a thing."""

    PUBLIC = "public"
    RESTRICTED = "restricted"


class SourceClass(enum.Enum):
    """What kind of publisher speaks."""

    OFFICIAL = "official"
    STATE_MEDIA = "state_media"
    PRESS = "press"
    ACADEMIC = "academic"
    REFERENCE = "reference"
    BLOG = "blog"


@frozen(kw_only=True, repr=False)
class Source:
    """A document that was read.

    ``side`` is the identifier of the party whose state, body or state media first said what it
    prints, and ``None`` for a third party. ``lineage`` names the text it descends from: ten copies
    of one agency's text share one lineage, and one side. ``date`` is the day of publication,
    ``date_derivation`` says from what it was worked out where the document does not print it.
    ``digest`` is ``sha256:`` and the hash of the saved text that quotations were taken from. Of a
    source that is restricted, so is every citation.
    """

    id: str = field(validator=valid_id)
    title: str = field(validator=not_blank)
    publisher: str = field(validator=not_blank)
    source_class: SourceClass
    language: str = field(validator=not_blank)
    lineage: str = field(validator=not_blank)
    title_translated: str | None = None
    author: str | None = None
    side: str | None = field(default=None, metadata=TO_PARTY)
    date: Dating | None = None
    date_derivation: str | None = None
    address: str | None = field(default=None, validator=one_of_scheme)
    archived_address: str | None = field(default=None, validator=one_of_scheme)
    retrieved: EdtfDate | None = None
    terms: str | None = None
    digest: str | None = None
    note: str = ""
    release: Release = Release.PUBLIC

    def __repr__(self) -> str:
        date = (self.date.edtf.text,) if self.date else ()
        return short(self, self.id, self.title, self.publisher, *date)


@frozen(kw_only=True)
class Citation:
    """A source as it supports one record, with its words.

    ``quote`` is verbatim, in the source's language unless ``language`` says otherwise, and at
    most 25 words long. ``supports`` names the fields of the record that the words bear out; on a
    citation of a state it may name ``date``, where others attest the status without its day.
    ``attribution`` is whom the source itself names for it ("according to TASS"). ``together``
    marks words that bear something out only with those of the other citations so marked, as when
    one source has the event and another its day; the rest bear it out each for itself.
    """

    source: str = field(validator=valid_id, metadata=TO_SOURCE)
    quote: str = field(validator=short_quote(LONGEST_QUOTE))
    supports: tuple[str, ...] = ()
    locator: str | None = None
    attribution: str | None = None
    language: str | None = None
    together: bool = False
    release: Release = Release.PUBLIC

    def alike(self, other: Citation) -> bool:
        """Whether two citations give the same words of a source, whatever they support."""
        if (self.source, self.quote) != (other.source, other.quote):
            return False
        return evolve(self, supports=()) == evolve(other, supports=())


def distinct(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The citations in their order, each given once with all that it supports."""
    found: list[Citation] = []
    for citation in citations:
        at = next((at for at, one in enumerate(found) if one.alike(citation)), None)
        if at is None:
            found.append(citation)
        else:
            supports = dict.fromkeys((*found[at].supports, *citation.supports))
            found[at] = evolve(found[at], supports=tuple(supports))
    return tuple(found)
