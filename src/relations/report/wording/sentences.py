"""The head and the end of a sentence, in any language of the house."""

from __future__ import annotations


def capital(text: str) -> str:
    """The text with a capital at its head, as a sentence begins."""
    return text[:1].upper() + text[1:]


def stopped(text: str) -> str:
    """The text with a full stop at its end, unless a mark already closes it."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
