from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import relations
from builders import SECOND, claim, dated, record, saved, source, state, world
from cli.commands import invoke
from relations.canonical import converter
from relations.converter import claim_types
from relations.dataset import Dataset
from relations.errors import DataError, Problem
from relations.model.agreement import Agreement
from relations.model.claims import Rank
from relations.model.dates import Dating
from relations.model.meeting import Meeting
from relations.model.record import Record
from relations.model.source import Release
from relations.model.status import Status
from relations.overlays import restricted
from relations.storage import dumps, load
from strategies.records import datasets

TREATY = record(
    Agreement,
    "treaty",
    ("VNM", "RUS"),
    price="free",
    history=(state(Status.SIGNED, "1979"),),
)
TALKS = record(Meeting, "talks", ("VNM", "RUS"), date=dated("2021-07-06"), related=("treaty",))
BASE = world(TREATY, TALKS)
CABLE = source("cable")
QUIET = record(Meeting, "quiet", ("VNM", "RUS"), date=dated("2024"))


def spelled(*entries: object) -> Any:  # noqa: ANN401 - JSON
    """Entries as an overlay spells them."""
    return [converter().unstructure(entry) for entry in entries]


def rival(field: str, value: object, rank: Rank = Rank.NORMAL) -> dict[str, Any]:
    """A claim of the cable, as an overlay spells it."""
    spelt: dict[str, Any] = converter().unstructure(claim(field, value, rank, source="cable"))
    return spelt


def overlay(folder: Path, name: str = "notes", release: str = "public", **groups: object) -> Path:
    """An overlay file with these groups."""
    path = folder / f"{name}.json"
    heading = {"format": 1, "name": name, "release": release}
    path.write_text(json.dumps({"overlay": heading, **groups}, indent=1), encoding="utf-8")
    return path


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """The file that overlays are laid over."""
    return saved(BASE, tmp_path)


def refused(base: Path, *overlays: Path) -> tuple[Problem, ...]:
    """The problems for which overlays are refused."""
    with pytest.raises(DataError) as caught:
        load(base, *overlays)
    return caught.value.problems


# -- what an overlay does ------------------------------------------------------------------------


def test_an_overlay_adds_entries(base: Path, tmp_path: Path) -> None:
    """Records and sources of the overlay are in the dataset beside those of the base."""
    notes = overlay(tmp_path, sources=spelled(CABLE), meetings=spelled(QUIET))
    dataset = load(base, notes)
    assert {"quiet", "talks"} == set(dataset.meetings.ids)
    assert "cable" in {entry.id for entry in dataset.sources}


def test_an_overlay_adds_accounts_to_records(base: Path, tmp_path: Path) -> None:
    """A claim stands beside what the base states; a citation beside those it has."""
    more = {
        "record": "treaty",
        "citations": [{"source": "cable", "quote": "a treaty", "supports": ["parties"]}],
        "claims": [rival("price", "ten million"), rival("history.signed", dated("1978"))],
    }
    dataset = load(base, overlay(tmp_path, sources=spelled(CABLE), additions=[more]))
    treaty = dataset.record("treaty")
    assert isinstance(treaty, Agreement)
    assert ["free", "ten million", dated("1979"), dated("1978")] == [c.value for c in treaty.claims]
    assert ("free", "cable") == (treaty.price, treaty.citations[-1].source)


def test_an_overlay_withdraws_with_a_reason(base: Path, tmp_path: Path) -> None:
    """The record is gone with the references to it, and the reason is kept."""
    gone = [{"id": "treaty", "reason": "There was none."}]
    dataset = load(base, overlay(tmp_path, withdrawn=gone))
    assert (("talks",), ()) == (dataset.records.ids, dataset.records[0].related)
    assert ["There was none."] == [entry.reason for entry in dataset.withdrawn]


def test_the_base_file_stays_as_it_is(base: Path, tmp_path: Path) -> None:
    """Laying changes no file."""
    notes = overlay(tmp_path, withdrawn=[{"id": "treaty", "reason": "There was none."}])
    before = base.read_bytes(), notes.read_bytes()
    load(base, notes)
    assert before == (base.read_bytes(), notes.read_bytes())


