"""``relations diff``: what changed between two data files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relations.cli.exits import WrongUsage
from relations.cli.helping import Command
from relations.cli.opening import is_public, opened
from relations.cli.terminal import note

if TYPE_CHECKING:
    from relations.dataset import Dataset

_FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)


@click.command(
    cls=Command,
    examples=(
        ("relations diff old.json new.json", "all that changed"),
        ("relations diff old.json new.json VNM RUS", "what has to do with a pair"),
        ("relations diff old.json new.json --csv", "a row for each field"),
    ),
)
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@click.argument("pair", nargs=-1, metavar="[X Y]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="How to tell it.",
)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option("--csv", "form", flag_value="csv", help="The same as --format csv.")
def diff(old: Path, new: Path, pair: tuple[str, ...], form: str) -> None:
    """Show what changed between two editions.

    OLD and NEW are data files. Shown is what was added, moved to another status, revised field by
    field, withdrawn and restored. With X and Y, names or codes of two parties, only what has to do
    with that pair.
    """
    from relations.editions.comparing import compare
    from relations.editions.forms import FORMS

    wanted = _two(pair)
    click.echo(FORMS[form](compare(_edition(old), _edition(new), wanted)), nl=False)


def _edition(file: Path) -> Dataset:
    """The data in a file; an edition that was given out before a rule was is compared as it is."""
    from relations.errors import DataError
    from relations.storage import read, structured

    try:
        return opened(file)
    except DataError as error:
        known = structured(read(file), str(file))
        note(f"{error.file} does not keep every rule of today, and is compared as it is")
        return known.public() if is_public() else known


def _two(pair: tuple[str, ...]) -> tuple[str, str] | None:
    if len(pair) not in (0, 2):
        raise WrongUsage("name two parties after the files, or none")
    return (pair[0], pair[1]) if pair else None
