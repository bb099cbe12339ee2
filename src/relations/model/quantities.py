"""Numbers and money as sources give them, so that "a batch" is never counted as none or as one.

A source may say "64", "more than 20 000", "up to 12", "about 200", "3 to 5" or "a number of". A
:class:`Quantity` keeps which of these it was. Adding quantities gives a :class:`Total`: a lower and
an upper bound, and how many of the terms were unknown. Sums are exact: a number counts for the
decimal digits it is written with, so that 0.1 and 0.2 make 0.3 in whatever order they are added.
"""

from __future__ import annotations

import enum
import math
import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, Final

import attrs
from attrs import frozen

Number = int | float

ABOUT_TOLERANCE: Final = Fraction(1, 10)
"""How far a number may be from what "about" says and still agree with it: a tenth of it."""


class Qualifier(enum.Enum):
    """What a source says of a number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    RANGE = "range"
    UNKNOWN = "unknown"


NUMBERS: Final = ("value", "low", "high")

NEEDED: Final[Mapping[Qualifier, tuple[str, ...]]] = {
    Qualifier.EXACT: ("value",),
    Qualifier.AT_LEAST: ("low",),
    Qualifier.AT_MOST: ("high",),
    Qualifier.ABOUT: ("value",),
    Qualifier.RANGE: ("low", "high"),
    Qualifier.UNKNOWN: (),
}
"""The fields that each qualifier needs; it takes none of the others."""


def _countable(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """A number is finite and not negative, or is left out."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if value is not None and not (is_number and 0 <= value < math.inf):
        raise ValueError(f"{attribute.name} is to be a finite number from 0 up, not {value!r}")


def _unit(instance: object, attribute: attrs.Attribute[Any], value: str | None) -> None:
    """A unit is a word, or is left out."""
    if value is not None and (not value or value != value.strip()):
        raise ValueError(f"{value!r} is no unit: name it without spaces around it, or leave it out")


@frozen
class Quantity:
    """A number of something, with what the source says of it.

    ``qualifier`` says which of the numbers are given: ``value`` (exact, about), ``low`` (at least),
    ``high`` (at most), ``low`` and ``high`` (range) or none (unknown). ``unit`` is what is counted
    or measured in, such as ``ha``, and ``None`` for things that are simply counted.
    ``as_stated`` are the words of the source, in its language.
    """

    qualifier: Qualifier
    value: Number | None = attrs.field(default=None, validator=_countable)
    low: Number | None = attrs.field(default=None, validator=_countable)
    high: Number | None = attrs.field(default=None, validator=_countable)
    unit: str | None = attrs.field(default=None, validator=_unit)
    as_stated: str | None = None

    def __attrs_post_init__(self) -> None:
        self._check_fields()
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low is more than high: {self.low} > {self.high}; swap them")

    def _check_fields(self) -> None:
        needed = NEEDED[self.qualifier]
        given = tuple(name for name in NUMBERS if getattr(self, name) is not None)
        if given != needed:
            raise ValueError(
                f"a quantity that is {self.qualifier.value!r} takes {_listed(needed)}, "
                f"and was given {_listed(given)}"
            )

    # -- making ---------------------------------------------------------------------------------

    @classmethod
    def exact(
        cls, value: Number, *, unit: str | None = None, as_stated: str | None = None
    ) -> Quantity:
        """The number itself: "64"."""
        return cls(Qualifier.EXACT, value=value, unit=unit, as_stated=as_stated)

    @classmethod
    def at_least(
        cls, low: Number, *, unit: str | None = None, as_stated: str | None = None
    ) -> Quantity:
        """That number or more: "at least 20 000"."""
        return cls(Qualifier.AT_LEAST, low=low, unit=unit, as_stated=as_stated)

    @classmethod
    def at_most(
        cls, high: Number, *, unit: str | None = None, as_stated: str | None = None
    ) -> Quantity:
        """That number or fewer: "up to 12"."""
        return cls(Qualifier.AT_MOST, high=high, unit=unit, as_stated=as_stated)

    @classmethod
    def about(
        cls, value: Number, *, unit: str | None = None, as_stated: str | None = None
    ) -> Quantity:
        """Roughly that number: "about 200"."""
        return cls(Qualifier.ABOUT, value=value, unit=unit, as_stated=as_stated)

    @classmethod
    def range(
        cls, low: Number, high: Number, *, unit: str | None = None, as_stated: str | None = None
    ) -> Quantity:
        """A number from one to another, both included: "3 to 5"."""
        return cls(Qualifier.RANGE, low=low, high=high, unit=unit, as_stated=as_stated)

    @classmethod
    def unknown(cls, *, unit: str | None = None, as_stated: str | None = None) -> Quantity:
        """Some number that the source does not give: "a batch"."""
        return cls(Qualifier.UNKNOWN, unit=unit, as_stated=as_stated)

    # -- asking ---------------------------------------------------------------------------------

    @property
    def is_known(self) -> bool:
        """Whether the source gives any number."""
        return self.qualifier is not Qualifier.UNKNOWN

    @property
    def is_approximate(self) -> bool:
        """Whether the source says "about", so that the bounds are rough themselves."""
        return self.qualifier is Qualifier.ABOUT

    @property
    def minimum(self) -> Number:
        """The least it can be: 0 where no lower bound is given, the value itself for "about"."""
        return self.value if self.value is not None else self.low or 0

    @property
    def maximum(self) -> Number | None:
        """The most it can be, or ``None`` where no upper bound is given."""
        return self.value if self.value is not None else self.high

    def overlaps(self, other: Quantity) -> bool:
        """Whether both could be the same number; "about" leaves a tenth on either side.

        Raises:
            ValueError: if they are in different units.
        """
        _require_same("units", self.unit, other.unit)
        (low, high), (other_low, other_high) = self._agreeing(), other._agreeing()
        return (high is None or other_low <= high) and (other_high is None or low <= other_high)

    def _agreeing(self) -> tuple[Fraction, Fraction | None]:
        """The least and the most number that agrees with it."""
        margin = ABOUT_TOLERANCE if self.is_approximate else Fraction(0)
        low, high = _fraction(self.minimum), self.maximum
        return low * (1 - margin), None if high is None else _fraction(high) * (1 + margin)

    # -- adding ---------------------------------------------------------------------------------

    def __add__(self, other: Quantity | Total | int) -> Total:
        return Total.of(self) + other

    __radd__ = __add__


