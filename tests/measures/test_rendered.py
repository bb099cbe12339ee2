"""Each kind of figure in each output: none is printed as another, and silence has no number."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from functools import partial
from itertools import permutations

import attrs
import pypdf
import pytest
from attrs import frozen

from measures.test_figure import DAY, ONE_OF_EACH
from relations.exporters.figures import figures_table
from relations.measures.figure import Figure, FigureKind
from relations.report.blocks import KeyFigure, KeyFigures
from relations.report.pdf.render import render
from relations.report.speech import ENGLISH, LANGUAGES, Speech
from relations.report.wording.figures import figure_words
from strategies.blocks import sample_document

SILENT = [kind for kind in FigureKind if kind is not FigureKind.MEASURED]


@frozen
class Line:
    """A row of a measure, with one figure."""

    count: Figure


def as_text(figure: Figure) -> str:
    """The words in a session and in the terminal."""
    return str(figure)


def as_dossier_words(figure: Figure) -> str:
    """The words of the dossier."""
    return figure_words(ENGLISH, figure)


def in_language(code: str) -> Callable[[Figure], str]:
    """The words of the dossier in a language."""
    return partial(figure_words, Speech.of(code))


def as_csv(figure: Figure) -> str:
    """The cells of a spreadsheet: the kind, and the numbers."""
    content = figures_table("lines", (Line(figure),)).to_csv().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(content))
    return " ".join((row["count_kind"], row["count_value"], row["count_low"], row["count_high"]))


def as_json(figure: Figure) -> str:
    """The values of a machine's reading: the kind, and the numbers."""
    (row,) = figures_table("lines", (Line(figure),)).to_dicts()
    numbers = [row[f"count_{name}"] for name in ("value", "low", "high")]
    return json.dumps([row["count_kind"], *(number for number in numbers if number is not None)])


def as_alone(figure: Figure) -> str:
    """A figure that is the whole of a measure, as a table."""
    (row,) = figures_table("figure", figure).to_dicts()
    return f"{row['figure_kind']} {row['figure_value']}"


def as_html(figure: Figure) -> str:
    """The heading of a figure in a notebook, without its list of what it rests on."""
    return figure._repr_html_().partition("<table")[0]


OUTPUTS: dict[str, Callable[[Figure], str]] = {
    "text": as_text,
    **{f"dossier in {code}": in_language(code) for code in LANGUAGES},
    "csv": as_csv,
    "json": as_json,
    "alone": as_alone,
    "html": as_html,
}


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=OUTPUTS)
def test_no_kind_is_printed_as_another(output: Callable[[Figure], str]) -> None:
    """In every output, each of the five kinds reads differently, and none holds another."""
    printed = [output(figure) for figure in ONE_OF_EACH.values()]
    assert all(one not in other for one, other in permutations(printed, 2))


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=OUTPUTS)
@pytest.mark.parametrize("kind", SILENT)
def test_only_a_measured_figure_is_printed_with_a_number(
    output: Callable[[Figure], str], kind: FigureKind
) -> None:
    """What is not measured has no digit in any output, and 0 least of all."""
    assert not any(letter.isdigit() for letter in output(ONE_OF_EACH[kind]))
    assert any(letter.isdigit() for letter in output(ONE_OF_EACH[FigureKind.MEASURED]))


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=OUTPUTS)
def test_a_measured_zero_is_told_from_silence(output: Callable[[Figure], str]) -> None:
    """Nought days since a meeting of today is a number, and reads unlike all silence."""
    today = Figure.measured(0, name="meetings", as_of=DAY, unit="day", records=("a",))
    assert output(today) not in [output(ONE_OF_EACH[kind]) for kind in SILENT]


def test_a_page_shows_each_kind_in_its_own_words() -> None:
    """The large figures of a printed page say each kind in full."""
    words = {kind: as_dossier_words(figure) for kind, figure in ONE_OF_EACH.items()}
    items = tuple(KeyFigure(said, kind.value, "") for kind, said in words.items())
    document = attrs.evolve(sample_document(), blocks=(KeyFigures(items),))
    pages = pypdf.PdfReader(io.BytesIO(render(document))).pages
    flat = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert all(said in flat for said in words.values())
