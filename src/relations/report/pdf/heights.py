"""How high the pages of a document would be, so that what must fit can be settled beforehand.

Every piece of a page knows its height before it is drawn, so that measuring costs no more than
setting the lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from reportlab.platypus import Flowable

from relations.report.document import Document
from relations.report.pdf.compose import compose
from relations.report.pdf.flows import Flow
from relations.report.pdf.setter import Setter
from relations.report.theme import Theme


def heights(document: Document, theme: Theme) -> tuple[float, ...]:
    """The height of each stretch between new pages, in points, as if pages had no end."""
    setter = Setter(theme, document.lang, document.continued)
    return tuple(map(_height, _stretches(compose(document, setter))))


def _stretches(story: Iterable[Flowable]) -> Iterator[list[Flow]]:
    stretch: list[Flow] = []
    for piece in story:
        if isinstance(piece, Flow):
            stretch.append(piece)
        elif stretch:
            yield stretch
            stretch = []
    yield stretch


def _height(flows: list[Flow]) -> float:
    """The pieces and, between two of them, the larger of the spaces that they ask for."""
    gaps = sum(max(upper.after, lower.before) for upper, lower in pairwise(flows))
    return gaps + sum(flow.height for flow in flows)
