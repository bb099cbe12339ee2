from __future__ import annotations

import datetime
import json
import os
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import (
    FIRST,
    SECOND,
    citation,
    claim,
    dated,
    person,
    record,
    saved,
    source,
    state,
    world,
)
from cli.commands import invoke
from merge.test_report import TREATY, VISIT, of_another
from relations.checks import problems
from relations.dataset import Dataset
from relations.errors import DataError, RelationsError, Severity
from relations.merge import Choice, Decision, Finding, decided, merge
from relations.merge.company import Clash
from relations.merge.deciding import carried_out
from relations.merge.linking import linked
from relations.merge.remembering import remember, remembered
from relations.merge.sitting import Sitting
from relations.model.agreement import Agreement
from relations.model.claims import Rank
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import Delegate, Meeting
from relations.model.record import Record
from relations.model.status import Status
from relations.storage import dumps, load
from strategies.records import SOURCES, records

NOON = datetime.datetime(2026, 7, 1, 12, tzinfo=datetime.UTC)
BASE = world(VISIT, TREATY)
THEIR_SOURCE = attrs.evolve(source("wire", "2018-01-24"), address="https://wire.example/1")
THEIR_VISIT = of_another(
    VISIT,
    id="visit",
    citations=(citation("parties", "date", "subjects", source="wire"),),
    subjects=("arms",),
    history=(),
)
THEIR_TALKS = record(
    Meeting,
    "talks",
    ("LAO", "RUS"),
    title="Talks in Vientiane",
    date=dated("2019-05"),
    delegates=(Delegate(person="agent", party="RUS"),),
    citations=(citation("parties", "date", "delegates", source="wire"),),
)
AGENT = attrs.evolve(person("agent", "An Agent"), citations=(citation("names", source="wire"),))
THEIRS = world(
    THEIR_VISIT,
    THEIR_TALKS,
    persons=(AGENT,),
    sources=(source(FIRST), source(SECOND, "2022-01-01"), THEIR_SOURCE),
)
"""Somebody's data: the visit with one fact more, and talks that we do not have."""


def choosing(*choices: Choice | None) -> Callable[[Finding, int], tuple[Choice, str] | None]:
    """Somebody who answers so, one after another."""
    answers: Iterator[Choice | None] = iter(choices)

    def ask(_finding: Finding, _left: int) -> tuple[Choice, str] | None:
        choice = next(answers)
        return None if choice is None else (choice, "Seen.")

    return ask


def refusing(_decision: Decision, error: RelationsError) -> None:
    """Somebody who expects no refusal."""
    raise error


def carried(data: Dataset, choice: Choice, number: int = 0, origin: Dataset = THEIRS) -> Dataset:
    """The data after one decision about a record of somebody's."""
    one = sorted(origin.records, key=lambda record: record.id)[number]
    (finding,) = merge(data, [one]).findings
    decision = decided(data, finding, choice, by="A. Reader", at=NOON)
    return carried_out(data, decision, one, origin)


def errors(data: Dataset) -> list[str]:
    """The errors that the checks find."""
    return [str(it) for it in problems(data) if it.severity is Severity.ERROR]


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    """Somebody's records beside a data file."""
    return Sitting(
        origin=THEIRS,
        data=saved(BASE, tmp_path),
        decisions=tmp_path / "decisions.json",
        by="A. Reader",
        now=lambda: NOON,
    )


# -- one decision --------------------------------------------------------------------------------


def test_an_accepted_record_brings_what_it_names() -> None:
    """The source and the person that the data lack come with it."""
    data = carried(BASE, Choice.ACCEPT)
    assert {"talks", "visit-2018", "treaty"} == set(data.records.ids)
    assert ("An Agent", "wire") == (data.person("agent").name, data.source("wire").id)
    assert [] == errors(data)


def test_a_source_of_one_address_is_one_source() -> None:
    """What the data call otherwise keeps their identifier."""
    ours = attrs.evolve(THEIR_SOURCE, id="agency-2018")
    data = carried(attrs.evolve(BASE, sources=(*BASE.sources, ours)), Choice.ACCEPT)
    assert "wire" not in {entry.id for entry in data.sources}
    assert "agency-2018" == data.record("talks").citations[0].source
    assert [] == errors(data)


