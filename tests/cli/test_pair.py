from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner

from builders import (
    FIRST,
    SECOND,
    body,
    citation,
    claim,
    dated,
    edtf,
    record,
    saved,
    with_parties,
    world,
)
from cli.commands import Run, invoke
from measures.asked import looked_in
from relations.cli.exits import DONE, WRONG_USAGE
from relations.cli.main import main
from relations.model.agreement import Agreement
from relations.model.claims import Rank
from relations.model.meeting import Meeting
from relations.model.organisation import Membership, Standing
from relations.model.statement import Statement


def test_a_pair_is_counted_by_way(run: Run) -> None:
    """Each kind has its count, and how many of it are direct and how many through others."""
    result = run("pair", "Vietnam", "Russia")
    assert DONE == result.exit_code
    assert "Agreements      2: 1 direct, 1 through a predecessor\n" in result.stdout
    assert "Meetings        1: 1 through a body\n" in result.stdout


def test_what_is_not_found_is_not_called_none(tmp_path: Path) -> None:
    """A kind that was looked for is "none found in the sources read", never "none" or 0."""
    path = saved(looked_in(), tmp_path)
    told = invoke("--data", str(path), "pair", "TLS", "LAO")
    assert DONE == told.exit_code
    assert "Exercises       none found in the sources read\n" in told.stdout
    assert 8 == told.stdout.count("none found in the sources read")


def test_what_nobody_looked_for_is_not_covered(run: Run) -> None:
    """Without a statement of coverage, silence is not called none found."""
    told = run("pair", "TLS", "LAO").stdout
    assert "Exercises       not covered\n" in told
    assert 7 == told.count("not covered")


def test_the_records_stand_in_order_of_time(run: Run) -> None:
    """Within a kind, the earlier record stands first, with date, title, status and identifier."""
    told = run("pair", "VNM", "RUS").stdout
    treaty = "  1978-11-03  Treaty of Friendship and Cooperation\n"
    assert told.index(treaty) < told.index("  1979        Lease of Cam Ranh\n")
    assert "signed · treaty · through Soviet Union\n" in told


def test_contested_facts_are_shown_with_every_account(run: Run) -> None:
    """Rival accounts stand under one another, with rank, reason and source."""
    told = run("pair", "VNM", "RUS").stdout
    accounts = told[told.index("Lease of Cam Ranh: the nominal end") :]
    assert re.search(rf"preferred +2004\n +{FIRST}\n", accounts)
    assert re.search(rf"deprecated +2002 \(“in 2002”\) \(error\)\n +{SECOND}\n", accounts)


def test_what_a_statement_mentions_is_shown_by_its_title(tmp_path: Path) -> None:
    """A contested agreement of others stands there with its name and its accounts."""
    doubted = (claim("subject", "bases", Rank.DEPRECATED), claim("subject", "ports"))
    pact = record(Agreement, "pact", ("LAO", "ASEAN"), subject="ports", claims=doubted)
    spoken_of = attrs.evolve(pact, title="The Pact")
    said = record(Statement, "said", ("VNM", "RUS"), text="Said.", mentions=("pact",))
    told = invoke("--data", str(saved(world(spoken_of, said), tmp_path)), "pair", "VNM", "RUS")
    assert "The Pact: the subject\n" in told.stdout


def test_a_predecessor_introduces_itself(run: Run) -> None:
    """The summary says after whom a party came."""
    told = run("pair", "VNM", "RUS").stdout
    assert "after Soviet Union, 1922-12-30/1991-12-26 (SUN)" in told


@pytest.mark.parametrize("pair", [("LAO", "ASEAN"), ("ASEAN", "LAO")])
def test_a_body_and_its_member_are_told_to_be_so(run: Run, pair: tuple[str, str]) -> None:
    """Below the body stand the member, its standing, the day of it and the source."""
    told = [line.strip() for line in run("pair", *pair).stdout.splitlines()]
    assert [FIRST] == told[told.index("Laos: member, 1997-07-23/..") + 1 :][:1]


def test_a_standing_says_all_that_is_known_of_its_time(tmp_path: Path) -> None:
    """Another standing than membership, a day by which it had begun and a note are told too."""
    partner = Membership(
        party="VNM",
        period=edtf("/.."),
        begun_by=edtf("2014"),
        standing=Standing.DIALOGUE_PARTNER,
        citations=(citation(),),
        note="A list of 2014 has it.",
    )
    league = attrs.evolve(body("LEAGUE", "The League"), memberships=(partner,))
    path = saved(with_parties(world(), league), tmp_path)
    told = invoke("--data", str(path), "pair", "VNM", "LEAGUE").stdout
    assert "Viet Nam: dialogue partner, /.., begun by 2014 at the latest\n" in told
    assert "A list of 2014 has it.\n" in told


