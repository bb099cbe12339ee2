"""A page of the documentation as a terminal shows it: headings, paragraphs, lists and code.

It knows as much of Markdown as the pages use that are printed: no tables, no quotations, no lists
within lists. A paragraph that opens with bold words has them for its heading.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

import click

from relations.cli.terminal import heading, item

_INDENT: Final = 2
_FENCE: Final = "```"
_TITLE: Final = re.compile(r"#+ ")
_ENTRY: Final = re.compile(r"(?:[-*]|\d+\.) ")
_OPENING: Final = re.compile(r"\*\*(?P<heading>[^*]+?)\.?\*\*\s*(?P<text>.*)", re.DOTALL)
_CODE: Final = re.compile(r"`([^`]+)`")
_LINK: Final = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_STRESS: Final = re.compile(r"(\*\*?)(\w(?:[^*]*[^*\s])?)\1")


def show_page(page: str, folder: str) -> None:
    """Print a page that lies in ``folder`` of the documentation, where its links start from."""
    for number, block in enumerate(_blocks(page)):
        _show(block, folder, is_first=not number)


def _blocks(page: str) -> Iterator[str]:
    """The parts of a page between empty lines; code is one part with its own empty lines."""
    lines = page.splitlines()
    for is_code, part in groupby(zip(lines, _in_code(lines), strict=True), lambda pair: pair[1]):
        text = "\n".join(line for line, _ in part)
        yield from [text] if is_code else re.split(r"\n{2,}", text.strip("\n"))


def _in_code(lines: Iterable[str]) -> Iterator[bool]:
    """For each line, whether it belongs to code; the fences do."""
    within = False
    for line in lines:
        is_fence = line.startswith(_FENCE)
        yield within or is_fence
        within = within is not is_fence


def _show(block: str, folder: str, *, is_first: bool) -> None:
    opening = _OPENING.fullmatch(block)
    if block.startswith(_FENCE):
        _show_code(block)
    elif _TITLE.match(block):
        _show_title(_read(_TITLE.sub("", block), folder), is_first=is_first)
    elif _ENTRY.match(block):
        _show_list(block, folder)
    elif opening:
        heading(_read(opening["heading"], folder))
        item("", _read(opening["text"], folder), _INDENT)
    else:
        click.echo()
        item("", _read(block, folder), _INDENT)


def _show_title(title: str, *, is_first: bool) -> None:
    if is_first:
        click.secho(title.replace("'", ""), bold=True)
    else:
        heading(title)


def _show_list(block: str, folder: str) -> None:
    """The entries of a list, each with the lines that go on with it."""
    click.echo()
    for entry in re.split(rf"\n(?={_ENTRY.pattern})", block):
        sign, _, text = entry.partition(" ")
        item(f"{' ' * _INDENT}{sign}", _read(text, folder), _INDENT + len(sign) + 1)


def _show_code(block: str) -> None:
    """Code as it stands, since a line that is broken cannot be copied."""
    click.echo()
    for line in block.splitlines()[1:-1]:
        click.echo(f"{' ' * 2 * _INDENT}{line}".rstrip())


def _read(text: str, folder: str) -> str:
    """Text without its marks: code in quotation marks, and a link by where it leads."""
    linked = _LINK.sub(lambda found: f"{found[1]} ({_place(found[2], folder)})", text)
    outside = _CODE.split(linked)
    return "".join(
        f"'{part}'" if number % 2 else _STRESS.sub(r"\2", part)
        for number, part in enumerate(outside)
    )


def _place(target: str, folder: str) -> str:
    """Where a link leads: an address as it is, a page by its place in the documentation."""
    return target if "://" in target else posixpath.normpath(posixpath.join(folder, target))
