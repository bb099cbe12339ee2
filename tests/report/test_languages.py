"""A dossier says the same in every language, with that language's grammar and typography."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import product

import page as page_validation
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject

from builders import edtf
from relations import load
from relations.dataset import Dataset
from relations.model.dates import EdtfDate
from relations.model.kinds import RECORD_TYPES
from relations.model.party import PartyRole, Role
from relations.model.quantities import Money, MoneyKind, Quantity
from relations.model.status import Status
from relations.report.blocks import Cite, Link, Text
from relations.report.document import Document
from relations.report.speech import LANGUAGES, Counted, Speech
from relations.report.wording.dates import coarse_words, date_words, day_words, period_words
from relations.report.wording.kinds import counted, noun
from relations.report.wording.parties import parties_words, with_article
from relations.report.wording.quantities import (
    delivered_words,
    magnitude,
    money_words,
    quantity_words,
)
from relations.report.wording.terms import status_words
from report.printed import anchors_of, contents, text_of
from strategies.dates import edtf_texts
from strategies.records import datasets

FRENCH = Speech.of("fr")
PAIRS = (("VNM", "RUS"), ("LAO", "RUS"), ("LAO", "JPN"), ("ASEAN", "RUS"), ("ASEAN", "JPN"))
LENGTHS = ("brief", "dossier", "register")
languages = st.sampled_from([Speech.of(language) for language in LANGUAGES])


@cache
def paper(a: str, b: str, language: str, length: str = "dossier") -> Document:
    """The paper of a pair of the shipped data."""
    return load().pair(a, b).dossier(language=language, length=length).document


# -- whole papers --------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "length"), [*product(LANGUAGES, LENGTHS)])
def test_every_founding_pair_is_told_in_every_language(language: str, length: str) -> None:
    """Each pair has a paper of each length, which says in what language it is."""
    for pair in PAIRS:
        document = paper(*pair, language, length)
        assert LANGUAGES[language] == document.lang
        assert not re.search(r"{\w*(:\w+)?}", text_of(document))


@pytest.mark.parametrize("pair", PAIRS, ids="–".join)
def test_languages_say_as_much_as_one_another(pair: tuple[str, str]) -> None:
    """No section, citation or row is lost on the way to another language."""
    english, french = (paper(*pair, language, "register") for language in LANGUAGES)
    assert len(english.blocks) == len(french.blocks)
    assert [type(block) for block in english.blocks] == [type(block) for block in french.blocks]
    assert cited(english) == cited(french)
    assert anchors_of(english) == anchors_of(french)


def cited(document: Document) -> list[tuple[int, ...]]:
    """The numbers of every citation, in the order of the page."""
    found = (it for content in contents(document.blocks) for it in content)
    return [it.numbers for it in found if isinstance(it, Cite)]


def test_what_curators_wrote_is_marked_with_its_language() -> None:
    """A title in English within French is told to a reader's voice; in English it is not."""
    title = "Right to use the base at Cam Ranh"

    def told(language: str) -> set[str | None]:
        found = (it for content in contents(paper("VNM", "RUS", language).blocks) for it in content)
        return {it.lang for it in found if isinstance(it, Text | Link) and it.text == title}

    assert ({None}, {"en"}) == (told("en"), told("fr"))


def test_two_languages_may_be_built_at_once() -> None:
    """A speech is carried, not set: threads do not disturb one another."""
    pair = load().pair("LAO", "JPN")
    asked = [language for _ in range(3) for language in LANGUAGES]
    with ThreadPoolExecutor(4) as pool:
        kickers = list(pool.map(lambda it: pair.dossier(language=it).document.kicker, asked))
    assert ["Country-pair dossier", "Dossier bilatéral"] * 3 == kickers


# -- plurals -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "number"),
    [
        ("aucune réunion", 0),
        ("une réunion", 1),
        ("deux réunions", 2),
        ("21 réunions", 21),
        ("1\u202f300 réunions", 1300),
    ],
)
def test_french_counts_agree_in_number_and_gender(expected: str, number: int) -> None:
    """None and one are singular in French, and a meeting is feminine."""
    assert expected == counted(FRENCH, "meetings", number)


