"""``relations evidence``: what was checked against other sources, and what the records rest on."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from relations.cli.opening import opened
from relations.cli.terminal import heading, item

if TYPE_CHECKING:
    from relations.dataset import Dataset
    from relations.measures.evidence import Evidence
    from relations.model.inquiry import Inquiry

_INDENT: Final = 18


@click.command()
@click.argument("record", metavar="[RECORD]", required=False)
@click.pass_obj
def evidence(data: Path | None, record: str | None) -> None:
    """Show what was checked, and what the records rest on.

    Lists each topic that was held against other sources, with its outcome; then how the contested
    facts stand; then, record by record, the sources, their lineages and the official ones among
    them. With RECORD, that record alone.
    """
    from relations.measures.evidence import evidence as measured

    dataset = opened(data)
    found = list(measured(dataset))
    if record is None:
        _show_inquiries(dataset)
        _show_totals(dataset, found)
    else:
        wanted = dataset.record(record).id
        found = [entry for entry in found if entry.record.id == wanted]
        _show_about(dataset, wanted)
    _show_records(found)


def _show_inquiries(dataset: Dataset) -> None:
    heading("Topics checked")
    for inquiry in dataset.inquiries:
        _show_inquiry(dataset, inquiry)
    outcomes = Counter(inquiry.outcome.words for inquiry in dataset.inquiries)
    sourced = sum(bool(inquiry.sources) for inquiry in dataset.inquiries)
    item("  in all", f"{len(dataset.inquiries)} topics, {sourced} with another source", _INDENT)
    for words, count in outcomes.most_common():
        item(f"  {words}", str(count), _INDENT)


def _show_inquiry(dataset: Dataset, inquiry: Inquiry) -> None:
    sources = [dataset.source(identifier) for identifier in inquiry.sources]
    lineages = len({source.lineage for source in sources})
    counts = f"{_counted(len(sources), 'source')}, {_counted(lineages, 'lineage')}"
    words = counts if sources else "no other source"
    item(f"  {inquiry.outcome.words}", f"{inquiry.topic} ({words})", _INDENT)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _show_about(dataset: Dataset, record: str) -> None:
    about = [inquiry for inquiry in dataset.inquiries if record in inquiry.about]
    heading("Topics checked")
    for inquiry in about:
        _show_inquiry(dataset, inquiry)
        if inquiry.note:
            item("", inquiry.note, _INDENT, dim=True)
    if not about:
        item("", "nothing about this record was asked of other sources", _INDENT)


def _show_totals(dataset: Dataset, found: list[Evidence]) -> None:
    from relations.measures.evidence import verdict as judged

    heading("Contested facts, of records and of people")
    verdicts = Counter(map(judged, dataset.contests))
    for verdict, count in verdicts.most_common():
        item(f"  {verdict.value}", str(count), _INDENT)
    corroborated = sum(entry.is_corroborated for entry in found)
    official = sum(entry.official > 0 for entry in found)
    item("  records", str(len(found)), _INDENT)
    item("  two lineages", str(corroborated), _INDENT)
    item("  an official one", str(official), _INDENT)


def _show_records(found: list[Evidence]) -> None:
    heading("Records: sources / lineages / official")
    for entry in found:
        contested = ", ".join(f"{name} {verdict.value}" for name, verdict in entry.contested)
        numbers = f"  {entry.sources} / {entry.lineages} / {entry.official}"
        item(numbers, entry.record.id + (f": {contested}" if contested else ""), _INDENT)
