"""Two states of one entry, field by field.

The parts of a list are held against one another by what tells them apart, such as the status of a
state, so that one new citation is one change and not a whole list that differs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import attrs

from relations.editions.changes import FieldChange
from relations.model.claims import Claim
from relations.model.meeting import Delegate
from relations.model.names import Name
from relations.model.organisation import Membership
from relations.model.party import PartyRole, Succession
from relations.model.person import Tenure
from relations.model.references import identifying_fields
from relations.model.source import Citation
from relations.model.status import State
from relations.words import Names, named, words

Key = tuple[Any, ...]

_KEYS: Final[dict[type, Callable[[Any], Key]]] = {
    Citation: lambda part: (part.source, part.quote),
    Claim: lambda part: (part.field, part.value),
    Delegate: lambda part: (part.person,),
    Membership: lambda part: (part.party, part.standing, part.period),
    Name: lambda part: (part.text, part.form, part.lang),
    PartyRole: lambda part: (part.party, part.role),
    State: lambda part: (part.status.value,),
    Succession: lambda part: (part.predecessor,),
    Tenure: lambda part: (part.office, part.party, part.date),
}
"""What tells one part of a list from its siblings; the first word of it names the part."""

_EMPTY: Final = (None, "", ())


def changed_fields(old: Any, new: Any, names: Names) -> Iterator[FieldChange]:
    """Every field in which two entries differ; both may be of different classes."""
    if type(old) is not type(new):
        kinds = (type(old).__name__, type(new).__name__)
        yield FieldChange(field="kind", old=kinds[0], new=kinds[1], words=_from_to(*kinds))
    yield from _changed(old, new, "", names)


def _changed(old: Any, new: Any, path: str, names: Names) -> Iterator[FieldChange]:
    cls: Any = type(new)
    known = {attribute.name for attribute in attrs.fields(type(old))}
    for attribute in attrs.fields(cls):
        name = attribute.name
        before = getattr(old, name) if name in known else None
        after = getattr(new, name)
        if before == after or (before in _EMPTY and after in _EMPTY):
            continue
        where = f"{path}{name}"
        identifying = name in identifying_fields(cls)
        if isinstance(after, tuple) and isinstance(before, tuple):
            yield from _in_list(before, after, where, names, identifying=identifying)
        else:
            yield _leaf(where, before, after, names, identifying=identifying)


def _leaf(path: str, old: Any, new: Any, names: Names, *, identifying: bool) -> FieldChange:
    before, after = (_spoken(value, names, identifying=identifying) for value in (old, new))
    if old in _EMPTY:
        text = f"now given: {after}"
    elif new in _EMPTY:
        text = f"no longer given; it was {before}"
    else:
        text = _from_to(before, after)
    return FieldChange(field=path, old=old, new=new, words=text)


def _from_to(old: str, new: str) -> str:
    return f"from {old} to {new}"


def _spoken(value: Any, names: Names, *, identifying: bool) -> str:
    if identifying and isinstance(value, str):
        return named(value, names)
    return f"“{value}”" if isinstance(value, str) else words(value, names)


# -- lists ---------------------------------------------------------------------------------------


def _in_list(
    old: tuple[Any, ...], new: tuple[Any, ...], path: str, names: Names, *, identifying: bool
) -> Iterator[FieldChange]:
    before, after = _by_key(old), _by_key(new)
    found = False
    for key in dict.fromkeys((*before, *after)):
        for change in _in_part(before.get(key), after.get(key), path, names, identifying):
            found = True
            yield change
    if not found:
        yield FieldChange(field=path, old=old, new=new, words="the same, in another order")


def _by_key(parts: Iterable[Any]) -> dict[Key, Any]:
    """The parts by what tells them apart; the second of two that nothing tells apart is counted."""
    found: dict[Key, Any] = {}
    for part in parts:
        key = (*_KEYS.get(type(part), lambda part: (part,))(part), 0)
        while key in found:
            key = (*key[:-1], key[-1] + 1)
        found[key] = part
    return found


def _in_part(
    old: Any, new: Any, path: str, names: Names, identifying: bool
) -> Iterator[FieldChange]:
    part = new if old is None else old
    key = _KEYS.get(type(part))
    where = f"{path}.{key(part)[0]}" if key else path
    if old is None:
        spoken = _spoken(new, names, identifying=identifying)
        yield FieldChange(field=where, old=None, new=new, words=f"added: {spoken}")
    elif new is None:
        spoken = _spoken(old, names, identifying=identifying)
        yield FieldChange(field=where, old=old, new=None, words=f"taken out: {spoken}")
    elif key:
        yield from _changed(old, new, f"{where}.", names)
