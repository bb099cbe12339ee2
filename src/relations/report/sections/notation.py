"""The key to signs and markers."""

from __future__ import annotations

from collections.abc import Iterator

from relations.report.blocks import Block, Content, Facts, Heading, Marker, Text
from relations.report.sections.entry import DISPUTED, NOT_KNOWN
from relations.report.sections.fills import MEANINGS
from relations.report.sections.material import Material
from relations.report.signs import Category


def notation(_: Material) -> Iterator[Block]:
    """The section with the key."""
    yield Heading(1, "Notation", "section-notation")
    yield Facts(tuple(_rows()))


def _rows() -> Iterator[tuple[str, Content]]:
    yield NOT_KNOWN, (Text("not known"),)
    yield "none found", (Text("nothing was found in the documents read; there may be some"),)
    yield "not covered", (Text("nothing was looked for"),)
    yield DISPUTED, (Text("disputed or doubtful"),)
    yield "about, at least, up to", (Text("the source gives no exact number"),)
    yield "as of", (Text("the date of the document that last reports the status"),)
    yield "[1]", (Text("the number of a source in the list of references"),)
    for fill, meaning in MEANINGS.items():
        yield (
            f"{fill.value.capitalize()} marker",
            (Marker(Category.AGREEMENT, fill), Text(f" {meaning}")),
        )
