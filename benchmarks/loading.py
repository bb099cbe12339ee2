"""How long loading takes: the shipped file, and the same file without the parties built from lists.

Run with ``python benchmarks/loading.py``. Each figure is the median of fresh processes, which take
turns: the import of the library, the load, and the first name looked up, in milliseconds.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TypeVar

import attrs

import relations
from relations import storage
from relations.dataset import Dataset
from relations.editions import release, reopen
from relations.model.party import Party

P = TypeVar("P", bound=Party)

PROCESSES = 11
TABLES = Path(__file__).resolve().parents[1] / "scripts" / "parties" / "tables"

TIMED = """
import sys, time
start = time.perf_counter()
import relations
from relations import storage
imported = time.perf_counter()
dataset = relations.load(sys.argv[1])
loaded = time.perf_counter()
dataset.party("VNM")
named = time.perf_counter()
print(imported - start, loaded - imported, named - loaded)
"""


def without_lists(dataset: Dataset) -> Dataset:
    """The dataset with none but the parties that a curator entered."""
    listed = {entry["id"] for entry in json.loads((TABLES / "sources.json").read_text())}

    def curated(party: Party) -> bool:
        return any(citation.source not in listed for citation in party.citations)

    kept = {party.id for party in dataset.parties if curated(party)}
    return attrs.evolve(
        dataset,
        sources=tuple(s if s.side in kept else attrs.evolve(s, side=None) for s in dataset.sources),
        countries=tuple(_alone(country, kept) for country in dataset.countries if curated(country)),
        organisations=tuple(
            attrs.evolve(
                _alone(body, kept),
                memberships=tuple(m for m in body.memberships if m.party in kept),
            )
            for body in dataset.organisations
            if curated(body)
        ),
    )


def _alone(party: P, kept: set[str]) -> P:
    left = tuple(s for s in party.successions if s.predecessor in kept)
    return attrs.evolve(party, successions=left)


def released(dataset: Dataset) -> Dataset:
    """The dataset under a hash of its own, which loading compares as it does the shipped one's."""
    edition = dataset.edition
    return release(reopen(dataset, edition.name), edition.date) if edition.released else dataset


def timed(file: Path) -> list[float]:
    """The three times of one fresh process."""
    command = [sys.executable, "-c", TIMED, str(file)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 - our own
    return [float(seconds) * 1000 for seconds in done.stdout.split()]


def main() -> None:
    """Print both files' medians, and the ratio of their loads."""
    shipped = storage.shipped_path()
    with tempfile.TemporaryDirectory() as folder:
        smaller = Path(folder) / "relations.json"
        storage.save(released(without_lists(relations.load())), smaller)
        runs: dict[Path, list[list[float]]] = {shipped: [], smaller: []}
        for _ in range(PROCESSES):
            for file, times in runs.items():
                times.append(timed(file))
        medians = {
            file: [statistics.median(column) for column in zip(*times, strict=True)]
            for file, times in runs.items()
        }
        sizes = {file: file.stat().st_size for file in runs}
    for file, words in ((smaller, "without lists"), (shipped, "shipped")):
        imported, loaded, named = medians[file]
        print(f"{words:14}{sizes[file]:10,} bytes  import {imported:5.0f} ms  ", end="")
        print(f"load {loaded:5.0f} ms  first name {named:4.0f} ms")
    print(f"ratio of loads {medians[shipped][1] / medians[smaller][1]:.2f}")


if __name__ == "__main__":
    main()
