"""One writer at a time: whoever changes a data file reads, changes and writes it undisturbed.

The lock is the system's own, on a file beside the data, so that it goes when its holder does, in
whatever way. That file is empty and stays.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from relations.errors import Locked

WAIT: Final = 30.0
"""The most seconds to wait for another writer."""

_PAUSE: Final = 0.01


@contextlib.contextmanager
def locked(file: Path, wait: float = WAIT) -> Iterator[None]:
    """Keep other writers away from a data file.

    Raises:
        Locked: if another writer does not end within ``wait`` seconds.
        OSError: if nothing may be written beside the file.
    """
    handle = os.open(lock_of(file), os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _wait_for(handle, file, wait)
        yield
    finally:
        os.close(handle)  # with which the system takes the lock away


def lock_of(file: Path) -> Path:
    """The file whose lock stands for that of a data file; links to one file share it."""
    real = file.resolve()
    return real.with_name(f".{real.name}.lock")


def _wait_for(handle: int, file: Path, wait: float) -> None:
    end = time.monotonic() + wait
    while not _taken(handle):
        if time.monotonic() > end:
            raise Locked(f"{file}: another process is writing it; try again when it has ended")
        time.sleep(_PAUSE)


def _taken(handle: int) -> bool:
    """Whether the lock was free and is now ours."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
