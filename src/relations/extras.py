"""Libraries that only some readers need: loaded when asked for, and missed in one clear line."""

from __future__ import annotations

import importlib
from typing import Any, Final

from relations.errors import MissingExtra

DISTRIBUTION: Final = "bilateral-relations"
"""The name under which pip knows this library."""


def library(name: str, *, extra: str, what: str) -> Any:
    """The library of this name, of which ``what`` is in need and which ``extra`` brings.

    Raises:
        MissingExtra: if it is not installed; saying what to install.
    """
    try:
        return importlib.import_module(name)
    except ImportError:
        raise MissingExtra(needs(what, name, extra)) from None


def needs(what: str, names: str, extra: str) -> str:
    """What to install where something is missing, in one line."""
    return f"{what} needs {names}: pip install '{DISTRIBUTION}[{extra}]'"
