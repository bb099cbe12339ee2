from __future__ import annotations

import json
from pathlib import Path

import pytest

from builders import FIRST, SECOND, country, person, place, record, saved, with_parties, world
from cli.commands import Run, invoke
from relations.cli.exits import DONE, WRONG_USAGE
from relations.model.agreement import Agreement
from relations.model.quantities import Money, MoneyKind, Quantity
from relations.model.statement import Statement


def test_a_record_is_shown_with_its_sources(run: Run) -> None:
    """Fields, parties by name, states and the words of the citations are all there."""
    told = run("show", "lease").stdout
    assert told.startswith("lease  (record)\n")
    assert f"  parties{' ' * 11}Viet Nam (VNM), grantor\n" in told
    assert "Cam Ranh (cam-ranh)" in told
    assert "expired, 2002" in told
    assert f"“words of the source”\n{' ' * 20}— {FIRST}, for places, parties" in told


def test_claims_are_shown_with_rank_and_reason(run: Run) -> None:
    """Each rival account has its value, its rank, the reason for it, and its source."""
    told = run("show", "lease").stdout
    assert "nominal_end, 2004, preferred\n" in told
    denied = told.index("nominal_end, 2002 (“in 2002”), deprecated, error\n")
    assert f"— {SECOND}\n" in told[denied:]


def test_an_inexact_number_keeps_its_doubt(run: Run) -> None:
    """A lower bound is shown as one, and the source's own words stay with it."""
    assert "at least 60 (“more than sixty”)" in run("show", "tanks").stdout


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity.exact(64), "64"),
        (Quantity.about(200, unit="ha"), "about 200 ha"),
        (Quantity.at_most(12), "at most 12"),
        (Quantity.range(3, 5), "3 to 5"),
        (Quantity.unknown(as_stated="a batch"), "a number not stated (“a batch”)"),
    ],
)
def test_every_sort_of_number_has_its_words(tmp_path: Path, quantity: Quantity, words: str) -> None:
    """What is said of a number is printed with it."""
    path = saved(world(record(Agreement, "treaty", ("VNM", "RUS"), term=quantity)), tmp_path)
    assert f"  term{' ' * 14}{words}\n" in invoke("--data", str(path), "show", "treaty").stdout


def test_money_has_currency_kind_and_year(tmp_path: Path) -> None:
    """An amount of money says in what, of which kind and in whose prices it is."""
    value = Money(Quantity.about(2_000), "USD", MoneyKind.ESTIMATE, 2009)
    deal = record(Agreement, "deal", ("VNM", "RUS"), value=value, binding=True)
    told = invoke("--data", str(saved(world(deal), tmp_path)), "show", "deal").stdout
    assert "  value             USD about 2000, estimate, in prices of 2009\n" in told
    assert "  binding           yes\n" in told


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("VNM", "VNM  (party)"),
        ("Việt Nam", "VNM  (party)"),
        ("Kamran", "cam-ranh  (place)"),
        ("alexander fomin", "fomin  (person)"),
        (FIRST, f"{FIRST}  (source)"),
    ],
)
def test_all_that_has_an_identifier_or_name_can_be_shown(run: Run, asked: str, shown: str) -> None:
    """Parties, places and people are found by name too, in any spelling."""
    assert shown == run("show", asked).stdout.splitlines()[0]


def test_a_place_names_its_records(run: Run) -> None:
    """A place, person or source says which records refer to it."""
    assert "  records           lease\n" in run("show", "cam-ranh").stdout
    assert "  records           no record names it\n" in run("show", "khanh-hoa").stdout


def test_a_person_shows_offices_held_and_denied(run: Run) -> None:
    """An office that is denied is shown as deprecated, not left out."""
    told = run("show", "fomin").stdout
    assert "minister of defence, Russian Federation (RUS), 2019-03," in told
    assert "deprecated, error\n" in told


def test_json_is_what_stands_in_the_data_file(run: Run, data: Path) -> None:
    """``--json`` prints the entry of the data file."""
    printed = json.loads(run("show", "lease", "--json").stdout)
    groups = json.loads(data.read_text(encoding="utf-8"))
    assert groups["agreements"][0] == printed


def test_two_of_one_identifier_are_both_shown(tmp_path: Path) -> None:
    """Where a record and a place bear one identifier, both are shown."""
    statement = record(Statement, "base", ("RUS",))
    path = saved(world(statement, places=(place("base", "The base"),)), tmp_path)
    told = invoke("--data", str(path), "show", "base").stdout
    assert ("base  (record)" in told, "base  (place)" in told) == (True, True)


def test_a_word_like_nothing_leads_to_the_list_of_kinds(run: Run) -> None:
    """Where nothing is near, the command that lists what there may be is named."""
    told = run("show", "zzzzz").stderr
    assert told.endswith("known as 'zzzzz'; relations list shows what there is\n")


def test_an_unknown_thing_is_wrong_usage(run: Run) -> None:
    """What nothing bears ends with code 2 and what is nearest, name or identifier."""
    result = run("show", "Leese")
    assert (WRONG_USAGE, "") == (result.exit_code, result.stdout)
    assert "did you mean 'lease'" in result.stderr


def test_an_ambiguous_name_lists_the_candidates(tmp_path: Path) -> None:
    """A name of two people ends with code 2, their identifiers and what each is called."""
    sergeis = (person("shoigu", "Shoigu", "Sergei"), person("lavrov", "Lavrov", "Sergei"))
    result = invoke("--data", str(saved(world(persons=sergeis), tmp_path)), "show", "sergei")
    assert WRONG_USAGE == result.exit_code
    assert [
        "Error: 'sergei' may be any person of:",
        "    lavrov  Lavrov",
        "    shoigu  Shoigu",
        "ask for one by its identifier",
    ] == result.stderr.splitlines()


def test_one_thing_of_a_name_may_be_a_person_and_a_place(tmp_path: Path) -> None:
    """A name that a person and a place bear shows both, since neither is a guess."""
    dataset = world(persons=(person("ivan", "Kamran"),))
    result = invoke("--data", str(saved(dataset, tmp_path)), "show", "Kamran")
    assert DONE == result.exit_code
    assert ("(person)" in result.stdout, "(place)" in result.stdout) == (True, True)


def test_the_life_of_a_party_is_a_date(tmp_path: Path) -> None:
    """When a state existed stands in EDTF, and nothing of how a date is taken apart."""
    state = country("OLD", "Oldland", existed="1922-12-30/1991-12-26")
    path = saved(with_parties(world(), state), tmp_path)
    lines = invoke("--data", str(path), "show", "OLD").stdout.splitlines()
    assert ["existed", "1922-12-30/1991-12-26"] in [line.split() for line in lines]
