"""``relations dossier``: the PDF of a pair."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from relations.cli.exits import WrongUsage
from relations.cli.helping import Command
from relations.cli.opening import is_public, opened, pair_of
from relations.cli.output import STDOUT, require_folder, write_file
from relations.cli.terminal import Steps, is_terminal


@click.command(
    cls=Command,
    examples=(
        ("relations dossier VNM RUS", "VNM-RUS.pdf in this folder"),
        (
            'relations dossier "Viet Nam" Russia --length brief -o brief.pdf',
            "two pages",
        ),
        ("relations dossier LAO RUS --sections agreements,meetings", "two sections alone"),
        ("relations dossier VNM RUS --cutoff 2021-12-31", "what had been published by that day"),
    ),
)
@click.argument("a")
@click.argument("b")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    metavar="FILE",
    help="Where to write it, - for standard output. [default: A-B.pdf by identifier, here]",
)
@click.option(
    "--length",
    type=click.Choice(["brief", "dossier", "register"]),
    default="dossier",
    show_default=True,
    help="Two pages; what a reader wants to know; or every record with every field.",
)
@click.option(
    "--page",
    type=click.Choice(["a4", "letter"]),
    default="a4",
    show_default=True,
    help="The size of paper; lines end alike on both.",
)
@click.option(
    "--language",
    type=click.Choice(["en", "fr"]),
    default="en",
    show_default=True,
    help="The language of the sentences; titles and quotations stay in their own.",
)
@click.option(
    "--names",
    default="un",
    show_default=True,
    metavar="PROFILE",
    help="What parties and places are called: un, short, or a TOML or JSON file of your own.",
)
@click.option(
    "--sections",
    metavar="NAMES",
    help="The sections wanted, in this order, with commas between. [default: all that apply]",
)
@click.option(
    "--since",
    type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path),
    metavar="FILE",
    help="An older data file, or a paper made from it: say what has changed.",
)
@click.option("--cutoff", metavar="DAY", help="Leave out what was not published by that day.")
@click.option("--marking", default="", metavar="TEXT", help="Print it at the top and the foot.")
@click.option(
    "--tlp",
    type=click.Choice(["red", "amber+strict", "amber", "green", "clear"], case_sensitive=False),
    help="Print this label of the Traffic Light Protocol.",
)
@click.option("--public", is_flag=True, help="Leave out what is marked as restricted.")
@click.pass_obj
def dossier(
    data: Path | None,
    /,
    a: str,
    b: str,
    output: Path | None,
    sections: str | None,
    **asked: Any,  # noqa: ANN401 - the options by name, as click hands them on
) -> None:
    """Write the dossier of two parties.

    A and B are names, spellings or codes. The path of the PDF is printed when it is there; an older
    file of that name is replaced.
    """
    _require_writable(output)
    with Steps() as steps:
        steps.begin("reading the data")
        tied = pair_of(opened(data), a, b)
        asked["public"] = asked["public"] or is_public()
        steps.begin(f"building the dossier of {tied.a.name} and {tied.b.name}")
        document = tied.dossier(sections=_named(sections), **asked)
        steps.begin("setting the pages")
        content = document.to_pdf()
    write_file(output or Path(f"{tied.a.id}-{tied.b.id}.pdf"), content)


def _named(sections: str | None) -> tuple[str, ...]:
    """The names between the commas."""
    return tuple(filter(None, (name.strip() for name in (sections or "").split(","))))


def _require_writable(output: Path | None) -> None:
    """Refuse before the work what would fail after it."""
    if output is None:
        return
    if output == STDOUT and is_terminal(sys.stdout):
        raise WrongUsage("a PDF cannot be read in a terminal; name a file")
    require_folder(output)
