"""How much each supplier delivered to one party: the sums on which shares and concentration rest.

Volumes are in SIPRI's trend-indicator value, or, inside one category, in units. Money is never
added up here, and units of unlike things are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from relations.measures.coverage import coverage_words, is_thorough
from relations.measures.question import Question
from relations.model.arms_transfer import ArmsCategory, ArmsTransfer
from relations.model.dates import Certainty, EdtfDate
from relations.model.quantities import Number, Quantity
from relations.model.status import Spell

TIV: Final = "TIV"
"""The unit of a volume across categories."""
UNIT: Final = "unit"
"""The unit of a volume inside one category."""

UNKNOWN: Final = None
"""The supplier of what nobody knows who delivered."""


@frozen
class Volume:
    """How much was delivered: between two bounds, ``high`` ``None`` where there is no telling.

    ``unknown`` counts the transfers of which no source gives how much.
    """

    low: Number = 0
    high: Number | None = 0
    transfers: tuple[str, ...] = ()
    unknown: int = 0

    @property
    def is_exact(self) -> bool:
        """Whether both bounds are one."""
        return self.low == self.high

    def plus(self, other: Volume) -> Volume:
        """The two together."""
        high = None if self.high is None or other.high is None else self.high + other.high
        transfers = dict.fromkeys((*self.transfers, *other.transfers))
        unknown = self.unknown + other.unknown
        return Volume(self.low + other.low, high, tuple(transfers), unknown)

    @property
    def note(self) -> str:
        """How many of the transfers are of unknown volume."""
        if not self.unknown:
            return ""
        return f"volume not known for {self.unknown} of {len(self.transfers)} transfers"


def volumes(
    recipient: str, category: ArmsCategory | None, question: Question
) -> dict[str | None, Volume]:
    """What each supplier delivered to a party in the question's window, by supplier.

    Without a category, in trend-indicator value; with one, in units of that category alone.
    """
    found: dict[str | None, Volume] = {}
    for transfer in _received(recipient, question):
        if category is not None and transfer.category is not category:
            continue
        volume = _volume(transfer, category, question)
        if volume is not None:
            found[transfer.supplier] = found.get(transfer.supplier, Volume()).plus(volume)
    return found


def why_no_share(recipient: str, question: Question) -> str:
    """Why a share of what a party received would mislead; nothing where it would not."""
    window = question.window or question.today
    statements = question.coverage("arms_transfers", window, (recipient,))
    if is_thorough(statements, window):
        return ""
    return (
        f"arms to {question.name_of(recipient)} from all suppliers were not looked for by rule "
        f"({coverage_words(statements)}), so that a share would say who was written about"
    )


def total(found: Mapping[str | None, Volume]) -> Volume:
    """All of it together."""
    whole = Volume()
    for volume in found.values():
        whole = whole.plus(volume)
    return whole


def _received(recipient: str, question: Question) -> Iterator[ArmsTransfer]:
    for record in question.pair.dataset.records_of.get(recipient, ()):
        if isinstance(record, ArmsTransfer) and record.recipient == recipient:
            yield record


def _volume(
    transfer: ArmsTransfer, category: ArmsCategory | None, question: Question
) -> Volume | None:
    """A transfer's part in the window; ``None`` where none of it can have been delivered then."""
    begun = [spell for spell in transfer.spells() if _within(spell, question) is not Certainty.NO]
    if not begun:
        return None
    quantity = transfer.tiv if category is None else transfer.number_delivered
    least, most = _bounds(quantity)
    surely = all(_within(spell, question) is Certainty.CERTAIN for spell in transfer.spells())
    is_unknown = quantity is None or not quantity.is_known
    return Volume(least if surely else 0, most, (transfer.id,), int(is_unknown))


def _bounds(quantity: Quantity | None) -> tuple[Number, Number | None]:
    if quantity is None:
        return 0, None
    return quantity.minimum, quantity.maximum


def _within(spell: Spell, question: Question) -> Certainty:
    """Whether a delivery was made in the window."""
    window = question.window or question.today
    if spell.start is None:
        return Certainty.POSSIBLE
    answer = _inside(spell.start, window)
    return answer & Certainty.POSSIBLE if spell.doubted else answer


def _inside(date: EdtfDate, window: EdtfDate) -> Certainty:
    if date.certainly_within(window):
        return Certainty.CERTAIN
    return Certainty.POSSIBLE if date.possibly_overlaps(window) else Certainty.NO
