"""Every message that no line of code spells out, so that the catalogues can be asked to hold it.

The words of enumerations, kinds, fields, units and dates are looked up by their context, and made
from the model: a new member of an enumeration is asked of every catalogue at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from relations.report.speech import GENDERS, NUMBERS
from relations.report.wording.dates import date_messages
from relations.report.wording.kinds import nouns
from relations.report.wording.quantities import units
from relations.report.wording.terms import statuses, terms


def vocabulary() -> Iterator[tuple[str, str | tuple[str, str]]]:
    """Each message with its context; a pair is for one and for several."""
    yield from terms()
    for context, one, many in (*statuses(), *nouns(), *units()):
        yield context, (one, many)
    yield from date_messages()
    for gender in GENDERS:
        yield from ((gender, word) for word in NUMBERS)
