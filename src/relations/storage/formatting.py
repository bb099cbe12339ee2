"""A data file into canonical form, so that two editions differ only where the data do."""

from __future__ import annotations

from pathlib import Path

from relations.canonical import SCHEMA_KEY, dumps
from relations.errors import RelationsError
from relations.files import write_atomically
from relations.storage.locking import locked
from relations.storage.reading import decoded, parsed, read_bytes
from relations.storage.structuring import structured


def is_canonical(file: Path) -> bool:
    """Whether a data file is in canonical form. Raises as :func:`write_canonically` does."""
    content = read_bytes(file)
    return content == _canonical(content, str(file))


def write_canonically(file: Path) -> bool:
    """Write a data file in canonical form; whether it was not so before.

    The data stay what they are: what was written is read again and held against what was read.

    Raises:
        DataError: if the file cannot be read as data; it is then left as it is.
        Locked: if another process is writing the file.
        OSError: if the file cannot be read or written.
    """
    with locked(file):
        content = read_bytes(file)
        canonical = _canonical(content, str(file))
        if canonical == content:
            return False
        write_atomically(file.resolve(), canonical)
    return True


def _canonical(content: bytes, file: str) -> bytes:
    document = parsed(decoded(content, file), file)
    dataset = structured(document, file)
    text = dumps(dataset, document.get(SCHEMA_KEY))
    again = structured(parsed(text, file), file)
    if dumps(again, document.get(SCHEMA_KEY)) != text or len(again.records) != len(dataset.records):
        raise RelationsError(f"{file}: its canonical form would say something else; left as it is")
    return text.encode()
