"""What a curator wrote and what the lists say, in one entry: the curator's words come first.

An entry that cites nothing but these lists was made by this script and is made anew. Any other is
a curator's: it keeps its names, citations, notes, dates and memberships, and gains what it lacks.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

import attrs

from parties.tables import sources
from relations.gazetteer import fold
from relations.model.country import Codes, Country
from relations.model.names import Name, NameForm
from relations.model.organisation import Membership, Organisation
from relations.model.party import Succession
from relations.model.references import identifiers
from relations.model.source import Citation, Source

P = TypeVar("P", Country, Organisation)


def merged(curated: Iterable[P], listed: Iterable[P]) -> tuple[P, ...]:
    """The entries of both, by identifier."""
    found = {party.id: party for party in curated if not _made_here(party)}
    for party in listed:
        ours = found.get(party.id)
        found[party.id] = party if ours is None else _filled(ours, party)
    return tuple(found[identifier] for identifier in sorted(found))


def _made_here(entry: Country | Organisation | Membership) -> bool:
    return not _own_citations(entry)


def _own_citations(entry: Country | Organisation | Membership) -> tuple[Citation, ...]:
    """The citations that a curator gave, as against those of the lists."""
    ours = {source.id for source in sources()}
    return tuple(citation for citation in entry.citations if citation.source not in ours)


def _filled(curated: P, listed: P) -> P:
    """A curator's entry with what it lacks."""
    changes: dict[str, Any] = {
        "names": _names(curated.names, listed.names),
        "citations": (*_own_citations(curated), *listed.citations),
        "existed": curated.existed or listed.existed,
        "successions": _successions(curated.successions, listed.successions),
        "note": _note(curated.note, listed.note),
    }
    match curated, listed:
        case Organisation(), Organisation():
            changes["memberships"] = _memberships(curated.memberships, listed.memberships)
        case Country(), Country():
            changes |= _of_a_country(curated, listed)
    return attrs.evolve(curated, **changes)


def _of_a_country(curated: Country, listed: Country) -> dict[str, Any]:
    """What the lists are asked for first, since they are cited for it."""
    given, codes = attrs.asdict(curated.codes), attrs.asdict(listed.codes)
    return {
        "codes": Codes(**{key: value or given[key] for key, value in codes.items()}),
        "former_codes": listed.former_codes or curated.former_codes,
        "status": listed.status or curated.status,
        "languages": listed.languages or curated.languages,
        "administered_by": listed.administered_by or curated.administered_by,
    }


def _names(curated: tuple[Name, ...], listed: tuple[Name, ...]) -> tuple[Name, ...]:
    """A curator's names, then those that spell none of them; a second usual name is a spelling."""
    kept = list(curated)
    for name in listed:
        known = {(fold(other.text), other.lang, other.period) for other in kept}
        if (fold(name.text), name.lang, name.period) in known:
            continue
        usual = any(other.form is name.form and other.lang == name.lang for other in kept)
        kept.append(attrs.evolve(name, form=NameForm.SPELLING) if usual else name)
    return tuple(kept)


def _successions(
    curated: tuple[Succession, ...], listed: tuple[Succession, ...]
) -> tuple[Succession, ...]:
    known = {succession.predecessor for succession in curated}
    return (*curated, *(entry for entry in listed if entry.predecessor not in known))


def _note(curated: str, listed: str) -> str:
    return curated if not listed or listed in curated else f"{curated} {listed}".strip()


def _memberships(
    curated: tuple[Membership, ...], listed: tuple[Membership, ...]
) -> tuple[Membership, ...]:
    own = tuple(entry for entry in curated if not _made_here(entry))
    known = {(entry.party, entry.standing, entry.period) for entry in own}
    new = (e for e in listed if (e.party, e.standing, e.period) not in known)
    return (*own, *new)


def with_sources(known: Iterable[Source], cited: frozenset[str]) -> tuple[Source, ...]:
    """The sources of both, by identifier, without a list that nothing cites."""
    found = {source.id: source for source in known}
    found |= {source.id: source for source in sources()}
    ours = {source.id for source in sources()}
    return tuple(found[key] for key in sorted(found) if key not in ours or key in cited)


def cited_by(entries: Iterable[Country | Organisation | Membership]) -> frozenset[str]:
    """Every source that the entries cite, wherever in them."""
    return frozenset(source for entry in entries for source in identifiers(entry, "source"))
