"""The pieces a dossier is made of, so that what is said is settled before how it looks.

A block holds inlines; a run of blocks makes a :class:`relations.report.document.Document`. Nothing
here knows a record, a font or a page. Text is plain text, never markup: each renderer escapes or
cleans it for its own format.
"""

from __future__ import annotations

import enum

from attrs import field, frozen
from attrs.validators import ge

from relations.report.drawing import Drawing
from relations.report.signs import Category, Fill


class Tone(enum.Enum):
    """The voice of a run of text."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    MUTED = "muted"


@frozen
class Text:
    """A run of words. ``lang`` is a BCP 47 tag where it differs from the document's."""

    text: str
    tone: Tone = Tone.PLAIN
    lang: str | None = None


@frozen
class Link:
    """Words that lead to an address outside (``target`` with a scheme) or to an ``#anchor``."""

    text: str
    target: str
    lang: str | None = None


@frozen
class Cite:
    """Numbers of references, printed as ``[1] [4]``, each leading to its entry."""

    numbers: tuple[int, ...]


@frozen
class Marker:
    """A drawn sign: shape and letter from the category, fill from the status.

    ``alt`` says it in words; without them it is an ornament beside words that say the same.
    """

    category: Category
    fill: Fill
    alt: str = ""


#: A drawing stands within a line as a word does: a sparkline, say.
Inline = Text | Link | Cite | Marker | Drawing
Content = tuple[Inline, ...]


@frozen
class Heading:
    """A section's title. ``level`` 1 is a section, 2 a part of it; ``anchor`` may be linked to."""

    level: int
    text: str
    anchor: str
    category: Category = Category.NEUTRAL


class Voice(enum.Enum):
    """How a paragraph speaks: the lead of page one, the running text, or a small note."""

    LEAD = "lead"
    BODY = "body"
    NOTE = "note"


@frozen
class Paragraph:
    """Running text."""

    content: Content
    voice: Voice = Voice.BODY


@frozen
class BulletList:
    """A list of short points, each with a marker or a plain dash."""

    items: tuple[Content, ...]


@frozen
class KeyFigure:
    """One large figure of page one: ``value`` in a few characters, what it counts, and a note."""

    value: str
    label: str
    note: str
    category: Category = Category.NEUTRAL


@frozen
class KeyFigures:
    """The row of figures at the top of page one (three to five)."""

    items: tuple[KeyFigure, ...]


@frozen
class Facts:
    """Label and content, row by row, without a head; ``together`` on one page if it holds them."""

    rows: tuple[tuple[str, Content], ...]
    together: bool = False


class Align(enum.Enum):
    """Which side a column's text keeps to."""

    LEFT = "left"
    RIGHT = "right"


@frozen
class Column:
    """A table column; ``width`` is a share of the text width, the shares of a table add up to 1.

    A column that ``names_rows`` holds what each row is about, and is read out before its cells.
    """

    title: str
    width: float
    align: Align = Align.LEFT
    names_rows: bool = False


@frozen
class Group:
    """A title over several columns: as many as ``columns``, from where the group before it ends.

    Columns that belong together under no word have a group with an empty title.
    """

    title: str
    columns: int


@frozen
class Span:
    """How many columns and rows a cell covers."""

    columns: int = field(default=1, validator=ge(1))
    rows: int = field(default=1, validator=ge(1))


@frozen
class Row:
    """A table row: a cell for each column; each cell is one or more paragraphs of inlines.

    Where cells cover more than one column or row, ``spans`` gives the reach of each, and the row
    has no cell where one of its own or of a row above reaches.
    """

    cells: tuple[tuple[Content, ...], ...]
    anchor: str | None = None
    spans: tuple[Span, ...] = ()


@frozen
class Table:
    """Rows under a head that is repeated on each page. No cell is ever empty."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    category: Category = Category.NEUTRAL
    note: str = ""
    groups: tuple[Group, ...] = ()


@frozen
class Mark:
    """One record on a time lane: decimal years; ``end`` equals ``start`` for a day.

    ``open_end`` draws the bar to the cut-off with an arrow; ``label`` is a short name or empty.
    """

    start: float
    end: float
    fill: Fill
    label: str = ""
    open_end: bool = False


@frozen
class Lane:
    """One sort of thing on a timeline: its marks take at most so many ``rows``."""

    name: str
    category: Category
    marks: tuple[Mark, ...]
    rows: int = 3


@frozen
class Timeline:
    """Lanes over an axis in years; ``cutoff`` is the data's date, ``alt`` says it in words.

    ``crowded`` explains the “+2” that stands beside the name of a lane with too many marks.
    """

    start: int
    end: int
    cutoff: float
    lanes: tuple[Lane, ...]
    alt: str
    caption: str = ""
    crowded: str = ""


@frozen
class Quotation:
    """The words of a source for one or more records: ``records`` are (label, anchor) pairs.

    ``marks`` are the quotation marks of the document's language, with the spaces they take.
    """

    text: str
    lang: str
    attribution: str = ""
    locator: str = ""
    records: tuple[tuple[str, str], ...] = ()
    marks: tuple[str, str] = ("“", "”")


@frozen
class Reference:
    """One numbered source: its description, then each quotation taken from it."""

    number: int
    content: Content
    quotations: tuple[Quotation, ...]

    @property
    def anchor(self) -> str:
        """The place that a :class:`Cite` of this number leads to."""
        return f"ref-{self.number}"


@frozen
class ReferenceList:
    """All references of the dossier, by number.

    ``small`` sets them as small print, with what is quoted from a source run on in its entry.
    """

    items: tuple[Reference, ...]
    small: bool = False


@frozen
class Callout:
    """A short boxed word to the reader, such as what 'none found' means."""

    content: Content


class Orientation(enum.Enum):
    """Which way a page lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@frozen
class NewPage:
    """What follows begins on a new page, which lies this way, as do those after it."""

    orientation: Orientation = Orientation.PORTRAIT


@frozen
class Contents:
    """The headings down to ``depth`` with the pages they stand on, each leading there."""

    depth: int = 1


Block = (
    Heading
    | Paragraph
    | BulletList
    | KeyFigures
    | Facts
    | Table
    | Timeline
    | ReferenceList
    | Callout
    | Drawing
    | NewPage
    | Contents
)
