"""From a pair to its dossier: every section in turn, then title, margins and the data's hash."""

from __future__ import annotations

import os
from pathlib import Path

from attrs import field, frozen

from relations.files import write_atomically
from relations.model.kinds import RECORD_TYPES
from relations.model.source import Release
from relations.pairs import Pair
from relations.report.document import Document
from relations.report.references import References
from relations.report.sections import SECTIONS
from relations.report.sections.glance import native_names
from relations.report.sections.material import Material
from relations.report.wording.dates import day_words
from relations.report.wording.kinds import plural
from relations.report.wording.lists import capital, listed
from relations.storage import digest


@frozen
class Dossier:
    """A pair's paper: what it says is settled, how it looks is the renderer's."""

    pair: Pair = field(repr=False)
    document: Document = field(repr=False)

    def to_pdf(self) -> bytes:
        """The dossier as a PDF file; the same data gives the same bytes."""
        from relations.report.pdf.render import render

        return render(self.document)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the PDF to ``path``, wholly or not at all, and return the path.

        Raises:
            OSError: if the folder is missing or may not be written to.
        """
        file = Path(path)
        write_atomically(file, self.to_pdf())
        return file


def build(pair: Pair) -> Dossier:
    """The dossier of a pair. Whatever the dataset holds is printed: narrow it down first."""
    material = Material(pair, References(pair.dataset))
    edition, title = pair.dataset.edition, (pair.a.name, pair.b.name)
    short = " – ".join(title)
    document = Document(
        kicker="Country-pair dossier",
        title=title,
        subtitle=_subtitle(pair),
        short_title=short,
        subject=", ".join(filter(None, (edition.title, f"edition {edition.name}", edition.view))),
        lang="en-GB",
        date=edition.date,
        footer=_footer(pair),
        data_hash=digest(pair.excerpt()),
        blocks=tuple(block for section in SECTIONS for block in section(material)),
        keywords=(*title, *sorted({topic for record in pair.records for topic in record.topics})),
    )
    return Dossier(pair, document)


def _subtitle(pair: Pair) -> str:
    """The parties' own names, and what the paper covers."""
    own = [next((text for _, text in native_names(party)), "") for party in (pair.a, pair.b)]
    names = f"{' – '.join(own)}. " if all(own) else ""
    kinds = capital(listed(map(plural, RECORD_TYPES)))
    edition = pair.dataset.edition
    return f"{names}{kinds}, {edition.view or f'as known on {day_words(edition.date)}'}"


def _footer(pair: Pair) -> str:
    edition = pair.dataset.edition
    words = f"Data of {day_words(edition.date)}, edition {edition.name}"
    words += f", {edition.view}" if edition.view else ""
    return f"Contains restricted records. {words}" if _is_restricted(pair) else words


def _is_restricted(pair: Pair) -> bool:
    """Whether anything printed is not for everybody."""
    return any(
        Release.RESTRICTED in (record.release, *(c.release for c in record.all_citations()))
        for record in pair.records
    )
