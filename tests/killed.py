"""Run in a process of its own: adds to a data file in children that are killed, and looks at it.

``python killed.py FILE times N`` kills a child N times, each after a while of its own; ``lines``
kills one at each line that adding runs through. Printed are how many were killed, and how many of
them had added their entry.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from relations import storage
from relations.storage.adding import New, add

WATCHED = ("adding.py", "files.py", "locking.py")
"""Whose lines are counted, and those of whatever they call to write."""


def source(number: int) -> New:
    """A source to add."""
    entry = {
        "id": f"added-{number}",
        "title": "A title",
        "publisher": "P",
        "source_class": "press",
        "language": "en",
        "lineage": "l",
    }
    return New("sources", entry)


def child(work: Callable[[], object]) -> int:
    """Do some work in a child; its number. It ends without a word if the work is done."""
    number = os.fork()
    if number:
        return number
    work()
    os._exit(0)


def ended(number: int) -> bool:
    """Wait for a child; whether it was killed."""
    _, status = os.waitpid(number, 0)
    return os.WIFSIGNALED(status)


def looked_at(file: Path, known: set[str], number: int) -> bool:
    """Whether the file has the entry now; it is whole, and has nothing else that is new."""
    ids = {entry.id for entry in storage.load(file).sources}
    assert ids - known <= {f"added-{number}"}, ids - known
    assert known <= ids, known - ids
    known |= ids
    return f"added-{number}" in ids


def by_time(file: Path, times: int) -> tuple[int, int]:
    """Kill children after a while, until so many were killed."""
    known = {entry.id for entry in storage.load(file).sources}
    chance = random.Random(7)  # noqa: S311 - a choice of moments, and no secret
    killed = added = number = 0
    while killed < times:
        number += 1
        worker = child(partial(add, file, [source(number)]))
        time.sleep(chance.uniform(0, 0.012))
        os.kill(worker, signal.SIGKILL)
        killed += ended(worker)
        added += looked_at(file, known, number)
    return killed, added


def by_line(file: Path) -> tuple[int, int]:
    """Kill a child at its first line, the next at its second, until one comes through."""
    known = {entry.id for entry in storage.load(file).sources}
    killed = added = 0
    while ended(child(partial(_until, killed + 1, file, killed))):
        added += looked_at(file, known, killed)
        killed += 1
    assert looked_at(file, known, killed)
    return killed, added


def _until(line: int, file: Path, number: int) -> None:
    """Add an entry, and be killed at a line of those that write."""
    left = line

    def trace(frame: FrameType, event: str, _: object) -> Callable[..., Any] | None:
        nonlocal left
        caller = frame.f_back.f_code.co_filename if frame.f_back else ""
        if not (frame.f_code.co_filename.endswith(WATCHED) or caller.endswith("files.py")):
            return None
        if event == "line":
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    add(file, [source(number)])


if __name__ == "__main__":
    path = Path(sys.argv[1])
    print(*(by_line(path) if sys.argv[2] == "lines" else by_time(path, int(sys.argv[3]))))  # noqa: T201 - the test reads it
