"""The pieces a dossier is made of, so that what is said is settled before how it looks.

A :class:`Document` is a title page's words and a run of blocks; a block holds inlines. Nothing
here knows a record, a font or a page. Text is plain text, never markup: each renderer escapes or
cleans it for its own format.
"""

from __future__ import annotations

import datetime
import enum

from attrs import field, frozen


class Category(enum.Enum):
    """The kind of matter a block is about; a renderer gives each its colour, shape and letter."""

    AGREEMENT = "agreement"
    ARMS_TRANSFER = "arms_transfer"
    EXERCISE = "exercise"
    MEETING = "meeting"
    PROGRAMME = "programme"
    STATEMENT = "statement"
    DISPUTE = "dispute"
    NEUTRAL = "neutral"


class Fill(enum.Enum):
    """How a marker is filled: how far the thing has come, alike for every category."""

    FULL = "full"  # took place, in force, delivered
    HALF = "half"  # part delivered, or signed and not known to be in force
    OUTLINE = "outline"  # proposed, planned, ordered, under discussion
    STRUCK = "struck"  # ended, cancelled, terminated
    DASHED = "dashed"  # disputed or doubtful


class Tone(enum.Enum):
    """The voice of a run of text."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    MUTED = "muted"


# -- inlines -------------------------------------------------------------------------------------


@frozen
class Text:
    """A run of words. ``lang`` is a BCP 47 tag where it differs from the document's."""

    text: str
    tone: Tone = Tone.PLAIN
    lang: str | None = None


@frozen
class Link:
    """Words that lead to an address outside (``target`` with a scheme) or to an ``anchor``."""

    text: str
    target: str


@frozen
class Cite:
    """Numbers of references, printed as ``[1] [4]``, each leading to its entry."""

    numbers: tuple[int, ...]


@frozen
class Marker:
    """A drawn sign: shape and letter from the category, fill from the status."""

    category: Category
    fill: Fill


Inline = Text | Link | Cite | Marker
Content = tuple[Inline, ...]


# -- blocks --------------------------------------------------------------------------------------


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
    """Label and content, row by row, without a head."""

    rows: tuple[tuple[str, Content], ...]


class Align(enum.Enum):
    """Which side a column's text keeps to."""

    LEFT = "left"
    RIGHT = "right"


@frozen
class Column:
    """A table column; ``width`` is a share of the text width, the shares of a table add up to 1."""

    title: str
    width: float
    align: Align = Align.LEFT


@frozen
class Row:
    """A table row: as many cells as columns; each cell is one or more paragraphs of inlines."""

    cells: tuple[tuple[Content, ...], ...]
    anchor: str | None = None


@frozen
class Table:
    """Rows under a head that is repeated on each page. No cell is ever empty."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    category: Category = Category.NEUTRAL
    note: str = ""


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
    """One row of a timeline."""

    name: str
    category: Category
    marks: tuple[Mark, ...]


@frozen
class Timeline:
    """Lanes over a common axis in years; ``cutoff`` is the data's date.

    ``alt`` says it in words.
    """

    start: int
    end: int
    cutoff: float
    lanes: tuple[Lane, ...]
    alt: str
    caption: str = ""


@frozen
class Quotation:
    """The words of a source for one or more records: ``records`` are (label, anchor) pairs."""

    text: str
    lang: str
    attribution: str = ""
    locator: str = ""
    records: tuple[tuple[str, str], ...] = ()


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
    """All references of the dossier, by number."""

    items: tuple[Reference, ...]


@frozen
class Callout:
    """A short boxed word to the reader, such as what 'none found' means."""

    content: Content


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
)


@frozen
class Document:
    """A whole paper: what stands on its title and in its margins, then its blocks in order.

    ``title`` holds the names of the two parties; ``date`` is the edition's, never today's;
    ``data_hash`` is the SHA-256 of the data printed, in hexadecimal; ``continued`` is the word
    beside the caption of a table that goes on over a page.
    """

    kicker: str
    title: tuple[str, str]
    subtitle: str
    short_title: str
    subject: str
    lang: str
    date: datetime.date
    footer: str
    data_hash: str
    blocks: tuple[Block, ...]
    keywords: tuple[str, ...] = field(default=())
    continued: str = "continued"
