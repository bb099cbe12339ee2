"""How long a question about a pair takes, beside the same question in pandas and in DuckDB.

Run with ``python benchmarks/asking.py [RECORDS] [QUESTIONS]``. It makes a synthetic dataset of
meetings of the states that come with the library (100 000 unless said otherwise), builds its
indexes, and asks which meetings tie 10 000 random pairs of states.

The question that all answer alike is which records name both parties. A pair is then asked in
earnest, with predecessors and bodies and the path of each record, which the others do not answer.
pandas is asked by a mask over its columns and by an index made for the question, DuckDB by a
prepared statement over a table in order. Whoever takes long is asked fewer of the questions, and
the time is that of one. All of it happens in one run, and ratios are told beside the times, since a
wall clock differs from one run to the next.

It needs the extras: ``pip install -e '.[frames,duckdb]'``.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, Final

import attrs
import duckdb
import pandas

import relations
from relations.dataset import Dataset
from relations.model.dates import Dating, EdtfDate
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import Level, Meeting
from relations.model.party import PartyRole, Role
from relations.model.record import Record
from relations.model.source import Citation
from relations.selection import Selection

SEED: Final = 20_260_101
FEW: Final = 200
"""How many questions whoever looks at every row is asked."""

Pair = tuple[str, str]
Ask = Callable[[str, str], int]
"""From two parties to how many records name both."""


def synthetic(count: int, chance: random.Random) -> Dataset:
    """The shipped states and bodies, with nothing but made-up meetings between states."""
    data = relations.load()
    states = [country.id for country in data.countries if country.status]
    cited = (Citation(source=data.sources[0].id, quote="words", supports=("parties", "date")),)
    meetings = [_meeting(number, cited, states, chance) for number in range(count)]
    none: dict[str, Selection[Record]] = {kind: Selection() for kind in RECORD_TYPES}
    return attrs.evolve(data, **{**none, "meetings": Selection(meetings)})


def _meeting(
    number: int, cited: tuple[Citation, ...], states: Sequence[str], chance: random.Random
) -> Meeting:
    present = chance.sample(states, chance.choice((2, 2, 2, 2, 3, 4)))
    day = f"{chance.randint(1990, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return Meeting(
        id=f"meeting-{number}",
        title=f"Meeting {number}",
        level=Level.OFFICIALS,
        citations=cited,
        parties=tuple(PartyRole(party=party, role=Role.PARTICIPANT) for party in present),
        date=Dating(EdtfDate.parse(day)),
    )


def build(data: Dataset) -> None:
    """Make the indexes that the first question would otherwise make."""
    data.pair("VNM", "RUS").records.ids  # noqa: B018 - it is asked for what it leaves behind


def links(data: Dataset) -> Any:  # noqa: ANN401 - a frame
    """A row for each two parties of a record, which is what the others are asked about."""
    rows = [
        (a, b, record.id)
        for record in data.records
        for a in record.party_ids
        for b in record.party_ids
        if a < b
    ]
    return pandas.DataFrame(rows, columns=["a", "b", "record"]).sort_values(["a", "b"])


# -- who is asked --------------------------------------------------------------------------------


def ours(data: Dataset) -> Ask:
    """The records that name both, by the index of the dataset."""
    return lambda a, b: len(data.tying([a], [b]))


def in_earnest(data: Dataset) -> Ask:
    """The same among all that ties the pair, which is asked for by name or code."""
    return lambda a, b: len(data.pair(a, b).records.direct)


def by_mask(frame: Any) -> Ask:  # noqa: ANN401 - a frame
    """pandas, as most people ask it."""
    return lambda a, b: len(frame[(frame.a == min(a, b)) & (frame.b == max(a, b))])


def by_index(frame: Any) -> Ask:  # noqa: ANN401 - a frame
    """pandas, with an index made for this question."""
    indexed = frame.set_index(["a", "b"]).sort_index()

    def ask(a: str, b: str) -> int:
        try:
            return len(indexed.loc[(min(a, b), max(a, b))])
        except KeyError:
            return 0

    return ask


def by_sql(frame: Any) -> Ask:  # noqa: ANN401 - a frame
    """DuckDB, with a table in the order of the question."""
    connection = duckdb.connect()
    connection.register("frame", frame)
    connection.execute("CREATE TABLE links AS SELECT * FROM frame ORDER BY a, b")
    query = "SELECT record FROM links WHERE a = ? AND b = ?"
    return lambda a, b: len(connection.execute(query, [min(a, b), max(a, b)]).fetchall())


# -- the run -------------------------------------------------------------------------------------


def timed(what: str, work: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the work gives
    """Do some work, and tell how long it took."""
    start = time.perf_counter()
    found = work()
    print(f"{what:<52}{time.perf_counter() - start:>10.2f} s")
    return found


def per_question(ask: Ask, pairs: Sequence[Pair]) -> tuple[float, list[int]]:
    """Seconds for one question, and what was answered."""
    start = time.perf_counter()
    answers = [ask(a, b) for a, b in pairs]
    return (time.perf_counter() - start) / len(pairs), answers


def main() -> int:
    """Build, ask everybody, see that they agree, and print what it took."""
    count, questions = (int(word) for word in (*sys.argv[1:], "100000", "10000")[:2])
    chance = random.Random(SEED)  # noqa: S311 - the same data in every run
    data = timed(f"make {count:,} records", lambda: synthetic(count, chance))
    timed("build the index", lambda: build(data))
    frame = timed("the same for pandas: a row for each two parties", lambda: links(data))
    states = [country.id for country in data.countries if country.status]
    pairs: list[Pair] = [tuple(chance.sample(states, 2)) for _ in range(questions)]  # type: ignore[misc]  # two
    asked: list[tuple[str, Ask, int]] = [
        ("dataset.tying(a, b)", ours(data), questions),
        ("dataset.pair(a, b).records.direct", in_earnest(data), questions),
        ("pandas, index made for it", by_index(frame), questions),
        ("DuckDB, prepared, table in order", by_sql(frame), min(questions, 10 * FEW)),
        ("pandas, mask", by_mask(frame), min(questions, FEW)),
    ]
    print(f"\n{'one question':<40}{'microseconds':>14}{'times ours':>12}{'questions':>12}")
    _, expected = per_question(asked[0][1], pairs)
    first = 0.0
    for name, ask, number in asked:
        seconds, answers = per_question(ask, pairs[:number])
        first = first or seconds
        if answers != expected[:number]:
            print(f"{name} answers otherwise")
            return 1
        print(f"{name:<40}{seconds * 1e6:>14,.1f}{seconds / first:>12,.1f}{number:>12,}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
