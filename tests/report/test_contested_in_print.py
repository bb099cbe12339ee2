"""Every contested fact of the founding documents is printed, with each account and its sources."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import attrs
import pytest

import relations
from cli.commands import invoke
from founding import FOUNDING
from relations.dataset import Dataset
from relations.model.claims import Claim, Contest
from relations.model.dates import Dating
from relations.model.inquiry import Inquiry, Outcome
from relations.model.kinds import kind_of
from relations.model.quantities import Quantity
from relations.model.references import TO_PARTY
from relations.model.statement import Statement
from relations.report.blocks import Cite, Content, Row
from relations.report.build import Dossier, build
from relations.report.options import Options
from relations.report.speech import ENGLISH
from relations.report.wording.accounts import field_words
from relations.report.wording.dates import date_words
from relations.report.wording.sentences import capital
from report.printed import contents, plain, rows_of

PAIRS = (
    ("VNM", "RUS"),
    ("LAO", "RUS"),
    ("LAO", "JPN"),
    ("ASEAN", "RUS"),
    ("ASEAN", "JPN"),
    ("ASEAN", "ISR"),
    ("LAO", "VNM"),
    ("MMR", "THA"),
    ("ISR", "HAMAS"),
)
"""The pairs that the founding documents are about; four of their asides: Gaza, disaster relief,
militants, the war of 2023."""


@cache
def data() -> Dataset:
    """The data as shipped."""
    return relations.load()


@cache
def papers(length: str) -> tuple[Dossier, ...]:
    """The papers of the pairs."""
    return tuple(build(data().pair(*pair), Options(length=length)) for pair in PAIRS)


def contested() -> Iterator[Contest]:
    """The facts of which a founding document gives one account and another page another."""
    for contest in data().contests:
        cited = {citation.source for claim in contest.claims for citation in claim.citations}
        if len(contest.claims) > 1 and cited & set(FOUNDING):
            yield contest


def printed(contest: Contest, length: str) -> list[Row]:
    """The rows on a contested fact in the papers of the pairs."""
    kinds = [kind_of(record) for record in data().records if record.id == contest.subject]
    wanted = capital(field_words(ENGLISH, contest.field, *(kinds or [""])))
    return [
        row
        for paper in papers(length)
        for row in rows_of(paper.document)
        if [_title(contest), wanted] == [plain(content) for content in row.cells[0]]
    ]


def _title(contest: Contest) -> str:
    records = {record.id: record.title for record in data().records}
    return records.get(contest.subject) or data().person(contest.subject).name


def values(claim: Claim, contest: Contest) -> list[str]:
    """What an account says, in the words that have to stand in print."""
    value = claim.value
    if isinstance(value, Dating):
        return [date_words(ENGLISH, value.edtf)]
    if isinstance(value, Quantity):
        numbers = (value.value, value.low, value.high)
        return [ENGLISH.number(it) for it in numbers if it is not None] or [value.as_stated or ""]
    if isinstance(value, tuple) and _refers_to_parties(contest):
        return [data().party(identifier).name for identifier in value]
    return [str(value)] if isinstance(value, str) else []


def _refers_to_parties(contest: Contest) -> bool:
    if contest.subject not in {record.id for record in data().records}:
        return False
    fields = attrs.fields_dict(type(data().record(contest.subject)))
    return contest.field in fields and fields[contest.field].metadata == TO_PARTY


def references(account: Content) -> set[int]:
    """The numbers of the references of an account."""
    return {number for inline in account if isinstance(inline, Cite) for number in inline.numbers}


CONTESTED = [pytest.param(it, id=f"{it.subject}-{it.field}") for it in contested()]


def test_some_facts_are_contested() -> None:
    """There is something to look for."""
    assert len(CONTESTED) >= 50


@pytest.mark.parametrize("contest", CONTESTED)
@pytest.mark.parametrize("length", ["dossier", "register"])
def test_every_account_of_a_contested_fact_is_printed(contest: Contest, length: str) -> None:
    """Each account has its line, with what it says and at least one of its sources."""
    found = printed(contest, length)
    assert found
    for row in found:
        accounts = row.cells[1]
        assert len(contest.claims) == len(accounts)
        for claim, account in zip(contest.claims, accounts, strict=True):
            assert all(value.rstrip(".") in plain(account) for value in values(claim, contest))
            assert references(account)


@pytest.mark.parametrize("contest", CONTESTED)
def test_the_register_names_every_source_of_every_account(contest: Contest) -> None:
    """Where nothing is left out, each source of an account is cited beside it."""
    for row in printed(contest, "register"):
        for claim, account in zip(contest.claims, row.cells[1], strict=True):
            sources = {citation.source for citation in claim.citations}
            assert len(sources) == len(references(account))


def left_open() -> Iterator[Inquiry]:
    """What was asked of other sources about a record and found no answer."""
    for inquiry in data().inquiries:
        if inquiry.about and inquiry.outcome in (Outcome.NOTHING_FOUND, Outcome.UNRESOLVED):
            yield inquiry


@pytest.mark.parametrize("inquiry", [pytest.param(it, id=it.id) for it in left_open()])
@pytest.mark.parametrize("length", ["dossier", "register"])
def test_what_was_looked_for_in_vain_is_printed(inquiry: Inquiry, length: str) -> None:
    """A dossier with a record says what was asked about it and left open, and how it ended."""
    concerned = [
        paper
        for paper in papers(length)
        if any(record in paper.pair.records.paths for record in inquiry.about)
    ]
    assert concerned
    for paper in concerned:
        line = f"{inquiry.topic}. {capital(inquiry.outcome.words)}."
        assert any(line in plain(content) for content in contents(paper.document.blocks))


@pytest.mark.parametrize("inquiry", [pytest.param(it, id=it.id) for it in left_open()])
def test_what_was_looked_for_in_vain_is_told_of_the_record(inquiry: Inquiry) -> None:
    """``relations evidence RECORD`` has the topic with its outcome."""
    for record in inquiry.about:
        result = invoke("evidence", record)
        said = " ".join(result.stdout.split())
        assert f"{inquiry.outcome.words} {inquiry.topic}" in said


def contradicted() -> Iterator[tuple[Statement, Inquiry]]:
    """What was said, with what was asked about it and answered otherwise."""
    for inquiry in data().inquiries:
        for record in map(data().record, inquiry.about):
            if inquiry.outcome is Outcome.CONTRADICTED and isinstance(record, Statement):
                yield record, inquiry


@pytest.mark.parametrize(
    ("said", "inquiry"), [pytest.param(*it, id=it[0].id) for it in contradicted()]
)
@pytest.mark.parametrize("length", ["dossier", "register"])
def test_words_that_are_contradicted_are_printed_so(
    said: Statement, inquiry: Inquiry, length: str
) -> None:
    """A dossier marks words that other sources contradict, and says what they have against them."""
    concerned = [paper for paper in papers(length) if said.id in paper.pair.records.paths]
    assert concerned
    for paper in concerned:
        text = "\n".join(map(plain, contents(paper.document.blocks)))
        assert f"{said.text}†" in text
        assert f"{said.title}: {inquiry.topic}. Contradicted. {inquiry.note}" in text
