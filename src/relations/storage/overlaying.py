"""Overlay files, read as strictly as a data file and laid over one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from relations.canonical import converter
from relations.checks import problems
from relations.converter import StructureError, claim_types, structure
from relations.dataset import Dataset
from relations.errors import DataError, Problem, Severity
from relations.model.claims import Claim
from relations.model.kinds import RECORD_TYPES
from relations.model.record import Record
from relations.overlays import Addition, Conflict, Overlay, conflicts, lay
from relations.storage.placing import placed
from relations.storage.reading import parsed, read_text
from relations.storage.structuring import named

Kinds = Mapping[str, type[Record]]
"""The class of each record by identifier, which says what the value of a claim on it must be."""


@frozen
class _File:
    """An overlay file as far as it could be read."""

    name: str
    text: str
    document: dict[str, Any]
    overlay: Any
    misfits: tuple[Problem, ...]


def with_overlays(dataset: Dataset, files: Sequence[Path]) -> Dataset:
    """The dataset with the overlays of these files laid over it, in this order.

    Raises:
        DataError: with everything that is wrong with any of them, each with its place: what does
            not fit, what conflicts, and what the checks find in the whole.
        OSError: if one cannot be read.
    """
    read = [_read(file) for file in files]
    _raise(read, [misfit for file in read for misfit in file.misfits])
    kinds = dict(_kinds(dataset, read))
    typed = [_typed(file, kinds) for file in read]
    _raise(typed, [misfit for file in typed for misfit in file.misfits])
    overlays = [file.overlay for file in typed]
    _raise(typed, list(_conflicting(typed, conflicts(dataset, overlays))))
    whole = lay(dataset, overlays)
    _raise(typed, list(_found(typed, problems(whole, {Severity.ERROR}))))
    return whole


def _raise(files: Sequence[_File], found: Sequence[Problem]) -> None:
    if found:
        raise DataError(", ".join(file.name for file in files), found)


# -- reading -------------------------------------------------------------------------------------


def _read(path: Path) -> _File:
    text = read_text(path)
    document = parsed(text, str(path))
    if "overlay" not in document:
        problem = Problem(
            code="no-overlay",
            message='this is no overlay: it has no "overlay" with its format and name',
            file=str(path),
            hint="a data file stands before the overlays, which begin with their title block",
        )
        raise DataError(str(path), [problem])
    try:
        return _File(str(path), text, document, structure(converter(), document, Overlay), ())
    except StructureError as error:
        return _File(str(path), text, document, None, _at(error.problems, text, document, path))


def _at(
    found: Sequence[Problem], text: str, document: dict[str, Any], path: Path | str
) -> tuple[Problem, ...]:
    return placed([(one.field, named(one, document)) for one in found], text, str(path))


def _kinds(dataset: Dataset, files: Sequence[_File]) -> Iterator[tuple[str, type[Record]]]:
    for file in files:
        for kind in RECORD_TYPES:
            yield from ((record.id, type(record)) for record in getattr(file.overlay, kind))
    yield from ((record.id, type(record)) for record in dataset.records)


def _typed(file: _File, kinds: Kinds) -> _File:
    """The file with the value of each added claim as the field that it is about has it."""
    additions, misfits = [], []
    for index, addition in enumerate(file.overlay.additions):
        try:
            additions.append(_typed_addition(addition, kinds))
        except StructureError as error:
            path = f"additions[{index}]"
            misfits += [
                attrs.evolve(one, field=f"{path}.{one.field}", record=addition.record)
                for one in error.problems
            ]
    return attrs.evolve(
        file,
        overlay=attrs.evolve(file.overlay, additions=tuple(additions)),
        misfits=_at(misfits, file.text, file.document, file.name),
    )


def _typed_addition(addition: Addition, kinds: Kinds) -> Addition:
    kind = kinds.get(addition.record)
    if kind is None:  # a conflict, told with the nearest that there is
        return addition
    claims, found = [], []
    for index, claim in enumerate(addition.claims):
        try:
            claims.append(_typed_claim(claim, kind))
        except StructureError as error:
            path = f"claims[{index}]"
            found += [attrs.evolve(one, field=f"{path}.{one.field}") for one in error.problems]
    if found:
        raise StructureError(tuple(found))
    return attrs.evolve(addition, claims=tuple(claims))


def _typed_claim(claim: Claim, kind: type[Record]) -> Claim:
    types = claim_types(kind)
    if claim.field not in types:
        raise StructureError(
            (
                Problem(
                    code="unknown-word",
                    field="field",
                    message=f"{claim.field!r} is no field that can be claimed here",
                    allowed=", ".join(sorted(types)),
                ),
            )
        )
    try:
        return attrs.evolve(claim, value=structure(converter(), claim.value, types[claim.field]))
    except StructureError as error:
        paths = (f"value.{one.field}".rstrip(".") for one in error.problems)
        inner = map(_moved, error.problems, paths)
        raise StructureError(tuple(inner)) from None


def _moved(problem: Problem, path: str) -> Problem:
    return attrs.evolve(problem, field=path)


# -- places --------------------------------------------------------------------------------------


def _conflicting(files: Sequence[_File], found: Iterator[Conflict]) -> Iterator[Problem]:
    for conflict in found:
        file = files[conflict.overlay]
        problem = Problem(
            code="overlay-conflict",
            record=conflict.record,
            message=conflict.message,
            field=conflict.path,
            near=conflict.near,
            hint=conflict.hint,
        )
        yield from placed([(conflict.path, problem)], file.text, file.name)


def _found(files: Sequence[_File], found: Iterator[Problem]) -> Iterator[Problem]:
    """What the checks find in the whole, in the overlay that has to do with it."""
    for problem in found:
        file, path = _home(files, problem)
        if file is None:
            yield problem
        else:
            yield from placed([(path, problem)], file.text, file.name)


def _home(files: Sequence[_File], problem: Problem) -> tuple[_File | None, str]:
    """The last overlay that adds the entry of a problem, or adds to it, and the path in it."""
    for file in reversed(files):
        for index, entry in enumerate(file.document.get(problem.group, ())):
            if entry.get("id") == problem.record:
                return file, f"{problem.group}[{index}].{problem.field}"
        for index, addition in enumerate(file.overlay.additions):
            if addition.record == problem.record:
                return file, f"additions[{index}]"
    return None, ""
