"""``relations refs``: the sources of a pair, for citation tools."""

from __future__ import annotations

from pathlib import Path

import click

from relations.cli.helping import Command
from relations.cli.opening import opened, pair_of
from relations.cli.output import STDOUT, require_folder, write_file
from relations.cli.terminal import note


@click.command(
    cls=Command,
    examples=(
        ("relations refs VNM RUS -o VNM-RUS.json", "CSL-JSON, for Zotero and Pandoc"),
        ("relations refs VNM RUS -f ris -o VNM-RUS.ris", "RIS, for EndNote and others"),
    ),
)
@click.argument("a")
@click.argument("b")
@click.option(
    "-f",
    "--format",
    type=click.Choice(["csl", "ris", "biblatex"]),
    default="csl",
    show_default=True,
    help="CSL-JSON for Zotero and Pandoc, RIS for EndNote and others, BibLaTeX for LaTeX.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    default=STDOUT,
    metavar="FILE",
    help="Where to write them. [default: standard output]",
)
@click.pass_obj
def refs(data: Path | None, a: str, b: str, format: str, output: Path) -> None:
    """Write the sources of two parties as references.

    A and B are names, spellings or codes. The sources are those that the records of the pair cite.
    """
    require_folder(output)
    tied = pair_of(opened(data), a, b)
    if not tied.records:
        note(f"no record of {tied.a.name} and {tied.b.name} was found, and so no source")
    write_file(output, tied.references(format))
