"""Records of the tiny world at random: every field supported, every claim in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import attrs
from builders import _NEEDED, edtf, world
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from relations.dataset import Dataset
from relations.model.claims import Claim, Rank, Reason, best_first
from relations.model.dates import Dating, EdtfDate
from relations.model.kinds import RECORD_TYPES
from relations.model.party import PartyRole
from relations.model.quantities import Quantity
from relations.model.record import HISTORY_PREFIX, Record
from relations.model.source import Citation
from relations.model.status import State, Status
