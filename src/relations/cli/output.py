"""Files that commands write: what would fail is refused before the work, and none is half done."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from relations.cli.exits import Failed, WrongUsage

STDOUT: Final = Path("-")
"""What stands for standard output in place of a file."""


def require_folder(path: Path) -> None:
    """Refuse a file or folder that cannot be made, since nothing is there to hold it."""
    if path != STDOUT and not path.parent.is_dir():
        raise WrongUsage(f"there is no folder {path.parent}; make it first")


def write_file(path: Path, content: bytes) -> None:
    """Write a file and print its path, or write to standard output."""
    from relations.files import write_atomically

    if path == STDOUT:
        sys.stdout.buffer.write(content)
        return
    try:
        write_atomically(path, content)
    except OSError as error:
        raise Failed(f"cannot write {path}: {error.strerror or error}") from error
    click.echo(path)
