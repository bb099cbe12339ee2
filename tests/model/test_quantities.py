from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.model.quantities import (
    ABOUT_TOLERANCE,
    Money,
    MoneyKind,
    MoneyTotal,
    Number,
    Qualifier,
    Quantity,
    Total,
    total,
)

numbers = st.one_of(st.integers(0, 10**9), st.floats(0, 1e9, allow_subnormal=False))


def quantities(of: st.SearchStrategy[Number] = numbers) -> st.SearchStrategy[Quantity]:
    """Quantities of every qualifier, without a unit."""
    return st.one_of(
        st.builds(Quantity.exact, of),
        st.builds(Quantity.at_least, of),
        st.builds(Quantity.at_most, of),
        st.builds(Quantity.about, of),
        st.lists(of, min_size=2, max_size=2).map(sorted).map(lambda ends: Quantity.range(*ends)),
        st.builds(Quantity.unknown),
    )


@st.composite
def realised(draw: st.DrawFn) -> tuple[Quantity, int]:
    """A quantity and one of the numbers that it may be."""
    quantity = draw(quantities(st.integers(0, 10**6)))
    low, high = quantity.minimum, quantity.maximum
    if quantity.is_approximate:
        margin = quantity.minimum * ABOUT_TOLERANCE
        low, high = math.ceil(low - margin), math.floor(low + margin)
    number = st.integers(int(low), 10**7 if high is None else int(high))
    return quantity, draw(number)


# -- one quantity --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quantity", "minimum", "maximum"),
    [
        (Quantity.exact(64), 64, 64),
        (Quantity.at_least(20_000), 20_000, None),
        (Quantity.at_most(12), 0, 12),
        (Quantity.about(200), 200, 200),
        (Quantity.range(3, 5), 3, 5),
        (Quantity.unknown(), 0, None),
        (Quantity.exact(0), 0, 0),
        (Quantity.at_least(0), 0, None),
        (Quantity.at_most(0), 0, 0),
    ],
)
def test_the_bounds_of_each_qualifier(
    quantity: Quantity, minimum: int, maximum: int | None
) -> None:
    """A quantity has a least and, if the source gives one, a most."""
    assert (minimum, maximum) == (quantity.minimum, quantity.maximum)


def test_an_unknown_number_is_neither_none_nor_one() -> None:
    """An unknown number, "a batch", is not 0 and not 1, and is not equal to either."""
    unknown = Quantity.unknown(as_stated="a batch")

    assert not unknown.is_known
    assert unknown.maximum is None
    assert unknown not in (Quantity.exact(0), Quantity.exact(1))


def test_a_given_number_is_known() -> None:
    """Any number at all, even a bound, is known."""
    assert Quantity.at_least(0).is_known


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"qualifier": Qualifier.EXACT}, "'exact' takes value, and was given no number"),
        ({"qualifier": Qualifier.EXACT, "low": 1}, "'exact' takes value, and was given low"),
        ({"qualifier": Qualifier.ABOUT, "high": 1}, "'about' takes value, and was given high"),
        (
            {"qualifier": Qualifier.AT_LEAST, "value": 1},
            "'at_least' takes low, and was given value",
        ),
        ({"qualifier": Qualifier.AT_MOST, "low": 1}, "'at_most' takes high, and was given low"),
        ({"qualifier": Qualifier.RANGE, "low": 1}, "'range' takes low and high, and was given low"),
        ({"qualifier": Qualifier.UNKNOWN, "value": 0}, "takes no number, and was given value"),
        ({"qualifier": Qualifier.RANGE, "low": 5, "high": 3}, "low is more than high: 5 > 3"),
    ],
)
def test_a_quantity_takes_the_numbers_of_its_qualifier(
    fields: dict[str, object], message: str
) -> None:
    """A qualifier without its numbers, or with another's, is refused with both named."""
    with pytest.raises(ValueError, match=message):
        Quantity(**fields)  # type: ignore[arg-type]  # what the test is about


@pytest.mark.parametrize("number", [-1, -0.5, math.nan, math.inf, True, "64", Fraction(1, 2)])
def test_a_number_is_finite_and_not_negative(number: object) -> None:
    """A number that counts nothing is refused, and so is what is no number."""
    with pytest.raises(ValueError, match="value is to be a finite number from 0 up"):
        Quantity.exact(number)  # type: ignore[arg-type]  # what the test is about