def _fraction(number: Number | Fraction) -> Fraction:
    """The number exactly as it is written: 0.1 is a tenth."""
    return Fraction(float.__repr__(number) if isinstance(number, float) else number)


def _optional_fraction(number: Number | Fraction | None) -> Fraction | None:
    return None if number is None else _fraction(number)


def _number(fraction: Fraction) -> Number:
    return fraction.numerator if fraction.denominator == 1 else float(fraction)


@frozen
class Total:
    """The sum of quantities in one unit: its bounds, and what is not known of its terms.

    ``terms`` counts all that was added, ``unknown_terms`` those of them that are unknown; these add
    nothing to ``minimum``, and there is no ``maximum`` as soon as one term has none. With
    ``approximate`` some term was "about" a number, and both bounds are as rough as it is: the true
    sum lies between them, give or take a tenth.

    Sums are held exactly, so that adding is associative and commutative for all numbers. The
    bounds are given back as an ``int`` where they are whole and as the nearest ``float`` otherwise.
    """

    exact_minimum: Fraction = attrs.field(default=Fraction(0), converter=_fraction, alias="minimum")
    exact_maximum: Fraction | None = attrs.field(
        default=Fraction(0), converter=_optional_fraction, alias="maximum"
    )
    terms: int = 0
    unknown_terms: int = 0
    approximate: bool = False
    unit: str | None = attrs.field(default=None, validator=_unit)

    @classmethod
    def of(cls, quantity: Quantity) -> Total:
        """The sum of one quantity."""
        return cls(
            minimum=quantity.minimum,
            maximum=quantity.maximum,
            terms=1,
            unknown_terms=0 if quantity.is_known else 1,
            approximate=quantity.is_approximate,
            unit=quantity.unit,
        )

    @property
    def minimum(self) -> Number:
        """The least that the sum can be."""
        return _number(self.exact_minimum)

    @property
    def maximum(self) -> Number | None:
        """The most that the sum can be, or ``None`` if there is no telling."""
        return None if self.exact_maximum is None else _number(self.exact_maximum)

    def __add__(self, other: Quantity | Total | int) -> Total:
        if isinstance(other, Quantity):
            return self + Total.of(other)
        if isinstance(other, Total):
            return self._plus(other)
        # What sum() begins with; any other bare number has no unit and no source.
        return self if _is_start_of_sum(other) else NotImplemented

    __radd__ = __add__

    def _plus(self, other: Total) -> Total:
        _require_same("units", self.unit, other.unit)
        mine, theirs = self.exact_maximum, other.exact_maximum
        return Total(
            minimum=self.exact_minimum + other.exact_minimum,
            maximum=None if mine is None or theirs is None else mine + theirs,
            terms=self.terms + other.terms,
            unknown_terms=self.unknown_terms + other.unknown_terms,
            approximate=self.approximate or other.approximate,
            unit=self.unit,
        )


