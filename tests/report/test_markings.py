"""Where the markings stand on the page, and how large they are."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdf
import pytest

from builders import dated, record, world
from relations.model.meeting import Meeting
from relations.report.document import Document
from relations.report.options import Asked, Tlp
from relations.report.theme import A4, LETTER
from report.printed import text_of

SHEETS = {"a4": A4.page, "letter": LETTER.page}


class Placed(NamedTuple):
    """A text with its left edge, its baseline and the size of its type."""

    text: str
    x: float
    y: float
    size: float


def printed(**asked: Any) -> list[list[Placed]]:  # noqa: ANN401 - words for options
    """The texts of each page of a paper."""
    met = record(Meeting, "met", ("VNM", "RUS"), date=dated("2018"))
    content = world(met).pair("VNM", "RUS").dossier(**asked).to_pdf()
    return [list(_placed(page)) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def _placed(page: pypdf.PageObject) -> Iterator[Placed]:
    found: list[Placed] = []

    def visit(text: str, _cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.append(Placed(text.strip(), tm[4], tm[5], size))

    page.extract_text(visitor_text=visit)
    return iter(found)


@pytest.mark.parametrize("page", ["a4", "letter"])
@pytest.mark.parametrize("length", ["brief", "dossier", "register"])
@pytest.mark.parametrize("label", [label.value for label in Tlp])
def test_a_tlp_label_stands_in_the_head_and_the_foot_of_each_page(
    label: str, length: str, page: str
) -> None:
    """The label is printed to the letter, twice a page, in 12 points, to the right."""
    sheet = SHEETS[page]
    for texts in printed(tlp=label, length=length, page=page):
        foot, head = sorted((t for t in texts if t.text == label), key=lambda t: t.y)
        assert (12.0, 12.0) == (head.size, foot.size)
        assert foot.y < sheet.bottom
        assert head.y > sheet.height / 2
        assert head.x == foot.x > sheet.width / 2


@pytest.mark.parametrize("length", ["brief", "dossier", "register"])
def test_the_publishers_marking_stands_at_the_top_and_the_foot_of_each_page(length: str) -> None:
    """A marking of one's own is on every page, beside any label."""
    for texts in printed(marking="OFFICIAL", tlp="green", length=length):
        assert 2 == sum(text.text == "OFFICIAL" for text in texts)
        assert 2 == sum(text.text == "TLP:GREEN" for text in texts)


def test_nothing_is_marked_unless_asked() -> None:
    """A paper bears no marking of itself."""
    assert not any("TLP" in text.text for texts in printed() for text in texts)


def paper(**asked: Any) -> Document:  # noqa: ANN401 - words for options
    """A paper about nothing."""
    options: Asked = asked  # type: ignore[assignment]  # words
    return world().pair("VNM", "RUS").dossier(**options).document


def test_the_label_is_explained() -> None:
    """The imprint says that a label is about sharing, and no classification."""
    assert "and is no classification" in text_of(paper(tlp="red"))
    assert "no classification" not in text_of(paper())


def test_the_label_is_not_translated() -> None:
    """In any language the label is the same."""
    marking = paper(tlp="amber", language="fr").marking
    assert marking is not None
    assert "TLP:AMBER" == marking.text