@pytest.mark.parametrize("unit", ["", " ", " ha", "ha "])
def test_a_unit_is_a_word_or_none(unit: str) -> None:
    """A unit that would not be told from another is refused."""
    with pytest.raises(ValueError, match="is no unit"):
        Quantity.exact(1, unit=unit)


def test_a_quantity_keeps_its_unit_and_its_words() -> None:
    """The unit and the words of the source stay with the number."""
    quantity = Quantity.at_least(20_000, unit="ha", as_stated="более 20 тысяч гектаров")

    assert ("ha", "более 20 тысяч гектаров") == (quantity.unit, quantity.as_stated)


def test_a_quantity_cannot_be_changed() -> None:
    """Values are immutable."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Quantity.exact(1).value = 2  # type: ignore[misc]  # what the test is about


def test_qualifiers_are_written_as_words() -> None:
    """The values are the words used in data."""
    words = ["exact", "at_least", "at_most", "about", "range", "unknown"]

    assert words == [qualifier.value for qualifier in Qualifier]


# -- agreeing ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Quantity.exact(64), Quantity.exact(64), True),
        (Quantity.exact(64), Quantity.exact(65), False),
        (Quantity.exact(64), Quantity.exact(64.0), True),
        (Quantity.exact(20), Quantity.range(10, 20), True),
        (Quantity.exact(21), Quantity.range(10, 20), False),
        (Quantity.at_least(20_000), Quantity.range(190, 209), False),
        (Quantity.at_least(5), Quantity.at_most(5), True),
        (Quantity.at_least(6), Quantity.at_most(5), False),
        (Quantity.about(200), Quantity.exact(180), True),
        (Quantity.about(200), Quantity.exact(220), True),
        (Quantity.about(200), Quantity.exact(179), False),
        (Quantity.about(200), Quantity.exact(221), False),
        (Quantity.about(0.3), Quantity.exact(0.33), True),
        (Quantity.about(100), Quantity.about(120), True),
        (Quantity.about(100), Quantity.about(125), False),
        (Quantity.unknown(), Quantity.exact(0), True),
        (Quantity.unknown(), Quantity.unknown(), True),
    ],
)
def test_whether_two_sources_may_mean_the_same_number(
    one: Quantity, other: Quantity, expected: bool
) -> None:
    """Two quantities agree if some number is both, whichever is asked."""
    assert expected is one.overlaps(other)
    assert expected is other.overlaps(one)


@given(realised(), realised())
def test_quantities_that_are_the_same_number_agree(
    one: tuple[Quantity, int], other: tuple[Quantity, int]
) -> None:
    """A number that is in both is enough, and every quantity agrees with itself."""
    (mine, number), (theirs, _) = one, other

    assert mine.overlaps(mine)
    assert mine.overlaps(Quantity.exact(number))
    if Quantity.exact(number).overlaps(theirs):
        assert mine.overlaps(theirs)


def test_quantities_in_different_units_cannot_be_compared() -> None:
    """Hectares are not held against square kilometres."""
    with pytest.raises(ValueError, match="different units do not go together: 'ha' and 'km²'"):
        Quantity.exact(200, unit="ha").overlaps(Quantity.exact(2, unit="km²"))


# -- adding --------------------------------------------------------------------------------------


def test_a_sum_is_bounds_and_what_is_not_known() -> None:
    """A sum says how many terms it has and how many of them are unknown."""
    added = total([Quantity.exact(36), Quantity.range(3, 5), Quantity.unknown()])

    assert Total(minimum=39, maximum=None, terms=3, unknown_terms=1) == added


def test_a_sum_of_known_numbers_has_both_bounds() -> None:
    """Exact numbers, ranges and upper bounds add to a range."""
    added = Quantity.exact(36) + Quantity.range(3, 5) + Quantity.at_most(2)

    assert (39, 43, 3, 0) == (added.minimum, added.maximum, added.terms, added.unknown_terms)


def test_a_lower_bound_in_a_sum_takes_the_upper_bound_away() -> None:
    """A number that is "at least" so many is known, and yet the sum has no upper bound."""
    added = Quantity.exact(36) + Quantity.at_least(3)

    assert (39, None, 0) == (added.minimum, added.maximum, added.unknown_terms)


def test_an_unknown_term_adds_neither_none_nor_one() -> None:
    """An unknown term leaves the least as it was, and takes the most away."""
    added = Quantity.exact(36) + Quantity.unknown()

    assert (36, None) == (added.minimum, added.maximum)


def test_a_sum_with_a_rough_number_is_approximate() -> None:
    """A sum with one term that is "about" a number is rough as a whole."""
    assert (Quantity.exact(36) + Quantity.about(10)).approximate
    assert not (Quantity.exact(36) + Quantity.at_most(10)).approximate


@given(quantities(), quantities())
def test_adding_is_commutative(one: Quantity, other: Quantity) -> None:
    """The order of two terms does not matter."""
    assert one + other == other + one


@given(quantities(), quantities(), quantities())
def test_adding_is_associative(one: Quantity, two: Quantity, three: Quantity) -> None:
    """The order in which sums are taken does not matter, for fractions as for whole numbers."""
    assert (one + two) + three == one + (two + three)


@given(quantities())
def test_nothing_added_changes_nothing(quantity: Quantity) -> None:
    """The sum of nothing, and the 0 that sum() begins with, are neutral."""
    alone = Total.of(quantity)

    assert alone == Total() + quantity
    assert alone == quantity + Total()
    assert alone == 0 + quantity
    assert alone == quantity + 0


@given(st.lists(quantities(), min_size=1))
def test_all_ways_of_adding_agree(terms: list[Quantity]) -> None:
    """`total`, `sum` and `+` give the same, and every term is counted."""
    added = total(terms)
    ways: list[object] = [sum(terms), sum(map(Total.of, reversed(terms)))]

    assert [added, added] == ways
    assert len(terms) == added.terms
    assert sum(not term.is_known for term in terms) == added.unknown_terms


@given(st.lists(realised()))
def test_the_bounds_of_a_sum_enclose_every_sum_of_numbers(
    terms: list[tuple[Quantity, int]],
) -> None:
    """Whatever each term is, the sum is within the bounds, give or take a tenth if approximate."""
    added = total(quantity for quantity, _ in terms)
    number = sum(number for _, number in terms)
    margin = ABOUT_TOLERANCE if added.approximate else 0

    assert added.exact_minimum * (1 - margin) <= number
    assert added.exact_maximum is None or number <= added.exact_maximum * (1 + margin)


def test_fractions_add_as_they_are_written() -> None:
    """A tenth and two tenths are three tenths."""
    added = Quantity.exact(0.1) + Quantity.exact(0.2)

    assert 0.3 == added.minimum
    assert added == Total.of(Quantity.exact(0.3)) + total([Quantity.exact(0)])


def test_whole_sums_are_whole_numbers() -> None:
    """A sum that is whole is given back as an int, however large."""
    added = Quantity.exact(0.5) + Quantity.exact(0.5) + Quantity.exact(10**400)

    assert 10**400 + 1 == added.minimum
    assert isinstance(added.minimum, int)


def test_nothing_at_all_sums_to_zero() -> None:
    """The sum of no terms is 0 of the unit asked for, with no term counted."""
    assert Total(minimum=0, maximum=0, terms=0, unit="ha") == total([], unit="ha")


@pytest.mark.parametrize(
    "add",
    [
        lambda ha, km: ha + km,
        lambda ha, km: ha + Total.of(km),
        lambda ha, km: Total.of(ha) + Total.of(km),
        lambda ha, km: total([ha, km], unit="ha"),
        lambda ha, km: sum([ha, km]),
    ],
)
def test_different_units_do_not_add(add: Callable[[Quantity, Quantity], Total]) -> None:
    """Adding across units is refused, and both are named."""
    with pytest.raises(ValueError, match="'ha' and 'km²'"):
        add(Quantity.exact(200, unit="ha"), Quantity.exact(2, unit="km²"))


def test_what_has_a_unit_does_not_add_to_what_has_none() -> None:
    """No unit is a unit of its own."""
    with pytest.raises(ValueError, match="different units do not go together: 'ha' and none"):
        Quantity.exact(200, unit="ha") + Quantity.exact(2)


@pytest.mark.parametrize("bare", [1, 0.0, True, False, "0"])
def test_a_bare_number_does_not_add(bare: object) -> None:
    """A number that no source gives cannot slip into a sum."""
    with pytest.raises(TypeError, match="unsupported operand"):
        Quantity.exact(64) + bare  # type: ignore[operator]  # what the test is about
    with pytest.raises(TypeError):
        bare + Total()  # type: ignore[arg-type]  # what the test is about


# -- money ---------------------------------------------------------------------------------------


def dollars(amount: Quantity, year: int | None = 2009) -> Money:
    """A contract in dollars."""
    return Money(amount, "USD", MoneyKind.CONTRACT_VALUE, year)


def test_amounts_of_money_add_like_quantities() -> None:
    """A sum of money is a range with its currency, kind and year."""
    added = dollars(Quantity.exact(100)) + dollars(Quantity.unknown())

    assert MoneyTotal(Total(100, None, 2, 1), "USD", MoneyKind.CONTRACT_VALUE, 2009) == added


@given(st.lists(quantities(), min_size=1))
def test_all_ways_of_adding_money_agree(amounts: list[Quantity]) -> None:
    """`sum` works on money, in whatever order."""
    moneys = [dollars(amount) for amount in amounts]
    added = MoneyTotal(total(amounts), "USD", MoneyKind.CONTRACT_VALUE, 2009)
    ways: list[object] = [sum(moneys), sum(map(MoneyTotal.of, reversed(moneys)))]

    assert [added, added] == ways


def test_money_of_no_stated_year_adds_to_its_like() -> None:
    """Where no year is stated, none is made up."""
    added = dollars(Quantity.exact(1), year=None) + dollars(Quantity.exact(2), year=None)

    assert (3, None) == (added.amount.minimum, added.year)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"currency": "RUB"}, "different currencies do not go together: 'USD' and 'RUB'"),
        (
            {"kind": MoneyKind.ESTIMATE},
            "different kinds of money .*'contract_value' and 'estimate'",
        ),
        ({"year": 2010}, "different years' prices do not go together: 2009 and 2010"),
        ({"year": None}, "different years' prices do not go together: 2009 and none"),
    ],
)
def test_money_that_differs_does_not_add(change: dict[str, object], message: str) -> None:
    """Adding across currency, kind or year is refused, and both are named."""
    money = dollars(Quantity.exact(1))
    other = attrs.evolve(money, **change)  # type: ignore[arg-type]  # one field of it

    with pytest.raises(ValueError, match=message):
        money + other


@pytest.mark.parametrize("currency", ["usd", "US", "USDT", "US$", "", "USD\n", "ÄÖÜ"])
def test_a_currency_is_three_capitals(currency: str) -> None:
    """A currency is written as its ISO 4217 code."""
    with pytest.raises(ValueError, match="is no currency code"):
        Money(Quantity.exact(1), currency, MoneyKind.GRANT)


@pytest.mark.parametrize("year", [0, 10_000, 2009.0, True])
def test_a_year_of_prices_is_a_year(year: int) -> None:
    """A year is a whole number that a calendar has."""
    with pytest.raises(ValueError, match="is no year"):
        Money(Quantity.exact(1), "USD", MoneyKind.LOAN, year)


def test_money_has_no_unit_but_its_currency() -> None:
    """An amount in a unit is not money."""
    with pytest.raises(ValueError, match="no unit but its currency, and has 'million'"):
        Money(Quantity.exact(1, unit="million"), "USD", MoneyKind.INVESTMENT)


@pytest.mark.parametrize("bare", [1, True, Quantity.exact(1)])
def test_only_money_adds_to_money(bare: object) -> None:
    """A number, or a volume of capability, is never added to money."""
    with pytest.raises(TypeError, match="unsupported operand"):
        dollars(Quantity.exact(1)) + bare  # type: ignore[operator]  # what the test is about


def test_kinds_of_money_are_written_as_words() -> None:
    """The values are the words used in data."""
    words = ["contract_value", "estimate", "grant", "loan", "investment"]

    assert words == [kind.value for kind in MoneyKind]
