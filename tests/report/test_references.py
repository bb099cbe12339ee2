from __future__ import annotations

import attrs
import pytest

from builders import citation, dated, edtf, source, world
from relations.model.source import SourceClass
from relations.report.blocks import Cite, Link
from relations.report.references import Found, References
from report.printed import plain


def test_sources_are_numbered_as_they_are_first_cited() -> None:
    """The first source cited is 1, whatever its place in the data."""
    book = References(world())
    assert Cite((1,)) == book.cite([citation(source="second")])
    assert Cite((2,)) == book.cite([citation(source="first")])


def test_a_source_keeps_its_number() -> None:
    """Cited again, a source has the number that it had."""
    book = References(world())
    book.cite([citation(source="second")])
    assert Cite((1, 2)) == book.cite([citation(source="first"), citation(source="second")])
    assert 2 == len(book)


def test_words_cited_twice_are_quoted_once() -> None:
    """One quotation leads back to every record that it bears out."""
    book = References(world())
    book.cite([citation("parties")], "A contract", "contract")
    book.cite([citation("date")], "A visit", "visit")
    (reference,) = book.drawn_up().items
    (quotation,) = reference.quotations
    assert (("A contract", "contract"), ("A visit", "visit")) == quotation.records


def test_another_attribution_is_another_quotation() -> None:
    """The same words on another's authority stand apart."""
    book = References(world())
    book.cite([citation(), citation(attribution="TASS")])
    (reference,) = book.drawn_up().items
    assert ["", "TASS"] == [quotation.attribution for quotation in reference.quotations]


def test_a_quotation_is_in_the_language_of_its_source() -> None:
    """A quotation that names no language has its source's."""
    book = References(world(sources=(attrs.evolve(source(), language="vi"),)))
    book.cite([citation(), attrs.evolve(citation(), quote="other", language="ru")])
    (reference,) = book.drawn_up().items
    assert ["vi", "ru"] == [quotation.lang for quotation in reference.quotations]


def test_a_source_may_be_cited_whole() -> None:
    """A document that was read is listed although nothing is quoted from it."""
    book = References(world())
    book.cite_sources(["second"])
    (reference,) = book.drawn_up().items
    assert () == reference.quotations


def test_nothing_cited_is_an_empty_list() -> None:
    """A book that nobody wrote into lists nothing."""
    assert () == References(world()).drawn_up().items


def test_a_reference_describes_its_source_in_full() -> None:
    """All that is known stands in the note, in its order."""
    known = attrs.evolve(
        source(side="VNM"),
        title="Bài viết",
        title_translated="The article",
        author="An Author",
        language="vi",
        source_class=SourceClass.STATE_MEDIA,
        date_derivation="from the comments",
        address="https://example.org/a",
        archived_address="https://archive.example.org/a",
        retrieved=edtf("2026-11-22"),
        note="A copy.",
    )
    book = References(world(sources=(known,)))
    book.cite_sources(["first"])
    (reference,) = book.drawn_up().items
    assert (
        "A publisher, “Bài viết” [The article]. By An Author, 6 July 2021 (derived: from the "
        "comments), in Vietnamese. https://example.org/a. Archived at "
        "https://archive.example.org/a. Retrieved 22 November 2026. State media, side: Viet Nam. "
        "A copy."
    ) == plain(reference.content)
    assert Link("https://example.org/a", "https://example.org/a") in reference.content


def test_a_source_without_a_date_says_so() -> None:
    """What is not known of a source's date is said, and nothing else is made up."""
    book = References(world(sources=(source(date=None),)))
    book.cite_sources(["first"])
    (reference,) = book.drawn_up().items
    assert (
        "A publisher, “The first report”. Date not known, in English. Press, third party."
    ) == plain(reference.content)


def test_a_relative_date_of_a_source_keeps_its_words() -> None:
    """The day of publication is told as the document tells it where that is vague."""
    vague = attrs.evolve(source(), date=dated("2021-07", "last week"))
    book = References(world(sources=(vague,)))
    book.cite_sources(["first"])
    assert "July 2021 (“last week”)" in plain(book.drawn_up().items[0].content)


def test_sources_of_one_origin_name_one_another() -> None:
    """Two copies of one text are seen to be no two witnesses."""
    copies = (source(), attrs.evolve(source("second"), lineage="first"))
    book = References(world(sources=copies))
    book.cite_sources(["first"])
    book.cite_sources(["second"])
    assert "Of one origin with [2]." in plain(book.drawn_up().items[0].content)


