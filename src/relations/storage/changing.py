"""A data file changed by a function of its dataset, with no other writer between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from relations.canonical import SCHEMA_KEY, dumps
from relations.checks import problems
from relations.dataset import Dataset
from relations.errors import DataError, Severity
from relations.files import write_atomically
from relations.storage.locking import locked
from relations.storage.reading import decoded, parsed, read_bytes
from relations.storage.structuring import structured


def change(file: Path, how: Callable[[Dataset], Dataset]) -> Dataset:
    """Write what a function makes of the dataset in a file, if it is sound, and return it.

    Raises:
        DataError: if the file cannot be read as data, or what would be written has errors; nothing
            is then written.
        Locked: if another process is writing the file.
        OSError: if the file cannot be read or written.
    """
    with locked(file):
        document = parsed(decoded(read_bytes(file), str(file)), str(file))
        changed = how(structured(document, str(file)))
        errors = list(problems(changed, {Severity.ERROR}))
        if errors:
            raise DataError(str(file), errors)
        text = dumps(changed, document.get(SCHEMA_KEY))
        write_atomically(file.resolve(), text.encode())
    return changed
