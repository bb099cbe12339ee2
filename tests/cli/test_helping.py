from __future__ import annotations

import shlex
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from cli.commands import invoke
from relations.cli.helping import Command, Group
from relations.cli.main import main


def commands(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """A command and all below it, each by the words that call it."""
    yield name, command
    if isinstance(command, click.Group):
        for word, inner in command.commands.items():
            yield from commands(f"{name} {word}", inner)


def help_of(*words: str, columns: int) -> str:
    """The help of a command on a terminal of so many columns."""
    return CliRunner().invoke(main, [*words, "--help"], terminal_width=columns - 2).stdout


ALL = dict(commands("relations", main))
EXAMPLES = [
    pytest.param(name, line, id=line)
    for name, command in ALL.items()
    if isinstance(command, Command | Group)
    for line, _ in command.examples
]


@pytest.mark.parametrize("name", ALL)
def test_every_command_has_examples(name: str) -> None:
    """The help of each command ends in lines that call it."""
    _, *words = name.split()
    told = invoke(*words, "--help").stdout.partition("\nExamples:\n")[2]
    assert "relations " in told
    assert all(word in told for word in words)


@pytest.mark.parametrize("kind", [Command, Group])
def test_a_command_cannot_be_made_without_examples(kind: type[click.Command]) -> None:
    """Whoever forgets them is told at once, and not by whoever asks for help."""
    with pytest.raises(TypeError, match="examples"):
        kind("forgetful")


@pytest.mark.parametrize(("name", "line"), EXAMPLES)
def test_every_example_can_be_typed(name: str, line: str) -> None:
    """An example is of its command or one below it, and has no option that there is not."""
    program, *words = shlex.split(line.partition(" <")[0].partition(" >")[0])
    called, command = program, ALL[program]
    while isinstance(command, click.Group):
        _, words, _ = command.make_parser(click.Context(command)).parse_args(words)
        called, command, words = f"{called} {words[0]}", command.commands[words[0]], words[1:]
    command.make_parser(click.Context(command)).parse_args(words)
    assert called.startswith(name)


@pytest.mark.parametrize("name", ALL)
def test_help_is_never_cut_short(name: str) -> None:
    """On a narrow terminal the help goes on on the next line, in place of three dots."""
    _, *words = name.split()
    told = help_of(*words, columns=60).replace("]...", "").replace("FILE...", "")
    assert "..." not in told


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        (60, "  relations show VNM\n      a party, person, place, source or record\n"),
        (100, f"  relations show VNM{' ' * 24}a party, person, place, source or record\n"),
    ],
)
def test_the_meaning_of_an_example_stands_where_there_is_room(columns: int, shown: str) -> None:
    """It stands beside the line on a wide terminal, and under it on a narrow one."""
    assert shown in help_of(columns=columns)
