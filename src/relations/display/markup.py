"""HTML from texts that anybody may have written: every text is escaped, and nothing can run.

There is no script, no style sheet and no picture, and no request leaves the machine until a reader
follows a link. Only addresses of the web are linked.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import Final, NewType

from relations.model.source import Source
from relations.table import Cell

Html = NewType("Html", str)
"""Markup, in which every text is escaped already."""

NOT_KNOWN: Final = Html('<span title="not known">..</span>')
"""What stands where there is no value; a cell is never empty."""

_ADDRESS: Final = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)
_LEFT: Final = ' style="text-align: left"'
"""Notebooks set cells to the right, which suits numbers; most of what stands here is text."""

_LONGEST: Final = 160
"""The most characters of a text that a cell shows."""


def text(value: Cell) -> Html:
    """A value as text; a long one is cut short, and says so."""
    if value is None or value == "":
        return NOT_KNOWN
    words = str(value)
    shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return Html(html.escape(shown))


def unbroken(value: str) -> Html:
    """A text, such as a date, that stays on one line."""
    return Html(f'<span style="white-space: nowrap">{text(value)}</span>')


def link(words: str, address: str | None) -> Html:
    """Words that lead to an address, where it is one of the web; otherwise the words alone."""
    if address is None or not _ADDRESS.fullmatch(address):
        return text(words)
    target = html.escape(address)
    return Html(f'<a href="{target}" rel="noopener noreferrer">{text(words)}</a>')


def source_link(source: Source | None, identifier: str) -> Html:
    """A source by its identifier, linked to where it was read."""
    return link(identifier, source.address or source.archived_address if source else None)


def joined(parts: Iterable[Html], between: str = ", ") -> Html:
    """Several pieces of markup in one line; what is not known if there are none."""
    return Html(html.escape(between).join(parts)) or NOT_KNOWN


def strong(words: str) -> Html:
    """Words that head what follows."""
    return Html(f"<strong>{text(words)}</strong>")


def table(head: Sequence[str], rows: Iterable[Iterable[Html]]) -> Html:
    """A table with a head."""
    heads = "".join(f'<th scope="col"{_LEFT}>{text(name)}</th>' for name in head)
    lines = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return Html(f"<table><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>")


def _cell(content: Html) -> str:
    return f"<td{_LEFT}>{content}</td>"


def facts(rows: Iterable[tuple[str, Html]]) -> Html:
    """A table of names and what they stand for."""
    lines = "".join(
        f'<tr><th scope="row"{_LEFT}>{text(name)}</th>{_cell(cell)}</tr>' for name, cell in rows
    )
    return Html(f"<table><tbody>{lines}</tbody></table>")


def block(*parts: Html) -> str:
    """The whole of a display, each part on its own."""
    return f"<div>{''.join(f'<div>{part}</div>' for part in parts)}</div>"
