"""JSON objects to datasets, with every misfit named, and datasets to files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import attrs

from relations.canonical import FORMAT, SCHEMA_KEY, converter, dumps
from relations.converter import StructureError, structure
from relations.dataset import Dataset
from relations.errors import DataError, FormatError, Problem
from relations.files import write_atomically
from relations.migrations import brought_forward
from relations.misfits import value_at

_LONGEST_SHOWN: Final = 100
"""The most characters of a broken identifier that are told."""

_IN_ENTRY: Final = re.compile(
    r"(?P<group>[^.\[]+)\[(?P<index>[0-9]+)\](?:\.(?P<inner>.*))?", re.DOTALL
)


def save(dataset: Dataset, path: str | os.PathLike[str]) -> None:
    """Write a dataset to a file in canonical form, wholly or not at all."""
    write_atomically(Path(path), dumps(dataset).encode())


# -- structuring ---------------------------------------------------------------------------------


def structured(document: dict[str, Any], file: str) -> Dataset:
    """The dataset that a JSON object spells, of the current format or an older one.

    Raises:
        FormatError: if the format is missing or newer than this version knows.
        DataError: with every problem, each with the record and the field it stands in.
    """
    try:
        return made(document, file)
    except StructureError as error:
        raise DataError(file, [named(problem, document) for problem in error.problems]) from None


def made(document: dict[str, Any], file: str) -> Dataset:
    """As :func:`structured`, with each problem's path from the top of the document.

    Raises:
        FormatError: if the format is missing or newer than this version knows.
        StructureError: with every problem.
    """
    content = dict(document)
    if isinstance(content.get(SCHEMA_KEY), str):
        del content[SCHEMA_KEY]
    version = _known(content.pop("format", None), file)
    return structure(converter(), brought_forward(content, version, FORMAT), Dataset)


def _known(version: object, file: str) -> int:
    """The format of a file, if this version reads it."""
    if type(version) is not int or version < 1:
        raise FormatError(f'{file}: has no format version; the file starts with "format": {FORMAT}')
    if version > FORMAT:
        raise FormatError(
            f"{file}: is of format {version}, and this version of relations reads up to {FORMAT}; "
            "install a newer one"
        )
    return version


def named(problem: Problem, document: object) -> Problem:
    """``problem`` with its group and the identifier of its record, and the path inside that."""
    group, index, inner = _parted(problem.field)
    identifier = value_at(document, f"{group}[{index}].id") if index else None
    if not isinstance(identifier, str):
        return attrs.evolve(problem, group=group if index else "")
    return attrs.evolve(problem, group=group, record=identifier[:_LONGEST_SHOWN], field=inner)


def without_misfits(
    document: dict[str, Any], misfits: Iterable[Problem]
) -> tuple[dict[str, Any], frozenset[str]] | None:
    """``document`` without the entries that misfits stand in, and the identifiers of those.

    ``None`` if a misfit stands in no entry, but in the edition or in the document itself.
    """
    broken: set[tuple[str, str]] = set()
    for problem in misfits:
        group, index, _ = _parted(problem.field)
        if not index:
            return None
        broken.add((group, index))
    identifiers = (value_at(document, f"{group}[{index}].id") for group, index in broken)
    left = {
        group: [entry for n, entry in enumerate(entries) if (group, str(n)) not in broken]
        if isinstance(entries, list)
        else entries
        for group, entries in document.items()
    }
    return left, frozenset(it for it in identifiers if isinstance(it, str))


def _parted(path: str) -> tuple[str, str, str]:
    """The group, the number of the entry and the path inside it; ``meetings[3].date.edtf``."""
    found = _IN_ENTRY.fullmatch(path)
    return (found["group"], found["index"], found["inner"] or "") if found else (path, "", "")
