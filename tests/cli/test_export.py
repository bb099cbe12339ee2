from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest

from cli.commands import Run
from relations.cli.exits import DONE, FAILED, WRONG_USAGE
from relations.model.kinds import RECORD_TYPES


def test_a_csv_file_for_each_kind(run: Run, tmp_path: Path) -> None:
    """Each path is printed, and each file is there with its records."""
    folder = tmp_path / "records"
    result = run("export", "csv", str(folder))
    assert (DONE, [str(folder / f"{kind}.csv") for kind in RECORD_TYPES]) == (
        result.exit_code,
        result.stdout.splitlines(),
    )
    text = (folder / "agreements.csv").read_text(encoding="utf-8-sig")
    assert ["treaty", "lease"] == [row["id"] for row in csv.DictReader(io.StringIO(text))]


def test_a_log_has_a_line_for_each_step(run: Run, tmp_path: Path) -> None:
    """What is being done goes to standard error, a line each."""
    expected = ["reading the data", "laying out the records", "writing 7 files"]
    assert expected == run("export", "csv", str(tmp_path / "records")).stderr.splitlines()


def test_a_folder_with_other_files_is_left_alone(run: Run, tmp_path: Path) -> None:
    """Nothing is written, and the message says what to do."""
    (tmp_path / "letter.txt").write_text("mine")
    before = sorted(tmp_path.iterdir())
    result = run("export", "csv", str(tmp_path))
    assert FAILED == result.exit_code
    assert "name a folder of its own" in result.stderr
    assert before == sorted(tmp_path.iterdir())


def test_every_table_as_parquet_and_as_a_database(run: Run, tmp_path: Path) -> None:
    """A file for each table, and one database with all."""
    files = run("export", "parquet", str(tmp_path / "tables")).stdout.splitlines()
    assert str(tmp_path / "tables" / "citations.parquet") in files
    assert all(Path(file).is_file() for file in files)
    database = tmp_path / "data.duckdb"
    assert f"{database}\n" == run("export", "duckdb", str(database)).stdout
    assert database.is_file()


@pytest.mark.parametrize("name", ["panel.csv", "panel.parquet"])
def test_a_panel(run: Run, tmp_path: Path, name: str) -> None:
    """The end of the name says which format is meant."""
    file = tmp_path / name
    result = run("export", "panel", str(file), "--start", "2020", "--end", "2021")
    assert (DONE, f"{file}\n") == (result.exit_code, result.stdout)
    assert file.stat().st_size > 0


@pytest.mark.parametrize("name", ["net.gexf", "net.graphml"])
def test_a_network(run: Run, tmp_path: Path, name: str) -> None:
    """Edges for each record, or weighted by kind."""
    file = tmp_path / name
    assert DONE == run("export", "graph", str(file), "--kind", "agreements").exit_code
    assert b"treaty|SUN|VNM" in file.read_bytes()
    assert DONE == run("export", "graph", str(file), "--by-kind", "--on", "1985").exit_code
    assert b"treaty|SUN|VNM" not in file.read_bytes()


ALL_KINDS = "{}, {}, {}, {}, {}, {} or {}".format(*map(repr, RECORD_TYPES))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("graph", "net.txt"), "end its name in .gexf or .graphml"),
        (("panel", "panel.xlsx"), "end its name in .csv or .parquet"),
        (("panel", "p.csv", "--start", "2021", "--end", "2020"), "is after the last"),
        (("panel", "p.csv", "--kind", "meeting"), "did you mean 'meetings'"),
        (("graph", "g.gexf", "--kind", "treaties"), "did you mean 'agreements'"),
        (("panel", "p.csv", "--kind", "parties"), f"did you mean {ALL_KINDS}?"),
        (("graph", "g.gexf", "--on", "yesterday"), "'yesterday' is not a date"),
        (("graph", "no/where/net.gexf"), "there is no folder no/where; make it first"),
        (("csv", "no/where/records"), "there is no folder no/where; make it first"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    message: str,
) -> None:
    """It ends with code 2, says how to go on, and writes nothing."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    result = run("export", *arguments)
    assert WRONG_USAGE == result.exit_code
    assert message in result.stderr
    assert [] == list(folder.iterdir())


ALL_KINDS = "{}, {}, {}, {}, {}, {} or {}".format(*map(repr, RECORD_TYPES))


@pytest.mark.parametrize(
    ("arguments", "library", "extra"),
    [
        (("parquet", "tables"), "pyarrow", "frames"),
        (("duckdb", "data.duckdb"), "duckdb", "duckdb"),
        (("graph", "net.gexf"), "networkx", "graph"),
    ],
)
def test_a_missing_library_is_one_line_on_what_to_install(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    library: str,
    extra: str,
) -> None:
    """The command fails, says how to get it, and writes nothing."""
    monkeypatch.setitem(sys.modules, library, None)
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    result = run("export", *arguments)
    assert FAILED == result.exit_code
    last = result.stderr.splitlines()[-1]
    assert f"needs {library}: pip install 'bilateral-relations[{extra}]'" in last
    assert [] == list(folder.iterdir())


@pytest.mark.parametrize(("format", "start"), [("csl", "["), ("ris", "TY"), ("biblatex", "@")])
def test_references_go_to_standard_output(run: Run, format: str, start: str) -> None:
    """Without a file, the references are the result."""
    result = run("refs", "VNM", "RUS", "-f", format)
    assert DONE == result.exit_code
    assert result.stdout.startswith(start)


def test_references_go_to_a_file(run: Run, tmp_path: Path) -> None:
    """Its path is printed when it is there."""
    file = tmp_path / "refs.ris"
    assert f"{file}\n" == run("refs", "VNM", "RUS", "-f", "ris", "-o", str(file)).stdout
    assert file.read_bytes().startswith(b"TY  - ")


def test_a_pair_without_records_has_no_references(run: Run) -> None:
    """That no record was found is said beside the empty list."""
    result = run("refs", "VNM", "TLS")
    assert (DONE, "[]\n") == (result.exit_code, result.stdout)
    assert "no record of Viet Nam and Timor-Leste was found" in result.stderr
