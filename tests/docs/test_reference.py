"""The reference pages name everything there is, and nothing else."""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Iterator
from typing import Any, Final, get_args, get_type_hints

import attrs
import click
import pytest

import relations
from docs.pages import ROOT, prose
from relations import errors
from relations.checks import CHECKS
from relations.cli.exits import MEANINGS
from relations.cli.main import main
from relations.cli.new import template
from relations.dataset import Dataset
from relations.measures import MEASURES
from relations.measures.confidence import STRONG
from relations.measures.evidence import Evidence, Verdict
from relations.measures.figure import Figure, FigureKind
from relations.model.claims import Contest
from relations.model.confidence import ConfidenceLevel
from relations.model.dates import EdtfDate
from relations.model.event import Event
from relations.model.inquiry import Inquiry, Outcome
from relations.model.kinds import ENTRY_TYPES, RECORD_TYPES
from relations.model.party import Party
from relations.model.quantities import Qualifier
from relations.model.record import Record
from relations.pairs import Pair, PairSelection
from relations.report.blocks import Facts, Heading
from relations.report.build import Dossier
from relations.report.sections import CLOSING, COMPOSITIONS, OPENING, SECTIONS
from relations.report.sections.fills import MEANINGS as FILLS
from relations.selection import Selection

_OVER_LINES: Final = re.DOTALL | re.MULTILINE
_REFERENCE: Final = ROOT / "docs" / "reference"
_NOT_WRITTEN: Final = (EdtfDate, Selection)
"""Classes that the data file spells as a text or a list."""


def page(name: str) -> str:
    """The text of a page of the reference, without its examples."""
    return prose(_REFERENCE / f"{name}.md")


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text, re.DOTALL | re.MULTILINE)
    assert found, f"the page has no heading {heading}"
    return found[1]


