"""How a run of text is inked, which both those who set words and those who measure them ask."""

from __future__ import annotations

from attrs import frozen

from relations.report.pdf.tags import Node
from relations.report.theme import Face


@frozen(eq=False)
class Style:
    """How a run of text is inked; ``target`` is an address, ``#anchor``, or nothing.

    ``node`` is the element that the text belongs to; without one it is an ornament of the page.
    Text that is said to be in Arabic, or a language of its kind, runs ``leftwards``.
    """

    face: Face
    size: float
    colour: str
    target: str = ""
    node: Node | None = None
    leftwards: bool = False
