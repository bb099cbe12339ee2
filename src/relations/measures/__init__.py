"""Figures computed from the records: small functions of one shape, each with its own file.

Every measure takes a pair and, by name, the day or window that it is asked about; it gives a
:class:`~relations.measures.figure.Figure`, or a tuple of rows whose numbers are figures. Its
docstring holds its formula, its precedent and its pitfalls. There is no composite score.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from relations.errors import UnknownName, nearest
from relations.measures.calendar_ahead import calendar
from relations.measures.comparison import comparison
from relations.measures.completeness import completeness
from relations.measures.concentration import supplier_concentration
from relations.measures.confidence import confidences
from relations.measures.counts import counts_by_year
from relations.measures.coverage_table import coverage_by_kind
from relations.measures.directions import direction_balance
from relations.measures.disputed_facts import disputed_facts
from relations.measures.encounters import common_encounters
from relations.measures.figure import Figure as Figure
from relations.measures.gaps import gaps
from relations.measures.glance import at_a_glance
from relations.measures.in_force import agreements_by_standing, agreements_in_force
from relations.measures.last_contacts import last_contacts
from relations.measures.means import yearly_means
from relations.measures.mechanisms import mechanisms
from relations.measures.pipeline import pipeline
from relations.measures.renewals import renewals
from relations.measures.source_profile import corroboration, source_profile
from relations.measures.supplier_share import supplier_share
from relations.measures.systems import fleet_origin, top_systems
from relations.measures.timeline import timeline

Measure = Callable[..., Figure | tuple[Any, ...]]
"""A function from a pair to a figure or to rows of figures."""

MEASURES: Final[dict[str, Measure]] = {
    measure.__name__: measure
    for measure in (
        at_a_glance,
        timeline,
        counts_by_year,
        yearly_means,
        agreements_in_force,
        agreements_by_standing,
        renewals,
        pipeline,
        supplier_share,
        supplier_concentration,
        fleet_origin,
        top_systems,
        last_contacts,
        common_encounters,
        direction_balance,
        comparison,
        gaps,
        disputed_facts,
        source_profile,
        corroboration,
        confidences,
        coverage_by_kind,
        completeness,
        mechanisms,
        calendar,
    )
}
"""The measures by name, in the order in which the reference explains them."""


def measure_named(name: str) -> Measure:
    """The measure of a name.

    Raises:
        UnknownName: if there is no such measure; with the nearest.
    """
    if name not in MEASURES:
        raise UnknownName("measure", name, nearest(name, MEASURES))
    return MEASURES[name]


def rows_of(result: Figure | tuple[Any, ...]) -> tuple[Any, ...]:
    """What a measure gives, as rows; a figure alone is one row."""
    return (result,) if isinstance(result, Figure) else result
