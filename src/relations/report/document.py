"""A whole paper, ready to be rendered: its blocks, its margins, and what travels within it."""

from __future__ import annotations

import datetime

from attrs import field, frozen

from relations.report.blocks import Block


@frozen
class Attachment:
    """A file that travels within the paper; ``media_type`` as in ``application/json``."""

    name: str
    content: bytes
    media_type: str
    description: str


@frozen
class Marking:
    """Who may read the paper, at the head and foot of every page; colours are ``#rrggbb``."""

    text: str
    colour: str
    ground: str


@frozen
class Document:
    """A whole paper: what stands on its title and in its margins, then its blocks in order.

    ``title`` holds the names of the two parties; ``date`` is the edition's, never today's;
    ``data_hash`` is the SHA-256 of the data printed, in hexadecimal, and ``data`` the word before
    it; ``continued`` is the word beside the caption of a table that goes on over a page;
    ``attachments`` are what the paper was made from. ``marking`` is a label with colours of its
    own, to the right; ``classification`` a word of the publisher in the middle, plain.
    ``own_names`` are names within the subtitle after the tags of their languages.
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
    data: str = "Data"
    attachments: tuple[Attachment, ...] = ()
    marking: Marking | None = None
    classification: str = ""
    own_names: tuple[tuple[str, str], ...] = ()
