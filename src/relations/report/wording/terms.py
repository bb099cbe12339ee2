"""The records' own vocabulary in words: each member of an enumeration, each name of a field.

English words come from the members themselves, so that a new member is printed at once.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Final

from relations.model.agreement import AgreementForm, Ending
from relations.model.arms_transfer import ArmsCategory
from relations.model.claims import Reason
from relations.model.confidence import ConfidenceLevel
from relations.model.coverage import CoverageClass
from relations.model.dispute import DisputeKind
from relations.model.exercise import Domain
from relations.model.inquiry import Outcome
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import DelegateRole, Format, Level
from relations.model.organisation import Standing
from relations.model.party import SuccessionKind
from relations.model.programme import Sector
from relations.model.quantities import MoneyKind
from relations.model.record import HISTORY_PREFIX
from relations.model.source import SourceClass
from relations.model.statement import Stance
from relations.model.status import Status
from relations.report.speech import Speech

ENUMERATIONS: Final[tuple[type[enum.Enum], ...]] = (
    AgreementForm,
    Ending,
    ArmsCategory,
    Reason,
    ConfidenceLevel,
    CoverageClass,
    DisputeKind,
    Domain,
    Outcome,
    DelegateRole,
    Format,
    Level,
    Standing,
    SuccessionKind,
    Sector,
    MoneyKind,
    SourceClass,
    Stance,
)
"""Every enumeration whose members are printed as words; statuses are said of a kind."""

_SPELT: Final[dict[enum.Enum, str]] = {
    CoverageClass.NONE: "not covered",
    DelegateRole.CO_CHAIR: "co-chair",
    Level.SECURITY_COUNCIL: "national security council",
    Reason.ERROR: "taken for an error",
    Reason.SUPERSEDED: "overtaken by later information",
    Reason.UNSUPPORTED: "not borne out by anything else",
    SourceClass.REFERENCE: "reference work",
    Status.NEGOTIATING: "in negotiation",
    Status.DISCUSSED: "under discussion",
}
"""The members whose value is not yet how they are said."""

_UNKNOWN_STATUS: Final = "status not known"


def term(speech: Speech, member: enum.Enum) -> str:
    """A member of an enumeration as it stands in a sentence: "deputy minister"."""
    return speech.word(type(member).__name__, _english(member))


def status_words(speech: Speech, status: Status | None, kind: str, number: int = 1) -> str:
    """A status as it is said of so many records of a kind; ``None`` is a status not known."""
    english = _english(status) if status else _UNKNOWN_STATUS
    return speech.words(kind, english, english, number)


def field_term(speech: Speech, field: str) -> str:
    """The matter that a field of a record is about: "the number ordered"."""
    return speech.word("field", _field(field))


def terms() -> Iterator[tuple[str, str]]:
    """Every word of this module with the context in which it is looked up, statuses apart."""
    for enumeration in ENUMERATIONS:
        yield from ((enumeration.__name__, _english(member)) for member in enumeration)
    fields = {name for cls in RECORD_TYPES.values() for name in cls.claimable()} | {"office"}
    plain = sorted(name for name in fields if not name.startswith(HISTORY_PREFIX))
    yield from (("field", _field(name)) for name in plain)


def statuses() -> Iterator[tuple[str, str, str]]:
    """Every status of every kind, of one record and of several, with the kind as its context."""
    for kind, cls in RECORD_TYPES.items():
        words = (*map(_english, cls.STATUSES), _UNKNOWN_STATUS)
        yield from ((kind, word, word) for word in words)


def _english(member: enum.Enum) -> str:
    return _SPELT.get(member) or str(member.value).replace("_", " ")


def _field(name: str) -> str:
    return f"the {name.replace('_', ' ')}"