def test_the_dataset_says_what_was_laid_over_it(base: Path, tmp_path: Path) -> None:
    """The title block has the overlays in their order, and vouches for the base no longer."""
    first, second = overlay(tmp_path, "first"), overlay(tmp_path, "second", "restricted")
    edition = load(base, first, second).edition
    assert [("first", Release.PUBLIC), ("second", Release.RESTRICTED)] == [
        (entry.name, entry.release) for entry in edition.overlays
    ]
    assert (None, None) == (edition.released, edition.digest)


def test_a_dossier_names_the_overlays_beside_the_edition(base: Path, tmp_path: Path) -> None:
    """Whoever holds the paper sees that it is not from the data alone; in public, that it is."""
    notes = overlay(tmp_path, "Desk notes", "restricted", sources=spelled(CABLE))
    data = load(base, notes)
    edition = "edition 2026/1 + Desk notes"
    assert edition in data.pair("VNM", "RUS").dossier().document.footer
    assert edition not in data.public().pair("VNM", "RUS").dossier().document.footer
    shown = invoke("--data", str(base), "--with", str(notes), "pair", "VNM", "RUS").stdout
    assert "2026/1 + Desk notes" in " ".join(shown.split())


@pytest.mark.parametrize("mark", ["claim", "source", "citation", "record", "nothing"])
def test_whatever_is_restricted_is_announced(mark: str) -> None:
    """A dossier that holds or cites what is restricted says so in its foot, and no other does."""
    given = claim("price", "ten million", source=SECOND)
    hidden = attrs.evolve(given, release=Release.RESTRICTED)
    treaty = attrs.evolve(TREATY, claims=(hidden if mark == "claim" else given,))
    if mark == "record":
        treaty = attrs.evolve(treaty, release=Release.RESTRICTED)
    if mark == "citation":
        secret = attrs.evolve(treaty.citations[0], release=Release.RESTRICTED)
        treaty = attrs.evolve(treaty, citations=(secret, *treaty.citations[1:]))
    second = source(SECOND)
    if mark == "source":
        second = attrs.evolve(second, release=Release.RESTRICTED)
    data = world(treaty, sources=(source(), second))
    footer = data.pair("VNM", "RUS").dossier().document.footer
    assert footer.startswith("Contains restricted records.") is (mark != "nothing")


def test_a_later_overlay_may_build_on_an_earlier(base: Path, tmp_path: Path) -> None:
    """Accounts may be added to a record that the overlay before added."""
    first = overlay(tmp_path, "first", sources=spelled(CABLE), meetings=spelled(QUIET))
    claims = [rival("date", dated("2024-05"))]
    second = overlay(tmp_path, "second", additions=[{"record": "quiet", "claims": claims}])
    assert 2 == len(load(base, first, second).record("quiet").claims)


def test_two_overlays_may_say_the_same(base: Path, tmp_path: Path) -> None:
    """An entry that both have alike is no conflict, and is there once."""
    both = [overlay(tmp_path, name, sources=spelled(CABLE)) for name in ("first", "second")]
    assert 1 == sum(entry.id == "cable" for entry in load(base, *both).sources)


def test_the_shipped_data_take_overlays_too(tmp_path: Path) -> None:
    """Without a path, overlays lie over the data that come with the library."""
    notes = overlay(tmp_path, sources=spelled(CABLE))
    assert "cable" == relations.load(None, notes).source("cable").id


# -- restricted overlays -------------------------------------------------------------------------


