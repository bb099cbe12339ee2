"""New entries into a data file, after the whole has been checked, and with no other writer between.

Either all of them come in or none, and what is there is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
from attrs import frozen

from relations.canonical import SCHEMA_KEY, dumps
from relations.checks import problems
from relations.converter import StructureError
from relations.dataset import Dataset
from relations.errors import DataError, Problem, Severity, UnknownName, nearest
from relations.files import write_atomically
from relations.model.kinds import ENTRY_TYPES
from relations.storage.locking import locked
from relations.storage.positions import positions
from relations.storage.reading import decoded, parsed, read_bytes
from relations.storage.structuring import made, named, structured

_TOLD: Final = frozenset({Severity.ERROR, Severity.WARNING})


@frozen
class New:
    """An entry to be added: its group, what it is as JSON, and its path in the text it came in."""

    group: str
    entry: object
    path: str = ""


def add(file: Path, new: Sequence[New], *, text: str = "", origin: str = "the new entry") -> Added:
    """Add entries to a data file; ``text`` is what they were read from, ``origin`` its name.

    Raises:
        UnknownName: if a group is none of the data file's; with the nearest, or else with all.
        DataError: if the file has errors, or would have; nothing is then written.
        Locked: if another process is writing the file.
        OSError: if the file cannot be read or written.
    """
    for one in new:
        if one.group not in ENTRY_TYPES:
            near = nearest(one.group, ENTRY_TYPES) or tuple(ENTRY_TYPES)
            raise UnknownName("group of the data file", one.group, near)
    with locked(file):
        document = parsed(decoded(read_bytes(file), str(file)), str(file))
        structured(document, str(file))  # what is wrong already is told before anything new
        places = _Places(file=str(file), text=text, origin=origin)
        dataset = _with_new(document, new, places)
        found = places.told(problems(dataset, _TOLD), _identities(new))
        errors = [problem for problem in found if problem.severity is Severity.ERROR]
        if errors:
            raise DataError(origin, errors)
        write_atomically(file.resolve(), dumps(dataset, document.get(SCHEMA_KEY)).encode())
    warnings = tuple(problem for problem in found if problem.file == origin)
    return Added(tuple(_identities(new)), warnings)


@frozen
class Added:
    """What was added, by group and identifier, and what is worth a look in it."""

    entries: tuple[tuple[str, str], ...]
    warnings: tuple[Problem, ...]


def _with_new(document: dict[str, Any], new: Sequence[New], places: _Places) -> Dataset:
    """The dataset of a document with new entries. Raises DataError with their misfits."""
    whole = dict(document)
    paths: dict[str, str] = {}
    for one in new:
        there = whole.get(one.group, [])
        paths[f"{one.group}[{len(there)}]"] = one.path
        whole[one.group] = [*there, one.entry]
    try:
        return made(whole, places.file)
    except StructureError as error:
        misfits = [(problem.field, named(problem, whole)) for problem in error.problems]
        raise DataError(places.origin, places.in_text(misfits, paths)) from None


def _identities(new: Iterable[New]) -> dict[tuple[str, str], str]:
    """The path in their text of the new entries, by group and identifier."""
    return {
        (one.group, one.entry["id"]): one.path
        for one in new
        if isinstance(one.entry, dict) and isinstance(one.entry.get("id"), str)
    }


@frozen(kw_only=True)
class _Places:
    """Where a problem stands: in the text of the new entries, or in the file they go to."""

    file: str
    text: str
    origin: str

    def in_text(
        self, misfits: Iterable[tuple[str, Problem]], paths: Mapping[str, str]
    ) -> list[Problem]:
        """Misfits of new entries, by their path in the whole, with their places in the text."""
        found = []
        for path, problem in misfits:
            entry, bracket, inner = path.partition("]")
            found.append((paths[entry + bracket] + inner, problem))
        return self._placed(found)

    def told(self, found: Iterable[Problem], new: Mapping[tuple[str, str], str]) -> list[Problem]:
        """What the checks find, each with its place if it is about a new entry."""
        ours, others = [], []
        for problem in found:
            path = new.get((problem.group, problem.record or ""))
            if path is None:
                others.append(attrs.evolve(problem, file=self.file))
            else:
                ours.append((f"{path}.{problem.field}", problem))
        return [*self._placed(ours), *others]

    def _placed(self, found: Sequence[tuple[str, Problem]]) -> list[Problem]:
        if not self.text:
            return [attrs.evolve(problem, file=self.origin) for _, problem in found]
        steps = [(path.lstrip("."), problem) for path, problem in found]
        places = positions(self.text, [path for path, _ in steps])
        return [
            attrs.evolve(
                problem, file=self.origin, line=places[path].line, column=places[path].column
            )
            for path, problem in steps
        ]
