from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import relations
from builders import record, state
from measures.asked import LOOKED, pair_of, words
from relations.measures.concentration import Concentration, supplier_concentration
from relations.measures.figure import Figure, FigureKind
from relations.measures.supplier_share import SupplierShare, supplier_share
from relations.measures.systems import fleet_origin, top_systems
from relations.model.arms_transfer import ArmsCategory, ArmsTransfer
from relations.model.coverage import CoverageClass
from relations.model.party import PartyRole, Role
from relations.model.quantities import Quantity
from relations.model.record import Record
from relations.model.status import Status

BY_RULE = attrs.evolve(LOOKED, coverage_class=CoverageClass.SYSTEMATIC)
RECIPIENT = PartyRole(party="VNM", role=Role.RECIPIENT)


def delivery(
    identifier: str,
    supplier: str | None = "RUS",
    tiv: float | None = None,
    date: str | None = "2018",
    **fields: object,
) -> Record:
    """Arms to Viet Nam."""
    parties = (PartyRole(party=supplier, role=Role.SUPPLIER),) if supplier else ()
    volume = None if tiv is None else Quantity.exact(tiv, unit="TIV")
    given = {"tiv": volume, **fields} if volume else fields
    history = (state(Status.DELIVERED, date),)
    return record(ArmsTransfer, identifier, (*parties, RECIPIENT), history=history, **given)


def share(*records: Record, by_rule: bool = True, **options: object) -> SupplierShare:
    """Russia's share in the arms of Viet Nam over 2016 to 2020."""
    coverage = (BY_RULE,) if by_rule else (LOOKED,)
    pair = pair_of(*records, coverage=coverage)
    return supplier_share(pair, on="2020-12-31", **options)[0]  # type: ignore[arg-type]  # options


def test_a_share_is_a_part_of_all() -> None:
    """Sixty of a hundred are 60 per cent, with the volumes beside it."""
    row = share(delivery("a", tiv=60), delivery("b", "LAO", tiv=40))
    assert ("60%", "60 TIV", "100 TIV") == (str(row.share), str(row.volume), str(row.volume_of_all))
    assert {"a", "b"} == set(row.share.records)
    assert ("RUS", "VNM") == (row.supplier, row.recipient)


def test_unknown_suppliers_bound_a_share() -> None:
    """What comes from nobody knows whom may be none of it or all of it theirs."""
    row = share(delivery("a", tiv=60), delivery("b", "LAO", tiv=20), delivery("c", None, tiv=20))
    assert (0.6, 0.8) == (row.share.low, row.share.high)
    assert "60% to 80%" == str(row.share)


def test_a_volume_that_nobody_gives_is_not_small() -> None:
    """Another supplier's delivery of unknown volume leaves the lower bound open."""
    row = share(delivery("a", tiv=60), delivery("b", "LAO"))
    assert "not known" == str(row.share)
    assert "volume not known for 1 of 2 transfers" == row.share.note


def test_a_delivery_outside_the_window_does_not_count() -> None:
    """2015 lies before the five years that end with 2020."""
    row = share(delivery("a", tiv=60), delivery("b", "LAO", tiv=40, date="2015"))
    assert "100%" == str(row.share)


def test_a_vague_delivery_widens_the_bounds() -> None:
    """One of 2015 or 2016 may lie in the window or before it."""
    row = share(delivery("a", tiv=60), delivery("b", "LAO", tiv=40, date="[2015,2016]"))
    assert (0.6, 1) == (row.share.low, row.share.high)


def test_a_predecessor_is_a_supplier_of_its_own() -> None:
    """The Soviet Union's deliveries are none of Russia's share."""
    row = share(delivery("a", "SUN", tiv=60), delivery("b", "LAO", tiv=40))
    assert FigureKind.NONE_FOUND is row.share.kind


def test_no_delivery_of_the_other_is_none_found_and_no_0() -> None:
    """Where others delivered and the other was not found to, there is no 0 per cent."""
    row = share(delivery("b", "LAO", tiv=40))
    assert ("none found", "40 TIV") == (str(row.share), str(row.volume_of_all))


