"""Disputed and changing names are chosen when a paper is made, by a profile or a file."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

import build_names
from builders import edtf, record, state, world
from relations import load
from relations.dataset import Dataset
from relations.errors import DataError, UnknownName
from relations.model.agreement import Agreement
from relations.model.place import Place
from relations.model.status import Status
from relations.report.document import Document
from relations.report.naming.names import Names
from relations.report.naming.profile import Choice, Profile
from relations.report.naming.reading import SHIPPED, profile_of, read
from relations.storage import dumps
from report.printed import text_of

OWN = """
title = "Names of a ministry"

[[names]]
id = "VNM"
lang = "en"
name = "Vietnam"
note = "Written so by order of 2020."

[[names]]
id = "south-china-sea"
lang = "en"
name = "East Sea"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A file of one's own."""
    path = tmp_path / "ministry.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def sea() -> Dataset:
    """Viet Nam and Russia with an agreement about a sea of two names."""
    held = record(Agreement, "made", ("VNM", "RUS"), places=("south-china-sea",))
    place = next(it for it in load().places if it.id == "south-china-sea")
    assert isinstance(place, Place)
    return attrs.evolve(world(held), places=(attrs.evolve(place, citations=held.citations),))


def paper(names: str | Path = "un", language: str = "en") -> Document:
    """The register of Viet Nam and Russia with names by a profile."""
    pair = sea().pair("VNM", "RUS")
    return pair.dossier(names=names, language=language, length="register").document


# -- the profiles that come with the library -----------------------------------------------------


def test_the_profiles_are_what_the_script_builds() -> None:
    """Nobody has written into a file that is built."""
    folder = build_names.TARGET
    assert build_names.profiles() == {
        word: (folder / f"{word}.json").read_text(encoding="utf-8") for word in SHIPPED
    }


def test_every_name_of_a_shipped_profile_is_of_something() -> None:
    """No name waits for a party or place that the data do not hold."""
    data = load()
    known = {it.id for it in data.parties} | {it.id for it in data.places}
    assert set() == {it.id for word in SHIPPED for it in profile_of(word).names} - known


@pytest.mark.parametrize(
    ("expected", "identifier", "profile", "language"),
    [
        ("Türkiye", "TUR", "un", "fr"),
        ("Turquie", "TUR", "short", "fr"),
        ("Viet Nam", "VNM", "un", "fr"),
        ("Vietnam", "VNM", "short", "en"),
        ("Myanmar", "MMR", "un", "en"),
        ("Myanmar (Burma)", "MMR", "short", "en"),
        ("Taiwan (Province of China)", "TWN", "un", "en"),
        ("Taiwan", "TWN", "short", "en"),
        ("Kosovo", "XKX", "un", "fr"),
        ("Fédération de Russie", "RUS", "un", "fr"),
        ("Union soviétique", "SUN", "un", "fr"),
        ("Iran", "IRN", "un", "fr"),
    ],
)
def test_a_profile_says_what_a_party_is_called(
    expected: str, identifier: str, profile: str, language: str
) -> None:
    """Each profile has its own word for what is disputed or has changed."""
    data = load()
    names = Names.of(data, language, profile_of(profile))
    assert expected == names.party(data.party(identifier))


def test_a_name_that_no_profile_has_is_the_datas() -> None:
    """Where the profile is silent, the data's name in that language is used, or the English one."""
    data = load()
    names = Names.of(data, "ru", Profile(title="None", names=(), based_on=""))
    assert "Вьетнам" == names.party(data.party("VNM"))
    assert "АСЕАН" == names.party(data.party("ASEAN"))
    assert "ADMM" == names.party(data.party("ADMM"))


# -- a file of one's own -------------------------------------------------------------------------


def test_a_file_of_ones_own_names_parties_and_places(own: Path) -> None:
    """Title, sentences and places use its names, and the United Nations' where it is silent."""
    document = paper(own)
    assert ("Vietnam", "Russian Federation") == document.title
    assert "Place: East Sea" in text_of(document)
    assert "South China Sea" in text_of(paper())


def test_the_imprint_says_by_what_the_names_were_chosen(own: Path) -> None:
    """The reader is told whose names they are, with the note that goes with a name."""
    assert "Short names of the United Nations, or usual ones" in text_of(paper())
    text = text_of(paper(own))
    assert "Names of a ministry; where it is silent: Short names of the United Nations" in text
    assert "Written so by order of 2020." in text


def test_braces_in_a_file_of_ones_own_are_printed_as_they_are(own: Path) -> None:
    """Whatever a reader writes is words, and never a message with places to fill."""
    own.write_text(OWN.replace("a ministry", "{a} ministry").replace("Vietnam", "{Viet} Nam"))
    text = text_of(paper(own, "fr"))
    assert "Names of {a} ministry" in text
    assert "{Viet} Nam" in text_of(paper(own))


