"""Where accounts contradict one another, themselves or the calendar, and what was made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from relations.checks import problems
from relations.errors import Problem, Severity
from relations.model.claims import Claim, Contest
from relations.report.blocks import (
    Block,
    BulletList,
    Cite,
    Column,
    Content,
    Heading,
    Inline,
    Link,
    Paragraph,
    Row,
    Table,
    Text,
    Tone,
)
from relations.report.sections.entry import Cell, words
from relations.report.sections.material import Material
from relations.report.wording.accounts import field_words, reason_words, verdict
from relations.report.wording.lists import capital, stopped

ANCHOR: Final = "section-disputed"


def disagreements(material: Material) -> Iterator[Block]:
    """The section on disputed and doubtful facts."""
    contests = material.pair.contests
    warnings = _warnings(material)
    yield Heading(1, "Disputed and doubtful facts", ANCHOR)
    if not contests and not warnings:
        yield Paragraph((Text("No rival or doubted account was found in these records."),))
    if contests:
        yield Table("", _COLUMNS, tuple(_row(contest, material) for contest in contests))
    if warnings:
        yield Heading(2, "What does not fit together", f"{ANCHOR}-warnings")
        yield BulletList(tuple(_warning(problem, material) for problem in warnings))


def doubted_matters(material: Material) -> list[str]:
    """Each disputed or doubted matter in a few words, for page one."""
    return [
        f"{field_words(contest.field)} of {_title(contest, material)}"
        for contest in material.pair.contests
        if contest.is_disputed
    ]


_COLUMNS: Final = (
    Column("Matter", 0.26),
    Column("Accounts", 0.38),
    Column("What this dossier makes of them", 0.36),
)


def _row(contest: Contest, material: Material) -> Row:
    matter: Cell = (
        (_subject(contest, material),),
        (Text(capital(field_words(contest.field)), Tone.MUTED),),
    )
    accounts = tuple(_account(claim, contest, material) for claim in contest.claims)
    made = (Text(verdict(contest, lambda value: words(value, material))),)
    return Row((matter, accounts, (made,)))


def _account(claim: Claim, contest: Contest, material: Material) -> Content:
    reason = reason_words(claim.reason)
    return (
        Text(f"{capital(words(claim.value, material))} "),
        _cite(claim, contest, material),
        *((Text(f" ({reason})", Tone.MUTED),) if reason else ()),
    )


def _cite(claim: Claim, contest: Contest, material: Material) -> Cite:
    return material.references.cite(
        claim.citations, _title(contest, material), _anchor(contest, material)
    )


def _subject(contest: Contest, material: Material) -> Inline:
    return Link(_title(contest, material), _anchor(contest, material))


def _is_record(contest: Contest, material: Material) -> bool:
    return contest.subject in material.pair.records.paths


def _title(contest: Contest, material: Material) -> str:
    if _is_record(contest, material):
        return material.dataset.record(contest.subject).title
    return material.person(contest.subject).name


def _anchor(contest: Contest, material: Material) -> str:
    return contest.subject if _is_record(contest, material) else f"person-{contest.subject}"


# -- warnings ------------------------------------------------------------------------------------


def _warnings(material: Material) -> list[Problem]:
    """What the checks find odd in the pair's records; the two sides of it are both printed."""
    printed = material.pair.records.paths
    return [
        problem
        for problem in problems(material.pair.excerpt())
        if problem.severity is Severity.WARNING and problem.record in printed
    ]


def _warning(problem: Problem, material: Material) -> Content:
    record = problem.record or ""
    hint = f" {capital(stopped(problem.hint))}" if problem.hint else ""
    return material.record_link(record), Text(f": {stopped(problem.message)}{hint}")