def rows(text: str) -> list[list[str]]:
    """The cells of the tables in a text, without their heads."""
    lines = [line for line in text.split("\n") if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    return [row for row, line in zip(cells, lines, strict=True) if not re.match(r"\|-", line)]


def words(text: str) -> list[str]:
    """Everything in a text that is set as code."""
    return re.findall(r"`([^`]+)`", text)


# -- the data file -------------------------------------------------------------------------------


def inner_types(hint: Any) -> Iterator[Any]:  # noqa: ANN401 - a hint may be anything
    """A type and the types inside it."""
    yield hint
    for inner in get_args(hint):
        yield from inner_types(inner)


def written() -> tuple[set[type[Any]], set[type[enum.Enum]]]:
    """Every class and every enumeration that the data file spells, beginning with the dataset."""
    classes: set[type[Any]] = set()
    enums: set[type[enum.Enum]] = set()
    waiting: list[type[Any]] = [Dataset, Record, Party, Event]
    while waiting:
        cls = waiting.pop()
        if cls in classes:
            continue
        classes.add(cls)
        hints = get_type_hints(cls)
        own = [hints[attribute.name] for attribute in attrs.fields(cls)]
        found = {hint for each in own for hint in inner_types(each) if isinstance(hint, type)}
        enums |= {hint for hint in found if issubclass(hint, enum.Enum)}
        waiting += [hint for hint in found if attrs.has(hint) and hint not in _NOT_WRITTEN]
    return classes, enums


CLASSES, ENUMS = (sorted(found, key=lambda cls: cls.__name__) for found in written())


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_field_of_every_class_is_explained(cls: type[Any]) -> None:
    """The page has, for each class, its own fields, and which of them are needed."""
    expected = [
        (f"`{attribute.name}`", "yes" if attribute.default is attrs.NOTHING else "no")
        for attribute in attrs.fields(cls)
        if not attribute.inherited
    ]
    _, *told = rows(section(page("data-file"), f"`{cls.__name__}`"))
    assert expected == [(name, needed) for name, _, needed, _ in told]
    assert all(meaning for *_, meaning in told)


@pytest.mark.parametrize("cls", ENUMS, ids=lambda cls: cls.__name__)
def test_every_word_of_every_enumeration_is_listed(cls: type[enum.Enum]) -> None:
    """The page has, for each field that holds one of a few words, all of them."""
    listed = section(page("data-file"), f"`{cls.__name__}`").rpartition(":")[2]
    assert [member.value for member in cls] == words(listed)


@pytest.mark.parametrize("cls", RECORD_TYPES.values(), ids=lambda cls: cls.__name__)
def test_every_kind_lists_its_roles_and_statuses(cls: type[Record]) -> None:
    """The page has, for each kind of record, the roles and statuses that it knows."""
    told = section(page("data-file"), f"`{cls.__name__}`")
    (roles,) = re.findall(r"^Roles: (.*?)\.$", told, _OVER_LINES)
    (statuses,) = re.findall(r"^Statuses: (.*?)\.$", told, _OVER_LINES)
    assert [role.value for role in cls.ROLES] == words(roles)
    assert [status.value for status in cls.STATUSES] == words(statuses)


@pytest.mark.parametrize("cls", RECORD_TYPES.values(), ids=lambda cls: cls.__name__)
def test_every_kind_lists_what_needs_no_support(cls: type[Record]) -> None:
    """The page has, for each kind, the fields that are the editor's."""
    told = section(page("data-file"), f"`{cls.__name__}`")
    common = re.search(r"The fields (`.*?) are the editor's", page("data-file"), re.DOTALL)
    own = re.search(r"^The editor's, without need of support: (.*?)\.$", told, _OVER_LINES)
    assert common
    listed = {*words(common[1]), *words(own[1] if own else "")}
    assert cls.EDITORIAL == listed


# -- dates and quantities ------------------------------------------------------------------------


def _day(cell: str) -> str | None:
    return None if cell == "`..`" else cell.strip("`")


def test_every_form_of_a_date_covers_what_the_page_says() -> None:
    """Each form in the table is read, with the earliest and the latest day beside it."""
    _, *forms = rows(section(page("dates"), "What is read"))
    for form, _, *bounds in forms:
        date = EdtfDate.parse(form.strip("`"))
        days = [day and day.isoformat() for day in (date.earliest, date.latest)]
        assert (form, [_day(cell) for cell in bounds]) == (form, days)


def test_every_text_said_to_be_refused_is_refused() -> None:
    """Each text in the table is refused, for the reason and with the suggestions beside it."""
    _, *refused = rows(section(page("dates"), "What is refused"))
    for text, reason, suggested in refused:
        with pytest.raises(errors.DateError) as caught:
            EdtfDate.parse("" if text == "nothing" else text.strip("`"))
        message = str(caught.value)
        meant = [] if suggested == "nothing" else words(suggested)
        assert f"EDTF: {reason}" in message
        assert all(f"'{each}'" in message for each in meant)
        assert bool(meant) is ("did you mean" in message)


def test_every_qualifier_of_a_number_is_explained() -> None:
    """The page has each qualifier, and how it is made."""
    _, *forms = rows(section(page("quantities"), "Forms"))
    qualifiers = [row[0].strip("`") for row in forms if len(row) == 4]
    assert [qualifier.value for qualifier in Qualifier] == qualifiers


# -- the interface -------------------------------------------------------------------------------


def public(cls: type[Any], base: type[Any] = object) -> set[str]:
    """The public members that a class adds to its base."""
    own = {name for name in dir(cls) if not name.startswith("_")}
    fields = {attribute.name for attribute in attrs.fields(cls)}
    return {name for name in own | fields if not name.startswith("_") and not hasattr(base, name)}


_GROUPS = {attribute.name for attribute in attrs.fields(Dataset)}


@pytest.mark.parametrize(
    ("cls", "base", "elsewhere"),
    [
        (Dataset, object, _GROUPS),
        (Selection, object, set()),
        (PairSelection, Selection, {"paths"}),
        (Pair, object, {"dataset", "predecessors"}),
        (Dossier, object, {"pair"}),
        (Record, object, {attribute.name for attribute in attrs.fields(Record)}),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_every_public_member_is_explained(
    cls: type[Any], base: type[Any], elsewhere: set[str]
) -> None:
    """The page has every public member that is no field of the data file."""
    named = {word.partition("(")[0] for word in words(page("selections-and-pairs"))}
    expected = {name for name in public(cls, base) - elsewhere if not name.isupper()}
    assert set() == expected - {"claimable"} - named


def test_every_signature_is_right() -> None:
    """A member of a dataset or selection is written with the arguments that it takes."""
    text = page("selections-and-pairs")
    for cls, heading in ((Dataset, "Dataset"), (Selection, "Selection")):
        for word in words(section(text, heading)):
            name, bracket, arguments = word.partition("(")
            function = getattr(cls, name, None)
            if bracket and inspect.isfunction(function):
                taken = [p for p in inspect.signature(function).parameters if p != "self"]
                told = [part.partition("=")[0].strip(" *") for part in arguments[:-1].split(",")]
                assert (name, taken) == (name, [part for part in told if part])


def test_the_whole_face_is_explained() -> None:
    """The page has every name that the library offers."""
    told = words(section(page("selections-and-pairs"), "The face"))
    assert set(relations.__all__) <= {word.partition("(")[0] for word in told}


def test_every_sort_of_dispute_is_explained() -> None:
    """The how-to has every question that a contest answers."""
    text = prose(ROOT / "docs" / "how-to" / "find-what-is-disputed.md")
    assert {name for name in public(Contest) if name.startswith("is_")} <= set(words(text))


# -- evidence and inquiries ----------------------------------------------------------------------


def test_every_count_of_the_evidence_is_explained() -> None:
    """The page has each field of the evidence for a record, and each property beside the table."""
    told = section(page("evidence"), "What is counted")
    _, *fields = rows(told)
    expected = [attribute.name for attribute in attrs.fields(Evidence)]
    assert expected == [row[0].strip("`") for row in fields]
    assert public(Evidence) - set(expected) <= set(words(told))


def test_every_verdict_of_a_contested_fact_is_explained() -> None:
    """The page has each verdict once, and when a fact has it."""
    _, *told = rows(section(page("evidence"), "How a contested fact stands"))
    assert {verdict.value for verdict in Verdict} == {row[0].strip("`") for row in told}
    assert len(Verdict) == len(told)


def test_every_property_of_an_inquiry_is_explained() -> None:
    """The page has what an inquiry and its outcome give beside their fields."""
    own = public(Inquiry) - {attribute.name for attribute in attrs.fields(Inquiry)}
    of_outcome = {name for name, member in vars(Outcome).items() if isinstance(member, property)}
    named = {word.rpartition(".")[2] for word in words(page("evidence"))}
    assert own | of_outcome <= named


def test_the_curator_is_told_what_each_outcome_becomes() -> None:
    """The page on curating has every outcome of an inquiry, and what is then written."""
    text = prose(ROOT / "docs" / "curating.md")
    _, *told = rows(section(text, "Turn the finding into data"))
    assert {outcome.value for outcome in Outcome} == {row[1].strip("`") for row in told}
    assert all(written for *_, written in told)


def test_every_open_topic_is_listed() -> None:
    """The page on curating has each topic that is unresolved or of which nothing was found."""
    text = (ROOT / "docs" / "curating.md").read_text(encoding="utf-8")
    still_open = {Outcome.UNRESOLVED, Outcome.NOTHING_FOUND}
    topics = {entry.topic for entry in relations.load().inquiries if entry.outcome in still_open}
    assert set() == {topic for topic in topics if f"\n{topic}\n" not in text}


# -- figures and measures ------------------------------------------------------------------------


def test_every_field_and_kind_of_a_figure_is_explained() -> None:
    """The page has each field of a figure, and each kind with its words."""
    told = section(page("measures"), "Figure")
    first_cells = [row[0] for row in rows(told)]
    fields = [a.name for a in attrs.fields(Figure)]
    kinds = [kind.value for kind in FigureKind]
    listed = [word for cell in first_cells for word in words(cell)]
    assert [*fields, *kinds] == listed
    assert all(kind.words in told for kind in FigureKind if kind is not FigureKind.MEASURED)


def test_every_way_of_making_a_figure_is_explained() -> None:
    """The page has each of the functions that make a figure."""
    told = {word.partition("(")[0] for word in words(section(page("measures"), "Making one"))}
    made = [name for name, member in vars(Figure).items() if isinstance(member, classmethod)]
    assert {f"Figure.{name}" for name in made} <= told


def test_every_measure_is_listed() -> None:
    """The page has each measure, in the order in which they are listed in code."""
    _, *told = rows(section(page("measures"), "The measures"))
    assert list(MEASURES) == [row[0].strip("`") for row in told]


def test_the_rule_of_confidence_is_printed() -> None:
    """The page has each level, and for each class of source the matters it is strong on."""
    told = rows(section(page("measures"), "Confidence"))
    tables = {row[0].strip("`"): words(row[1]) for row in told}
    strong = {name.value: {group.value for group in groups} for name, groups in STRONG.items()}
    assert strong == {name: set(tables[name]) for name in strong}
    assert {level.value for level in ConfidenceLevel} <= set(tables)


# -- commands, checks, sections ------------------------------------------------------------------


def test_every_command_and_option_is_explained() -> None:
    """The page has each command with its arguments and options, and the options of all."""
    text = page("command-line")
    for option in main.params:
        assert set(option.opts) <= {word.split()[0] for word in words(section(text, "Options"))}
    for name, command in main.commands.items():
        told = section(text, f"`relations {name}`")
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert all(f"`{each}" in told for each in parameter.opts)
            else:
                assert parameter.make_metavar(click.Context(command)).strip("[]") in told


def test_every_exit_code_is_explained() -> None:
    """The page has each exit code, in the words of the help."""
    _, *told = rows(section(page("command-line"), "Exit codes"))
    assert [[str(code), meaning] for code, meaning in MEANINGS.items()] == told


def test_every_check_is_explained() -> None:
    """The page has each check, in the order in which they are made."""
    _, *told = rows(section(page("checks"), "The checks"))
    assert [
        [f"[`{check.code}`](checks/{check.code}.md)", check.severity.value] for check in CHECKS
    ] == [[row[0], row[2]] for row in told]


def test_every_field_of_a_template_is_explained() -> None:
    """The page has each field that a template shows, once."""
    shown = {name for kind in ENTRY_TYPES for name in fields_of(template(kind))}
    told = [row[0].strip("`") for row in rows(page("templates")) if row[0] != "field"]
    assert sorted(shown) == sorted(told)


def fields_of(made: Any) -> Iterator[str]:  # noqa: ANN401 - JSON of any sort
    """The names of the fields in a JSON value."""
    if isinstance(made, dict):
        yield from made
    for inner in (
        made.values() if isinstance(made, dict) else made if isinstance(made, list) else ()
    ):
        yield from fields_of(inner)


def test_every_part_of_a_problem_is_explained() -> None:
    """The page has each field of a problem."""
    _, *told = rows(section(page("checks"), "A problem"))
    assert [a.name for a in attrs.fields(errors.Problem)] == [row[0].strip("`") for row in told]


def test_every_section_of_a_dossier_is_explained() -> None:
    """The page has as many sections as a dossier, in its order, with their headings."""
    _, *told = rows(section(page("dossier"), "Sections"))
    assert len((*OPENING, *SECTIONS, *CLOSING)) == len(told)
    titles = [row[0] for row in told]
    document = relations.load().pair("VNM", "RUS").dossier().document
    headings = [
        block.text.partition("\N{NO-BREAK SPACE}")[2]
        for block in document.blocks
        if isinstance(block, Heading) and block.level == 1
    ]
    assert headings == [title for title in titles if title in headings]


def test_the_sections_of_every_length_are_named() -> None:
    """The page names each section that a paper of some length may be asked for."""
    told = words(section(page("dossier"), "Sections"))
    assert set() == {name for known in COMPOSITIONS.values() for name in known} - set(told)


def test_every_fill_of_a_marker_is_explained() -> None:
    """The page has each fill, in the words of the dossier's own key."""
    _, *told = rows(section(page("dossier"), "Markers"))
    assert [[fill.value, meaning] for fill, meaning in FILLS.items()] == told


def test_every_sign_is_explained() -> None:
    """The page has each sign of the dossier's own key."""
    document = relations.load().pair("VNM", "RUS").dossier(length="register").document
    keys = [block for block in document.blocks if isinstance(block, Facts)]
    signs = next([label for label, _ in key.rows] for key in keys if key.rows[0][0] == "..")
    _, *told = rows(section(page("dossier"), "Signs"))
    assert {row[0].strip("`") for row in told} == {
        sign for sign in signs if not sign.endswith(" marker")
    }


# -- the glossary --------------------------------------------------------------------------------


def test_the_glossary_has_each_word_once_and_in_order() -> None:
    """No word is settled twice, and each is where a reader looks for it."""
    text = prose(ROOT / "docs" / "glossary.md")
    defined = re.findall(r"^\*\*(.+?)\*\*:", text, re.MULTILINE)
    assert sorted(set(defined), key=str.casefold) == defined
