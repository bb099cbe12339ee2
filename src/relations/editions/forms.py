"""A comparison as text to read, as JSON for programs and as CSV for a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any, Final

from relations.converter import make_converter
from relations.editions.changes import Change, Comparison, How
from relations.model.edition import Edition

COLUMNS: Final = ("change", "group", "id", "title", "field", "old", "new", "words", "reason")
"""The columns of the CSV: a row for each field of each change, or one for an entry without any."""


def as_text(comparison: Comparison) -> str:
    """The changes under a heading for each way, to be read."""
    between = f"{_edition(comparison.old)} to {_edition(comparison.new)}"
    about = f", {' and '.join(comparison.pair)}" if comparison.pair else ""
    lines = [f"From {between}{about}"]
    for how in How:
        changes = comparison.of(how)
        if changes:
            lines += ["", f"{how.words.capitalize()} ({len(changes)})"]
            lines += [line for change in changes for line in _told(change)]
    if not comparison.changes:
        lines += ["", "Nothing differs."]
    return "\n".join(lines) + "\n"


def _edition(edition: Edition) -> str:
    view = f", {edition.view}" if edition.view else ""
    return f"edition {edition.full_name} ({edition.date}{view})"


def _told(change: Change) -> Iterator[str]:
    yield f"  {change.id}: {change.title}" if change.title != change.id else f"  {change.id}"
    if change.how is How.WITHDRAWN:
        yield f"    {change.reason or 'no reason is given'}"
    for part in change.fields:
        yield f"    {part.field.replace('_', ' ')}: {part.words}"


def as_json(comparison: Comparison) -> str:
    """The changes with both values of each field, spelled as in the data file."""
    spell = make_converter().unstructure
    document = {
        "old": spell(comparison.old),
        "new": spell(comparison.new),
        "pair": comparison.pair,
        "changes": [_spelled(change, spell) for change in comparison.changes],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _spelled(change: Change, spell: Callable[[Any], Any]) -> dict[str, Any]:
    fields = [
        {"field": part.field, "old": spell(part.old), "new": spell(part.new), "words": part.words}
        for part in change.fields
    ]
    return {
        "change": change.how.value,
        "group": change.group,
        "id": change.id,
        "title": change.title,
        "fields": fields,
        "reason": change.reason,
    }


def as_csv(comparison: Comparison) -> str:
    """The changes as a table with :data:`COLUMNS`; a value that is no text stands as JSON."""
    spell = make_converter().unstructure
    file = io.StringIO()
    table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    table.writeheader()
    for change in comparison.changes:
        entry = _spelled(change, spell)
        for part in entry.pop("fields") or [{}]:
            table.writerow({**entry, **part, **_cells(part)})
    return file.getvalue()


def _cells(part: dict[str, Any]) -> dict[str, str]:
    return {name: _cell(part.get(name)) for name in ("old", "new")}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


FORMS: Final[dict[str, Callable[[Comparison], str]]] = {
    "text": as_text,
    "json": as_json,
    "csv": as_csv,
}
"""The forms a comparison can be told in, by the word that a reader asks for."""
