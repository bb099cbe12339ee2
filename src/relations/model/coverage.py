"""What the data were gathered from, so that silence is never taken for absence."""

from __future__ import annotations

import enum

from attrs import Attribute, field, frozen

from relations.model.dates import EdtfDate
from relations.model.references import TO_PARTY, TO_SOURCE
from relations.model.source import Citation, Release
from relations.model.validators import valid_id


class CoverageClass(enum.Enum):
    """How thoroughly a matter was looked for."""

    CENSUS = "census"
    SYSTEMATIC = "systematic"
    OPPORTUNISTIC = "opportunistic"
    NONE = "none"


def _a_pair_at_most(
    instance: Coverage, attribute: Attribute[tuple[str, ...]], value: tuple[str, ...]
) -> None:
    room = 2 if instance.region is None else 1
    if len(set(value)) != len(value) or len(value) > room:
        beside = "" if instance.region is None else f" beside the region {instance.region}"
        raise ValueError(f"names at most {room} different parties{beside}, not {', '.join(value)}")


def _of_one_matter(
    instance: Coverage, attribute: Attribute[tuple[Citation, ...]], value: tuple[Citation, ...]
) -> None:
    if value and len(instance.kinds) != 1:
        raise ValueError("what a source says there was none of is one kind of record: name one")


@frozen(kw_only=True)
class Coverage:
    """How thoroughly some kinds of record were looked for, for whom, when and in what.

    ``kinds`` are names of record kinds; ``parties`` the two of a pair, one party for all its pairs,
    or empty for all pairs. ``region`` is a body: the other party of the pair is the body itself or
    belongs to it in the period. ``sources`` are what was read. ``none_stated`` are the words of
    sources that themselves say that there was none; without them, silence is none found.
    """

    id: str = field(validator=valid_id)
    kinds: tuple[str, ...]
    coverage_class: CoverageClass
    parties: tuple[str, ...] = field(default=(), validator=_a_pair_at_most, metadata=TO_PARTY)
    region: str | None = field(default=None, metadata=TO_PARTY)
    period: EdtfDate | None = None
    sources: tuple[str, ...] = field(default=(), metadata=TO_SOURCE)
    last_checked: EdtfDate | None = None
    none_stated: tuple[Citation, ...] = field(default=(), validator=_of_one_matter)
    note: str = ""
    release: Release = Release.PUBLIC
