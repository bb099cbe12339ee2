"""The bytes of a file to a JSON object, strictly, and within stated bounds of memory and time.

Python's reader is quick, and lets pass what a curator would not have meant: keys that stand twice,
numbers that are none, half characters. Here such a file is refused; what exactly is wrong with it,
and where, is then found out by :mod:`relations.storage.faults`.
"""

from __future__ import annotations

import errno
import json
import math
import os
import stat
from pathlib import Path
from typing import Any, Final, NoReturn

from relations.errors import DataError, Problem
from relations.storage.faults import LONGEST_NUMBER, faults
from relations.storage.papers import data_within, is_paper

# A pipe without a writer would keep us waiting for ever; asked not to wait, it opens at once.
_READ: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

LARGEST: Final = 512 * 2**20
"""The most bytes that a data file may have: half a gibibyte."""


def read(file: Path) -> dict[str, Any]:
    """The JSON object in a file.

    Raises:
        DataError: if it is too large, not UTF-8, not JSON, repeats a key or holds no object.
        OSError: if it cannot be read, or is no file: a folder, a pipe, a device.
    """
    return parsed(read_text(file), str(file))


def read_text(file: Path) -> str:
    """The text of a file, or of the data in a paper. Raises as :func:`read` does."""
    return decoded(_unwrapped(read_bytes(file), str(file)), str(file))


def read_bytes(file: Path) -> bytes:
    """The bytes of a file. Raises as :func:`read` does, where it is too large or no file."""
    with os.fdopen(os.open(file, _READ), "rb") as opened:
        status = os.fstat(opened.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise _no_file(status, file)
        if status.st_size > LARGEST:
            raise _refused(file, "too-large", f"has {status.st_size} bytes; at most {LARGEST}")
        return opened.read()


def _unwrapped(content: bytes, file: str) -> bytes:
    """The data in a paper, or the content of a data file as it is."""
    return data_within(content, file, LARGEST) if is_paper(content) else content


def decoded(content: bytes, file: str) -> str:
    """The text that UTF-8 bytes spell. Raises DataError with the place of the first that do not."""
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode()) + 1
        problem = Problem(
            code="not-utf-8",
            message=f"not UTF-8: {error.reason} at byte {error.start}",
            hint="save the file as UTF-8",
            file=file,
            line=line,
            column=column,
        )
        raise DataError(file, [problem]) from None


def parsed(text: str, file: str) -> dict[str, Any]:
    """The JSON object that a text spells. Raises DataError with every fault and its place."""
    document = json_value(text, file)
    if not isinstance(document, dict):
        raise DataError(file, faults(text, file))
    return document


def json_value(text: str, file: str) -> object:
    """The JSON value that a text spells. Raises DataError with every fault and its place."""
    try:
        value: object = json.loads(
            text,
            object_pairs_hook=_without_repeats,
            parse_constant=_no_such_number,
            parse_int=_whole_number,
            parse_float=_broken_number,
        )
        _require_whole_characters(text, value)
    except (ValueError, RecursionError):
        raise DataError(file, faults(text, file)) from None
    return value


class _Refused(ValueError):
    """JSON that Python's reader would let pass."""


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Refused
    return found


def _no_such_number(_: str) -> NoReturn:
    raise _Refused


def _whole_number(word: str) -> int:
    if len(word) > LONGEST_NUMBER:
        raise _Refused
    return int(word)


def _broken_number(word: str) -> float:
    number = float(word) if len(word) <= LONGEST_NUMBER else math.inf
    if math.isinf(number):
        raise _Refused
    return number


def _require_whole_characters(text: str, document: object) -> None:
    """Refuse half a character, which can only be written by its number."""
    if "\\u" in text:
        json.dumps(document, ensure_ascii=False).encode()


def _no_file(status: os.stat_result, file: Path) -> OSError:
    if stat.S_ISDIR(status.st_mode):
        return IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))
    return OSError(errno.EINVAL, "a pipe or device, and not a file", str(file))


def _refused(file: Path, code: str, message: str) -> DataError:
    return DataError(str(file), [Problem(code=code, message=message, file=str(file))])
