from __future__ import annotations

from pathlib import Path

import pytest

from builders import saved, world
from cli.commands import Run, invoke
from relations.cli.exits import DONE, WRONG_USAGE
from relations.model.kinds import RECORD_TYPES

OTHERS = ("sources", "countries", "organisations", "persons", "places")


def test_without_a_kind_the_kinds_are_listed(run: Run) -> None:
    """Every kind of record and of thing has a line with its count."""
    lines = run("list").stdout.splitlines()
    assert [*RECORD_TYPES, *OTHERS] == [line.split()[0] for line in lines]
    assert "agreements      2" == lines[0]
    assert "exercises       none found" == lines[2]


@pytest.mark.parametrize("kind", [*RECORD_TYPES, *OTHERS])
def test_every_kind_can_be_listed(run: Run, kind: str) -> None:
    """Each kind that ``list`` names can be asked for."""
    assert DONE == run("list", kind).exit_code


def test_records_are_listed_in_order_of_time(run: Run) -> None:
    """A line has identifier, date, status and title, in columns."""
    assert [
        "treaty  1978-11-03  signed   Treaty of Friendship and Cooperation",
        "lease   1979        expired  Lease of Cam Ranh",
    ] == run("list", "agreements").stdout.splitlines()


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        ("80", ["treaty  1978-11-03  signed   Treaty of Friendship and Cooperation"]),
        ("60", ["treaty  1978-11-03  signed   Treaty of Friendship and", f"{' ' * 29}Cooperation"]),
        ("56", ["treaty", "    1978-11-03 · signed · Treaty of Friendship and", "    Cooperation"]),
    ],
)
def test_a_terminal_gets_no_line_that_is_too_long(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str, shown: list[str]
) -> None:
    """A title goes on in its column, or under its identifier where the column is too narrow."""
    monkeypatch.setattr("relations.cli.list.is_terminal", lambda _: True)
    lines = run("list", "agreements", COLUMNS=columns).stdout.splitlines()
    assert shown == lines[: len(shown)]


def test_a_program_gets_one_line_for_each(run: Run) -> None:
    """Through a pipe, no line is broken."""
    assert 2 == len(run("list", "agreements", COLUMNS="30").stdout.splitlines())


def test_a_hyphen_will_do_for_an_underscore(run: Run) -> None:
    """``arms-transfers`` is understood."""
    assert run("list", "arms_transfers").stdout == run("list", "arms-transfers").stdout != ""


def test_people_are_listed_with_their_last_office(run: Run) -> None:
    """An office that is denied does not stand beside the name."""
    expected = "Alexander Fomin, deputy minister of defence (RUS, 2017-01-31/..)"
    assert expected in run("list", "persons").stdout


def test_places_are_listed_with_what_they_lie_in(run: Run) -> None:
    """A place says where it is."""
    assert "cam-ranh   Cam Ranh, in khanh-hoa\n" in run("list", "places").stdout


def test_sources_are_listed_with_publisher_and_class(run: Run) -> None:
    """A source's line has its date, its class, its title and its publisher."""
    line = "first   2021-07-06  press  The first report, A publisher"
    assert line == run("list", "sources").stdout.splitlines()[0]


def test_nothing_is_said_in_words(tmp_path: Path) -> None:
    """An empty list is told on standard error, and nothing is on standard output."""
    result = invoke("--data", str(saved(world(), tmp_path)), "list", "arms-transfers")
    assert (DONE, "") == (result.exit_code, result.stdout)
    assert "there are no arms transfers in this data file\n" == result.stderr


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("parties", "'countries' or 'organisations'"),
        ("party", "'countries' or 'organisations'"),
        ("state", "'countries'"),
        ("People", "'persons'"),
        ("TREATIES", "'agreements'"),
        ("organization", "'organisations'"),
    ],
)
def test_another_word_for_a_kind_leads_to_it(run: Run, word: str, meant: str) -> None:
    """What people call a kind leads to the kind, and not to one that is spelled alike."""
    expected = f"Error: no kind is known as {word!r}; did you mean {meant}?\n"
    assert expected == run("list", word).stderr


def test_a_word_like_no_kind_gets_all_of_them(run: Run) -> None:
    """Where nothing is near, every kind that there is is named."""
    refused = run("list", "foobar").stderr
    assert refused.startswith("Error: no kind is known as 'foobar'; did you mean ")
    assert all(f"{kind!r}" in refused for kind in (*RECORD_TYPES, *OTHERS))


def test_an_unknown_kind_is_wrong_usage(run: Run) -> None:
    """A kind that there is not ends with code 2 and the nearest."""
    result = run("list", "metings")
    assert WRONG_USAGE == result.exit_code
    assert "Error: no kind is known as 'metings'; did you mean 'meetings'?\n" == result.stderr
