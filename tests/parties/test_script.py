"""The parties are built by a script from lists in the tree, and stay as it builds them."""

from __future__ import annotations

import csv
import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from relations import storage

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "build_parties.py"

needs_babel = pytest.mark.skipif(
    importlib.util.find_spec("babel") is None,
    reason="the script reads names from Babel: pip install -e '.[parties]'",
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The script, run as a curator runs it."""
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@needs_babel
def test_the_shipped_parties_are_what_the_script_builds() -> None:
    """Run on its own output, the script changes nothing."""
    done = run("--check")
    assert (0, "") == (done.returncode, done.stdout + done.stderr)


@needs_babel
def test_a_party_taken_out_is_missed_and_put_back(tmp_path: Path) -> None:
    """A file without France differs, and after a run it is the shipped file again."""
    shipped = storage.shipped_path().read_bytes()
    document = json.loads(shipped)
    document["countries"] = [c for c in document["countries"] if c["id"] != "FRA"]
    file = tmp_path / "relations.json"
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert 1 == run("--check", "--data", str(file)).returncode
    assert 0 == run("--data", str(file)).returncode
    assert shipped == file.read_bytes()


@needs_babel
def test_what_a_curator_wrote_stays(tmp_path: Path) -> None:
    """A curator's name, note and date are kept as they stand, and come first."""
    document = json.loads(storage.shipped_path().read_bytes())
    france = next(c for c in document["countries"] if c["id"] == "FRA")
    france["names"].insert(0, {"text": "La France"})
    france["citations"].insert(0, {"source": "archontology-ussr", "quote": "a curator's words"})
    france["note"] = "A curator's remark."
    file = tmp_path / "relations.json"
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert 0 == run("--data", str(file)).returncode
    kept = next(c for c in json.loads(file.read_bytes())["countries"] if c["id"] == "FRA")
    assert "La France" == kept["names"][0]["text"]
    assert "a curator's words" == kept["citations"][0]["quote"]
    assert kept["note"].startswith("A curator's remark.")


@needs_babel
def test_what_a_list_gave_a_curators_body_is_made_anew(tmp_path: Path) -> None:
    """A membership that rests on a list is dropped with its row; a curator's own stays."""
    shipped = storage.shipped_path().read_bytes()
    document = json.loads(shipped)
    asean = next(o for o in document["organisations"] if o["id"] == "ASEAN")
    listed = {"source": "asean-dialogue-history", "quote": "a row that is gone"}
    own = {"source": "archontology-ussr", "quote": "a curator's words"}
    for citation in (listed, own):
        asean["memberships"].append(
            {"party": "BRA", "period": "1901/1902", "citations": [citation]}
        )
    file = tmp_path / "relations.json"
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert 0 == run("--data", str(file)).returncode
    after = next(o for o in json.loads(file.read_bytes())["organisations"] if o["id"] == "ASEAN")
    kept = [m["citations"] for m in after["memberships"] if m["period"] == "1901/1902"]
    assert [[own]] == kept


@needs_babel
def test_a_membership_that_a_curator_holds_too_is_there_once(tmp_path: Path) -> None:
    """A row of a list is not added beside a curator's entry of the same member and time."""
    document = json.loads(storage.shipped_path().read_bytes())
    held = _memberships(document, "ASEAN", "NZL")[0]
    held["citations"] = [{"source": "archontology-ussr", "quote": "a curator's words"}]
    file = tmp_path / "relations.json"
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert 0 == run("--data", str(file)).returncode
    assert [held] == _memberships(json.loads(file.read_bytes()), "ASEAN", "NZL")


def _memberships(document: dict[str, Any], body: str, party: str) -> list[dict[str, Any]]:
    """The memberships of a party in a body, as a file holds them."""
    (found,) = (entry for entry in document["organisations"] if entry["id"] == body)
    return [entry for entry in found["memberships"] if entry["party"] == party]


@needs_babel
def test_nothing_but_parties_and_their_sources_is_touched(tmp_path: Path) -> None:
    """Records, people and places stand in the new file as in the old, and so does coverage."""
    before = json.loads(storage.shipped_path().read_bytes())
    emptied = {**before, "countries": [], "organisations": []}
    file = tmp_path / "relations.json"
    file.write_text(json.dumps(emptied, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert 0 == run("--data", str(file)).returncode
    after = json.loads(file.read_bytes())
    for document in (before, after):
        for group in ("sources", "countries", "organisations"):
            del document[group]
        for entry in document["coverage"]:
            if entry["id"] == "bodies":
                del entry["sources"]  # which follow the bodies: see the next test
    assert before == after


@needs_babel
def test_what_was_looked_in_for_bodies_is_what_they_cite(tmp_path: Path) -> None:
    """The coverage of bodies names the sources of their memberships, whatever it named before."""
    shipped = storage.shipped_path().read_bytes()
    document = json.loads(shipped)
    (coverage,) = (entry for entry in document["coverage"] if entry["id"] == "bodies")
    coverage["sources"] = coverage["sources"][:1]
    file = tmp_path / "relations.json"
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert 0 == run("--data", str(file)).returncode
    assert shipped == file.read_bytes()


@pytest.mark.parametrize(("table", "field"), [("codes_quoted", "codes"), ("quoted_names", "names")])
def test_what_was_read_apart_is_cited_by_its_party(table: str, field: str) -> None:
    """A code or name that no list has stands with the words of the page that gives it."""
    path = ROOT / "scripts" / "parties" / "tables" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        quoted = {(row["id"], row["source"], row["quote"]) for row in csv.DictReader(file)}
    document = json.loads(storage.shipped_path().read_bytes())
    cited = {
        (party["id"], citation["source"], citation["quote"])
        for party in (*document["countries"], *document["organisations"])
        for citation in party["citations"]
        if citation.get("supports") == [field]
    }
    assert set() == quoted - cited


def test_every_source_of_the_tables_is_cited() -> None:
    """A list that nothing cites any more is taken out of the list of sources."""
    tables = ROOT / "scripts" / "parties" / "tables" / "sources.json"
    listed = {source["id"] for source in json.loads(tables.read_bytes())}
    shipped = json.loads(storage.shipped_path().read_bytes())
    assert set() == listed - {source["id"] for source in shipped["sources"]}
