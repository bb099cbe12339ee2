"""The pair at a glance: what each party is, what they share, and how much is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from relations.measures.figure import kind_of_absence
from relations.model.country import Country
from relations.model.dates import EdtfDate
from relations.model.kinds import RECORD_TYPES
from relations.model.names import NameForm
from relations.model.organisation import Membership, Organisation, Standing
from relations.model.party import Party, Succession, SuccessionKind
from relations.pairs import Way
from relations.report.blocks import Block, Content, Facts, Heading, Inline, Text
from relations.report.charts.sparkline import sparkline
from relations.report.charts.years import YearRow
from relations.report.sections.intensity import rows_by_year
from relations.report.sections.material import Material
from relations.report.speech import Speech, message, messages
from relations.report.wording.charts import years_words
from relations.report.wording.dates import date_words, day_words, since_words
from relations.report.wording.figures import absence_words
from relations.report.wording.parties import with_article
from relations.report.wording.scripts import can_be_printed
from relations.report.wording.sentences import capital, stopped
from relations.report.wording.terms import term


def glance(material: Material) -> Iterator[Block]:
    """The section at a glance."""
    yield Heading(1, material.speech.say("At a glance"), "section-glance")
    yield Facts(tuple(_rows(material)))


def _rows(material: Material) -> Iterator[tuple[str, Content]]:
    speech, read = material.speech, len(material.cited)
    for party in (material.pair.a, material.pair.b):
        yield material.names.party(party), _identity(party, material)
    for party in (material.pair.a, material.pair.b):
        yield from _before(party, material)
    yield speech.say("Common bodies"), _common_bodies(material)
    yield speech.say("Records"), (Text(capital(_records(material))),)
    yield from _by_year(material)
    documents = speech.count(read, "{number} document", "{number} documents")
    yield speech.say("Sources of the records"), (Text(capital(documents)),)
    yield speech.say("Cut-off date"), (Text(day_words(speech, material.edition.date)),)


# -- the parties ---------------------------------------------------------------------------------


def _identity(party: Party, material: Material) -> Content:
    speech, official = material.speech, material.names.official(party)
    names = [official] if official != material.names.party(party) else []
    names += [
        speech.say("in {language}, {name}", language=speech.language_name(lang), name=text)
        for lang, text in native_names(party, speech.language)
    ]
    existed = date_words(speech, party.existed) if party.existed else ""
    facts = [speech.series(names), existed, party.note]
    if isinstance(party, Organisation) and party.seat:
        facts.append(speech.say("seat: {place}", place=material.place_words(party.seat)))
    said = " ".join(stopped(capital(fact)) for fact in facts if fact)
    words = said or speech.say("No further name or date is held.")
    # A code is not printed here, so the lists that only give codes are not either.
    borne_out = (entry for entry in party.citations if entry.supports != ("codes",))
    return Text(f"{words} "), *material.cite_things(borne_out, most=2)


def native_names(party: Party, language: str = "en") -> Iterator[tuple[str, str]]:
    """A state's own names, one for each language and each once, as far as they can be printed.

    ``language`` is the dossier's own, in which the state is named already. Where the state's
    languages are not known, every name that is not English counts as its own. A body has none:
    its names in other languages are what others call it.
    """
    if not isinstance(party, Country):
        return
    seen, languages = {"en", language}, party.languages
    told: set[str] = set()
    for form in (NameForm.SHORT, NameForm.OFFICIAL):
        for name in party.names:
            own = name.form is form and name.lang not in seen
            if own and name.lang in (languages or (name.lang,)) and can_be_printed(name.text):
                seen.add(name.lang)
                if name.text not in told:
                    told.add(name.text)
                    yield name.lang, name.text


# -- before them ---------------------------------------------------------------------------------


def _before(party: Party, material: Material) -> Iterator[tuple[str, Content]]:
    for succession in party.successions:
        name = with_article(material.speech, material.names.party(party))
        label = material.speech.say("Before {party}", party=name)
        yield label, _predecessor(succession, party, material)


def _predecessor(succession: Succession, party: Party, material: Material) -> Content:
    speech, apart = material.speech, material.pair.predecessors
    name = with_article(speech, material.party_name(succession.predecessor))
    kind = term(speech, succession.kind)
    if succession.predecessor in (material.pair.a.id, material.pair.b.id):
        date = date_words(speech, succession.date)
        return (Text(speech.say(_OF_THE_TWO, date=date, kind=kind)),)
    if not succession.date:
        text = _APART if apart else _LEFT_OUT
        return (Text(speech.say(text, party=name, kind=kind)),)
    date = date_words(speech, _turn(succession, party.existed))
    text = _APART_BEFORE if apart else _LEFT_OUT_BEFORE
    return (Text(speech.say(text, date=date, party=name, kind=kind)),)


def _turn(succession: Succession, existed: EdtfDate | None) -> EdtfDate | None:
    """From when records are the successor's: its beginning, if that came after the succession.

    A state that left another is on its own from that day, whenever a list begins it.
    """
    date, left = succession.date, succession.kind is SuccessionKind.SECESSION
    if date is None or left or existed is None or not date.certainly_before(existed):
        return date
    return EdtfDate.parse(existed.parts[0].start.text)


_OF_THE_TWO: Final = message("The two are parties apart since the succession ({date}; {kind}). ")
_APART: Final = message("Records that concern {party} are counted apart ({kind}). ")
_LEFT_OUT: Final = message("Records that concern {party} are left out ({kind}). ")
_APART_BEFORE: Final = message(
    "Records before {date} concern {party} and are counted apart ({kind}). "
)
_LEFT_OUT_BEFORE: Final = message(
    "Records before {date} concern {party} and are left out ({kind}). "
)


# -- what they share -----------------------------------------------------------------------------


def _common_bodies(material: Material) -> Content:
    content: list[Inline] = []
    pair = (material.pair.a, material.pair.b)
    for body in sorted(material.dataset.organisations, key=lambda body: body not in pair):
        words = _shared(body, material)
        if words:
            content += [Text(material.speech.say("; "))] * bool(content)
            content.append(Text(f"{material.names.party(body)} ({words}) "))
            cited = (c for entry in _both(body, material) for c in entry.citations)
            content += material.cite_things(cited, most=1)
    return tuple(content) or (Text(material.speech.say("None found in the documents read")),)


def _shared(body: Organisation, material: Material) -> str:
    """Since when each of the two has belonged to a body, or which of them leads it.

    Nothing unless both have to do with it; of the two, one may be the body itself.
    """
    memberships, speech = _both(body, material), material.speech
    pair = (material.pair.a, material.pair.b)
    leaders = material.dataset.leaders(body.id)
    led = [
        speech.say("led by {party}", party=material.names.party(party))
        for party in pair
        if party.id in leaders
    ]
    itself = body in pair
    if len({membership.party for membership in memberships}) + len(led) + itself < len(pair):
        return ""
    if not (led or itself) and len({(entry.standing, entry.period) for entry in memberships}) == 1:
        return speech.say("both {standing}", standing=_since(memberships[0], speech))
    since = (f"{material.party_name(entry.party)} {_since(entry, speech)}" for entry in memberships)
    return speech.series((*led, *since))


def _both(body: Organisation, material: Material) -> list[Membership]:
    pair = (material.pair.a.id, material.pair.b.id)
    return [entry for party in pair for entry in body.memberships if entry.party == party]


def _since(membership: Membership, speech: Speech) -> str:
    """Since when, and in what standing where it is no member: "observer since 1995"."""
    period = _period(membership, speech)
    if membership.standing is Standing.MEMBER:
        return period
    return f"{term(speech, membership.standing)} {period}"


def _period(membership: Membership, speech: Speech) -> str:
    """The period, and the day by which it had certainly begun where that is told apart."""
    period = date_words(speech, membership.period)
    if membership.begun_by is None:
        return period
    if membership.period.is_open:
        since = since_words(speech, membership.begun_by)
        return speech.say("{since} at the latest", since=since)
    by = date_words(speech, membership.begun_by)
    return speech.say("{period}, begun by {date} at the latest", period=period, date=by)


# -- how much is known ---------------------------------------------------------------------------


def _by_year(material: Material) -> Iterator[tuple[str, Content]]:
    """The last years of each kind as a line of bars, where no timeline shows all years.

    Nothing where none began in them.
    """
    last = material.edition.date.year
    first = last - _RECENT + 1
    rows = () if material.holds("timeline") else rows_by_year(first, material)
    if rows:
        label = material.speech.say("Begun in {years}", years=f"{first}–{last}")
        yield label, tuple(inline for row in rows for inline in _line(row, material))


def _line(row: YearRow, material: Material) -> tuple[Inline, ...]:
    said = years_words(material.speech, [row])
    bars = sparkline(row.years, row.category, alt=said)
    return Text(f"{row.name}\N{NO-BREAK SPACE}"), bars, Text("  ")


def _records(material: Material) -> str:
    records, speech = material.pair.records, material.speech
    if not len(records):
        covered = [entry for kind in RECORD_TYPES for entry in material.coverage(kind)]
        return absence_words(speech, kind_of_absence(covered))
    counts = {way: sum(records.path(r).way is way for r in records) for way in _WAYS}
    ways = [speech.count(count, *_WAYS[way]) for way, count in counts.items() if count]
    total = speech.count(len(records), "{number} record", "{number} records")
    if len(ways) == 1:
        (way,) = (way for way, count in counts.items() if count)
        return speech.say("{records}, {way}", records=total, way=speech.say(_ALL[way]))
    return speech.say("{records}: {ways}", records=total, ways=speech.listed(ways))


_RECENT: Final = 20
"""Over how many years the glance goes back."""
_WAYS: Final = {
    Way.DIRECT: messages("{number} directly", "{number} directly"),
    Way.PREDECESSOR: messages("{number} through a predecessor", "{number} through a predecessor"),
    Way.BODY: messages("{number} through a body", "{number} through a body"),
}
_ALL: Final = {
    Way.DIRECT: message("directly"),
    Way.PREDECESSOR: message("through a predecessor"),
    Way.BODY: message("through a body"),
}
