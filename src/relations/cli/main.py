"""The entry point: what holds for every command, and the list of them."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any, Final

import click

from relations.cli.add import add
from relations.cli.check import check
from relations.cli.diff import diff
from relations.cli.dossier import dossier
from relations.cli.evidence import evidence
from relations.cli.exits import MEANINGS, end
from relations.cli.explain import explain
from relations.cli.export import export
from relations.cli.fmt import fmt
from relations.cli.helping import Group
from relations.cli.list import list_
from relations.cli.merge import merge
from relations.cli.new import new
from relations.cli.opening import OVERLAYS, PUBLIC
from relations.cli.pair import pair
from relations.cli.refs import refs
from relations.cli.release import release
from relations.cli.review import review
from relations.cli.schema import schema
from relations.cli.show import show
from relations.cli.sources import sources
from relations.cli.verify import verify

DISTRIBUTION: Final = "bilateral-relations"
"""The name under which pip knows this library."""

COMMANDS: Final = (
    dossier,
    verify,
    pair,
    show,
    list_,
    explain,
    evidence,
    export,
    refs,
    diff,
    check,
    fmt,
    new,
    add,
    merge,
    sources,
    review,
    release,
    schema,
)

_EXAMPLES: Final = (
    ("relations dossier VNM RUS", "the dossier as VNM-RUS.pdf"),
    ('relations dossier "Viet Nam" Russia -o -', "the same to standard output"),
    ("relations verify VNM-RUS.pdf", "whether a dossier still says what the data say"),
    ("relations pair Laos Russia", "what ties two parties, in the terminal"),
    ("relations show VNM", "a party, person, place, source or record"),
    ("relations list", "the kinds of record, and how many of each"),
    ("relations explain last_contacts VNM RUS", "what a figure means, its value and its records"),
    ("relations evidence", "what was checked against other sources"),
    ("relations export parquet tables", "all of the data as related tables"),
    ("relations refs VNM RUS -f ris", "the sources of a pair, for citation tools"),
    ("relations diff old.json new.json VNM RUS", "what changed for a pair between two editions"),
    ("relations --data my.json check", "what is wrong in a data file of one's own"),
)


class Commands(Group):
    """The commands with what they end with, and every error of ours as one clear message."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, and what each exit code means."""
        super().format_epilog(ctx, formatter)
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code), meaning) for code, meaning in MEANINGS.items()])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run a command; what goes wrong ends in a message and a number."""
        from relations.errors import RelationsError

        try:
            return super().invoke(ctx)
        except (RelationsError, OSError) as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:
                raise  # the reader of a pipe has gone; click ends quietly
            raise end(error) from error


def _show_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"relations {_version()}")
        ctx.exit()


def _version() -> str:
    """The version that is installed; looked up only when asked for, since that takes time."""
    from importlib import metadata

    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return "(not installed)"


@click.group(
    cls=Commands,
    commands=COMMANDS,
    examples=_EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--data",
    type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path),
    metavar="FILE",
    help="Use this data file instead of the one that comes with the library.",
)
@click.option(
    "--with",
    "overlays",
    type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Lay this overlay over the data; may be given several times.",
)
@click.option("--public", is_flag=True, help="Leave out what is marked as restricted.")
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
@click.pass_context
def main(ctx: click.Context, data: Path | None, overlays: tuple[Path, ...], public: bool) -> None:
    """Sourced records of the relations between states, and dossiers of country pairs.

    Results go to standard output, everything else to standard error.
    """
    ctx.obj = data
    ctx.meta[OVERLAYS], ctx.meta[PUBLIC] = overlays, public
    if os.environ.get("NO_COLOR"):
        ctx.color = False
