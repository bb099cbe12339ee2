from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import attrs
import pytest

import catalogues
import relations
from builders import dated, record, state, world
from relations.measures.figure import SHARE, Figure, FigureKind
from relations.model.agreement import Agreement
from relations.model.coverage import Coverage, CoverageClass
from relations.model.exercise import Exercise
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import Format, Level, Meeting
from relations.model.party import PartyRole, Role
from relations.model.record import Record
from relations.model.status import Status
from relations.report.blocks import (
    Block,
    Callout,
    Cite,
    Content,
    KeyFigures,
    Paragraph,
    Table,
    Voice,
)
from relations.report.build import build
from relations.report.options import Options
from relations.report.speech import ENGLISH, LANGUAGES
from relations.report.wording.figures import figure_words
from relations.storage import dumps
from report.banned import BANNED
from report.printed import plain, text_of, words_of

PAIRS = (("VNM", "RUS"), ("LAO", "RUS"), ("LAO", "JPN"), ("ASEAN", "RUS"), ("ASEAN", "JPN"))
READ = Coverage(
    id="all",
    kinds=tuple(RECORD_TYPES),
    coverage_class=CoverageClass.OPPORTUNISTIC,
    sources=("first",),
)


def page(*records: Record, coverage: tuple[Coverage, ...] = (READ,)) -> tuple[Block, ...]:
    """The blocks of Viet Nam and Russia from these records."""
    return build(world(*records, coverage=coverage).pair("VNM", "RUS")).document.blocks


def sentences(blocks: tuple[Block, ...]) -> list[Content]:
    """The leading sentences."""
    return [b.content for b in blocks if isinstance(b, Paragraph) and b.voice is Voice.LEAD]


def contacts(blocks: tuple[Block, ...]) -> list[str]:
    """The rows of the last contacts."""
    table = next(
        b for b in blocks if isinstance(b, Table) and b.caption.startswith("Last contacts")
    )
    return [words_of(row) for row in table.rows]


def visit(name: str, visitor: str, host: str, date: str, level: Level = Level.HEAD) -> Meeting:
    """A visit that was held."""
    roles = (
        PartyRole(party=visitor, role=Role.VISITOR),
        PartyRole(party=host, role=Role.HOST),
    )
    return record(
        Meeting, name, roles, date=dated(date), level=level, history=(state(Status.HELD, date),)
    )


# -- the contract --------------------------------------------------------------------------------


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_page_one_has_its_parts(a: str, b: str) -> None:
    """Five figures, up to five sentences, the last contacts and what silence means."""
    blocks = relations.load().pair(a, b).dossier().document.blocks
    (figures,) = [block for block in blocks if isinstance(block, KeyFigures)]
    assert 5 == len(figures.items)
    assert 1 <= len(sentences(blocks)) <= 5
    assert contacts(blocks)
    assert any(isinstance(block, Callout) for block in blocks)


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_page_one_says_as_much_in_each_language(a: str, b: str, language: str) -> None:
    """A language of longer words costs no sentence."""
    pair = relations.load().pair(a, b)
    said = len(sentences(pair.dossier().document.blocks))
    assert said == len(sentences(pair.dossier(language=language).document.blocks))


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_a_sentence_bears_at_most_three_numbers(a: str, b: str) -> None:
    """What more sources say it is counted."""
    for content in sentences(relations.load().pair(a, b).dossier().document.blocks):
        assert sum(len(i.numbers) for i in content if isinstance(i, Cite)) <= 3, plain(content)


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_a_sentence_names_a_source_or_says_that_nothing_was_found(a: str, b: str) -> None:
    """Nothing stands on page one without a reference or a word on its coverage."""
    for content in sentences(relations.load().pair(a, b).dossier().document.blocks):
        said = plain(content)
        assert re.search(r"\[\d+\]|found", said), said


@pytest.mark.parametrize("word", BANNED)
def test_no_message_of_ours_praises(word: str) -> None:
    """No sentence, label or word that a paper may say is one of those banned."""
    said = [text for entry in catalogues.template() for text in _texts(entry.id)]
    assert [] == [text for text in said if word in text.lower()]


def _texts(identifier: str | tuple[str, ...] | list[str]) -> Iterator[str]:
    yield from (identifier,) if isinstance(identifier, str) else identifier


@pytest.mark.parametrize("length", ["brief", "dossier", "register"])
@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_no_paper_praises(a: str, b: str, length: str) -> None:
    """The banned words stand in no paper, but in what a source or a title says."""
    pair = relations.load().pair(a, b)
    said = text_of(pair.dossier(length=length).document).lower()
    theirs = dumps(pair.excerpt()).lower()
    assert [] == [word for word in BANNED if word in said and word not in theirs]


# -- sentences -----------------------------------------------------------------------------------


def test_what_is_meant_and_what_is_ordered_stand_in_one_sentence() -> None:
    """The pipeline is told apart from what was done, and adds to no figure."""
    planned = record(Agreement, "plan", ("VNM", "RUS"), history=(state(Status.PROPOSED, "2019"),))
    said = [plain(content) for content in sentences(page(planned))]
    assert any(
        text.startswith("Meant or ordered, and not done in full as far as is known:")
        for text in said
    )


def test_a_pair_with_nothing_is_said_to_have_nothing_found() -> None:
    """Where there is no record, the page says so and prints no number."""
    (said,) = [plain(content) for content in sentences(page())]
    assert "No record that ties Viet Nam and the Russian Federation directly was found." == said


