"""What a well-formed field is, said once; each rule is an attrs validator that names the remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Sized
from typing import Any, Final

from attrs import Attribute

from relations.errors import Unfit

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_DIGEST: Final = re.compile(r"sha256:[0-9a-f]{64}")
_LONGEST_SHOWN: Final = 60
_SCHEMES: Final = ("https://", "http://")

Validator = Callable[[Any, "Attribute[Any]", Any], None]


def valid_id(instance: object, attribute: Attribute[str], value: str) -> None:
    """An identifier holds Latin letters, digits and hyphens, and starts with no hyphen."""
    if not _ID.fullmatch(value):
        raise _broken(
            attribute, f"{shortened(value)} is not an identifier: use letters, digits and hyphens"
        )


def not_blank(instance: object, attribute: Attribute[str], value: str) -> None:
    """A text that has to say something."""
    if not value.strip():
        raise _broken(attribute, "must not be blank")


def not_empty(instance: object, attribute: Attribute[Any], value: Sized) -> None:
    """A list that needs at least one entry."""
    if not len(value):
        raise _broken(attribute, "needs at least one entry")


def one_of_scheme(instance: object, attribute: Attribute[str | None], value: str | None) -> None:
    """An address starts with https:// or http://, or is not known."""
    if value is not None and not value.startswith(_SCHEMES):
        raise _broken(
            attribute,
            f"{shortened(value)} is not a web address: start it with https:// or http://",
        )


def a_digest(instance: object, attribute: Attribute[Any], value: str | None) -> None:
    """A hash is written ``sha256:`` and 64 hexadecimal digits, or is not known."""
    if value is not None and not _DIGEST.fullmatch(value):
        raise _broken(
            attribute, f"{shortened(value)} is no hash: write sha256: and 64 digits of 0-9 and a-f"
        )


def short_quote(longest: int) -> Validator:
    """A quotation of at least one and at most ``longest`` words."""

    def check(instance: object, attribute: Attribute[str], value: str) -> None:
        words = len(value.split())
        if not 1 <= words <= longest:
            raise Unfit(
                f"has {words} words; a quotation has 1 to {longest}",
                code="long-quote",
                field=attribute.name,
                hint="quote only the words that carry the fact",
            )

    return check


def shortened(text: str) -> str:
    """A text in quotation marks; of a long one, the beginning."""
    return repr(text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…")


def _broken(attribute: Attribute[Any], message: str) -> Unfit:
    return Unfit(message, code="broken-rule", field=attribute.name)
