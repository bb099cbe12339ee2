"""Rival and doubted accounts of one fact, each with its source, and which of them is used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from relations.model.claims import Claim, Contest, Reason
from relations.model.record import HISTORY_PREFIX
from relations.model.status import Status
from relations.report.blocks import Content, Inline, Text
from relations.report.speech import Speech, message
from relations.report.wording.sentences import capital, stopped
from relations.report.wording.terms import field_term, status_words, term

Say = Callable[[Claim], str]
CiteFor = Callable[[Claim], Content]

_STATES: Final = {
    Status.SIGNED: message("the date of signature"),
    Status.IN_FORCE: message("the date of entry into force"),
    Status.EXPIRED: message("the date of expiry"),
    Status.TERMINATED: message("the date of the end"),
    Status.DELIVERED: message("the date of delivery"),
    Status.ORDERED: message("the date of the order"),
    Status.IN_SERVICE: message("the time in service"),
    Status.HELD: message("the date on which it was held"),
    Status.RUNNING: message("the date of the beginning"),
}


def field_words(speech: Speech, field: str, kind: str) -> str:
    """The matter that a claim is about: "the date of signature", "the number ordered".

    ``kind`` is the kind of the record, which gives a status its form.
    """
    if not field.startswith(HISTORY_PREFIX):
        return field_term(speech, field)
    status = Status(field.removeprefix(HISTORY_PREFIX))
    if status in _STATES:
        return speech.say(_STATES[status])
    return speech.say(
        "the date of the status “{status}”", status=status_words(speech, status, kind)
    )


def reason_words(speech: Speech, reason: Reason | None) -> str:
    """Why an account is not preferred; nothing where no reason is given."""
    return term(speech, reason) if reason else ""


def disputed(speech: Speech, contest: Contest, matter: str, say: Say, cite: CiteFor) -> Content:
    """The sentences for a contest: who says what, which account is used and why.

    ``matter`` is what they are about: "the date of signature of “Visit”".
    """
    if len(contest.claims) == 1:
        return _alone(speech, contest, matter, say, cite)
    accounts: list[Inline] = []
    for claim in contest.claims:
        accounts += [Text(speech.say("; "))] * bool(accounts)
        accounts += [Text(f"{say(claim)} "), *cite(claim)]
        accounts += [Text(f", {term(speech, claim.reason)}")] if claim.reason else []
    said = tuple(accounts)
    if contest.is_disputed:
        opening = speech.compose(
            "Sources differ on {matter}: {accounts}. ", matter=matter, accounts=said
        )
    else:
        opening = speech.compose(
            "Sources differ in detail on {matter}: {accounts}. ", matter=matter, accounts=said
        )
    return (*opening, Text(" ".join(_verdict(speech, contest, say))))


def use_words(speech: Speech, contest: Contest, claim: Claim) -> str:
    """What this paper makes of one of the accounts: "Used", "Also" or "Printed as doubtful"."""
    if claim is not contest.best:
        return speech.say("Also")
    if contest.is_doubted:
        return speech.say("Printed as doubtful")
    return speech.say("Printed, of equals") if contest.is_unresolved else speech.say("Used")


def _verdict(speech: Speech, contest: Contest, say: Say) -> list[str]:
    """Which account this paper uses, and why."""
    used = say(contest.best)
    if contest.is_doubted:
        verdict = speech.say("Printed here and marked as doubtful: {account}.", account=used)
    elif contest.is_unresolved:
        verdict = speech.say("Printed here without deciding between them: {account}.", account=used)
    else:
        verdict = speech.say("Used here: {account}.", account=used)
    return [verdict, *([stopped(contest.best.note)] if contest.best.note else [])]


def _alone(speech: Speech, contest: Contest, matter: str, say: Say, cite: CiteFor) -> Content:
    claim = contest.best
    said, source = say(claim), cite(claim)
    if not contest.is_doubted:
        return speech.compose(
            "{matter}, {account}, is stated by {source} alone.",
            matter=capital(matter),
            account=said,
            source=source,
        )
    why = stopped(claim.note or reason_words(speech, claim.reason))
    return speech.compose(
        "{matter}, {account}, is stated by {source} alone and is doubted: {why}",
        matter=capital(matter),
        account=said,
        source=source,
        why=why,
    )
