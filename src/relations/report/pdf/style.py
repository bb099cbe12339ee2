"""How a run of text is inked, which both those who set words and those who measure them ask."""

from __future__ import annotations

from attrs import frozen

from relations.report.theme import Face


@frozen
class Style:
    """How a run of text is inked; ``target`` is an address, ``#anchor``, or nothing."""

    face: Face
    size: float
    colour: str
    target: str = ""
