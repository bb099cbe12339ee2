"""A number that a source gives for one record, as a figure: unknown stays unknown, and no 0."""

from __future__ import annotations

from relations.measures.figure import Context, Figure, FigureKind
from relations.model.quantities import Qualifier, Quantity


def amount(
    quantity: Quantity | None, record: str, context: Context, *, some: bool = False
) -> Figure:
    """The figure of a record's quantity, in the record's own unit where it has one.

    ``some`` says that there certainly was some of it, so that an unknown number is at least one. A
    source that says 0 states a known zero.
    """
    context["records"] = (record,)
    if quantity is None or not quantity.is_known:
        is_told = quantity is not None or some
        return Figure.between(int(is_told), None, **context)
    context["unit"] = quantity.unit or context.get("unit")
    if quantity.qualifier is Qualifier.ABOUT:
        return Figure(kind=FigureKind.MEASURED, value=quantity.value, **context)
    if quantity.maximum == 0:
        return Figure(kind=FigureKind.KNOWN_ZERO, **context)
    return Figure.between(quantity.minimum, quantity.maximum, **context)
