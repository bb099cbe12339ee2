from __future__ import annotations

import datetime

import pytest

from builders import claim, dated, edtf, state
from relations.model.claims import Claim, Rank, Reason, contests
from relations.model.coverage import Coverage, CoverageClass
from relations.model.dates import Dating
from relations.model.kinds import RECORD_TYPES
from relations.model.party import PartyRole, Role
from relations.model.quantities import Money, MoneyKind, Quantity
from relations.model.status import Status
from relations.report.blocks import Cite, Content, Text
from relations.report.signs import Category
from relations.report.speech import ENGLISH
from relations.report.wording.absence import CAUTION, coverage_words, none_found
from relations.report.wording.accounts import disputed, field_words, use_words
from relations.report.wording.dates import (
    coarse_words,
    date_words,
    dating_words,
    day_words,
    period_words,
)
from relations.report.wording.kinds import category, counted, noun
from relations.report.wording.parties import parties_words, with_article
from relations.report.wording.quantities import (
    delivered_words,
    magnitude,
    money_words,
    quantity_words,
    stated_quantity,
)
from relations.report.wording.sentences import capital, stopped
from relations.report.wording.statuses import FINAL, NOT_YET, state_words
from relations.report.wording.terms import status_words

# -- sentences -----------------------------------------------------------------------------------


def test_a_sentence_begins_with_a_capital_and_ends_with_a_stop() -> None:
    """A capital is set without touching the rest, and a closing mark is never doubled."""
    assert "The MiG-21" == capital("the MiG-21")
    assert ["So.", "So?", "So…"] == [stopped("So"), stopped("So?"), stopped("So…")]


# -- dates ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("2 May 1979", "1979-05-02"),
        ("November 2014", "2014-11"),
        ("June 2004 (day not known)", "2004-06-XX"),
        ("2004 (month not known)", "2004-XX"),
        ("2018", "2018"),
        ("about January 2018", "2018-01~"),
        ("2003 (year uncertain)", "2003?"),
        ("about 2003 (year uncertain)", "2003%"),
        ("3 May 2003 (day uncertain)", "2003-05-03?"),
        ("2017 or 2018", "[2017,2018]"),
        ("between 23 January and 4 April 2018", "[2018-01-23..2018-04-04]"),
        ("since 2018", "2018/.."),
        ("since about 2000", "2000~/.."),
        ("from 2018, end not known", "2018/"),
        ("up to 2002", "../2002"),
        ("until 2002, beginning not known", "/2002"),
        ("going on, beginning not known", "/.."),
        ("2018 to 2020", "2018/2020"),
        ("10 to 13 September 2023", "2023-09-10/2023-09-13"),
        ("30 August to 2 September 2023", "2023-08-30/2023-09-02"),
        ("30 December 2023 to 2 January 2024", "2023-12-30/2024-01-02"),
        ("1957 (year uncertain) to 1975", "1957?/1975"),
        ("spring 2018", "2018-21"),
        ("winter 2018–19", "2018-24"),
        ("the last quarter of 2018", "2018-36"),
        ("the 2010s", "201X"),
        ("the years 1900 to 1999", "19XX"),
    ],
)
def test_a_date_keeps_its_vagueness(expected: str, text: str) -> None:
    """Every form of date has words of its own, none closer than the date."""
    assert expected == date_words(ENGLISH, edtf(text))


def test_a_missing_date_is_not_known() -> None:
    """No date is said to be not known, never left out."""
    assert "date not known" == date_words(ENGLISH, None)
    assert "date not known" == dating_words(ENGLISH, None)
    assert "(date not known)" == period_words(ENGLISH, None)


