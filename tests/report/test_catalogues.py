"""Every word of a dossier stands in the catalogues, and every catalogue has words for it."""

from __future__ import annotations

import ast
import gettext
import json
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

import catalogues
import relations
from relations.report.build import build
from relations.report.document import Document
from relations.report.options import Options
from relations.report.speech import CATALOGUES, ENGLISH, LANGUAGES, Speech
from relations.storage import shipped_path
from report.printed import text_of

TRANSLATED = [language for language in LANGUAGES if language != "en"]
TEMPLATE: Final = catalogues.template()


def catalogue_of(language: str) -> Path:
    """The file of a language."""
    return CATALOGUES / language / "LC_MESSAGES" / "dossier.po"


def read(language: str) -> Catalog:
    """The catalogue of a language."""
    with catalogue_of(language).open("rb") as file:
        return read_po(file, locale=language)


def forms(entry: Message) -> list[tuple[str, str]]:
    """Each form of a translation beside the English that it stands for."""
    strings = entry.string if isinstance(entry.string, tuple | list) else [entry.string or ""]
    one, *many = _ids(entry)
    return [(many[0] if many and number else one, text) for number, text in enumerate(strings)]


def places(text: str) -> set[str]:
    """The names of what a message leaves open."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


# -- the files -----------------------------------------------------------------------------------


def test_the_template_is_what_the_code_says() -> None:
    """After a change of wording, `make catalogues` has been run."""
    assert catalogues.TEMPLATE.read_bytes() == catalogues.written(TEMPLATE)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_holds_what_the_code_says_and_nothing_else(language: str) -> None:
    """No message is missing from a catalogue's file, and none is left over in it."""
    path = catalogue_of(language)
    assert path.read_bytes() == catalogues.written(catalogues.renewed(path))


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    """No form of any message is left in English for want of words, and none is in doubt."""
    wanting = [
        (entry.context, entry.id)
        for entry in read(language)
        if entry.id and (entry.fuzzy or not catalogues.is_translated(entry))
    ]
    assert [] == wanting


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_leaves_the_same_places_open(language: str) -> None:
    """What a sentence is told about reaches the reader in every language."""
    differing = [
        (english, text)
        for entry in read(language)
        if entry.id
        for english, text in forms(entry)
        if places(english) != places(text)
    ]
    assert [] == differing


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_keeps_the_spaces_at_its_ends(language: str) -> None:
    """A label that is followed by its value is so in every language."""
    differing = [
        (english, text)
        for entry in read(language)
        if entry.id and entry.id != "; "
        for english, text in forms(entry)
        if (english[-1:] == " ") != (text[-1:] == " ")
    ]
    assert [] == differing


# -- the code ------------------------------------------------------------------------------------

_CODE: Final = (
    *sorted((catalogues.REPORT / "sections").glob("*.py")),
    *sorted((catalogues.REPORT / "wording").glob("*.py")),
    catalogues.REPORT / "build.py",
    catalogues.REPORT / "references.py",
)

EXCEPTIONS: Final = {
    "build.py": "how a dossier shows itself to a programmer",
    "wording/parties.py": "the nouns that take an article, in English alone",
    "wording/terms.py": "the English of the vocabulary, which the template takes from here",
}
"""The files whose literals with a capital or a space are no messages, with the reason."""

PIECES: Final = {
    "wording/dates.py": {" and ", " uncertain", "day of the month", "X"},
    "wording/kinds.py": {"{number} "},
}
"""The pieces of contexts and messages that the vocabulary is put together from."""


