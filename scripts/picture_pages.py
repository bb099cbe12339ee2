"""Draw pages of a PDF as pictures beside it, for readers of the README.

    python scripts/picture_pages.py PAPER.pdf PAGE…

A page is named by its number or by a heading on it, as in the bookmarks; ``PAPER-1.png`` and
``PAPER-arms-transfers.png`` are what becomes of ``1`` and ``"Arms transfers"``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2

SCALE = 1.5
"""Pixels a point."""


def main(paper: Path, wanted: list[str]) -> None:
    """Write a picture of each page that is wanted, and print its path."""
    document = pypdfium2.PdfDocument(paper)
    for name in wanted:
        page = document[_number(document, name)]
        picture = paper.with_name(f"{paper.stem}-{name.lower().replace(' ', '-')}.png")
        page.render(scale=SCALE).to_pil().save(picture, optimize=True)
        print(picture)


def _number(document: pypdfium2.PdfDocument, name: str) -> int:
    """The index of a page, by its number or by the end of one of its bookmarks."""
    if name.isdecimal():
        return int(name) - 1
    for bookmark in document.get_toc():
        destination = bookmark.get_dest()
        if destination and bookmark.get_title().endswith(name):
            return int(destination.get_index())
    raise SystemExit(f"no heading of the paper ends with {name!r}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
