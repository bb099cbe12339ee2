from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from builders import body, claim, dated, record, state, tenure, with_parties, world
from builders import person as somebody
from docs.pages import ROOT
from exporters.conftest import Without
from relations import load
from relations.dataset import Dataset
from relations.errors import MissingExtra
from relations.exporters.relational import relational
from relations.model.agreement import Agreement
from relations.model.claims import Claim, Rank
from relations.model.meeting import Delegate, Meeting
from relations.model.quantities import Quantity
from relations.model.source import Citation
from relations.model.status import Status
from relations.table import Table
from strategies.records import datasets

PACT = record(
    Agreement,
    "pact",
    ("VNM", "RUS"),
    topics=("arms", "training"),
    history=(state(Status.SIGNED, "1979"), state(Status.EXPIRED)),
    term=Quantity.exact(25, unit="year"),
    claims=(
        claim("term", Quantity.exact(25, unit="year")),
        claim("term", Quantity.exact(20, unit="year"), Rank.DEPRECATED),
    ),
)
TALKS = record(
    Meeting,
    "talks",
    ("VNM", "ASEAN"),
    date=dated("2014-11", "in November"),
    delegates=(Delegate(person="fomin", party="RUS", office="Deputy Minister"),),
)
DATA = with_parties(
    world(
        PACT,
        TALKS,
        persons=(somebody("fomin", "Fomin", tenures=(tenure("minister", "RUS", "2019"),)),),
    ),
    body("CLUB", "Club", members=[("VNM", "1990/2000-03-01")]),
)


def rows(name: str, data: Dataset = DATA, **wanted: object) -> list[dict[str, Any]]:
    """The rows of a table with these values."""
    (table,) = (table for table in relational(data) if table.name == name)
    return [
        row for row in table.to_dicts() if all(row[key] == value for key, value in wanted.items())
    ]


def test_a_group_has_a_row_for_each_entry() -> None:
    """The columns are the fields of the class, laid out as in any table."""
    (pact,) = rows("agreements")
    assert ["pact", 25, "year", "arms; training"] == [
        pact[name] for name in ("id", "term_best", "term_unit", "topics")
    ]
    assert {"VNM", "RUS", "SUN"} <= {row["id"] for row in rows("countries")}
    assert ["fomin"] == [row["id"] for row in rows("persons")]


def test_codes_stand_in_the_row_of_their_state() -> None:
    """An object within an entry is columns of it."""
    assert ["VNM"] == [row["codes_iso3"] for row in rows("countries", id="VNM")]


def test_records_of_all_kinds_share_a_table() -> None:
    """What every record has can be asked of all at once."""
    assert [("pact", "agreements"), ("talks", "meetings")] == [
        (row["id"], row["kind"]) for row in rows("records")
    ]


def test_states_and_bodies_share_a_table() -> None:
    """Every party has its usual name."""
    assert ["Club", "Viet Nam"] == [
        row["name"] for key in ("CLUB", "VNM") for row in rows("parties", id=key)
    ]


def test_who_takes_part_is_a_row_each() -> None:
    """The parties of a record in the order of the data, with their roles."""
    assert [(0, "VNM", "party"), (1, "RUS", "party")] == [
        (row["position"], row["party"], row["role"]) for row in rows("record_parties", owner="pact")
    ]


def test_states_memberships_tenures_and_delegates_are_rows() -> None:
    """Whatever stands in a list has a row, with the group and the identifier of its owner."""
    assert [("signed", "1979"), ("expired", None)] == [
        (row["status"], row["date"]) for row in rows("history", owner="pact")
    ]
    (membership,) = rows("memberships", owner="CLUB")
    assert ("organisations", "VNM", "1990/2000-03-01") == (
        membership["owner_type"],
        membership["party"],
        membership["period"],
    )
    assert ["minister"] == [row["office"] for row in rows("tenures", owner="fomin")]
    assert ["Deputy Minister"] == [row["office"] for row in rows("delegates", owner="talks")]


def test_a_citation_says_what_it_is_of() -> None:
    """Those of an entry, of its states and of its claims are told apart by the path."""
    assert ["", "claims[0]", "claims[1]", "history[0]", "history[1]"] == sorted(
        row["part"] for row in rows("citations", owner="pact")
    )
    assert "words of the source" == rows("citations", owner="pact")[0]["quote"]


def test_the_value_of_a_claim_is_as_the_data_file_has_it() -> None:
    """Its type depends on the field, so that it stands as JSON."""
    first, second = rows("claims", owner="pact")
    assert '{"qualifier": "exact", "value": 25, "unit": "year"}' == first["value"]
    assert ("deprecated", "error", "term") == (second["rank"], second["reason"], second["field"])


def test_words_in_lists_are_rows_too() -> None:
    """What a cell joins can be counted word by word, and what a citation supports as well."""
    topics = rows("list_items", owner="pact", field="topics")
    assert [(0, "arms"), (1, "training")] == [(row["position"], row["value"]) for row in topics]
    supported = rows("list_items", owner="talks", field="supports", part="citations[0]")
    assert {"date", "parties", "delegates"} <= {row["value"] for row in supported}


def test_every_table_is_there_whether_or_not_it_has_rows() -> None:
    """A query does not fail because the data lack something."""
    tables = {table.name: len(table) for table in relational(world())}
    assert 0 == tables["claims"] == tables["reviews"] == tables["agreements"]
    assert sorted(tables) == list(tables)


