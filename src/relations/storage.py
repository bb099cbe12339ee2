"""Files to datasets and back, in one canonical form.

The form is UTF-8 without escapes, two spaces of indent, keys in the order of the classes' fields,
entries by identifier, fields at their default left out, and one newline at the end. Loading a
canonical file and saving it gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, NoReturn, get_args, get_origin

import attrs
from cattrs import Converter

from relations.checks import problems
from relations.converter import StructureError, make_converter, structure, value_at
from relations.dataset import Dataset
from relations.errors import DataError, FormatError, Problem, RelationsError, Severity
from relations.files import write_atomically
from relations.selection import Selection

FORMAT: Final = 1
"""The version of the data file's format that is written, and the newest that is read."""

_HERE: Final = Path(__file__).resolve().parent


def shipped_path() -> Path:
    """Where the data file is: beside the code in a wheel, at the top of a checkout otherwise.

    Raises:
        RelationsError: if it is in neither place, naming both.
    """
    candidates = (_HERE / "data" / "relations.json", _HERE.parents[1] / "data" / "relations.json")
    for candidate in candidates:
        if candidate.is_file():
            return candidate
    places = " nor ".join(map(str, candidates))
    raise RelationsError(f"the data file is neither at {places}; install the package again")


def load(path: str | os.PathLike[str] | None = None) -> Dataset:
    """The dataset in a file, or the one that comes with the library.

    Raises:
        FormatError: if the file is of a newer format than this version knows.
        DataError: if anything in it is wrong, with every problem at once.
        OSError: if the file cannot be read.
    """
    file = shipped_path() if path is None else Path(path)
    dataset = structured(read(file), str(file))
    errors = [problem for problem in problems(dataset) if problem.severity is Severity.ERROR]
    if errors:
        raise DataError(str(file), errors)
    return dataset


def save(dataset: Dataset, path: str | os.PathLike[str]) -> None:
    """Write a dataset to a file in canonical form, wholly or not at all."""
    write_atomically(Path(path), dumps(dataset).encode())


def dumps(dataset: Dataset) -> str:
    """A dataset in canonical form."""
    document = {"format": FORMAT, **_converter().unstructure(dataset)}
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def digest(dataset: Dataset) -> str:
    """The SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(dumps(dataset).encode()).hexdigest()


# -- reading -------------------------------------------------------------------------------------


def read(file: Path) -> dict[str, Any]:
    """The JSON object in a file.

    Raises:
        DataError: if it is not UTF-8, not JSON, repeats a key or holds no object.
    """
    try:
        text = file.read_bytes().decode()
        document = json.loads(
            text, object_pairs_hook=_without_repeats, parse_constant=_no_such_number
        )
        _require_whole_characters(text, document)
    except (ValueError, RecursionError) as error:
        raise DataError(str(file), [Problem(message=_reason(error))]) from None
    if not isinstance(document, dict):
        raise DataError(str(file), [Problem(message="the file holds no JSON object")])
    return document


def _reason(error: ValueError | RecursionError) -> str:
    """Why a file cannot be read, in a curator's words."""
    match error:
        case UnicodeDecodeError():
            return f"not UTF-8: {error.reason} at byte {error.start}"
        case UnicodeEncodeError():
            return "half a character is escaped in it, which no text can hold"
        case json.JSONDecodeError() if error.doc.startswith("\ufeff"):
            return "not JSON: it starts with a byte order mark; save it without one"
        case json.JSONDecodeError():
            return f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        case RecursionError():
            return "lists or objects nested too deep"
        case _BadJson():
            return str(error)
        case _:
            return "a number has too many digits"


def _require_whole_characters(text: str, document: object) -> None:
    """Refuse half a character, which can only be written by its number."""
    if "\\u" in text:
        json.dumps(document, ensure_ascii=False).encode()


class _BadJson(ValueError):
    """JSON that Python's reader would let pass."""


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        repeated = next(key for key in keys if keys.count(key) > 1)
        raise _BadJson(f"the key {repeated!r} stands twice in one object")
    return found


def _no_such_number(text: str) -> NoReturn:
    raise _BadJson(f"{text} is no JSON number")


# -- structuring ---------------------------------------------------------------------------------


def structured(document: dict[str, Any], file: str) -> Dataset:
    """The dataset that a JSON object of the current format spells.

    Raises:
        FormatError: if the format is missing or newer than this version knows.
        DataError: with every problem, each with the record and the field it stands in.
    """
    content = dict(document)
    _require_known(content.pop("format", None), file)
    try:
        return structure(_converter(), content, Dataset)
    except StructureError as error:
        placed = [_placed(problem, content) for problem in error.problems]
        raise DataError(file, placed) from None


def _require_known(version: object, file: str) -> None:
    if type(version) is not int or version < 1:
        raise FormatError(f'{file}: has no format version; the file starts with "format": {FORMAT}')
    if version > FORMAT:
        raise FormatError(
            f"{file}: is of format {version}, and this version of relations reads up to {FORMAT}; "
            "install a newer one"
        )


def _placed(problem: Problem, document: object) -> Problem:
    """``problem`` with the identifier of its record, and the field's path inside the record."""
    head, bracket, rest = problem.field.partition("]")
    identifier = value_at(document, f"{head}{bracket}.id") if bracket else None
    if not isinstance(identifier, str):
        return problem
    return attrs.evolve(problem, record=identifier, field=rest.lstrip("."))


@cache
def _converter() -> Converter:
    converter = make_converter()
    converter.register_structure_hook_factory(_is_selection, partial(_selection_hook, converter))
    converter.register_unstructure_hook_func(_is_selection, partial(_by_identifier, converter))
    dataset = converter.get_unstructure_hook(Dataset)
    converter.register_unstructure_hook(Dataset, lambda value: _sorted_groups(dataset(value)))
    return converter


def _is_selection(target: object) -> bool:
    return get_origin(target) is Selection or target is Selection


def _selection_hook(converter: Converter, target: Any) -> Callable[[object, object], object]:
    item_type = get_args(target)[0]
    as_tuple_type = tuple[item_type, ...]  # type: ignore[valid-type]  # known at run time only
    as_tuple = converter.get_structure_hook(as_tuple_type)
    return lambda value, _: Selection(as_tuple(value, as_tuple_type))


def _by_identifier(converter: Converter, selection: Iterable[Any]) -> list[Any]:
    return [converter.unstructure(record) for record in selection]


def _sorted_groups(document: dict[str, Any]) -> dict[str, Any]:
    return {key: _sorted(group) for key, group in document.items()}


def _sorted(group: Any) -> Any:
    entries = isinstance(group, list | tuple)
    return sorted(group, key=lambda entry: str(entry["id"])) if entries else group
