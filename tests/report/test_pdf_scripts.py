from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import page as page_validation
import pypdfium2
import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from relations.errors import MissingGlyphError
from relations.report import faces
from relations.report.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Quotation,
    Reference,
    ReferenceList,
    Row,
    Table,
    Text,
)
from relations.report.pdf.bidi import seen
from relations.report.pdf.breaking import clusters, parted
from relations.report.pdf.lines import Shape, set_text
from relations.report.pdf.render import render
from relations.report.pdf.setter import Setter
from relations.report.pdf.style import Style
from relations.report.pdf.words import Piece
from relations.report.theme import HOUSE, Face
from relations.report.wording.scripts import can_be_printed
from strategies.blocks import sample_document

HAS_CJK = all(script.is_at_hand for script in faces.SCRIPTS)
NEEDS_CJK = pytest.mark.skipif(not HAS_CJK, reason="the extra 'cjk' is not installed")

#: Names and titles as records hold them, by language.
WORDS = {
    "vi": "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "ru": "Заявление о всеобъемлющем партнёрстве",
    "kk": "Қазақстан Республикасы",
    "th": "นายกรัฐมนตรีแห่งราชอาณาจักรไทยและน้ำท่วม",
    "lo": "ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ",
    "km": "ព្រះរាជាណាចក្រកម្ពុជា ក្រសួងការពារជាតិ",
    "my": "ပြည်ထောင်စုသမ္မတမြန်မာနိုင်ငံတော်",
    "ar": "العلاقات بين الجمهورية الاشتراكية والبلدين",
    "zh": "中华人民共和国国防部",
    "ja": "「防衛省」はベトナム社会主義共和国と",
    "ko": "대한민국 국방부",
}
SCRIPTS = [
    pytest.param(lang, marks=NEEDS_CJK if lang in ("zh", "ja", "ko") else ()) for lang in WORDS
]


def printed(*blocks: Block) -> bytes:
    """A document of these blocks."""
    return render(evolve(sample_document(), title=("A", "B"), subtitle="", blocks=blocks))


def poppler(data: bytes, tmp_path: Path) -> str:
    """What poppler reads, with single spaces."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    file = tmp_path / "paper.pdf"
    file.write_bytes(data)
    told = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout
    return " ".join(told.decode().split())


def pdfium(data: bytes) -> str:
    """What PDFium reads, with single spaces."""
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


# -- copied and read out ---------------------------------------------------------------------------


@pytest.mark.parametrize("lang", SCRIPTS)
def test_words_are_copied_as_they_were_written(lang: str, tmp_path: Path) -> None:
    """Words of every script come out of the file in the order in which they are spelled."""
    words = WORDS[lang]
    data = printed(Paragraph((Text(words, lang=lang),)))

    assert words in poppler(data, tmp_path)
    assert words in pdfium(data)


@pytest.mark.parametrize("lang", SCRIPTS)
def test_words_are_copied_from_everywhere(lang: str, tmp_path: Path) -> None:
    """Headings, cells and quotations hold every script, and the file passes both profiles."""
    words = WORDS[lang]
    cell = ((Text(words, lang=lang),),)
    data = printed(
        Heading(1, words, "a"),
        Table("Table", (Column("a", 0.5), Column("b", 0.5)), (Row((cell, cell)),)),
        ReferenceList((Reference(1, (Text("x"),), (Quotation(words, lang),)),)),
    )
    found = poppler(data, tmp_path)

    assert 3 <= sum(found.count(word) for word in words.split()[:1])
    for profile in ("ua1", "3a"):
        assert [] == page_validation.validate_pdf_bytes(data, profile=profile).failures


def letters() -> st.SearchStrategy[str]:
    """Words of letters and marks of one script each, in no order that a language knows."""
    held = [
        sorted(filter(script.may_hold, faces.file(script).covered))
        for script in faces.SCRIPTS
        if script.is_at_hand
    ]
    word = st.sampled_from(held).flatmap(lambda some: st.text(st.sampled_from(some), min_size=1))
    return st.lists(word, min_size=1, max_size=9).map(" ".join)


@settings(max_examples=12, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(letters(), st.sampled_from(["en", "ar", "th"]))
def test_any_letters_conform(words: str, lang: str) -> None:
    """Letters and marks in any order print, and the file passes both profiles."""
    data = printed(Paragraph((Text(words, lang=lang), Text(" after"))))

    for profile in ("ua1", "3a"):
        assert [] == page_validation.validate_pdf_bytes(data, profile=profile).failures


def test_each_run_says_its_language() -> None:
    """Words in another language than the document's say so in the structure."""
    runs = (Text("before "), Text("Việt Nam", lang="vi"), Text(" after", lang="en"))

    assert ["vi"] == languages(printed(Paragraph(runs)))


def languages(data: bytes) -> list[str]:
    """The languages that elements of the structure say they are in."""
    todo: list[Any] = [PdfReader(io.BytesIO(data)).root_object["/StructTreeRoot"]]
    found = []
    while todo:
        element = todo.pop()
        found += [str(element["/Lang"])] if "/Lang" in element else []
        kids = [kid.get_object() for kid in element.get("/K", ())]
        todo += [kid for kid in kids if isinstance(kid, dict) and "/S" in kid]
    return found


