"""How a run of text is inked, which both those who set words and those who measure them ask."""

from __future__ import annotations

from attrs import define, field

from relations.report.faces import space
from relations.report.fontfile import Glyphs
from relations.report.pdf.tags import Node
from relations.report.theme import Face


@define(eq=False)  # frozen in spirit: guarding thousands of them costs a hundredth of a paper
class Style:
    """How a run of text is inked; ``target`` is an address, ``#anchor``, or nothing.

    ``node`` is the element that the text belongs to; without one it is an ornament of the page.
    Text that is said to be in Arabic, or a language of its kind, runs ``leftwards``. ``space`` is
    what stands between two words of it.
    """

    face: Face
    size: float
    colour: str
    target: str = ""
    node: Node | None = None
    leftwards: bool = False
    space: Glyphs = field(init=False)

    @space.default
    def _of_the_cut(self) -> Glyphs:
        return space(self.face)

    def altered(
        self,
        face: Face | None = None,
        colour: str = "",
        target: str = "",
        node: Node | None = None,
        leftwards: bool | None = None,
    ) -> Style:
        """The style with some things otherwise, such as are given."""
        return Style(
            face or self.face,
            self.size,
            colour or self.colour,
            target or self.target,
            node or self.node,
            self.leftwards if leftwards is None else leftwards,
        )
