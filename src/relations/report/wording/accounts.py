"""Rival and doubted accounts of one fact, each with its source, and which of them is used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from relations.model.claims import Claim, Contest, Reason
from relations.model.record import HISTORY_PREFIX
from relations.model.status import Status
from relations.report.blocks import Cite, Content, Inline, Text
from relations.report.wording.lists import capital, stopped
from relations.report.wording.statuses import status_words

Say = Callable[[Claim], str]
CiteFor = Callable[[Claim], Cite]

_REASONS: Final = {
    Reason.ERROR: "taken for an error",
    Reason.SUPERSEDED: "overtaken by later information",
    Reason.LESS_PRECISE: "less precise",
    Reason.UNSUPPORTED: "not borne out by anything else",
}

_STATES: Final = {
    Status.SIGNED: "the date of signature",
    Status.IN_FORCE: "the date of entry into force",
    Status.EXPIRED: "the date of expiry",
    Status.TERMINATED: "the date of the end",
    Status.DELIVERED: "the date of delivery",
    Status.ORDERED: "the date of the order",
    Status.IN_SERVICE: "the date of entry into service",
    Status.HELD: "the date on which it was held",
    Status.RUNNING: "the date of the beginning",
}


def field_words(field: str) -> str:
    """The matter that a claim is about: "the date of signature", "the number ordered"."""
    if field.startswith(HISTORY_PREFIX):
        status = Status(field.removeprefix(HISTORY_PREFIX))
        return _STATES.get(status, f"the date of the status “{status_words(status)}”")
    return f"the {field.replace('_', ' ')}"


def reason_words(reason: Reason | None) -> str:
    """Why an account is not preferred; nothing where no reason is given."""
    return _REASONS[reason] if reason else ""


def disputed(contest: Contest, title: str, say: Say, cite: CiteFor) -> Content:
    """The sentences for a contest: who says what, which account is used and why."""
    matter = f"{field_words(contest.field)} of {title}"
    if len(contest.claims) == 1:
        return _alone(contest, matter, say, cite)
    opening = "Sources differ" if contest.is_disputed else "Sources differ in detail"
    content: list[Inline] = [Text(f"{opening} on {matter}: ")]
    for index, claim in enumerate(contest.claims):
        content += [Text(("; " if index else "") + f"{say(claim)} "), cite(claim)]
        content += [Text(f", {reason_words(claim.reason)}")] * bool(claim.reason)
    return (*content, Text(f". {_verdict(contest, say)}"))


def use_words(contest: Contest, claim: Claim) -> str:
    """What this dossier makes of one of the accounts: "Used", "Also" or "Printed as doubtful"."""
    if claim is not contest.best:
        return "Also"
    if contest.is_doubted:
        return "Printed as doubtful"
    return "Printed, of equals" if contest.is_unresolved else "Used"


def _verdict(contest: Contest, say: Say) -> str:
    """Which account this dossier uses, and why."""
    used, why = say(contest.best), _why(contest)
    if contest.is_doubted:
        return f"This dossier prints {used} and marks it as doubtful{why}"
    if contest.is_unresolved:
        return f"This dossier prints {used} without deciding between them{why}"
    return f"This dossier uses {used}{why}"


def _alone(contest: Contest, matter: str, say: Say, cite: CiteFor) -> Content:
    claim = contest.best
    opening = Text(f"{capital(matter)}, {say(claim)}, is stated by ")
    if not contest.is_doubted:
        return opening, cite(claim), Text(" alone.")
    why = claim.note or reason_words(claim.reason)
    return opening, cite(claim), Text(f" alone and is doubted: {stopped(why)}")


def _why(contest: Contest) -> str:
    """The note on the account that is printed, up to the full stop."""
    return f". {stopped(contest.best.note)}" if contest.best.note else "."
