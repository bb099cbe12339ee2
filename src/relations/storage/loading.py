"""From a file to a dataset, or to everything that is wrong with it at once."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from relations.canonical import is_release
from relations.checks import problems
from relations.converter import StructureError
from relations.dataset import Dataset
from relations.errors import DataError, Problem, RelationsError, Severity
from relations.model.kinds import RECORD_TYPES
from relations.storage.overlaying import with_overlays
from relations.storage.placing import by_path, placed
from relations.storage.reading import parsed, read_text
from relations.storage.structuring import made, named, without_misfits

_HERE: Final = Path(__file__).resolve().parents[1]


def shipped_path() -> Path:
    """Where the data file is: beside the code in a wheel, at the top of a checkout otherwise.

    Raises:
        RelationsError: if it is in neither place, naming both.
    """
    candidates = (_HERE / "data" / "relations.json", _HERE.parents[1] / "data" / "relations.json")
    for candidate in candidates:
        if candidate.is_file():
            return candidate
    places = " nor ".join(map(str, candidates))
    raise RelationsError(f"the data file is neither at {places}; install the package again")


def load(path: str | os.PathLike[str] | None = None, *overlays: str | os.PathLike[str]) -> Dataset:
    """The dataset in a file, or the one that comes with the library, with overlays laid over it.

    The file is a data file, or a dossier as PDF, in which the data travel that it was made from.

    Raises:
        FormatError: if the file is of a newer format than this version knows.
        DataError: if anything in it is wrong, with every problem at once; or in the overlays.
        OSError: if a file cannot be read.
    """
    file = shipped_path() if path is None else Path(path)
    seen = look_through(file, severities={Severity.ERROR})
    if seen.dataset is None or seen.problems:
        raise DataError(str(file), seen.problems)
    if not overlays:
        return seen.dataset
    return with_overlays(seen.dataset, [Path(one) for one in overlays])


@frozen
class Seen:
    """A file that was looked through: its problems, and its dataset if all of it could be made."""

    file: str
    problems: tuple[Problem, ...]
    dataset: Dataset | None
    records: int
    """How many records it holds, sound or not."""


def look_through(file: Path, severities: Collection[Severity] = frozenset(Severity)) -> Seen:
    """All problems of a file, of these severities, each with its line and column.

    Where an entry is broken, the checks look at the others; they then tell of errors only, since a
    warning may rest on what is missing.

    Raises:
        FormatError: if the file is of a newer format than this version knows.
        DataError: if its text is not sound JSON, with every fault and its place.
        OSError: if the file cannot be read.
    """
    text = read_text(file)
    return look_through_text(text, str(file), severities)


def look_through_text(
    text: str, file: str, severities: Collection[Severity] = frozenset(Severity)
) -> Seen:
    """As :func:`look_through`, for the text of a file."""
    document = parsed(text, file)
    try:
        dataset = made(document, file)
    except StructureError as error:
        misfits = [(problem.field, named(problem, document)) for problem in error.problems]
        beside = by_path(_beside(error.problems, document, file), document)
        return Seen(file, placed([*misfits, *beside], text, file), None, _count(document))
    found = by_path(problems(dataset, severities, _known_to_pass(dataset, text)), document)
    return Seen(file, placed(found, text, file), dataset, _count(document))


def _known_to_pass(dataset: Dataset, text: str) -> tuple[str, ...]:
    """The check of a release's hash, which spells the whole, where the bytes vouch for it."""
    digest = dataset.edition.digest
    return ("changed-since-release",) if digest and is_release(text, digest) else ()


def _count(document: dict[str, Any]) -> int:
    groups = (document.get(kind) for kind in RECORD_TYPES)
    return sum(len(group) for group in groups if isinstance(group, list))


def _beside(misfits: tuple[Problem, ...], document: dict[str, Any], file: str) -> Iterator[Problem]:
    """The errors that the checks find in a file beside its broken entries."""
    left = without_misfits(document, misfits)
    if left is None:
        return
    rest, broken = left
    quoted = {repr(identifier) for identifier in broken}
    for problem in problems(made(rest, file), {Severity.ERROR}):
        if problem.found not in quoted:
            yield problem
