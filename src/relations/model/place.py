"""Places that records name: bases, cities, provinces, sea areas."""

from __future__ import annotations

from attrs import field, frozen

from relations.model.names import Name
from relations.model.references import TO_PARTY, TO_PLACE
from relations.model.short import short
from relations.model.source import Citation
from relations.model.validators import not_empty, valid_id


@frozen(kw_only=True, repr=False)
class Place:
    """A place with its spellings.

    ``country`` is the state it lies in, ``None`` for the high seas and for waters and islands whose
    ownership is disputed; ``within`` is the larger place around it.
    """

    id: str = field(validator=valid_id)
    names: tuple[Name, ...] = field(validator=not_empty)
    citations: tuple[Citation, ...] = field(validator=not_empty)
    country: str | None = field(default=None, metadata=TO_PARTY)
    within: str | None = field(default=None, metadata=TO_PLACE)
    note: str = ""

    def __repr__(self) -> str:
        return short(self, self.id, self.name)

    @property
    def name(self) -> str:
        """The usual name."""
        return self.names[0].text
