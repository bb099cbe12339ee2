"""``relations verify``: whether a dossier still says what the data say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relations.cli.exits import DIFFERS, Failed
from relations.cli.helping import Command

if TYPE_CHECKING:
    from relations.verification import Verification

_FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)


@click.command(
    cls=Command,
    examples=(
        ("relations verify VNM-RUS.pdf", "against the data that come with the library"),
        ("relations verify VNM-RUS.pdf my.json", "against a data file of one's own"),
    ),
)
@click.argument("paper", type=_FILE)
@click.argument("data", type=_FILE, required=False)
@click.pass_context
def verify(ctx: click.Context, paper: Path, data: Path | None) -> None:
    """Say whether a dossier still says what the data say.

    PAPER is a dossier as PDF; the data that it was made from travel in it. They are held against
    DATA, or else the file of --data, or else the data that come with the library. Shown is what has
    changed of the pair since. Whether somebody altered the pages themselves is not seen.
    """
    from relations.cli.opening import opened
    from relations.verification import verify as held_against

    found = held_against(paper, opened(data or ctx.obj))
    click.echo(f"{paper}: {_told(found)}")
    if not found.is_intact:
        raise Failed("the data in it are not those that it was made with")
    if found.comparison.changes:
        click.echo(_changes(found), nl=False)
        ctx.exit(DIFFERS)
    click.echo(f"It says what the data of {found.comparison.new.date} say.")


def _told(found: Verification) -> str:
    """What the paper is, as it says of itself."""
    slip, edition = found.slip, found.comparison.old
    cutoff = f", cut off on {slip.cutoff}" if slip.cutoff else ""
    public = ", public records alone" if slip.public else ""
    pair = " and ".join(slip.pair)
    return f"the {slip.length} of {pair}, edition {edition.name} of {edition.date}{cutoff}{public}"


def _changes(found: Verification) -> str:
    from relations.editions.forms import as_text

    return f"The data have changed since.\n{as_text(found.comparison)}"
