"""``relations release``: giving out an edition, and beginning the next."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relations.cli.days import on_day
from relations.cli.exits import WrongUsage
from relations.cli.helping import Command
from relations.cli.opening import to_write

if TYPE_CHECKING:
    from relations.model.edition import Edition


@click.command(
    cls=Command,
    examples=(
        ("relations --data my.json release --name 2026.4", "give out the data of a file"),
        ("relations --data my.json release --reopen --name 2026.5", "begin the next edition"),
    ),
)
@click.option("--name", metavar="NAME", help="What the edition is called.  [default: as it is]")
@on_day("When it is given out")
@click.option("--reopen", is_flag=True, help="Begin the edition NAME instead, to be worked on.")
@click.pass_obj
def release(data: Path | None, name: str | None, on: datetime.date, reopen: bool) -> None:
    """Give out the data as an edition.

    The file gets the day and the hash of its content. From then on an edit of it is an error, until
    the next edition is begun with --reopen.
    """
    from relations.editions.releasing import release as given_out
    from relations.editions.releasing import reopen as begun
    from relations.storage.changing import change

    if reopen and name is None:
        raise WrongUsage("name the edition that is begun, with --name")
    file = to_write(data)
    if reopen and name is not None:
        edition = change(file, lambda held: begun(held, name))
    else:
        edition = change(file, lambda held: given_out(held, on, name))
    click.echo(_said(edition.edition))


def _said(edition: Edition) -> str:
    if edition.released is None:
        return f"edition {edition.name} is being worked on"
    return f"edition {edition.name}, released on {edition.released}: {edition.digest}"
