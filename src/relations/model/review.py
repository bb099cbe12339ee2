"""Who looked at a record with care, so that a reader knows what was checked and what is a draft."""

from __future__ import annotations

import datetime
import enum

from attrs import field, frozen

from relations.model.validators import a_digest, not_blank


class Stage(enum.Enum):
    """How far a record has been looked at; the furthest last."""

    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"

    @property
    def words(self) -> str:
        """The stage as it is written in a sentence."""
        return "left as a draft" if self is Stage.DRAFT else self.value


@frozen(kw_only=True)
class Review:
    """That somebody looked at a record on a day, and how far it is good.

    ``content`` is ``sha256:`` and the hash of the record as it was then, without its reviews. When
    the record has changed since, the review is void: it was of something else.
    """

    stage: Stage
    by: str = field(validator=not_blank)
    date: datetime.date
    content: str = field(validator=a_digest)
    note: str = ""
