"""A dossier as the bytes of a PDF file: the one public door of this folder."""

from __future__ import annotations

import functools
import io

from reportlab.platypus import Flowable

from relations.report.document import Document
from relations.report.pdf.compose import compose
from relations.report.pdf.page import DossierCanvas, DossierTemplate, set_running
from relations.report.pdf.setter import Setter
from relations.report.pdf.targets import require_targets
from relations.report.theme import HOUSE, Theme


def render(document: Document, theme: Theme = HOUSE) -> bytes:
    """Print a document. The same document gives the same bytes, everywhere and always.

    :raises ValueError: if a link leads nowhere, a heading has no words, or a table an empty cell.
    :raises relations.errors.MissingGlyphError: if a character cannot be shown by any font;
        all such characters are named.
    """
    return _printed(document, theme)[0]


def count_pages(document: Document, theme: Theme = HOUSE) -> int:
    """How many pages a document takes; raises as :func:`render` does."""
    return _printed(document, theme)[1]


def _printed(document: Document, theme: Theme) -> tuple[bytes, int]:
    require_targets(document)
    setter = Setter(theme, document.continued)
    story: list[Flowable] = [*compose(document, setter)]
    running = set_running(document, setter)
    setter.raise_missing()
    out = io.BytesIO()
    canvas = functools.partial(DossierCanvas, document=document, theme=theme)
    template = DossierTemplate(out, document, running, theme)
    template.build(story, canvasmaker=canvas)
    return out.getvalue(), template.page
