"""How the rows of a measure are read in a terminal: what each is about, then its figures."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from relations.cli.terminal import item

if TYPE_CHECKING:
    from relations.measures.figure import Figure
    from relations.words import Names

_INDENT: Final = 2
_ABOUT_COLUMN: Final = 42
_FIGURE_COLUMN: Final = 24
_MANY: Final = 40
"""Of more rows than this, those without any number are only counted."""
_SILENT: Final = (None, "", (), False)
"""What a row says nothing by."""
_PLAIN: Final = frozenset({"item", "kind", "by", "value", "year", "date", "said", "places"})
"""Fields whose values need no name before them."""


def show_rows(rows: Sequence[Any], names: Names) -> None:
    """Print the rows; of very many, those that have no number are counted by what they say."""
    shown = rows if len(rows) <= _MANY else [row for row in rows if _has_number(row)]
    for row in shown:
        _show_row(row, names)
    kept = {id(row) for row in shown}
    left = Counter(figures_of(row)[0][1].kind.words for row in rows if id(row) not in kept)
    if left:
        told = ", ".join(f"{words} in {count}" for words, count in left.items())
        item("", f"… and rows without a number: {told}. --csv prints them all.", _INDENT, dim=True)


def _has_number(row: Any) -> bool:  # noqa: ANN401 - each measure's own
    return any(figure.is_number for _, figure in figures_of(row))


def _show_row(row: Any, names: Names) -> None:  # noqa: ANN401 - each measure's own
    told, figures = list(_said_of(row, names)), figures_of(row)
    about = ("; " if any(", " in each for each in told) else ", ").join(told)
    notes = list(dict.fromkeys(figure.note for _, figure in figures if figure.note))
    alone = len(figures) == 1 and len(about) < _ABOUT_COLUMN - 2 * _INDENT
    if alone and about:
        item(f"  {about}", str(figures[0][1]), _ABOUT_COLUMN)
    else:
        indent = 2 * _INDENT if about else _INDENT
        if about:
            item("", about, _INDENT)
        for name, figure in figures:
            item(f"{' ' * indent}{name}", str(figure), indent + _FIGURE_COLUMN)
    for note in notes:
        item("", note, _ABOUT_COLUMN if alone and about else 2 * _INDENT, dim=True)


def figures_of(row: Any) -> list[tuple[str, Figure]]:  # noqa: ANN401 - each measure's own
    """The figures of a row, by the name of the field; a figure alone is its own row."""
    import attrs

    from relations.measures.figure import Figure
    from relations.words import label

    if isinstance(row, Figure):
        return [(label(row.name), row)]
    values = ((a.name, getattr(row, a.name)) for a in attrs.fields(type(row)))
    return [(label(name), value) for name, value in values if isinstance(value, Figure)]


def _said_of(row: Any, names: Names) -> Iterator[str]:  # noqa: ANN401 - each measure's own
    """What a row says beside its figures."""
    import attrs

    from relations.measures.figure import Figure

    if isinstance(row, Figure):
        return
    for number, attribute in enumerate(attrs.fields(type(row))):
        value = getattr(row, attribute.name)
        if not isinstance(value, Figure) and value not in _SILENT:
            yield _told(attribute.name, value, names, is_first=not number)


def _told(field: str, value: Any, names: Names, *, is_first: bool) -> str:  # noqa: ANN401 - as below
    """One field of a row; what is plain from its value is told without its name."""
    from relations.words import label

    if value is True:
        return label(field).removeprefix("is ")
    if field == "item":
        return label(_with_names(value, names))
    if isinstance(value, str) and field in _PLAIN and field != "said":
        return label(names.get(value, value))
    if is_first or field in _PLAIN or isinstance(value, enum.Enum):
        return _words(value, names)
    return f"{label(field)} {_words(value, names)}"


def _with_names(name: str, names: Names) -> str:
    """The name of an item, in which a direction is told by the names of the two."""
    for way in ("a_to_b", "b_to_a", "all_to_a", "all_to_b"):
        name = name.replace(way, names.get(way, way))
    return name


def _words(value: Any, names: Names) -> str:  # noqa: ANN401 - whatever a row holds
    """A value in words; what an identifier stands for, in place of it."""
    import attrs

    from relations.words import label, words

    if isinstance(value, enum.Enum):
        return names.get(str(value.value), label(str(value.value)))
    if attrs.has(type(value)) and type(value).__module__.startswith("relations.measures"):
        parts = (getattr(value, attribute.name) for attribute in attrs.fields(type(value)))
        return ", ".join(_words(part, names) for part in parts if part not in _SILENT)
    if isinstance(value, tuple):
        said = [_words(entry, names) for entry in value]
        return (" / " if any(", " in each for each in said) else ", ").join(said)
    return names.get(value, value) if isinstance(value, str) else words(value, names)