def test_no_choice_of_names_touches_the_data(own: Path) -> None:
    """The data that travel with a paper are the same whatever its names."""
    first, second = paper(own), paper("short")
    assert first.data_hash == second.data_hash
    assert dumps(sea()).count("Vietnam") == dumps(sea()).count("Vietnam")


def test_json_says_the_same_as_toml(own: Path, tmp_path: Path) -> None:
    """A profile may be written in either."""
    held = read(own)
    entries = [
        {"id": it.id, "lang": it.lang, "name": it.name, "note": it.note} for it in held.names
    ]
    other = tmp_path / "ministry.json"
    other.write_text(json.dumps({"title": held.title, "names": entries}), encoding="utf-8")
    assert held == read(other)


def test_a_name_may_be_bounded_in_time() -> None:
    """A state is called in a record what it was called on its day, and now what it is called."""
    choices = (
        Choice(id="VNM", lang="en", name="Annam", period=edtf("/1999")),
        Choice(id="VNM", lang="en", name="Viet Nam", period=edtf("2000/..")),
    )
    names = Names.of(sea(), "en", Profile(title="Then and now", names=choices))
    party = sea().party("VNM")
    assert ["Annam", "Viet Nam", "Viet Nam"] == [
        names.party(party, edtf("1979")),
        names.party(party, edtf("2018")),
        names.party(party),
    ]


def test_a_record_uses_the_name_of_its_day(tmp_path: Path) -> None:
    """What changed its name is told in each row by the name of that time."""
    entries = [
        {"id": "RUS", "lang": "en", "name": "Muscovy", "period": "../1999"},
        {"id": "RUS", "lang": "en", "name": "Russia", "period": "2000/.."},
    ]
    file = tmp_path / "then.json"
    file.write_text(json.dumps({"title": "Then", "names": entries}), encoding="utf-8")
    made = record(Agreement, "made", ("VNM", "RUS"), history=(state(Status.SIGNED, "1979-05-02"),))
    document = world(made).pair("VNM", "RUS").dossier(names=file, length="register").document
    assert ("Viet Nam", "Russia") == document.title
    assert "Parties: Viet Nam and Muscovy" in text_of(document)


# -- what may be wrong with it -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("missing required field 'title'", "names = []"),
        ("unknown field 'nmaes'", 'title = "x"\nnmaes = []\nnames = []'),
        ("must not be blank", 'title = " "\nnames = []'),
        ("did you mean", '[[names]]\nid = "VNM"\nlang = "en"\nnmae = "x"'),
        ("is not an identifier", '[[names]]\nid = "Viet Nam"\nlang = "en"\nname = "x"'),
        ("is to be a BCP 47 tag", '[[names]]\nid = "VNM"\nlang = "English"\nname = "x"'),
        ("one line of at most 120", '[[names]]\nid = "VNM"\nlang = "en"\nname = "a\\nb"'),
        ("no such profile", 'title = "x"\nbased_on = "nato"\nnames = []'),
        ("not TOML", "title: x"),
        (
            "has a name in 'en' for that time already",
            'title = "x"' + 2 * '\n[[names]]\nid = "VNM"\nlang = "en"\nname = "a"',
        ),
        (
            "period",
            'title = "x"\n[[names]]\nid = "VNM"\nlang = "en"\nname = "a"\nperiod = "since 1990"',
        ),
    ],
)
def test_what_is_wrong_in_a_file_is_told(said: str, text: str, tmp_path: Path) -> None:
    """An error names the file, the place in it and what would be right."""
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as error:
        profile_of(file)
    assert said in str(error.value)
    assert str(file) in str(error.value)


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    """A reader mends a file once."""
    file = tmp_path / "own.toml"
    file.write_text('title = 5\n[[names]]\nid = "VNM"\nlang = "en"\n', encoding="utf-8")
    with pytest.raises(DataError) as error:
        profile_of(file)
    assert ["title", "names[0].name"] == [it.field for it in error.value.problems]
    assert "add it: a profile has a title and names" in str(error.value)


def test_a_profile_that_is_not_there_is_refused() -> None:
    """A word that is neither a profile nor a file is told with what there is."""
    with pytest.raises(UnknownName, match="use one of un, short, or the path"):
        profile_of("uno")


def test_a_name_of_what_the_data_do_not_hold_is_refused(tmp_path: Path) -> None:
    """A slip in an identifier would otherwise leave the name unused without a word."""
    file = tmp_path / "own.toml"
    file.write_text(OWN.replace('"VNM"', '"VNN"'), encoding="utf-8")
    with pytest.raises(
        UnknownName, match="profile 'Names of a ministry' names; did you mean 'VNM'"
    ):
        paper(file)
