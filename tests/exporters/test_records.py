from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest

from builders import SECOND, claim, dated, record, source, state, world
from relations import load
from relations.exporters.records import records_table
from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.claims import Rank
from relations.model.dispute import Dispute
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import Meeting
from relations.model.party import PartyRole, Role
from relations.model.quantities import Money, MoneyKind, Qualifier, Quantity
from relations.model.record import Record
from relations.model.statement import Statement
from relations.model.status import Status
from relations.table import Table

TANKS = record(
    ArmsTransfer,
    "tanks",
    (PartyRole(party="RUS", role=Role.SUPPLIER), PartyRole(party="VNM", role=Role.RECIPIENT)),
    number_ordered=Quantity.at_least(60, as_stated="more than sixty"),
    number_delivered=Quantity.unknown(as_stated="a batch"),
    value=Money(Quantity.about(5, as_stated="some five"), "USD", MoneyKind.ESTIMATE, 2019),
    history=(state(Status.ORDERED, "2017"), state(Status.DELIVERED, "2018-12~", source=SECOND)),
)
TALKS = record(Meeting, "talks", ("VNM", "ASEAN"), date=dated("2014-11", "in November"), edition=3)
LEASE = record(
    Agreement,
    "lease",
    ("VNM", "SUN"),
    history=(state(Status.SIGNED, "1979"),),
    nominal_end=dated("2004"),
    claims=(claim("nominal_end", dated("2004")), claim("nominal_end", dated("2002"), Rank.NORMAL)),
)


def row(*records: Record, index: int = 0) -> dict[str, Any]:
    """The cells of one record, by column."""
    return records_table(records).to_dicts()[index]


def some(cells: dict[str, Any], *names: str) -> list[Any]:
    """Some of the cells, in the order asked for."""
    return [cells[name] for name in names]


def test_a_date_is_its_text_beside_its_bounds() -> None:
    """A month is one text in EDTF, two days and the words of the source."""
    first, last = datetime.date(2014, 11, 1), datetime.date(2014, 11, 30)
    columns = ("date", "date_earliest", "date_latest", "date_as_stated")
    assert ["2014-11", first, last, "in November"] == some(row(TALKS), *columns)


def test_an_open_end_has_no_latest_day() -> None:
    """What goes on is missing a bound, and is not given one."""
    talks = attrs.evolve(TALKS, date=dated("2018/.."))
    assert ["2018/..", None] == some(row(talks), "date", "date_latest")


@pytest.mark.parametrize(
    ("quantity", "cells"),
    [
        (Quantity.exact(64), [64, 64, 64, "exact"]),
        (Quantity.at_least(60), [None, 60, None, "at_least"]),
        (Quantity.at_most(12), [None, None, 12, "at_most"]),
        (Quantity.about(200), [200, None, None, "about"]),
        (Quantity.range(3, 5), [None, 3, 5, "range"]),
        (Quantity.unknown(), [None, None, None, "unknown"]),
    ],
)
def test_a_quantity_is_best_low_high_and_qualifier(quantity: Quantity, cells: list[Any]) -> None:
    """Each bound is the source's own; an unknown number is neither 0 nor 1."""
    tanks = attrs.evolve(TANKS, number_ordered=quantity)
    names = (f"number_ordered_{part}" for part in ("best", "low", "high", "qualifier"))
    assert cells == some(row(tanks), *names)
    assert {Qualifier(cells[3])} == {quantity.qualifier}


def test_a_quantity_keeps_its_unit_and_words() -> None:
    """Unit and wording stand beside the numbers."""
    tanks = attrs.evolve(TANKS, number_ordered=Quantity.exact(9, unit="ha", as_stated="nine ha"))
    columns = ("number_ordered_unit", "number_ordered_as_stated")
    assert ["ha", "nine ha"] == some(row(tanks), *columns)


def test_a_quantity_that_no_source_gives_is_missing() -> None:
    """Nothing known is a row of missing cells, the qualifier with them."""
    assert [None, None] == some(row(TANKS), "number_in_service_best", "number_in_service_qualifier")


