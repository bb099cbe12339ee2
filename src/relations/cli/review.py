"""``relations review``: that somebody looked at a record."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Final

import click

from relations.cli.days import on_day
from relations.cli.helping import Command
from relations.cli.opening import to_write

_STAGES: Final = ("draft", "checked", "approved")


@click.command(
    cls=Command,
    examples=(
        (
            'relations --data my.json review talks-2021 --as checked --by "A. Curator"',
            "a record that was checked today",
        ),
    ),
)
@click.argument("record", metavar="ID")
@click.option("--as", "stage", type=click.Choice(_STAGES), required=True, help="How good it is.")
@click.option("--by", required=True, metavar="NAME", help="Who looked at it.")
@on_day("When it was looked at")
@click.option("--note", default="", metavar="TEXT", help="What the reviewer remarks.")
@click.pass_obj
def review(
    data: Path | None, record: str, stage: str, by: str, on: datetime.date, note: str
) -> None:
    """Write down that a record was looked at.

    ID is the identifier of a record in the data file. The review is bound to the record as it
    stands: a later edit makes it void, and relations check says so.
    """
    from relations.model.review import Stage
    from relations.reviews import reviewed
    from relations.storage.changing import change

    file = to_write(data)
    change(file, lambda held: reviewed(held, record, Stage(stage), by=by, on=on, note=note))
    click.echo(f"{record}: {Stage(stage).words} by {by} on {on}")
