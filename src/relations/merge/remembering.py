"""The file of decisions, so that nobody is asked twice and everybody can see who decided what."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from attrs import field, frozen
from cattrs import Converter

from relations.converter import StructureError, make_converter, structure
from relations.errors import DataError, Unfit
from relations.files import write_atomically
from relations.merge.deciding import Decision
from relations.storage.placing import placed
from relations.storage.reading import parsed, read_text

FORMAT: Final = 1
"""The version of the form of the file."""


@frozen(kw_only=True)
class Decisions:
    """What was decided about somebody's records, in the order in which it was."""

    decisions: int = field(default=FORMAT)
    decided: tuple[Decision, ...] = ()

    @decisions.validator
    def _is_known(self, _: object, value: int) -> None:
        if value != FORMAT:
            message = f"decisions of format {value}; this version of relations reads {FORMAT}"
            raise Unfit(message, code="unknown-format", field="decisions", allowed=str(FORMAT))


def remembered(file: Path) -> tuple[Decision, ...]:
    """The decisions in a file; none if there is no such file.

    Raises:
        DataError: if it is no file of decisions, with every problem and its place.
        OSError: if it cannot be read.
    """
    if not file.exists():
        return ()
    text = read_text(file)
    try:
        return structure(_converter(), parsed(text, str(file)), Decisions).decided
    except StructureError as error:
        misfits = [(problem.field, problem) for problem in error.problems]
        raise DataError(str(file), placed(misfits, text, str(file))) from None


def remember(decisions: Iterable[Decision], file: Path) -> None:
    """Write decisions to a file, wholly or not at all."""
    document = {
        "decisions": FORMAT,
        "decided": [_converter().unstructure(decision) for decision in decisions],
    }
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    write_atomically(file, text.encode())


@cache
def _converter() -> Converter:
    converter = make_converter()
    converter.register_structure_hook(datetime.datetime, _moment)
    converter.register_unstructure_hook(datetime.datetime, datetime.datetime.isoformat)
    return converter


def _moment(value: object, _: object) -> datetime.datetime:
    try:
        return datetime.datetime.fromisoformat(str(value))
    except ValueError:
        message = f"{value!r} is no time such as 2026-11-26T14:05:00+01:00"
        raise Unfit(message, code="bad-date") from None
