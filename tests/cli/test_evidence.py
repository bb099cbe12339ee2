from __future__ import annotations

from pathlib import Path

import attrs

from builders import SECOND, record, saved, world
from cli.commands import Run, invoke
from relations.cli.exits import DONE, WRONG_USAGE
from relations.model.agreement import Agreement
from relations.model.dates import EdtfDate
from relations.model.inquiry import Inquiry, Outcome

FOUND = Inquiry(
    id="price",
    topic="What it cost",
    outcome=Outcome.REFINED,
    checked=EdtfDate.parse("2026-11-22"),
    about=("pact",),
    sources=(SECOND,),
)
IN_VAIN = attrs.evolve(
    FOUND,
    id="text",
    topic="Its text",
    outcome=Outcome.NOTHING_FOUND,
    sources=(),
    note="Not even a title.",
)


def inquired(tmp_path: Path, *arguments: str) -> list[str]:
    """What the command says of an agreement that was inquired about twice."""
    data = attrs.evolve(world(record(Agreement, "pact")), inquiries=(FOUND, IN_VAIN))
    path = saved(data, tmp_path)
    result = invoke("--data", str(path), "evidence", *arguments)
    assert DONE == result.exit_code
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


def test_each_topic_has_its_outcome_and_sources(tmp_path: Path) -> None:
    """A topic stands with its outcome, its sources and their lineages; in vain is said in words."""
    lines = inquired(tmp_path)
    assert "refined What it cost (1 source, 1 lineage)" in lines
    assert "nothing found Its text (no other source)" in lines
    assert "in all 2 topics, 1 with another source" in lines


def test_one_record_has_the_notes_of_its_topics(tmp_path: Path) -> None:
    """Asked of one record, the command says what was looked for and how."""
    assert "Not even a title." in inquired(tmp_path, "pact")


def test_a_record_nobody_inquired_about_says_so(run: Run) -> None:
    """Silence about a record is told from an inquiry in vain."""
    assert "nothing about this record was asked" in run("evidence", "treaty").stdout


def test_contested_facts_are_counted_and_named(run: Run) -> None:
    """The contested end of the lease stands in the totals and on its record."""
    text = run("evidence").stdout
    assert "Contested facts" in text
    assert "lease: nominal_end contradicted" in text


def test_an_unknown_record_is_wrong_usage(run: Run) -> None:
    """A slip in an identifier ends with the nearest one."""
    result = run("evidence", "leese")
    assert WRONG_USAGE == result.exit_code
    assert "'lease'" in result.stderr
