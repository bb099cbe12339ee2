from __future__ import annotations

from collections.abc import Iterator

from builders import edtf, record, state, world
from relations.model.arms_transfer import ArmsTransfer
from relations.model.coverage import Coverage, CoverageClass
from relations.model.quantities import Quantity
from relations.model.record import Record
from relations.model.status import Status
from relations.report.blocks import Block, Heading, Paragraph, Text
from relations.report.drawing import Drawing, Rect
from relations.report.references import References
from relations.report.sections.material import Material
from relations.report.sections.supply import supply
from relations.report.signs import Category


def delivery(identifier: str, supplier: str, date: str, tiv: int | None) -> ArmsTransfer:
    """A delivery to Viet Nam, of a volume that may not be known."""
    volume = {} if tiv is None else {"tiv": Quantity.exact(tiv, unit="TIV")}
    history = (state(Status.DELIVERED, date),)
    return record(ArmsTransfer, identifier, [supplier, "VNM"], history=history, **volume)


CENSUS = Coverage(
    id="all-arms",
    kinds=("arms_transfers",),
    coverage_class=CoverageClass.CENSUS,
    period=edtf("1950/2026"),
)
SOME = Coverage(
    id="some-arms", kinds=("arms_transfers",), coverage_class=CoverageClass.OPPORTUNISTIC
)


def section(*records: Record, coverage: tuple[Coverage, ...] = (CENSUS,)) -> list[Block]:
    """What the section says of Viet Nam and Russia."""
    pair = world(*records, coverage=coverage).pair("VNM", "RUS")
    return list(supply(Material(pair, References(pair.dataset))))


def said(blocks: list[Block]) -> Iterator[str]:
    """The running text."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield "".join(part.text for part in block.content if isinstance(part, Text)).strip()


def drawings(blocks: list[Block]) -> list[Drawing]:
    """The figures."""
    return [block for block in blocks if isinstance(block, Drawing)]


def test_says_the_share_with_the_volumes_it_is_of() -> None:
    """A quarter of four hundred is said with both, and with the five years before."""
    blocks = section(
        delivery("ours", "RUS", "2024", 100),
        delivery("theirs", "LAO", "2023", 300),
        delivery("earlier", "RUS", "2018", 50),
    )
    (words,) = said(blocks)
    assert "25% came from the Russian Federation (100 of 400" in words
    assert words.endswith("100%.")


def test_draws_a_bar_for_each_five_years() -> None:
    """What came from the supplier is as wide as its share."""
    blocks = section(delivery("ours", "RUS", "2024", 100), delivery("theirs", "LAO", "2023", 300))
    (drawing,) = drawings(blocks)
    latest = [s for s in drawing.shapes if isinstance(s, Rect) and s.y == 0]
    assert 0.25 == latest[0].width / sum(box.width for box in latest)
    assert "2021–2026: Russian Federation, 25%; other suppliers, 75%; 400 in all." in drawing.alt


def test_an_unknown_supplier_makes_part_of_the_bar_possible() -> None:
    """What nobody knows the supplier of may be the supplier's, and is hatched."""
    unknown = record(
        ArmsTransfer,
        "unknown",
        [],
        history=(state(Status.DELIVERED, "2023"),),
        tiv=Quantity.exact(300, unit="TIV"),
    )
    blocks = section(delivery("ours", "RUS", "2024", 100), unknown)
    drawing = drawings(blocks)
    assert drawing
    assert any(s.hatched for s in drawing[0].shapes if isinstance(s, Rect))


def test_no_delivery_in_the_window_is_none_found_and_no_bar() -> None:
    """An old delivery leaves the last five years with none found, which is not a 0 %."""
    blocks = section(delivery("ours", "RUS", "2010", 100))
    (words,) = said(blocks)
    assert words.startswith("No delivery from the Russian Federation to Viet Nam in the period")
    assert "was found" in words
    assert [] == drawings(blocks)


def test_partial_coverage_gives_no_share() -> None:
    """Where suppliers were not looked for by rule, the section says why there is no share."""
    blocks = section(delivery("ours", "RUS", "2024", 100), coverage=(SOME,))
    (words,) = said(blocks)
    assert "cannot be said: not all suppliers were looked for" in words
    assert [] == drawings(blocks)


def test_deliveries_that_are_not_covered_are_said_to_be_not_covered() -> None:
    """Without any statement of coverage nothing is called none found."""
    blocks = section(delivery("ours", "RUS", "2010", 100), coverage=())
    (words,) = said(blocks)
    assert words.endswith("are not covered by this dataset.")


def test_a_direction_without_any_transfer_is_left_to_the_list_of_what_was_not_found() -> None:
    """There is nothing to share where nothing ever went that way."""
    assert [] == section()


def test_the_colour_of_arms_is_the_supplier_s() -> None:
    """The supplier's part has the colour of arms transfers, the others' is grey."""
    (drawing,) = drawings(section(delivery("ours", "RUS", "2024", 100)))
    first = next(s for s in drawing.shapes if isinstance(s, Rect))
    assert Category.ARMS_TRANSFER is first.fill
    assert isinstance(section(delivery("ours", "RUS", "2024", 100))[0], Heading)
