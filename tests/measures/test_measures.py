from __future__ import annotations

import datetime
import inspect
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import relations
from measures.asked import LOOKED, figures_in
from relations.errors import UnknownName
from relations.measures import MEASURES, Measure
from relations.measures.figure import Figure, FigureKind
from relations.pairs import Pair
from strategies.records import datasets

PAIRS = [("VNM", "RUS"), ("LAO", "RUS"), ("ASEAN", "RUS"), ("ASEAN", "JPN"), ("RUS", "JPN")]


@pytest.fixture(scope="module")
def founding() -> list[Pair]:
    """The five pairs that the founding documents speak of."""
    data = relations.load()
    return [data.pair(*names) for names in PAIRS]


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
@pytest.mark.parametrize("part", ["Formula:", "Precedent:", "Pitfalls:"])
def test_every_measure_explains_itself(measure: Measure, part: str) -> None:
    """Each measure's docstring has its formula, a precedent and the pitfalls."""
    assert f"\n{part}\n" in inspect.cleandoc(measure.__doc__ or "")


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_every_measure_has_one_shape(measure: Measure) -> None:
    """Each takes a pair, and whatever else by name with a default."""
    first, *others = inspect.signature(measure).parameters.values()
    assert "pair" == first.name
    assert all(each.kind is each.KEYWORD_ONLY for each in others)
    assert all(each.default is not each.empty for each in others)
    assert "on" in [each.name for each in others]


def numbers_in(value: Any) -> list[Any]:  # noqa: ANN401 - whatever a measure gives
    """The numbers in a result that are no figures."""
    if isinstance(value, Figure | bool):
        return []
    if isinstance(value, int | float):
        return [value]
    if isinstance(value, tuple):
        return [number for entry in value for number in numbers_in(entry)]
    if attrs.has(type(value)) and type(value).__module__.startswith("relations.measures"):
        fields = [a.name for a in attrs.fields(type(value)) if a.name not in NAMED_BY_NUMBER]
        return [number for name in fields for number in numbers_in(getattr(value, name))]
    return []


NAMED_BY_NUMBER = {"year"}
"""Fields in which a number is the name of something."""


@pytest.mark.parametrize("name", MEASURES)
def test_no_bare_number_leaves_a_measure(name: str, founding: list[Pair]) -> None:
    """Every number in what a measure gives is a figure, with the measure's name."""
    for pair in founding:
        result = pair.measure(name)
        assert [] == numbers_in(result)
        allowed = set(MEASURES) if name == "at_a_glance" else {name}
        assert allowed.issuperset(figure.name for figure in figures_in(result))


@pytest.mark.parametrize("name", MEASURES)
def test_every_figure_rests_on_records_there_are(name: str, founding: list[Pair]) -> None:
    """What a figure rests on can be looked up, and its day is the edition's."""
    for pair in founding:
        known = {thing.id for thing in (*pair.dataset.records, *pair.dataset.organisations)}
        for figure in figures_in(pair.measure(name)):
            assert known.issuperset(figure.records)
            assert pair.dataset.edition.date == figure.as_of


@given(
    data=datasets(),
    covered=st.booleans(),
    names=st.sampled_from([("VNM", "RUS"), ("LAO", "EAS")]),
)
@settings(max_examples=30, deadline=None)
def test_silence_is_never_a_number(
    data: relations.Dataset, covered: bool, names: tuple[str, str]
) -> None:
    """Whatever the records, every measure answers, and what nobody looked for is never none
    found.
    """
    pair = attrs.evolve(data, coverage=(LOOKED,) if covered else ()).pair(*names)
    never = FigureKind.NOT_COVERED if covered else FigureKind.NONE_FOUND
    for measure in MEASURES.values():
        for figure in figures_in(measure(pair)):
            assert (measure, never) != (measure, figure.kind)


def test_a_pair_answers_by_the_name_of_a_measure() -> None:
    """The pair's door gives what the function gives."""
    pair = relations.load().pair("VNM", "RUS")
    assert MEASURES["agreements_in_force"](pair) == pair.measure("agreements_in_force")


def test_an_unknown_measure_has_a_nearest() -> None:
    """A slip in the name of a measure ends with the nearest ones."""
    with pytest.raises(UnknownName, match="did you mean 'agreements_in_force'"):
        relations.load().pair("VNM", "RUS").measure("agreement_in_force")


def test_a_day_after_the_cut_off_is_said() -> None:
    """Asked as of a later day, a figure says that nothing after the cut-off was considered."""
    pair = relations.load().pair("VNM", "RUS")
    cut_off = pair.dataset.edition.date
    later = pair.measure("agreements_in_force", on=cut_off + datetime.timedelta(days=1))
    assert isinstance(later, Figure)
    assert f"nothing after {cut_off} was considered" == later.note
    now = pair.measure("agreements_in_force", on=cut_off)
    assert isinstance(now, Figure)
    assert "" == now.note


@pytest.mark.parametrize("name", MEASURES)
def test_a_day_without_end_is_refused(name: str, founding: list[Pair]) -> None:
    """A measure is asked as of a day that there is."""
    with pytest.raises(ValueError, match="has no last day"):
        founding[0].measure(name, on="2018/..")
