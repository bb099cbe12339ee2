"""``relations dossier``: the PDF of a pair."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from relations.cli.exits import Failed, WrongUsage
from relations.cli.opening import opened, pair_of
from relations.cli.terminal import Steps, is_terminal

_STDOUT: Final = Path("-")


@click.command()
@click.argument("a")
@click.argument("b")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    metavar="FILE",
    help="Where to write it, - for standard output. [default: A-B.pdf by identifier, here]",
)
@click.option("--public", is_flag=True, help="Leave out what is marked as restricted.")
@click.pass_obj
def dossier(data: Path | None, a: str, b: str, output: Path | None, public: bool) -> None:
    """Write the dossier of two parties.

    A and B are names, spellings or codes. The path of the PDF is printed when it is there; an older
    file of that name is replaced.
    """
    _require_writable(output)
    with Steps() as steps:
        steps.begin("reading the data")
        dataset = opened(data)
        tied = pair_of(dataset.public() if public else dataset, a, b)
        steps.begin(f"building the dossier of {tied.a.name} and {tied.b.name}")
        document = tied.dossier()
        steps.begin("setting the pages")
        content = document.to_pdf()
    _write(output or Path(f"{tied.a.id}-{tied.b.id}.pdf"), content)


def _require_writable(output: Path | None) -> None:
    """Refuse before the work what would fail after it."""
    if output is None:
        return
    if output == _STDOUT:
        if is_terminal(sys.stdout):
            raise WrongUsage("a PDF cannot be read in a terminal; name a file")
    elif not output.parent.is_dir():
        raise WrongUsage(f"there is no folder {output.parent}; make it first")


def _write(path: Path, content: bytes) -> None:
    from relations.files import write_atomically

    if path == _STDOUT:
        sys.stdout.buffer.write(content)
        return
    try:
        write_atomically(path, content)
    except OSError as error:
        raise Failed(f"cannot write {path}: {error.strerror or error}") from error
    click.echo(path)