# -- broken into lines -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("นายกรัฐมนตรีแห่งราชอาณาจักร", "นายกรัฐมนตรี|แห่ง|ราชอาณาจักร"),
        ("ປະທານປະເທດລາວ", "ປະ|ທານ|ປະ|ເທດ|ລາວ"),
        ("ຫວຽດນາມ", "ຫວຽດ|ນາມ"),
        ("ပြည်ထောင်စု", "ပြည်|ထောင်|စု"),
        ("ကာကွယ်ရေးဦးစီးချုပ်", "ကာ|ကွယ်|ရေး|ဦး|စီး|ချုပ်"),
        ("កម្ពុជា", "ក|ម្ពុ|ជា"),
        ("日本国「防衛省」は、", "日|本|国|「防|衛|省」|は、"),
        ("サーバー", "サー|バー"),
        ("대한민국", "대한민국"),
        ("Россия", "Россия"),
    ],
)
def test_scripts_without_spaces_are_parted(text: str, parts: str) -> None:
    """Thai parts between words, its neighbours between syllables, ideographs anywhere."""
    assert parts.split("|") == parted(text)


@pytest.mark.parametrize("text", WORDS.values())
def test_parting_loses_nothing(text: str) -> None:
    """The parts of a text, and its letters with what is upon them, are the text."""
    assert text == "".join(parted(text)) == "".join(clusters(text))


@pytest.mark.parametrize("text", ["กำ", "ກຳ", "က္ကာ", "ក្ក", "é"])
def test_what_sits_on_a_letter_stays_with_it(text: str) -> None:
    """A letter is not parted from what stands upon or beneath it, even in a narrow column."""
    assert [text] == [*clusters(text)] or len(text) == 2


@pytest.mark.parametrize("lang", ["th", "lo", "km", "my"])
def test_long_words_fill_their_lines(lang: str) -> None:
    """A passage without spaces is set in lines that fit and are not half empty."""
    text = WORDS[lang].replace(" ", "") * 8
    lines = set_text(text, Shape(HOUSE.scale.body, 200), Setter(HOUSE))
    widths = [sum(piece.width for piece in line.pieces) for line in lines]

    assert all(width <= 200.01 for width in widths)
    assert all(width > 120 for width in widths[:-1])


# -- right to left ---------------------------------------------------------------------------------


def order(*texts: str, leftwards: bool = False) -> list[str]:
    """Pieces in the order in which they are seen, spaces left out."""
    style = Style(Face.REGULAR, 9, "#000000", leftwards=leftwards)
    pieces = [
        Piece((part,), style, 1) for text in texts for part in faces.glyphs(Face.REGULAR, text)
    ]
    return [piece.text for piece in seen(pieces) if piece.text != " "]


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (("a", " ", "ب", " ", "ت", " ", "c"), ["a", "ت", "ب", "c"]),
        (("ب", " ", "2021", " ", "c"), ["2021", "ب", "c"]),
        (("a", " ", "2021", " ", "ب"), ["a", "2021", "ب"]),
        (("a", " ", "b"), ["a", "b"]),
    ],
)
def test_words_that_run_leftwards_are_turned(texts: tuple[str, ...], shown: list[str]) -> None:
    """In a line that runs to the right, only the words of the other kind run to the left."""
    assert shown == order(*texts)


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (("ب", " ", "a", " ", "b", " ", "ت"), ["ت", "a", "b", "ب"]),
        (("ب", " ", "(", "ت", ")"), ["(", "ت", ")", "ب"]),
        (("a", " ", "ب"), ["ب", "a"]),
    ],
)
def test_a_passage_may_run_leftwards(texts: tuple[str, ...], shown: list[str]) -> None:
    """Within words said to be in Arabic, all runs to the left but what is of the other kind."""
    assert shown == order(*texts, leftwards=True)


# -- what cannot be shown --------------------------------------------------------------------------


def test_a_missing_glyph_names_its_record() -> None:
    """A character that no typeface holds is named with its words, its table, row and record."""
    rows = (Row((((Text("fine"),),),)), Row((((Text("mark ♜"),),),), anchor="A-7"))
    with pytest.raises(MissingGlyphError, match=r"U\+265C.*'mark ♜'.*table 'T', row 2 \(A-7\)"):
        printed(Table("T", (Column("a", 1),), rows))


def test_the_remedy_for_ideographs_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the typeface of Chinese, the message says how to install it."""
    monkeypatch.setattr(faces, "_is_installed", lambda _: False)

    assert not can_be_printed("龘靐")
    with pytest.raises(MissingGlyphError, match=r"pip install 'bilateral-relations\[cjk\]'"):
        printed(Paragraph((Text("龘靐"),)))


@pytest.mark.parametrize("lang", SCRIPTS)
def test_what_can_be_printed_is_known_beforehand(lang: str) -> None:
    """Whether words can be printed is known without printing them."""
    assert can_be_printed(WORDS[lang])
    assert not can_be_printed("ᏣᎳᎩ")


# -- kerning and figures ---------------------------------------------------------------------------


def test_letters_are_kerned() -> None:
    """Letters that fit into one another stand closer."""
    apart = faces.width(Face.REGULAR, "A") + faces.width(Face.REGULAR, "V")

    assert faces.width(Face.REGULAR, "AV") < apart


@pytest.mark.parametrize("face", [face for face in Face if face is not Face.ITALIC])
def test_figures_are_not_kerned(face: Face) -> None:
    """Numbers of as many digits are of one width, whatever their digits."""
    numbers = [f"{a}{b}" for a in range(10) for b in range(10)]

    assert 1 == len({round(faces.width(face, number), 3) for number in numbers})
