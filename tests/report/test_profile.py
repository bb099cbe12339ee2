from __future__ import annotations

from builders import FIRST, SECOND, citation, record, source, world
from relations.model.meeting import Meeting
from relations.report.blocks import Block, Paragraph, Text
from relations.report.drawing import Drawing, Rect
from relations.report.references import References
from relations.report.sections.material import Material
from relations.report.sections.profile import profile


def meeting(identifier: str, *sources: str) -> Meeting:
    """A meeting that these sources speak of."""
    cited = tuple(citation("parties", source=each) for each in sources)
    return record(Meeting, identifier, ["VNM", "LAO"], citations=cited)


def section(*records: Meeting) -> list[Block]:
    """What the section says; the first source is Viet Nam's, the second a third party's."""
    sources = (source(FIRST, side="VNM"), source(SECOND))
    pair = world(*records, sources=sources).pair("VNM", "LAO")
    return list(profile(Material(pair, References(pair.dataset))))


def said(blocks: list[Block]) -> str:
    """The running text."""
    (paragraph,) = (block for block in blocks if isinstance(block, Paragraph))
    return "".join(part.text for part in paragraph.content if isinstance(part, Text))


def test_says_how_much_rests_on_one_side_alone() -> None:
    """Two records of three have Viet Nam's source alone."""
    blocks = section(meeting("a", FIRST), meeting("b", FIRST), meeting("c", SECOND))
    assert "Sources of one side alone, Viet Nam: 67% of the records." in said(blocks)


def test_says_how_much_is_borne_out_twice() -> None:
    """One record of two has two lineages, from two sides."""
    blocks = section(meeting("a", FIRST, SECOND), meeting("b", SECOND))
    assert "bear out 50% of the records; for 50% they come from two sides" in said(blocks)


def test_the_bar_is_cut_by_side() -> None:
    """One record of each sort gives parts of one width, and the key gives the numbers."""
    blocks = section(meeting("a", FIRST), meeting("b", SECOND))
    by_side, _ = (block for block in blocks if isinstance(block, Drawing))
    first, second, *_ = (shape for shape in by_side.shapes if isinstance(shape, Rect))
    assert first.width == second.width
    assert "By side: Viet Nam only, 50%; third parties only, 50%; two records." == by_side.alt


def test_the_best_source_counts() -> None:
    """Every record stands once in the bar of classes, by its best source."""
    blocks = section(meeting("a", FIRST, SECOND), meeting("b", SECOND))
    _, by_class = (block for block in blocks if isinstance(block, Drawing))
    assert "By class: press, 100%; two records." == by_class.alt


def test_a_pair_without_records_has_no_profile() -> None:
    """There is no word to rest on."""
    assert [] == section()
