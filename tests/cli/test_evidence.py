from __future__ import annotations

from pathlib import Path

import attrs

from builders import FIRST, SECOND, record, saved, source, state, world
from cli.commands import Run, invoke
from relations.cli.exits import DONE, WRONG_USAGE
from relations.model.agreement import Agreement
from relations.model.dates import EdtfDate
from relations.model.inquiry import Inquiry, Outcome
from relations.model.source import SourceClass
from relations.model.status import Status

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


def test_what_came_of_the_topics_is_counted_first(tmp_path: Path) -> None:
    """Each outcome has its count and its meaning, and those that never came are counted too."""
    lines = inquired(tmp_path)
    assert ["", "Topics checked", "confirmed 0: other sources say the same"] == lines[:3]
    assert "refined 1: other sources say it more precisely" in lines
    assert "in all 2: 1 with another source" in lines


def test_the_summary_fits_a_screen(tmp_path: Path) -> None:
    """Topics and records are left out until they are asked for, and the last line says how."""
    lines = inquired(tmp_path)
    assert len(lines) < 24
    assert [] == [line for line in lines if "What it cost" in line or "pact" in line]
    assert "--topics shows each topic" in lines[-2]


def test_each_topic_has_its_outcome_and_sources(tmp_path: Path) -> None:
    """A topic stands with outcome, sources, lineages and records; in vain is said in words."""
    lines = inquired(tmp_path, "--topics")
    topic = lines.index("refined What it cost (1 source, 1 lineage)")
    assert "pact" == lines[topic + 1]
    assert "nothing found Its text (no other source)" in lines


def test_each_record_has_what_it_rests_on(tmp_path: Path) -> None:
    """A record stands with its title and in words with what it rests on."""
    lines = inquired(tmp_path, "--records")
    assert "pact · 1 source, 1 lineage, none official" in lines


def test_what_the_records_rest_on_is_told_together(tmp_path: Path) -> None:
    """Sources of the records, their lineages and the official ones are each counted once."""
    sources = (
        attrs.evolve(source(FIRST), source_class=SourceClass.OFFICIAL),
        attrs.evolve(source(SECOND), lineage=FIRST),
        source("third"),
    )
    signed = state(Status.SIGNED, "2001", source=SECOND)
    held = (record(Agreement, "pact", history=(signed,)), record(Agreement, "treaty"))
    path = saved(world(*held, sources=sources), tmp_path)
    result = invoke("--data", str(path), "evidence")
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    ground = lines.index("What the records rest on")
    assert [
        "records 2: 0 on two lineages or more, 2 on an official source",
        "sources 2: 1 official",
        "lineages 1",
    ] == lines[ground + 1 : ground + 4]


def test_one_record_and_all_are_not_asked_for_together(run: Run) -> None:
    """An option about all records makes no sense beside one of them."""
    result = run("evidence", "lease", "--topics")
    assert (WRONG_USAGE, "") == (result.exit_code, result.stdout)
    assert "leave the one out" in result.stderr


def test_one_record_has_the_notes_of_its_topics(tmp_path: Path) -> None:
    """Asked of one record, the command says what was looked for and how."""
    assert "Not even a title." in inquired(tmp_path, "pact")


def test_a_record_nobody_inquired_about_says_so(run: Run) -> None:
    """Silence about a record is told from an inquiry in vain."""
    assert "nothing about this record was asked" in run("evidence", "treaty").stdout


def test_contested_facts_are_counted_by_how_they_stand(run: Run) -> None:
    """The end of the lease and an office are contested, in the summary."""
    lines = [" ".join(line.split()) for line in run("evidence").stdout.splitlines()]
    assert "contradicted 2: an account is denied or doubted, and one is preferred" in lines


def test_a_contested_fact_is_called_as_in_the_dossier(run: Run) -> None:
    """A field has the words that the dossier prints, and not its name in the data file."""
    text = run("evidence", "lease").stdout
    assert "              contradicted: the nominal end\n" in text
    assert "nominal_end" not in text


def test_a_word_like_no_record_leads_to_the_lists_of_them(run: Run) -> None:
    """Where nothing is near, the command that lists the records of a kind is named."""
    told = run("evidence", "zzzzz").stderr
    assert "Error: no record is known as 'zzzzz'; relations list KIND shows what there is\n" == told


def test_an_unknown_record_is_wrong_usage(run: Run) -> None:
    """A slip in an identifier ends with the nearest one."""
    result = run("evidence", "leese")
    assert WRONG_USAGE == result.exit_code
    assert "'lease'" in result.stderr
