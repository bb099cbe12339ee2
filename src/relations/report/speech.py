"""How a dossier speaks: its messages in one language, with plurals, numbers, lists and names.

The English message stands in the code, so that a section reads as it prints, and is what its
translation is looked up by. A speech is a value that the material carries: dossiers in several
languages may be built at the same time.
"""

from __future__ import annotations

import gettext
import io
import string
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from attrs import field, frozen
from babel import Locale
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import get_currency_name, get_decimal_symbol, get_group_symbol

from relations.errors import UnknownName
from relations.model.quantities import Number
from relations.report.blocks import Content, Inline, Text
from relations.report.typography import TYPOGRAPHY

LANGUAGES: Final = {"en": "en-GB", "fr": "fr"}
"""The languages of a dossier, with the locale that gives its numbers, lists and names."""

CATALOGUES: Final = Path(__file__).with_name("locale")
"""Where the catalogues lie: ``xx/LC_MESSAGES/dossier.po`` for each language but English."""

NUMBERS: Final = (
    "no", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip  # numbers in rows
"""The counts that are written in letters."""

GENDERS: Final = ("number", "number, feminine")
"""The contexts in which a catalogue may hold them."""


@frozen
class Noun:
    """A noun as a message takes it: ``{kind}`` is one of them, ``{kind:many}`` are several."""

    one: str
    many: str

    def __format__(self, spec: str) -> str:
        return self.many if spec == "many" else self.one


@frozen
class Speech:
    """The messages of one language, and its rules for plurals, numbers and lists."""

    language: str
    locale: Locale = field(repr=False)
    _messages: gettext.NullTranslations = field(repr=False)

    @classmethod
    def of(cls, language: str) -> Speech:
        """The speech of one of :data:`LANGUAGES`.

        Raises:
            UnknownName: if the language is none of them.
        """
        if language not in LANGUAGES:
            known = f"; there are {', '.join(LANGUAGES)}"
            raise UnknownName("language of a dossier", language, otherwise=known)
        return _read(language)

    @property
    def tag(self) -> str:
        """The BCP 47 tag of what is said."""
        return str(self.locale).replace("_", "-")

    # -- messages -------------------------------------------------------------------------------

    def say(self, message: str, /, **values: str | Noun | Counted) -> str:
        """A message with its places filled: ``say("Through {bodies}", bodies="ASEAN")``."""
        return self._messages.gettext(message).format_map(values)

    def say_in(self, context: str, message: str, /, **values: str | Noun | Counted) -> str:
        """A message that another language may say otherwise in this ``context``."""
        return self._messages.pgettext(context, message).format_map(values)

    def count(self, number: Number, one: str, many: str, /, **values: str | Noun) -> str:
        """A message that agrees with a number: ``count(2, "{number} visit", "{number} visits")``.

        ``{number}`` stands in letters up to twelve, ``{number:figures}`` in figures.
        """
        message = self._messages.ngettext(one, many, self._agreeing(number))
        return message.format(number=Counted(number, self), **values)

    def compose(self, message: str, /, **values: str | Noun | Inline | Content) -> Content:
        """A message in whose places links, citations or whole contents may stand."""
        content: list[Inline] = []
        for text, name, spec, _ in string.Formatter().parse(self._messages.gettext(message)):
            content += [Text(text)] * bool(text)
            content += [] if name is None else _inlines(values[name], spec or "")
        return tuple(content)

    def word(self, context: str, word: str) -> str:
        """A word of the records' vocabulary: ``word("Level", "deputy minister")``.

        What the catalogue does not hold, such as a name new to the data, stays as it is.
        """
        return self._messages.pgettext(context, word)

    def words(self, context: str, one: str, many: str, number: Number) -> str:
        """A word of the records' vocabulary as it is said of so many things."""
        return self._messages.npgettext(context, one, many, self._agreeing(number))

    def _agreeing(self, number: Number) -> int:
        """A number that takes the form of this one, in languages that tell 1.5 from 2."""
        if number == int(number):
            return int(number)
        return 1 if self.locale.plural_form(number) == "one" else 2

    # -- numbers and lists ----------------------------------------------------------------------

    def number(self, value: Number) -> str:
        """A number in figures: "64", "20,000", "190.5"."""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return f"{value:,}".translate(self._signs)

    @cached_property
    def _signs(self) -> dict[int, str]:
        """What this language puts between thousands and before decimals."""
        group, point = get_group_symbol(self.locale), get_decimal_symbol(self.locale)
        return {ord(","): group, ord("."): point}

    def number_word(self, number: int) -> str:
        """A count as it stands in a sentence: in letters up to twelve, "no" for 0."""
        return format(Counted(number, self))

    def listed(self, words: Iterable[str]) -> str:
        """The words as a list in a sentence: "a", "a and b", "a, b and c"."""
        return format_list(list(words), locale=self.locale)

    def either(self, words: Iterable[str]) -> str:
        """The words as alternatives: "a", "a or b", "a, b or c"."""
        return format_list(list(words), style="or", locale=self.locale)

    def series(self, words: Iterable[str]) -> str:
        """The words one after the other: "a; b; c"."""
        return self.say("; ").join(words)

    def quoted(self, words: str) -> str:
        """Somebody's own words, in the quotation marks of this language: "“a batch”"."""
        return self.say("“{words}”", words=words)

    @property
    def marks(self) -> tuple[str, str]:
        """The quotation marks of this language, with the spaces they take within."""
        opening, _, closing = self.quoted("\N{NULL}").partition("\N{NULL}")
        return opening, closing

    # -- names ----------------------------------------------------------------------------------

    def language_name(self, tag: str) -> str:
        """The language of a BCP 47 tag; the tag itself where it has no name."""
        return str(self.locale.languages.get(tag.partition("-")[0].lower(), tag))

    def currency_name(self, code: str) -> str:
        """The units of a currency, by its ISO 4217 code: "US dollars"."""
        return get_currency_name(code, 2, locale=self.locale)


@frozen
class Counted:
    """A count as a message takes it.

    ``{number}`` is "two" and ``{number:figures}`` is "2". Any other word after the colon, such as
    a gender, is the context in which the catalogue holds the numbers.
    """

    number: Number
    speech: Speech

    def __format__(self, spec: str) -> str:
        if spec == "figures" or self.number not in range(len(NUMBERS)):
            return self.speech.number(self.number)
        context = f"number, {spec}" if spec else "number"
        return self.speech.word(context, NUMBERS[int(self.number)])


def message(text: str) -> str:
    """The text itself: marks a message for the catalogues that is said elsewhere."""
    return text


def messages(one: str, many: str) -> tuple[str, str]:
    """The texts themselves: marks a message for one and for several that is counted elsewhere."""
    return one, many


def _inlines(value: str | Noun | Inline | Content, spec: str) -> Iterator[Inline]:
    if isinstance(value, tuple):
        yield from value
    elif isinstance(value, str | Noun):
        yield Text(format(value, spec))
    else:
        yield value


# -- reading catalogues --------------------------------------------------------------------------

ENGLISH: Final = Speech("en", Locale.parse("en_GB"), gettext.NullTranslations())
"""The language in which the messages stand in the code."""


@cache
def _read(language: str) -> Speech:
    """A language with its catalogue, which is compiled in memory and kept nowhere else."""
    if language == ENGLISH.language:
        return ENGLISH
    with (CATALOGUES / language / "LC_MESSAGES" / "dossier.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, _typeset(catalogue, language))
    compiled.seek(0)
    locale = Locale.parse(LANGUAGES[language], sep="-")
    return Speech(language, locale, gettext.GNUTranslations(compiled))


def _typeset(catalogue: Catalog, language: str) -> Catalog:
    """The catalogue with the spaces and marks of its language."""
    typeset = TYPOGRAPHY.get(language, str)
    for entry in catalogue:
        if isinstance(entry.string, tuple | list):
            entry.string = tuple(map(typeset, entry.string))
        elif entry.id and entry.string:
            entry.string = typeset(entry.string)
    return catalogue
