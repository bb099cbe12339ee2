"""The page as it is drawn upon: every piece of content either has its element or is an ornament.

Content goes to the page as operators in the order of reading. Places that are not known yet, such
as the number of pages, are left open and filled in before the file is written.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from reportlab.pdfgen.canvas import Canvas

from relations.report.document import Document
from relations.report.faces import fonts
from relations.report.fontfile import FontFile, Glyphs
from relations.report.pdf.archive import Metadata, attach, output_intent
from relations.report.pdf.embedding import embed
from relations.report.pdf.objects import Raw, stream, text_string
from relations.report.pdf.tags import Node, Tree, box
from relations.report.pdf.writer import File, Properties
from relations.report.theme import Theme

_PAGE_ENTRIES = ("StructParents", "Tabs")
_CATALOG_ENTRIES = ("AF", "OutputIntents")


class DossierCanvas(Canvas):
    """A canvas that tags what is drawn, and knows where things have come to stand."""

    # ReportLab's own, which its type stubs leave out.
    _annotationrefs: list[Any]
    _code: list[str]
    _doc: File
    _pageNumber: int  # noqa: N815  # ReportLab's name
    _pagesize: tuple[float, float]

    def __init__(
        self,
        out: BinaryIO,
        document: Document,
        metadata: Metadata,
        theme: Theme,
        **options: Any,  # noqa: ANN401  # ReportLab's own, handed on
    ) -> None:
        super().__init__(out, **options)
        self.document, self.metadata, self.theme = document, metadata, theme
        digest = document.data_hash.encode("utf-8", "replace")
        identity = hashlib.sha256(digest + repr(metadata).encode()).digest()[:16]
        self._doc = File(metadata.lang, identity)
        self.tree = Tree()
        self._used: defaultdict[FontFile, set[Glyphs]] = defaultdict(set)
        self._places: dict[str, tuple[int, float, float]] = {}
        self._holes: list[tuple[int, str, Callable[[], str]]] = []
        self._links: list[_Link] = []
        self._whole = False  # within a figure or an ornament nothing is tagged by itself

    def _make_preamble(self) -> None:
        """A page begins with nothing: ReportLab would name a font there."""
        self._preamble = ""

    # -- tagging --------------------------------------------------------------------------------

    def mark(self, node: Node | None) -> str:
        """The operator that begins content of an element, or of an ornament without one."""
        if node is None:
            return "/Artifact BMC"
        number = self.tree.mark(node, self._pageNumber)
        return f"/{node.role} <</MCID {number}>> BDC"

    @property
    def tags_apart(self) -> bool:
        """Whether each piece of content is tagged by itself."""
        return not self._whole

    @contextmanager
    def figure(
        self, node: Node, left: float, bottom: float, right: float, top: float, placement: str
    ) -> Iterator[None]:
        """All that is drawn within is one figure, which stands in this box of the page."""
        if self._whole:
            yield
            return
        node.entries += box(left, bottom, right, top, placement)
        self._code.append(self.mark(node))
        with self._undivided():
            yield

    @contextmanager
    def ornament(self, kind: str = "Layout") -> Iterator[None]:
        """All that is drawn within is read to nobody: a ``Layout`` or a ``Pagination`` artifact."""
        if self._whole:
            yield
            return
        self._code.append(f"/Artifact <</Type/{kind}>> BDC")
        with self._undivided():
            yield

    @contextmanager
    def _undivided(self) -> Iterator[None]:
        self._whole = True
        yield
        self._whole = False
        self._code.append("EMC")

    # -- drawing --------------------------------------------------------------------------------

    def put(self, operators: str) -> None:
        """Add operators as they are."""
        self._code.append(operators)

    def adorn(self, operators: str) -> None:
        """Add operators that draw an ornament."""
        self._code.append(operators if self._whole else f"/Artifact BMC {operators} EMC")

    def use(self, font: FontFile, shown: Iterable[Glyphs]) -> None:
        """Say that some glyphs of a font are drawn."""
        self._used[font].update(shown)

    def leave_open(self, fill: Callable[[], str]) -> str:
        """A hole for operators that are known when the last page is done."""
        name = f"%hole {len(self._holes)}%"
        self._holes.append((self._pageNumber, name, fill))
        return name

    @property
    def text_height(self) -> float:
        """The height of the text column of the page at hand."""
        wide = self._pagesize[0] > self._pagesize[1]
        return (self.theme.wide if wide else self.theme.page).text_height

    # -- places and links -----------------------------------------------------------------------

    def mark_place(self, anchor: str, x: float, top: float) -> None:
        """Let links to an anchor lead to this point of this page."""
        self._places[anchor] = (self._pageNumber, x, top)

    def page_of(self, anchor: str) -> int | None:
        """The number of the page that an anchor stands on, once that is drawn."""
        place = self._places.get(anchor)
        return place and place[0]

    def enter_outline(self, title: str, key: str, level: int, top: float) -> None:
        """Enter this height of this page in the file's outline."""
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(title, key, level)

    def link(
        self, node: Node, target: str, area: tuple[float, float, float, float], words: str
    ) -> None:
        """Make an area of the page lead to an address, or to an ``#anchor``."""
        link = _Link(target, area, words)
        link.owner = self.tree.hold(node, self._pageNumber, link)
        self._links.append(link)
        self._annotationrefs.append(self._doc.reference(link))

    def _lead_links(self) -> None:
        for link in self._links:
            to_place = link.target.startswith("#")
            link.lead(self._destination(link.target[1:]) if to_place else "")

    def _destination(self, anchor: str) -> str:
        """Where links to an anchor lead, as it is written in the file."""
        page, x, top = self._places[anchor]
        return f"[{self._doc.page(page)}/XYZ {x:.1f} {top:.1f} null]"

    # -- pages and the file ---------------------------------------------------------------------

    def showPage(self) -> None:
        parents = self.tree.end_page()
        super().showPage()
        page = self._doc.Pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, *_PAGE_ENTRIES]
        page.Tabs = "/S"
        page.StructParents = parents

    def save(self) -> None:
        """Fill the holes, embed the fonts, write down the structure, and then the file."""
        if self._code:
            self.showPage()
        self._fill_holes()
        self._lead_links()
        fonts_used = Raw(f"<</Font<<{''.join(self._embedded())}>>>>")
        resources = self._doc.reference(fonts_used)
        for page in self._doc.Pages.pages:
            page.Resources = resources
            page.Contents = self._doc.reference(stream(page.stream.encode("latin-1")))
        self._describe()
        super().save()

    def _fill_holes(self) -> None:
        for number, name, fill in self._holes:
            page = self._doc.Pages[number - 1]
            page.stream = page.stream.replace(name, fill(), 1)
        self._holes.clear()  # they hold the canvas, which would wait for the search for rubbish

    def _embedded(self) -> Iterator[str]:
        for font in fonts():
            if font in self._used:
                yield f"/{font.key} {embed(font, self._used[font], self._doc)}"

    def _describe(self) -> None:
        """What the file as a whole says of itself."""
        file, metadata, catalog = self._doc, self.metadata, self._doc.Catalog
        pages = [file.page(number) for number in range(1, self._pageNumber)]
        catalog.__NoDefault__ = [*catalog.__NoDefault__, *_CATALOG_ENTRIES]
        catalog.StructTreeRoot = file.reference(self.tree.write(file, pages))
        catalog.MarkInfo = "<</Marked true>>"
        catalog.ViewerPreferences = "<</DisplayDocTitle true>>"
        catalog.Metadata = file.reference(metadata.xmp())
        catalog.OutputIntents = output_intent(file)
        attached = attach(self.document.attachments, metadata, file)
        if attached:
            names = "".join(f"{text_string(name)}{held}" for name, held in attached)
            catalog.Names = f"<</EmbeddedFiles<</Names[{names}]>>>>"
            catalog.AF = f"[{' '.join(held for _, held in attached)}]"
        properties = Properties()
        properties.title, properties.subject = metadata.title, metadata.subject
        properties.keywords, properties.date = metadata.keywords, metadata.stamp
        properties.creator, properties.producer = metadata.creator, metadata.producer
        file.info = properties


class _Link(Raw):
    """The area of a link, written when all places are known."""

    __slots__ = ("area", "owner", "target", "words")

    def __init__(self, target: str, area: tuple[float, float, float, float], words: str) -> None:
        super().__init__()
        self.target, self.area, self.words = target, area, words
        self.owner = 0

    def lead(self, where: str) -> None:
        """Write the link, which leads to a destination, or to its address without one."""
        left, low, right, high = self.area
        leads = f"/Dest{where}" if where else f"/A<</S/URI/URI{text_string(self.target)}>>"
        self.data = (
            f"<</Type/Annot/Subtype/Link/Rect[{left:.2f} {low:.2f} {right:.2f} {high:.2f}]"
            f"/Border[0 0 0]/F 4/StructParent {self.owner}"
            f"/Contents{text_string(self.words)}{leads}>>"
        )
