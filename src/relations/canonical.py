"""The one form in which data are spelled, and the hashes by which two states are told apart.

The form is UTF-8 without escapes, two spaces of indent, keys in the order of the classes' fields,
entries by identifier, fields at their default left out, and one newline at the end. Loading a
canonical file and saving it gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any, Final, get_args, get_origin

import attrs
from cattrs import Converter

from relations.converter import make_converter
from relations.dataset import Dataset
from relations.model.record import Record
from relations.selection import Selection

FORMAT: Final = 1
"""The version of the data file's format that is written, and the newest that is read."""

SCHEMA_KEY: Final = "$schema"
"""The key by which a file tells an editor where its JSON Schema is; it is no part of the data."""


_HELD: Final = ',\n    "digest": "{}"'
"""How an edition's hash stands in a file."""


def dumps(dataset: Dataset, schema: object = None) -> str:
    """A dataset in canonical form; ``schema`` is what its file tells an editor of its schema."""
    first = {} if schema is None else {SCHEMA_KEY: schema}
    return written({**first, "format": FORMAT, **converter().unstructure(dataset)})


def written(document: dict[str, Any]) -> str:
    """A JSON object as the canonical form lays it out."""
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def digest(dataset: Dataset) -> str:
    """The SHA-256 of the canonical form without the edition's own digest, in hexadecimal."""
    edition = attrs.evolve(dataset.edition, digest=None)
    return _sha256(dumps(attrs.evolve(dataset, edition=edition)))


def is_release(text: str, digest: str) -> bool:
    """Whether the text of a file is, byte for byte, the release that has this hash.

    True spares spelling the dataset once more. False decides nothing: the text may be laid out in
    another way.
    """
    lines = text.split("\n", 2)
    if len(lines) == 3 and lines[1].startswith(f'  "{SCHEMA_KEY}": '):
        del lines[1]
    plain = "\n".join(lines).replace(_HELD.format(digest), "", 1)
    return digest == f"sha256:{_sha256(plain)}"


def content_of(record: Record) -> str:
    """``sha256:`` and the hash of a record in canonical form, without its reviews.

    It is of the record alone: that a source found an archived copy makes no review void.
    """
    spelled = converter().unstructure(attrs.evolve(record, reviews=()))
    return f"sha256:{_sha256(written(spelled))}"


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


# -- spelling ------------------------------------------------------------------------------------


@cache
def converter() -> Converter:
    """The converter of whole datasets, made once."""
    made = make_converter()
    made.register_structure_hook_factory(_is_selection, partial(_selection_hook, made))
    made.register_unstructure_hook_func(_is_selection, partial(_by_identifier, made))
    dataset = made.get_unstructure_hook(Dataset)
    made.register_unstructure_hook(Dataset, lambda value: _sorted_groups(dataset(value)))
    return made


def _is_selection(target: object) -> bool:
    return get_origin(target) is Selection or target is Selection


def _selection_hook(made: Converter, target: Any) -> Callable[[object, object], object]:
    item_type = get_args(target)[0]
    as_tuple_type = tuple[item_type, ...]  # type: ignore[valid-type]  # known at run time only
    as_tuple = made.get_structure_hook(as_tuple_type)
    return lambda value, _: Selection(as_tuple(value, as_tuple_type))


def _by_identifier(made: Converter, selection: Iterable[Any]) -> list[Any]:
    return [made.unstructure(record) for record in selection]


def _sorted_groups(document: dict[str, Any]) -> dict[str, Any]:
    return {key: _sorted(group) for key, group in document.items()}


def _sorted(group: Any) -> Any:
    entries = isinstance(group, list | tuple)
    return sorted(group, key=lambda entry: str(entry["id"])) if entries else group
