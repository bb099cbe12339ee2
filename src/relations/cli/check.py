"""``relations check``: everything that is wrong in a data file, at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relations.cli.exits import DATA_INVALID

if TYPE_CHECKING:
    from relations.errors import Problem


@click.command()
@click.argument(
    "file",
    required=False,
    type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path),
)
@click.pass_context
def check(ctx: click.Context, file: Path | None) -> None:
    """Show all that is wrong in a data file.

    Each problem names the record and the field to open. Without FILE, the file of --data is looked
    at, or the one that comes with the library. Warnings alone leave a file usable.
    """
    from relations.storage import shipped_path

    problems, records = _looked_through(file or ctx.obj or shipped_path())
    for problem in problems:
        click.echo(problem)
    click.echo(_summary(problems, records))
    if any(_is_error(problem) for problem in problems):
        ctx.exit(DATA_INVALID)


def _looked_through(file: Path) -> tuple[Sequence[Problem], int | None]:
    """The problems of a file, and how many records it holds, if it can be read that far."""
    from relations.checks import problems
    from relations.errors import DataError
    from relations.storage import read, structured

    try:
        dataset = structured(read(file), str(file))
    except DataError as error:
        return error.problems, None
    return tuple(problems(dataset)), len(dataset.records)


def _is_error(problem: Problem) -> bool:
    from relations.errors import Severity

    return problem.severity is Severity.ERROR


def _summary(problems: Sequence[Problem], records: int | None) -> str:
    errors = sum(map(_is_error, problems))
    found = f"{_counted(errors, 'error')}, {_counted(len(problems) - errors, 'warning')}"
    if records is None:
        return f"{found}; correct these first, then check again for the rest"
    return f"{found} in {_counted(records, 'record')}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