@pytest.mark.parametrize(
    ("expected", "number"),
    [("1 million", 10**6), ("1,5 million", 1_500_000), ("2 millions", 2 * 10**6)],
)
def test_a_million_and_a_half_is_singular_in_french(expected: str, number: int) -> None:
    """Below two is one in French, and two in English."""
    assert expected == magnitude(FRENCH, number).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("expected", "kind", "number"),
    [
        ("proposé", "agreements", 1),
        ("proposés", "agreements", 3),
        ("proposée", "meetings", 1),
        ("proposées", "meetings", 3),
    ],
)
def test_a_status_agrees_with_what_it_is_said_of(expected: str, kind: str, number: int) -> None:
    """A status takes the gender and number of the records."""
    assert expected == status_words(FRENCH, Status.PROPOSED, kind, number)


# -- dates ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("1er mai 1979", "1979-05-01"),
        ("2 mai 1979", "1979-05-02"),
        ("novembre 2014", "2014-11"),
        ("juin 2004 (jour inconnu)", "2004-06-XX"),
        ("janvier 2018 environ", "2018-01~"),
        ("2003 (année incertaine)", "2003?"),
        ("2017 ou 2018", "[2017,2018]"),
        ("entre le 23 janvier et le 4 avril 2018", "[2018-01-23..2018-04-04]"),
        ("depuis 2018", "2018/.."),
        ("depuis le 25 décembre 1991", "1991-12-25/.."),
        ("depuis 2000 environ", "2000~/.."),
        ("jusqu’en 2002", "../2002"),
        ("jusqu’au 2 mai 2002, début inconnu", "/2002-05-02"),
        ("du 10 au 13 septembre 2023", "2023-09-10/2023-09-13"),
        ("du 1er au 3 mai 2023", "2023-05-01/2023-05-03"),
        ("2018 – 2020", "2018/2020"),
        ("printemps 2018", "2018-21"),
        ("années 2010", "201X"),
        ("depuis la période « années 2010 »", "201X/.."),
    ],
)
def test_a_french_date_keeps_its_vagueness(expected: str, text: str) -> None:
    """Articles and prepositions follow the sort of date, and nothing is made closer."""
    assert expected == date_words(FRENCH, edtf(text)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("expected", "text"),
    [("le 2 mai 1979", "1979-05-02"), ("en août 2014", "2014-08"), ("en 2018", "2018")],
)
def test_a_french_date_in_a_sentence_has_its_preposition(expected: str, text: str) -> None:
    """A day takes an article, a month and a year take “en”."""
    assert expected == period_words(FRENCH, edtf(text))


@given(languages, edtf_texts().map(EdtfDate.parse))
def test_any_date_has_words_in_any_language(speech: Speech, date: EdtfDate) -> None:
    """No date leaves a place open, nor prints what is None."""
    said = (date_words(speech, date), period_words(speech, date), coarse_words(speech, date))
    for words in said:
        assert words.strip()
        assert not re.search(r"[{}]|None", words)


# -- numbers -------------------------------------------------------------------------------------

numbers = st.integers(0, 10**40) | st.floats(0, 1e300, allow_nan=False)
units = st.none() | st.sampled_from(["day", "ha", "aircraft", "year", "sack of rice"])
quantities = st.one_of(
    st.builds(Quantity.exact, numbers, unit=units),
    st.builds(Quantity.about, numbers, unit=units),
    st.builds(Quantity.at_least, numbers, unit=units),
    st.builds(Quantity.at_most, numbers, unit=units),
    st.builds(Quantity.unknown, unit=units),
)


@given(languages, quantities)
def test_any_quantity_has_words_in_any_language(speech: Speech, quantity: Quantity) -> None:
    """No number leaves a place open, in any of its qualifiers and units."""
    money = Money(evolve(quantity, unit=None), "XOF", MoneyKind.LOAN, 2010)
    for words in (quantity_words(speech, quantity), money_words(speech, money)):
        assert words.strip()
        assert not re.search(r"[{}]|None", words)


@given(languages, st.lists(quantities.map(lambda it: Quantity.unknown() if it.unit else it)))
def test_any_sum_has_words_in_any_language(speech: Speech, terms: list[Quantity]) -> None:
    """No sum leaves a place open, however many of its numbers are unknown."""
    assert not re.search(r"[{}]|None", delivered_words(speech, terms))


