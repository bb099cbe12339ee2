"""What the house's fonts can print, and what is said in the place of what they cannot.

A quotation in letters that the fonts lack must not cost the reader the dossier, and must not
vanish either: its place says in which language the words are, and the data hold them.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from relations.report.speech import Speech

_SCRIPTS: Final = ("LATIN", "CYRILLIC", "GREEK")
"""The scripts that every renderer of a dossier can show."""

_RARE_CYRILLIC: Final = frozenset(
    "ѡѥѧѩѫѭѯѱѷѹѻѽѿҁҋҍҏҕҝҟҥҧҩҭҵҹҽҿӄӆӈӊӌӎӓӛӝӟӡӥӫӭӱӵӷӹӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯ"
)
"""Cyrillic letters of few languages that the house's fonts do not have."""


def can_be_printed(text: str) -> bool:
    """Whether every letter of a text is of a script that the fonts have."""
    letters = (unicodedata.name(letter, "") for letter in text if letter.isalpha())
    return all(name.startswith(_SCRIPTS) for name in letters) and (
        _RARE_CYRILLIC.isdisjoint(text.casefold())
    )


def in_print(speech: Speech, text: str, lang: str) -> str:
    """A text as it can be printed, or a word on the language of what cannot."""
    if can_be_printed(text):
        return text
    return speech.say(
        "[in {language}, in letters not printed here; see the data]",
        language=speech.language_name(lang),
    )