def test_a_long_title_is_cut_at_a_word() -> None:
    """A title of three hundred letters does not take the page."""
    long = record(
        Agreement,
        "long",
        ("VNM", "RUS"),
        title="A very long title " * 20,
        history=(state(Status.SIGNED, "2014"),),
    )
    said = next(text for text in map(plain, sentences(page(long))) if "A very long" in text)
    assert "very long…, signed" in said
    assert len(said) < 320


# -- last contacts -------------------------------------------------------------------------------


def test_contacts_stand_by_level_and_direction() -> None:
    """The last visit each way is told with its source, and what was not found as such."""
    rows = contacts(
        page(
            visit("old", "VNM", "RUS", "2012"),
            visit("new", "VNM", "RUS", "2018-09-05"),
            visit("back", "RUS", "VNM", "2017", Level.DEFENCE_MINISTER),
        )
    )
    assert [
        "Head | 5 September 2018 [1] | none found | none found",
        "Foreign minister | none found | none found | none found",
        "Defence minister | none found | 2017 [1] | none found",
    ] == rows


def test_a_meeting_elsewhere_says_where() -> None:
    """A meeting by video is neither a visit nor hidden."""
    met = record(
        Meeting,
        "met",
        ("VNM", "RUS"),
        date=dated("2021-07-06"),
        level=Level.FOREIGN_MINISTER,
        format=Format.VIDEO,
        history=(state(Status.HELD, "2021-07-06"),),
    )
    assert "Foreign minister | none found | none found | 6 July 2021, by video [1]" in contacts(
        page(met)
    )


def test_contacts_that_nobody_looked_for_are_not_covered() -> None:
    """Without a statement of coverage silence is no finding."""
    assert "Head | not covered | not covered | not covered" in contacts(page(coverage=()))


# -- what changed --------------------------------------------------------------------------------


def changed(*records: Record, since: tuple[Record, ...]) -> list[str]:
    """The boxes of a paper that names an older edition."""
    old = world(*since)
    blocks = build(world(*records).pair("VNM", "RUS"), Options(since=old)).document.blocks
    return [plain(block.content) for block in blocks if isinstance(block, Callout)]


def test_what_changed_since_an_edition_is_told() -> None:
    """What is new, revised and withdrawn, each with its titles."""
    made = record(Agreement, "made", ("VNM", "RUS"), title="A contract")
    met = record(Meeting, "met", ("VNM", "RUS"), title="A visit", date=dated("2018"))
    later = attrs.evolve(met, date=dated("2018-07"))
    gone = record(Agreement, "gone", ("VNM", "RUS"), title="A mistake")
    box, _ = changed(made, later, since=(met, gone))
    assert (
        "Changed since edition 2026/1 of 30 June 2026. Added: A contract; revised: A visit; "
        "withdrawn: A mistake (no reason is given)."
    ) == box


def test_nothing_changed_is_said() -> None:
    """An edition that differs in nothing is not passed over."""
    assert "Nothing differs." in changed(since=())[0]


def test_without_an_older_edition_nothing_is_said_of_changes() -> None:
    """A first edition has nothing to be held against."""
    assert not any(
        plain(block.content).startswith("Changed") for block in page() if isinstance(block, Callout)
    )


# -- figures in words ----------------------------------------------------------------------------

DAY = datetime.date(2026, 6, 30)


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure.measured(5, name="x", as_of=DAY, records=("r",)), "5"),
        (Figure.between(5, 7, name="x", as_of=DAY, records=("r",)), "5 to 7"),
        (Figure.between(5, None, name="x", as_of=DAY, records=("r",)), "at least 5"),
        (Figure.between(0, 7, name="x", as_of=DAY, records=("r",)), "up to 7"),
        (Figure.between(0, None, name="x", as_of=DAY, records=("r",)), "not known"),
        (Figure.measured(0.354, name="x", as_of=DAY, records=("r",), unit=SHARE), "35%"),
        (Figure.measured(0.001, name="x", as_of=DAY, records=("r",), unit=SHARE), "under 1%"),
        (Figure.measured(0.999, name="x", as_of=DAY, records=("r",), unit=SHARE), "over 99%"),
        (
            Figure(name="x", as_of=DAY, kind=FigureKind.KNOWN_ZERO, records=("r",)),
            "none, as a source says",
        ),
        (Figure.absent(name="x", as_of=DAY, coverage=(READ,)), "none found"),
        (Figure.absent(name="x", as_of=DAY), "not covered"),
        (Figure.not_applicable("why", name="x", as_of=DAY), "not applicable"),
    ],
)
def test_a_figure_is_told_by_its_kind(figure: Figure, said: str) -> None:
    """A number is a number, and each way of having none has words of its own."""
    assert said == figure_words(ENGLISH, figure)


@pytest.mark.parametrize(
    ("expected", "dates"),
    [(("1", "Exercise held"), ("2018",)), (("2", "Exercises held"), ("2018", "2019"))],
)
def test_a_figure_agrees_with_what_it_counts(
    expected: tuple[str, str], dates: tuple[str, ...]
) -> None:
    """One exercise is an exercise, and two are exercises."""
    held = (
        record(
            Exercise, f"e{date}", ("VNM", "RUS"), date=dated(date), history=(state(Status.HELD),)
        )
        for date in dates
    )
    (figures,) = [block for block in page(*held) if isinstance(block, KeyFigures)]
    assert expected == (figures.items[3].value, figures.items[3].label)
