"""A world in which every place where a text can stand holds a secret word of its own.

The places follow from the data file's schema, which follows from the classes: a new field of a
class is planted without a word here.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator
from typing import Any, Final

from builders import record, world
from relations.canonical import converter
from relations.dataset import Dataset
from relations.model.meeting import Meeting
from relations.storage import structured
from strategies.examples import groups

SECRET: Final = "geheim"  # noqa: S105 - a word to search for, and no password
"""What each planted word begins with; nothing else in the world has it."""

Json = Any
_NUMBERS: Final = itertools.count(1)

_TARGETS: Final = {
    "source": "source",
    "sources": "source",
    "party": "party",
    "parties": "party",
    "predecessor": "party",
    "parent": "party",
    "country": "party",
    "administered_by": "party",
    "region": "party",
    "side": "party",
    "person": "person",
    "speaker": "person",
    "places": "place",
    "place": "place",
    "seat": "place",
    "within": "place",
    "occasion": "record",
    "related": "record",
    "mentions": "record",
    "about": "record",
    "replaced_by": "record",
    "record": "record",
}
"""What the fields that hold identifiers refer to."""

_HIDDEN: Final = {
    "source": "geheim-source",
    "party": "GEHEIM-PARTY",
    "person": "geheim-person",
    "place": "geheim-place",
    "record": "geheim-record",
}
"""The identifiers of what only restricted words speak of."""

_OPEN: Final = {
    "source": "first",
    "party": "VNM",
    "person": "open-person",
    "place": "cam-ranh",
    "record": "open-record",
}

_NO_TEXT: Final = frozenset({"supports", "field", "kinds", "currency", "series", "lang"})
"""Texts that name a field, a kind or a language, and can hold no secret."""


def planted(to: dict[str, str], value: Json, name: str = "") -> Json:
    """A JSON value in which texts are secret words and identifiers lead to ``to``."""
    if isinstance(value, dict):
        return {key: planted(to, inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [planted(to, inner, name) for inner in value]
    if value in ("words", "an-id") and name in _TARGETS:
        return to[_TARGETS[name]]
    if value == "words":
        return "en" if name in ("language", "languages") else _word(name)
    return (
        f"https://{SECRET}{next(_NUMBERS)}.example/" if value == "https://example.org/" else value
    )


def _word(name: str) -> str:
    return "title" if name in _NO_TEXT else f"{SECRET}{next(_NUMBERS)}"


def restricted(value: Json) -> Json:
    """A JSON value in which everything that can be restricted is, but not the value itself."""
    if isinstance(value, list):
        return [_mark(restricted(inner)) for inner in value]
    if isinstance(value, dict):
        return {key: restricted(inner) for key, inner in value.items()}
    return value


def _mark(value: Json) -> Json:
    return {**value, "release": "restricted"} if _can_be(value) else value


def _can_be(value: Json) -> bool:
    return isinstance(value, dict) and "release" in value


def secret_world() -> Dataset:
    """The tiny world with open entries that hold restricted parts, and restricted ones of each."""
    document = converter().unstructure(world(record(Meeting, "open-meeting", ("VNM", "RUS"))))
    document["format"] = 1
    document["edition"]["overlays"] = [{"name": _word("name"), "release": "restricted"}]
    for group, example in groups().items():
        document.setdefault(group, [])
        document[group] += list(_entries(group, example))
    return structured(document, "the planted world")


def _entries(group: str, example: Json) -> Iterator[Json]:
    """Entries of a group in which something is secret."""
    hidden = _resting(group, planted(_HIDDEN, example))
    if "release" in hidden:
        hidden["release"] = "restricted"
    else:
        hidden = restricted(hidden)
    hidden["id"] = _identifier(group, hidden=True)
    if "title" in hidden and "parties" in hidden:
        hidden["parties"] += _pair(example)
    yield hidden
    if group not in ("sources", "withdrawn", "coverage", "inquiries"):
        yield _half_open(group, example)


def _identifier(group: str, *, hidden: bool) -> str:
    """The identifiers that others refer to, and one of its own for every other entry."""
    sort = {"sources": "source", "organisations": "party", "persons": "person", "places": "place"}
    own = {"agreements": "record", **sort}.get(group)
    if own:
        return (_HIDDEN if hidden else _OPEN)[own] + ("" if hidden or own != "party" else "-BODY")
    return f"{SECRET}-{group.replace('_', '-')}" if hidden else f"open-{group.replace('_', '-')}"


def _half_open(group: str, example: Json) -> Json:
    """An open entry of which all but its name and its parties rests on restricted words."""
    entry = restricted(_resting(group, planted(_HIDDEN, example)))
    entry["id"] = _identifier(group, hidden=False) + ("" if group != "places" else "-half")
    openly = {"source": "first", "quote": "words of the source", "supports": []}
    if "title" in entry:
        entry["title"] = f"Open {group}"
        entry["parties"] = _pair(example)
        openly["supports"] = ["parties"]
        for mine in ("topics", "related", "reviews", "confidence"):
            entry[mine] = []
        entry.update({name: "" for name in ("note",) if name in entry})
    else:
        entry["names"] = [{"text": f"Open {group}"}]
        entry["note"] = ""
        for plain in ("codes", "former_codes", "counted", "existed", "parent", "seat", "country"):
            entry.pop(plain, None)
        for plain in ("within", "military_rank", "languages"):
            entry.pop(plain, None)
    entry["citations"] = [openly, *entry["citations"]]
    if "release" in entry:
        entry["release"] = "public"
    return _with_editors_words(entry)


def _with_editors_words(entry: Json) -> Json:
    """An entry whose needed words, which are the editor's, are open."""
    for name in ("designation", "text"):
        if name in entry and isinstance(entry[name], str):
            entry[name] = "Open words"
    return entry


def _pair(example: Json) -> Json:
    role = example["parties"][0]["role"]
    return [{"party": party, "role": role} for party in ("VNM", "RUS")]


def _resting(group: str, entry: Json) -> Json:
    """An entry whose citations support every field that the schema gives it."""
    entry = copy.deepcopy(entry)
    if "title" in entry and "citations" in entry:
        mine = {"id", "title", "citations", "topics", "history", "claims", "related", "note"}
        fields = [name for name in entry if name not in mine | {"release", "reviews"}]
        contested = {claim["field"] for claim in entry.get("claims", ())}
        for citation in entry["citations"]:
            citation["supports"] = [name for name in fields if name not in contested]
            citation["together"] = False
    return entry
