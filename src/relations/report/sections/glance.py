"""The pair at a glance: what each party is, what they share, and how much is known."""

from __future__ import annotations

from collections.abc import Iterator

from relations.model.country import Country
from relations.model.names import NameForm
from relations.model.organisation import Membership, Organisation, Standing
from relations.model.party import Party, Succession
from relations.pairs import Way
from relations.report.blocks import Block, Content, Facts, Heading, Inline, Text
from relations.report.sections.material import Material
from relations.report.wording.dates import date_words, day_words
from relations.report.wording.languages import language_words
from relations.report.wording.lists import capital, counted, listed, number_word, stopped
from relations.report.wording.parties import with_article
from relations.report.wording.scripts import can_be_printed


def glance(material: Material) -> Iterator[Block]:
    """The section at a glance."""
    yield Heading(1, "At a glance", "section-glance")
    yield Facts(tuple(_rows(material)))


def _rows(material: Material) -> Iterator[tuple[str, Content]]:
    for party in (material.pair.a, material.pair.b):
        yield party.name, _identity(party, material)
    for party in (material.pair.a, material.pair.b):
        yield from _before(party, material)
    yield "Common bodies", _common_bodies(material)
    yield "Records", (Text(capital(_records(material))),)
    yield "Sources of the records", (Text(capital(counted(len(material.cited), "document"))),)
    yield "Cut-off date", (Text(day_words(material.edition.date)),)


# -- the parties ---------------------------------------------------------------------------------


def _identity(party: Party, material: Material) -> Content:
    names = [party.official_name] if party.official_name != party.name else []
    names += [f"in {language_words(lang)}, {text}" for lang, text in native_names(party)]
    facts = ["; ".join(names), date_words(party.existed) if party.existed else "", party.note]
    if isinstance(party, Organisation) and party.seat:
        facts.append(f"seat: {material.place_words(party.seat)}")
    said = " ".join(stopped(capital(fact)) for fact in facts if fact)
    words = said or "No further name or date is held."
    # A code is not printed here, so the lists that only give codes are not either.
    borne_out = (entry for entry in party.citations if entry.supports != ("codes",))
    return Text(f"{words} "), *material.cite_things(borne_out)


def native_names(party: Party) -> Iterator[tuple[str, str]]:
    """The party's own names, one for each language, as far as they can be printed.

    Where its languages are not known, every name that is not English counts as its own.
    """
    seen = set()
    languages = party.languages if isinstance(party, Country) else ()
    for form in (NameForm.SHORT, NameForm.OFFICIAL):
        for name in party.names:
            own = name.form is form and name.lang != "en" and name.lang not in seen
            if own and name.lang in (languages or (name.lang,)) and can_be_printed(name.text):
                seen.add(name.lang)
                yield name.lang, name.text


# -- before them ---------------------------------------------------------------------------------


def _before(party: Party, material: Material) -> Iterator[tuple[str, Content]]:
    for succession in party.successions:
        yield f"Before {with_article(party.name)}", _predecessor(succession, material)


def _predecessor(succession: Succession, material: Material) -> Content:
    name = with_article(material.party_name(succession.predecessor))
    counts = "counted apart" if material.pair.predecessors else "left out"
    if succession.date:
        words = f"Records before {date_words(succession.date)} concern {name} and are {counts}"
    else:
        words = f"Records that concern {name} are {counts}"
    return (Text(f"{words} ({succession.kind.value}). "),)


# -- what they share -----------------------------------------------------------------------------


def _common_bodies(material: Material) -> Content:
    content: list[Inline] = []
    for body in material.dataset.organisations:
        words = _shared(body, material)
        if words:
            content += [Text("; ")] * bool(content) + [Text(f"{body.name} ({words}) ")]
            content += material.cite_things(
                citation for entry in _both(body, material) for citation in entry.citations
            )
    return tuple(content) or (Text("None found in the documents read"),)


def _shared(body: Organisation, material: Material) -> str:
    """Since when each of the two has belonged to a body, or which of them leads it.

    Nothing unless both have to do with it.
    """
    memberships = _both(body, material)
    pair = (material.pair.a, material.pair.b)
    leaders = material.dataset.leaders(body.id)
    led = [f"led by {party.name}" for party in pair if party.id in leaders]
    if len({membership.party for membership in memberships}) + len(led) < len(pair):
        return ""
    if not led and len({(entry.standing, entry.period) for entry in memberships}) == 1:
        return f"both {_since(memberships[0])}"
    since = (f"{material.party_name(entry.party)} {_since(entry)}" for entry in memberships)
    return "; ".join((*led, *since))


def _both(body: Organisation, material: Material) -> list[Membership]:
    pair = (material.pair.a.id, material.pair.b.id)
    return [entry for party in pair for entry in body.memberships if entry.party == party]


def _since(membership: Membership) -> str:
    standing = membership.standing
    role = "" if standing is Standing.MEMBER else f"{standing.value.replace('_', ' ')} "
    words = date_words(membership.period)
    if membership.begun_by is not None:
        by = date_words(membership.begun_by)
        is_open = membership.period.is_open
        words = f"since {by} at the latest" if is_open else f"{words}, begun by {by} at the latest"
    return f"{role}{words}"


# -- how much is known ---------------------------------------------------------------------------


def _records(material: Material) -> str:
    records = material.pair.records
    if not len(records):
        return "None found"
    ways = {
        Way.DIRECT: "directly",
        Way.PREDECESSOR: "through a predecessor",
        Way.BODY: "through a body",
    }
    counts = {way: sum(records.path(r).way is way for r in records) for way in ways}
    parts = [f"{number_word(count)} {ways[way]}" for way, count in counts.items() if count]
    if len(parts) == 1:
        (way,) = (way for way, count in counts.items() if count)
        return f"{counted(len(records), 'record')}, {ways[way]}"
    return f"{counted(len(records), 'record')}: {listed(parts)}"