def test_an_identifier_that_means_another_thing_is_refused() -> None:
    """A source of the same identifier and another address is not taken for ours."""
    other = attrs.evolve(THEIR_SOURCE, title="Another", address="https://other.example/2")
    with pytest.raises(Clash, match="'wire' is another source in the data"):
        carried(attrs.evolve(BASE, sources=(*BASE.sources, other)), Choice.ACCEPT)


def test_a_taken_identifier_gets_a_number() -> None:
    """A record that is accepted under the identifier of another becomes the second of it."""
    mine = record(Meeting, "talks", ("VNM", "RUS"), date=dated("1999"))
    data = carried(world(mine, TREATY), Choice.ACCEPT)
    assert {"talks", "talks-2", "treaty"} == set(data.records.ids)


def test_a_linked_record_is_one_more_account() -> None:
    """Facts that both state get both citations; facts of theirs alone are added."""
    data = carried(BASE, Choice.LINK, 1)
    visit = data.record("visit-2018")
    assert isinstance(visit, Meeting)
    assert (("arms",), "wire") == (visit.subjects, visit.claims[0].citations[0].source)
    assert {"first", "wire"} == {one.source for one in visit.citations if "date" in one.supports}
    assert [] == errors(data)


def test_a_linked_record_contradicts_and_overrules_nothing() -> None:
    """Two values of a fact stand side by side, and the field keeps that of the data."""
    ours = record(Agreement, "pact", ("VNM",), price="free")
    theirs = attrs.evolve(
        record(Agreement, "pact-b", ("VNM",), price="ten million"),
        citations=(citation("parties", "price", source=SECOND),),
    )
    both = linked(ours, theirs)
    assert [("free", Rank.NORMAL), ("ten million", Rank.NORMAL)] == [
        (account.value, account.rank) for account in both.claims
    ]
    assert "free" == both.price
    assert all(not one.supports for account in both.claims for one in account.citations)
    assert [] == errors(world(both))


def test_what_they_prefer_overrules_nothing() -> None:
    """An account that is preferred in theirs stands beside ours as any other."""
    ours = record(Agreement, "pact", ("VNM",), price="free")
    theirs = record(
        Agreement,
        "pact-b",
        ("VNM",),
        price="ten million",
        citations=(citation("parties", source=SECOND),),
        claims=(claim("price", "ten million", Rank.PREFERRED, source=SECOND),),
    )
    both = linked(ours, theirs)
    assert ("free", [Rank.NORMAL, Rank.NORMAL]) == (both.price, [it.rank for it in both.claims])


def test_a_state_that_only_they_report_is_put_in_its_place() -> None:
    """A history keeps the order of time."""
    ours = record(
        Agreement, "pact", history=(state(Status.SIGNED, "1979"), state(Status.EXPIRED, "2004"))
    )
    theirs = record(Agreement, "b", history=(state(Status.IN_FORCE, "1980", source=SECOND),))
    statuses = [entry.status.value for entry in linked(ours, theirs).history]
    assert ["signed", "in_force", "expired"] == statuses


@settings(max_examples=30)
@given(st.data())
@pytest.mark.parametrize("kind", RECORD_TYPES.values(), ids=lambda kind: kind.__name__)
def test_whatever_is_linked_is_sound_and_is_linked_once(
    kind: type[Record], data: st.DataObject
) -> None:
    """Two records of a kind, whatever they say, are one that keeps the rules; twice is once."""
    ours, theirs = (data.draw(records(name, of=kind)) for name in ("ours", "theirs"))
    both = linked(ours, theirs)
    found = problems(world(both, sources=tuple(map(source, SOURCES))))
    order = {"states-out-of-order", "repeated-state"}  # where accounts of the dates differ
    assert order >= {problem.code for problem in found if problem.severity is Severity.ERROR}
    assert both == linked(both, theirs)


@pytest.mark.parametrize("choice", [Choice.ACCEPT, Choice.LINK])
def test_a_decision_carried_out_twice_changes_nothing_more(choice: Choice) -> None:
    """What stopped half-way can be carried out again."""
    number = 0 if choice is Choice.ACCEPT else 1
    one = sorted(THEIRS.records, key=lambda record: record.id)[number]
    (finding,) = merge(BASE, [one]).findings
    decision = decided(BASE, finding, choice, by="A. Reader", at=NOON)
    once = carried_out(BASE, decision, one, THEIRS)
    assert dumps(once) == dumps(carried_out(once, decision, one, THEIRS))


