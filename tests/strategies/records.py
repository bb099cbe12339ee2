"""Records of the tiny world at random: every field supported, every claim in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from builders import NEEDED, source, world
from relations.dataset import Dataset
from relations.model.agreement import Agreement
from relations.model.arms_transfer import ArmsTransfer
from relations.model.claims import Claim, Rank, Reason, best_first
from relations.model.dates import Dating, EdtfDate
from relations.model.dispute import Dispute
from relations.model.exercise import Exercise
from relations.model.kinds import RECORD_TYPES
from relations.model.meeting import Meeting
from relations.model.party import PartyRole
from relations.model.programme import Programme
from relations.model.quantities import Quantity
from relations.model.record import HISTORY_PREFIX, Record
from relations.model.source import Citation
from relations.model.statement import Statement
from relations.model.status import State, Status

SOURCES: Final = ("first", "second", "third")
_PARTIES: Final = ("VNM", "RUS", "SUN", "LAO", "ASEAN", "EAS")
_PLACES: Final = ("khanh-hoa", "cam-ranh")
_FORMS: Final = (
    "{0}", "{0}~", "{0}?", "{0}%", "{0}-0{2}", "{0}-0{2}-1{2}", "{0}/{1}", "{0}/..", "{0}/",
    "../{1}", "/{1}", "{0}~/{1}?", "[{0},{1}]",
)  # fmt: skip  # in rows of one sort


# -- parts ---------------------------------------------------------------------------------------


def days() -> SearchStrategy[EdtfDate]:
    """A day, to ask about."""
    return _filled("{0}-0{2}-1{2}")


def edtf_dates() -> SearchStrategy[EdtfDate]:
    """A date of any form, between 1990 and 2030."""
    return st.sampled_from(_FORMS).flatmap(_filled)


def _filled(form: str) -> SearchStrategy[EdtfDate]:
    def fill(year: int, years: int, month: int) -> EdtfDate:
        return EdtfDate.parse(form.format(year, year + years, month))

    return st.builds(fill, st.integers(1990, 2025), st.integers(1, 5), st.integers(1, 9))


def datings() -> SearchStrategy[Dating]:
    """A date with or without the words for it."""
    return st.builds(Dating, edtf_dates(), st.sampled_from((None, "back then")))


def quantities() -> SearchStrategy[Quantity]:
    """A number of any sort."""
    number = st.integers(0, 99)
    return st.one_of(
        st.builds(Quantity.exact, number),
        st.builds(Quantity.at_least, number),
        st.builds(Quantity.about, number),
        st.just(Quantity.unknown(as_stated="a batch")),
    )


def _texts() -> SearchStrategy[str]:
    return st.sampled_from(("mine clearance", "hợp tác", "сотрудничество", 'a "quoted" word'))


def _several() -> SearchStrategy[tuple[str, ...]]:
    return st.lists(_texts(), min_size=1, max_size=2).map(tuple)


_FIELDS: Final[Mapping[type[Record], Mapping[str, SearchStrategy[Any]]]] = {
    Agreement: {"subject": _texts(), "binding": st.booleans(), "nominal_end": datings()},
    ArmsTransfer: {"number_ordered": quantities(), "acquired": datings()},
    Exercise: {"date": datings(), "forces": _several(), "edition": st.integers(1, 9)},
    Meeting: {"date": datings(), "subjects": _several(), "duration": quantities()},
    Programme: {"period": datings(), "number": quantities(), "activities": _several()},
    Statement: {"date": datings(), "office": _texts()},
    Dispute: {"subject": _texts(), "period": datings()},
}
_PLACED: Final = st.lists(st.sampled_from(_PLACES), min_size=1, unique=True).map(tuple)


@st.composite
def claims_on(draw: DrawFn, field: str, values: SearchStrategy[Any]) -> tuple[Claim, ...]:
    """One to three accounts of a field, of any rank."""
    return tuple(
        Claim(
            field=field,
            value=draw(values),
            citations=draw(_cited()),
            rank=(rank := draw(st.sampled_from(Rank))),
            reason=Reason.ERROR if rank is Rank.DEPRECATED else None,
        )
        for _ in range(draw(st.integers(1, 3)))
    )


_TOGETHER: Final = st.sampled_from((False, False, True))
"""Whether words bear something out only with others; most do alone."""


def _cited() -> SearchStrategy[tuple[Citation, ...]]:
    citation = st.builds(
        lambda name, together: Citation(source=name, quote="words", together=together),
        st.sampled_from(SOURCES),
        _TOGETHER,
    )
    return st.lists(citation, min_size=1, max_size=2, unique=True).map(tuple)


@st.composite
def histories(draw: DrawFn, statuses: Sequence[Status]) -> tuple[State, ...]:
    """Some of these statuses, each once, in the order of their dates; undated ones come last."""
    chosen = draw(st.lists(st.sampled_from(statuses), unique=True, max_size=4)) if statuses else []
    dates = st.one_of(st.none(), datings())
    states = [State(status=it, date=draw(dates), citations=draw(_cited())) for it in chosen]
    return in_order(states)


def in_order(states: Sequence[State]) -> tuple[State, ...]:
    """The states by date, undated ones last."""
    return tuple(sorted(states, key=lambda it: (it.edtf is None, it.edtf and it.edtf.sort_key)))


# -- records -------------------------------------------------------------------------------------


@st.composite
def records(draw: DrawFn, identifier: str = "made", of: type[Record] | None = None) -> Record:
    """A record of a kind, or of any, that passes every check."""
    kind = of or draw(st.sampled_from(list(RECORD_TYPES.values())))
    fields = _some_of(draw, {**_FIELDS[kind], "places": _PLACED, "parties": _in_roles(kind)})
    claims = _contested(draw, kind, fields)
    history = list(draw(histories(kind.STATUSES)))
    for index, state in enumerate(history):
        if draw(st.integers(0, 3)) == 0:
            rivals = draw(claims_on(HISTORY_PREFIX + state.status.value, datings()))
            history[index] = attrs.evolve(state, date=best_first(rivals)[0].value)
            claims += rivals
    supported = sorted(set(fields) - {claim.field for claim in claims})
    return kind(
        **NEEDED[kind],  # type: ignore[arg-type]  # what each kind needs is known only when run
        **fields,
        id=identifier,
        title="Made up",
        citations=_supporting(draw, supported),
        history=in_order(history),
        claims=claims,
    )


def _some_of(draw: DrawFn, fields: Mapping[str, SearchStrategy[Any]]) -> dict[str, Any]:
    return {name: draw(values) for name, values in fields.items() if draw(st.booleans())}


def _contested(draw: DrawFn, kind: type[Record], fields: dict[str, Any]) -> tuple[Claim, ...]:
    """Claims on one of the kind's fields, or on none; the field then follows the best of them."""
    name, values = draw(st.sampled_from(list(_FIELDS[kind].items())))
    if draw(st.booleans()):
        return ()
    claims = draw(claims_on(name, values))
    fields[name] = best_first(claims)[0].value
    return claims


