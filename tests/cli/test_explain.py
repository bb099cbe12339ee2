from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import attrs
import pytest

from builders import saved
from cli.commands import Run, invoke
from cli.conftest import LEASE, TREATY
from measures.asked import looked_in
from relations.cli.exits import DONE, WRONG_USAGE
from relations.measures import MEASURES


def flat(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


@pytest.fixture
def looked(tmp_path: Path) -> Path:
    """The data file of a world in which somebody looked."""
    folder = tmp_path / "looked"
    folder.mkdir()
    return saved(looked_in(TREATY, LEASE), folder)


def test_the_measures_are_listed(run: Run) -> None:
    """Without a measure, all of them are named with what they compute."""
    text = run("explain").stdout
    assert all(f"\n{name} " in f"\n{text}" for name in MEASURES)
    assert "How many of the pair's own agreements are in force on a day." in flat(text)


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_is_explained(run: Run, name: str) -> None:
    """Formula, precedent and pitfalls are printed, and no argument of Python's."""
    text = run("explain", name).stdout
    assert text.startswith(f"{name}\n")
    assert all(f"\n{part}\n  " in text for part in ("Formula", "Precedent", "Pitfalls"))
    assert "Args" not in text
    assert "Records used" not in text


def test_a_pair_gets_value_coverage_and_records(looked: Path) -> None:
    """With two parties, the figure stands with how it was looked for and what it rests on."""
    text = invoke("--data", str(looked), "explain", "agreements_by_standing", "VNM", "RUS").stdout
    assert "Viet Nam – Russian Federation, as of 2026-06-30" in text
    assert "  expired                                 1 agreement" in text
    assert "looked opportunistic" in flat(text)
    assert "Lease of Cam Ranh (lease)" in flat(text)


def test_nothing_found_and_nothing_looked_for_read_differently(looked: Path, run: Run) -> None:
    """A measure without a row says which kind of nothing it is."""
    found = invoke("--data", str(looked), "explain", "renewals", "LAO", "RUS").stdout
    assert "none found" in found
    uncovered = run("explain", "renewals", "LAO", "RUS").stdout
    assert "not covered: nothing says what was looked for" in uncovered
    assert "none found" not in uncovered


def test_nothing_on_a_later_day_says_how_far_the_data_go(looked: Path) -> None:
    """That no row is given for a day beyond the cut-off is no word about the time since."""
    arguments = ("explain", "renewals", "LAO", "RUS", "--on", "2030")
    text = flat(invoke("--data", str(looked), *arguments).stdout)
    assert "renewals none found nothing after 2026-06-30 was considered Coverage" in text


def test_a_day_may_be_asked_about(looked: Path) -> None:
    """As of another day, the figure is that day's."""
    arguments = ("explain", "agreements_by_standing", "VNM", "RUS", "--on", "1990-01-01")
    text = flat(invoke("--data", str(looked), *arguments).stdout)
    assert "as of 1990-01-01" in text
    assert "expired none found" in text


@pytest.mark.parametrize("name", MEASURES)
def test_machines_get_rows(looked: Path, name: str) -> None:
    """JSON and CSV hold the same rows, and nothing else is printed."""
    asked = ("--data", str(looked), "explain", name, "VNM", "RUS")
    rows = json.loads(invoke(*asked, "--json").stdout)
    result = invoke(*asked, "--csv")
    assert DONE == result.exit_code
    assert len(rows) == len(list(csv.DictReader(io.StringIO(result.stdout))))
    assert all(any(column.endswith("_kind") for column in row) for row in rows)


def test_an_unknown_measure_ends_with_the_nearest(run: Run) -> None:
    """A slip in the name is wrong usage."""
    result = run("explain", "last_contact")
    assert WRONG_USAGE == result.exit_code
    assert "did you mean 'last_contacts'" in result.stderr


def test_a_word_like_no_measure_leads_to_the_list_of_them(run: Run) -> None:
    """Where nothing is near, the command that lists the measures is named."""
    expected = "Error: no measure is known as 'foo'; relations explain shows what there is\n"
    assert expected == run("explain", "foo").stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("VNM",), "name both, or neither"),
        (("--on", "2020"), "--on, --json and --csv are about two parties"),
        (("--json",), "--on, --json and --csv are about two parties"),
        (("VNM", "Vietnam"), "both are Viet Nam"),
    ],
)
def test_half_a_question_is_refused(run: Run, arguments: tuple[str, ...], message: str) -> None:
    """One party, or a day for none, makes no sense."""
    result = run("explain", "gaps", *arguments)
    assert WRONG_USAGE == result.exit_code
    assert message in result.stderr


def test_a_day_that_is_none_is_refused_before_anything_is_said(run: Run) -> None:
    """A slip in the day is wrong usage, and is not told below a page of explanation."""
    result = run("explain", "agreements_in_force", "VNM", "RUS", "--on", "yesterday")
    assert (WRONG_USAGE, "") == (result.exit_code, result.stdout)
    assert "'yesterday' is not a date" in result.stderr


def test_the_order_of_the_pair_names_the_directions(tmp_path: Path) -> None:
    """Directions are told by the names of the two, in the order in which they were given."""
    path = saved(attrs.evolve(looked_in(TREATY)), tmp_path)
    text = flat(invoke("--data", str(path), "explain", "last_contacts", "RUS", "VNM").stdout)
    assert "head, Russian Federation to Viet Nam none found" in text


def test_many_rows_without_a_number_are_counted(looked: Path) -> None:
    """Of a long table only the years with a number are shown, and the others are told apart."""
    asked = ("--data", str(looked), "explain", "counts_by_year", "VNM", "RUS")
    text = invoke(*asked).stdout
    assert "  agreements, 1978                        1 record" in text
    assert "agreements, 1980" not in text
    assert "rows without a number: none found in " in flat(text)


def test_a_note_that_all_figures_share_is_told_once(looked: Path) -> None:
    """The reason why nothing can be compared stands once for each row."""
    text = flat(invoke("--data", str(looked), "explain", "comparison", "VNM", "RUS").stdout)
    assert 8 == text.count("a rank would say who was written about")


def test_the_glance_names_the_two(looked: Path) -> None:
    """Directions in the fixed list are told by names, not by letters."""
    text = flat(invoke("--data", str(looked), "explain", "at_a_glance", "VNM", "RUS").stdout)
    assert "last head visit Viet Nam to Russian Federation figure none found" in text
    assert "arms volume all to Viet Nam none found" in text
