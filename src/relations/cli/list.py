"""``relations list``: what there is of one kind, one line each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from relations.cli.helping import Command
from relations.cli.kinds import kind_named
from relations.cli.opening import opened
from relations.cli.terminal import is_terminal, item, note, plain, width

if TYPE_CHECKING:
    from relations.dataset import Dataset
    from relations.model.person import Person
    from relations.model.place import Place

Line = tuple[str, str, str, str]
"""An identifier, a date, a title, and a status or what stands in its place."""

Lister = Callable[["Dataset"], Iterable[Line]]

_GAP: Final = 2


@click.command(
    "list",
    cls=Command,
    examples=(
        ("relations list", "the kinds, and how many of each"),
        ("relations list arms-transfers", "the records of a kind"),
        ("relations list countries", "the states and territories, with their codes"),
    ),
)
@click.argument("kind", required=False)
@click.pass_obj
def list_(data: Path | None, kind: str | None) -> None:
    """List what there is of a kind.

    KIND is a kind of record, or sources, countries, organisations, persons or places. Each line
    has an identifier, a date, a status and a title, and is broken for a terminal alone. Without
    KIND, the kinds are listed, with how many there are of each.
    """
    from relations.words import label

    dataset = opened(data)
    listers = _listers()
    if kind is None:
        _show_kinds(dataset, listers)
        return
    known = kind_named("kind", kind, listers)
    lines = list(listers[known](dataset))
    if lines:
        _show_lines(lines)
    else:
        note(f"there are no {label(known)} in this data file")


def _show_kinds(dataset: Dataset, listers: Mapping[str, Lister]) -> None:
    indent = max(map(len, listers)) + _GAP
    for kind, lister in listers.items():
        count = len(list(lister(dataset)))
        item(kind, str(count) if count else "none found", indent)


def _show_lines(lines: Sequence[Line]) -> None:
    widths = _widths(lines)
    for line in lines:
        _show(line, widths)


def _widths(lines: Iterable[Line]) -> tuple[int, int, int]:
    """How wide the identifiers, the dates and the statuses are."""
    columns = list(zip(*lines, strict=True))
    identifiers, dates, _, statuses = (max(map(len, column)) for column in columns)
    return identifiers + _GAP, dates + _GAP if dates else 0, statuses + _GAP if statuses else 0


def _show(line: Line, widths: tuple[int, int, int]) -> None:
    """One line, which is broken for a reader alone, so that other programs can pick lines out."""
    identifier, date, title, status = map(plain, line)
    first, second, third = widths
    lead = f"{identifier:<{first}}{date:<{second}}{status:<{third}}"
    if not is_terminal(sys.stdout):
        click.echo(f"{lead}{title}".rstrip())
    elif len(lead) <= width() // 2:
        item(lead.rstrip(), title, len(lead))
    else:
        click.echo(identifier)
        item("", " · ".join(filter(None, (date, status, title))), 2 * _GAP)


# -- the kinds -----------------------------------------------------------------------------------


def _listers() -> dict[str, Lister]:
    from relations.model.kinds import RECORD_TYPES

    return {
        **{kind: _lister_of_records(kind) for kind in RECORD_TYPES},
        "sources": _sources,
        "countries": _countries,
        "organisations": _organisations,
        "persons": _persons,
        "places": _places,
    }


def _lister_of_records(kind: str) -> Lister:
    from relations.words import date_of, status_of

    return lambda dataset: (
        (record.id, date_of(record), record.title, status_of(record))
        for record in dataset.of_kind(kind)
    )


def _sources(dataset: Dataset) -> Iterable[Line]:
    for source in sorted(dataset.sources, key=lambda source: source.id):
        date = str(source.date.edtf) if source.date else "undated"
        yield source.id, date, f"{source.title}, {source.publisher}", source.source_class.value


def _countries(dataset: Dataset) -> Iterable[Line]:
    for country in sorted(dataset.countries, key=lambda country: country.id):
        yield country.id, str(country.existed or ""), country.name, ""


def _organisations(dataset: Dataset) -> Iterable[Line]:
    for body in sorted(dataset.organisations, key=lambda body: body.id):
        yield body.id, str(body.existed or ""), body.name, ""


def _persons(dataset: Dataset) -> Iterable[Line]:
    for person in sorted(dataset.persons, key=lambda person: person.id):
        yield person.id, "", f"{person.name}{_last_office(person)}", ""


def _last_office(person: Person) -> str:
    from relations.model.claims import Rank

    held = [tenure for tenure in person.tenures if tenure.rank is not Rank.DEPRECATED]
    last = max(held, key=lambda tenure: tenure.date.edtf.sort_key, default=None)
    return f", {last.office} ({last.party}, {last.date.edtf})" if last else ""


def _places(dataset: Dataset) -> Iterable[Line]:
    for place in sorted(dataset.places, key=lambda place: place.id):
        yield place.id, "", f"{place.name}{_where(place)}", ""


def _where(place: Place) -> str:
    around = " in ".join(filter(None, (place.within, place.country)))
    return f", in {around}" if around else ""
