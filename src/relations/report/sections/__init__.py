"""The sections of a dossier: a list of small functions of one shape, in the order of the page.

Each is given the material and yields blocks. The references are numbered as sections cite them, so
``sources`` stands after every section that cites.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from relations.report.blocks import Block
from relations.report.options import Length
from relations.report.sections import second_page
from relations.report.sections.agreements import agreements
from relations.report.sections.arms_transfers import arms_transfers
from relations.report.sections.comparison import comparison
from relations.report.sections.coverage import coverage
from relations.report.sections.disagreements import disagreements
from relations.report.sections.disputes import disputes
from relations.report.sections.encounters import encounters
from relations.report.sections.exercises import exercises
from relations.report.sections.glance import glance
from relations.report.sections.imprint import imprint
from relations.report.sections.material import Material
from relations.report.sections.mechanisms import mechanisms
from relations.report.sections.meetings import meetings
from relations.report.sections.not_found import not_found
from relations.report.sections.notation import notation
from relations.report.sections.page_one import page_one
from relations.report.sections.people import people
from relations.report.sections.pipeline import pipeline
from relations.report.sections.programmes import programmes
from relations.report.sections.sources import sources
from relations.report.sections.statements import statements
from relations.report.sections.timeline import timeline

Section = Callable[[Material], Iterable[Block]]

OPENING: Final[tuple[Section, ...]] = (page_one,)
"""What every paper begins with."""

_KINDS: Final[Mapping[str, Section]] = {
    "agreements": agreements,
    "arms_transfers": arms_transfers,
    "exercises": exercises,
    "meetings": meetings,
    "programmes": programmes,
    "statements": statements,
    "disputes": disputes,
}

SECTIONS: Final[Mapping[str, Section]] = {
    "timeline": timeline,
    "glance": glance,
    "mechanisms": mechanisms,
    **_KINDS,
    "encounters": encounters,
    "pipeline": pipeline,
    "not_found": not_found,
    "disagreements": disagreements,
    "comparison": comparison,
    "coverage": coverage,
}
"""The sections of a dossier, by the names that readers ask for them with."""

REGISTER: Final[Mapping[str, Section]] = {
    **_KINDS,
    "not_found": not_found,
    "disagreements": disagreements,
    "people": people,
    "coverage": coverage,
}
"""The sections of a register."""

CLOSING: Final[tuple[Section, ...]] = (notation, sources, imprint)
"""What every paper ends with."""

BRIEF: Final[Mapping[str, Section]] = {
    "timeline": second_page.timeline,
    "records": second_page.records,
    "pipeline": second_page.pipeline,
    "disagreements": second_page.disagreements,
}
"""The sections of a brief, on its second page."""

COMPOSITIONS: Final[Mapping[Length, Mapping[str, Section]]] = {
    Length.BRIEF: BRIEF,
    Length.DOSSIER: SECTIONS,
    Length.REGISTER: REGISTER,
}
"""What may stand between the opening and the end of a paper of each length."""
