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
_LINK: Final = re.compile(r"`[^`]+`|\[(?P<text>[^\]]+)\]\((?P<target>[^)\s]+)\)")
"""A link; or code, in which there is none."""
_STRESS: Final = re.compile(r"(\*\*?)(\w(?:[^*]*[^*\s])?)\1")


def show_page(page: str, folder: str) -> None:
    """Print a page that lies in ``folder`` of the documentation, where its links start from."""
    for number, block in enumerate(_blocks(page)):
        _show(block, folder, is_first=not number)


def _blocks(page: str) -> Iterator[str]:
    """The parts of a page between empty lines; code is one part with its own empty lines."""
    lines = page.splitlines()
    for part, numbered in groupby(zip(lines, _parts(lines), strict=True), lambda pair: pair[1]):
        text = "\n".join(line for line, _ in numbered)
        yield from [text] if part % 2 else filter(None, re.split(r"\n{2,}", text.strip("\n")))


def _parts(lines: Iterable[str]) -> Iterator[int]:
    """For each line, the number of its part; each odd one is code, from fence to fence."""
    part = 0
    for line in lines:
        is_fence, is_text = line.startswith(_FENCE), part % 2 == 0
        part += is_fence and is_text
        yield part
        part += is_fence and not is_text


def _show(block: str, folder: str, *, is_first: bool) -> None:
    opening = _OPENING.fullmatch(block)
    if block.startswith(_FENCE):
        _show_code(block)
    elif _TITLE.match(block):
        _show_title(_TITLE.sub("", block), folder, is_first=is_first)
    elif _ENTRY.match(block):
        _show_list(block, folder)
    elif opening:
        heading(_read(opening["heading"], folder))
        item("", _read(opening["text"], folder), _INDENT)
    else:
        click.echo()
        item("", _read(block, folder), _INDENT)


def _show_title(title: str, folder: str, *, is_first: bool) -> None:
    """A title; that of the page is often a code alone, which is not quoted."""
    if is_first:
        click.secho(_read(title.replace("`", ""), folder), bold=True)
    else:
        heading(_read(title, folder))


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
    outside = _CODE.split(_LINK.sub(lambda found: _led(found, folder), text))
    return "".join(
        f"'{part}'" if number % 2 else _STRESS.sub(r"\2", part)
        for number, part in enumerate(outside)
    )


def _led(found: re.Match[str], folder: str) -> str:
    """A link with the place that it leads to; code as it stands."""
    return f"{found['text']} ({_place(found['target'], folder)})" if found["text"] else found[0]


def _place(target: str, folder: str) -> str:
    """Where a link leads: an address as it is, a page by its place in the documentation."""
    return target if "://" in target else posixpath.normpath(posixpath.join(folder, target))
