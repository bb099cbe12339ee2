"""The data and the pair that a command is about, from what was typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from relations.cli.exits import WrongUsage

if TYPE_CHECKING:
    from relations.dataset import Dataset
    from relations.pairs import Pair

OVERLAYS: Final = "relations.overlays"
PUBLIC: Final = "relations.public"
"""Where the command's context keeps what was typed before it: files, and whether all may know."""


def opened(data: Path | None) -> Dataset:
    """The dataset in a file, or the one that comes with the library, as it was asked for.

    Overlays are laid over it, and what is restricted is left out, if that stands before the
    command.
    """
    from relations.storage import load

    dataset = load(data, *click.get_current_context().meta.get(OVERLAYS, ()))
    return dataset.public() if is_public() else dataset


def is_public() -> bool:
    """Whether what the command tells is for everybody."""
    return bool(click.get_current_context().meta.get(PUBLIC))


def to_write(data: Path | None) -> Path:
    """The file that a command writes into: the data themselves, and nothing laid over them."""
    from relations.storage import shipped_path

    meta = click.get_current_context().meta
    if meta.get(OVERLAYS) or is_public():
        raise WrongUsage("--with and --public are for reading; this command writes into the data")
    return data or shipped_path()


def pair_of(dataset: Dataset, a: str, b: str) -> Pair:
    """The pair of two parties by name or code, which have to be two."""
    first, second = dataset.party(a), dataset.party(b)
    if first.id == second.id:
        raise WrongUsage(f"a pair needs two parties, and both are {first.name}")
    return dataset.pair(first.id, second.id)
