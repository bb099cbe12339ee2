"""``relations schema``: the data file as a JSON Schema."""

from __future__ import annotations

import click

from relations.cli.helping import Command


@click.command(
    cls=Command,
    examples=(("relations schema > relations.schema.json", "a file for an editor to validate by"),),
)
def schema() -> None:
    """Print the JSON Schema of the data file.

    An editor that is told of it completes and validates while you write.
    """
    from relations.schema import dumps

    click.echo(dumps(), nl=False)
