"""Languages by their English names."""

from __future__ import annotations

from typing import Final

_NAMES: Final = {
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "id": "Indonesian",
    "ja": "Japanese",
    "km": "Khmer",
    "lo": "Lao",
    "ms": "Malay",
    "my": "Burmese",
    "ru": "Russian",
    "th": "Thai",
    "vi": "Vietnamese",
    "zh": "Chinese",
}


def language_words(tag: str) -> str:
    """The language of a BCP 47 tag; the tag itself where its name is not listed here."""
    return _NAMES.get(tag.partition("-")[0].lower(), tag)
