"""Lines for a reader at a terminal: as wide as it is and no wider than is easily read."""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from types import TracebackType
from typing import Final, TextIO

import click

WIDEST: Final = 100
"""The most columns that a line takes."""

_NARROWEST_TEXT: Final = 24


def width() -> int:
    """The columns there are, up to :data:`WIDEST`."""
    return min(shutil.get_terminal_size().columns, WIDEST)


def is_terminal(stream: TextIO) -> bool:
    """Whether somebody reads ``stream`` as it is written."""
    return stream.isatty()


def plain(text: str) -> str:
    """``text`` on one line and without the characters by which data could command a terminal."""
    shown = " ".join(text.split())
    return "".join("�" if unicodedata.category(letter) == "Cc" else letter for letter in shown)


def counted(number: int, noun: str) -> str:
    """How many there are of something: "1 record", "2 records"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def heading(text: str) -> None:
    """A line that opens a part, with an empty one before it."""
    click.echo()
    click.secho(plain(text), bold=True)


def item(lead: str, text: str, indent: int, *, dim: bool = False) -> None:
    """``lead`` at the left, and ``text`` in a column that starts at ``indent``."""
    room = max(width() - indent, _NARROWEST_TEXT)
    lines = _wrapped(text, room)
    if len(lead) >= indent > 0:
        lines.insert(0, "")
    leads = [lead, *[""] * (len(lines) - 1)]
    for left, line in zip(leads, lines, strict=True):
        click.echo(f"{left:<{indent}}{click.style(line, dim=True) if dim else line}".rstrip())


def _wrapped(text: str, room: int) -> list[str]:
    lines = textwrap.wrap(plain(text), room, break_long_words=False, break_on_hyphens=False)
    return lines or [""]


def note(text: str) -> None:
    """A remark beside the result."""
    click.echo(text, err=True)


class Steps:
    """What is being done: one changing line for a reader, one line per step for a log."""

    def __init__(self) -> None:
        self._live = is_terminal(sys.stderr)

    def __enter__(self) -> Steps:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._live:
            self._replace("")

    def begin(self, step: str) -> None:
        """Say that ``step`` begins."""
        if self._live:
            self._replace(f"{step} …")
        else:
            note(step)

    def _replace(self, text: str) -> None:
        """Put ``text`` where the last step stood."""
        room = width() - 1
        click.echo(f"\r{' ' * room}\r{text[:room]}", err=True, nl=False)
