"""A pair beside each party's other partners, and only where all of them were looked at alike."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from relations.measures.coverage import coverage_words, is_thorough, thoroughness
from relations.measures.figure import Context, Figure
from relations.measures.question import YEARS, Question
from relations.model.coverage import CoverageClass
from relations.model.dates import Certainty
from relations.model.kinds import kind_of
from relations.model.record import Record
from relations.pairs import Pair
from relations.selection import When

KINDS: Final = ("agreements", "arms_transfers", "exercises", "meetings")
"""The kinds of record that are compared; they are never added up."""
FEWEST: Final = 3
"""So many partners are compared at least, the other of the pair among them."""


@frozen
class Partner:
    """One partner and its count."""

    party: str
    count: Figure


@frozen
class Comparison:
    """Where a pair stands among the partners of one of its parties, for one kind of record.

    ``count`` is the pair's own; ``rank`` its place from the top, with bounds; ``to_median`` the
    count ÷ the median of all compared; ``compared`` how many partners there are, the other of the
    pair among them. ``partners`` are they, the largest first; none where nothing can be compared.
    """

    of: str
    partner: str
    kind: str
    count: Figure
    rank: Figure
    to_median: Figure
    compared: Figure
    partners: tuple[Partner, ...]


def comparison(pair: Pair, *, on: When | None = None, years: int = YEARS) -> tuple[Comparison, ...]:
    """Where the pair stands among each party's partners, where all were looked at alike.

    Formula:
        For each party and kind: the records in the window in which it and a partner both take part,
        counted for every partner whose pair with it has the same class of coverage over the whole
        window, and a class by rule (systematic or census). Rank = 1 + the partners with more,
        between the bounds of the counts; ratio = count ÷ median of the counts.

    Precedent:
        Country comparisons of power indices; tables of suppliers and recipients of arms.

    Pitfalls:
        A dataset built around one pair makes that pair first by construction. So nothing is shown
        unless at least three partners were looked at alike, and the reason is given. A rank among
        the partners compared is no rank among all. Kinds are not added up.

    Args:
        pair: The pair.
        on: The last day; the edition's cut-off if left out.
        years: The length of the window.

    Returns:
        A row for each party and kind; not applicable with the reason where it cannot be shown.
    """
    question = Question.of("comparison", pair, on, years)
    a, b = question.party_ids
    return tuple(
        _row(of, partner, kind, question) for of, partner in ((a, b), (b, a)) for kind in KINDS
    )


def _row(of: str, partner: str, kind: str, question: Question) -> Comparison:
    counts = dict(_counts(of, kind, question))
    both = _by_partner(of, kind, question).get(partner, ())
    own = _count(of, partner, both, kind, question)
    why_not = _why_not(of, partner, kind, counts, question)

    def context(unit: str | None = None) -> Context:
        return question.context(kind, unit=unit)

    if why_not:
        rank, ratio, compared = (Figure.not_applicable(why_not, **context()) for _ in range(3))
        return Comparison(of, partner, kind, own, rank, ratio, compared, ())
    partners = sorted(counts, key=lambda key: (-(counts[key].high or 0), key))
    return Comparison(
        of,
        partner,
        kind,
        own,
        _rank(partner, counts, context()),
        _to_median(own, counts, context()),
        _compared(counts, context("partner")),
        tuple(Partner(key, counts[key]) for key in partners),
    )


# -- who can be compared -------------------------------------------------------------------------


def _class(of: str, partner: str, kind: str, question: Question) -> CoverageClass | None:
    """The class of coverage by rule that a pair has over the whole window, if any."""
    statements = question.coverage(kind, question.window, (of, partner))
    return thoroughness(statements) if is_thorough(statements, question.window) else None


def _counts(of: str, kind: str, question: Question) -> Iterator[tuple[str, Figure]]:
    """Every partner that was looked at as the other of the pair was, with its count."""
    partner = next(key for key in question.party_ids if key != of)
    wanted = _class(of, partner, kind, question)
    if wanted is None:
        return
    period, found = question.window or question.today, _by_partner(of, kind, question)
    for party in question.pair.dataset.parties:
        existed = party.existed is None or party.existed.possibly_overlaps(period)
        if party.id != of and existed and _class(of, party.id, kind, question) is wanted:
            yield party.id, _count(of, party.id, found.get(party.id, ()), kind, question)


def _by_partner(of: str, kind: str, question: Question) -> Mapping[str, Sequence[Record]]:
    """The records of a kind in which a party takes part, by who else does."""
    found: dict[str, list[Record]] = {}
    for record in question.pair.dataset.records_of.get(of, ()):
        if kind_of(record) == kind:
            for partner in record.party_ids:
                found.setdefault(partner, []).append(record)
    return found


def _why_not(
    of: str, partner: str, kind: str, counts: Mapping[str, Figure], question: Question
) -> str:
    named = kind.replace("_", " ")
    if not counts:
        statements = question.coverage(kind, question.window, (of, partner))
        return (
            f"{named} were not looked for by rule over the whole window "
            f"({coverage_words(statements)}): a rank would say who was written about"
        )
    if len(counts) < FEWEST:
        alike = f"{named} of {question.name_of(of)} were looked for alike"
        few = f"with {len(counts)} of its partners, the other of the pair among them"
        return f"{alike} {few}; {FEWEST} are needed"
    if not any(figure.is_number for figure in counts.values()):
        return f"no {named} were found with any of the {len(counts)} partners looked at alike"
    return ""


def _count(of: str, partner: str, both: Sequence[Record], kind: str, question: Question) -> Figure:
    """How many of the records in which both take part began in the window."""
    window = question.window or question.today
    begun = {record.id: _begun_in(record, question) for record in both}
    context = question.context(kind, unit="record", window=window, parties=(of, partner))
    return question.count(
        (record for record in both if begun[record.id] is Certainty.CERTAIN),
        (record for record in both if begun[record.id] is Certainty.POSSIBLE),
        context,
    )


def _begun_in(record: Record, question: Question) -> Certainty:
    answer = Certainty.NO
    for spell in record.spells():
        if spell.start is None:
            answer = answer | Certainty.POSSIBLE
        else:
            found = spell.start.overlaps(question.window or question.today)
            answer = answer | (found & Certainty.POSSIBLE if spell.doubted else found)
    return answer


# -- the figures ---------------------------------------------------------------------------------


def _rank(partner: str, counts: Mapping[str, Figure], context: Context) -> Figure:
    mine = counts[partner]
    low, high = mine.low or 0, mine.high or 0
    others = [figure for key, figure in counts.items() if key != partner]
    context["records"] = _records(counts)
    above = sum((figure.low or 0) > high for figure in others)
    not_below = sum((figure.high or 0) > low for figure in others)
    return Figure.between(1 + above, 1 + not_below, **context)


def _to_median(own: Figure, counts: Mapping[str, Figure], context: Context) -> Figure:
    numbers = [figure for figure in counts.values() if figure.is_number]
    silent = len(counts) - len(numbers)
    if own.low is None or not all(figure.is_exact for figure in numbers):
        return Figure.not_applicable("not every count is known exactly", **context)
    if 2 * silent >= len(counts):
        why = f"nothing was found for {silent} of the {len(counts)} partners"
        return Figure.not_applicable(why, **context)
    context["records"] = _records(counts)
    # Those of whom nothing was found come below all others, and are too few to be the median.
    median = statistics.median([0] * silent + [figure.low or 0 for figure in numbers])
    return Figure.measured(own.low / median, **context)


def _compared(counts: Mapping[str, Figure], context: Context) -> Figure:
    context["records"] = _records(counts)
    return Figure.measured(len(counts), **context)


def _records(counts: Mapping[str, Figure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for figure in counts.values() for key in figure.records))
