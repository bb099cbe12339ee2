"""What extreme data cost: the time, the pages and the memory of a dossier of each length.

Run with ``python benchmarks/extremes.py``. Every case has a process of its own, so that the peak of
memory is its own. Beside each time stands its ratio to that of the plainest case, a pair of which
nothing is known, measured in the same run.
"""

from __future__ import annotations

import datetime
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Final

from relations.dataset import Dataset
from relations.model.country import Country
from relations.model.dates import Dating, EdtfDate
from relations.model.edition import Edition
from relations.model.meeting import Level, Meeting
from relations.model.names import Name
from relations.model.party import PartyRole
from relations.model.source import Citation, Source, SourceClass
from relations.model.status import State, Status
from relations.report.options import Length
from relations.selection import Selection

CITED: Final = (Citation(source="one", quote="words of the source", supports=("date", "parties")),)

CASES: Final[dict[str, Callable[[], Dataset]]] = {
    "no record": lambda: dataset(0),
    "one record": lambda: dataset(1),
    "5,000 records": lambda: dataset(5_000),
    "10,000 records": lambda: dataset(10_000),
    "300-letter titles": lambda: dataset(100, title="A treaty of names " * 17),
    "a note of a million letters": lambda: dataset(1, note="word " * 200_000),
    "a word of a million letters": lambda: dataset(1, note="x" * 1_000_000),
}
"""The cases by name, the plainest first."""


def dataset(number: int, title: str = "A meeting", note: str = "") -> Dataset:
    """So many meetings of two countries, in one year after another."""
    return Dataset(
        edition=Edition(
            name="1",
            date=datetime.date(2026, 6, 30),
            title="Extremes",
            licence="CC0-1.0",
            publisher="The benchmark",
        ),
        sources=(
            Source(
                id="one",
                title="A source",
                publisher="A publisher",
                source_class=SourceClass.PRESS,
                language="en",
                lineage="one",
            ),
        ),
        countries=(country("AAA", "Alpha"), country("BBB", "Beta")),
        meetings=Selection(meeting(n, title, note) for n in range(number)),
    )


def country(identifier: str, name: str) -> Country:
    """A country of this name."""
    return Country(id=identifier, names=(Name(text=name),), citations=CITED)


def meeting(number: int, title: str, note: str) -> Meeting:
    """A meeting held in some month between 1980 and 2020."""
    date = EdtfDate.parse(f"{1980 + number % 40}-{number % 12 + 1:02}")
    role = Meeting.ROLES[0]
    return Meeting(
        id=f"meeting-{number}",
        title=title,
        note=note,
        level=Level.OFFICIALS,
        parties=(PartyRole(party="AAA", role=role), PartyRole(party="BBB", role=role)),
        date=Dating(date),
        history=(State(status=Status.HELD, date=Dating(date), citations=CITED),),
        citations=CITED,
    )


def measure(case: str, length: Length) -> tuple[float, int, float]:
    """The CPU seconds of building and printing, the bytes, and the peak of memory in MB."""
    pair = CASES[case]().pair("AAA", "BBB")
    begun = time.process_time()
    data = pair.dossier(length=length).to_pdf()
    taken = time.process_time() - begun
    return taken, len(data), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure every case in a process of its own, and print a line for each."""
    plainest: dict[Length, float] = {}
    print(f"{'':28} {'length':9} {'CPU s':>7} {'ratio':>7} {'MB':>7} {'peak MB':>8}")
    for case in CASES:
        for length in Length:
            told = subprocess.run(  # noqa: S603 - this very file, with names of its own
                [sys.executable, __file__, case, length.value],
                check=True,
                capture_output=True,
                text=True,
            ).stdout.split()
            taken, size, peak = float(told[0]), int(told[1]), float(told[2])
            ratio = taken / plainest.setdefault(length, taken)
            numbers = f"{taken:7.2f} {ratio:6.1f}x {size / 1e6:7.2f} {peak:8.0f}"
            print(f"{case:28} {length.value:9} {numbers}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(*measure(sys.argv[1], Length(sys.argv[2])))
    else:
        main()
