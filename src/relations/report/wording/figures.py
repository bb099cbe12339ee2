"""A computed figure in words: its number or bounds, or which of four ways of having none it is."""

from __future__ import annotations

from typing import Final

from relations.measures.figure import SHARE, Figure, FigureKind
from relations.model.quantities import Number
from relations.report.speech import Speech, message

_KINDS: Final = {
    FigureKind.KNOWN_ZERO: message("none, as a source says"),
    FigureKind.NONE_FOUND: message("none found"),
    FigureKind.NOT_COVERED: message("not covered"),
    FigureKind.NOT_APPLICABLE: message("not applicable"),
}

_PLACES: Final[dict[str | None, int | None]] = {"day": None}
"""The decimal places in which a unit is told, where they are not one."""


def figure_words(speech: Speech, figure: Figure) -> str:
    """The bare number of a figure, "5", "5 to 7" or "at least 5"; else what there is instead."""
    if not figure.is_number:
        return absence_words(speech, figure.kind)
    low, high, value = figure.low, figure.high, figure.value
    if low is not None and low == high:
        return _written(speech, low, figure)
    if value is not None and low is None and high is None:
        return speech.say("about {number}", number=_written(speech, value, figure))
    if high is None:
        return (
            speech.say("at least {number}", number=_written(speech, low, figure))
            if low
            else speech.say("not known")
        )
    if not low:
        return speech.say("up to {number}", number=_written(speech, high, figure))
    return speech.say(
        "{low} to {high}", low=_written(speech, low, figure), high=_written(speech, high, figure)
    )


def absence_words(speech: Speech, kind: FigureKind) -> str:
    """What it means that there is no number: "none found", "not covered"."""
    return speech.say(_KINDS[kind])


def _written(speech: Speech, number: Number, figure: Figure) -> str:
    if figure.unit != SHARE:
        return speech.number(round(number, _PLACES.get(figure.unit, 1)))
    percent = round(number * 100)
    if percent == 0 and number > 0:
        return speech.say("under 1%")
    if percent == 100 and number < 1:
        return speech.say("over 99%")
    return speech.say("{number}%", number=speech.number(percent))
