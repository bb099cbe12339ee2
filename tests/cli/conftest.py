"""A command line over the tiny world."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import (
    SECOND,
    claim,
    dated,
    person,
    record,
    saved,
    state,
    tenure,
    world,
)
from cli.commands import Run, invoke
from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.claims import Rank
from relations.model.meeting import Meeting
from relations.model.party import PartyRole, Role
from relations.model.quantities import Quantity
from relations.model.status import Status

TREATY = record(
    Agreement,
    "treaty",
    ("VNM", "SUN"),
    title="Treaty of Friendship and Cooperation",
    history=(state(Status.SIGNED, "1978-11-03"),),
)
LEASE = record(
    Agreement,
    "lease",
    (
        PartyRole(party="VNM", role=Role.GRANTOR),
        PartyRole(party="RUS", role=Role.BENEFICIARY, note="It continued the Soviet lease."),
    ),
    title="Lease of Cam Ranh",
    places=("cam-ranh",),
    history=(state(Status.SIGNED, "1979"), state(Status.EXPIRED, "2002")),
    nominal_end=dated("2004"),
    claims=(
        claim("nominal_end", dated("2004"), Rank.PREFERRED),
        claim("nominal_end", dated("2002", "in 2002"), Rank.DEPRECATED, source=SECOND),
    ),
)
TANKS = record(
    ArmsTransfer,
    "tanks",
    ("RUS", "VNM"),
    title="Battle tanks",
    number_ordered=Quantity.at_least(60, as_stated="more than sixty"),
    history=(state(Status.DELIVERED, "2019~"),),
)
SUMMIT = record(
    Meeting,
    "summit",
    ("ASEAN", "RUS"),
    title="Fourth summit",
    date=dated("2021-10-28"),
    history=(state(Status.HELD, "2021-10-28", source=SECOND),),
)
SPEAKER = person(
    "fomin",
    "Alexander Fomin",
    tenures=(
        tenure("minister of defence", "RUS", "2019-03", Rank.DEPRECATED),
        tenure("deputy minister of defence", "RUS", "2017-01-31/.."),
    ),
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data file of the tiny world."""
    dataset = world(TREATY, LEASE, TANKS, SUMMIT, persons=(SPEAKER,))
    return saved(dataset, tmp_path)


@pytest.fixture
def run(data: Path) -> Run:
    """The command line, with that data file."""
    return lambda *arguments, **more: invoke("--data", str(data), *arguments, **more)
