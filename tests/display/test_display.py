from __future__ import annotations

import datetime
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builders import SECOND, claim, dated, record, source, state, world
from relations import load
from relations.dataset import Dataset
from relations.display.markup import link, text
from relations.measures.figure import Figure
from relations.model.agreement import Agreement
from relations.model.claims import Rank
from relations.model.meeting import Meeting
from relations.model.record import Record
from relations.model.short import columns
from relations.model.source import Citation
from relations.model.status import Status

TAGS = {"a", "div", "span", "strong", "table", "tbody", "td", "th", "thead", "tr"}
ATTRIBUTES = {
    ("a", "href"),
    ("a", "rel"),
    ("span", "style"),
    ("span", "title"),
    ("td", "style"),
    ("th", "scope"),
    ("th", "style"),
}
DAY = datetime.date(2021, 1, 1)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</td></table><iframe src='//evil'>",
    "javascript:alert(1)",
    "&lt;b&gt;",
    "<style>*{display:none}</style>",
    "\u202egpj.exe",
)


class Page(HTMLParser):
    """What a browser would make of markup: its elements, its addresses and its text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.given: set[tuple[str, str]] = set()
        self.addresses: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take an element down."""
        self.found.add(tag)
        self.open.append(tag)
        self.given |= {(tag, name) for name, _ in attributes}
        self.addresses += [value or "" for name, value in attributes if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        """See that what is closed is what was opened last."""
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        """Take text down."""
        self.text += data

    def handle_comment(self, data: str) -> None:
        """Refuse what no display has."""
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        """Refuse what no display has."""
        raise AssertionError(f"a declaration: {decl}")

    def unknown_decl(self, data: str) -> None:
        """Refuse what no display has."""
        raise AssertionError(f"a declaration: {data}")

    def handle_pi(self, data: str) -> None:
        """Refuse what no display has."""
        raise AssertionError(f"an instruction: {data}")


def safe(markup: str) -> Page:
    """The page, which holds tables and links to the web and nothing that could run."""
    page = Page(markup)
    assert set() == page.found - TAGS
    assert set() == page.given - ATTRIBUTES
    assert [] == page.open
    assert all(address.startswith(("https://", "http://")) for address in page.addresses)
    return page


def texts() -> st.SearchStrategy[str]:
    """Texts that somebody may have written to do harm, or by accident."""
    anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
    return st.one_of(st.sampled_from(HOSTILE), anything)


def made(words: str, identifier: str = "made") -> Record:
    """A record with the same words wherever there may be any."""
    quote = " ".join(words.split()[:20]) or "words"
    cited = Citation(source="first", quote=quote, supports=("parties", "subject", "date"))
    return attrs.evolve(
        record(Meeting, identifier, ("VNM", "RUS"), date=dated("2021", words)),
        title=words,
        note=words,
        topics=(words,),
        subjects=(words,),
        citations=(cited,),
    )


def holding(*records: Record, words: str = "words") -> Dataset:
    """A world whose sources, parties and edition bear the words too."""
    data = world(*records, sources=(attrs.evolve(source(), title=words, publisher=words),))
    return attrs.evolve(data, edition=attrs.evolve(data.edition, title=words, view=words))


# -- safety --------------------------------------------------------------------------------------


@given(texts())
@settings(max_examples=60)
def test_no_text_becomes_markup(words: str) -> None:
    """Whatever the words are, every display is tables and links, and shows the words as words."""
    data = holding(made(words), words=words)
    pair = data.pair("VNM", "RUS")
    figure = Figure.counted(["made"], name="meetings", as_of=DAY, note=words)
    shown: list[Any] = [
        data,
        data.meetings.to_table(),
        data.meetings,
        data.record("made"),
        data.show("made"),
        pair,
        pair.meetings,
        figure,
    ]
    for page in [safe(thing._repr_html_()) for thing in shown]:
        assert "alert(1)" not in "".join(page.addresses)
    assert words[:100] in safe(data.record("made")._repr_html_()).text


@given(texts())
def test_only_addresses_of_the_web_are_linked(address: str) -> None:
    """A script in an address, or anything but http and https, leaves the words without a link."""
    page = safe(link("words", address))
    assert "words" == page.text
    assert all(address == target for target in page.addresses)
    assert ["https://a.b/?q=1&r=2"] == safe(link("words", "https://a.b/?q=1&r=2")).addresses


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//evil", "ftp://x"]
)
def test_other_schemes_are_not_linked(address: str) -> None:
    """The words stay; nothing leads anywhere."""
    assert [] == safe(link("words", address)).addresses


def test_every_display_of_the_shipped_data_is_safe() -> None:
    """Every record that comes with the library can be shown."""
    data = load()
    for item in data.records:
        safe(data.show(item)._repr_html_())
    pair = data.pair("VNM", "RUS")
    assert "References" in safe(pair.dossier()._repr_html_()).text
    safe(data._repr_html_())


# -- what is said --------------------------------------------------------------------------------


def test_a_selection_says_how_many_it_leaves_out() -> None:
    """Ten rows are shown, and the rest is counted."""
    data = holding(*(made(f"Talks {n}", f"talks-{n:02}") for n in range(12)))
    page = safe(data.meetings._repr_html_())
    assert "12 records; 2 not shown." in page.text
    assert "Talks 9" in page.text
    assert "Talks 10" not in page.text


def test_a_selection_that_is_whole_says_so() -> None:
    """One record is one record, and none is found and not 0."""
    data = holding(made("Talks"))
    assert "1 record." in safe(data.meetings._repr_html_()).text
    assert "No record found." == safe(data.exercises._repr_html_()).text


