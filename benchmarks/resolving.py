"""What share of the names and codes in a list lead to one party, and why each other does not.

Run with ``python benchmarks/resolving.py FILE COLUMN``. ``--scheme`` is the word of a list of codes
or names, as in ``SIPRI``. ``--date`` is a column of dates in EDTF: each row is then asked about its
own day, and about any day where its date cannot be read. ``FILE`` is CSV, or separated by tabs or
semicolons. Two shares are printed: of the distinct questions, and of the rows that ask them.

``--shared FOLDER`` asks every list of :mod:`shared_lists` instead and prints one table; with
``--failures`` each failure stands below its list.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from shared_lists import LISTS, NOT_GIVEN, Question

import relations
from relations.dataset import Dataset
from relations.errors import AmbiguousName, DateError, UnknownName
from relations.model.dates import EdtfDate


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


class Asked(NamedTuple):
    """What came of the questions of a list, and why some lead to no party."""

    questions: int
    rows: int
    questions_lost: int
    failures: Counter[str]

    def shares(self) -> tuple[float, float]:
        """Of the distinct questions, and of the rows that ask them, how many lead to a party."""
        return 1 - self.questions_lost / self.questions, 1 - self.failures.total() / self.rows


def ask(dataset: Dataset, asked: Counter[Question], scheme: str = "") -> Asked:
    """Put every question once."""
    failed: Counter[str] = Counter()
    lost = 0
    for (text, day), count in asked.items():
        why = failure(dataset, f"{scheme} {text}".strip(), day)
        if why:
            failed[why] += count
            lost += 1
    return Asked(len(asked), asked.total(), lost, failed)


def _print_shared(dataset: Dataset, folder: Path, *, failures: bool) -> None:
    print(f"{'list':<52}{'questions':>10}{'lead':>8}{'rows':>8}{'lead':>8}")
    for each in LISTS:
        files = sorted(folder.glob(each.files))
        if not files:
            raise SystemExit(f"{folder}: no {each.files}")
        found = Counter(
            question
            for file in files
            for question in each.ask(file)
            if question[0] not in NOT_GIVEN
        )
        told = ask(dataset, found)
        of_questions, of_rows = told.shares()
        print(f"{each.title:<52}{told.questions:>10}{of_questions:>8.1%}", end="")
        print(f"{told.rows:>8}{of_rows:>8.1%}")
        if failures:
            _print_failures(told)


def _print_failures(told: Asked) -> None:
    for why, count in told.failures.most_common():
        print(f"  {count:5} × {why}")


def main() -> None:
    """Ask every question and print the shares and the failures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("column", nargs="?")
    parser.add_argument("--scheme", default="")
    parser.add_argument("--date")
    parser.add_argument("--data", help="a data file; the shipped one if none is named")
    parser.add_argument("--shared", type=Path, metavar="FOLDER", help="ask all its lists of names")
    parser.add_argument("--failures", action="store_true", help="print them below each list")
    told = parser.parse_args()
    dataset = relations.load(told.data)
    if told.shared:
        _print_shared(dataset, told.shared, failures=told.failures)
    elif told.file and told.column:
        found = ask(dataset, questions(told.file, told.column, told.date), told.scheme)
        of_questions, of_rows = found.shares()
        print(f"{told.file.name} {told.column}: of {found.questions} questions {of_questions:.1%}")
        print(f"lead to one party, of {found.rows} rows {of_rows:.1%}")
        _print_failures(found)
    else:
        parser.error("name a file and a column, or a folder with --shared")


if __name__ == "__main__":
    main()
