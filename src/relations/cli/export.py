"""``relations export``: the data as files that other programs work with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from relations.cli.exits import WrongUsage
from relations.cli.helping import Group
from relations.cli.kinds import kind_named
from relations.cli.opening import opened
from relations.cli.output import require_folder, write_file
from relations.cli.terminal import Steps

_FILE: Final = click.Path(dir_okay=False, path_type=Path)
_FOLDER: Final = click.Path(file_okay=False, path_type=Path)

F = TypeVar("F", bound=Callable[..., Any])

Write = Callable[[Any], bytes]
"""From what was made to the bytes of a file."""


def _kind_option(does: str) -> Callable[[F], F]:
    """The option ``--kind``; ``does`` says what is done to the kinds that are named."""
    return click.option(
        "--kind",
        "kinds",
        multiple=True,
        callback=_kinds,
        metavar="KIND",
        help=f"{does} this kind of record alone; may be given several times.",
    )


def _kinds(
    _ctx: click.Context, _option: click.Parameter, words: tuple[str, ...]
) -> tuple[str, ...]:
    from relations.model.kinds import RECORD_TYPES

    return tuple(kind_named("kind of record", word, RECORD_TYPES) for word in words)


@click.group(
    cls=Group,
    examples=(
        ("relations export csv records", "a CSV file for each kind, in a folder"),
        ("relations export parquet tables", "all of the data as related tables"),
        ("relations export panel panel.csv --start 2000 --kind meetings", "pairs by year"),
        ("relations export graph network.gexf --on 2020", "who was tied in a year, for Gephi"),
    ),
)
def export() -> None:
    """Write the data as tables, a database, a panel or a network.

    The path of each file is printed when it is there. Files and folders that are there are
    replaced, wholly or not at all; a folder with other files in it is left alone.
    """


@export.command(
    "csv", examples=(("relations export csv records", "a file for each kind, in that folder"),)
)
@click.argument("folder", type=_FOLDER)
@click.pass_obj
def csv_(data: Path | None, folder: Path) -> None:
    """Write a CSV file for each kind of record.

    They are safe to open in a spreadsheet.
    """
    from relations.files import write_folder
    from relations.model.kinds import RECORD_TYPES

    require_folder(folder)
    with Steps() as steps:
        steps.begin("reading the data")
        dataset = opened(data)
        steps.begin("laying out the records")
        contents = {f"{kind}.csv": dataset.of_kind(kind).to_csv() for kind in RECORD_TYPES}
        steps.begin(f"writing {len(contents)} files")
        write_folder(folder, contents, suffix=".csv")
    _tell(*(folder / name for name in contents))


@export.command(
    examples=(("relations export parquet tables", "a file for each table, in that folder"),)
)
@click.argument("folder", type=_FOLDER)
@click.pass_obj
def parquet(data: Path | None, folder: Path) -> None:
    """Write a Parquet file for each table of the data."""
    require_folder(folder)
    with Steps() as steps:
        steps.begin("reading the data")
        dataset = opened(data)
        steps.begin("writing the tables")
        files = dataset.to_parquet(folder)
    _tell(*files)


@export.command(
    examples=(("relations export duckdb relations.duckdb", "every table, in one database"),)
)
@click.argument("file", type=_FILE)
@click.pass_obj
def duckdb(data: Path | None, file: Path) -> None:
    """Write a DuckDB database with every table."""
    require_folder(file)
    with Steps() as steps:
        steps.begin("reading the data")
        dataset = opened(data)
        steps.begin("filling the database")
        dataset.to_duckdb(file).close()
    _tell(file)


@export.command(
    examples=(
        (
            "relations export panel panel.csv --start 2000",
            "a row for each pair and year",
        ),
        ("relations export panel states.csv --unit country-year", "a row for each state and year"),
        (
            "relations export panel visits.parquet --kind meetings --directed",
            "meetings alone, each pair each way",
        ),
    )
)
@click.argument("file", type=_FILE)
@click.option(
    "--unit",
    type=click.Choice(["dyad-year", "country-year"]),
    default="dyad-year",
    show_default=True,
    help="What a row stands for.",
)
@click.option("--directed", is_flag=True, help="A row for each pair each way.")
@_kind_option("Count")
@click.option("--start", type=int, metavar="YEAR", help="The first year.")
@click.option("--end", type=int, metavar="YEAR", help="The last year.")
@click.option("--system", metavar="LIST", help="COW or GW: the list of states whose days count.")
@click.option("--predecessors", is_flag=True, help="What predecessors brought counts too.")
@click.pass_obj
def panel(
    data: Path | None,
    /,
    file: Path,
    unit: str,
    kinds: tuple[str, ...],
    **asked: Any,  # noqa: ANN401 - the options by name, as click hands them on
) -> None:
    """Write a row for each pair, or state, and year.

    The name of the file ends in .csv or .parquet.
    """
    from relations.exporters.parquet import parquet as as_parquet
    from relations.table import Table

    write = _by_suffix(file, {".csv": Table.to_csv, ".parquet": as_parquet})
    with Steps() as steps:
        steps.begin("reading the data")
        dataset = opened(data)
        steps.begin("counting")
        try:
            table = dataset.panel(unit, kinds=kinds or None, **asked)
        except ValueError as error:
            raise WrongUsage(str(error)) from error
        steps.begin(f"writing {len(table):,} rows")
        content = write(table)
    write_file(file, content)


@export.command(
    examples=(
        ("relations export graph network.gexf", "all that ties any two, for Gephi"),
        (
            "relations export graph arms.graphml --kind arms_transfers --by-kind",
            "one weighted edge for each pair",
        ),
    )
)
@click.argument("file", type=_FILE)
@_kind_option("Draw")
@click.option("--on", metavar="DATE", help="Only what took place or stood on that day or period.")
@click.option(
    "--by-kind", is_flag=True, help="One weighted edge for each kind between two parties."
)
@click.pass_obj
def graph(
    data: Path | None, file: Path, kinds: tuple[str, ...], on: str | None, by_kind: bool
) -> None:
    """Write the parties and what ties them as a network.

    The name of the file ends in .gexf or .graphml.
    """
    from relations.exporters import graph as network

    write = _by_suffix(file, {".gexf": network.gexf, ".graphml": network.graphml})
    with Steps() as steps:
        steps.begin("reading the data")
        made = opened(data).graph(kinds=kinds or None, on=on)
        steps.begin("writing the network")
        content = write(network.by_kind(made) if by_kind else made)
    write_file(file, content)


# -- files ---------------------------------------------------------------------------------------


def _by_suffix(file: Path, formats: Mapping[str, Write]) -> Write:
    """How a file of this name is written; refused before the work if nobody knows."""
    require_folder(file)
    if file.suffix not in formats:
        raise WrongUsage(
            f"cannot tell the format of {file}; end its name in {' or '.join(formats)}"
        )
    return formats[file.suffix]


def _tell(*files: Path) -> None:
    for file in files:
        click.echo(file)
