"""``relations evidence``: what was checked against other sources, and what the records rest on."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import click

from relations.cli.exits import WrongUsage
from relations.cli.helping import Command
from relations.cli.opening import opened
from relations.cli.terminal import counted, heading, item

if TYPE_CHECKING:
    from relations.dataset import Dataset
    from relations.measures.evidence import Evidence, Verdict
    from relations.model.inquiry import Inquiry, Outcome

Word = TypeVar("Word", bound=enum.Enum)

_INDENT: Final = 18
_DATE_COLUMN: Final = 14

_ON: Final = (
    "--topics shows each topic, --records each record; relations evidence ID shows one record. "
    "A lineage is one text with all its copies."
)


@click.command(
    cls=Command,
    examples=(
        ("relations evidence", "how much was checked, and what came of it"),
        ("relations evidence --topics", "each topic, with its outcome"),
        ("relations evidence cam-ranh-base-1979", "one record"),
    ),
)
@click.argument("record", metavar="[ID]", required=False)
@click.option("--topics", is_flag=True, help="Show each topic, with its outcome and sources.")
@click.option("--records", is_flag=True, help="Show each record, and what it rests on.")
@click.pass_obj
def evidence(data: Path | None, record: str | None, topics: bool, records: bool) -> None:
    """Show what was checked, and what the records rest on.

    Counts the topics that were held against other sources by what came of them, the contested facts
    by how they stand, and the sources of the records, their lineages and the official ones among
    them. With ID, the identifier of a record, all of it for that record.
    """
    from relations.measures.evidence import evidence as measured

    if record is not None and (topics or records):
        raise WrongUsage("--topics and --records are about all records: leave the one out")
    dataset = opened(data)
    found = list(measured(dataset))
    if record is not None:
        _show_record(dataset, dataset.record(record).id, found)
        return
    _show_summary(dataset, found)
    if topics:
        _show_topics(dataset, dataset.inquiries)
    if records:
        heading("Records")
        for entry in found:
            _show_evidence(entry)


# -- the summary ---------------------------------------------------------------------------------


def _show_summary(dataset: Dataset, found: Sequence[Evidence]) -> None:
    from relations.measures.evidence import verdict

    inquiries = dataset.inquiries
    _show_counts("Topics checked", _outcomes(), (inquiry.outcome for inquiry in inquiries))
    answered = sum(map(_is_answered, inquiries))
    item("  in all", _numbered(len(inquiries), f"{answered} answered by another source"), _INDENT)
    title = "Contested facts, of records and of people"
    _show_counts(title, _verdicts(), map(verdict, dataset.contests))
    item("  in all", _numbered(len(dataset.contests)), _INDENT)
    _show_ground(dataset, found)
    click.echo()
    item("", _ON, 0, dim=True)


def _outcomes() -> dict[Outcome, str]:
    """What may come of a topic, and what that means."""
    from relations.model.inquiry import Outcome

    return {
        Outcome.CONFIRMED: "other sources say the same",
        Outcome.REFINED: "other sources say it more precisely",
        Outcome.CONTRADICTED: "other sources say otherwise",
        Outcome.UNRESOLVED: "other sources leave it open",
        Outcome.NOTHING_FOUND: "no other source answers it",
    }


def _verdicts() -> dict[Verdict, str]:
    """How a contested fact may stand, and what that means."""
    from relations.measures.evidence import Verdict

    return {
        Verdict.REFINED: "the other accounts are less precise, or overtaken",
        Verdict.CONTRADICTED: "an account is denied or doubted, and one is preferred",
        Verdict.UNRESOLVED: "an account is denied or doubted, and none is preferred",
    }


def _is_answered(inquiry: Inquiry) -> bool:
    """Whether another source answers; one that was read in vain does not."""
    from relations.model.inquiry import Outcome

    return bool(inquiry.sources) and inquiry.outcome is not Outcome.NOTHING_FOUND


def _show_counts(title: str, meanings: Mapping[Word, str], words: Iterable[Word]) -> None:
    from relations.words import label

    heading(title)
    counts = Counter(words)
    for word, meaning in meanings.items():
        item(f"  {label(word.value)}", _numbered(counts[word], meaning), _INDENT)


def _show_ground(dataset: Dataset, found: Sequence[Evidence]) -> None:
    """What the records rest on, taken together."""
    from relations.measures.evidence import lineages_of
    from relations.model.source import SourceClass

    cited = {it.source for entry in found for it in entry.record.all_citations()}
    sources = [dataset.source(identifier) for identifier in cited]
    official = sum(source.source_class is SourceClass.OFFICIAL for source in sources)
    lineages = lineages_of(sources)
    corroborated = sum(entry.is_corroborated for entry in found)
    with_official = sum(entry.official > 0 for entry in found)
    heading("What the records rest on")
    told = f"{corroborated} on two lineages or more, {with_official} on an official source"
    item("  records", _numbered(len(found), told), _INDENT)
    item("  sources", _numbered(len(sources), f"{official} official"), _INDENT)
    item("  lineages", _numbered(lineages), _INDENT)


def _numbered(number: int, words: str = "") -> str:
    return f"{number}: {words}" if words else str(number)


# -- in full -------------------------------------------------------------------------------------


def _show_record(dataset: Dataset, record: str, found: Iterable[Evidence]) -> None:
    """All that there is of one record; the notes say how a topic was looked for."""
    about = [inquiry for inquiry in dataset.inquiries if record in inquiry.about]
    _show_topics(dataset, about, notes=True)
    if not about:
        item("", "nothing about this record was asked of other sources", _INDENT)
    heading("Record")
    for entry in found:
        if entry.record.id == record:
            _show_evidence(entry)


def _show_topics(dataset: Dataset, asked: Iterable[Inquiry], *, notes: bool = False) -> None:
    heading("Topics checked")
    for inquiry in asked:
        item(f"  {inquiry.outcome.words}", f"{inquiry.topic} ({_found(dataset, inquiry)})", _INDENT)
        beside = inquiry.note if notes else ", ".join(inquiry.about)
        if beside:
            item("", beside, _INDENT, dim=True)


def _found(dataset: Dataset, inquiry: Inquiry) -> str:
    """How much another source said to what was asked."""
    from relations.measures.evidence import lineages_of

    sources = [dataset.source(identifier) for identifier in inquiry.sources]
    counts = f"{counted(len(sources), 'source')}, {counted(lineages_of(sources), 'lineage')}"
    return counts if sources else "no other source"


def _show_evidence(entry: Evidence) -> None:
    """A record, what it rests on, and how each of its contested facts stands."""
    from relations.cli.matters import matter
    from relations.words import date_of

    record = entry.record
    sources = f"{counted(entry.sources, 'source')}, {counted(entry.lineages, 'lineage')}"
    item(f"  {date_of(record)}", record.title, _DATE_COLUMN)
    item(
        "", f"{record.id} · {sources}, {entry.official or 'none'} official", _DATE_COLUMN, dim=True
    )
    for field, verdict in entry.contested:
        item("", f"{verdict.value}: {matter(field, record)}", _DATE_COLUMN)
