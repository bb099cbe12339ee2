"""The value that every computed figure is, so that silence of the data is never read as a number.

A bare 0 may mean that a source says so, that nobody looked, that somebody looked and found
nothing, or that the question makes no sense. A :class:`Figure` says which of these it is, and what
it rests on; its words cannot print one as another.
"""

from __future__ import annotations

import datetime
import enum
import math
from collections.abc import Callable, Collection, Iterable
from typing import Any, Final, Required, TypedDict, Unpack

import attrs
from attrs import field, frozen

from relations.model.coverage import Coverage, CoverageClass
from relations.model.dates import EdtfDate
from relations.model.quantities import Number
from relations.model.short import one_line
from relations.model.validators import not_blank

SHARE: Final = "share"
"""The unit of a part of a whole, from 0 to 1; it is printed in per cent."""

NOT_KNOWN: Final = "not known"
"""What is printed where there is a record and no source gives its number."""

_UNCHANGED: Final = frozenset({"TIV", "ha", "aircraft", "personnel"})
"""Units without a plural of their own."""


class FigureKind(enum.Enum):
    """What a figure is: a number, or one of four ways of not being one."""

    MEASURED = "measured"
    KNOWN_ZERO = "known_zero"
    NONE_FOUND = "none_found"
    NOT_COVERED = "not_covered"
    NOT_APPLICABLE = "not_applicable"

    @property
    def words(self) -> str:
        """The kind in words; a known zero is told from what was merely not found."""
        return _KIND_WORDS[self]


_KIND_WORDS: Final = {
    FigureKind.MEASURED: "measured",
    FigureKind.KNOWN_ZERO: "none, as a source says",
    FigureKind.NONE_FOUND: "none found",
    FigureKind.NOT_COVERED: "not covered",
    FigureKind.NOT_APPLICABLE: "not applicable",
}


class Context(TypedDict, total=False):
    """What a figure says beside its number: the fields of :class:`Figure` of these names."""

    name: Required[str]
    as_of: Required[datetime.date]
    unit: str | None
    window: EdtfDate | None
    coverage: tuple[Coverage, ...]
    records: tuple[str, ...]
    note: str


def _number(_figure: object, attribute: attrs.Attribute[Any], value: Any) -> None:  # noqa: ANN401 - whatever is given
    """A bound is a finite number, or is left out."""
    if value is None:
        return
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not math.isfinite(value):
        raise ValueError(f"{attribute.name} is to be a finite number, not {value!r}")


@frozen(kw_only=True, repr=False)
class Figure:
    """A computed number with all it takes to trust it, or the reason why there is none.

    ``name`` is the measure's. ``value`` is the best number there is, ``None`` where only bounds are
    known; ``low`` and ``high`` bound it, ``None`` where a bound is not known, and both are the
    value where it is exact. ``unit`` is what is counted or measured in, in the singular
    (``"meeting"``, ``"day"``, ``"TIV"``, or :data:`SHARE`). ``window`` is the period asked about,
    ``as_of`` the day as of which the answer holds. ``coverage`` are the statements that say how
    thoroughly the matter was looked for, and ``records`` the identifiers of what it rests on.

    Only a measured figure has numbers. It rests on records, so that a count of nothing is none.

    Raises:
        ValueError: if the kind and the rest contradict one another.
    """

    name: str = field(validator=not_blank)
    kind: FigureKind
    value: Number | None = field(default=None, validator=_number)
    low: Number | None = field(default=None, validator=_number)
    high: Number | None = field(default=None, validator=_number)
    unit: str | None = None
    window: EdtfDate | None = None
    as_of: datetime.date
    coverage: tuple[Coverage, ...] = ()
    records: tuple[str, ...] = ()
    note: str = ""

    def __attrs_post_init__(self) -> None:
        _RULES[self.kind](self)

    # -- making ---------------------------------------------------------------------------------

    @classmethod
    def measured(cls, value: Number, **context: Unpack[Context]) -> Figure:
        """A figure whose number is known exactly."""
        return cls(kind=FigureKind.MEASURED, value=value, low=value, high=value, **context)

    @classmethod
    def between(cls, low: Number, high: Number | None, **context: Unpack[Context]) -> Figure:
        """A figure of which bounds are known; a ``high`` of ``None`` has no upper bound."""
        if low == high:
            return cls.measured(low, **context)
        return cls(kind=FigureKind.MEASURED, low=low, high=high, **context)

    @classmethod
    def counted(
        cls, certain: Iterable[str], possible: Iterable[str] = (), **context: Unpack[Context]
    ) -> Figure:
        """How many records match: certainly, and possibly besides. Of none, why there is none."""
        surely = tuple(certain)
        perhaps = tuple(key for key in possible if key not in surely)
        if not surely and not perhaps:
            return cls.absent(**context)
        context["records"] = surely + perhaps
        return cls.between(len(surely), len(surely) + len(perhaps), **context)

    @classmethod
    def absent(cls, **context: Unpack[Context]) -> Figure:
        """The figure of what no record matches: a known zero, none found or not covered."""
        return cls(kind=kind_of_absence(context.get("coverage", ())), **context)

    @classmethod
    def not_applicable(cls, why: str, **context: Unpack[Context]) -> Figure:
        """The figure of a question that makes no sense here; ``why`` becomes its note."""
        context["note"] = why
        return cls(kind=FigureKind.NOT_APPLICABLE, **context)

    # -- asking ---------------------------------------------------------------------------------

    @property
    def is_number(self) -> bool:
        """Whether there is any number in it; otherwise :attr:`FigureKind.words` says what is."""
        return self.kind is FigureKind.MEASURED

    @property
    def is_exact(self) -> bool:
        """Whether its number is known exactly."""
        return self.is_number and self.low is not None and self.low == self.high

    # -- words ----------------------------------------------------------------------------------

    def __str__(self) -> str:
        """The figure in a few words: "5 to 7 agreements", "none found", "not covered"."""
        if not self.is_number:
            return self.kind.words
        words = self._bounds()
        if self.unit in (None, SHARE) or words == NOT_KNOWN:
            return words
        return f"{words} {_plural(self.unit or '', self)}"

    def __repr__(self) -> str:
        return one_line(f"Figure({self.name}: {self})")

    def _repr_html_(self) -> str:
        from relations.display.others import show_figure

        return show_figure(self)

    def _bounds(self) -> str:
        write = _percent if self.unit == SHARE else _figures
        if self.low is not None and self.low == self.high:
            return write(self.low)
        if self.value is None:
            return _span(self, write)
        if self.low is None and self.high is None:
            return f"about {write(self.value)}"
        low, high = (NOT_KNOWN if n is None else write(n) for n in (self.low, self.high))
        return f"{write(self.value)} ({low} to {high})"


