"""``relations sources check``: whether sources still say what was quoted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from relations.cli.exits import NOT_STRICT, WrongUsage
from relations.cli.helping import Group
from relations.cli.opening import opened, to_write
from relations.cli.terminal import Steps, heading, item, note

if TYPE_CHECKING:
    from relations.copies.looking import Fetch, Look, Page
    from relations.dataset import Dataset

_COLUMN = 4


@click.group(
    cls=Group,
    examples=(
        ("relations sources check", "which sources have no archived address"),
        ("relations sources check --copies pages", "whether saved copies hold the quotations"),
    ),
)
def sources() -> None:
    """Look after the sources."""


@sources.command(
    examples=(
        ("relations sources check", "which sources have no archived address"),
        ("relations sources check --copies pages", "whether saved copies hold the quotations"),
        ("relations sources check --network", "whether the addresses do, asking for each"),
    )
)
@click.option(
    "--copies",
    type=click.Path(exists=True, file_okay=False, readable=True, path_type=Path),
    metavar="FOLDER",
    help="Look for the quotations in the saved copies here, named by the source.",
)
@click.option("--network", is_flag=True, help="Ask for each address, and look there too.")
@click.option("--write", is_flag=True, help="Write the hashes of copies that hold every quotation.")
@click.option("--strict", is_flag=True, help="End with code 4 if anything is not as it was.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_context
def check(
    ctx: click.Context,
    copies: Path | None,
    network: bool,
    write: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Look whether the sources still say what was quoted.

    Quotations are looked for in saved copies, and the copies compared with the hashes that the
    sources give; sources without an archived address are listed. No address is asked for unless
    --network is given, and nothing is written unless --write is.
    """
    from relations.copies.looking import look

    if write and copies is None:
        raise WrongUsage("--write writes the hashes of copies: name their folder with --copies")
    dataset = opened(ctx.obj)
    with Steps() as steps:
        found = look(dataset, copies, _asking(steps) if network else None)
    if as_json:
        click.echo(json.dumps([_spelled(one) for one in found], ensure_ascii=False, indent=2))
    else:
        _tell(found, copies=copies is not None, network=network)
    if write:
        note(f"{_write(ctx.obj, found)} hashes written")
    if strict and any(_is_amiss(one) for one in found):
        ctx.exit(NOT_STRICT)


def _asking(steps: Steps) -> Fetch:
    """What asks for an address, and says which it is asking for."""
    from relations.copies.fetching import fetch

    def ask(address: str) -> Page:
        steps.begin(f"asking {address}")
        return fetch(address)

    return ask


# -- telling -------------------------------------------------------------------------------------


def _tell(found: tuple[Look, ...], *, copies: bool, network: bool) -> None:
    if copies:
        _list("Quotations not found in the copy", found, lambda one: one.missing or ())
        _list("Copies that are not those of the hash", found, _other_hash)
        _list("Copies whose words cannot be read", found, _unreadable)
        _names("Without a copy", (one for one in found if one.copy is None))
    if network:
        _list("Quotations not found at the address", found, lambda one: one.missing_there or ())
        _list("Addresses that have moved, are gone or were refused", found, _elsewhere)
    _names("Without an archived address", (it for it in found if not it.source.archived_address))
    click.echo()
    click.echo(_summary(found, copies=copies, network=network))


def _list(title: str, found: Iterable[Look], lines: Callable[[Look], Iterable[str]]) -> None:
    told = [(one, list(lines(one))) for one in found]
    told = [(one, of_it) for one, of_it in told if of_it]
    heading(f"{title} ({len(told)})")
    for one, of_it in told:
        click.echo(f"  {one.source.id}")
        for line in of_it:
            item("", line, _COLUMN)


def _names(title: str, found: Iterable[Look]) -> None:
    names = [one.source.id for one in found]
    heading(f"{title} ({len(names)})")
    item("", ", ".join(names), 2)


def _other_hash(one: Look) -> list[str]:
    return [f"{one.digest}, and not {one.source.digest}"] if one.differs else []


def _unreadable(one: Look) -> list[str]:
    return [str(one.copy)] if one.copy is not None and one.missing is None else []


def _elsewhere(one: Look) -> list[str]:
    from relations.copies.looking import Reached

    if one.page is None or one.page.reached is Reached.LIVE:
        return []
    where = one.page.why or one.page.address
    return [f"{one.page.reached.value}: {where}"]


def _summary(found: tuple[Look, ...], *, copies: bool, network: bool) -> str:
    parts = [f"{len(found)} sources"]
    if copies:
        held = [one for one in found if one.copy is not None]
        whole = sum(one.is_borne_out for one in held)
        parts.append(f"{len(held)} with a copy, {whole} of which hold every quotation")
    if network:
        read = sum(one.missing_there == () for one in found)
        parts.append(f"{read} with every quotation at the address")
    else:
        parts.append("no address was asked for")
    return "; ".join(parts) + "."


def _is_amiss(one: Look) -> bool:
    return bool(one.missing or one.missing_there or one.differs or _elsewhere(one))


def _spelled(one: Look) -> dict[str, Any]:
    page = one.page
    return {
        "source": one.source.id,
        "copy": None if one.copy is None else str(one.copy),
        "digest": one.digest,
        "differs": one.differs,
        "quotes": len(one.quotes),
        "missing": one.missing,
        "archived": one.source.archived_address is not None,
        "page": page and {"is": page.reached.value, "address": page.address, "why": page.why},
        "missing_there": one.missing_there,
    }


# -- writing -------------------------------------------------------------------------------------


def _write(data: Path | None, found: tuple[Look, ...]) -> int:
    """Give the hash of its copy to each source that has none and is borne out by it."""
    import attrs

    from relations.entries import holding
    from relations.storage.changing import change

    new = {one.source.id: one.digest for one in found if one.is_borne_out and _unhashed(one)}

    def hashed(dataset: Dataset) -> Dataset:
        given = (
            attrs.evolve(source, digest=new[source.id])
            for source in dataset.sources
            if source.id in new and source.digest is None
        )
        return holding(dataset, given)

    if new:
        change(to_write(data), hashed)
    return len(new)


def _unhashed(one: Look) -> bool:
    return one.source.digest is None
