"""What every measure is asked, settled once: of which pair, as of which day, over which time."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from typing import Final

from attrs import frozen

from relations.measures.coverage import coverage
from relations.measures.figure import Context, Figure
from relations.model.coverage import Coverage
from relations.model.dates import EdtfDate
from relations.model.record import Record
from relations.pairs import Pair, Way
from relations.selection import When, as_edtf

YEARS: Final = 5
"""How long a window is unless another length is asked for."""


@frozen
class Question:
    """A measure's name and what it is asked; it makes the figures that answer it.

    ``day`` is the day as of which the answer holds, ``window`` the period it is about, if any.
    """

    name: str
    pair: Pair
    day: datetime.date
    window: EdtfDate | None = None

    @classmethod
    def of(cls, name: str, pair: Pair, on: When | None, years: int | None = None) -> Question:
        """The question as of ``on``, or else of the edition's cut-off, over the years up to it.

        Raises:
            ValueError: if ``on`` has no last day, or ``years`` is less than one.
        """
        day = pair.dataset.edition.date if on is None else as_edtf(on).latest
        if day is None:
            raise ValueError(f"{on} has no last day; ask as of a day, such as 2026-06-30")
        return cls(name, pair, day, None if years is None else years_before(day, years))

    @property
    def today(self) -> EdtfDate:
        """The day, as a date to compare with."""
        return EdtfDate.from_date(self.day)

    @property
    def party_ids(self) -> tuple[str, str]:
        """The identifiers of the two."""
        return self.pair.a.id, self.pair.b.id

    def name_of(self, party: str) -> str:
        """The short name of a party, by identifier."""
        return self.pair.dataset.party(party).name

    # -- figures --------------------------------------------------------------------------------

    def context(
        self,
        *kinds: str,
        unit: str | None = None,
        window: EdtfDate | None = None,
        parties: Collection[str] | None = None,
        note: str = "",
    ) -> Context:
        """What a figure on records of these kinds says beside its number."""
        over = window or self.window
        found = {
            entry.id: entry
            for kind in kinds
            for entry in self.coverage(kind, over, self.party_ids if parties is None else parties)
        }
        return {
            "name": self.name,
            "as_of": self.day,
            "unit": unit,
            "window": over,
            "coverage": tuple(found.values()),
            "note": "; ".join(filter(None, (note, self._beyond_the_data))),
        }

    @property
    def _beyond_the_data(self) -> str:
        """That the day lies after the edition's cut-off, where it does."""
        cut_off = self.pair.dataset.edition.date
        return f"nothing after {cut_off} was considered" if self.day > cut_off else ""

    def coverage(
        self, kind: str, window: EdtfDate | None, parties: Collection[str]
    ) -> tuple[Coverage, ...]:
        """The statements on a kind between these parties, as far as they bear on the window."""
        return coverage(self.pair.dataset, kind, parties, window)

    def count(
        self, certain: Iterable[Record], possible: Iterable[Record], context: Context
    ) -> Figure:
        """How many records match, with a note of those that a predecessor took part in."""
        sure, perhaps = ([record.id for record in group] for group in (certain, possible))
        notes = (context.get("note", ""), self._predecessors({*sure, *perhaps}))
        context["note"] = "; ".join(filter(None, notes))
        return Figure.counted(sure, perhaps, **context)

    def _predecessors(self, records: Iterable[str]) -> str:
        paths = self.pair.records.paths
        found = [paths[key] for key in sorted(records) if key in paths]
        earlier = [path for path in found if path.way is Way.PREDECESSOR]
        via = ", ".join(map(self.name_of, dict.fromkeys(s for path in earlier for s in path.via)))
        return f"{len(earlier)} of them through a predecessor: {via}" if earlier else ""


def years_before(day: datetime.date, years: int) -> EdtfDate:
    """The period of so many years that ends with ``day``."""
    if years < 1:
        raise ValueError(f"a window has at least one year, not {years}")
    first = _anniversary(day, -years) + datetime.timedelta(days=1)
    return EdtfDate.parse(f"{first.isoformat()}/{day.isoformat()}")


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day of the month so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = datetime.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (following - datetime.timedelta(days=1)).day
    return datetime.date(year, month + 1, min(day.day, last))


def _anniversary(day: datetime.date, years: int) -> datetime.date:
    return months_after(day, 12 * years)