def test_no_object_and_no_word_of_the_shipped_data_is_lost() -> None:
    """Every citation and every claim that the dataset has is a row."""
    data = load()
    owners = tuple(data.owners())
    cited = len(rows("citations", data)) + len(rows("none_stated", data))
    assert len(held(owners, Citation)) == cited
    assert len(held(owners, Claim)) == len(rows("claims", data))
    assert len(data.sources) == len(rows("sources", data))


def held(value: object, cls: type[object]) -> list[object]:
    """Every object of a class in a value, however deep."""
    if isinstance(value, tuple):
        return [found for item in value for found in held(item, cls)]
    kind: Any = type(value)
    if not attrs.has(kind):
        return []
    inner = [it for field in attrs.fields(kind) for it in held(getattr(value, field.name), cls)]
    return [value, *inner] if isinstance(value, cls) else inner


@given(datasets())
@settings(max_examples=25)
def test_any_data_fit_the_types_of_the_tables(data: Dataset) -> None:
    """Arrow, which is strict about types, gives back every cell of every table."""
    for table in (*relational(data), data.records.to_table()):
        assert table.to_dicts() == table.to_frame("arrow").to_pylist()


def test_the_page_names_every_table() -> None:
    """The reference has each table and each of the columns that place an object."""
    text = (ROOT / "docs" / "reference" / "sql.md").read_text(encoding="utf-8")
    assert [] == [table.name for table in relational(world()) if f"`{table.name}`" not in text]


# -- DuckDB --------------------------------------------------------------------------------------


def test_sql_works_on_all_of_it() -> None:
    """Records, parties, states and citations join by identifier."""
    connection = DATA.to_duckdb()
    found = connection.sql(
        "SELECT r.title, p.name, c.quote FROM records r "
        "JOIN record_parties x ON x.owner = r.id JOIN parties p ON p.id = x.party "
        "JOIN citations c ON c.owner = r.id AND c.part = '' WHERE r.kind = 'meetings' ORDER BY 2"
    ).fetchall()
    assert [("talks", "Viet Nam")] == [row[:2] for row in found if row[1] == "Viet Nam"]
    assert {"words of the source"} == {row[2] for row in found}


def test_a_missing_value_is_null_in_sql() -> None:
    """It is neither 0 nor an empty text."""
    connection = DATA.to_duckdb()
    query = "SELECT count(*) FROM agreements WHERE notice_best IS NULL AND note IS NULL"
    assert [(1,)] == connection.sql(query).fetchall()


def test_a_database_may_be_a_file(tmp_path: Path) -> None:
    """A file that was there is replaced, and nothing else is left in the folder."""
    file = tmp_path / "data.duckdb"
    world().to_duckdb(file).close()
    DATA.to_duckdb(file).close()
    connection = DATA.to_duckdb(file)
    assert [(2,)] == connection.sql("SELECT count(*) FROM records").fetchall()
    connection.close()
    assert [file] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["duckdb", "pyarrow"])
def test_a_database_without_its_library_is_one_line(without: Without, name: str) -> None:
    """Whoever asks for SQL without it learns what to install."""
    without(name)
    with pytest.raises(MissingExtra) as caught:
        DATA.to_duckdb()
    expected = f"a database needs {name}: pip install 'bilateral-relations[duckdb]'"
    assert expected == str(caught.value)


# -- Parquet -------------------------------------------------------------------------------------


def test_every_table_is_a_file_of_its_rows(tmp_path: Path) -> None:
    """Read back, the files hold what the tables do."""
    parquet = importlib.import_module("pyarrow.parquet")
    files = DATA.to_parquet(tmp_path / "tables")
    tables: dict[str, Table] = {table.name: table for table in relational(DATA)}
    assert list(tables) == [file.stem for file in files]
    assert all(
        tables[file.stem].to_dicts() == parquet.read_table(file).to_pylist() for file in files
    )


def test_the_same_data_give_the_same_files(tmp_path: Path) -> None:
    """Written twice, every file has the same bytes."""
    first = [file.read_bytes() for file in DATA.to_parquet(tmp_path / "one")]
    assert first == [file.read_bytes() for file in DATA.to_parquet(tmp_path / "two")]


def test_an_older_folder_is_replaced(tmp_path: Path) -> None:
    """No file of other data stays beside the new ones."""
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "left.parquet").write_bytes(b"old")
    assert sorted(DATA.to_parquet(folder)) == sorted(folder.iterdir())
    assert [folder] == list(tmp_path.iterdir())


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    """Somebody's papers are not deleted; the message names one of them."""
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(FileExistsError, match=r"such as letter\.txt; name a folder of its own"):
        DATA.to_parquet(tmp_path)
    assert "mine" == (tmp_path / "letter.txt").read_text()


def test_a_folder_that_cannot_be_filled_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a file fails, the old folder is whole and nothing half-written is left."""
    folder = tmp_path / "tables"
    before = {file: file.read_bytes() for file in world().to_parquet(folder)}
    monkeypatch.setattr("relations.files.write_atomically", _full)
    with pytest.raises(OSError, match="no space"):
        DATA.to_parquet(folder)
    assert before == {file: file.read_bytes() for file in folder.iterdir()}
    assert [folder] == list(tmp_path.iterdir())


def _full(path: Path, content: bytes) -> None:
    raise OSError(f"no space for {path} of {len(content)} bytes")


def test_parquet_without_its_library_is_one_line(without: Without, tmp_path: Path) -> None:
    """Whoever asks for Parquet without it learns what to install, and nothing is written."""
    without("pyarrow.parquet")
    with pytest.raises(MissingExtra, match=r"Parquet needs pyarrow.*\[frames\]"):
        DATA.to_parquet(tmp_path / "tables")
    assert [] == list(tmp_path.iterdir())
