"""The lists of names and codes of parties in the folder of shared data sets, read as questions.

A question is a text and the day of its row. Each publisher has its own layout; a list is read as
its folder's SOURCE.txt and the page beside the folders describe it, and nothing is copied from it.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

Question = tuple[str, str | None]
"""A text, and the day it is asked about if there is one."""

NOT_GIVEN = frozenset({"", "NA", "N.A.", "n/a"})
"""How the lists write that there is no party or no date."""


class NameList(NamedTuple):
    """Files of one publisher whose columns name parties."""

    title: str
    files: str
    ask: Callable[[Path], Iterable[Question]]


def table(
    columns: Sequence[str],
    date: Callable[[dict[str, str]], str] | str = "",
    scheme: str = "",
    between: str = "",
    encoding: str = "utf-8-sig",
) -> Callable[[Path], Iterator[Question]]:
    """Read a table with a header, on whichever line it stands.

    ``between`` is a pattern of what parts the parties of one cell.
    """

    def ask(file: Path) -> Iterator[Question]:
        lines = file.read_text(encoding=encoding, errors="replace").splitlines(keepends=True)
        start, delimiter = next(
            (n, mark)
            for n, line in enumerate(lines)
            for mark in ",;\t"
            if columns[0] in _cells(line, mark) != [line]
        )
        for row in csv.DictReader(lines[start:], delimiter=delimiter):
            day = _year_or_day(row.get(date) if isinstance(date, str) else date(row))
            for cell in (row[column] or "" for column in columns):
                for text in re.split(between, cell) if between else [cell]:
                    if text.strip() not in NOT_GIVEN:
                        yield f"{scheme} {text.strip()}".strip(), day

    return ask


def first_cells(after: str) -> Callable[[Path], Iterator[Question]]:
    """Read the first cell of each line below the one that begins so, up to the total."""

    def ask(file: Path) -> Iterator[Question]:
        lines = file.read_text(encoding="latin-1").splitlines()
        start = next(n for n, line in enumerate(lines) if line.startswith(after))
        for row in csv.reader(lines[start + 1 :]):
            name = row[0].strip() if row else ""
            if name and name != "Total":
                yield f"SIPRI {name}", None

    return ask


def register(file: Path) -> Iterator[Question]:
    """Read SIPRI's register of sixteen columns, whose comments may hold anything but a comma."""
    lines = file.read_text(encoding="latin-1").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("Recipient,"))
    for line in lines[start + 1 :]:
        cells = line.split(",")
        if len(cells) > 12:  # the tail of a comment that holds a line's end has fewer
            yield from ((f"SIPRI {name}", cells[2]) for name in cells[:2])


def numbered(
    columns: Sequence[int], date: int, scheme: str
) -> Callable[[Path], Iterator[Question]]:
    """Read a table without a header, parted by tabs, with days of eight digits."""

    def ask(file: Path) -> Iterator[Question]:
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines, delimiter="\t"):
                day = re.sub(r"(....)(..)(..)", r"\1-\2-\3", row[date])
                yield from ((f"{scheme} {row[n]}" if row[n] else "", day) for n in columns)

    return ask


def elements(row: str, name: str) -> Callable[[Path], Iterator[Question]]:
    """Read a file of the Department of State."""

    def ask(file: Path) -> Iterator[Question]:
        for each in ElementTree.fromstring(file.read_bytes()).iter(row):  # noqa: S314 - as published
            for found in each.iter(name):
                yield " ".join((found.text or "").split()), each.findtext("start-date")

    return ask