def test_a_skipped_record_leaves_the_data_as_they_are() -> None:
    """Nothing comes in."""
    assert dumps(BASE) == dumps(carried(BASE, Choice.SKIP))


def test_what_is_like_nothing_cannot_be_linked() -> None:
    """A link needs something to link to."""
    with pytest.raises(ValueError, match="accept it or skip it"):
        carried(BASE, Choice.LINK)


# -- a sitting -----------------------------------------------------------------------------------


def test_decisions_are_carried_out_and_remembered(sitting: Sitting) -> None:
    """Who decided what, when and why is in the file of decisions, and the data hold it."""
    made = list(sitting.go_through(choosing(Choice.LINK, Choice.ACCEPT), refusing))
    assert ["visit", "talks"] == [decision.record for decision in made]
    kept = remembered(sitting.decisions)
    assert [
        ("visit", Choice.LINK, "visit-2018", "A. Reader", NOON, "Seen.", True),
        ("talks", Choice.ACCEPT, "talks", "A. Reader", NOON, "Seen.", True),
    ] == [(it.record, it.choice, it.into, it.by, it.at, it.reason, it.written) for it in kept]
    assert {"talks", "treaty", "visit-2018"} == set(load(sitting.data).records.ids)


def test_nobody_is_asked_twice(sitting: Sitting) -> None:
    """A sitting that was stopped is taken up where it stopped."""
    assert 1 == len(list(sitting.go_through(choosing(Choice.SKIP, None), refusing)))
    assert ["talks"] == [record.id for record in sitting.undecided()]
    assert ["talks"] == [
        made.record for made in sitting.go_through(choosing(Choice.ACCEPT), refusing)
    ]
    assert () == sitting.undecided()


def test_what_the_data_hold_already_is_not_asked_about(sitting: Sitting) -> None:
    """A record that is in the data as it stands needs no decision."""
    saved(
        world(VISIT, TREATY, THEIR_TALKS, persons=(AGENT,), sources=THEIRS.sources),
        sitting.data.parent,
    )
    assert ["visit"] == [record.id for record in sitting.undecided()]


def test_a_record_that_has_changed_is_asked_about_anew(sitting: Sitting) -> None:
    """A decision is about one content, and not about a name."""
    list(sitting.go_through(choosing(Choice.SKIP, Choice.SKIP), refusing))
    talks = attrs.evolve(THEIR_TALKS, title="Other talks")
    changed = attrs.evolve(THEIRS, meetings=THEIRS.meetings.only([talks]))
    again = attrs.evolve(sitting, origin=changed)
    assert ["talks"] == [record.id for record in again.undecided()]


