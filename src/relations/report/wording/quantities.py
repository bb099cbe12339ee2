"""Numbers and money in English; a number that is not known is never printed as none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from relations.model.quantities import Money, Number, Qualifier, Quantity, Total, total
from relations.report.wording.lists import number_word

UNKNOWN_NUMBER: Final = "number not known"

_LONGEST_SIGN: Final = 2
"""A unit of more letters than this is a word, and takes a plural."""
_UNCHANGED: Final = frozenset({"aircraft", "personnel"})
_CURRENCIES: Final = {
    "CNY": "yuan",
    "EUR": "euros",
    "JPY": "yen",
    "LAK": "kip",
    "RUB": "roubles",
    "USD": "US dollars",
    "VND": "dong",
}
_MAGNITUDES: Final = (
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
)

Writer = Callable[[Number], str]


def number(value: Number) -> str:
    """A number in figures: "64", "20,000", "190.5"."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{value:,}"


def magnitude(value: Number) -> str:
    """A number in figures, with a word for its size where that loses nothing: "10 billion"."""
    for size, word in _MAGNITUDES:
        if value >= size and value * 1000 % size == 0:
            return f"{number(value / size)} {word}"
    return number(value)


def quantity_words(quantity: Quantity | None, write: Writer = number, unit: str = "") -> str:
    """A number with what the source says of it: "64", "at least 20,000 ha", "about 14 days".

    ``unit`` stands where the quantity has none of its own.
    """
    if quantity is None:
        return UNKNOWN_NUMBER
    unit = quantity.unit or unit
    if not quantity.is_known:
        return f"number of {_many(unit)} not known" if unit else UNKNOWN_NUMBER
    words = _bounds(quantity, write)
    return f"{words} {_unit(unit, quantity)}" if unit else words


def stated_quantity(quantity: Quantity | None, unit: str = "") -> str:
    """A number as :func:`quantity_words` says it, with the source's words unless it is exact."""
    words = quantity_words(quantity, unit=unit)
    if quantity is None or not quantity.as_stated or quantity.qualifier is Qualifier.EXACT:
        return words
    return f"{words} (“{quantity.as_stated}”)"


def money_words(money: Money | None) -> str:
    """An amount with its currency and what it is: "about 10 billion US dollars (investment)"."""
    if money is None:
        return "amount not known"
    kind = money.kind.value.replace("_", " ")
    year = f", in prices of {money.year}" if money.year else ""
    currency = _CURRENCIES.get(money.currency, money.currency)
    if not money.amount.is_known:
        return f"amount in {currency} not known ({kind}{year})"
    return f"{quantity_words(money.amount, magnitude)} {currency} ({kind}{year})"


def sum_words(quantities: Sequence[Quantity], noun: str, plural: str | None = None) -> str:
    """The sum of quantities in one unit, with how many of them are unknown.

    ``noun`` is what each quantity belongs to, such as "delivery".
    """
    known = [quantity for quantity in quantities if quantity.is_known]
    unknown = len(quantities) - len(known)
    if not quantities:
        return "no figure to add up"
    if not known:
        return _all_unknown(unknown, plural or noun + "s")
    words = _total(total(known, known[0].unit))
    return f"{words} and an unknown number in {number_word(unknown)} more" if unknown else words


def _all_unknown(count: int, plural: str) -> str:
    if count == 1:
        return f"{UNKNOWN_NUMBER} (at least one)"
    which = "either" if count == 2 else "any"
    return f"{UNKNOWN_NUMBER} for {which} of the {number_word(count)} {plural} (at least one each)"


def _total(sum_: Total) -> str:
    unit = f" {_many(sum_.unit)}" if sum_.unit else ""
    low, high = number(sum_.minimum), sum_.maximum
    about = "about " if sum_.approximate else ""
    if high is None:
        return f"at least {about}{low}{unit}"
    if sum_.minimum == high:
        return f"{about}{low}{unit}"
    if not sum_.minimum:
        return f"up to {about}{number(high)}{unit}"
    return f"{about}{low} to {number(high)}{unit}"


def _bounds(quantity: Quantity, write: Writer) -> str:
    value = quantity.value
    if value is not None:
        return f"about {write(value)}" if quantity.is_approximate else write(value)
    low, high = quantity.low, quantity.high
    if low is None:
        return f"up to {write(high or 0)}"
    return f"at least {write(low)}" if high is None else f"{write(low)} to {write(high)}"


def _unit(unit: str, quantity: Quantity) -> str:
    return unit if quantity.value == 1 else _many(unit)


def _many(unit: str) -> str:
    """The plural of a unit that is a word; signs such as "ha" stay as they are."""
    is_word = unit.isalpha() and len(unit) > _LONGEST_SIGN
    return f"{unit}s" if is_word and not unit.endswith("s") and unit not in _UNCHANGED else unit
