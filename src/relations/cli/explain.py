"""``relations explain``: what a figure means, how it is computed, and what it rests on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from relations.cli.exits import WrongUsage
from relations.cli.helping import Command
from relations.cli.measure_rows import figures_of, show_rows
from relations.cli.opening import opened, pair_of
from relations.cli.terminal import heading, item

if TYPE_CHECKING:
    from relations.measures import Measure
    from relations.measures.figure import Figure
    from relations.pairs import Pair

_INDENT: Final = 2
_NAME_COLUMN: Final = 28


@click.command(
    cls=Command,
    examples=(
        ("relations explain", "the measures"),
        ("relations explain last_contacts", "what one of them means"),
        (
            "relations explain last_contacts VNM RUS",
            "its value and the records used",
        ),
        (
            "relations explain agreements_in_force VNM RUS --on 1985-01-01",
            "as of a day",
        ),
    ),
)
@click.argument("measure", metavar="[MEASURE]", required=False)
@click.argument("a", metavar="[A]", required=False)
@click.argument("b", metavar="[B]", required=False)
@click.option("--on", metavar="DAY", help="As of this day, in place of the edition's cut-off.")
@click.option("--json", "shape", flag_value="json", help="Print the rows alone, as JSON.")
@click.option("--csv", "shape", flag_value="csv", help="Print the rows alone, as CSV.")
@click.pass_obj
def explain(
    data: Path | None,
    measure: str | None,
    a: str | None,
    b: str | None,
    on: str | None,
    shape: str | None,
) -> None:
    """Explain a computed figure, and compute it for two parties.

    Prints the formula of MEASURE, its precedent and its pitfalls. With two parties, A and B, also
    its value for them, how thoroughly the matter was looked for, and the records it rests on.
    Without MEASURE, the measures are listed.
    """
    from relations.measures import measure_named, rows_of

    if measure is None:
        _list()
        return
    function = measure_named(measure)
    if (a is None) is not (b is None):
        raise WrongUsage("a figure is of two parties: name both, or neither for the explanation")
    if a is None or b is None:
        if on is not None or shape is not None:
            raise WrongUsage("--on, --json and --csv are about two parties: name both")
        _explain(function)
        return
    pair = pair_of(opened(data), a, b)
    if shape is not None:
        _print_rows(function, pair, on, shape)
        return
    rows = rows_of(function(pair, on=on))  # before anything is said: the day may be none
    _explain(function)
    _show(function, pair, rows, on)


def _print_rows(measure: Measure, pair: Pair, on: str | None, shape: str) -> None:
    from relations.exporters.figures import figures_table

    table = figures_table(measure.__name__, measure(pair, on=on))
    if shape == "csv":
        click.echo(table.to_csv(), nl=False)
    else:
        click.echo(json.dumps(table.to_dicts(), ensure_ascii=False, indent=2, default=str))


def _list() -> None:
    from relations.measures import MEASURES
    from relations.measures.explanation import explanation

    for name, measure in MEASURES.items():
        item(name, explanation(measure).summary, _NAME_COLUMN)


def _explain(measure: Measure) -> None:
    from relations.measures.explanation import explanation

    told = explanation(measure)
    click.secho(told.name, bold=True)
    item("", told.summary, _INDENT)
    for title, text in (
        ("Formula", told.formula),
        ("Precedent", told.precedent),
        ("Pitfalls", told.pitfalls),
    ):
        heading(title)
        item("", text, _INDENT)


# -- for a pair ----------------------------------------------------------------------------------


def _show(measure: Measure, pair: Pair, rows: Sequence[Any], on: str | None) -> None:
    from relations.words import names_of

    names = {**names_of(pair.dataset), **_directions(pair)}
    told = rows or (_nothing(measure, pair, on),)
    figures = [figure for row in told for _, figure in figures_of(row)]
    day = on or pair.dataset.edition.date
    heading(f"{pair.a.name} – {pair.b.name}, as of {day}")
    show_rows(told, names)
    _show_coverage(figures)
    _show_records(figures, pair)


def _directions(pair: Pair) -> dict[str, str]:
    """The directions, in which the pair stands under the letters of its order."""
    a, b = pair.a.name, pair.b.name
    return {
        "a_to_b": f"{a} to {b}",
        "b_to_a": f"{b} to {a}",
        "all_to_a": f"all to {a}",
        "all_to_b": f"all to {b}",
    }


def _nothing(measure: Measure, pair: Pair, on: str | None) -> Figure:
    """What it means that a measure gives no row."""
    from relations.measures.figure import Figure
    from relations.measures.question import Question
    from relations.model.kinds import RECORD_TYPES

    question = Question.of(measure.__name__, pair, on)
    return Figure.absent(**question.context(*RECORD_TYPES))


def _show_coverage(figures: list[Figure]) -> None:
    from relations.measures.coverage import coverage_words

    statements = {entry.id: entry for figure in figures for entry in figure.coverage}
    heading("Coverage")
    for entry in statements.values():
        item(f"  {entry.id}", coverage_words((entry,)), _NAME_COLUMN)
        item("", entry.note, _NAME_COLUMN, dim=True)
    if not statements:
        item("", "not covered: nothing says what was looked for", _INDENT)


def _show_records(figures: list[Figure], pair: Pair) -> None:
    from relations.words import date_of

    used = {key for figure in figures for key in figure.records}
    found = [record for record in pair.dataset.records if record.id in used]
    heading("Records used")
    for record in found:
        item(f"  {date_of(record)}", f"{record.title} ({record.id})", _NAME_COLUMN)
    if not found:
        item("", "none", _INDENT)
