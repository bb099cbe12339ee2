"""What was looked for, how thoroughly, and what was not found, which is not the same as none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from relations.model.coverage import Coverage, CoverageClass
from relations.report.speech import Speech, message
from relations.report.wording.dates import date_words
from relations.report.wording.kinds import noun
from relations.report.wording.sentences import capital
from relations.report.wording.terms import term

CAUTION: Final = message("This does not mean that there was none.")


_BETWEEN: Final = (
    message("{kind:many} between {a} and {b} are not covered by this dataset."),
    message("No {kind} between {a} and {b} was found in the {documents} read ({coverage})."),
)
_SAID: Final = (
    message("{kind:many} by {a} or {b} on the other are not covered by this dataset."),
    message("No {kind} by {a} or {b} on the other was found in the {documents} read ({coverage})."),
)
"""That a kind is not covered, or that none was found; statements are not between two."""


def none_found(speech: Speech, kind: str, a: str, b: str, coverage: Sequence[Coverage]) -> str:
    """That no record of a kind was found between two parties, or that none was looked for."""
    looked = [entry for entry in coverage if entry.coverage_class is not CoverageClass.NONE]
    kinds = noun(speech, kind)
    missing, none = _SAID if kind == "statements" else _BETWEEN
    if not looked:
        return capital(speech.say(missing, kind=kinds, a=a, b=b))
    found = speech.say(
        none,
        kind=kinds,
        a=a,
        b=b,
        documents=documents(speech, looked),
        coverage=coverage_words(speech, looked),
    )
    return f"{capital(found)} {speech.say(CAUTION)}"


def documents(speech: Speech, coverage: Sequence[Coverage]) -> str:
    """How many documents were read: "five documents"."""
    sources = {source for entry in coverage for source in entry.sources}
    if not sources:
        return speech.say("documents")
    return speech.count(len(sources), "{number} document", "{number} documents")


def coverage_words(speech: Speech, coverage: Sequence[Coverage]) -> str:
    """How thoroughly a matter was looked for: "coverage: opportunistic, 1979 to 2021"."""
    entries = dict.fromkeys(entry_words(speech, entry) for entry in coverage)
    extent = speech.listed(entries) or term(speech, CoverageClass.NONE)
    return speech.say("coverage: {extent}", extent=extent)


def entry_words(speech: Speech, entry: Coverage) -> str:
    """The class and period of a statement of coverage: "opportunistic, 1979 to 2021"."""
    said = term(speech, entry.coverage_class)
    return f"{said}, {date_words(speech, entry.period)}" if entry.period else said
