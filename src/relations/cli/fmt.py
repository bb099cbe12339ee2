"""``relations fmt``: data files in canonical form."""

from __future__ import annotations

from pathlib import Path

import click

from relations.cli.exits import NOT_STRICT
from relations.cli.helping import Command


@click.command(
    cls=Command,
    examples=(
        ("relations fmt my.json", "write it in canonical form"),
        ("relations fmt --check my.json", "only say whether it would change"),
    ),
)
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--check", is_flag=True, help="Write nothing; end with code 4 if one would change.")
@click.pass_context
def fmt(ctx: click.Context, files: tuple[Path, ...], check: bool) -> None:
    """Write data files in canonical form.

    Keys stand in one order, entries by identifier, and what is at its default is left out; nothing
    is lost. The names of the files that change are shown. Each is written wholly or not at all.
    """
    from relations.storage.formatting import is_canonical, write_canonically

    changed = []
    for file in files:
        if not is_canonical(file) if check else write_canonically(file):
            changed.append(file)
            click.echo(file)
    if check and changed:
        ctx.exit(NOT_STRICT)
