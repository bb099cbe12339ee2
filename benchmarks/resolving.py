"""What share of the names and codes in a list lead to one party, and why each other does not.

Run with ``python benchmarks/resolving.py FILE COLUMN``. ``--scheme`` is the word of a list of codes
or names, as in ``SIPRI``. ``--date`` is a column of dates in EDTF: each row is then asked about its
own day, and about any day where its date cannot be read. ``FILE`` is CSV, or separated by tabs or
semicolons. Two shares are printed: of the distinct questions, and of the rows that ask them.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

import relations
from relations.dataset import Dataset
from relations.errors import AmbiguousName, DateError, UnknownName
from relations.model.dates import EdtfDate

Question = tuple[str, str | None]
"""A text, and the day it is asked about if there is one."""


def questions(file: Path, column: str, date: str | None) -> Counter[Question]:
    """The distinct questions of a file, with the number of rows that ask each."""
    with file.open(encoding="utf-8", errors="replace", newline="") as lines:
        header = lines.readline()
        lines.seek(0)
        delimiter = max(",\t;", key=header.count)
        found: Counter[Question] = Counter()
        table = csv.DictReader(lines, delimiter=delimiter)
        columns = table.fieldnames or ()
        for wanted in filter(None, (column, date)):
            if wanted not in columns:
                raise SystemExit(f"{file}: no column {wanted!r}; it has {', '.join(columns)}")
        for row in table:
            text = (row[column] or "").strip()
            if text:
                found[text, row[date] if date else None] += 1
        return found


def failure(dataset: Dataset, text: str, day: str | None) -> str:
    """Why a text leads to no party; nothing if it leads to one."""
    try:
        dataset.party(text, on=day if day and _is_date(day) else None)
    except (AmbiguousName, UnknownName) as error:
        return str(error)
    return ""


def _is_date(text: str) -> bool:
    try:
        EdtfDate.parse(text)
    except DateError:
        return False
    return True


def main() -> None:
    """Ask every question and print the shares and the failures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("column")
    parser.add_argument("--scheme", default="")
    parser.add_argument("--date")
    parser.add_argument("--data", help="a data file; the shipped one if none is named")
    told = parser.parse_args()
    dataset = relations.load(told.data)
    asked = questions(told.file, told.column, told.date)
    failed: Counter[str] = Counter()
    lost = 0
    for (text, day), count in asked.items():
        why = failure(dataset, f"{told.scheme} {text}".strip(), day)
        if why:
            failed[why] += count
            lost += 1
    rows, rows_lost = asked.total(), failed.total()
    print(f"{told.file.name} {told.column}: {len(asked) - lost} of {len(asked)} questions ", end="")
    print(f"({1 - lost / len(asked):.1%}), {rows - rows_lost} of {rows} rows ", end="")
    print(f"({1 - rows_lost / rows:.1%})")
    for why, count in failed.most_common():
        print(f"  {count:5} × {why}")


if __name__ == "__main__":
    main()
