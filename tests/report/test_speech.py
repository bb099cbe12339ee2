from __future__ import annotations

from pathlib import Path

import pytest

from relations.errors import UnknownName
from relations.report import speech
from relations.report.blocks import Cite, Link, Text
from relations.report.speech import ENGLISH, Noun, Speech


def test_a_message_is_said_with_its_places_filled() -> None:
    """What a message leaves open is filled by name; braces in the data are left alone."""
    assert "Through {the} body" == ENGLISH.say("Through {bodies}", bodies="{the} body")


@pytest.mark.parametrize(
    ("expected", "number"),
    [
        ("no visits", 0),
        ("one visit", 1),
        ("two visits", 2),
        ("21 visits", 21),
        ("1,300 visits", 1300),
    ],
)
def test_a_count_agrees_with_its_noun(expected: str, number: int) -> None:
    """Small counts are spelt out, large ones are in figures, and the noun follows."""
    assert expected == ENGLISH.count(number, "{number} visit", "{number} visits")


def test_a_count_may_stand_in_figures() -> None:
    """The message says where a count is not to be spelt out."""
    assert "2 visits" == ENGLISH.count(2, "{number:figures} visit", "{number:figures} visits")


def test_a_noun_is_one_or_many_as_the_message_asks() -> None:
    """A message may use either form of a noun it is given."""
    visit = Noun("visit", "visits")
    assert "no visit among visits" == ENGLISH.say("no {kind} among {kind:many}", kind=visit)


def test_links_and_citations_take_their_places_in_a_message() -> None:
    """A content is composed in the order that the language asks for."""
    expected = (Text("See "), Link("Sources", "a"), Text(", "), Cite((1,)), Text("."))
    see, cited = Link("Sources", "a"), (Text(", "), Cite((1,)))
    assert expected == ENGLISH.compose("See {see}{cited}.", see=see, cited=cited)


def test_a_language_that_is_not_there_is_refused() -> None:
    """The message names the languages that are there."""
    with pytest.raises(UnknownName, match="'xx'; there are en, fr"):
        Speech.of("xx")


@pytest.mark.parametrize(
    ("expected", "number"),
    [
        ("0 встреч", 0),
        ("1 встреча", 1),
        ("2 встречи", 2),
        ("5 встреч", 5),
        ("11 встреч", 11),
        ("21 встреча", 21),
        ("22 встречи", 22),
        ("1\N{NO-BREAK SPACE}001 встреча", 1001),
    ],
)
def test_a_language_may_have_more_plurals_than_two(
    expected: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which form a number takes is the catalogue's matter: 21 is singular in Russian."""
    file = tmp_path / "ru" / "LC_MESSAGES" / "dossier.po"
    file.parent.mkdir(parents=True)
    file.write_text(_RUSSIAN, encoding="utf-8")
    monkeypatch.setattr(speech, "CATALOGUES", tmp_path)
    monkeypatch.setattr(speech, "LANGUAGES", {"ru": "ru"})
    russian = speech._read.__wrapped__("ru")
    many = "{number:figures} meetings"
    assert expected == russian.count(number, "{number:figures} meeting", many)
    assert "Timeline" == russian.say("Timeline"), "what is not translated stays English"


_RUSSIAN = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Language: ru\n"

msgid "{number:figures} meeting"
msgid_plural "{number:figures} meetings"
msgstr[0] "{number:figures} встреча"
msgstr[1] "{number:figures} встречи"
msgstr[2] "{number:figures} встреч"

msgid "Timeline"
msgstr ""
"""
