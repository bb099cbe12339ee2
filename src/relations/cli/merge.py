"""``relations merge``: somebody's records into the data, as a person decides."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from relations.cli.exits import WrongUsage
from relations.cli.helping import Command
from relations.cli.terminal import heading, item, note

if TYPE_CHECKING:
    from relations.errors import RelationsError
    from relations.merge import Choice, Decision, Finding, Report

_FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)
_COLUMN: Final = 16
_ANSWERS: Final = {"a": "accept", "l": "link", "s": "skip", "q": "quit"}
_MEANING: Final = {
    "a": "accept it as a record of its own",
    "l": "link it: it is the same thing, and what it says stands beside what is there",
    "s": "skip it: leave it out",
    "q": "quit: go on another time",
}


@click.command(
    cls=Command,
    examples=(
        (
            "relations merge theirs.json --into my.json --report",
            "what their records are",
        ),
        ('relations merge theirs.json --into my.json --by "A. Curator"', "decide on each"),
    ),
)
@click.argument("file", type=_FILE)
@click.option("--into", "data", type=_FILE, required=True, help="The data file that they go into.")
@click.option("--by", metavar="NAME", help="Who decides; needed unless --report is given.")
@click.option(
    "--decisions",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where the decisions are kept.  [default: FILE.decisions.json]",
)
@click.option("--report", is_flag=True, help="Say what each record is, ask nothing, write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def merge(
    file: Path, data: Path, by: str | None, decisions: Path | None, report: bool, as_json: bool
) -> None:
    """Go through somebody's records and decide what becomes of each.

    FILE is their data file. Each record is held against the data and shown with what it is: new,
    the same as one that is there, near to one, or in conflict with one. Nothing is asked twice:
    stop at any time and go on later.
    """
    if report or as_json:
        _report(file, data, as_json=as_json)
    elif by is None:
        raise WrongUsage("say who decides, with --by NAME; or ask for a --report")
    else:
        _sit(file, data, by, decisions or file.with_name(f"{file.name}.decisions.json"))


# -- the report ----------------------------------------------------------------------------------


def _report(file: Path, data: Path, *, as_json: bool) -> None:
    from relations.merge import Kind
    from relations.merge import merge as held_against
    from relations.storage import load

    report = held_against(load(data), load(file).records)
    if as_json:
        click.echo(json.dumps(_spelled(report), ensure_ascii=False, indent=2))
        return
    for kind in Kind:
        findings = report.of(kind)
        heading(f"{kind.value.capitalize()} ({len(findings)})")
        for finding in findings:
            _show(finding)


def _spelled(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "record": finding.record.id,
            "is": finding.kind.value,
            "other": finding.other.id if finding.other else None,
            "score": finding.score,
            "reasons": finding.reasons,
            "conflicts": [_field(change.field, change.words) for change in finding.conflicts],
            "more": [_field(change.field, change.words) for change in finding.more],
        }
        for finding in report.findings
    ]


def _field(name: str, words: str) -> dict[str, str]:
    return {"field": name, "words": words}


def _show(finding: Finding) -> None:
    from relations.words import date_of, label

    record = finding.record
    item("  record", f"{record.title} ({date_of(record)}, {record.id})", _COLUMN)
    if finding.other:
        other = finding.other
        like = f"{other.title} ({date_of(other)}, {other.id}), {finding.score:.0%} alike"
        item("    there is", like, _COLUMN)
    for reason in finding.reasons:
        item("    because", reason, _COLUMN)
    for change in finding.conflicts:
        item("    against", f"{label(change.field)}: {change.words}", _COLUMN)
    for change in finding.more:
        item("    more", f"{label(change.field)}: {change.words}", _COLUMN)


# -- deciding ------------------------------------------------------------------------------------


def _sit(file: Path, data: Path, by: str, decisions: Path) -> None:
    from relations.merge.sitting import Sitting
    from relations.storage import load

    sitting = Sitting(origin=load(file), data=data, decisions=decisions, by=by, now=now)
    try:
        for decision in sitting.take_up():
            note(f"taken up: {_said(decision)}")
        for decision in sitting.go_through(_ask, _refused):
            click.echo(_said(decision))
    except (click.Abort, KeyboardInterrupt):
        click.echo()
    left = len(sitting.undecided())
    kept = f"the decisions are in {decisions}"
    note(f"{left} left to decide; {kept}" if left else f"all are decided; {kept}")


def _refused(decision: Decision, error: RelationsError) -> None:
    note(f"{error}\n{decision.record}: the data cannot hold it so; it is asked about next time")


def now() -> datetime.datetime:
    """The time where the person sits, to the second."""
    return datetime.datetime.now().astimezone().replace(microsecond=0)


def _ask(finding: Finding, left: int) -> tuple[Choice, str] | None:
    from relations.merge import Choice

    heading(f"{finding.kind.value.capitalize()}, {left} to go")
    _show(finding)
    possible = [letter for letter in _ANSWERS if letter != "l" or finding.other]
    click.echo("  " + "\n  ".join(f"{letter}  {_MEANING[letter]}" for letter in possible))
    answer = click.prompt("What becomes of it?", type=click.Choice(possible), show_choices=True)
    if answer == "q":
        return None
    reason = click.prompt("Why?", default="", show_default=False)
    return Choice(_ANSWERS[answer]), reason


def _said(decision: Decision) -> str:
    into = f" into {decision.into}" if decision.into and decision.into != decision.record else ""
    return f"{decision.record}: {decision.choice.value}{into}"
