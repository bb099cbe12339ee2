"""Where accounts contradict one another, themselves or the calendar, and what was made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from relations.checks.ends import contradicting_ends
from relations.model.agreement import Agreement
from relations.model.claims import Claim, Contest
from relations.model.dates import Dating, EdtfDate
from relations.model.inquiry import Inquiry, Outcome
from relations.model.kinds import kind_of
from relations.report.blocks import (
    Block,
    BulletList,
    Cite,
    Column,
    Content,
    Heading,
    Inline,
    Paragraph,
    Row,
    Table,
    Text,
    Tone,
)
from relations.report.sections.entry import Cell
from relations.report.sections.material import Material
from relations.report.sections.register import is_whole
from relations.report.sections.values import named, words
from relations.report.speech import Speech, message
from relations.report.wording.accounts import disputed, field_words, reason_words, use_words
from relations.report.wording.dates import period_words
from relations.report.wording.quantities import quantity_words
from relations.report.wording.scripts import in_print
from relations.report.wording.sentences import capital, stopped
from relations.report.wording.terms import status_words, term

TITLE: Final = message("Disputed and doubtful facts")
ANCHOR: Final = "section-disputed"


def disagreements(material: Material) -> Iterator[Block]:
    """The section on disputed and doubtful facts."""
    contests = material.pair.contests
    disputes = tuple(_row(contest, material) for contest in denied(material))
    refined = tuple(_row(contest, material) for contest in contests if not contest.is_disputed)
    warnings = tuple(_warning(agreement, material) for agreement in _contradicting(material))
    say = material.speech.say
    yield Heading(1, say(TITLE), ANCHOR)
    if disputes:
        yield Table("", _columns(material.speech, _NARROW), disputes)
    elif not (warnings or material.contradicted):
        none = say("No rival or doubted account was found in these records.")
        yield Paragraph((Text(none),))
    if warnings:
        yield Heading(2, say("What does not fit together"), f"{ANCHOR}-warnings")
        yield BulletList(warnings)
    yield from _contradicted_words(material)
    yield from _open_questions(material)
    if refined:
        yield Heading(2, say("Made more precise by other sources"), f"{ANCHOR}-refined")
        yield Table("", _columns(material.speech, _WIDE), refined)


def _contradicted_words(material: Material) -> Iterator[Block]:
    """What was said, and what other sources have against it."""
    if material.contradicted:
        title = material.speech.say("Said, and contradicted by other sources")
        yield Heading(2, title, f"{ANCHOR}-said")
        yield BulletList(
            tuple(
                (
                    material.record_link(identifier),
                    Text(material.speech.say(": ")),
                    *_question(inquiry, material),
                )
                for identifier, inquiries in material.contradicted.items()
                for inquiry in inquiries
            )
        )


_OPEN: Final = frozenset({Outcome.UNRESOLVED, Outcome.NOTHING_FOUND})


def _open_questions(material: Material) -> Iterator[Block]:
    """What was asked of other sources about these records without an answer."""
    printed = material.pair.records.paths
    asked = [
        inquiry
        for inquiry in material.dataset.inquiries
        if inquiry.outcome in _OPEN and any(record in printed for record in inquiry.about)
    ]
    if asked:
        title = material.speech.say("Asked of other sources and left open")
        yield Heading(2, title, f"{ANCHOR}-open")
        yield BulletList(tuple(_question(inquiry, material) for inquiry in asked))


def _question(inquiry: Inquiry, material: Material) -> Content:
    outcome = stopped(capital(term(material.speech, inquiry.outcome)))
    note = (material.written(f" {stopped(inquiry.note)}"),) if inquiry.note else ()
    return (material.written(f"{stopped(inquiry.topic)} "), Text(outcome), *note)


def denied(material: Material) -> list[Contest]:
    """The disputed and doubtful matters."""
    return [contest for contest in material.pair.contests if contest.is_disputed]


def in_few_words(
    contests: Sequence[Contest], material: Material, most: int | None = None
) -> tuple[list[str], Content]:
    """What each matter is, and the weightiest sources of all of them."""
    found = (
        (citation, _title(contest, material), _anchor(contest, material))
        for contest in contests
        for claim in contest.claims
        for citation in claim.citations
    )
    matters = [_matter(contest, material) for contest in contests]
    return matters, material.references.cited(found, most)


def in_full(contest: Contest, material: Material) -> Content:
    """The sentences on a matter: every account with the weightiest source that gives it."""
    return disputed(
        material.speech,
        contest,
        _matter(contest, material),
        lambda claim: _said(claim, contest, material),
        lambda claim: _cite(claim, contest, material, most=1),
    )


def _matter(contest: Contest, material: Material) -> str:
    """What is disputed of which record: "the date of signature of “Visit”"."""
    field = _field(contest, material)
    title = material.room.clipped(_title(contest, material))
    return material.speech.say("{field} of “{title}”", field=field, title=title)


def _field(contest: Contest, material: Material) -> str:
    kind = (
        kind_of(material.dataset.record(contest.subject)) if _is_record(contest, material) else ""
    )
    return field_words(material.speech, contest.field, kind)


_NARROW: Final = 0.25
"""The share of the matter, where accounts are quoted and take many lines."""

_WIDE: Final = 0.4
"""Its share where each account is a line, so that a title is one too."""


def _columns(speech: Speech, share: float) -> tuple[Column, ...]:
    return Column(speech.say("Matter"), share), Column(speech.say("Accounts"), 1 - share)


def _row(contest: Contest, material: Material) -> Row:
    matter: Cell = (
        (_subject(contest, material),),
        (Text(capital(_field(contest, material)), Tone.MUTED),),
    )
    most = _QUOTED if contest.is_disputed else 0
    accounts = [
        _account(claim, contest, material, quoted=number < most or is_whole(material))
        for number, claim in enumerate(contest.claims)
    ]
    return Row((matter, tuple(accounts)))


_QUOTED: Final = 2
"""How many accounts of a disputed matter are quoted in a dossier, the one that is used first."""


def _account(claim: Claim, contest: Contest, material: Material, *, quoted: bool) -> Content:
    """What is made of an account, its value, source and words, and why; notes only of doubts."""
    reason = reason_words(material.speech, claim.reason)
    note = (material.written(f" {stopped(claim.note)}"),) if claim.note else ()
    tone = Tone.STRONG if claim is contest.best else Tone.PLAIN
    cite = _cite(claim, contest, material, most=1)
    return (
        Text(use_words(material.speech, contest, claim) + material.speech.say(": "), Tone.MUTED),
        Text(f"{_said(claim, contest, material)} ", tone),
        *cite,
        Text(f", {reason}." if reason else "."),
        *(note if is_whole(material) or contest.is_doubted else ()),
        *(_words_of(claim, cite, material) if quoted else ()),
    )


def _words_of(claim: Claim, cite: Content, material: Material) -> Content:
    """The words of the source that is named for this account."""
    named = {number for each in cite if isinstance(each, Cite) for number in each.numbers}
    number = material.references.number
    for citation in claim.citations:
        if number(citation.source) in named:
            lang = citation.language or material.dataset.source(citation.source).language
            quote = material.speech.quoted(in_print(material.speech, citation.quote, lang))
            return Text(" "), Text(quote, Tone.EMPHASIS, lang)
    return ()


def _said(claim: Claim, contest: Contest, material: Material) -> str:
    """The value of an account; identifiers by the names of what they identify."""
    target = _target(contest, material)
    if target and claim.value:
        identifiers = claim.value if isinstance(claim.value, tuple) else (claim.value,)
        return named(identifiers, target, material)
    return words(claim.value, material, citations=claim.citations)


def _target(contest: Contest, material: Material) -> Mapping[str, str]:
    """What the contested field refers to, if it holds identifiers."""
    if not _is_record(contest, material):
        return {}
    fields = attrs.fields_dict(type(material.dataset.record(contest.subject)))
    return fields[contest.field].metadata if contest.field in fields else {}


def _cite(claim: Claim, contest: Contest, material: Material, most: int | None = None) -> Content:
    title, anchor = _title(contest, material), _anchor(contest, material)
    found = ((citation, title, anchor) for citation in claim.citations)
    return material.references.cited(found, most)


def _subject(contest: Contest, material: Material) -> Inline:
    if _is_record(contest, material):
        return material.record_link(contest.subject)
    return material.link(_title(contest, material), _anchor(contest, material))


def _is_record(contest: Contest, material: Material) -> bool:
    return material.is_of_record(contest)


def _title(contest: Contest, material: Material) -> str:
    if _is_record(contest, material):
        return material.dataset.record(contest.subject).title
    return material.person_name(contest.subject)


def _anchor(contest: Contest, material: Material) -> str:
    """Where the matter is printed; a record that is only mentioned has no place of its own."""
    if contest.subject in material.pair.records.paths:
        return contest.subject
    return "" if _is_record(contest, material) else f"person-{contest.subject}"


# -- warnings ------------------------------------------------------------------------------------


def _contradicting(material: Material) -> list[Agreement]:
    """The pair's agreements of which two ends are told; both are printed."""
    printed = material.pair.records.paths
    found = (finding.owner for finding in contradicting_ends(material.pair.excerpt()))
    return [it for it in found if isinstance(it, Agreement) and it.id in printed]


def _warning(agreement: Agreement, material: Material) -> Content:
    said = material.speech.say(": ") + _two_ends(agreement, material.speech)
    link = material.link(agreement.title, agreement.id)
    return link, Text(f"{said} "), *material.cite(agreement)


def _two_ends(agreement: Agreement, speech: Speech) -> str:
    """The end that the text foresees beside the one that is reported."""
    ends = [state for state in agreement.history if state.status in agreement.OVER]
    reported = speech.listed(
        f"{status_words(speech, end.status, 'agreements')} {period_words(speech, end.edtf)}"
        for end in ends
    )
    end = period_words(speech, _edtf(agreement.nominal_end))
    if not agreement.term:
        return speech.say(
            "the text foresees the end {end}; it is reported as {reported}. "
            "The two contradict, and both are printed.",
            end=end,
            reported=reported,
        )
    return speech.say(
        "the text foresees the end {end} after a term of {term}; it is reported as {reported}. "
        "The two contradict, and both are printed.",
        end=end,
        term=quantity_words(speech, agreement.term, unit="year"),
        reported=reported,
    )


def _edtf(dating: Dating | None) -> EdtfDate | None:
    return dating.edtf if dating else None
