"""The records of one kind as tables: in short for the dossier, with every field for the register.

A dossier prints what ties the two directly or through a predecessor; what ties them through bodies
has a section of its own there. The register prints every record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve, frozen

from relations.model.record import Record
from relations.pairs import PairSelection, Way
from relations.report.blocks import Block, Column, Heading, Paragraph, Row, Table, Text
from relations.report.options import Length
from relations.report.sections.confidence import confidence_cell
from relations.report.sections.entry import (
    CHANGED,
    DISPUTED,
    NOT_KNOWN,
    Cell,
    Detail,
    details_cell,
    known_numbers_cell,
    name_cell,
    numbers_cell,
    short_cell,
    sources_cell,
    when_cell,
)
from relations.report.sections.material import Material
from relations.report.sections.progress import last_status_cell, status_cell
from relations.report.speech import message
from relations.report.wording.kinds import category, noun
from relations.report.wording.sentences import capital

SIGNS: Final = {
    NOT_KNOWN: message("not known"),
    CHANGED: message("changed since the older edition that page one names"),
    DISPUTED: message("disputed or doubtful; see “Disputed and doubtful facts”"),
}
"""The signs that stand in tables, with what they mean."""

_ELSEWHERE: Final = {DISPUTED: message("disputed or doubtful; the full dossier says how")}
"""What they mean where this paper does not say more of it."""

MAIN: Final[Mapping[str, tuple[str, ...]]] = {
    "agreements": ("subject", "period", "term", "nominal_end", "renewal", "notice"),
    "arms_transfers": ("acquired", "value"),
    "exercises": ("domain",),
    "meetings": ("level", "format", "occasion", "delegates"),
    "programmes": ("sector", "period", "value"),
    "statements": ("text",),
    "disputes": ("kind", "period"),
}
"""The fields of a kind that a dossier tells of every record; the register tells them all."""


@frozen(kw_only=True)
class Register:
    """What is particular to a kind: its details, and the numbers that have a column."""

    kind: str
    details: tuple[Detail, ...]
    figures: tuple[Detail, ...] = ()
    has_status: bool = True


def section(register: Register, material: Material) -> Iterator[Block]:
    """The section of a kind; nothing where it has no record to tell."""
    records = material.of_kind(register.kind)
    if has_section(register.kind, material):
        yield from opening(register, records, material)
        yield from keyed(parts(register, records, material), material)


def has_section(kind: str, material: Material) -> bool:
    """Whether there is a record of a kind to tell: any for the register, else one of their own."""
    records = material.of_kind(kind)
    return bool(len(records) if is_whole(material) else len(records.own))


def opening(
    register: Register, records: PairSelection[Record], material: Material
) -> Iterator[Block]:
    """The heading, and that nothing ties the two directly where nothing does."""
    kind = register.kind
    title = capital(noun(material.speech, kind).many)
    yield Heading(1, title, f"section-{kind}", category(kind))
    if not len(records.direct):
        yield Paragraph((Text(material.none_found(kind)),))


def parts(
    register: Register, records: PairSelection[Record], material: Material
) -> Iterator[Block]:
    """A table for each way in which records tie the pair; in a dossier, direct goes unsaid."""
    for way in Way:
        tied = [record for record in records if records.path(record).way is way]
        if tied and (way is not Way.BODY or is_whole(material)):
            title = _title(way, tied, records, material)
            anchor = f"section-{register.kind}-{way.value.replace('_', '-')}"
            if way is not Way.DIRECT or is_whole(material):
                yield Heading(2, title, anchor, category(register.kind))
            yield table(register, tied, material)


def is_whole(material: Material) -> bool:
    """Whether every record is printed with every field."""
    return material.options.length is Length.REGISTER


def table(register: Register, records: Sequence[Record], material: Material) -> Table:
    """A table of these records."""
    spread = (_whole if is_whole(material) else _short)(register, material)
    rows = tuple(Row(tuple(fill(record) for _, fill in spread), record.id) for record in records)
    columns = tuple(column for column, _ in spread)
    return Table("", columns, rows, category(register.kind))


def keyed(blocks: Iterable[Block], material: Material) -> Iterator[Block]:
    """The blocks, with the key to the signs of all their tables under the last of them."""
    told = tuple(blocks)
    tables = [block for block in told if isinstance(block, Table)]
    rows = [row for table in tables for row in table.rows]
    for block in told:
        if isinstance(block, Table) and block is tables[-1]:
            yield evolve(block, note=key(rows, material))
        else:
            yield block


def key(rows: Iterable[Row], material: Material) -> str:
    """What the signs in these rows mean."""
    used = {sign for row in rows for sign in SIGNS if _holds(row, sign)}
    meanings = {**SIGNS, **({} if material.holds("disagreements") else _ELSEWHERE)}
    return ". ".join(
        f"{sign} {material.speech.say(meanings[sign])}" for sign in SIGNS if sign in used
    )


def _title(
    way: Way, tied: Sequence[Record], records: PairSelection[Record], material: Material
) -> str:
    if way is Way.DIRECT:
        return material.speech.say("Between {a} and {b}", a=material.a, b=material.b)
    via = dict.fromkeys(step for record in tied for step in records.path(record).via)
    return material.speech.say("Through {bodies}", bodies=material.in_sentence(via))


# -- columns -------------------------------------------------------------------------------------

Spread = list[tuple[Column, Callable[[Record], Cell]]]
"""The columns of a table, each with what fills it."""


def _short(register: Register, material: Material) -> Spread:
    """What a dossier tells of a record."""
    rest = 0.69 - (0.13 if register.figures else 0) - (0.17 if register.has_status else 0)
    say = material.speech.say
    what = Column(_name(register, material), rest, names_rows=True)
    return [
        (Column(say("Date"), 0.19), lambda record: when_cell(record, material)),
        (what, lambda record: short_cell(record, _told(register, record), material)),
        *_figures(register, material, 0.13),
        *_status(register, material, 0.17, lambda record: last_status_cell(record, material)),
        (Column(say("Sources"), 0.12), lambda record: sources_cell(record, material)),
    ]


def _told(register: Register, record: Record) -> tuple[Detail, ...]:
    """What a dossier tells: the main fields, and those of which there are several accounts."""
    fields = {*MAIN[register.kind], *(contest.field for contest in record.contests)}
    return tuple(detail for detail in register.details if detail.field in fields)


def _whole(register: Register, material: Material) -> Spread:
    """Every field of a record, over the width of a page that lies on its side."""
    rest = 0.463 - (0.1 if register.figures else 0) - (0.17 if register.has_status else 0)
    say = material.speech.say
    return [
        (Column(say("Date"), 0.132), lambda record: when_cell(record, material)),
        (
            Column(_name(register, material), 0.19, names_rows=True),
            lambda record: name_cell(record, material),
        ),
        (
            Column(say("Details"), rest),
            lambda record: details_cell(record, register.details, material),
        ),
        *_figures(register, material, 0.1),
        *_status(register, material, 0.17, lambda record: status_cell(record, material)),
        (Column(say("Confidence"), 0.145), lambda record: confidence_cell(record, material)),
        (Column(say("Sources"), 0.07), lambda record: sources_cell(record, material)),
    ]


def _name(register: Register, material: Material) -> str:
    return capital(noun(material.speech, register.kind).one)


def _figures(register: Register, material: Material, width: float) -> Spread:
    if not register.figures:
        return []
    cell = numbers_cell if is_whole(material) else known_numbers_cell
    column = Column(material.speech.say("Numbers"), width)
    return [(column, lambda record: cell(record, register.figures, material))]


def _status(
    register: Register, material: Material, width: float, fill: Callable[[Record], Cell]
) -> Spread:
    if not register.has_status:
        return []
    return [(Column(material.speech.say("Status"), width), fill)]


def _holds(row: Row, sign: str) -> bool:
    return any(
        isinstance(inline, Text) and sign in inline.text
        for cell in row.cells
        for content in cell
        for inline in content
    )