def kind_of_absence(coverage: Collection[Coverage]) -> FigureKind:
    """What it means that no record matches, where these statements hold."""
    if any(entry.none_stated for entry in coverage):
        return FigureKind.KNOWN_ZERO
    looked = any(entry.coverage_class is not CoverageClass.NONE for entry in coverage)
    return FigureKind.NONE_FOUND if looked else FigureKind.NOT_COVERED


# -- what holds for each kind --------------------------------------------------------------------


def _check_measured(figure: Figure) -> None:
    if not figure.records:
        raise ValueError(
            f"{figure.name}: a measured figure rests on records; where there are none, say whether "
            "it is a known zero, none found, not covered or not applicable"
        )
    known = [n for n in (figure.low, figure.value, figure.high) if n is not None]
    if known != sorted(known):
        raise ValueError(
            f"{figure.name}: low, value and high are to rise, and are "
            f"{figure.low}, {figure.value} and {figure.high}"
        )


def _check_known_zero(figure: Figure) -> None:
    _without_numbers(figure)
    if not figure.records and not any(entry.none_stated for entry in figure.coverage):
        raise ValueError(f"{figure.name}: a known zero rests on a source that says so")


def _check_none_found(figure: Figure) -> None:
    _without_numbers(figure)
    _without_records(figure)
    if kind_of_absence(figure.coverage) is not FigureKind.NONE_FOUND:
        raise ValueError(
            f"{figure.name}: none is found only where somebody looked and no source says that "
            f"there was none; by its coverage it is {kind_of_absence(figure.coverage).words}"
        )


def _check_not_covered(figure: Figure) -> None:
    _without_numbers(figure)
    _without_records(figure)
    if kind_of_absence(figure.coverage) is not FigureKind.NOT_COVERED:
        raise ValueError(f"{figure.name}: not covered, and yet a statement says that it is")


def _check_not_applicable(figure: Figure) -> None:
    _without_numbers(figure)
    if not figure.note.strip():
        raise ValueError(f"{figure.name}: not applicable, and no note says why")


def _without_numbers(figure: Figure) -> None:
    given = [name for name in ("value", "low", "high") if getattr(figure, name) is not None]
    if given:
        raise ValueError(f"{figure.name}: {figure.kind.words}, and yet it has {given[0]}")


def _without_records(figure: Figure) -> None:
    if figure.records:
        raise ValueError(
            f"{figure.name}: {figure.kind.words}, and yet it rests on {figure.records[0]}"
        )


_RULES: Final = {
    FigureKind.MEASURED: _check_measured,
    FigureKind.KNOWN_ZERO: _check_known_zero,
    FigureKind.NONE_FOUND: _check_none_found,
    FigureKind.NOT_COVERED: _check_not_covered,
    FigureKind.NOT_APPLICABLE: _check_not_applicable,
}


# -- numbers in words ----------------------------------------------------------------------------


def _span(figure: Figure, write: Callable[[Number], str]) -> str:
    low, high = figure.low, figure.high
    if high is None:
        return f"at least {write(low)}" if low else NOT_KNOWN
    return f"{write(low)} to {write(high)}" if low else f"up to {write(high)}"


def _figures(number: Number) -> str:
    """A number to at most two decimal places: "64", "20,000", "0.35"."""
    short = round(number, 2)
    return f"{int(short):,}" if short == int(short) else f"{short:,}"


def _percent(share: Number) -> str:
    """A share in whole per cent; what is not quite none or all is not rounded to it."""
    percent = round(share * 100)
    if percent == 0 and share > 0:
        return "under 1%"
    if percent == 100 and share < 1:
        return "over 99%"
    return f"{percent}%"


def _plural(unit: str, figure: Figure) -> str:
    is_one = figure.high == 1 or (figure.high is None and figure.low == 1)
    if is_one or unit in _UNCHANGED:
        return unit
    return f"{unit[:-1]}ies" if unit.endswith("y") and unit[-2] not in "aeiou" else f"{unit}s"
