"""What a comparison of two editions holds: the changes, as values to be told in any form."""

from __future__ import annotations

import enum
from typing import Any

from attrs import frozen

from relations.model.edition import Edition


class How(enum.Enum):
    """In what way an entry changed."""

    ADDED = "added"
    REVISED = "revised"
    STATUS_MOVED = "status_moved"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"

    @property
    def words(self) -> str:
        """The way as it is written in a heading."""
        return self.value.replace("_", " ")


@frozen(kw_only=True)
class FieldChange:
    """One field that differs: its path, both values, and what changed in words.

    ``field`` is a path such as ``history.signed.date``: a part of a list is named by what tells it
    from its siblings, not by its place. ``None`` is a value that is not given, or a part of a list
    that is not there.
    """

    field: str
    old: Any
    new: Any
    words: str


@frozen(kw_only=True)
class Change:
    """One entry that differs between two editions.

    ``group`` is the group of the data file that it stands in. ``old`` is the entry as it was and
    ``new`` as it is; one of them is ``None`` when the entry is in one edition only. ``reason`` is
    why it was withdrawn, as the data give it. ``fields`` is empty for an entry in one edition.
    """

    how: How
    group: str
    old: Any = None
    new: Any = None
    fields: tuple[FieldChange, ...] = ()
    reason: str | None = None

    @property
    def id(self) -> str:
        """The identifier of the entry."""
        return str(self._entry.id)

    @property
    def title(self) -> str:
        """What the entry is called: its title, its name or its topic, else its identifier."""
        found = (getattr(self._entry, name, None) for name in ("title", "name", "topic"))
        return next((str(text) for text in found if text), self.id)

    @property
    def _entry(self) -> Any:
        return self.old if self.new is None else self.new


@frozen(kw_only=True)
class Comparison:
    """All that differs between two states of the data, or in what they hold of one pair.

    ``changes`` are by way, then by group in the order of the data file, then by identifier. A
    record whose status moved and that was otherwise revised too stands in both parts.
    """

    old: Edition
    new: Edition
    pair: tuple[str, str] | None = None
    changes: tuple[Change, ...] = ()

    def of(self, how: How) -> tuple[Change, ...]:
        """The changes of one way."""
        return tuple(change for change in self.changes if change.how is how)

    @property
    def added(self) -> tuple[Change, ...]:
        """What is new."""
        return self.of(How.ADDED)

    @property
    def revised(self) -> tuple[Change, ...]:
        """What is in both and differs, field by field."""
        return self.of(How.REVISED)

    @property
    def status_moved(self) -> tuple[Change, ...]:
        """The records that have come to another status."""
        return self.of(How.STATUS_MOVED)

    @property
    def withdrawn(self) -> tuple[Change, ...]:
        """What is no longer there, with the reason where one is given."""
        return self.of(How.WITHDRAWN)

    @property
    def restored(self) -> tuple[Change, ...]:
        """The records that had been withdrawn and are back."""
        return self.of(How.RESTORED)