def test_a_body_names_the_one_that_leads_it(run: Run) -> None:
    """Of two bodies, the one is told to be led by the other."""
    assert "led by ASEAN\n" in run("pair", "ASEAN", "EAS").stdout


def test_a_body_names_the_one_that_leads_what_leads_it(tmp_path: Path) -> None:
    """Who leads a body from above another is told to lead it too."""
    desk = body("DESK", "The Desk", parent="EAS")
    path = saved(with_parties(world(), desk), tmp_path)
    told = invoke("--data", str(path), "pair", "DESK", "ASEAN").stdout
    assert "led by ASEAN\n" in told


def test_nobody_is_told_to_belong_who_does_not(run: Run) -> None:
    """The members of a body that are not of the pair are left out."""
    assert "member" not in run("pair", "RUS", "ASEAN").stdout


@pytest.mark.parametrize("columns", ["60", "100", "250"])
def test_lines_fit_the_terminal(tmp_path: Path, columns: str) -> None:
    """A long title fills the terminal, but no more than 100 columns of it."""
    meeting = record(Meeting, "talks", ("VNM", "RUS"), title="talks about talks " * 20)
    path = saved(world(meeting), tmp_path)
    told = invoke("--data", str(path), "pair", "VNM", "RUS", COLUMNS=columns).stdout
    widest, room = max(map(len, told.splitlines())), min(int(columns), 100)
    assert room - len("about ") < widest <= room


def test_a_long_title_is_wrapped_in_its_column(tmp_path: Path) -> None:
    """What does not fit beside the date goes on under its own beginning."""
    meeting = record(Meeting, "talks", ("VNM", "RUS"), title="talks about talks " * 8)
    path = saved(world(meeting), tmp_path)
    told = invoke("--data", str(path), "pair", "VNM", "RUS").stdout
    first, second = [line for line in told.splitlines() if "talks" in line][:2]
    assert "  undated     talks about" == first[:25]
    assert " " * 14 + "talks" == second[:19]


def test_a_long_date_has_a_line_of_its_own(tmp_path: Path) -> None:
    """A date that does not fit its column stands above the title, not in it."""
    meeting = record(Meeting, "talks", ("VNM", "RUS"), date=dated("2021-07-06/2021-07-08"))
    path = saved(world(meeting), tmp_path)
    told = invoke("--data", str(path), "pair", "VNM", "RUS").stdout
    assert f"  2021-07-06/2021-07-08\n{' ' * 14}talks\n" in told


def test_what_data_say_cannot_command_a_terminal(tmp_path: Path) -> None:
    """A control character in a title is shown as a replacement mark."""
    meeting = record(Meeting, "talks", ("VNM", "RUS"), title="talks \x1b[31m in red")
    path = saved(world(meeting), tmp_path)
    assert "talks �[31m in red" in invoke("--data", str(path), "pair", "VNM", "RUS").stdout


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_can_be_declined(data: Path, environment: dict[str, str], coloured: bool) -> None:
    """A terminal that sets NO_COLOR gets none."""
    runner = CliRunner(env={"NO_COLOR": None, **environment})
    told = runner.invoke(main, ["--data", str(data), "pair", "VNM", "RUS"], color=True)
    assert coloured is ("\x1b[" in told.stdout)


def test_an_unknown_name_is_wrong_usage(run: Run) -> None:
    """A name that nobody bears ends with code 2 and the nearest names."""
    result = run("pair", "Viet Nan", "RUS")
    assert (WRONG_USAGE, "") == (result.exit_code, result.stdout)
    assert "did you mean 'Viet Nam'" in result.stderr


def test_a_name_like_no_other_leads_to_the_lists_of_parties(run: Run) -> None:
    """Where nothing is near, the commands that list the states and the bodies are named."""
    expected = (
        "Error: no party is known as 'zzzzz'; "
        "relations list countries or relations list organisations shows what there is\n"
    )
    assert expected == run("pair", "zzzzz", "RUS").stderr


def test_a_party_and_itself_are_wrong_usage(run: Run) -> None:
    """Two names of one party are no pair."""
    result = run("pair", "VNM", "Vietnam")
    assert WRONG_USAGE == result.exit_code
    assert "Error: a pair needs two parties, and both are Viet Nam\n" == result.stderr
