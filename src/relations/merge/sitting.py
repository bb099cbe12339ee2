"""A person going through somebody's records, one after another, as often and as far as they like.

A decision is remembered before it is carried out, and marked when the data hold it: whatever stops
a sitting, the next one carries out what was decided and asks about the rest.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
from attrs import frozen

from relations.canonical import content_of
from relations.dataset import Dataset
from relations.errors import RelationsError
from relations.merge.deciding import Choice, Decision, carried_out, decided
from relations.merge.remembering import remember, remembered
from relations.merge.reporting import Finding, merge
from relations.model.record import Record
from relations.storage.changing import change
from relations.storage.loading import load

Ask = Callable[[Finding, int], "tuple[Choice, str] | None"]
"""Asks about a finding, with how many are left; a choice and its reason, or ``None`` to stop."""

Refused = Callable[[Decision, RelationsError], None]
"""Hears of a decision that the data cannot hold, and why."""


@frozen(kw_only=True)
class Sitting:
    """Whose records go into which data, who decides, and where the decisions are kept."""

    origin: Dataset
    data: Path
    decisions: Path
    by: str
    now: Callable[[], datetime.datetime]

    def undecided(self) -> tuple[Record, ...]:
        """The records that nobody has decided on, as they are now, and that the data lack."""
        known = {one.content for one in remembered(self.decisions)}
        known |= {content_of(one) for one in load(self.data).records}
        return tuple(one for one in self.origin.records if content_of(one) not in known)

    def take_up(self) -> Iterator[Decision]:
        """Carry out what was decided and is not in the data yet."""
        for decision in remembered(self.decisions):
            if not decision.written:
                self._carry_out(decision)
                yield decision

    def go_through(self, ask: Ask, refused: Refused) -> Iterator[Decision]:
        """Ask about each record that nobody has decided on, until there is none or it is enough.

        What the data cannot hold is told to ``refused`` and not remembered, and the next is asked
        about.
        """
        waiting = self.undecided()
        for number, record in enumerate(waiting):
            dataset = load(self.data)
            (finding,) = merge(dataset, [record]).findings
            answer = ask(finding, len(waiting) - number)
            if answer is None:
                return
            choice, reason = answer
            at = self.now()
            decision = decided(dataset, finding, choice, by=self.by, at=at, reason=reason)
            self._remember(decision)
            try:
                self._carry_out(decision)
            except RelationsError as error:
                refused(decision, error)
            else:
                yield decision

    def _carry_out(self, decision: Decision) -> None:
        """Write what was decided into the data; what they cannot hold is not decided."""
        record = self.origin.record(decision.record)
        try:
            if decision.choice is not Choice.SKIP:
                change(self.data, lambda held: carried_out(held, decision, record, self.origin))
        except Exception:
            self._forget(decision)
            raise
        self._remember(attrs.evolve(decision, written=True))

    def _remember(self, decision: Decision) -> None:
        """Keep a decision, in the place of an earlier one on the same content."""
        remember((*self._others(decision), decision), self.decisions)

    def _forget(self, decision: Decision) -> None:
        remember(self._others(decision), self.decisions)

    def _others(self, decision: Decision) -> tuple[Decision, ...]:
        key = (decision.record, decision.content)
        known = remembered(self.decisions)
        return tuple(one for one in known if (one.record, one.content) != key)
