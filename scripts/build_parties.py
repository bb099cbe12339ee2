"""Build the world's parties into the data file, or say whether it differs from what they give.

Run ``python scripts/build_parties.py`` to write, ``--check`` to compare, ``--data FILE`` for
another file. It touches sources, countries, organisations and the sources that the coverage of
bodies names, and nothing else; run on its own output it changes nothing. It needs the extra
``parties``: ``pip install -e '.[parties]'``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

import attrs

from parties.bodies import bodies
from parties.counting import with_countings
from parties.ended import ended_states
from parties.merging import cited_by, merged, with_sources
from parties.states import present_states
from relations import storage
from relations.dataset import Dataset

_OF_BODIES: Final = "bodies"
"""The statement of coverage that says which lists of bodies were looked through."""


def built(dataset: Dataset) -> Dataset:
    """``dataset`` with every party of the lists."""
    listed = (*present_states(), *ended_states())
    countries = tuple(map(with_countings, merged(dataset.countries, listed)))
    organisations = merged(dataset.organisations, bodies())
    cited = cited_by((*countries, *organisations))
    looked_in = tuple(sorted(cited_by(m for body in organisations for m in body.memberships)))
    return attrs.evolve(
        dataset,
        sources=with_sources(dataset.sources, cited),
        countries=countries,
        organisations=organisations,
        coverage=tuple(
            attrs.evolve(entry, sources=looked_in) if entry.id == _OF_BODIES else entry
            for entry in dataset.coverage
        ),
    )


def main() -> int:
    """Write the file, or compare it; 1 if it differs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    parser.add_argument("--data", type=Path, default=storage.shipped_path())
    arguments = parser.parse_args()
    # Read without the checks: what they miss may be what this run is about to supply.
    dataset = storage.structured(storage.read(arguments.data), str(arguments.data))
    new = storage.dumps(built(dataset)).encode()
    if new == arguments.data.read_bytes():
        return 0
    if arguments.check:
        print(f"{arguments.data} differs: run python scripts/build_parties.py")
        return 1
    storage.save(built(dataset), arguments.data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