def test_a_row_names_a_few_parties_and_counts_the_rest() -> None:
    """A conference of many does not fill the notebook."""
    talks = record(Meeting, "talks", ("VNM", "RUS", "LAO", "TLS", "ASEAN"), date=dated("2021"))
    told = safe(world(talks).meetings._repr_html_()).text
    assert "VNM, RUS, LAO, and 2 more" in told
    assert "ASEAN" not in told


def test_sources_lead_to_where_they_were_read() -> None:
    """The identifier of a source is linked to its address."""
    address = "https://example.org/a?b=1&c=2"
    data = world(made("Talks"), sources=(attrs.evolve(source(), address=address),))
    linked: list[Any] = [data.meetings, data.show("made"), data.pair("VNM", "RUS").meetings]
    for thing in linked:
        assert [address] == safe(thing._repr_html_()).addresses
    assert [] == safe(data.record("made")._repr_html_()).addresses
    assert "first" in safe(data.record("made")._repr_html_()).text


def test_an_archived_address_stands_in_for_a_missing_one() -> None:
    """A source that was read in an archive leads there."""
    data = world(made("Talks"), sources=(attrs.evolve(source(), archived_address="https://a.org"),))
    assert ["https://a.org"] == safe(data.meetings._repr_html_()).addresses


def test_a_long_text_is_cut_short_and_says_so() -> None:
    """A note of a page does not fill the notebook."""
    assert text("word " * 100).endswith("…")
    assert 160 == len(text("word " * 100))


def test_a_record_tells_what_each_citation_bears_out() -> None:
    """Fields, states and accounts of a field are told apart."""
    lease = record(
        Agreement,
        "lease",
        ("VNM", "RUS"),
        history=(state(Status.SIGNED, "1979", source=SECOND),),
        nominal_end=dated("2004"),
        claims=(claim("nominal_end", dated("2004"), Rank.PREFERRED),),
    )
    told = safe(world(lease).record("lease")._repr_html_()).text
    assert "status signed" in told
    assert "preferred account of nominal end" in told
    assert "3 citations." in told


def test_a_table_shows_its_head_and_says_how_much_is_left_out() -> None:
    """Ten rows and twelve columns; a missing cell is not known, and the rest is counted."""
    data = holding(*(made(f"Talks {n}", f"talks-{n:02}") for n in range(12)))
    table = data.meetings.to_table()
    told = safe(table._repr_html_()).text
    assert f"12 rows; 2 not shown. {len(table.columns)} columns; " in told
    assert "Talks 9" in told
    assert ".." in told


def test_a_pair_says_what_its_silence_means() -> None:
    """A kind without a record is not covered or none found, by the coverage, and never 0."""
    told = safe(holding(made("Talks")).pair("VNM", "RUS")._repr_html_()).text
    assert "not covered" in told
    assert "0" not in told
    assert "none found" in safe(load().pair("Laos", "Japan")._repr_html_()).text


def test_a_figure_that_is_no_number_says_what_it_is() -> None:
    """Not covered is printed as that, with no bounds."""
    told = safe(Figure.absent(name="agreements_in_force", as_of=DAY)._repr_html_()).text
    assert "agreements in force: not covered" in told
    assert "low" not in told


def test_a_figure_shows_its_bounds_and_its_records() -> None:
    """The identifiers of what it rests on stand beside it, and the rest is counted."""
    certain = [f"r{n}" for n in range(12)]
    told = safe(Figure.counted(certain, ["x"], name="meetings", as_of=DAY)._repr_html_()).text
    assert "12 to 13" in told
    assert "r9, and 3 not shown" in told


# -- in the terminal -----------------------------------------------------------------------------


@given(texts(), st.text("abcdefghij-", min_size=1, max_size=120).map(lambda it: f"a{it}"))
@example("Talks " * 40, "a" * 90)
@example("漢" * 80, "a")
@settings(max_examples=60)
def test_a_short_form_is_one_line_and_not_wide(words: str, identifier: str) -> None:
    """However long or odd the words, a short form has one line of at most 100 columns."""
    data = holding(made(words, identifier), words=words)
    data = attrs.evolve(data, edition=attrs.evolve(data.edition, name=words))
    pair = data.pair("VNM", "RUS")
    things: list[Any] = [data, data.meetings, data.meetings[0], data.show(identifier), pair]
    things += [pair.meetings, Figure.absent(name=words, as_of=DAY), data.sources[0], pair.a]
    for thing in things:
        assert columns(repr(thing)) <= 100
        assert [repr(thing)] == repr(thing).splitlines()


def test_a_record_names_itself() -> None:
    """Kind, identifier, title, date and status."""
    assert "Meeting(made: Talks, 2021)" == repr(made("Talks"))


def test_parties_people_places_and_sources_name_themselves() -> None:
    """Each says what it is, and does not pour out all it holds."""
    data = load()
    assert "Country(VNM: Viet Nam)" == repr(data.party("Viet Nam"))
    assert "Organisation(ASEAN: ASEAN)" == repr(data.party("ASEAN"))
    assert "Person(tran-dai-quang: Trần Đại Quang)" == repr(data.person("tran dai quang"))
    assert "Place(cam-ranh: Cam Ranh)" == repr(data.place("Cam Ranh"))
    assert repr(data.source("navy-recognition-2020-02")).startswith(
        "Source(navy-recognition-2020-02: "
    )