@given(languages, st.integers(0, 10**30))
def test_any_count_has_words_in_any_language(speech: Speech, number: int) -> None:
    """Any number of any kind of record is told, and none is told as none."""
    for kind in RECORD_TYPES:
        words = counted(speech, kind, number)
        assert not re.search(r"[{}]|None", words)
        assert (number == 0) == words.startswith(("no ", "aucun"))
    assert format(Counted(number, speech), "figures") == speech.number(number)


# -- parties and marks ---------------------------------------------------------------------------


@pytest.mark.parametrize("role", Role)
def test_every_role_has_words_in_french(role: Role) -> None:
    """No role is dropped, and no name needs an article."""
    parties = [PartyRole(party=party, role=role) for party in ("LAO", "RUS")]
    assert "LAO et RUS" in parties_words(FRENCH, parties, str)
    assert "Philippines" == with_article(FRENCH, "Philippines")


def test_french_marks_do_not_stand_at_the_head_of_a_line() -> None:
    """Double marks and quotation marks are bound to their words; apostrophes are curved."""
    text = "\n".join(
        (FRENCH.say("“{words}”", words="x"), FRENCH.say("; "), FRENCH.say("{label}: ", label="x"))
    )
    assert "«\N{NO-BREAK SPACE}x\N{NO-BREAK SPACE}»" in text
    assert ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»") == FRENCH.marks
    assert ("“", "”") == Speech.of("en").marks
    assert "\N{NARROW NO-BREAK SPACE}; " in text
    assert "x\N{NO-BREAK SPACE}: " in text
    loose = [
        line
        for line in text_of(paper("VNM", "RUS", "fr")).splitlines()
        if re.search(r" [;:»]", line)
    ]
    assert [] == loose


def test_a_noun_has_both_of_its_numbers_in_french() -> None:
    """A kind of record is named in the singular and in the plural."""
    kinds = noun(FRENCH, "arms_transfers")
    assert ("transfert d’armes", "transferts d’armes") == (kinds.one, kinds.many)


def test_a_calendar_day_is_written_out_in_french() -> None:
    """The first of a month is an ordinal, and other days are not."""
    edition = load().edition.date.replace(day=1, month=8, year=2026)
    assert "1er août 2026" == day_words(FRENCH, edition)


# -- on paper ------------------------------------------------------------------------------------


def test_a_french_paper_is_as_accessible_and_archival() -> None:
    """PDF/UA-1 and PDF/A-3a hold, the file is French, and what is English in it is marked so."""
    data = load().pair("LAO", "JPN").dossier(language="fr", length="brief").to_pdf()
    for profile in ("ua1", "3a"):
        assert [] == page_validation.validate_pdf_bytes(data, profile=profile).failures
    reader = PdfReader(io.BytesIO(data))
    root = reader.trailer["/Root"].get_object()
    assert isinstance(root, DictionaryObject)
    assert "fr" == str(root["/Lang"])
    assert "en" in tongues(root["/StructTreeRoot"])


def tongues(element: object) -> set[str]:
    """The languages of the structure below an element, where they are not the document's."""
    held = element.get_object() if isinstance(element, PdfObject) else element
    if isinstance(held, list):
        return set().union(*map(tongues, held))
    if isinstance(held, dict):
        own = {str(held["/Lang"])} if "/Lang" in held else set()
        return own | tongues(held.get("/K"))
    return set()


def test_a_cut_off_is_told_in_the_language_of_the_paper() -> None:
    """The margins name the day as the sentences do."""
    document = load().pair("VNM", "RUS").dossier(language="fr", cutoff="2018-12-01").document
    assert document.footer.endswith("d’après ce qui avait été publié au 1er décembre 2018")
    assert document.subtitle.endswith("d’après ce qui avait été publié au 1er décembre 2018")


# -- any data ------------------------------------------------------------------------------------


@settings(max_examples=15)
@given(datasets(), st.permutations(["VNM", "RUS", "LAO", "ASEAN", "EAS"]))
def test_any_data_are_told_in_french_as_in_english(dataset: Dataset, parties: list[str]) -> None:
    """Whatever the records, both languages have the same sections, rows and citations."""
    pair = dataset.pair(parties[0], parties[1])
    english, french = (
        pair.dossier(language=language, length="register").document for language in LANGUAGES
    )
    assert anchors_of(english) == anchors_of(french)
    assert cited(english) == cited(french)