def test_a_calendar_day_is_written_out() -> None:
    """The day of an edition has no zero before it."""
    assert "2 May 1979" == day_words(ENGLISH, datetime.date(1979, 5, 2))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("on 2 May 1979", "1979-05-02"),
        ("in November 2014", "2014-11"),
        ("since 2018", "2018/.."),
        ("about 2018", "2018~"),
        ("from 17 to 18 June 2026", "2026-06-17/2026-06-18"),
        ("from 2018 to 2020", "2018/2020"),
        ("2017 or 2018", "[2017,2018]"),
    ],
)
def test_a_date_in_a_sentence_has_its_preposition(expected: str, text: str) -> None:
    """A day is on, a month or year is in, and a vague date speaks for itself."""
    assert expected == period_words(ENGLISH, edtf(text))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("2018", "[2018-01-23..2018-04-04]"),
        ("February 2020", "2020-02-14/2020-02-29"),
        ("7 July 2021", "2021-07-07"),
        ("2018 to 2020", "2018/2020"),
        ("since 2018", "2018/.."),
    ],
)
def test_a_coarse_date_is_never_wrong(expected: str, text: str) -> None:
    """A span is shortened to the month or year that holds all of it, and to nothing else."""
    assert expected == coarse_words(ENGLISH, edtf(text))


def test_the_words_of_a_plain_date_are_left_out() -> None:
    """A source's words are not repeated where the date says the same."""
    assert "November 2014" == dating_words(ENGLISH, dated("2014-11", "in November 2014"))


def test_the_words_of_a_date_without_its_year_are_kept() -> None:
    """A year that was worked out is seen from the source's words."""
    assert "7 October 2014 (“On October 7”)" == dating_words(
        ENGLISH, dated("2014-10-07", "On October 7")
    )


def test_the_words_of_a_relative_date_say_from_when_they_count() -> None:
    """Relative words come with the date from which they were resolved."""
    dating = Dating(edtf("2018"), "earlier that year", edtf("2018-12"))
    assert "2018 (“earlier that year”, counted from December 2018)" == dating_words(ENGLISH, dating)


def test_words_that_count_from_the_document_say_so() -> None:
    """The date of the document itself is not repeated with every date in it."""
    dating = Dating(edtf("2021-07-06"), "on Tuesday", edtf("2021-07-07"))
    said = dating_words(ENGLISH, dating, {edtf("2021-07-07")})
    assert "6 July 2021 (“on Tuesday”, counted from the document’s date)" == said


# -- numbers and money ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "quantity"),
    [
        ("64", Quantity.exact(64)),
        ("0", Quantity.exact(0)),
        ("190.5 ha", Quantity.exact(190.5, unit="ha")),
        ("at least 20,000 ha", Quantity.at_least(20_000, unit="ha")),
        ("up to 12", Quantity.at_most(12)),
        ("about 14 days", Quantity.about(14, unit="day")),
        ("1 year", Quantity.exact(1, unit="year")),
        ("190 to 209 ha", Quantity.range(190, 209, unit="ha")),
        ("number not known", Quantity.unknown()),
        ("number of tanks not known", Quantity.unknown(unit="tank")),
        ("number not known", None),
    ],
)
def test_a_quantity_says_what_the_source_says(expected: str, quantity: Quantity | None) -> None:
    """Each qualifier has its words, and an unknown number is never a number."""
    assert expected == quantity_words(ENGLISH, quantity)


def test_a_quantity_without_a_unit_takes_the_one_of_its_field() -> None:
    """A term in years says so although the number has no unit of its own."""
    assert "25 years" == quantity_words(ENGLISH, Quantity.exact(25), unit="year")


def test_the_words_of_an_unknown_number_are_kept() -> None:
    """“A batch” stands beside the number that is not known."""
    assert "number not known (“a batch”)" == stated_quantity(
        ENGLISH, Quantity.unknown(as_stated="a batch")
    )
    assert "64" == stated_quantity(ENGLISH, Quantity.exact(64, as_stated="sixty-four"))


