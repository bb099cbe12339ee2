"""What was asked of other sources about a record, and what came of it.

That nothing was found is a result too, and is kept: silence of the data would not tell whether
anybody looked.
"""

from __future__ import annotations

import enum

from attrs import field, frozen

from relations.model.dates import EdtfDate
from relations.model.references import TO_PARTY, TO_RECORD, TO_SOURCE
from relations.model.source import Release
from relations.model.validators import not_blank, valid_id


class Outcome(enum.Enum):
    """What other sources say to what was asked."""

    CONFIRMED = "confirmed"
    REFINED = "refined"
    CONTRADICTED = "contradicted"
    UNRESOLVED = "unresolved"
    NOTHING_FOUND = "nothing_found"

    @property
    def words(self) -> str:
        """The outcome as it is written in a sentence."""
        return self.value.replace("_", " ")


@frozen(kw_only=True)
class Inquiry:
    """One question put to other sources: what about, with what outcome, and when.

    ``about`` are records, ``parties`` states and bodies. ``sources`` are those that were found
    beyond the one asked about; they may bear on the question without answering it.
    """

    id: str = field(validator=valid_id)
    topic: str = field(validator=not_blank)
    outcome: Outcome
    checked: EdtfDate
    about: tuple[str, ...] = field(default=(), metadata=TO_RECORD)
    parties: tuple[str, ...] = field(default=(), metadata=TO_PARTY)
    sources: tuple[str, ...] = field(default=(), metadata=TO_SOURCE)
    note: str = ""
    release: Release = Release.PUBLIC
