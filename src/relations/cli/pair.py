"""``relations pair``: what ties two parties, to be read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path as File
from typing import TYPE_CHECKING, Final

import click

from relations.cli.helping import Command
from relations.cli.opening import opened, pair_of
from relations.cli.terminal import heading, item

if TYPE_CHECKING:
    from relations.dataset import Dataset
    from relations.model.claims import Contest
    from relations.model.organisation import Membership
    from relations.model.party import Party
    from relations.model.record import Record
    from relations.model.source import Citation
    from relations.pairs import Pair, PairSelection, Path

_NONE_FOUND: Final = "none found in the sources read"
_KIND_COLUMN: Final = 18
_DATE_COLUMN: Final = 14
_RANK_COLUMN: Final = 16


@click.command(
    cls=Command,
    examples=(
        ("relations pair Laos Russia", "by name"),
        ("relations pair LAO ASEAN", "a state and a body, by code"),
        ('relations pair "FIPS RS" LAO', "by the code of one list, where lists differ"),
    ),
)
@click.argument("a")
@click.argument("b")
@click.pass_obj
def pair(data: File | None, a: str, b: str) -> None:
    """Show what ties two parties.

    A and B are names, spellings or codes. Shown are since when one of the two belongs to the other,
    where it does; counts by kind and way, the records of each
    kind in order of time, and the facts on which accounts differ.
    """
    from relations.model.kinds import RECORD_TYPES

    tied = pair_of(opened(data), a, b)
    groups = {kind: getattr(tied, kind) for kind in RECORD_TYPES}
    _show_parties(tied)
    _show_counts(groups, tied)
    for kind, records in groups.items():
        _show_records(kind, records, tied)
    _show_contests(tied)
    _show_edition(tied)


def _show_parties(tied: Pair) -> None:
    click.secho(f"{tied.a.name} – {tied.b.name}", bold=True)
    for party, other in ((tied.a, tied.b), (tied.b, tied.a)):
        item(f"  {party.id}", _introduced(party), _KIND_COLUMN)
        for earlier in tied.dataset.predecessors(party.id):
            item("", f"after {_introduced(earlier)} ({earlier.id})", _KIND_COLUMN)
        _show_belonging(party, other, tied.dataset)


def _show_belonging(body: Party, other: Party, dataset: Dataset) -> None:
    """That one of the two leads the other, or belongs to it."""
    if other.id in dataset.leaders(body.id):
        item("", f"led by {other.name}", _KIND_COLUMN)
    for membership in getattr(body, "memberships", ()):
        if membership.party == other.id:
            _show_membership(membership, other)


def _show_membership(membership: Membership, member: Party) -> None:
    """In what standing one of the two belongs to the other, from when to when, and who says so."""
    from relations.words import words

    by = f", begun by {membership.begun_by} at the latest" if membership.begun_by else ""
    standing = words(membership.standing, {})
    item("", f"{member.name}: {standing}, {membership.period}{by}", _KIND_COLUMN)
    item("", _sources(membership.citations), _KIND_COLUMN, dim=True)
    if membership.note:
        item("", membership.note, _KIND_COLUMN, dim=True)


def _sources(citations: Iterable[Citation]) -> str:
    return ", ".join(dict.fromkeys(citation.source for citation in citations))


def _introduced(party: Party) -> str:
    existed = f", {party.existed}" if party.existed else ""
    return f"{party.official_name}{existed}"


def _show_counts(groups: dict[str, PairSelection[Record]], tied: Pair) -> None:
    heading("Records")
    for kind, records in groups.items():
        item(f"  {_title(kind)}", _counted(records) or _nothing(kind, tied), _KIND_COLUMN)


def _nothing(kind: str, tied: Pair) -> str:
    """What it means that there is no record of a kind, by how it was looked for."""
    from relations.measures.coverage import coverage
    from relations.measures.figure import FigureKind, kind_of_absence

    found = kind_of_absence(coverage(tied.dataset, kind, (tied.a.id, tied.b.id)))
    return _NONE_FOUND if found is FigureKind.NONE_FOUND else found.words


def _counted(records: PairSelection[Record]) -> str:
    """How many records there are, by way; nothing for none."""
    ways = (
        (len(records.direct), "direct"),
        (len(records.through_predecessors), "through a predecessor"),
        (len(records.through_bodies), "through a body"),
    )
    by_way = ", ".join(f"{count} {way}" for count, way in ways if count)
    return f"{len(records)}: {by_way}" if records else ""


def _show_records(kind: str, records: PairSelection[Record], tied: Pair) -> None:
    from relations.words import date_of, names_of, status_of

    names = names_of(tied.dataset)
    if not records:
        return
    heading(_title(kind))
    for record in records:
        through = _through(records.path(record), names)
        about = " · ".join(filter(None, (status_of(record), record.id, through)))
        item(f"  {date_of(record)}", record.title, _DATE_COLUMN)
        item("", about, _DATE_COLUMN, dim=True)


def _through(path: Path, names: Mapping[str, str]) -> str:
    return f"through {' and '.join(names[party] for party in path.via)}" if path.via else ""


def _show_contests(tied: Pair) -> None:
    heading("Contested facts")
    if not tied.contests:
        click.echo(f"  {_NONE_FOUND}")
    from relations.words import names_of

    names = names_of(tied.dataset)
    records = {record.id: record for record in tied.dataset.records}
    for contest in tied.contests:
        about = records.get(contest.subject)
        _show_contest(contest, about if about and contest in about.contests else None, names)


def _show_contest(contest: Contest, about: Record | None, names: Mapping[str, str]) -> None:
    from relations.cli.matters import matter
    from relations.words import words

    title = about.title if about else names[contest.subject]
    item("", f"{title}: {matter(contest.field, about)}", 2)
    for claim in contest.claims:
        reason = f" ({words(claim.reason, names)})" if claim.reason else ""
        item(f"    {claim.rank.value}", f"{words(claim.value, names)}{reason}", _RANK_COLUMN + 4)
        item("", _sources(claim.citations), _RANK_COLUMN + 4, dim=True)


def _show_edition(tied: Pair) -> None:
    edition, sources = tied.dataset.edition, len(tied.excerpt().sources)
    click.echo()
    item("", f"{edition.title}, {edition.full_name}, as of {edition.date}; {sources} sources.", 0)


def _title(kind: str) -> str:
    from relations.words import label

    return label(kind).capitalize()