def test_all_of_a_restricted_overlay_is_restricted(base: Path, tmp_path: Path) -> None:
    """Its records, sources, claims and citations are, without a mark on each."""
    more = {"record": "treaty", "claims": [rival("price", "ten million")]}
    notes = overlay(
        tmp_path,
        release="restricted",
        sources=spelled(CABLE),
        meetings=spelled(QUIET),
        additions=[more],
    )
    dataset = load(base, notes)
    entries = (dataset.source("cable"), dataset.record("quiet"), dataset.record("treaty").claims[1])
    assert {Release.RESTRICTED} == {entry.release for entry in entries}


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(datasets(), st.data())
def test_a_restricted_overlay_leaves_no_trace_in_public(
    dataset: Dataset, data: st.DataObject
) -> None:
    """Data with restricted notes have the same public part as without, byte for byte."""
    from relations.overlays import Addition, Heading, Overlay, lay

    heading = Heading(format=1, name="notes", release=Release.RESTRICTED)
    additions = []
    for made in dataset.records:
        field, value = data.draw(st.sampled_from(_claimable(made)))
        rank, by = data.draw(st.sampled_from(Rank)), data.draw(st.sampled_from(["cable", SECOND]))
        given = claim(field, value, rank, source=by)
        additions.append(Addition(record=made.id, claims=(given,)))
    notes = Overlay(
        overlay=heading, sources=(CABLE,), meetings=(QUIET,), additions=tuple(additions)
    )
    assert dumps(dataset.public()) == dumps(lay(dataset, [notes]).public())


def _claimable(made: Record) -> list[tuple[str, object]]:
    """Fields of a record with a value that each may have: a new one, or the one it has."""
    others = {Dating: dated("1999"), Dating | None: dated("1999"), str | None: "secret"}
    types = claim_types(type(made))
    states = {f"history.{entry.status.value}": entry.date for entry in made.history}
    found: list[tuple[str, object]] = []
    for name, hint in sorted(types.items()):
        own = states[name] if name in states else getattr(made, name, None)
        if name in states or (not name.startswith("history.") and hint in others):
            found += [(name, others[hint]), *([(name, own)] if own else [])]
    return found


def test_what_is_restricted_withdraws_nothing(base: Path, tmp_path: Path) -> None:
    """A gap in the public data would tell what a restricted overlay took out."""
    gone = [{"id": "treaty", "reason": "There was none."}]
    (problem,) = refused(base, overlay(tmp_path, release="restricted", withdrawn=gone))
    assert "withdraws nothing" in problem.message


def test_restricting_reaches_every_part() -> None:
    """Whatever can be restricted within a record is, and the rest stays as it was."""
    made = restricted(attrs.evolve(TREATY, claims=(claim("price", "free"),)))
    marks = [made.release, *(c.release for c in made.all_citations()), made.claims[0].release]
    assert {Release.RESTRICTED} == set(marks)
    assert TREATY.history[0].date == made.history[0].date


# -- conflicts -----------------------------------------------------------------------------------


def test_all_conflicts_are_told_at_once(base: Path, tmp_path: Path) -> None:
    """Conflicts with the base and between overlays are one error, each with its file and line."""
    first = overlay(
        tmp_path,
        "first",
        sources=spelled(CABLE),
        meetings=spelled(attrs.evolve(TALKS, title="Other talks")),
        additions=[
            {"record": "traety", "claims": []},
            {"record": "treaty", "claims": [rival("price", "one", Rank.PREFERRED)]},
        ],
    )
    second = overlay(
        tmp_path,
        "second",
        sources=spelled(attrs.evolve(CABLE, title="Another")),
        additions=[
            {"record": "treaty", "claims": [rival("price", "two", Rank.PREFERRED)]},
            {"record": "treaty", "claims": [rival("history.expired", dated("2002"))]},
            {"record": "talks", "claims": []},
        ],
        withdrawn=[{"id": "talks", "reason": "Twice."}, {"id": "tlaks", "reason": "Twice."}],
    )
    problems = refused(base, first, second)
    assert {"overlay-conflict"} == {problem.code for problem in problems}
    assert {
        ("first.json", "meetings[0].id", "the data have another entry of this identifier", None),
        ("first.json", "additions[0].record", "there is no record to add to", "treaty"),
        (
            "second.json",
            "sources[0].id",
            "the overlay 'first' has another entry of this identifier",
            None,
        ),
        (
            "second.json",
            "additions[0].claims[0].rank",
            "another account of price is preferred already, by the overlay 'first'",
            None,
        ),
        (
            "second.json",
            "additions[1].claims[0].field",
            "treaty never was expired, so that has no date",
            None,
        ),
        (
            "second.json",
            "additions[2].record",
            "the record is withdrawn by the overlay 'second'",
            None,
        ),
        ("second.json", "withdrawn[1]", "there is no record to withdraw", "talks"),
    } == {(Path(it.file or "").name, it.field, it.message, it.near) for it in problems}
    assert all(problem.line and problem.column for problem in problems)


