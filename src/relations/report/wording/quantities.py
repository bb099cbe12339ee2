"""Numbers and money in words; a number that is not known is never printed as none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from relations.model.quantities import Money, Number, Qualifier, Quantity, Total, total
from relations.report.speech import Speech, messages
from relations.report.wording.terms import term

UNITS: Final = ("aircraft", "day", "ha", "hour", "month", "person", "personnel", "ship", "year")
"""The units that other languages have a word for; another stays as it is written in the data."""

_LONGEST_SIGN: Final = 2
"""A unit of more letters than this is a word, and takes a plural."""
_UNCHANGED: Final = frozenset({"aircraft", "personnel"})
_MAGNITUDES: Final = (
    (1_000_000_000_000, messages("{amount} trillion", "{amount} trillion")),
    (1_000_000_000, messages("{amount} billion", "{amount} billion")),
    (1_000_000, messages("{amount} million", "{amount} million")),
)

Writer = Callable[[Speech, Number], str]


def units() -> Iterator[tuple[str, str, str]]:
    """Every unit, one and many, with the context in which it is looked up."""
    yield from (("unit", unit, _many(unit)) for unit in UNITS)


def unknown_number(speech: Speech) -> str:
    """That a number is not known."""
    return speech.say("number not known")


def number(speech: Speech, value: Number) -> str:
    """A number in figures: "64", "20,000", "190.5"."""
    return speech.number(value)


def magnitude(speech: Speech, value: Number) -> str:
    """A number in figures, with a word for its size where that loses nothing: "10 billion"."""
    for size, texts in _MAGNITUDES:
        if value >= size and value * 1000 % size == 0:
            return speech.count(value / size, *texts, amount=speech.number(value / size))
    return speech.number(value)


def quantity_words(
    speech: Speech, quantity: Quantity | None, write: Writer = number, unit: str = ""
) -> str:
    """A number with what the source says of it: "64", "at least 20,000 ha", "about 14 days".

    ``unit`` stands where the quantity has none of its own.
    """
    if quantity is None:
        return unknown_number(speech)
    unit = quantity.unit or unit
    if not quantity.is_known:
        return _unknown_of(speech, unit)
    words = _bounds(speech, quantity, write)
    said_last = next(n for n in (quantity.value, quantity.high, quantity.low) if n is not None)
    return _with_unit(speech, words, unit, said_last)


def stated_quantity(speech: Speech, quantity: Quantity | None, unit: str = "") -> str:
    """A number as :func:`quantity_words` says it, with the source's words unless it is exact."""
    words = quantity_words(speech, quantity, unit=unit)
    if quantity is None or not quantity.as_stated or quantity.qualifier is Qualifier.EXACT:
        return words
    return f"{words} ({speech.quoted(quantity.as_stated)})"


def money_words(speech: Speech, money: Money | None) -> str:
    """An amount with its currency and what it is: "about 10 billion US dollars (investment)"."""
    if money is None:
        return speech.say("amount not known")
    kind = term(speech, money.kind)
    if money.year:
        kind = speech.say("{kind}, in prices of {year}", kind=kind, year=str(money.year))
    currency = speech.currency_name(money.currency)
    if not money.amount.is_known:
        return speech.say("amount in {currency} not known ({kind})", currency=currency, kind=kind)
    amount = quantity_words(speech, money.amount, magnitude)
    return speech.say("{amount} {currency} ({kind})", amount=amount, currency=currency, kind=kind)


def delivered_words(speech: Speech, quantities: Sequence[Quantity]) -> str:
    """The sum of what was delivered, in one unit, with how many numbers of it are unknown."""
    known = [quantity for quantity in quantities if quantity.is_known]
    unknown = len(quantities) - len(known)
    if not quantities:
        return speech.say("no figure to add up")
    if not known:
        return _all_unknown(speech, unknown)
    words = _total(speech, total(known, known[0].unit))
    if not unknown:
        return words
    return speech.count(
        unknown,
        "{sum} and an unknown number in {number} more",
        "{sum} and an unknown number in {number} more",
        sum=words,
    )


def _all_unknown(speech: Speech, count: int) -> str:
    if count == 1:
        return speech.say("number not known (at least one)")
    if count == 2:
        return speech.say("number not known for either of the two deliveries (at least one each)")
    return speech.say(
        "number not known for any of the {number} deliveries (at least one each)",
        number=speech.number_word(count),
    )


def _total(speech: Speech, sum_: Total) -> str:
    low, high = _about(speech, sum_.minimum, sum_.approximate), sum_.maximum
    if high is None:
        words = speech.say("at least {number}", number=low)
    elif sum_.minimum == high:
        words = low
    elif not sum_.minimum:
        words = speech.say("up to {number}", number=_about(speech, high, sum_.approximate))
    else:
        words = speech.say("{low} to {high}", low=low, high=speech.number(high))
    return _with_unit(speech, words, sum_.unit or "", sum_.minimum if high is None else high)


def _about(speech: Speech, value: Number, approximate: bool) -> str:
    words = speech.number(value)
    return speech.say("about {number}", number=words) if approximate else words


def _bounds(speech: Speech, quantity: Quantity, write: Writer) -> str:
    value, low, high = quantity.value, quantity.low, quantity.high
    if value is not None:
        words = write(speech, value)
        return speech.say("about {number}", number=words) if quantity.is_approximate else words
    if low is None:
        return speech.say("up to {number}", number=write(speech, high or 0))
    if high is None:
        return speech.say("at least {number}", number=write(speech, low))
    return speech.say("{low} to {high}", low=write(speech, low), high=write(speech, high))


def _with_unit(speech: Speech, words: str, unit: str, value: Number) -> str:
    """A number with its unit; signs such as "ha" stay as they are."""
    if not unit:
        return words
    return f"{words} {speech.words('unit', unit, _many(unit), value)}"


def _unknown_of(speech: Speech, unit: str) -> str:
    if not unit:
        return unknown_number(speech)
    units = speech.words("unit", unit, _many(unit), 2)
    return speech.say("number of {units} not known", units=units)


def _many(unit: str) -> str:
    """The English plural of a unit that is a word; signs such as "ha" stay as they are."""
    is_word = unit.isalpha() and len(unit) > _LONGEST_SIGN
    return f"{unit}s" if is_word and not unit.endswith("s") and unit not in _UNCHANGED else unit