def total(quantities: Iterable[Quantity], unit: str | None = None) -> Total:
    """The sum of quantities, which are all in ``unit``; nothing at all sums to 0.

    Raises:
        ValueError: if one is in another unit.
    """
    return sum((Total.of(quantity) for quantity in quantities), start=Total(unit=unit))


# -- money ---------------------------------------------------------------------------------------


class MoneyKind(enum.Enum):
    """What an amount of money is."""

    CONTRACT_VALUE = "contract_value"
    ESTIMATE = "estimate"
    GRANT = "grant"
    LOAN = "loan"
    INVESTMENT = "investment"


def _currency(instance: object, attribute: attrs.Attribute[Any], value: str) -> None:
    """A currency is written as its code of three capital letters (ISO 4217)."""
    if not re.fullmatch("[A-Z]{3}", value):
        raise ValueError(f"{value!r} is no currency code: write three capitals, such as 'USD'")


def _year(instance: object, attribute: attrs.Attribute[Any], value: int | None) -> None:
    """A year is a whole number from 1 to 9999, or is left out."""
    if value is not None and (type(value) is not int or not 1 <= value <= 9999):
        raise ValueError(f"{value!r} is no year: write a whole number, such as 2009")


def _bare(instance: object, attribute: attrs.Attribute[Any], value: Quantity | Total) -> None:
    """An amount has no unit but its currency."""
    if value.unit is not None:
        raise ValueError(f"an amount of money has no unit but its currency, and has {value.unit!r}")


@frozen
class Money:
    """An amount of money: how much, in which currency, of which kind and in the prices of when.

    ``amount`` is in whole units of ``currency`` (dollars, not cents or millions). ``year`` is the
    year whose prices are meant, ``None`` if the source does not say.
    """

    amount: Quantity = attrs.field(validator=_bare)
    currency: str = attrs.field(validator=_currency)
    kind: MoneyKind
    year: int | None = attrs.field(default=None, validator=_year)

    def __add__(self, other: Money | MoneyTotal | int) -> MoneyTotal:
        return MoneyTotal.of(self) + other

    __radd__ = __add__


@frozen
class MoneyTotal:
    """The sum of amounts of money in one currency, of one kind and in the prices of one year."""

    amount: Total = attrs.field(validator=_bare)
    currency: str = attrs.field(validator=_currency)
    kind: MoneyKind
    year: int | None = attrs.field(default=None, validator=_year)

    @classmethod
    def of(cls, money: Money) -> MoneyTotal:
        """The sum of one amount."""
        return cls(Total.of(money.amount), money.currency, money.kind, money.year)

    def __add__(self, other: Money | MoneyTotal | int) -> MoneyTotal:
        if isinstance(other, Money):
            return self + MoneyTotal.of(other)
        if isinstance(other, MoneyTotal):
            return self._plus(other)
        return self if _is_start_of_sum(other) else NotImplemented

    __radd__ = __add__

    def _plus(self, other: MoneyTotal) -> MoneyTotal:
        _require_same("currencies", self.currency, other.currency)
        _require_same("kinds of money", self.kind.value, other.kind.value)
        _require_same("years' prices", self.year, other.year)
        return attrs.evolve(self, amount=self.amount + other.amount)


# -- messages ------------------------------------------------------------------------------------


def _is_start_of_sum(value: object) -> bool:
    return type(value) is int and value == 0


def _require_same(what: str, mine: str | int | None, theirs: str | int | None) -> None:
    if mine != theirs:
        raise ValueError(
            f"different {what} do not go together: {_named(mine)} and {_named(theirs)}"
        )


def _named(value: str | int | None) -> str:
    return "none" if value is None else repr(value)


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(names) or "no number"
