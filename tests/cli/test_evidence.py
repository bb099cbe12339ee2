from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from builders import FIRST, SECOND, citation, record, saved, source, state, world
from cli.commands import Run, invoke
from relations.cli.exits import DONE, WRONG_USAGE
from relations.dataset import Dataset
from relations.measures.evidence import Verdict
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


AGREEMENTS = (record(Agreement, "pact"), record(Agreement, "treaty"))


def told(data: Dataset, tmp_path: Path, *arguments: str) -> list[str]:
    """What the command says of a dataset, line by line."""
    result = invoke("--data", str(saved(data, tmp_path)), "evidence", *arguments)
    assert DONE == result.exit_code
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


def inquired(tmp_path: Path, *arguments: str) -> list[str]:
    """What the command says of two agreements, of which one was inquired about, twice."""
    data = attrs.evolve(world(*AGREEMENTS), inquiries=(FOUND, IN_VAIN))
    return told(data, tmp_path, *arguments)


def test_what_came_of_the_topics_is_counted_first(tmp_path: Path) -> None:
    """Each outcome has its count and its meaning, and those that never came are counted too."""
    lines = inquired(tmp_path)
    assert ["", "Topics checked", "confirmed 0: other sources say the same"] == lines[:3]
    assert "refined 1: other sources say it more precisely" in lines


def test_every_outcome_is_counted(tmp_path: Path) -> None:
    """No outcome that there may be is left out of the summary."""
    asked = tuple(attrs.evolve(FOUND, id=f"i{n}", outcome=it) for n, it in enumerate(Outcome))
    lines = told(attrs.evolve(world(*AGREEMENTS), inquiries=asked), tmp_path)
    counted = lines[lines.index("Topics checked") + 1 :][: len(Outcome)]
    assert [f"{it.words} 1" for it in Outcome] == [line.partition(":")[0] for line in counted]


def test_every_way_to_stand_is_counted(run: Run) -> None:
    """No way in which a contested fact may stand is left out of the summary."""
    lines = [" ".join(line.split()) for line in run("evidence").stdout.splitlines()]
    counted = lines[lines.index("Contested facts, of records and of people") + 1 :][: len(Verdict)]
    assert [it.value for it in Verdict] == [line.split()[0] for line in counted]


def test_a_source_that_was_read_in_vain_answers_nothing(tmp_path: Path) -> None:
    """A topic is answered by another source where one was found, and something in it."""
    in_vain = attrs.evolve(IN_VAIN, sources=(SECOND,))
    alone = attrs.evolve(FOUND, id="alone", sources=())
    data = attrs.evolve(world(*AGREEMENTS), inquiries=(FOUND, in_vain, alone))
    assert "in all 3: 1 answered by another source" in told(data, tmp_path)


def test_the_summary_fits_a_screen(tmp_path: Path) -> None:
    """What is read first has less than 24 lines."""
    assert len(inquired(tmp_path)) < 24


def test_topics_and_records_are_left_out_of_the_summary(tmp_path: Path) -> None:
    """Neither a topic nor a record is named until it is asked for."""
    lines = inquired(tmp_path)
    assert [] == [line for line in lines if "What it cost" in line or "pact" in line]


def test_the_summary_ends_in_how_to_see_more(tmp_path: Path) -> None:
    """The last words name the options that show each topic and each record."""
    last = " ".join(inquired(tmp_path)[-2:])
    assert last.startswith("--topics shows each topic, --records each record;")


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
        source("uncited"),
    )
    signed = state(Status.SIGNED, "2001", source=SECOND)
    copied = record(Agreement, "pact", history=(signed,))
    cited = (citation(source=SECOND), citation(source="third"))
    lines = told(
        world(copied, record(Agreement, "treaty", citations=cited), sources=sources), tmp_path
    )
    ground = lines.index("What the records rest on")
    assert [
        "records 2: 1 on two lineages or more, 1 on an official source",
        "sources 3: 1 official",
        "lineages 2",
    ] == lines[ground + 1 : ground + 4]


@pytest.mark.parametrize("option", ["--topics", "--records"])
def test_one_record_and_all_are_not_asked_for_together(run: Run, option: str) -> None:
    """An option about all records makes no sense beside one of them."""
    result = run("evidence", "lease", option)
    assert (WRONG_USAGE, "") == (result.exit_code, result.stdout)
    assert "leave the one out" in result.stderr


def test_wrong_usage_is_told_before_the_data_are_read(tmp_path: Path) -> None:
    """Who has typed what makes no sense need not wait for a file to be read."""
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    result = invoke("--data", str(broken), "evidence", "lease", "--topics")
    assert "leave the one out" in result.stderr


def test_one_record_stands_alone(tmp_path: Path) -> None:
    """Asked of one record, the command tells of no other, nor of what was asked about another."""
    lines = inquired(tmp_path, "treaty")
    assert [] == [line for line in lines if "pact" in line or "What it cost" in line]
    assert "treaty · 1 source, 1 lineage, none official" in lines


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
    refused = run("evidence", "zzzzz").stderr
    expected = "no record is known as 'zzzzz'; relations list KIND shows what there is"
    assert f"Error: {expected}\n" == refused


def test_an_unknown_record_is_wrong_usage(run: Run) -> None:
    """A slip in an identifier ends with the nearest one."""
    result = run("evidence", "leese")
    assert WRONG_USAGE == result.exit_code
    assert "'lease'" in result.stderr