@pytest.mark.parametrize(
    ("expected", "quantities"),
    [
        ("no figure to add up", []),
        ("64", [Quantity.exact(60), Quantity.exact(4)]),
        ("at least 24", [Quantity.at_least(20), Quantity.exact(4)]),
        ("about 24", [Quantity.about(20), Quantity.exact(4)]),
        ("up to 12", [Quantity.at_most(12)]),
        ("5 to 7", [Quantity.range(1, 3), Quantity.exact(4)]),
        ("64 and an unknown number in two more", [Quantity.exact(64), *[Quantity.unknown()] * 2]),
        ("number not known (at least one)", [Quantity.unknown()]),
        (
            "number not known for either of the two deliveries (at least one each)",
            [Quantity.unknown()] * 2,
        ),
        (
            "number not known for any of the three deliveries (at least one each)",
            [Quantity.unknown()] * 3,
        ),
    ],
)
def test_a_sum_says_what_is_unknown_in_it(expected: str, quantities: list[Quantity]) -> None:
    """Unknown terms are neither none nor one of the known."""
    assert expected == delivered_words(ENGLISH, quantities)


@pytest.mark.parametrize(
    ("expected", "number"),
    [("999,999", 999_999), ("10 billion", 10**10), ("1.5 million", 1_500_000), ("64", 64)],
)
def test_a_large_number_has_a_word_for_its_size(expected: str, number: int) -> None:
    """Millions and billions are words where no digit is lost."""
    assert expected == magnitude(ENGLISH, number)


def test_money_names_its_currency_and_kind() -> None:
    """An amount is never printed without what it is."""
    money = Money(Quantity.about(10**10), "USD", MoneyKind.INVESTMENT)
    assert "about 10 billion US dollars (investment)" == money_words(ENGLISH, money)


def test_money_says_in_the_prices_of_which_year() -> None:
    """A year of prices stands with the amount, and a currency that has no name by its code."""
    money = Money(Quantity.exact(5), "XQQ", MoneyKind.CONTRACT_VALUE, 2009)
    assert "5 XQQ (contract value, in prices of 2009)" == money_words(ENGLISH, money)


def test_an_unknown_amount_is_not_known() -> None:
    """Money of unknown amount keeps its currency and kind."""
    money = Money(Quantity.unknown(), "USD", MoneyKind.GRANT)
    assert "amount in US dollars not known (grant)" == money_words(ENGLISH, money)
    assert "amount not known" == money_words(ENGLISH, None)


# -- statuses ------------------------------------------------------------------------------------


def test_a_state_stands_with_its_date() -> None:
    """A state is told with the day on which it was entered or first attested."""
    negotiating = state(Status.NEGOTIATING, "2020-02-14")
    assert "in negotiation, 14 February 2020" == state_words(ENGLISH, negotiating, "agreements")


def test_a_state_without_a_date_says_so() -> None:
    """A state that no source dates is not left undated in silence."""
    assert "held, date not known" == state_words(ENGLISH, state(Status.HELD), "meetings")


def test_no_status_is_a_status_not_known() -> None:
    """No state at all is not a state."""
    assert "status not known" == status_words(ENGLISH, None, "meetings")


def test_what_is_only_meant_is_never_final() -> None:
    """No status is at once still to come and over."""
    assert not NOT_YET & FINAL


# -- parties -------------------------------------------------------------------------------------

NAMES = {"RUS": "Russian Federation", "SUN": "Soviet Union", "VNM": "Viet Nam", "LAO": "Lao PDR"}


def in_roles(*entries: tuple[str, Role]) -> str:
    """The words for these parties in these roles."""
    parties = [PartyRole(party=party, role=role) for party, role in entries]
    return parties_words(ENGLISH, parties, NAMES.__getitem__)


@pytest.mark.parametrize(
    ("expected", "entries"),
    [
        ("parties not known", []),
        ("party: Viet Nam", [("VNM", Role.PARTY)]),
        ("parties: Viet Nam and the Lao PDR", [("VNM", Role.PARTY), ("LAO", Role.PARTY)]),
        (
            "Viet Nam grants; the Soviet Union benefits",
            [("VNM", Role.GRANTOR), ("SUN", Role.BENEFICIARY)],
        ),
        (
            "the Russian Federation to the Lao PDR",
            [("LAO", Role.RECIPIENT), ("RUS", Role.SUPPLIER)],
        ),
        (
            "Viet Nam visits the Russian Federation",
            [("VNM", Role.VISITOR), ("RUS", Role.HOST)],
        ),
        ("supplier: Viet Nam", [("VNM", Role.SUPPLIER)]),
        (
            "for Viet Nam and the Lao PDR; about the Soviet Union",
            [("VNM", Role.SPEAKER), ("LAO", Role.SPEAKER), ("SUN", Role.SUBJECT)],
        ),
    ],
)
def test_parties_are_told_by_role(expected: str, entries: list[tuple[str, Role]]) -> None:
    """Direction is kept: what one grants the other is never printed as mutual."""
    assert expected == in_roles(*entries)


