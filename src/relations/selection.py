"""Some records, in order of time, and the ways to narrow them down."""

from __future__ import annotations

import datetime
import enum
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeVar

import attrs
from attrs import field, frozen

from relations.errors import UnknownName, nearest
from relations.gazetteer import fold
from relations.model.dates import Certainty, EdtfDate
from relations.model.kinds import RECORD_TYPES
from relations.model.record import Record
from relations.model.short import WIDEST, fitting
from relations.model.source import Source

if TYPE_CHECKING:
    from relations.table import Cell, Table

R = TypeVar("R", bound=Record)
S = TypeVar("S")

When = str | datetime.date | EdtfDate

_SHOWN: Final = 5
"""How many identifiers the short form of a selection shows."""

_SINGULAR: Final = {
    "party": "party_ids",
    "place": "places",
    "topic": "topics",
}


def as_edtf(when: When) -> EdtfDate:
    """A day, an EDTF text or an EDTF value as the whole period that it covers."""
    if isinstance(when, datetime.date):
        return EdtfDate.from_date(when)
    date = EdtfDate.parse(when) if isinstance(when, str) else when
    return date.period()


def _sort_key(record: Record) -> tuple[Any, ...]:
    date = record.date_of_record
    return (date is None, date.sort_key if date else (), record.id)


class InTime(tuple[R, ...]):
    """Records that are known to be in order, so that no part of them is put in order again."""


def in_time(records: Iterable[R]) -> InTime[R]:
    """The records by date, those without one last, then by identifier."""
    return records if isinstance(records, InTime) else InTime(sorted(records, key=_sort_key))


@frozen
class Answer(Generic[S]):
    """The two kinds of yes: what certainly matches, and what possibly does but not certainly."""

    certain: S
    possible: S


@frozen(repr=False)
class Selection(Generic[R]):
    """Records of one kind, or of several, in order of time. Iterable and sized.

    ``sources`` are those of the dataset that the records come from, by identifier, so that a
    display can link them; a selection made by hand has none.
    """

    _records: tuple[R, ...] = field(converter=in_time, default=())
    sources: Mapping[str, Source] = field(factory=dict, eq=False, repr=False, kw_only=True)

    def __repr__(self) -> str:
        if not self:
            return f"{type(self).__name__}(0)"
        room = WIDEST - len(f"{type(self).__name__}({len(self)}: , ...)")
        shown = fitting(self.ids[:_SHOWN], room)
        rest = ", ..." if len(self) > len(shown) else ""
        return f"{type(self).__name__}({len(self)}: {', '.join(shown)}{rest})"

    def _repr_html_(self) -> str:
        from relations.display.records import show_selection

        return show_selection(self)

    def __iter__(self) -> Iterator[R]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __getitem__(self, index: int) -> R:
        return self._records[index]

    def __contains__(self, record: object) -> bool:
        return record in self._records

    @property
    def ids(self) -> tuple[str, ...]:
        """The identifiers, in the same order."""
        return tuple(record.id for record in self._records)

    def only(self, records: Iterable[R]) -> Self:
        """A selection like this one, of these of its records."""
        return attrs.evolve(self, records=in_time(records))

    def filter(self, test: Callable[[R], bool]) -> Self:
        """The records that pass ``test``."""
        return self.only(InTime(filter(test, self._records)))

    def where(self, **fields: object) -> Self:
        """The records whose fields have these values.

        A word matches an enumerated field by its value (``status="in_force"``), and a list by
        membership (``place="cam-ranh"``, ``party="RUS"``).

        Raises:
            UnknownName: if none of the records has such a field, or an enumerated field has no such
                value; with the nearest.
        """
        for name in fields:
            self._require_field(_SINGULAR.get(name, name))
        return self.filter(lambda record: all(_matches(record, *item) for item in fields.items()))

    def _require_field(self, name: str) -> None:
        # Where there is no record, a field of any kind of record will do, and a misspelt one not.
        kinds: Iterable[object] = self or RECORD_TYPES.values()
        if not any(hasattr(kind, name) for kind in kinds):
            known = {word for kind in kinds for word in dir(kind) if not word.startswith("_")}
            raise UnknownName("field", name, nearest(name, known))

    def on(self, day: When) -> Answer[Self]:
        """The records that took place or stood on ``day``."""
        return self._answer(as_edtf(day))

    def during(self, interval: When) -> Answer[Self]:
        """The records that took place or stood at some time in ``interval``."""
        return self._answer(as_edtf(interval))

    def _answer(self, period: EdtfDate) -> Answer[Self]:
        answers = {record.id: record.during(period) for record in self}
        return Answer(
            self.filter(lambda record: answers[record.id] is Certainty.CERTAIN),
            self.filter(lambda record: answers[record.id] is Certainty.POSSIBLE),
        )

    # -- shapes to take away --------------------------------------------------------------------

    def to_table(self) -> Table:
        """A row for each record, its nested fields laid out in columns as the reference says."""
        from relations.exporters.records import records_table

        return records_table(self._records, self._columns_beside())

    def to_frame(self, kind: str | None = None) -> Any:
        """The same as a frame of pandas or polars, or a table of Arrow; see Table.to_frame."""
        return self.to_table().to_frame(kind)

    def to_dicts(self) -> list[dict[str, Cell]]:
        """The same as a dictionary for each record; a missing value is ``None``."""
        return self.to_table().to_dicts()

    def to_csv(self, path: str | os.PathLike[str] | None = None) -> bytes:
        """The same as CSV, safe to open in a spreadsheet; see Table.to_csv."""
        return self.to_table().to_csv(path)

    def references(self, format: str = "csl") -> bytes:
        """The sources that these records cite, for citation tools.

        ``format`` is ``"csl"`` (CSL-JSON), ``"ris"`` or ``"biblatex"``.

        Raises:
            UnknownName: if there is no such format; with the nearest.
        """
        from relations.exporters.references import references

        return references(self, self.sources, format)

    def _columns_beside(self) -> Mapping[str, Callable[[Record], str | None]]:
        """What a selection of its own kind knows of its records, beside their fields."""
        return {}

    def attributed_to(self, name: str) -> Self:
        """The records for which a source itself names ``name`` as its authority."""
        wanted = fold(name)
        return self.filter(
            lambda record: any(
                citation.attribution and wanted in fold(citation.attribution)
                for citation in record.all_citations()
            )
        )


def _matches(record: Record, name: str, wanted: object) -> bool:
    value = getattr(record, _SINGULAR.get(name, name), None)
    if isinstance(value, tuple) and not isinstance(wanted, tuple):
        return any(_equal(name, item, wanted) for item in value)
    return _equal(name, value, wanted)


def _equal(name: str, value: object, wanted: object) -> bool:
    if isinstance(value, enum.Enum) and isinstance(wanted, str):
        words = [member.value for member in type(value)]
        if wanted not in words:
            raise UnknownName(name, wanted, nearest(wanted, words))
        return bool(value.value == wanted)
    return value == wanted
