"""What was said, by whom; the views of authors are set apart from the positions of parties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from relations.model.record import Record
from relations.model.statement import Stance, Statement
from relations.pairs import PairSelection
from relations.report.blocks import Block, Heading
from relations.report.sections.entry import Detail
from relations.report.sections.material import Material
from relations.report.sections.register import (
    Register,
    has_section,
    is_whole,
    keyed,
    opening,
    parts,
    table,
)
from relations.report.signs import Category
from relations.report.speech import message

REGISTER = Register(
    kind="statements",
    details=(
        Detail("text", "Content"),
        Detail("speaker", "Speaker"),
        Detail("office", "Office"),
        Detail("form", "Form"),
        Detail("stance", "Nature"),
        Detail("date", "Date of the statement"),
        Detail("occasion", "Occasion"),
        Detail("mentions", "Mentions"),
    ),
    has_status=False,
)

_VIEWS: Final = message("Views of authors, which are no events")


def statements(material: Material) -> Iterator[Block]:
    """The section on statements."""
    records = material.of_kind(REGISTER.kind)
    if not has_section(REGISTER.kind, material):
        return
    yield from opening(REGISTER, records, material)
    yield from keyed(_tables(records, material), material)


def _tables(records: PairSelection[Record], material: Material) -> Iterator[Block]:
    """The positions of parties, then the views of authors."""
    yield from parts(REGISTER, records.filter(lambda record: not _is_view(record)), material)
    told = records if is_whole(material) else records.own
    views = [record for record in told if _is_view(record)]
    if views:
        yield Heading(
            2, material.speech.say(_VIEWS), "section-statements-views", Category.STATEMENT
        )
        yield table(REGISTER, views, material)


def _is_view(record: Record) -> bool:
    """Whether it is an author's own opinion."""
    return isinstance(record, Statement) and record.stance is Stance.OPINION