def test_a_party_is_told_with_its_note() -> None:
    """What is said of a party's part stands beside it."""
    party = PartyRole(party="SUN", role=Role.SUPPORTER, note="with advisers")
    words = parties_words(ENGLISH, [party], NAMES.__getitem__)
    assert "supporter: the Soviet Union (with advisers)" == words


@pytest.mark.parametrize("role", Role)
def test_every_role_has_words(role: Role) -> None:
    """No role is dropped from a sentence."""
    assert "Lao PDR" in in_roles(("LAO", role))


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("the Democratic Republic of Viet Nam", "Democratic Republic of Viet Nam"),
        ("the East Asia Summit", "East Asia Summit"),
        ("The Bahamas", "The Bahamas"),
        ("ASEAN", "ASEAN"),
        ("the Lao PDR", "Lao PDR"),
        ("the Holy See", "Holy See"),
        ("the Commonwealth of Independent States", "Commonwealth of Independent States"),
    ],
)
def test_a_name_takes_an_article_where_english_asks(expected: str, name: str) -> None:
    """Unions, federations and the like have an article, and other names none."""
    assert expected == with_article(ENGLISH, name)


# -- kinds and languages -------------------------------------------------------------------------


def test_a_kind_is_a_noun() -> None:
    """A group's name gives both of its nouns."""
    kinds = noun(ENGLISH, "arms_transfers")
    assert ("arms transfer", "arms transfers") == (kinds.one, kinds.many)
    assert "two arms transfers" == counted(ENGLISH, "arms_transfers", 2)


def test_every_kind_has_a_category() -> None:
    """No kind of record is without a colour and shape on the page."""
    assert Category.NEUTRAL not in {category(kind) for kind in RECORD_TYPES}


def test_a_language_has_its_english_name() -> None:
    """A tag that is not listed stands for itself."""
    assert ["Vietnamese", "Russian", "qaa"] == [
        ENGLISH.language_name(t) for t in ("vi", "ru-RU", "qaa")
    ]


# -- absence -------------------------------------------------------------------------------------


def looked(coverage_class: CoverageClass, *sources: str, period: str | None = None) -> Coverage:
    """A statement of coverage."""
    return Coverage(
        id="all",
        kinds=("meetings",),
        coverage_class=coverage_class,
        sources=sources,
        period=edtf(period) if period else None,
    )


def test_none_found_is_not_none() -> None:
    """What was not found is said with where it was looked for, and with a caution."""
    coverage = [looked(CoverageClass.OPPORTUNISTIC, "a", "b", "c", "d", "e")]
    assert (
        "No arms transfer between Japan and Viet Nam was found in the five documents read "
        f"(coverage: opportunistic). {CAUTION}"
    ) == none_found(ENGLISH, "arms_transfers", "Japan", "Viet Nam", coverage)


def test_the_period_of_coverage_is_told() -> None:
    """A period bounds what none found can mean."""
    coverage = [looked(CoverageClass.SYSTEMATIC, period="2010/..")]
    assert "coverage: systematic, since 2010" == coverage_words(ENGLISH, coverage)
    assert "in the documents read" in none_found(ENGLISH, "meetings", "A", "B", coverage)


def test_a_statement_is_not_between_two() -> None:
    """What was said is by one on the other, in what was not found as well."""
    coverage = [looked(CoverageClass.OPPORTUNISTIC, "a")]
    words = none_found(ENGLISH, "statements", "Japan", "Viet Nam", coverage)
    assert words.startswith("No statement by Japan or Viet Nam on the other was found in the one")


