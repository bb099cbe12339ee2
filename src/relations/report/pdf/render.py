"""A dossier as the bytes of a PDF file: the one public door of this folder."""

from __future__ import annotations

import functools
import gc
import io
from collections.abc import Iterator
from contextlib import contextmanager

from relations.report.clean import clean_text
from relations.report.document import Document
from relations.report.pdf.archive import Metadata
from relations.report.pdf.canvas import DossierCanvas
from relations.report.pdf.compose import compose
from relations.report.pdf.page import DossierTemplate, set_running
from relations.report.pdf.setter import Setter
from relations.report.pdf.targets import require_targets
from relations.report.theme import HOUSE, Theme

CREATOR = "relations"
_PRODUCER = "relations, with ReportLab and HarfBuzz"
_PROPERTY_LIMIT = 500
_KEYWORDS_LIMIT = 5_000


def render(document: Document, theme: Theme = HOUSE) -> bytes:
    """Print a document. The same document gives the same bytes, everywhere and always.

    The file is accessible (PDF/UA-1) and fit to be kept (PDF/A-3a).

    :raises ValueError: if a link leads nowhere, a heading has no words, or a table an empty cell.
    :raises relations.errors.MissingGlyphError: if a character cannot be shown by any font;
        all such characters are named.
    """
    out = io.BytesIO()
    with _undisturbed():
        _lay_out(document, theme, out)[0].save()
    return out.getvalue()


def count_pages(document: Document, theme: Theme = HOUSE) -> int:
    """How many pages a document takes; raises as :func:`render` does."""
    with _undisturbed():
        return _lay_out(document, theme, io.BytesIO())[1]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let nobody look for rubbish while a paper is made, if anybody does at all.

    A paper is a hundred thousand small objects that all live until it is written; looking through
    them time and again takes more than a tenth of the work. Where another thread has finished its
    paper meanwhile, the search begins again a little early, and no harm is done.
    """
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def _lay_out(document: Document, theme: Theme, out: io.BytesIO) -> tuple[DossierCanvas, int]:
    """The document drawn page by page, and not written yet, and how many pages it takes."""
    require_targets(document)
    metadata = _metadata(document)
    setter = Setter(theme, metadata.lang, document.continued)
    story = compose(document, setter)
    upright, wide = (set_running(document, setter, sheet) for sheet in (theme.page, theme.wide))
    setter.raise_missing()
    canvas = functools.partial(DossierCanvas, document=document, metadata=metadata, theme=theme)
    template = DossierTemplate(out, upright, wide, theme)
    template.build(story, canvasmaker=canvas)
    drawn = template.canv
    del template.canv  # ReportLab's template holds itself, and all that it knows would live on
    return drawn, template.page


def _metadata(document: Document) -> Metadata:
    """What the file says of itself, cleaned."""
    return Metadata(
        title=clean_text(" – ".join(document.title), _PROPERTY_LIMIT),
        subject=clean_text(document.subject, _PROPERTY_LIMIT),
        keywords=clean_text(", ".join(document.keywords), _KEYWORDS_LIMIT),
        lang=clean_text(document.lang, 40),
        creator=CREATOR,
        producer=_PRODUCER,
        date=document.date,
    )