def test_without_looking_by_rule_there_is_no_share() -> None:
    """Who was written about is no answer to who supplies; the volumes stand nevertheless."""
    row = share(delivery("a", tiv=60), by_rule=False)
    assert ("not applicable", "60 TIV") == (str(row.share), str(row.volume))
    assert "not looked for by rule (opportunistic)" in row.share.note


def test_coverage_of_part_of_the_window_is_not_enough() -> None:
    """Looked for by rule only since 2018, a share of five years is not applicable."""
    since = attrs.evolve(BY_RULE, period=relations.EdtfDate.parse("2018/.."))
    pair = pair_of(delivery("a", tiv=60), coverage=(since,))
    assert "not applicable" == str(supplier_share(pair, on="2020-12-31")[0].share)


def test_inside_one_category_units_are_counted() -> None:
    """Asked for aircraft, ships do not count, whatever their number."""
    row = share(
        delivery("a", number_delivered=Quantity.exact(6), category=ArmsCategory.AIRCRAFT),
        delivery("b", "LAO", number_delivered=Quantity.exact(2), category=ArmsCategory.AIRCRAFT),
        delivery("c", "LAO", number_delivered=Quantity.exact(200), category=ArmsCategory.SHIPS),
        category="aircraft",
    )
    assert ("75%", "6 units") == (str(row.share), str(row.volume))


def test_a_trend_indicator_value_is_no_other_unit() -> None:
    """A volume in dollars is refused where the record is made."""
    with pytest.raises(ValueError, match="in the unit 'TIV'"):
        record(ArmsTransfer, "a", ("RUS", "VNM"), tiv=Quantity.exact(5, unit="USD"))


VOLUMES = st.integers(1, 50)


@given(mine=VOLUMES, others=st.lists(VOLUMES, max_size=3), unknown=st.lists(VOLUMES, max_size=2))
def test_the_bounds_of_a_share_hold_whoever_the_unknown_are(
    mine: int, others: list[int], unknown: list[int]
) -> None:
    """Whichever of the unknown deliveries are theirs, the true share lies between the bounds."""
    row = share(
        delivery("mine", tiv=mine),
        *(delivery(f"other-{n}", "LAO", tiv=v) for n, v in enumerate(others)),
        *(delivery(f"unknown-{n}", None, tiv=v) for n, v in enumerate(unknown)),
    )
    whole = mine + sum(others) + sum(unknown)
    assert row.share.low is not None
    assert row.share.high is not None
    for theirs in (0, sum(unknown[:1]), sum(unknown)):
        assert row.share.low - 1e-9 <= (mine + theirs) / whole <= row.share.high + 1e-9


# -- concentration -------------------------------------------------------------------------------


def concentration(*records: Record, by_rule: bool = True) -> Concentration:
    """How concentrated Viet Nam's suppliers are over 2016 to 2020."""
    pair = pair_of(*records, coverage=(BY_RULE if by_rule else LOOKED,))
    return supplier_concentration(pair, on="2020-12-31")[0]


def test_concentration_is_the_sum_of_squares() -> None:
    """Two suppliers of 60 and 40: 0.36 + 0.16, as many as 1.92 equal ones."""
    row = concentration(delivery("a", tiv=60), delivery("b", "LAO", tiv=40))
    assert ("0.52", "1.92 suppliers") == (str(row.index), str(row.effective))
    assert "2 suppliers" == str(row.suppliers)


def test_unknown_suppliers_give_both_treatments() -> None:
    """Of 60, 20 and 20 unknown: spread out 0.40, as one 0.44, all of the largest 0.68."""
    row = concentration(
        delivery("a", tiv=60), delivery("b", "LAO", tiv=20), delivery("c", None, tiv=20)
    )
    assert (0.4, 0.68) == pytest.approx((row.index.low, row.index.high))
    assert 0.44 == pytest.approx(row.unknown_as_one.value)
    assert "at least 2 suppliers" == str(row.suppliers)


def test_a_volume_that_is_not_known_leaves_the_index_open() -> None:
    """Of bounds alone no index is made."""
    assert "not known" == str(concentration(delivery("a", tiv=60), delivery("b", "LAO")).index)


def test_concentration_needs_looking_by_rule() -> None:
    """Of what came to hand, no concentration is told."""
    assert "not applicable" == str(concentration(delivery("a", tiv=60), by_rule=False).index)


