"""``relations show``: one thing with everything that is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

import click

from relations.cli.helping import Command
from relations.cli.opening import opened
from relations.cli.terminal import item

if TYPE_CHECKING:
    from relations.dataset import Dataset
    from relations.model.party import Party
    from relations.model.person import Person
    from relations.model.place import Place
    from relations.model.record import Record
    from relations.model.source import Citation, Source
    from relations.words import Names

    Thing = Record | Source | Party | Person | Place

_COLUMN: Final = 20
_NAMED_BY_RECORDS: Final = ("source", "person", "place")
"""What a list of the records that refer to it helps with; of a party there would be too many."""


@click.command(
    cls=Command,
    examples=(
        ("relations show VNM", "a party"),
        ('relations show "Cam Ranh"', "a place, by any of its names"),
        ("relations show cam-ranh-base-1979", "a record, with the words of its sources"),
        ("relations show cam-ranh-base-1979 --json", "the same for a program"),
    ),
)
@click.argument("identifier", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print it as it stands in the data file.")
@click.pass_obj
def show(data: Path | None, identifier: str, as_json: bool) -> None:
    """Show one thing, with its sources.

    ID is the identifier of a record, source, party, person or place, or any name of the last three.
    Where several things bear it, they are shown one after another.
    """
    dataset = opened(data)
    for what, thing in _found(dataset, identifier):
        if as_json:
            click.echo(_json(thing))
        else:
            _show_thing(what, thing, dataset)


# -- finding -------------------------------------------------------------------------------------


def _found(dataset: Dataset, identifier: str) -> list[tuple[str, Thing]]:
    """What bears the identifier, or else the name; the word before each says what it is."""
    exact = [
        (what, thing)
        for what, group in _groups(dataset).items()
        for thing in group
        if thing.id == identifier
    ]
    return exact or list(_by_name(dataset, identifier)) or _refuse(dataset, identifier)


def _groups(dataset: Dataset) -> dict[str, tuple[Thing, ...]]:
    return {
        "record": tuple(dataset.records),
        "source": dataset.sources,
        "party": dataset.parties,
        "person": dataset.persons,
        "place": dataset.places,
    }


def _by_name(dataset: Dataset, name: str) -> Iterator[tuple[str, Thing]]:
    from relations.errors import UnknownName

    with suppress(UnknownName):
        yield "party", dataset.party(name)
    with suppress(UnknownName):
        yield "person", dataset.person(name)
    with suppress(UnknownName):
        yield "place", dataset.place(name)


def _refuse(dataset: Dataset, text: str) -> NoReturn:
    from relations.errors import UnknownName, nearest

    known = {thing.id for group in _groups(dataset).values() for thing in group}
    for named in (dataset.parties, dataset.persons, dataset.places):
        known.update(name.text for thing in named for name in thing.names)
    spelled = {word.casefold(): word for word in sorted(known)}
    near = [spelled[word] for word in nearest(text.casefold(), spelled)]
    raise UnknownName("record, source, party, person or place", text, near)


# -- showing -------------------------------------------------------------------------------------


def _json(thing: Thing) -> str:
    from relations.converter import make_converter

    return json.dumps(make_converter().unstructure(thing), ensure_ascii=False, indent=2)


def _show_thing(what: str, thing: Thing, dataset: Dataset) -> None:
    from relations.words import label, names_of, said

    names = names_of(dataset)
    click.secho(f"{thing.id}  ({what})", bold=True)
    for name, text in said(thing, names):
        if name != "id":
            _show_field(label(name), text, getattr(thing, name), names)
    _show_citations(getattr(thing, "citations", ()), "  citations")
    if what in _NAMED_BY_RECORDS:
        item("  records", ", ".join(_naming(what, thing, dataset)) or "no record names it", _COLUMN)


def _show_field(lead: str, text: str, value: object, names: Names) -> None:
    """One field; a list of things that are more than words takes a line for each."""
    from relations.words import is_compound, words

    entries = value if isinstance(value, tuple) and any(map(is_compound, value)) else ()
    if not entries:
        item(f"  {lead}", text, _COLUMN)
    for index, entry in enumerate(entries):
        item("" if index else f"  {lead}", words(entry, names), _COLUMN)
        _show_citations(getattr(entry, "citations", ()), "")


def _show_citations(citations: Iterable[Citation], lead: str) -> None:
    for index, citation in enumerate(citations):
        item("" if index else lead, f"“{citation.quote}”", _COLUMN)
        item("", f"— {_origin(citation)}", _COLUMN, dim=True)


def _origin(citation: Citation) -> str:
    """Where the words are, on whose authority, and what they bear out."""
    from relations.model.source import Release

    parts = (
        citation.source,
        citation.locator,
        f"on the authority of {citation.attribution}" if citation.attribution else None,
        f"for {', '.join(citation.supports)}" if citation.supports else None,
        None if citation.release is Release.PUBLIC else citation.release.value,
    )
    return ", ".join(filter(None, parts))


def _naming(what: str, thing: Thing, dataset: Dataset) -> Iterator[str]:
    """The records that refer to ``thing``."""
    from relations.model.references import references

    for record in dataset.records:
        if any((it.target, it.identifier) == (what, thing.id) for it in references(record)):
            yield record.id