def test_one_preference_of_the_base_is_not_overruled(tmp_path: Path) -> None:
    """An overlay that prefers another account than the base does is a conflict."""
    preferred = attrs.evolve(
        record(Agreement, "treaty", price="free", claims=(claim("price", "free", Rank.PREFERRED),))
    )
    base = saved(world(preferred), tmp_path)
    claims = [rival("price", "ten million", Rank.PREFERRED)]
    notes = overlay(
        tmp_path, sources=spelled(CABLE), additions=[{"record": "treaty", "claims": claims}]
    )
    (problem,) = refused(base, notes)
    assert "preferred already, by the data" in problem.message


@pytest.mark.parametrize(
    ("groups", "path", "message"),
    [
        ({"meetingz": []}, "meetingz", "unknown field 'meetingz'"),
        ({"additions": [{"claims": []}]}, "additions[0].record", "missing required field 'record'"),
        (
            {"additions": [{"record": "treaty", "claims": [rival("colour", "red")]}]},
            "additions[0].claims[0].field",
            "'colour' is no field that can be claimed here",
        ),
        (
            {"additions": [{"record": "treaty", "claims": [rival("binding", "yes")]}]},
            "additions[0].claims[0].value",
            "expected true or false, got a text",
        ),
        ({"overlay": {"format": 2, "name": "x"}}, "overlay.format", "reads 1"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(
    base: Path, tmp_path: Path, groups: dict[str, Any], path: str, message: str
) -> None:
    """An overlay is read as strictly as a data file."""
    (problem,) = refused(base, overlay(tmp_path, **groups))
    assert problem.field == path
    assert message in problem.message
    assert problem.line is not None


def test_what_the_checks_find_in_the_whole_is_told_in_the_overlay(
    base: Path, tmp_path: Path
) -> None:
    """A record that cites an unknown source is an error at its line of the overlay."""
    wrong = spelled(record(Meeting, "quiet", ("VNM",), citations=TALKS.citations))
    wrong[0]["citations"][0]["source"] = "frist"
    notes = overlay(tmp_path, meetings=wrong)
    problems = refused(base, notes)
    assert {str(notes)} == {problem.file for problem in problems}
    assert "unknown-reference" in {problem.code for problem in problems}


def test_a_data_file_is_no_overlay(base: Path) -> None:
    """A data file in the place of an overlay is told to be one."""
    (problem,) = refused(base, base)
    assert ("no-overlay", str(base)) == (problem.code, problem.file)


# -- on the command line -------------------------------------------------------------------------


def test_every_command_that_reads_takes_overlays(base: Path, tmp_path: Path) -> None:
    """What an overlay adds is shown, and is not with --public when it is restricted."""
    notes = overlay(tmp_path, release="restricted", sources=spelled(CABLE), meetings=spelled(QUIET))
    given = ("--data", str(base), "--with", str(notes))
    for command in (("show", "quiet"), ("list", "meetings"), ("pair", "VNM", "RUS")):
        assert "quiet" in invoke(*given, *command).stdout
        assert "quiet" not in invoke("--public", *given, *command).stdout


def test_check_tells_of_conflicts(base: Path, tmp_path: Path) -> None:
    """The base and what lies over it are looked at."""
    notes = overlay(tmp_path, withdrawn=[{"id": "tlaks", "reason": "Twice."}])
    result = invoke("--data", str(base), "--with", str(notes), "check")
    assert (3, True) == (result.exit_code, "there is no record to withdraw" in result.stdout)
    good = overlay(tmp_path, sources=spelled(CABLE))
    assert 0 == invoke("--data", str(base), "--with", str(good), "check").exit_code


def test_a_command_that_writes_takes_none(base: Path, tmp_path: Path) -> None:
    """What lies over the data is not written into them."""
    notes, before = overlay(tmp_path), base.read_bytes()
    review = ("review", "talks", "--as", "draft", "--by", "A. Reader")
    result = invoke("--data", str(base), "--with", str(notes), *review)
    assert (2, before) == (result.exit_code, base.read_bytes())
    assert "writes into the data" in result.stderr
