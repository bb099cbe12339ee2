from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from builders import record, saved, state, world
from relations import storage
from relations.errors import DataError, Locked, UnknownName
from relations.model.agreement import Agreement
from relations.model.kinds import ENTRY_TYPES
from relations.model.status import Status
from relations.storage.adding import New, add
from relations.storage.locking import lock_of, locked

HERE = Path(__file__).resolve().parent

SOURCE: dict[str, Any] = {
    "id": "third",
    "title": "A report",
    "publisher": "P",
    "source_class": "press",
    "language": "en",
    "lineage": "l",
}
TREATY: dict[str, Any] = {
    "id": "treaty",
    "title": "A treaty",
    "form": "treaty",
    "citations": [{"source": "third", "quote": "a treaty", "supports": ["parties"]}],
    "parties": [{"party": "VNM", "role": "party"}, {"party": "SUN", "role": "party"}],
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A data file without records."""
    return saved(world(), tmp_path)


def problems_of(file: Path, new: list[New], text: str = "") -> list[str]:
    """The codes and places of what keeps entries from being added; the file stays as it was."""
    before = file.read_bytes()
    with pytest.raises(DataError) as caught:
        add(file, new, text=text, origin="input")
    assert before == file.read_bytes()
    return [f"{problem.place} {problem.code}" for problem in caught.value.problems]


# -- adding --------------------------------------------------------------------------------------


def test_entries_are_added(file: Path) -> None:
    """A source and a record that cites it come in together, and the file is canonical."""
    done = add(file, [New("sources", SOURCE), New("agreements", TREATY)])
    assert (("sources", "third"), ("agreements", "treaty")) == done.entries
    dataset = storage.load(file)
    assert "A treaty" == dataset.record("treaty").title
    assert storage.dumps(dataset) == file.read_text(encoding="utf-8")


def test_all_or_nothing(file: Path) -> None:
    """If one entry cannot be added, none is."""
    wrong = TREATY | {"title": None}
    assert ["input wrong-type"] == problems_of(
        file, [New("sources", SOURCE), New("agreements", wrong)]
    )


def test_what_does_not_fit_together_is_not_added(file: Path) -> None:
    """The checks look at the whole with the new entry: here a source is missing."""
    assert ["input unknown-reference"] == problems_of(file, [New("agreements", TREATY)])


def test_nothing_is_overwritten(file: Path) -> None:
    """An identifier that is there already is an error."""
    add(file, [New("sources", SOURCE)])
    assert ["input repeated-identifier"] == problems_of(file, [New("sources", SOURCE)])


def test_a_problem_has_its_place_in_the_text(file: Path) -> None:
    """What was read from a text has line and column in it, whatever the file looks like."""
    text = '[\n {"id": "a"},\n {"id": "b", "title": 3}\n]'
    entries = [New("sources", entry, f"[{n}]") for n, entry in enumerate(json.loads(text))]
    places = problems_of(file, entries, text)
    assert "input:3:14 wrong-type" in places
    assert "input:2:2 missing-field" in places


def test_warnings_are_told_and_do_not_hinder(file: Path) -> None:
    """What is worth a look in the new entry is told, and it is added."""
    early = TREATY | {"parties": [{"party": "RUS", "role": "party"}], "history": [_signed("1985")]}
    done = add(file, [New("sources", SOURCE), New("agreements", early)])
    assert ["party-out-of-time"] == [problem.code for problem in done.warnings]


def _signed(year: str) -> dict[str, Any]:
    cited = [{"source": "third", "quote": "signed"}]
    return {"status": "signed", "citations": cited, "date": {"edtf": year}}


def test_a_file_with_errors_is_not_added_to(file: Path) -> None:
    """What is wrong in the file is told before anything is added."""
    bad = record(Agreement, "bad", ("XXX",), history=(state(Status.SIGNED, "1979"),))
    storage.save(world(bad), file)
    with pytest.raises(DataError, match="no party has this identifier"):
        add(file, [New("sources", SOURCE)])


def test_an_unknown_group_gets_the_nearest(file: Path) -> None:
    """A kind that there is not is refused."""
    with pytest.raises(UnknownName, match="did you mean 'sources'"):
        add(file, [New("source", SOURCE)])


def test_a_group_like_no_other_gets_all_of_them(file: Path) -> None:
    """Where nothing is near, every group of a data file is named."""
    with pytest.raises(UnknownName) as caught:
        add(file, [New("foobar", SOURCE)])
    assert tuple(ENTRY_TYPES) == caught.value.nearest


def test_the_schema_that_a_file_names_is_kept(file: Path) -> None:
    """The first key of a file that tells an editor of its schema stays."""
    document = {"$schema": "relations.schema.json", **json.loads(file.read_text(encoding="utf-8"))}
    file.write_text(json.dumps(document), encoding="utf-8")
    add(file, [New("sources", SOURCE)])
    assert file.read_text(encoding="utf-8").startswith('{\n  "$schema": "relations.schema.json",')


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    """Adding through a link changes the file that it leads to."""
    link = tmp_path / "link.json"
    link.symlink_to(file)
    add(link, [New("sources", SOURCE)])
    assert link.is_symlink()
    assert lock_of(link) == lock_of(file)
    assert "third" in file.read_text(encoding="utf-8")


def test_a_paper_is_not_written_over(tmp_path: Path) -> None:
    """A PDF can be read for its data, and is no file to add to."""
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF-1.7 and more")
    with pytest.raises(DataError, match="not JSON"):
        add(paper, [New("sources", SOURCE)])


# -- one at a time -------------------------------------------------------------------------------


def test_a_second_writer_waits_its_turn(file: Path) -> None:
    """While one writes, another waits; if it takes too long, it says so and writes nothing."""
    with locked(file), pytest.raises(Locked, match="another process is writing it"):  # noqa: SIM117 - one after the other
        with locked(file, wait=0.05):
            pass
    with locked(file, wait=0.05):
        pass


def test_two_writers_lose_nothing(file: Path) -> None:
    """Entries that two processes add at once, many times over, are all there in the end."""
    code = (
        "import sys; from pathlib import Path; from relations.storage.adding import add, New\n"
        "entry, name = eval(sys.argv[2]), sys.argv[3]\n"
        "for n in range(15):\n"
        "    add(Path(sys.argv[1]), [New('sources', entry | {'id': name + str(n)})])"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", code, str(file), repr(SOURCE), name])
        for name in ("one", "two")
    ]
    assert [0, 0] == [run.wait() for run in runs]
    added = {f"{name}{n}" for name in ("one", "two") for n in range(15)}
    assert added <= {source.id for source in storage.load(file).sources}


def test_threads_lose_nothing_either(file: Path) -> None:
    """The same within one process."""
    threads = [
        threading.Thread(target=add, args=(file, [New("sources", SOURCE | {"id": f"t{n}"})]))
        for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {f"t{n}" for n in range(8)} <= {source.id for source in storage.load(file).sources}


# -- a kill --------------------------------------------------------------------------------------


def killed(file: Path, *how: str) -> tuple[int, int]:
    """How many children were killed while they added to a file, and how many had added."""
    command = [sys.executable, str(HERE / "killed.py"), str(file), *how]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
    kills, added = done.stdout.split()
    return int(kills), int(added)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where a process can be forked")
def test_a_kill_at_any_line_leaves_the_old_file_or_the_new(file: Path) -> None:
    """Killed at each line that adding runs through, one after another, the file is whole."""
    kills, added = killed(file, "lines")
    assert kills > 40
    assert 0 < added < kills


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where a process can be forked")
def test_a_kill_at_any_moment_leaves_the_old_file_or_the_new(file: Path) -> None:
    """Killed 200 times after a while of its own, the file is whole, and loses nothing."""
    kills, _ = killed(file, "times", "200")
    assert 200 == kills
