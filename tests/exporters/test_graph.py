from __future__ import annotations

import io
from typing import Any
from xml.etree import ElementTree

import attrs
import networkx  # type: ignore[import-untyped]  # it ships no types
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import SECOND, dated, record, source, state, world
from exporters.conftest import Without
from relations import load
from relations.errors import MissingExtra, UnknownName
from relations.exporters.graph import by_kind, gexf, graphml
from relations.model.agreement import Agreement
from relations.model.meeting import Meeting
from relations.model.party import PartyRole, Role
from relations.model.record import Record
from relations.model.status import Status

PACT = record(
    Agreement,
    "pact",
    ("VNM", "RUS"),
    title="Pact of friendship",
    history=(state(Status.SIGNED, "1979"), state(Status.EXPIRED, "2002~", source=SECOND)),
)
SUMMIT = record(
    Meeting,
    "summit",
    ("ASEAN", "RUS", "VNM"),
    date=dated("2021-10"),
    history=(state(Status.HELD),),
)
VISIT = record(
    Meeting,
    "visit",
    (PartyRole(party="VNM", role=Role.HOST), PartyRole(party="RUS", role=Role.VISITOR)),
    date=dated("2018"),
    history=(state(Status.PLANNED, "2017"),),
)
DATA = world(PACT, SUMMIT, VISIT, sources=(source(), source(SECOND)))


def keys(graph: Any) -> list[str]:  # noqa: ANN401 - a network
    """The keys of the edges."""
    return sorted(key for _, _, key in graph.edges(keys=True))


def test_a_record_is_an_edge_between_each_two_of_its_parties() -> None:
    """Three parties are three edges, each with a key that stays the same."""
    assert [
        "pact|RUS|VNM",
        "summit|ASEAN|RUS",
        "summit|ASEAN|VNM",
        "summit|RUS|VNM",
        "visit|RUS|VNM",
    ] == keys(DATA.graph())


def test_nodes_are_the_parties_that_records_tie() -> None:
    """Each with its name and its sort; others are left out."""
    graph = DATA.graph()
    assert {"ASEAN": "body", "RUS": "state", "VNM": "state"} == dict(graph.nodes(data="sort"))
    assert "Viet Nam" == graph.nodes["VNM"]["name"]


def test_an_edge_has_dates_and_provenance() -> None:
    """What kind it is, when it stood, who cites it and how often."""
    edge = DATA.graph().edges["RUS", "VNM", "pact|RUS|VNM"]
    expected = {
        "record": "pact",
        "kind": "agreements",
        "title": "Pact of friendship",
        "date": "1979",
        "start": "1979-01-01",
        "end": "2002-12-31",
        "status": "expired",
        "roles_a": "party",
        "roles_b": "party",
        "citations": 3,
        "sources": "first; second",
    }
    assert expected == edge


def test_a_direction_stays_in_the_roles() -> None:
    """The first party of an edge is the first by identifier."""
    edge = DATA.graph().edges["RUS", "VNM", "visit|RUS|VNM"]
    assert ("visitor", "host") == (edge["roles_a"], edge["roles_b"])


def test_what_goes_on_has_no_end() -> None:
    """An agreement that nobody ended is missing an end."""
    pact = attrs.evolve(PACT, history=PACT.history[:1])
    assert "end" not in world(pact).graph().edges["RUS", "VNM", "pact|RUS|VNM"]


def test_a_network_of_a_day_says_how_sure_it_is() -> None:
    """What certainly or possibly stood then, and nothing else."""
    graph = DATA.graph(on="2018")
    assert [("visit|RUS|VNM", "possible")] == [
        (key, sure) for _, _, key, sure in graph.edges(keys=True, data="certainty")
    ]
    certain = DATA.graph(kinds=["agreements"], on="1985")
    assert ["certain"] == [sure for _, _, sure in certain.edges(data="certainty")]


def test_kinds_may_be_chosen() -> None:
    """Only records of these kinds are edges; a kind that there is not is refused."""
    assert ["pact|RUS|VNM"] == keys(DATA.graph(kinds=["agreements"]))
    assert [] == keys(DATA.graph(kinds=[]))
    with pytest.raises(UnknownName, match="did you mean 'agreements'"):
        DATA.graph(kinds=["agreement"])


def test_kinds_are_weighed_apart() -> None:
    """One edge for each kind between two parties, and how many records it stands for."""
    fewer = by_kind(DATA.graph())
    assert {"agreements": 1, "meetings": 2} == {
        kind: data["weight"] for kind, data in fewer["RUS"]["VNM"].items()
    }


def test_a_network_without_networkx_is_one_line(without: Without) -> None:
    """Whoever asks for a network without it learns what to install."""
    without("networkx")
    with pytest.raises(MissingExtra) as caught:
        DATA.graph()
    expected = "a network needs networkx: pip install 'bilateral-relations[graph]'"
    assert expected == str(caught.value)


# -- files ---------------------------------------------------------------------------------------


def test_gexf_has_an_identifier_for_every_edge() -> None:
    """Parallel edges are told apart, and each is dated."""
    root = ElementTree.fromstring(gexf(DATA.graph()))  # noqa: S314 - our own
    edges = {it.get("id"): it for it in root.iter("{http://www.gexf.net/1.2draft}edge")}
    assert keys(DATA.graph()) == sorted(map(str, edges))
    assert "1979-01-01" == edges["pact|RUS|VNM"].get("start")
    labels = {it.get("label") for it in root.iter("{http://www.gexf.net/1.2draft}node")}
    assert "Viet Nam" in labels


def test_gexf_of_weights_has_identifiers_too() -> None:
    """Two pairs with the same kind do not share an identifier."""
    root = ElementTree.fromstring(gexf(by_kind(DATA.graph())))  # noqa: S314 - our own
    found = [it.get("id") for it in root.iter("{http://www.gexf.net/1.2draft}edge")]
    assert len(found) == len(set(found)) == 4


def test_graphml_can_be_read_back() -> None:
    """Nodes, keys and attributes are what they were."""
    graph = DATA.graph()
    back = networkx.read_graphml(io.BytesIO(graphml(graph)), force_multigraph=True)
    assert dict(graph.nodes(data=True)) == dict(back.nodes(data=True))
    assert keys(graph) == keys(back)


@pytest.mark.parametrize("write", [gexf, graphml])
def test_the_same_data_give_the_same_file(write: Any) -> None:  # noqa: ANN401 - a function
    """The file is dated as the edition is, and not as the day on which it was made."""
    data = load()
    assert write(data.graph()) == write(load().graph())
    assert f'lastmodifieddate="{data.edition.date}"'.encode() in gexf(data.graph())


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
@settings(max_examples=40)
def test_any_title_makes_a_file_that_can_be_read(title: str) -> None:
    """Signs of control and markup do not break the file."""
    made: Record = attrs.evolve(PACT, title=title)
    graph = world(made, sources=(source(), source(SECOND))).graph()
    for content in (gexf(graph), graphml(graph)):
        ElementTree.fromstring(content)  # noqa: S314 - our own
