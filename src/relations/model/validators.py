"""What a well-formed field is, said once; each rule is an attrs validator that names the remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Sized
from typing import Any, Final

from attrs import Attribute

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_SCHEMES: Final = ("https://", "http://")

Validator = Callable[[Any, "Attribute[Any]", Any], None]


def valid_id(instance: object, attribute: Attribute[str], value: str) -> None:
    """An identifier holds Latin letters, digits and hyphens, and starts with no hyphen."""
    if not _ID.fullmatch(value):
        raise ValueError(f"{value!r} is not an identifier: use letters, digits and hyphens")


def not_blank(instance: object, attribute: Attribute[str], value: str) -> None:
    """A text that has to say something."""
    if not value.strip():
        raise ValueError("must not be blank")


def not_empty(instance: object, attribute: Attribute[Any], value: Sized) -> None:
    """A list that needs at least one entry."""
    if not len(value):
        raise ValueError("needs at least one entry")


def one_of_scheme(instance: object, attribute: Attribute[str | None], value: str | None) -> None:
    """An address starts with https:// or http://, or is not known."""
    if value is not None and not value.startswith(_SCHEMES):
        raise ValueError(f"{value!r} is not a web address: start it with https:// or http://")


def short_quote(longest: int) -> Validator:
    """A quotation of at least one and at most ``longest`` words."""

    def check(instance: object, attribute: Attribute[str], value: str) -> None:
        words = len(value.split())
        if not 1 <= words <= longest:
            raise ValueError(f"has {words} words; a quotation has 1 to {longest}")

    return check
