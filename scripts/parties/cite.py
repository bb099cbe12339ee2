"""Citations of rows of a list: the source and the cells that were read."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from parties.tables import Row, rows
from relations.model.source import Citation


def in_words(day: str) -> str:
    """A day as a sentence has it: "14 August 1945"."""
    date = datetime.date.fromisoformat(day)
    return f"{date.day} {date:%B} {date.year}"


def cite(source: str, quote: str, locator: str = "") -> Citation:
    """A source and its words."""
    return Citation(source=source, quote=quote, locator=locator or None)


def cite_code(source: str, quote: str) -> Citation:
    """A source and the code that it gives, which bears out neither a name nor a time."""
    return Citation(source=source, quote=quote, supports=("codes",))


def cite_codes(identifier: str) -> Iterator[Citation]:
    """Who gives a party the codes that the lists of codes do not have, or no longer have."""
    for row in rows("codes_quoted"):
        if row["id"] == identifier:
            yield cite_code(row["source"], row["quote"])


def cite_name(source: str, quote: str, locator: str = "") -> Citation:
    """A source and its words on what a party is called."""
    return Citation(source=source, quote=quote, locator=locator or None, supports=("names",))


def cite_names(identifier: str) -> Iterable[Citation]:
    """Who calls a state what, where no list of names does."""
    read = (row for row in rows("quoted_names") if row["id"] == identifier)
    return dict.fromkeys(cite_name(row["source"], row["quote"], row["locator"]) for row in read)


def cite_administrator(source: str, quote: str) -> Citation:
    """A source and its words on the state that administers a territory, or on there being none."""
    return Citation(source=source, quote=quote, supports=("administered_by",))


def cow_spells(code: str) -> list[Row]:
    """The rows of a number in the list of Correlates of War, in order of time."""
    return [row for row in rows("cow_states2016") if row["ccode"] == code]


def gw_spells(code: str) -> list[Row]:
    """The rows of a number in the lists of Gleditsch and Ward, in order of time."""
    return [row for row in (*rows("gw_states"), *rows("gw_microstates")) if row["gwno"] == code]


def is_microstate(code: str) -> bool:
    """Whether Gleditsch and Ward have a number in their list of microstates."""
    return any(row["gwno"] == code for row in rows("gw_microstates"))


def of_cow(row: Row) -> Citation:
    """A row of Correlates of War, as printed."""
    return cite("cow-states-2016", ",".join(row.values()))


def of_gw(row: Row) -> Citation:
    """The cells of a row of Gleditsch and Ward, as printed."""
    if is_microstate(row["gwno"]):
        return cite("gw-microstates", " ".join(row.values()))
    days = (".".join(reversed(row[key].split("-"))) for key in ("start", "end"))
    name = " ".join(row["name"].split()[:12])
    return cite("gw-states", " ".join((row["gwno"], row["abbreviation"], name, *days)))


def cow_start(row: Row) -> str:
    """The first day of a row of Correlates of War."""
    return f"{row['styear']}-{int(row['stmonth']):02}-{int(row['stday']):02}"


def cow_end(row: Row) -> str:
    """The last day of a row of Correlates of War."""
    return f"{row['endyear']}-{int(row['endmonth']):02}-{int(row['endday']):02}"
