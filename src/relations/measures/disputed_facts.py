"""On which facts of a pair the accounts differ, which of them is used, and why."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from relations.dataset import Dataset
from relations.measures.evidence import Verdict, lineages_of, verdict
from relations.measures.figure import Figure
from relations.measures.question import Question
from relations.model.claims import Claim, Contest
from relations.model.kinds import RECORD_TYPES
from relations.pairs import Pair, people_of
from relations.selection import When


@frozen
class Account:
    """One value of a disputed field, with its sources, rank and the reason for it."""

    value: Any
    sources: tuple[str, ...]
    rank: str
    reason: str | None


@frozen
class DisputedFact:
    """A field on which accounts differ or that is doubted; ``subject`` is a record or a person.

    ``used`` is the account that is followed, ``others`` are the rest; ``accounts`` counts all, and
    ``lineages`` those that speak for the one used.
    """

    subject: str
    field: str
    verdict: Verdict
    used: Account
    others: tuple[Account, ...]
    accounts: Figure
    lineages: Figure


def disputed_facts(pair: Pair, *, on: When | None = None) -> tuple[DisputedFact, ...]:
    """The facts of a pair on which accounts differ or that are doubted, with every account.

    Formula:
        A field is disputed if an account of it is denied, or two of one rank stand against each
        other, or the only one is doubted. One that is merely less precise, or overtaken, is no
        dispute. The account used is the one of the best rank, the first among equals.

    Precedent:
        The ranks of Wikidata: preferred, normal and deprecated; what is deprecated is kept, so that
        nobody adds the error again.

    Pitfalls:
        Deprecated is read as several things, so each has a reason: error, superseded, less precise,
        unsupported. An official source may be the one in error. That no other account was found is
        no agreement.

    Args:
        pair: The pair, with the people in its records and what its statements mention.
        on: The day of the figures; the edition's cut-off if left out.

    Returns:
        A row for each such field, in the order of the records.
    """
    question = Question.of("disputed_facts", pair, on)
    taken_part = _taken_part(pair)
    return tuple(
        _row(contest, tuple(taken_part.get(contest.subject, (contest.subject,))), question)
        for contest in pair.contests
        if contest.is_disputed
    )


def _row(contest: Contest, records: tuple[str, ...], question: Question) -> DisputedFact:
    """A row on a fact; ``records`` are that which it is of, or those with the person it is of."""
    dataset = question.pair.dataset

    def figure(number: int, unit: str) -> Figure:
        context = question.context(*RECORD_TYPES, unit=unit)
        context["records"] = records
        return Figure.measured(number, **context)

    return DisputedFact(
        contest.subject,
        contest.field,
        verdict(contest),
        _account(contest.best),
        tuple(map(_account, contest.claims[1:])),
        accounts=figure(len(contest.claims), "account"),
        lineages=figure(_lineages(contest.best, dataset), "lineage"),
    )


def _taken_part(pair: Pair) -> dict[str, list[str]]:
    """The records in which each person takes part, by identifier."""
    found: dict[str, list[str]] = {}
    for record in pair.records:
        for person in people_of(record):
            found.setdefault(person, []).append(record.id)
    return found


def _account(claim: Claim) -> Account:
    sources = dict.fromkeys(citation.source for citation in claim.citations)
    reason = None if claim.reason is None else claim.reason.value
    return Account(claim.value, tuple(sources), claim.rank.value, reason)


def _lineages(claim: Claim, dataset: Dataset) -> int:
    return lineages_of(dataset.source(citation.source) for citation in claim.citations)