def test_without_deliveries_nothing_is_concentrated() -> None:
    """Nothing delivered is none found, and no index of 0."""
    assert FigureKind.NONE_FOUND is concentration().index.kind


# -- systems -------------------------------------------------------------------------------------


def test_systems_are_ranked_inside_their_category() -> None:
    """Six submarines do not come after two hundred missiles, but among submarines."""
    ships = ArmsCategory.SHIPS
    rows = top_systems(
        pair_of(
            delivery("few", number_delivered=Quantity.exact(2), category=ships),
            delivery("tanks", number_delivered=Quantity.exact(200)),
            delivery("many", number_delivered=Quantity.exact(4), category=ships),
        )
    )
    assert ["many", "few", "tanks"] == [row.transfer for row in rows]


def test_a_batch_is_at_least_one_and_silence_is_not_known() -> None:
    """A number that a source withholds is at least one; one that nobody mentions is not known."""
    (row,) = top_systems(pair_of(delivery("a", number_delivered=Quantity.unknown())))
    assert ("at least 1 unit", "not known") == (str(row.delivered), str(row.ordered))


def test_an_order_with_nothing_delivered_is_a_known_zero() -> None:
    """A source that says that none has come states a zero, and it is not printed as 0."""
    order = record(
        ArmsTransfer,
        "order",
        ("RUS", "VNM"),
        number_delivered=Quantity.exact(0),
        history=(state(Status.ORDERED, "2018"),),
    )
    (row,) = top_systems(pair_of(order))
    assert (FigureKind.KNOWN_ZERO, "none, as a source says") == (
        row.delivered.kind,
        str(row.delivered),
    )


def test_talk_is_no_system() -> None:
    """What was only discussed or planned is not listed."""
    talk = record(ArmsTransfer, "talk", ("RUS", "VNM"), history=(state(Status.DISCUSSED, "2018"),))
    assert () == top_systems(pair_of(talk))


def test_systems_of_viet_nam_and_russia_by_hand() -> None:
    """On the founding data: 64 tanks delivered, six submarines in service, 36 aircraft ordered."""
    rows = {row.transfer: row for row in top_systems(relations.load().pair("VNM", "RUS"))}
    assert "64 units" == str(rows["tanks-vietnam-2017"].delivered)
    assert "6 units" == str(rows["submarines-vietnam"].in_service)
    assert "36 units" == str(rows["su-30mk2-vietnam"].ordered)
    assert "at least 1 unit" == str(rows["su-30mk2-vietnam"].delivered)
    assert not {"s-400-vietnam", "warships-vietnam"} & set(rows)


def in_service(identifier: str, supplier: str, number: int) -> Record:
    """Units in the service of Viet Nam."""
    parties = (PartyRole(party=supplier, role=Role.SUPPLIER), RECIPIENT)
    return record(
        ArmsTransfer,
        identifier,
        parties,
        number_in_service=Quantity.exact(number),
        history=(state(Status.IN_SERVICE, "2015"),),
    )


def test_a_fleet_counts_what_predecessors_left() -> None:
    """Three of Soviet and one of Russian origin among five are 80 per cent."""
    pair = pair_of(
        in_service("old", "SUN", 3),
        in_service("new", "RUS", 1),
        in_service("other", "LAO", 1),
        coverage=(BY_RULE,),
    )
    (row,) = fleet_origin(pair)
    assert ("80%", "4 units") == (str(row.share), str(row.units))


def test_a_fleet_needs_an_inventory() -> None:
    """Without a look at the whole fleet there is no share of it."""
    (row,) = fleet_origin(pair_of(in_service("new", "RUS", 1)))
    assert ("not applicable", "1 unit") == (str(row.share), str(row.units))


def test_the_founding_data_give_volumes_and_no_shares() -> None:
    """Arms were read about by chance: 64 tanks are told, their share is not."""
    pair = relations.load().pair("VNM", "RUS")
    row = supplier_share(pair, years=20, category="armoured_vehicles")[0]
    assert (("64 units", ("tanks-vietnam-2017",)), FigureKind.NOT_APPLICABLE) == (
        words(row.volume),
        row.share.kind,
    )
    assert isinstance(row.share, Figure)
