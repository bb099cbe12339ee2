"""What was looked for, how thoroughly, and what was not found, which is not the same as none."""

from __future__ import annotations

from collections.abc import Sequence

from relations.model.coverage import Coverage, CoverageClass
from relations.report.wording.dates import date_words
from relations.report.wording.kinds import plural, singular
from relations.report.wording.lists import capital, counted, listed

CAUTION = "This does not mean that there was none."


def none_found(kind: str, a: str, b: str, coverage: Sequence[Coverage]) -> str:
    """That no record of a kind was found between two parties, or that none was looked for."""
    looked = [entry for entry in coverage if entry.coverage_class is not CoverageClass.NONE]
    if not looked:
        return f"{capital(plural(kind))} between {a} and {b} are not covered by this dataset."
    where = f"in the {documents(looked)} read ({coverage_words(looked)})"
    return f"No {singular(kind)} between {a} and {b} was found {where}. {CAUTION}"


def documents(coverage: Sequence[Coverage]) -> str:
    """How many documents were read: "five documents"."""
    sources = {source for entry in coverage for source in entry.sources}
    return counted(len(sources), "document") if sources else "documents"


def coverage_words(coverage: Sequence[Coverage]) -> str:
    """How thoroughly a matter was looked for: "coverage: opportunistic, 1979 to 2021"."""
    if not coverage:
        return "coverage: not covered"
    return f"coverage: {listed(dict.fromkeys(map(_one, coverage)))}"


def class_words(coverage_class: CoverageClass) -> str:
    """A class of coverage; ``none`` is "not covered"."""
    return "not covered" if coverage_class is CoverageClass.NONE else coverage_class.value


def _one(entry: Coverage) -> str:
    period = f", {date_words(entry.period)}" if entry.period else ""
    return f"{class_words(entry.coverage_class)}{period}"
