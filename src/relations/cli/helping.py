"""Help that ends in examples, with every line as wide as the terminal and nothing cut short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import click

Example = tuple[str, str]
"""A line to type, and what comes of it."""

_SHARE: Final = 0.6
"""How much of a line of help an example may take and still have its meaning beside it."""

_UNDER: Final = 2
"""How far what stands under an example is set in."""


class Command(click.Command):
    """A command that shows examples of itself."""

    def __init__(self, *args: Any, examples: Iterable[Example], **more: Any) -> None:  # noqa: ANN401 - as click has them
        super().__init__(*args, **more)
        self.examples = tuple(examples)

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, after the options."""
        _write_examples(self.examples, formatter)


class Group(click.Group):
    """Commands in the order in which they were given, and examples of them."""

    command_class = Command

    def __init__(self, *args: Any, examples: Iterable[Example], **more: Any) -> None:  # noqa: ANN401 - as click has them
        super().__init__(*args, **more)
        self.examples = tuple(examples)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names of the commands, the most wanted first."""
        return list(self.commands)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with the first sentence of each, whole."""
        with formatter.section("Commands"):
            formatter.write_dl([(it.name or "", _sentence(it)) for it in self.commands.values()])

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, after the commands."""
        _write_examples(self.examples, formatter)


def _sentence(command: click.Command) -> str:
    return command.get_short_help_str(limit=len(command.help or ""))


def _write_examples(examples: Sequence[Example], formatter: click.HelpFormatter) -> None:
    """What comes of a line beside it; or under it, where lines take more than their share."""
    longest = max(len(line) for line, _ in examples)
    beside = longest <= formatter.width * _SHARE
    with formatter.section("Examples"):
        formatter.write_dl(examples, col_max=longest if beside else _UNDER)