def literals(code: str) -> Iterator[str]:
    """Every literal that may be words: with a letter, and a capital at its head or a space."""
    for node in _printed(ast.parse(code)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
            if re.search(r"[^\W\d_]", text) and re.search(r"^\W*[A-Z]| ", text):
                yield text


def marks(code: str) -> Iterator[str]:
    """Every piece of an f-string with marks that languages set otherwise: they space and pair."""
    for node in _printed(ast.parse(code)):
        if isinstance(node, ast.JoinedStr):
            texts = (str(it.value) for it in node.values if isinstance(it, ast.Constant))
            yield from (text for text in texts if re.search(r"[;:] |[“”]", text))


def _printed(node: ast.AST) -> Iterator[ast.AST]:
    """Every node below, but for docstrings and for what an error says."""
    for child in ast.iter_child_nodes(node):
        is_documentation = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if not is_documentation and not isinstance(child, ast.Raise):
            yield child
            yield from _printed(child)


def outside(name: str, code: str) -> list[str]:
    """The literals of some code that no catalogue holds."""
    held = {text for entry in TEMPLATE for text in _ids(entry)} | PIECES.get(name, set())
    return [*(text for text in literals(code) if text not in held), *marks(code)]


def _ids(entry: Message) -> list[str]:
    return [entry.id] if isinstance(entry.id, str) else [str(text) for text in entry.id]


@pytest.mark.parametrize("path", _CODE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_words_stand_outside_the_catalogues(path: Path) -> None:
    """A section or wording that prints words of its own prints them in English for ever."""
    name = path.relative_to(catalogues.REPORT).as_posix()
    if name not in EXCEPTIONS:
        assert [] == outside(name, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("expected", "code"),
    [
        (["Some words of its own."], 'yield Paragraph((Text("Some words of its own."),))'),
        ([" through a side door"], 'words = f"{record} through a side door"'),
        (["Ordered and paid"], 'Column("Ordered and paid", 0.2)'),
        ([": "], 'words = f"{label}: {value}"'),
        ([], '"""What a docstring says."""\nHeading(1, say("At a glance"), "section-glance")'),
        ([], 'anchor = f"section-{kind}-through_body"'),
    ],
)
def test_words_outside_the_catalogues_are_seen(expected: list[str], code: str) -> None:
    """The rule sees literals and pieces of f-strings, and leaves identifiers alone."""
    assert expected == outside("sections/new.py", code)


def test_every_exception_is_needed() -> None:
    """A file that holds no words of its own is no exception."""
    for name in EXCEPTIONS:
        assert outside(name, (catalogues.REPORT / name).read_text(encoding="utf-8"))


# -- the page ------------------------------------------------------------------------------------


class Bracketed(gettext.NullTranslations):
    """A language in which every message stands in brackets, so that one sees what is none."""

    def gettext(self, message: str) -> str:
        """The message in brackets; what stands between words is left as it is."""
        return f"⟦{message}⟧" if re.search(r"[^\W\d_]", re.sub(r"{.*?}", "", message)) else message

    def pgettext(self, _: str, message: str) -> str:
        """A message of the vocabulary."""
        return self.gettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """A message that agrees with a number."""
        return self.gettext(super().ngettext(one, many, number))

    def npgettext(self, _: str, one: str, many: str, number: int) -> str:
        """A message of the vocabulary that agrees with a number."""
        return self.ngettext(one, many, number)


def bracketed(monkeypatch: pytest.MonkeyPatch, a: str, b: str, length: str) -> Document:
    """The paper of a pair in the language of brackets."""
    speech = Speech("brackets", ENGLISH.locale, Bracketed())
    monkeypatch.setattr(Speech, "of", lambda _: speech)
    return build(relations.load().pair(a, b), Options(length=length)).document


def unbracketed(text: str) -> str:
    """What is left of a text when everything in brackets is taken out."""
    left, depth = [], 0
    for letter in text:
        depth += letter == "⟦"
        if not depth:
            left.append(letter)
        depth -= letter == "⟧"
    return "".join(left)


def stray(document: Document, data: str) -> set[str]:
    """The phrases of a paper in brackets that are no message, no date, no address and no data."""
    left = " ; ".join(unbracketed(line) for line in text_of(document).splitlines())
    for pattern in (
        r"[0-9a-f]{64}",
        r"\S+/\S*",
        r"\S*…",
        rf"(\d+ )?({'|'.join(_MONTHS)}) \d+",
        "US dollars",
    ):
        left = re.sub(pattern, ";", left)
    phrases = (phrase.strip() for phrase in re.split(r"[^\w\s’'-]+| and | or ", left))
    return {
        phrase
        for phrase in phrases
        if re.search(r"[^\W\d_]{2}", phrase) and phrase.lower() not in data
    }


_MONTHS: Final = tuple(ENGLISH.locale.months["format"]["wide"].values())


@pytest.mark.parametrize("length", ["brief", "dossier", "register"])
def test_nothing_but_messages_and_data_is_printed(
    monkeypatch: pytest.MonkeyPatch, length: str
) -> None:
    """A paper in a language of brackets has no words outside them but dates, names and data."""
    data = "\n".join(_strings(json.loads(shipped_path().read_text(encoding="utf-8")))).lower()
    for pair in (("VNM", "RUS"), ("ASEAN", "JPN"), ("LAO", "JPN")):
        assert set() == stray(bracketed(monkeypatch, *pair, length), data)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        yield from (text for entry in value.values() for text in _strings(entry))
    elif isinstance(value, list):
        yield from (text for entry in value for text in _strings(entry))
    elif isinstance(value, str):
        yield value