@pytest.mark.parametrize("coverage", [[], [looked(CoverageClass.NONE)]])
def test_what_was_not_looked_for_is_not_covered(coverage: list[Coverage]) -> None:
    """Without coverage nothing is said to be not found."""
    words = none_found(ENGLISH, "meetings", "Japan", "Viet Nam", coverage)
    assert "Meetings between Japan and Viet Nam are not covered by this dataset." == words


# -- rival accounts ------------------------------------------------------------------------------


def told(*claims: Claim) -> str:
    """The sentences for these accounts, with each source cited as [1]."""
    (contest,) = contests("record", claims)
    matter = f"{field_words(ENGLISH, contest.field, 'agreements')} of the contract"
    content: Content = disputed(
        ENGLISH, contest, matter, lambda c: str(c.value), lambda _: (Cite((1,)),)
    )
    return "".join(part.text if isinstance(part, Text) else "[1]" for part in content)


def test_differing_sources_stand_side_by_side() -> None:
    """Both accounts, both sources, the one used and why."""
    assert (
        "Sources differ on the date of signature of the contract: 2002 [1]; 2003 [1], taken for an "
        "error. Used here: 2002. The ministry’s own text."
    ) == told(
        claim("history.signed", "2002", Rank.PREFERRED, note="The ministry’s own text"),
        claim("history.signed", "2003", Rank.DEPRECATED),
    )


def test_the_account_used_needs_no_note() -> None:
    """Without a note the reasons beside the other accounts have to do."""
    words = told(claim("subject", "x"), claim("subject", "y", Rank.DEPRECATED))
    assert words.endswith("y [1], taken for an error. Used here: x.")


def test_an_undecided_contest_says_so() -> None:
    """Two accounts of one rank are not settled in silence."""
    words = told(claim("subject", "x"), claim("subject", "y"))
    assert words.endswith("Printed here without deciding between them: x.")


def test_a_more_precise_account_is_no_quarrel() -> None:
    """Accounts that are only less precise differ in detail."""
    vague = Claim(
        field="date",
        value="2002",
        citations=claim("date", "").citations,
        reason=Reason.LESS_PRECISE,
    )
    assert told(claim("date", "2 May 2002", Rank.PREFERRED), vague).startswith(
        "Sources differ in detail on the date of the contract"
    )


def test_a_lone_doubted_account_is_marked() -> None:
    """Doubted without an alternative: the source, the doubt and the note."""
    assert (
        "The date of signature of the contract, 2003, is stated by [1] alone and is doubted: "
        "No other page knows it."
    ) == told(claim("history.signed", "2003", Rank.DEPRECATED, note="No other page knows it"))


def test_a_lone_account_is_no_dispute() -> None:
    """One undoubted account is told as what it is."""
    assert "The subject of the contract, x, is stated by [1] alone." == told(claim("subject", "x"))


def test_doubted_accounts_of_one_rank_are_printed_as_doubtful() -> None:
    """Where every account is doubted the one that is printed is marked."""
    rivals = (
        claim("subject", "x", Rank.DEPRECATED),
        claim("subject", "y", Rank.DEPRECATED),
    )
    assert "Printed here and marked as doubtful: x" in told(*rivals)
    (contest,) = contests("record", rivals)
    assert ["Printed as doubtful", "Also"] == [
        use_words(ENGLISH, contest, c) for c in contest.claims
    ]


def test_the_account_used_is_named_as_such() -> None:
    """The best account is used, and of equals the first is printed."""
    (settled,) = contests("r", [claim("subject", "x", Rank.PREFERRED), claim("subject", "y")])
    (equal,) = contests("r", [claim("subject", "x"), claim("subject", "y")])
    assert "Used" == use_words(ENGLISH, settled, settled.best)
    assert "Printed, of equals" == use_words(ENGLISH, equal, equal.best)


def test_a_contested_field_has_a_name() -> None:
    """A field is told in words, and the date of a state by the state."""
    assert "the number ordered" == field_words(ENGLISH, "number_ordered", "agreements")
    assert "the date of expiry" == field_words(ENGLISH, "history.expired", "agreements")
    assert "the date of the status “in negotiation”" == field_words(
        ENGLISH, "history.negotiating", "agreements"
    )
