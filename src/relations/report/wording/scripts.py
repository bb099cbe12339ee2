"""What the typefaces at hand can print, and what is said in the place of what they cannot.

A quotation in letters that the fonts lack must not cost the reader the dossier, and must not
vanish either: its place says in which language the words are, and the data hold them.
"""

from __future__ import annotations

from relations.report.clean import clean_text
from relations.report.faces import lacks
from relations.report.speech import Speech


def can_be_printed(text: str) -> bool:
    """Whether every letter of a text is in a typeface at hand."""
    return not lacks(clean_text(text))


def in_print(speech: Speech, text: str, lang: str) -> str:
    """A text as it can be printed, or a word on the language of what cannot."""
    if can_be_printed(text):
        return text
    return speech.say(
        "[in {language}, in letters not printed here; see the data]",
        language=speech.language_name(lang),
    )
