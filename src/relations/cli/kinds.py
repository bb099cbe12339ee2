"""The kind that a word on the command line means, and what to write for a word that is none."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

_MEANT: Final = {
    "parties": ("countries", "organisations"),
    "states": ("countries",),
    "territories": ("countries",),
    "bodies": ("organisations",),
    "organizations": ("organisations",),
    "people": ("persons",),
    "treaties": ("agreements",),
    "weapons": ("arms_transfers",),
    "arms": ("arms_transfers",),
    "manoeuvres": ("exercises",),
    "summits": ("meetings",),
    "visits": ("meetings",),
    "projects": ("programmes",),
    "programs": ("programmes",),
    "conflicts": ("disputes",),
    "wars": ("disputes",),
}
"""What people call the kinds, and the kinds they mean; no likeness of spelling leads there."""


def kind_named(what: str, word: str, known: Collection[str]) -> str:
    """The one of the ``known`` kinds that is so called; a hyphen will do for an underscore.

    Raises:
        UnknownName: if there is none; with those that are probably meant, or else with all.
    """
    from relations.errors import UnknownName

    name = word.replace("-", "_")
    if name not in known:
        meant = tuple(dict.fromkeys(_probably(name.casefold(), known)))
        raise UnknownName(what, word, meant or tuple(known))
    return name


def _probably(name: str, known: Collection[str]) -> Iterator[str]:
    """The kinds that ``name`` is another word for, or else those of a word near to it."""
    from relations.errors import nearest

    meant = [word for word in (name, f"{name}s") if word in _MEANT]
    for word in meant or nearest(name, [*known, *_MEANT]):
        yield from (kind for kind in _MEANT.get(word, (word,)) if kind in known)
