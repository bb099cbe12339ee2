"""The three lengths of a paper, on both sheets, of real pairs and of whatever records there are."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from itertools import product

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import dated, record, state, world
from relations.dataset import Dataset
from relations.model.agreement import Agreement
from relations.model.meeting import Meeting
from relations.model.record import Record
from relations.model.status import Status
from relations.pairs import Pair
from relations.report.blocks import Heading, Link, NewPage, Paragraph, Table
from relations.report.build import Dossier, build
from relations.report.faces import width
from relations.report.options import Options
from relations.report.room import FULL, Room
from relations.report.sections.coverage import TITLE as COVERAGE
from relations.report.sections.disagreements import TITLE as DISPUTED
from relations.report.signs import Category
from relations.report.speech import LANGUAGES, Speech
from relations.report.theme import HOUSE, Face, Page
from relations.storage import load
from report.printed import plain, rows_of, text_of, words_of
from strategies.records import datasets

PAIRS = (("VNM", "RUS"), ("LAO", "RUS"), ("LAO", "JPN"), ("ASEAN", "RUS"), ("ASEAN", "JPN"))
LENGTHS = ("brief", "dossier", "register")


@cache
def shipped() -> Dataset:
    """The data that come with the library."""
    return load()


@cache
def printed(a: str, b: str, length: str, page: str) -> bytes:
    """A paper of the shipped data as PDF."""
    return shipped().pair(a, b).dossier(length=length, page=page).to_pdf()


def pages(content: bytes) -> int:
    """How many pages a PDF has."""
    return len(pypdf.PdfReader(io.BytesIO(content)).pages)


def lines(content: bytes) -> Iterator[str]:
    """The lines of a PDF as they are broken, without the running head and foot."""
    for page in pypdf.PdfReader(io.BytesIO(content)).pages:
        yield from page.extract_text().splitlines()


# -- every length of every pair ------------------------------------------------------------------


@pytest.mark.parametrize(("pair", "page"), [*product(PAIRS, ("a4", "letter"))])
def test_a_brief_has_two_pages(pair: tuple[str, str], page: str) -> None:
    """Whatever is known of a pair, its brief is two pages on either sheet."""
    assert 2 == pages(printed(*pair, "brief", page))


@pytest.mark.parametrize("pair", PAIRS)
def test_a_dossier_is_longer_than_its_brief_and_shorter_than_its_register(
    pair: tuple[str, str],
) -> None:
    """The lengths are of one content."""
    brief, dossier, register = (pages(printed(*pair, length, "a4")) for length in LENGTHS)
    assert brief < dossier < register


@pytest.mark.parametrize(("pair", "length"), [*product(PAIRS, LENGTHS)])
def test_lines_end_alike_on_both_sheets(pair: tuple[str, str], length: str) -> None:
    """What is said does not hang on the paper: the same document is printed on both."""
    a4, letter = (
        shipped().pair(*pair).dossier(length=length, page=page) for page in ("a4", "letter")
    )
    assert a4.document == letter.document


def test_lines_are_broken_alike_on_both_sheets() -> None:
    """Each line of a brief ends with the same word on A4 and on Letter."""
    a4, letter = (sorted(lines(printed("VNM", "RUS", "brief", page))) for page in ("a4", "letter"))
    assert a4 == letter


@pytest.mark.parametrize("pair", PAIRS)
def test_page_one_is_the_same_in_a_brief_and_a_dossier(pair: tuple[str, str]) -> None:
    """The first page does not depend on what follows it."""
    brief, dossier = (
        shipped().pair(*pair).dossier(length=length).document.blocks
        for length in ("brief", "dossier")
    )
    turn = NewPage()
    assert [plain_of(block) for block in brief[: brief.index(turn)]] == [
        plain_of(block) for block in dossier[: dossier.index(turn)]
    ]


def plain_of(block: object) -> object:
    """The words of a block, but for where else to look, which each length says for itself."""
    if isinstance(block, Paragraph):
        return plain(block.content).partition("; see ")[0]
    if isinstance(block, Table):
        return [plain(content) for row in block.rows for cell in row.cells for content in cell]
    return type(block)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("pair", PAIRS)
def test_a_brief_points_to_no_section_that_it_lacks(pair: tuple[str, str], language: str) -> None:
    """What a brief has no room for is in the full dossier, and the brief says so."""
    speech = Speech.of(language)
    said = text_of(shipped().pair(*pair).dossier(length="brief", language=language).document)
    assert [] == [title for title in (COVERAGE, DISPUTED) if speech.say(title) in said]


def test_a_dossier_points_to_no_section_that_nobody_wanted() -> None:
    """A dossier of some sections does not name the others."""
    said = text_of(shipped().pair("VNM", "RUS").dossier(sections="agreements").document)
    assert [] == [title for title in (COVERAGE, DISPUTED) if title in said]


@pytest.mark.parametrize("length", LENGTHS)
def test_a_paper_calls_itself_what_it_is(length: str) -> None:
    """A register is no dossier, nor is a brief."""
    said = text_of(shipped().pair("VNM", "RUS").dossier(length=length).document)
    others = [other for other in LENGTHS if other != length]
    assert f"{length} from" in said
    assert [] == [other for other in others if f"this {other}" in said or f"{other} from" in said]


@pytest.mark.parametrize(("pair", "length"), [*product(PAIRS, LENGTHS)])
def test_each_sign_in_a_table_is_explained_in_its_section(
    pair: tuple[str, str], length: str
) -> None:
    """Whoever meets a dagger finds what it means before the next section begins."""
    open_signs = 0
    for block in shipped().pair(*pair).dossier(length=length).document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            assert not open_signs, block
        if isinstance(block, Table) and not block.caption.startswith("Last contacts"):
            open_signs += any("†" in words_of(row) for row in block.rows)
            open_signs *= "†" not in block.note
    assert not open_signs


@pytest.mark.parametrize(("length", "sheet"), [("dossier", HOUSE.page), ("register", HOUSE.wide)])
def test_a_day_stands_on_one_line(length: str, sheet: Page) -> None:
    """The column of dates of a table of records holds its marker and the longest day."""
    blocks = shipped().pair("VNM", "RUS").dossier(length=length).document.blocks
    tables = [it for it in blocks if isinstance(it, Table) and it.category is Category.MEETING]
    day = width(Face.REGULAR, "23 September 2021†") * HOUSE.scale.cell.size / 1000
    for table in tables:
        assert table.columns[0].width * sheet.text_width > day + _MARKER_AND_GUTTER


_MARKER_AND_GUTTER = 10.0


# -- nothing is lost -----------------------------------------------------------------------------


@pytest.mark.parametrize("pair", PAIRS)
def test_every_record_and_every_account_is_in_the_register(pair: tuple[str, str]) -> None:
    """What a dossier leaves out is not lost: each record has its row, each account its words."""
    tied = shipped().pair(*pair)
    register = tied.dossier(length="register").document
    anchors = {row.anchor for row in rows_of(register)}
    said = text_of(register)
    assert [] == [found.id for found in tied.records if found.id not in anchors]
    for contest in tied.contests:
        for account in contest.claims:
            assert any(citation.quote in said for citation in account.citations), contest
    for found in tied.records:
        assert found.note.rstrip(".") in said


@pytest.mark.parametrize("pair", PAIRS)
def test_every_record_of_their_own_is_told_in_the_dossier(pair: tuple[str, str]) -> None:
    """Each record of the two has a row in the dossier; what leads through bodies is counted."""
    tied = shipped().pair(*pair)
    document = tied.dossier().document
    anchors = {row.anchor for row in rows_of(document)}
    assert [] == [found.id for found in tied.records.own if found.id not in anchors]
    left = [found for found in tied.records.through_bodies if found.id not in anchors]
    said = f"{len(left)} earlier record"
    assert bool(left) == (said in text_of(document))


@pytest.mark.parametrize("pair", PAIRS)
def test_a_brief_counts_what_it_leaves_out(pair: tuple[str, str]) -> None:
    """The records that found no room are counted by kind, and a reader is told where they are."""
    tied = shipped().pair(*pair)
    document = tied.dossier(length="brief").document
    told = {row.anchor for row in rows_of(document)} | set(_linked(document.blocks))
    missing = [found for found in tied.records if found.id not in told]
    assert bool(missing) == ("Left out for want of room:" in text_of(document))


def _linked(blocks: tuple[object, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            contents = [each for row in block.rows for cell in row.cells for each in cell]
        else:
            contents = [block.content] if isinstance(block, Paragraph) else []
        for content in contents:
            yield from (inline.target for inline in content if isinstance(inline, Link))


# -- few records, many, and long ones ------------------------------------------------------------


def made(*records: Record) -> Pair:
    """Viet Nam and Russia with these records."""
    return world(*records).pair("VNM", "RUS")


def signed(number: int, title: str = "Agreement") -> Agreement:
    """One of many agreements."""
    return record(
        Agreement,
        f"a{number}",
        ("VNM", "RUS"),
        title=f"{title} {number}",
        history=(state(Status.SIGNED, f"{1950 + number % 70}"),),
    )


@pytest.mark.parametrize("count", [0, 1, 2, 40, 400])
@pytest.mark.parametrize("length", LENGTHS)
def test_any_number_of_records_is_printed(count: int, length: str) -> None:
    """A pair with none, one or many records has every length, and a brief of two pages."""
    content = build(made(*map(signed, range(count))), Options(length=length)).to_pdf()
    assert (length != "brief") or pages(content) == 2


@pytest.mark.parametrize("words", [60, 600])
def test_long_titles_do_not_take_a_brief_apart(words: int) -> None:
    """Titles of hundreds and thousands of letters leave a brief at two pages."""
    records = [signed(number, "A title that does not end " * (words // 6)) for number in range(12)]
    assert 2 == pages(build(made(*records), Options(length="brief")).to_pdf())


@settings(max_examples=15)
@given(
    datasets(),
    st.permutations(["VNM", "RUS", "LAO", "ASEAN", "EAS"]),
    st.sampled_from(["a4", "letter"]),
)
def test_a_brief_of_any_records_has_two_pages(
    dataset: Dataset, parties: list[str], page: str
) -> None:
    """Whatever the records and whoever the parties, a brief is two pages."""
    pair = dataset.pair(parties[0], parties[1])
    assert 2 == pages(build(pair, Options(length="brief", page=page)).to_pdf())


# -- the room ------------------------------------------------------------------------------------


def test_a_text_is_cut_at_a_word() -> None:
    """A text that is too long ends with the last word that has room."""
    room = Room(letters=12)
    assert "one two…" == room.clipped("one two three four")
    assert "one two" == room.clipped("one two")


def test_a_word_without_end_is_cut_within() -> None:
    """Where there is no space to cut at, the word is cut."""
    assert "x" * (FULL.letters - 1) + "…" == FULL.clipped("x" * 1000)


def test_a_paper_is_for_its_sheet() -> None:
    """The size of the page is that which was asked for."""
    met = record(Meeting, "met", ("VNM", "RUS"), date=dated("2018"))
    for page, height in (("a4", 841.9), ("letter", 792.0)):
        paper: Dossier = made(met).dossier(page=page)
        box = pypdf.PdfReader(io.BytesIO(paper.to_pdf())).pages[0].mediabox
        assert height == pytest.approx(float(box.height), abs=0.1)
