"""The network of parties that records tie, for NetworkX, Gephi and others.

A node is a party. An edge is a record as it ties two parties, so that one with three has three
edges; its key is the record's identifier and the two, and stays the same for ever. The direction of
a record stays in the roles, as everywhere here.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, Final

from relations.dataset import Dataset
from relations.exporters.flat import joined
from relations.extras import library
from relations.model.country import Country
from relations.model.dates import Certainty, EdtfDate
from relations.model.kinds import RECORD_TYPES, kind_of
from relations.model.party import Party
from relations.model.record import Record
from relations.selection import When, as_edtf

EXTRA: Final = "graph"
"""The extra that brings NetworkX."""

_NOT_IN_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file can hold."""

_DATED: Final = re.compile(rb'lastmodifieddate="[^"]*"')


def graph(dataset: Dataset, *, kinds: Iterable[str] | None = None, on: When | None = None) -> Any:
    """A ``networkx.MultiGraph`` of the parties that records tie directly.

    Args:
        dataset: The records and the parties.
        kinds: The kinds of record, by the names of their groups; by default all.
        on: A day or period: only what certainly or possibly took place or stood then, each edge
            with its ``certainty``. By default everything.

    Raises:
        UnknownName: if there is no such kind; with the nearest.
        MissingExtra: if NetworkX is not installed; saying what to install.
    """
    networkx = library("networkx", extra=EXTRA, what="a network")
    edition = dataset.edition
    made = networkx.MultiGraph(
        name=edition.title,
        edition=edition.full_name,
        date=edition.date.isoformat(),
        licence=edition.licence,
    )
    wanted = RECORD_TYPES if kinds is None else kinds
    records = [record for kind in wanted for record in dataset.of_kind(kind)]
    tied = [(record, sure) for record in records if (sure := _certainty(record, on)) is not None]
    named = {party for record, _ in tied for party in record.party_ids}
    for party in sorted((it for it in dataset.parties if it.id in named), key=lambda it: it.id):
        made.add_node(party.id, **_node(party))
    for record, sure in sorted(tied, key=lambda it: it[0].id):
        for a, b in combinations(sorted(record.party_ids), 2):
            made.add_edge(a, b, key=f"{record.id}|{a}|{b}", **_edge(record, a, b, sure))
    return made


def _certainty(record: Record, on: When | None) -> str | None:
    """How sure it is that a record stood then; missing if it certainly did not."""
    if on is None:
        return ""
    answer = record.during(as_edtf(on))
    return None if answer is Certainty.NO else str(answer.value)


def _node(party: Party) -> Mapping[str, str]:
    sort = "state" if isinstance(party, Country) else "body"
    return _known(name=party.name, sort=sort, existed=_text(party.existed))


def _edge(record: Record, a: str, b: str, sure: str) -> Mapping[str, str | int]:
    date, status = record.date_of_record, record.status
    cited = list(record.all_citations())
    start, end = _extent(record)
    return _known(
        record=record.id,
        kind=kind_of(record),
        title=record.title,
        date=_text(date),
        start=start,
        end=end,
        status=status.value if status else None,
        certainty=sure or None,
        roles_a=_roles(record, a),
        roles_b=_roles(record, b),
        citations=len(cited),
        sources=joined(dict.fromkeys(citation.source for citation in cited)),
        contested=joined(contest.field for contest in record.contests),
    )


def _known(**attributes: Any) -> dict[str, Any]:
    """The attributes that have a value: no file of a network can say that one is missing."""
    return {name: value for name, value in attributes.items() if value is not None}


def _text(date: EdtfDate | None) -> str | None:
    return date.text if date else None


def _roles(record: Record, party: str) -> str | None:
    return joined(entry.role.value for entry in record.parties if entry.party == party)


def _extent(record: Record) -> tuple[str | None, str | None]:
    """The first and the last day on which it possibly took place or stood, as stated."""
    spells = record.spells()
    starts = [spell.start.earliest for spell in spells if spell.start and spell.start.earliest]
    if not starts:
        return None, None
    ends = [spell.end.latest if spell.end else None for spell in spells]
    last = [end for end in ends if end is not None]
    return (
        min(starts).isoformat(),
        max(last).isoformat() if last and len(last) == len(ends) else None,
    )


def by_kind(made: Any) -> Any:
    """A network with one edge for each kind between two parties; its weight is how many there are.

    The weights of different kinds are kept apart: a treaty and a visit do not add up.
    """
    networkx = library("networkx", extra=EXTRA, what="a network")
    fewer = networkx.MultiGraph(**made.graph)
    fewer.add_nodes_from(made.nodes(data=True))
    for a, b, data in made.edges(data=True):
        kind = data["kind"]
        if fewer.has_edge(a, b, kind):
            fewer.edges[a, b, kind]["weight"] += 1
        else:
            fewer.add_edge(a, b, key=kind, kind=kind, weight=1)
    return fewer


# -- files ---------------------------------------------------------------------------------------


def gexf(made: Any) -> bytes:
    """A network as GEXF, for Gephi; every edge has an identifier of its own.

    The file is dated as the edition is, so that the same data give the same bytes.
    """
    networkx = library("networkx", extra=EXTRA, what="a network")
    content = io.BytesIO()
    networkx.write_gexf(_for_gephi(networkx, made), content)
    date = str(made.graph["date"]).encode()
    return _DATED.sub(b'lastmodifieddate="%b"' % date, content.getvalue())


def graphml(made: Any) -> bytes:
    """A network as GraphML; every edge keeps its key as its identifier."""
    networkx = library("networkx", extra=EXTRA, what="a network")
    content = io.BytesIO()
    networkx.write_graphml_xml(_for_xml(networkx, made), content)
    return content.getvalue()


def _for_gephi(networkx: Any, made: Any) -> Any:
    """The network with what Gephi calls a node's label and an edge's identifier."""
    copy = _for_xml(networkx, made)
    for _, data in copy.nodes(data=True):
        data["label"] = data["name"]
    for a, b, key, data in copy.edges(keys=True, data=True):
        data["id"] = key if key.endswith(f"|{a}|{b}") else f"{key}|{a}|{b}"
    return copy


def _for_xml(networkx: Any, made: Any) -> Any:
    """The network with texts that XML can hold."""
    copy = networkx.MultiGraph(**dict(_clean(made.graph)))
    copy.add_nodes_from((node, dict(_clean(data))) for node, data in made.nodes(data=True))
    for a, b, key, data in made.edges(keys=True, data=True):
        first, second = sorted((a, b))
        copy.add_edge(first, second, key=key, **dict(_clean(data)))
    return copy


def _clean(attributes: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in attributes.items():
        yield name, _NOT_IN_XML.sub("\ufffd", value) if isinstance(value, str) else value