def many(*classes: SourceClass) -> References:
    """A book over a source of each class, called s0, s1 and so on, that bears three numbers."""
    sources = (
        attrs.evolve(source(f"s{number}"), source_class=of) for number, of in enumerate(classes)
    )
    return References(world(sources=tuple(sources)), most=3, quotations=1)


def found(*sources: str) -> list[Found]:
    """Citations of these sources that bear out one record."""
    return [(citation("parties", source=name), "A contract", "contract") for name in sources]


@pytest.mark.parametrize(
    ("count", "said"), [(0, ""), (3, "[1][2][3]"), (5, "[1][2][3] and 2 more")]
)
def test_one_place_bears_three_numbers(count: int, said: str) -> None:
    """Where many sources speak, a place names three and says how many more there are."""
    book = many(*[SourceClass.PRESS] * 5)
    assert said == plain(book.cited(found(*[f"s{number}" for number in range(count)])))
    assert min(count, 3) == len(book)


def test_the_weightiest_sources_are_named() -> None:
    """Of many sources, an official one is named before the press, and the press before a blog."""
    press, blog, official = SourceClass.PRESS, SourceClass.BLOG, SourceClass.OFFICIAL
    book = many(press, blog, press, blog, official)
    book.cited(found("s0", "s1", "s2", "s3", "s4"))
    listed = [plain(item.content) for item in book.drawn_up().items]
    assert ["s0", "s2", "s4"] == sorted(text.split()[3] for text in listed)


def test_a_lineage_is_named_once_before_any_other_is_left_out() -> None:
    """Two copies of one text do not keep an independent source from being named."""
    copies = tuple(attrs.evolve(source(f"copy{n}"), lineage="agency") for n in range(3))
    book = References(world(sources=(*copies, source("own"))), most=2)
    book.cited(found("copy0", "copy1", "copy2", "own"))
    listed = [plain(item.content) for item in book.drawn_up().items]
    assert any("The own report" in text for text in listed)


def test_a_list_may_keep_one_quotation_of_each_source() -> None:
    """The words that bear out most are kept, and the rest are counted."""
    book = many(SourceClass.PRESS)
    for words, anchors in (("few", "a"), ("most", "bc")):
        for anchor in anchors:
            book.cited([(attrs.evolve(citation(source="s0"), quote=words), "x", anchor)])
    (reference,) = book.drawn_up().items
    assert ["most"] == [quotation.text for quotation in reference.quotations]
    assert "+1" == reference.quotations[0].locator


def test_an_address_in_short_is_whole_but_for_what_a_browser_adds() -> None:
    """Who reads on paper can type what is printed, and the link is the address itself."""
    address = f"https://www.example.org/a/long/path/{'and-a-longer-name-' * 5}?id=1234567890"
    book = References(world(sources=(attrs.evolve(source(), address=address),)), quotations=1)
    book.cite_sources(["first"])
    link = Link(address.removeprefix("https://"), address)
    assert link in book.drawn_up().items[0].content
    assert link in book.in_short().items[0].content


def test_the_language_of_most_sources_goes_without_saying() -> None:
    """In short, only what is in another language than most says in which."""
    pages = [attrs.evolve(source(f"s{n}"), language="vi" if n else "en") for n in range(3)]
    book = References(world(sources=tuple(pages)), quotations=1)
    book.cite_sources(["s0", "s1", "s2"])
    said = [plain(item.content) for item in book.drawn_up().items]
    assert "vi" == book.language
    assert [True, False, False] == ["in English" in text for text in said]
    assert not any("Vietnamese" in text for text in said)


def test_words_in_letters_that_are_not_printed_are_said_to_be_left_out() -> None:
    """A quotation and a title in Georgian give way to a word on their language."""
    page = attrs.evolve(source("first"), title="საქართველო", language="ka")
    book = References(world(sources=(page,)))
    book.cite([attrs.evolve(citation(source="first"), quote="დაარსდა 1991 წელს")])
    (entry,) = book.drawn_up().items
    missing = "[in Georgian, in letters not printed here; see the data]"
    assert missing == entry.quotations[0].text
    assert missing in plain(entry.content)
