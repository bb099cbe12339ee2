"""The pages of the documentation, and the examples on them that are not Python.

Two sorts of example are run beside the ``python`` blocks, in the order of the page and in a folder
that is new for each page:

- a ``console`` block: each line that starts with ``$ `` is a command, and what follows up to the
  next is what it shows. ``...`` stands for what is left out: a part of a line, or alone on its line
  any number of lines. ``$ echo $?`` shows the exit code. Of other programs, a few may be shown
  and are not run. A block that shows no output is a list of commands: they are not run, and only
  their names and options are looked at.
- a block after the comment ``<!-- file: name -->`` is written to the file of that name.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from attrs import frozen
from click.testing import CliRunner
from sybil import Document, Example, Region

ROOT: Final = Path(__file__).resolve().parents[2]
WIDTH: Final = 80
"""The columns of the terminal that examples are shown in."""

NOT_RUN: Final = ("git ", "make ", "pip ")
"""How commands begin that a page may show and that need more than the library to run."""

_BLOCK: Final = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_FILE: Final = re.compile(
    r"^<!-- file: (?P<name>[\w.-]+) -->\n+```\w*\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)
_CONSOLE: Final = re.compile(r"^```console\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


def pages() -> tuple[Path, ...]:
    """README.md and every page of docs/."""
    return (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))


def prose(page: Path) -> str:
    """The text of a page without its examples."""
    return _BLOCK.sub("", page.read_text(encoding="utf-8"))


# -- a folder for each page ----------------------------------------------------------------------


def enter_new_folder(namespace: dict[str, Any]) -> None:
    """Work in a folder of the page's own, so that an example may write a file."""
    stack = contextlib.ExitStack()
    stack.enter_context(contextlib.chdir(stack.enter_context(tempfile.TemporaryDirectory())))
    namespace["_leave"] = stack.close


def leave_folder(namespace: dict[str, Any]) -> None:
    """Go back to where the tests run, and remove the page's folder."""
    namespace["_leave"]()


# -- files that a page shows ---------------------------------------------------------------------


def shown_files(document: Document) -> Iterator[Region]:
    """Each block that a comment names as a file."""
    for match in _FILE.finditer(document.text):
        yield Region(match.start(), match.end(), match, _write)


def _write(example: Example) -> None:
    match: re.Match[str] = example.parsed
    Path(match["name"]).write_text(match["text"], encoding="utf-8")


# -- commands that a page shows ------------------------------------------------------------------


@frozen
class Command:
    """A command with the lines it is said to show."""

    line: str
    shown: tuple[str, ...]


def shown_commands(document: Document) -> Iterator[Region]:
    """Each ``console`` block."""
    for match in _CONSOLE.finditer(document.text):
        yield Region(match.start(), match.end(), match["text"], _run_block)


def _run_block(example: Example) -> str | None:
    code = example.namespace.get("_exit_code", 0)
    block = [one for one in commands(example.parsed) if not one.line.startswith(NOT_RUN)]
    if not any(command.shown for command in block):
        return next((problem for command in block if (problem := _misspelt(command))), None)
    for command in block:
        if command.line == "echo $?":
            lines = [str(code)]
        else:
            lines, code = run(command.line)
        example.namespace["_exit_code"] = code
        if not agrees(command.shown, lines):
            shown = "\n".join(command.shown)
            told = "\n".join(lines)
            return f"$ {command.line}\n--- the page shows\n{shown}\n--- it really shows\n{told}"
    return None


def _misspelt(command: Command) -> str | None:
    """What is wrong with the name or an option of a command that is only listed."""
    lines, code = run(f"{command.line.partition('  #')[0]} --help")
    return "\n".join([f"$ {command.line}", *lines]) if code else None


def commands(text: str) -> Iterator[Command]:
    """The commands of a ``console`` block."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        line, *shown = part.rstrip("\n").split("\n")
        yield Command(line, tuple(shown))


def run(line: str) -> tuple[list[str], int]:
    """What a terminal holds after a command of ours, and the exit code.

    A remark on standard error beside a result is left out: a terminal clears the progress of work.
    """
    from relations.cli.main import main

    program, *arguments = shlex.split(line)
    if program != "relations":
        raise ValueError(f"an example runs relations, or shows {', '.join(NOT_RUN)}not {program}")
    environment = {**os.environ, "COLUMNS": str(WIDTH), "NO_COLOR": "1"}
    result = CliRunner(env=environment).invoke(main, arguments, prog_name="relations")
    told = result.stdout + (result.stderr if result.exit_code else "")
    return told.rstrip("\n").split("\n") if told else [], result.exit_code


def agrees(shown: tuple[str, ...], told: list[str]) -> bool:
    """Whether the lines told are those shown.

    A line ``...`` stands for any number of lines, and ``...`` in a line for any part of it.
    """
    pattern = "".join(map(_pattern, shown))
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in told)) is not None


def _pattern(line: str) -> str:
    if line == "...":
        return r"(?:.*\n)*"
    return ".*".join(map(re.escape, line.split("..."))) + r"\n"
