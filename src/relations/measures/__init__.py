"""Figures computed from the records: small functions of one shape, each with its own file.

Every measure takes a pair and, by name, the day or window that it is asked about; it gives a
:class:`~relations.measures.figure.Figure`, or a tuple of rows whose numbers are figures. Its
docstring holds its formula, its precedent and its pitfalls. There is no composite score.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from relations.measures.counts import counts_by_year
from relations.measures.directions import direction_balance
from relations.measures.figure import Figure as Figure
from relations.measures.gaps import gaps
from relations.measures.in_force import agreements_by_standing, agreements_in_force
from relations.measures.last_contacts import last_contacts
from relations.measures.pipeline import pipeline
from relations.measures.renewals import renewals

Measure = Callable[..., Figure | tuple[Any, ...]]
"""A function from a pair to a figure or to rows of figures."""

MEASURES: Final[dict[str, Measure]] = {
    measure.__name__: measure
    for measure in (
        counts_by_year,
        agreements_in_force,
        agreements_by_standing,
        renewals,
        pipeline,
        last_contacts,
        direction_balance,
        gaps,
    )
}
"""The measures by name, in the order in which the reference explains them."""
