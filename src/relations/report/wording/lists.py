"""Lists and counts in running text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_SMALL: Final = (
    "no", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def listed(words: Iterable[str]) -> str:
    """The words as a list in a sentence: "a", "a and b", "a, b and c"; nothing gives nothing."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def number_word(number: int) -> str:
    """A count as it stands in a sentence: in letters up to twelve, "no" for 0."""
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A count with its noun: "no meetings", "one meeting", "two meetings"."""
    return f"{number_word(number)} {noun if number == 1 else plural or noun + 's'}"


def capital(text: str) -> str:
    """The text with a capital at its head, as a sentence begins."""
    return text[:1].upper() + text[1:]


def stopped(text: str) -> str:
    """The text with a full stop at its end, unless a mark already closes it."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
