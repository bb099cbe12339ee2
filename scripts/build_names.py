"""Draw up the profiles of names that come with the library.

    python scripts/build_names.py

``un`` takes the short names of the United Nations in French and Russian, without what they put in
parentheses; in English the data hold them already. ``short`` takes the everyday names of the
Unicode Consortium, through Babel. Names that neither list has are in ``scripts/naming/
additions.csv``, each with its source.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel import Locale

from relations import storage
from relations.model.country import Country

HERE: Final = Path(__file__).parent
TARGET: Final = HERE.parent / "src" / "relations" / "report" / "naming"

Entry = dict[str, str]

_EVERYWHERE: Final = ("en", "fr", "ru")
_UNITED_NATIONS: Final = {"fr": "french_short", "ru": "russian_short"}


def profiles() -> dict[str, str]:
    """Each profile as it stands in its file, by its word."""
    countries = {it.id: it for it in storage.load(storage.shipped_path()).countries}
    found = {
        "un": (
            "Short names of the United Nations, or usual ones that are shorter",
            list(_united_nations(countries)),
        ),
        "short": ("Everyday names, of the Unicode Consortium", list(_everyday(countries))),
    }
    return {
        word: _written(title, [*names, *_added(word)]) for word, (title, names) in found.items()
    }


def _united_nations(countries: dict[str, Country]) -> Iterator[Entry]:
    for row in _rows(HERE / "parties" / "tables" / "un_names.csv"):
        for lang, column in _UNITED_NATIONS.items():
            name = re.sub(r"\s*\(.*?\)", "", row[column]).replace("'", "’").strip()
            if name and row["id"] in countries:
                yield {"id": row["id"], "lang": lang, "name": name}


def _everyday(countries: dict[str, Country]) -> Iterator[Entry]:
    for identifier, country in sorted(countries.items()):
        for lang in _EVERYWHERE:
            name = Locale.parse(lang).territories.get(country.codes.iso2 or "")
            if name:
                yield {"id": identifier, "lang": lang, "name": name.removesuffix(" SAR China")}


def _added(word: str) -> Iterator[Entry]:
    for row in _rows(HERE / "naming" / "additions.csv"):
        if row["profile"] == word:
            yield {key: row[key] for key in ("id", "lang", "name", "source")}


def _rows(path: Path) -> list[Entry]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _written(title: str, names: list[Entry]) -> str:
    """A file with a line for each name."""
    lines = [json.dumps(name, ensure_ascii=False) for name in names]
    body = ",\n    ".join(lines)
    return (
        f'{{\n  "title": {json.dumps(title)},\n  "based_on": "",\n'
        f'  "names": [\n    {body}\n  ]\n}}\n'
    )


def main() -> None:
    """Write both files."""
    for word, text in profiles().items():
        (TARGET / f"{word}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