def test_money_keeps_currency_kind_and_year() -> None:
    """An amount is never a bare number."""
    columns = ("value_best", "value_qualifier", "value_currency", "value_kind", "value_year")
    assert [5, "about", "USD", "estimate", 2019] == some(row(TANKS), *columns)


def test_parties_stand_together_and_by_role() -> None:
    """Who takes part is one column; who in which capacity is a column for each role."""
    columns = ("parties", "role_supplier", "role_recipient")
    assert ["RUS (supplier); VNM (recipient)", "RUS", "VNM"] == some(row(TANKS), *columns)


def test_the_history_is_one_cell_and_its_last_state_several() -> None:
    """The states stand in order of time; the last has columns of its own."""
    columns = ("history", "status", "status_date", "status_date_latest")
    day = datetime.date(2018, 12, 31)
    assert ["ordered 2017; delivered 2018-12~", "delivered", "2018-12~", day] == some(
        row(TANKS), *columns
    )


def test_citations_are_counted_and_their_sources_named() -> None:
    """Each source stands once, in the order of first mention, whatever cites it."""
    assert [3, "first; second"] == some(row(TANKS), "citations", "sources")


def test_contested_fields_are_named() -> None:
    """A reader of the table sees which of its cells are in dispute."""
    assert ["nominal_end", 2] == some(row(LEASE), "contested", "claims")


def test_several_kinds_share_their_columns() -> None:
    """What a kind does not have is missing in its row."""
    both = row(TALKS, TANKS)
    assert ["talks", None, 3] == some(both, "id", "designation", "edition")
    assert ["tanks", "T-90S", None] == some(
        row(TALKS, TANKS, index=1), "id", "designation", "edition"
    )


def test_one_name_may_hold_a_word_of_a_list_or_a_free_text() -> None:
    """The form of an agreement and that of a statement share a column."""
    said = record(Statement, "said", ("VNM",), form="chairman's statement")
    table = records_table((LEASE, said))
    assert ["treaty", "chairman's statement"] == list(table["form"])


def test_a_field_whose_name_is_taken_bears_that_of_its_kind() -> None:
    """The kind of a dispute is not the kind of record."""
    quarrel = record(Dispute, "quarrel", ("VNM", "RUS"))
    assert ["disputes", "territorial"] == some(row(quarrel), "kind", "dispute_kind")


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_field_of_every_kind_has_a_column(kind: str) -> None:
    """A new field of a kind comes into the table by itself."""
    made = record(RECORD_TYPES[kind], "made", ("VNM", "RUS"))
    names = records_table((made,)).names
    for attribute in attrs.fields(type(made)):
        stems = {attribute.name, f"{type(made).__name__.lower()}_{attribute.name}"}
        assert any(name.removesuffix("_best") in stems for name in names), attribute.name


def test_no_records_is_a_table_of_no_rows() -> None:
    """The columns that every record has are there all the same."""
    table = records_table(())
    assert (0, "id") == (len(table), table.names[0])


def test_a_selection_hands_out_every_shape() -> None:
    """Dictionaries, CSV and frames are of the same rows."""
    data = world(TANKS, TALKS, sources=(source(), source(SECOND)))
    records = data.records
    assert ["talks", "tanks"] == [row["id"] for row in records.to_dicts()]
    assert records.to_table().to_csv() == records.to_csv()
    assert ["talks", "tanks"] == list(records.to_frame("pandas")["id"])


def test_a_pair_says_by_which_way_each_record_ties_it() -> None:
    """Beside the fields stand the way and what it leads through."""
    rows = world(TANKS, LEASE).pair("VNM", "RUS").records.to_dicts()
    assert [("lease", "through_predecessor", "SUN"), ("tanks", "direct", None)] == [
        (row["id"], row["way"], row["via"]) for row in rows
    ]


def test_no_shipped_cell_is_of_another_type_than_its_column() -> None:
    """Arrow, which is strict about types, takes every record there is."""
    records = load().records
    table = records.to_table()
    assert isinstance(table, Table)
    assert table.to_dicts() == table.to_frame("arrow").to_pylist()
