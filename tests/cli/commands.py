"""The command line as a test calls it."""

from __future__ import annotations

from collections.abc import Callable

from click.testing import CliRunner, Result

from relations.cli.main import main

Run = Callable[..., Result]


def invoke(*arguments: str, typed: str | None = None, **environment: str) -> Result:
    """What a command does on a terminal of 80 columns, where somebody may type something."""
    env = {"COLUMNS": "80", **environment}
    return CliRunner(env=env).invoke(main, arguments, input=typed, prog_name="relations")
