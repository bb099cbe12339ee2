"""Whose word the records rest on: the class, the side and the number of their sources."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from attrs import frozen

from relations.measures.directions import lineage
from relations.measures.evidence import lineages_of
from relations.measures.figure import SHARE, Figure
from relations.measures.question import Question
from relations.model.kinds import RECORD_TYPES
from relations.model.record import Record
from relations.model.source import Source, SourceClass
from relations.pairs import Pair
from relations.selection import When

_MANY: Final = 3
"""So many lineages and more are one row."""


class Sides(enum.Enum):
    """Whose sources speak of a record."""

    ONLY_A = "only_a"
    ONLY_B = "only_b"
    BOTH = "both"
    A_AND_THIRD = "a_and_third"
    B_AND_THIRD = "b_and_third"
    THIRD_ONLY = "third_only"


@frozen
class ProfileRow:
    """How many of the records, and what share of them, have one property.

    ``by`` is ``"class"`` (of the best source), ``"side"`` or ``"lineages"``; ``value`` is the
    class, the side (see :class:`Sides`) or the number of lineages.
    """

    by: str
    value: str
    count: Figure
    share: Figure


@frozen
class Corroborated:
    """What share of the records has at least two lineages, from how many sides at least."""

    sides: str
    count: Figure
    share: Figure


def source_profile(pair: Pair, *, on: When | None = None) -> tuple[ProfileRow, ...]:
    """How the pair's own records divide by the class, side and number of their sources.

    Formula:
        For each record: the class of its best source (official before academic and reference
        works, these before the press, state media and blogs); whose sides its sources are of; how
        many lineages they have. Counts, and shares of all.

    Precedent:
        Source descriptors of intelligence community directives; the health-of-record score of
        development-finance data.

    Pitfalls:
        Ten copies of one agency's text are one lineage. State media are on the side of their state,
        and the media of an ally are a third party's. The best source of a record need not be the
        source of the field one asks about: see the confidence of the field.

    Args:
        pair: The pair; records that tie it only through a body are left out.
        on: The day of the figures; the edition's cut-off if left out.

    Returns:
        A row for each class, each division of sides and each number of lineages that occurs.
    """
    question = Question.of("source_profile", pair, on)
    records = tuple(pair.records.own)
    rows: list[ProfileRow] = []
    for by, values, value_of in _DIVISIONS:
        found = {record.id: value_of(record, pair) for record in records}
        for value in values:
            some = [record for record in records if found[record.id] == value]
            if some:
                rows.append(ProfileRow(by, value, *_of_all(some, records, question)))
    return tuple(rows)


def corroboration(pair: Pair, *, on: When | None = None) -> tuple[Corroborated, ...]:
    """What share of the pair's own records at least two lineages bear out.

    Formula:
        Records with at least 2 lineages ÷ all records; beside it, those whose lineages come from at
        least 2 sides (the one party, the other, third parties) ÷ all.

    Precedent:
        The logic of mark and recapture: what is caught twice, by nets that know nothing of one
        another, is there.

    Pitfalls:
        Official calendars rarely hold minor events, so that much that is true is told once. Two
        lineages may still have one witness. A record is borne out, not each of its fields.

    Args:
        pair: The pair; records that tie it only through a body are left out.
        on: The day of the figures; the edition's cut-off if left out.
    """
    question = Question.of("corroboration", pair, on)
    records = tuple(pair.records.own)
    twice = [r for r in records if lineages_of(sources_of(r, pair)) > 1]
    both = [r for r in twice if len(set(_sides(r, pair))) > 1]
    return (
        Corroborated("any", *_of_all(twice, records, question)),
        Corroborated("two", *_of_all(both, records, question)),
    )


def _of_all(
    some: Iterable[Record], records: Iterable[Record], question: Question
) -> tuple[Figure, Figure]:
    """How many records are some of all, and what share; of no records, why there is none."""
    few, every = tuple(some), tuple(records)
    context = question.context(*RECORD_TYPES, unit="record")
    share = question.context(*RECORD_TYPES, unit=SHARE)
    if not every:
        return Figure.absent(**context), Figure.absent(**share)
    share["records"] = tuple(record.id for record in every)
    return question.count(few, (), context), Figure.measured(len(few) / len(every), **share)


# -- what a record rests on ----------------------------------------------------------------------


def sources_of(record: Record, pair: Pair) -> tuple[Source, ...]:
    """The sources of a record, its states and its claims, each once."""
    cited = dict.fromkeys(citation.source for citation in record.all_citations())
    return tuple(pair.dataset.source(identifier) for identifier in cited)


def _sides(record: Record, pair: Pair) -> Iterator[str]:
    """The side that each source of a record is of: ``a``, ``b`` or ``third``."""
    of_a, of_b = (lineage(party.id, pair, record.date_of_record) for party in (pair.a, pair.b))
    for source in sources_of(record, pair):
        yield "a" if source.side in of_a else "b" if source.side in of_b else "third"


_SIDES: Final = {
    frozenset({"a"}): Sides.ONLY_A,
    frozenset({"b"}): Sides.ONLY_B,
    frozenset({"a", "third"}): Sides.A_AND_THIRD,
    frozenset({"b", "third"}): Sides.B_AND_THIRD,
    frozenset({"third"}): Sides.THIRD_ONLY,
}


def sides_of(record: Record, pair: Pair) -> str:
    """Whose sources speak of a record, as a word of :class:`Sides`."""
    return _SIDES.get(frozenset(_sides(record, pair)), Sides.BOTH).value


_BEST_FIRST: Final = (
    SourceClass.OFFICIAL,
    SourceClass.ACADEMIC,
    SourceClass.REFERENCE,
    SourceClass.PRESS,
    SourceClass.STATE_MEDIA,
    SourceClass.BLOG,
)


def _best_class(record: Record, pair: Pair) -> str:
    classes = [source.source_class for source in sources_of(record, pair)]
    return min(classes, key=_BEST_FIRST.index).value


def _lineages(record: Record, pair: Pair) -> str:
    number = lineages_of(sources_of(record, pair))
    return f"{_MANY} or more" if number >= _MANY else str(number)


_DIVISIONS: Final[tuple[tuple[str, tuple[str, ...], Callable[[Record, Pair], str]], ...]] = (
    ("class", tuple(each.value for each in _BEST_FIRST), _best_class),
    ("side", tuple(each.value for each in Sides), sides_of),
    ("lineages", ("1", "2", f"{_MANY} or more"), _lineages),
)
