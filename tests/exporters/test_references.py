from __future__ import annotations

import json
import re
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import SECOND, dated, edtf, record, source, state, world
from relations import load
from relations.errors import UnknownName
from relations.exporters.references import FORMATS
from relations.exporters.references.biblatex import biblatex
from relations.exporters.references.csl import csl_json
from relations.exporters.references.ris import ris
from relations.model.agreement import Agreement
from relations.model.source import Source, SourceClass
from relations.model.status import Status

SOURCE = attrs.evolve(
    source(),
    title="Hiệp định về 50% & {nhiều}",
    title_translated="Agreement on 50 % and more",
    publisher="Báo Nhân Dân",
    author="N. V. A.",
    language="vi",
    side="VNM",
    source_class=SourceClass.STATE_MEDIA,
    address="https://example.org/a_b?c=1&d={2}",
    archived_address="https://archive.example/1",
    retrieved=edtf("2026-11-22"),
)


def item(made: Source) -> dict[str, Any]:
    """A source in CSL-JSON."""
    (found,) = json.loads(csl_json([made]))
    return dict(found)


def fields(made: Source) -> list[tuple[str, str]]:
    """A source in RIS: tag and value of each line."""
    lines = ris([made]).decode().splitlines()
    return [(line[:2], line[6:]) for line in lines if line]


def test_csl_json_has_all_there_is() -> None:
    """Every field in its place, and the rest in the note."""
    found = item(SOURCE)
    expected = {
        "id": "first",
        "type": "article-newspaper",
        "title": SOURCE.title,
        "author": [{"literal": "N. V. A."}],
        "publisher": "Báo Nhân Dân",
        "container-title": "Báo Nhân Dân",
        "issued": {"date-parts": [[2021, 7, 6]]},
        "accessed": {"date-parts": [[2026, 11, 22]]},
        "language": "vi",
        "URL": SOURCE.address,
        "archive_location": SOURCE.archived_address,
        "keyword": "relations:first",
    }
    assert "Translated title: Agreement on 50 % and more; Class: state media" in found.pop("note")
    assert expected == found


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2018", {"date-parts": [[2018]]}),
        ("2018-01", {"date-parts": [[2018, 1]]}),
        ("2018-01~", {"date-parts": [[2018, 1]], "circa": True}),
        ("2018?", {"date-parts": [[2018]], "circa": True}),
        ("2017/2018", {"literal": "2017/2018"}),
        ("../2018", {"literal": "../2018"}),
        ("[2017,2018]", {"literal": "[2017,2018]"}),
    ],
)
def test_csl_json_keeps_the_doubt_of_a_date(date: str, issued: dict[str, Any]) -> None:
    """Parts as far as they are known, circa where in doubt, and otherwise the text."""
    assert issued == item(attrs.evolve(SOURCE, date=dated(date)))["issued"]


def test_ris_has_a_line_for_each_field() -> None:
    """Type first, end last, dates between slashes."""
    found = fields(SOURCE)
    assert ("TY", "NEWS") == found[0]
    assert ("ER", "") == found[-1]
    assert {
        ("TI", SOURCE.title),
        ("DA", "2021/07/06/"),
        ("PY", "2021"),
        ("UR", SOURCE.address),
        ("Y2", "2026/11/22/"),
        ("AN", SOURCE.archived_address),
        ("KW", "relations:first"),
        ("N1", "Side: VNM"),
    } <= set(found)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2018-01", [("PY", "2018"), ("DA", "2018/01//")]),
        ("2018~", [("PY", "2018"), ("DA", "2018///")]),
        ("2017/2018", []),
    ],
)
def test_ris_has_no_more_of_a_date_than_is_known(
    date: str, expected: list[tuple[str, str]]
) -> None:
    """What is not known is left empty, and the note has the date in EDTF."""
    found = fields(attrs.evolve(SOURCE, date=dated(date)))
    assert expected == [entry for entry in found if entry[0] in ("PY", "DA")]
    assert ("N1", f"Date in EDTF: {date}") in found


def test_biblatex_escapes_what_means_something_to_tex() -> None:
    """Signs of TeX stand for themselves, and an address is left as it is."""
    text = biblatex([SOURCE]).decode()
    assert text.startswith("@article{first,\n  title = {Hiệp định về 50\\% \\& \\{nhiều\\}},\n")
    assert "  url = {https://example.org/a_b?c=1&d=%7B2%7D},\n" in text
    assert "  author = {{N. V. A.}},\n" in text


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2018-01~", True),
        ("2018?", True),
        ("2017/2018", True),
        ("2018/..", True),
        ("[2017,2018]", False),
        ("201X", False),
    ],
)
def test_biblatex_has_dates_in_edtf(date: str, written: bool) -> None:
    """Doubt reaches the page; what BibLaTeX does not read stands in the note."""
    text = biblatex([attrs.evolve(SOURCE, date=dated(date))]).decode()
    assert written is (f"  date = {{{date}}}" in text)


def texts() -> st.SearchStrategy[str]:
    """Any text in which there is something to be seen."""
    anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
    return anything.filter(lambda it: any(letter.isprintable() for letter in "".join(it.split())))


@given(texts(), texts())
@example("A title\nER  - \nTY  - JOUR", "},\n@article{forged,")
def test_no_text_breaks_a_file(title: str, author: str) -> None:
    """Every format has one entry with as many fields, whatever the words are."""
    made = attrs.evolve(SOURCE, title=title, author=author)
    assert title == item(made)["title"]
    assert [tag for tag, _ in fields(SOURCE)] == [tag for tag, _ in fields(made)]
    text = biblatex([made]).decode()
    unescaped = re.sub(r"\\[\\{}%#&$_]", "", text)
    assert unescaped.count("{") == unescaped.count("}")
    assert len(biblatex([SOURCE]).decode().splitlines()) == len(text.splitlines())


@pytest.mark.parametrize("format", FORMATS)
def test_the_sources_of_a_pair_stand_once_in_order(format: str) -> None:
    """Those that its records, their states and their claims cite, and no other."""
    pact = record(
        Agreement, "pact", ("VNM", "RUS"), history=(state(Status.SIGNED, "1979", source=SECOND),)
    )
    sources = (source(SECOND), source(), source("third"))
    content = world(pact, sources=sources).pair("VNM", "RUS").references(format).decode()
    assert content.index("relations:first") < content.index("relations:second")
    assert "third" not in content


def test_an_unknown_format_is_refused() -> None:
    """The formats there are stand in the message."""
    with pytest.raises(UnknownName, match="did you mean 'biblatex'"):
        load().agreements.references("bibtex")


@pytest.mark.parametrize("format", FORMATS)
def test_every_shipped_source_can_be_cited(format: str) -> None:
    """The same data give the same bytes."""
    assert load().records.references(format) == load().records.references(format)
