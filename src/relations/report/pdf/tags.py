"""The structure of a document beside its looks: what is a heading, a table, a link.

A reader who cannot see the page is led through it by a tree of elements, with the words of
ISO 32000-1, 14.8. An element enters the tree when its first content is drawn, so the order of the
tree is the order in which things are drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from relations.report.pdf.objects import Numbering, Raw, text_string


class Piece(NamedTuple):
    """Content of an element beyond its first page: the number it has on a page."""

    page: int
    number: int


class Held(NamedTuple):
    """Another object of an element, such as the area of a link."""

    page: int
    what: Raw


class Node(Raw):
    """An element: its ``role``, and what else is said of it as entries of a PDF dictionary.

    Its content on ``page``, the first that it is drawn on, is among its ``kids`` as a number alone.
    """

    __slots__ = ("attached", "entries", "kids", "page", "parent", "role")

    def __init__(self, role: str, parent: Node | None, entries: str = "") -> None:
        self.data: bytes | str = ""
        self.number = self.page = 0
        self.role, self.parent, self.entries = role, parent, entries
        self.kids: list[Node | int | Piece | Held] = []
        self.attached = False


def alt(words: str) -> str:
    """The entry that says in words what is shown."""
    return f"/Alt{text_string(words)}"


def lang(tag: str) -> str:
    """The entry that gives the language, a BCP 47 tag."""
    return f"/Lang{text_string(tag)}"


def scope(which: str, columns: int = 1, rows: int = 1) -> str:
    """The entry of a table cell: what it is the head of, if anything, and how far it reaches."""
    parts = [f"/Scope/{which}" if which else ""]
    parts.append(f"/ColSpan {columns}" if columns > 1 else "")
    parts.append(f"/RowSpan {rows}" if rows > 1 else "")
    said = "".join(parts)
    return f"/A<</O/Table{said}>>" if said else ""


def box(left: float, bottom: float, right: float, top: float, placement: str = "Block") -> str:
    """The entry of a figure: where on its page it stands."""
    corners = f"{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}"
    return f"/A<</O/Layout/Placement/{placement}/BBox[{corners}]>>"


class Tree:
    """The elements of a document, and which of them each piece of each page belongs to."""

    def __init__(self) -> None:
        self.root = Node("Document", None)
        self.root.attached = True
        self._nodes = [self.root]
        self._owners: list[list[Node] | Node] = []  # by StructParents or StructParent
        self._page: list[Node] = []
        self._named: list[tuple[str, Node]] = []

    def attach(self, node: Node) -> None:
        """Give an element its place in the tree, after all that has been drawn so far."""
        if node.attached:
            return
        parent = node.parent or self.root
        if not parent.attached:
            self.attach(parent)
        parent.kids.append(node)
        self._nodes.append(node)
        node.attached = True

    def name(self, node: Node) -> None:
        """Give an element a name of its own, as every note must have."""
        name = f"note-{len(self._named) + 1}"
        node.entries += f"/ID{text_string(name)}"
        self._named.append((name, node))

    def mark(self, node: Node, page: int) -> int:
        """The number of a new piece of content on a page."""
        if not node.attached:
            self.attach(node)
        number = len(self._page)
        self._page.append(node)
        node.page = node.page or page
        node.kids.append(number if page == node.page else Piece(page, number))
        return number

    def hold(self, node: Node, page: int, what: Raw) -> int:
        """Give an element another object; the number goes into that as its StructParent."""
        self.attach(node)
        node.kids.append(Held(page, what))
        self._owners.append(node)
        return len(self._owners) - 1

    def end_page(self) -> int | None:
        """The page's StructParents, or None for a page without tagged content."""
        if not self._page:
            return None
        self._owners.append(self._page)
        self._page = []
        return len(self._owners) - 1

    # -- writing --------------------------------------------------------------------------------

    def write(self, numbering: Numbering, pages: Sequence[str]) -> Raw:
        """All elements as PDF objects; returns the root of the tree.

        ``pages`` are references to the pages, the first page's first.
        """
        top = Raw()
        for element in (top, *self._nodes):
            numbering.reference(element)
        for node in self._nodes:
            parent = top if node is self.root else node.parent or self.root
            kids = _kids(node, numbering, pages)
            node.data = f"<</S/{node.role}/P {parent.number} 0 R{node.entries}{kids}>>"
            node.kids.clear()  # a circle that only the search for rubbish would break
        owners = " ".join(
            [
                f"{at} {owner.number} 0 R"
                if isinstance(owner, Node)
                else f"{at}[{' '.join([f'{node.number} 0 R' for node in owner])}]"
                for at, owner in enumerate(self._owners)
            ]
        )
        names = "".join(
            f"{text_string(name)}{node.number} 0 R"
            for name, node in sorted(self._named, key=lambda item: text_string(item[0]))
            if node.attached
        )
        top.data = (
            f"<</Type/StructTreeRoot/K[{self.root.number} 0 R]"
            f"/ParentTree<</Nums[{owners}]>>/ParentTreeNextKey {len(self._owners)}"
            + (f"/IDTree<</Names[{names}]>>" if names else "")
            + ">>"
        )
        return top


def _kids(node: Node, numbering: Numbering, pages: Sequence[str]) -> str:
    """What an element holds, in order; content of its first page is a number alone."""
    out = []
    for kid in node.kids:
        if isinstance(kid, Node):
            out.append(f"{kid.number} 0 R")
        elif isinstance(kid, int):
            out.append(str(kid))
        elif isinstance(kid, Piece):
            out.append(f"<</Type/MCR/Pg {pages[kid.page - 1]}/MCID {kid.number}>>")
        else:
            held = numbering.reference(kid.what)
            out.append(f"<</Type/OBJR/Pg {pages[kid.page - 1]}/Obj {held}>>")
    place = f"/Pg {pages[node.page - 1]}" if node.page else ""
    return f"{place}/K[{' '.join(out)}]"
