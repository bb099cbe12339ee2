from __future__ import annotations

import csv
import io
import json

import attrs

from builders import dated, record, state, world
from relations.editions import FORMS, Comparison, compare
from relations.editions.forms import COLUMNS
from relations.model.agreement import Agreement
from relations.model.meeting import Meeting
from relations.model.status import Status
from relations.model.withdrawal import Withdrawal

PLAN = record(
    Agreement, "plan", ("VNM", "RUS"), title="Plan", history=(state(Status.DRAFTED, "2018"),)
)
SIGNED = attrs.evolve(PLAN, history=(*PLAN.history, state(Status.SIGNED, "2019")))
TALKS = record(Meeting, "talks", ("VNM", "RUS"), title="Talks", date=dated("2021-07-06"))
OTHER = record(Meeting, "other", ("VNM", "RUS"), title="Other talks", date=dated("2021-07"))


def differing() -> Comparison:
    """A comparison with a record in most of the ways."""
    new = attrs.evolve(
        world(SIGNED, attrs.evolve(TALKS, note="By video.")),
        withdrawn=(Withdrawal(id="other", reason="The same as talks.", replaced_by="talks"),),
    )
    return compare(world(PLAN, TALKS, OTHER), new, ("VNM", "RUS"))


def test_text_tells_each_way_under_its_heading() -> None:
    """A reader sees the editions, each way with its count, and each field in words."""
    assert (
        "From edition 2026/1 (2026-06-30) to edition 2026/1 (2026-06-30), VNM and RUS\n"
        "\n"
        "Revised (1)\n"
        "  talks: Talks\n"
        "    note: now given: “By video.”\n"
        "\n"
        "Status moved (1)\n"
        "  plan: Plan\n"
        "    status: from drafted to signed\n"
        "    history.signed: added: signed, 2019\n"
        "\n"
        "Withdrawn (1)\n"
        "  other: Other talks\n"
        "    The same as talks.\n"
    ) == FORMS["text"](differing())


def test_text_says_when_nothing_differs() -> None:
    """Equal editions give a sentence and not an empty page."""
    assert FORMS["text"](compare(world(), world())).endswith("\n\nNothing differs.\n")


def test_text_says_when_no_reason_is_given() -> None:
    """A record that is gone without a word is told so."""
    assert "    no reason is given\n" in FORMS["text"](compare(world(TALKS), world()))


def test_json_spells_both_values_as_the_data_file_does() -> None:
    """A program finds the way, the entry, and both values of each field."""
    document = json.loads(FORMS["json"](differing()))
    assert ["VNM", "RUS"] == document["pair"]
    revised, moved, withdrawn = document["changes"]
    assert {
        "change": "revised",
        "group": "meetings",
        "id": "talks",
        "title": "Talks",
        "fields": [
            {"field": "note", "old": "", "new": "By video.", "words": "now given: “By video.”"}
        ],
        "reason": None,
    } == revised
    assert ("drafted", "signed") == (moved["fields"][0]["old"], moved["fields"][0]["new"])
    assert {"edtf": "2019"} == moved["fields"][1]["new"]["date"]
    assert "The same as talks." == withdrawn["reason"]


def test_csv_has_a_row_for_each_field() -> None:
    """A table has a row for each field of a change, and one for an entry without any."""
    rows = list(csv.DictReader(io.StringIO(FORMS["csv"](differing()))))
    assert list(COLUMNS) == list(rows[0])
    assert [
        ("revised", "talks", "note"),
        ("status_moved", "plan", "status"),
        ("status_moved", "plan", "history.signed"),
        ("withdrawn", "other", ""),
    ] == [(row["change"], row["id"], row["field"]) for row in rows]
    assert {"edtf": "2019"} == json.loads(rows[2]["new"])["date"]


def test_every_form_is_the_same_twice() -> None:
    """The same editions give the same text in every form."""
    assert all(form(differing()) == form(differing()) for form in FORMS.values())
