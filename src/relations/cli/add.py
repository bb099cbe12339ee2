"""``relations add``: new entries into a data file."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from relations.cli.exits import DataInvalid, WrongUsage
from relations.cli.helping import Command
from relations.cli.kinds import kind_named
from relations.cli.terminal import counted, is_terminal, note

if TYPE_CHECKING:
    from relations.errors import DataError
    from relations.storage.adding import New

_STANDARD_INPUT: Final = "standard input"
_FIELD: Final = re.compile(r"(?P<path>[^=:]+)(?P<sign>:?=)(?P<value>.*)", re.DOTALL)
_STEP: Final = re.compile(r"[^.\[\]]+")


@click.command(
    cls=Command,
    examples=(
        ("relations add my.json < entries.json", "entries of any kind, as groups"),
        ("relations add my.json sources < source.json", "a source that was filled in"),
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("kind", required=False)
@click.argument("fields", metavar="[FIELD=VALUE]...", nargs=-1)
def add(file: Path, kind: str | None, fields: tuple[str, ...]) -> None:
    """Add entries to a data file, after checking it with them.

    KIND is the group they belong to, such as sources or meetings. An entry is written as its fields
    one by one: title="A title", date.edtf=2021-07, citations[0].quote="the words"; a number, a list
    or null after := instead of =. Without fields, it is read as JSON from standard input: an object
    or a list of them; without KIND, an object of groups as in a data file.

    All of it is added, or nothing. Two that add at once lose nothing.
    """
    from relations.errors import DataError
    from relations.model.kinds import ENTRY_TYPES
    from relations.storage.adding import add as added

    if kind is not None:
        kind = kind_named("group of the data file", kind, ENTRY_TYPES)
    new, text = (_typed(kind, fields), "") if kind and fields else _read(kind)
    origin = _STANDARD_INPUT if text else "the new entry"
    try:
        done = added(file, new, text=text, origin=origin)
    except DataError as error:
        raise DataInvalid(_refusal(error)) from error
    for warning in done.warnings:
        note(str(warning))
    for group, identifier in done.entries:
        click.echo(f"added {identifier} to the {group} of {file}")


def _refusal(error: DataError) -> str:
    last = f"{counted(len(error.problems), 'error')}. Nothing was written."
    return "\n".join(["this cannot be added", *map(str, error.problems), last])


# -- from the command line -----------------------------------------------------------------------


def _typed(kind: str, fields: tuple[str, ...]) -> list[New]:
    """The entry whose fields were written one by one."""
    from relations.storage.adding import New

    entry: dict[str, Any] = {}
    for field in fields:
        found = _FIELD.fullmatch(field)
        if found is None:
            raise WrongUsage(f"{field!r} is no field and value; write it as title='A title'")
        value = found["value"] if found["sign"] == "=" else _json(found["value"])
        _set(entry, found["path"], value)
    return [New(kind, entry)]


def _json(text: str) -> object:
    from relations.storage.reading import json_value

    return json_value(text, "the value after :=")


def _set(entry: dict[str, Any], path: str, value: object) -> None:
    """Put a value at a path such as ``citations[0].quote``, making what is around it."""
    steps: list[str | int] = [
        int(step) if step.isdecimal() else step for step in _STEP.findall(path)
    ]
    if not steps or isinstance(steps[0], int):
        raise WrongUsage(f"{path!r} is no path of a field; write it as citations[0].quote")
    around: Any = entry
    for step, after in zip(steps, [*steps[1:], None], strict=True):
        inner = value if after is None else [] if isinstance(after, int) else {}
        around = _step(around, step, inner, path, last=after is None)


def _step(around: Any, step: str | int, inner: object, path: str, *, last: bool) -> Any:  # noqa: ANN401 - JSON as it is built
    """Go one step in, making it if it is not there."""
    if isinstance(around, list) and isinstance(step, int) and step <= len(around):
        if step == len(around):
            around.append(inner)
        elif last:
            around[step] = inner
        return around[step]
    if isinstance(around, dict) and isinstance(step, str):
        if last:
            around[step] = inner
        return around.setdefault(step, inner)
    raise WrongUsage(f"{path!r} does not fit the fields before it; lists are filled from [0] on")


# -- from standard input -------------------------------------------------------------------------


def _read(kind: str | None) -> tuple[list[New], str]:
    """The entries on standard input, and its text."""
    from relations.storage.reading import LARGEST, decoded, json_value, parsed

    if is_terminal(sys.stdin):
        note("reading JSON from standard input, which Ctrl-D ends")
    content = sys.stdin.buffer.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise WrongUsage(f"standard input has more than {LARGEST} bytes")
    text = decoded(content, _STANDARD_INPUT)
    if kind is None:
        return _grouped(parsed(text, _STANDARD_INPUT)), text
    return _of_kind(kind, json_value(text, _STANDARD_INPUT)), text


def _of_kind(kind: str, value: object) -> list[New]:
    from relations.storage.adding import New

    if isinstance(value, list):
        return [New(kind, entry, f"[{n}]") for n, entry in enumerate(value)]
    return [New(kind, value)]


def _grouped(document: dict[str, Any]) -> list[New]:
    from relations.storage.adding import New

    return [
        New(group, entry, f"{group}[{n}]")
        for group, entries in document.items()
        for n, entry in enumerate(entries if isinstance(entries, list) else [entries])
    ]