def _in_roles(kind: type[Record]) -> SearchStrategy[tuple[PartyRole, ...]]:
    def in_role(party: str) -> PartyRole:
        return PartyRole(party=party, role=kind.ROLES[0])

    named = st.lists(st.sampled_from(_PARTIES), min_size=1, max_size=3, unique=True)
    return named.map(lambda parties: tuple(map(in_role, parties)))


def _supporting(draw: DrawFn, fields: Sequence[str]) -> tuple[Citation, ...]:
    """One to three citations; each field is borne out by one of them at least."""
    count = draw(st.integers(1, 3))
    supports: list[list[str]] = [[] for _ in range(count)]
    for name in fields:
        for number in draw(st.sets(st.integers(0, count - 1), min_size=1)):
            supports[number].append(name)
    places = st.lists(st.sampled_from("123"), min_size=count, max_size=count, unique=True)
    return tuple(
        Citation(
            source=draw(st.sampled_from(SOURCES)),
            quote="words",
            supports=tuple(names),
            locator=locator,
            together=draw(_TOGETHER),
        )
        for names, locator in zip(supports, draw(places), strict=True)
    )


@st.composite
def datasets(draw: DrawFn) -> Dataset:
    """A tiny world of up to four records, some of which refer to one another."""
    made = [draw(records(f"made-{number}")) for number in range(draw(st.integers(0, 4)))]
    known = [record.id for record in made]
    related = st.lists(st.sampled_from(known), unique=True).map(tuple) if known else st.just(())
    linked = [attrs.evolve(record, related=draw(related)) for record in made]
    return world(*linked, sources=tuple(map(source, SOURCES)))