def travels_of_leaders(file: Path) -> Iterator[Question]:
    """Read the second sheet of a workbook: a year in column A, a country in column D."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(file) as book:
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - as published
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet2.xml"))  # noqa: S314 - as published
    texts = ["".join(part.text or "" for part in item.iter(f"{space}t")) for item in strings]
    for row in sheet.iter(f"{space}row"):
        cells = {cell.get("r", "")[0]: cell for cell in row}
        year, country = (cells[c].findtext(f"{space}v") if c in cells else "" for c in "AD")
        if country and cells["A"].get("t") != "s":
            yield texts[int(country)].strip(), year


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def _year_or_day(text: str | None) -> str | None:
    """A date as the library reads it; dates with the day or the month first are turned round."""
    text = (text or "").strip()
    if found := re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", text):
        return "-".join(reversed(found.groups()))
    if found := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text):
        return f"{found[3]}-{found[1]}-{found[2]}"
    return text if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text) else None


def _of_atop(row: dict[str, str]) -> str:
    """The day on which a member entered; -9 and 0 stand for what is not known."""
    parts = [int(row[key]) for key in ("yrent", "moent", "dayent")]
    known = parts[: next((n for n, part in enumerate(parts) if part < 1), 3)]
    return "-".join(f"{part:02}" for part in known)


def _of_cow(row: dict[str, str]) -> str:
    return f"{row['styear']}-{int(row['stmonth']):02}-{int(row['stday']):02}"


LISTS = (
    NameList(
        "Department of State, visits of foreign leaders",
        "ushistory_visits/*.xml",
        elements("visit", "from"),
    ),
    NameList(
        "Department of State, travels", "ushistory_travels/*.xml", elements("trip", "country")
    ),
    NameList(
        "United Nations Treaty Collection, six treaties",
        "un_treaty_collection/[0-9]*.csv",
        table(["Participant"]),
    ),
    NameList(
        "ICEWS, a day of 2018",
        "icews/events*.tab",
        table(["Source Country", "Target Country", "Country"], "Event Date"),
    ),
    NameList(
        "GDELT 2.0, FIPS codes", "gdelt_2.0_events/*.export*.CSV", numbered([37, 45, 53], 1, "FIPS")
    ),
    NameList(
        "GDELT 2.0, CAMEO codes as ISO",
        "gdelt_2.0_events/*.export*.CSV",
        numbered([7, 17], 1, "ISO"),
    ),
    NameList(
        "GDELT 1.0, FIPS codes", "gdelt_1.0_events/*.export*.CSV", numbered([37, 44, 51], 1, "FIPS")
    ),
    NameList(
        "Correlates of War, diplomatic exchange",
        "cow_diplomatic_exchange/*.csv",
        table(["ccode1", "ccode2"], "year", "COW"),
    ),
    NameList(
        "Correlates of War, states of 2016",
        "country_codes/COW_states2016.csv",
        table(["statenme"], _of_cow),
    ),
    NameList(
        "ATOP 4.01, members", "atop_4.01/atop-member*.csv", table(["member"], _of_atop, "COW")
    ),
    NameList(
        "UN ideal points, names, numbers and ISO codes",
        "un_ideal_points/*.csv",
        table(["Countryname", "iso3c"]),
    ),
    NameList("UN ideal points, numbers", "un_ideal_points/*.csv", table(["ccode"], scheme="COW")),
    NameList(
        "Informal organisations, ASEAN states",
        "igo_memberships/MIGO*.csv",
        table(["StateName"], "Year"),
    ),
    NameList(
        "Informal organisations, all states",
        "igo_memberships/IIGO*.csv",
        table(["StateName"]),
    ),
    NameList(
        "Exercises of Russia 2012–2018",
        "exercises_russia_leffel/*.csv",
        table([f"part{n}" for n in range(1, 29)], "yr"),
    ),
    NameList("Chinese leaders abroad 1949–2020", "ceias_who_where_when/*.xlsx", travels_of_leaders),
    NameList(
        "China Vitae, engagements", "china_vitae_engagements/*.csv", table(["country"], "year")
    ),
    NameList("Transboundary waters, country", "tfdd/*.csv", table(["Country_Name"], "DateSigned")),
    NameList(
        "Transboundary waters, signatories",
        "tfdd/*.csv",
        table(["Signatories"], "DateSigned", between=","),
    ),
    NameList(
        "Trade agreements (World Bank), members",
        "gptad/*.csv",
        table(["Membership"], "Date.of.Signature", between=r"[,;()]|\\r|\\n"),
    ),
    NameList(
        "Trade agreements (DESTA), numbers",
        "desta/*.csv",
        table([f"c{n}" for n in range(1, 92)], "year", "M49"),
    ),
    NameList(
        "Countries and their beginnings",
        "country_codes/countrycode_countryhood.csv",
        table(["country", "iso3c"]),
    ),
    NameList("SIPRI register, 16 columns", "sipri_register_16col/*dev.csv", register),
    NameList(
        "SIPRI register, 17 columns",
        "sipri_register_17col/*.csv",
        table(["Supplier", "Recipient"], "Order date", "SIPRI"),
    ),
    NameList(
        "SIPRI, deals of 2016–2021",
        "sipri_dealsandtivs_2022/Deals*.txt",
        table(["Seller", "Buyer"], "Order date", "SIPRI"),
    ),
    NameList("SIPRI, values by recipient", "sipri_tiv_tables/TIV*.csv", first_cells(",1950,")),
    NameList(
        "SIPRI, values of all recipients",
        "sipri_tiv_tables/import*.csv",
        first_cells("Data generated"),
    ),
    NameList(
        "SIPRI, names", "country_codes/sipri_names*.csv", table(["sipri_name"], scheme="SIPRI")
    ),
)