def test_a_kill_between_deciding_and_writing_loses_nothing(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was decided and not written is written next time, without asking."""

    def killed(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as broken:
        broken.setattr("relations.merge.sitting.change", killed)
        broken.setattr(Sitting, "_forget", lambda *_: None)  # nothing runs after a kill
        with pytest.raises(SystemExit):
            list(sitting.go_through(choosing(Choice.ACCEPT), refusing))
    assert [False] == [decision.written for decision in remembered(sitting.decisions)]
    assert ["visit"] == [decision.record for decision in sitting.take_up()]
    assert "visit" in load(sitting.data).records.ids
    assert ["talks"] == [record.id for record in sitting.undecided()]


def test_what_the_data_cannot_hold_is_not_decided(sitting: Sitting) -> None:
    """A refused decision is told and forgotten, the data stay, and the next is asked about."""
    other = attrs.evolve(THEIR_SOURCE, title="Another", address="https://other.example/2")
    saved(attrs.evolve(BASE, sources=(*BASE.sources, other)), sitting.data.parent)
    told: list[str] = []
    made = sitting.go_through(
        choosing(Choice.LINK, Choice.SKIP), lambda decision, _: told.append(decision.record)
    )
    assert ["talks"] == [decision.record for decision in made]
    assert (["visit"], ["visit"]) == (told, [record.id for record in sitting.undecided()])


def test_a_file_of_decisions_is_read_strictly(tmp_path: Path) -> None:
    """What is no decision is told with its line, and nothing is taken from it."""
    file = tmp_path / "decisions.json"
    assert () == remembered(file)
    made = Decision(
        record="talks", content=f"sha256:{64 * 'a'}", choice=Choice.SKIP, by="A", at=NOON
    )
    remember([made], file)
    assert (made,) == remembered(file)
    file.write_text(file.read_text(encoding="utf-8").replace("skip", "slip"), encoding="utf-8")
    with pytest.raises(DataError, match=r"decisions\.json:\d+:\d+"):
        remembered(file)


# -- at the terminal -----------------------------------------------------------------------------


@pytest.fixture
def files(sitting: Sitting, tmp_path: Path) -> tuple[str, ...]:
    """The arguments that name both files."""
    (tmp_path / "theirs").mkdir()
    return (str(saved(THEIRS, tmp_path / "theirs")), "--into", str(sitting.data))


def test_the_report_writes_nothing(files: tuple[str, ...], sitting: Sitting) -> None:
    """What each record is, with score and reasons, and no file is touched."""
    before = sitting.data.read_bytes()
    told = invoke("merge", *files, "--report").stdout
    spelled = json.loads(invoke("merge", *files, "--json").stdout)
    assert "New (1)" in told
    assert "Talks in Vientiane (2019-05, talks)" in told
    assert "100% alike" in told
    assert {"talks": "new", "visit": "near-same"} == {it["record"]: it["is"] for it in spelled}
    assert before == sitting.data.read_bytes()
    assert not list(Path(files[0]).parent.glob("*.decisions.json"))


def test_a_person_decides_and_can_stop(files: tuple[str, ...], sitting: Sitting) -> None:
    """An answer is carried out, quitting keeps it, and the next run asks about the rest."""
    by = ("--by", "A. Reader")
    first = invoke("merge", *files, *by, typed="l\nSeen.\nq\n")
    assert (0, True) == (first.exit_code, "visit: link into visit-2018" in first.stdout)
    assert "1 left to decide" in first.stderr
    second = invoke("merge", *files, *by, typed="a\n\n")
    assert "talks: accept" in second.stdout
    assert "all are decided" in second.stderr
    assert "What becomes of it?" not in invoke("merge", *files, *by).stdout
    assert {"talks", "treaty", "visit-2018"} == set(load(sitting.data).records.ids)


def test_an_end_of_input_is_a_stop(files: tuple[str, ...], sitting: Sitting) -> None:
    """Whoever hangs up has decided nothing."""
    before = sitting.data.read_bytes()
    result = invoke("merge", *files, "--by", "A. Reader", typed="l\n")
    assert (0, before) == (result.exit_code, sitting.data.read_bytes())
    assert "2 left to decide" in result.stderr


def test_somebody_has_to_decide(files: tuple[str, ...]) -> None:
    """Without a name nothing is asked."""
    assert 2 == invoke("merge", *files).exit_code


# -- killed --------------------------------------------------------------------------------------


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", range(1, 7))
def test_a_kill_at_any_write_is_taken_up(sitting: Sitting, write: int, when: str) -> None:
    """A process that dies before or after any of its writes leaves what the next one completes."""
    whole = _data_after(sitting)
    saved(BASE, sitting.data.parent)
    sitting.decisions.unlink(missing_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other tests may have left threads
        child = os.fork()
    if child == 0:
        try:
            _die_at(write, when)
            list(sitting.go_through(choosing(Choice.LINK, Choice.ACCEPT), refusing))
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert 9 == os.waitstatus_to_exitcode(status)
    answers = {"visit": Choice.LINK, "talks": Choice.ACCEPT}
    list(sitting.take_up())
    list(sitting.go_through(lambda found, _: (answers[found.record.id], "Seen."), refusing))
    assert whole == sitting.data.read_bytes()
    assert [True, True] == [decision.written for decision in remembered(sitting.decisions)]


def _data_after(sitting: Sitting) -> bytes:
    """The data after a sitting that nothing disturbs."""
    list(sitting.go_through(choosing(Choice.LINK, Choice.ACCEPT), refusing))
    return sitting.data.read_bytes()


def _die_at(number: int, when: str) -> None:
    """Let the process end, as by a kill, before or after its file number so and so is in place."""
    replace, count = Path.replace, iter(range(1, 100))

    def put(path: Path, target: Path) -> Path:
        turn = next(count)
        if when == "after":
            replace(path, target)
        if turn == number:
            os._exit(9)
        return target if when == "after" else replace(path, target)

    Path.replace = put  # type: ignore[method-assign,assignment]  # in a process that ends here
