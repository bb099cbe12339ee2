from __future__ import annotations

import csv
import datetime
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.conftest import Without
from relations.errors import MissingExtra, UnknownName
from relations.table import FRAMES, Cell, CellType, Column, Table

DAY = datetime.date(1816, 1, 1)
TABLE = Table(
    "things",
    (
        Column("text", CellType.TEXT, ["Việt Nam", None]),
        Column("date", CellType.EDTF, ["2014-11", None]),
        Column("count", CellType.INTEGER, [0, None]),
        Column("number", CellType.NUMBER, [1.5, None]),
        Column("binding", CellType.BOOLEAN, [False, None]),
        Column("earliest", CellType.DATE, [DAY, None]),
    ),
)
LIBRARIES = {"pandas": "pandas", "polars": "polars", "arrow": "pyarrow"}


def of_texts(*texts: Cell) -> Table:
    """A table of one column of text."""
    return Table("texts", (Column("text", CellType.TEXT, texts),))


def cells(content: bytes) -> list[list[str]]:
    """The cells of a CSV file, read back."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


# -- the table itself ----------------------------------------------------------------------------


def test_a_table_has_a_short_form() -> None:
    """It names itself and says how large it is."""
    assert "Table(things: 2 rows, 6 columns)" == repr(TABLE)


def test_columns_are_of_one_length() -> None:
    """A row cannot lack a cell."""
    with pytest.raises(ValueError, match="different lengths"):
        Table("bad", (Column("a", CellType.TEXT, ["x"]), Column("b", CellType.TEXT, [])))


def test_columns_have_names_of_their_own() -> None:
    """Two columns of one name would hide one another."""
    with pytest.raises(ValueError, match="one name"):
        Table("bad", (Column("a", CellType.TEXT, []), Column("a", CellType.TEXT, [])))


def test_an_unknown_column_names_the_nearest() -> None:
    """A slip of the pen is told, with what was meant."""
    with pytest.raises(UnknownName, match="did you mean 'number'"):
        TABLE["numbr"]


def test_dictionaries_keep_a_zero_apart_from_a_missing_value() -> None:
    """A missing value is None, and nothing else is."""
    first, second = TABLE.to_dicts()
    assert (0, False) == (first["count"], first["binding"])
    assert {None} == set(second.values())


# -- CSV -----------------------------------------------------------------------------------------


def test_csv_is_signed_so_that_spreadsheets_read_accents() -> None:
    """The file starts with the signature of UTF-8, and its lines end as the standard has it."""
    content = TABLE.to_csv()
    assert content.startswith(b"\xef\xbb\xbftext,date,")
    assert content.endswith(b"\r\n")
    assert "Việt Nam" in content.decode("utf-8-sig")


def test_csv_keeps_a_zero_apart_from_a_missing_value() -> None:
    """A missing value is an empty cell; nought and no are written."""
    _, first, second = cells(TABLE.to_csv())
    assert ["Việt Nam", "2014-11", "0", "1.5", "false", "1816-01-01"] == first
    assert [""] * 6 == second


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1", "-2", "@SUM(A1)", "\t=1", " =1", "\n=1", "\u00a0=1",
        "(12)", "6-12", "6–12", "6/12", "12", "12.5", "1 000", "1E5", "12:30", "12:30 pm", "3 %",
        "2 May 2002", "May 2002", "2-May", "TRUE",
    ],
)  # fmt: skip  # a sort a row
def test_a_spreadsheet_takes_no_text_for_something_else(text: str) -> None:
    """What looks like a formula, a number or a date has an apostrophe before it."""
    assert [f"'{text}"] == cells(of_texts(text).to_csv())[1]


@pytest.mark.parametrize(
    "text",
    ["Su-22", "T-90S", "held 2014-10-07", "64 tanks", "May they meet?", "'quoted'", "a,b\nc"],
)
def test_other_texts_are_left_as_they_are(text: str) -> None:
    """The guard touches nothing that a spreadsheet leaves alone."""
    assert [text] == cells(of_texts(text).to_csv())[1]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_reaches_a_spreadsheet_as_a_formula(text: str) -> None:
    """No cell begins, after blanks, with a sign that a spreadsheet acts on; the text is whole."""
    ((cell,),) = cells(of_texts(text).to_csv())[1:] or [[""]]
    assert not cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert text == cell.removeprefix("'") or text == cell


def test_csv_is_written_whole(tmp_path: Path) -> None:
    """With a path, the same bytes are in that file and nothing else is in the folder."""
    path = tmp_path / "things.csv"
    assert TABLE.to_csv(path) == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


# -- frames --------------------------------------------------------------------------------------


def test_pandas_keeps_types_and_missing_values() -> None:
    """A count stays whole beside a missing one, and a day may lie before 1900."""
    frame = TABLE.to_frame("pandas")
    assert ["string", "string", "Int64", "Float64", "boolean"] == list(map(str, frame.dtypes))[:5]
    assert (0, "1816-01-01") == (frame["count"][0], str(frame["earliest"][0].date()))
    assert [6] == list(frame.isna().sum(axis=1))[1:]


def test_polars_keeps_types_and_missing_values() -> None:
    """The rows are those of the dictionaries."""
    assert TABLE.to_dicts() == TABLE.to_frame("polars").to_dicts()


def test_arrow_keeps_types_and_missing_values() -> None:
    """The rows are those of the dictionaries."""
    assert TABLE.to_dicts() == TABLE.to_frame("arrow").to_pylist()


@pytest.mark.parametrize("kind", FRAMES)
def test_an_empty_table_keeps_its_columns(kind: str) -> None:
    """No rows is a frame of no rows, with every column and its type."""
    empty = Table("none", tuple(Column(c.name, c.type, []) for c in TABLE.columns))
    assert (0, len(TABLE.columns)) == empty.to_frame(kind).shape


def test_an_unknown_kind_of_frame_is_refused() -> None:
    """The kinds there are stand in the message."""
    with pytest.raises(UnknownName, match="did you mean 'pandas'"):
        TABLE.to_frame("panda")


@pytest.mark.parametrize("kind", FRAMES)
def test_a_missing_library_is_one_line_on_what_to_install(without: Without, kind: str) -> None:
    """Whoever asks for a frame of a library that is not there learns how to get it."""
    without(LIBRARIES[kind])
    with pytest.raises(MissingExtra) as caught:
        TABLE.to_frame(kind)
    assert f"needs {LIBRARIES[kind]}: pip install 'bilateral-relations[frames]'" in str(
        caught.value
    )
    assert "\n" not in str(caught.value)


def test_the_first_library_that_is_installed_is_taken(without: Without) -> None:
    """Without pandas it is polars, then Arrow, and then a line on what to install."""
    assert "pandas" == type(TABLE.to_frame()).__module__.partition(".")[0]
    without("pandas")
    assert "polars" == type(TABLE.to_frame()).__module__.partition(".")[0]
    without("pandas", "polars")
    assert "pyarrow" == type(TABLE.to_frame()).__module__.partition(".")[0]
    without("pandas", "polars", "pyarrow")
    with pytest.raises(MissingExtra, match="a frame needs pandas, polars or pyarrow: pip install"):
        TABLE.to_frame()


def test_csv_and_dictionaries_need_no_library(without: Without) -> None:
    """What the standard library can do asks for nothing more."""
    without("pandas", "polars", "pyarrow", "numpy")
    assert 2 == len(TABLE.to_dicts())
    assert TABLE.to_csv()
