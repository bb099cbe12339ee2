"""Who takes part in a record, by role, so that a one-way obligation never reads as mutual."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from relations.model.party import PartyRole, Role
from relations.report.speech import Speech, messages

NameOf = Callable[[str], str]

_WITH_ARTICLE: Final = frozenset(
    {
        "Agency", "Association", "Bahamas", "Commonwealth", "Community", "Comoros", "Congo",
        "Council", "Emirates", "Empire", "Federation", "Forum", "G7", "G20", "Gambia", "Islands",
        "Kingdom", "Maldives", "Meeting", "Meetings", "Movement", "Nations", "Netherlands",
        "Organisation", "Organization", "PDR", "Philippines", "Quad", "Republic", "See", "State",
        "States", "Summit", "Territories", "Union",
    }
)  # fmt: skip  # words in rows


def with_article(speech: Speech, name: str) -> str:
    """The name as it stands in a sentence: "the Soviet Union", "Viet Nam".

    Only English is known to need this: messages in other languages set names where they stand bare.
    """
    kind = name.partition(" of ")[0].rpartition(" ")[2]
    needs = kind in _WITH_ARTICLE and not name.lower().startswith("the ")
    return f"the {name}" if needs and speech.language == "en" else name


def parties_words(speech: Speech, parties: Iterable[PartyRole], name_of: NameOf) -> str:
    """Everybody in a record by role: "Viet Nam grants; the Soviet Union benefits"."""
    by_role: dict[Role, list[str]] = {}
    for entry in parties:
        note = f" ({entry.note})" if entry.note else ""
        name = with_article(speech, name_of(entry.party))
        by_role.setdefault(entry.role, []).append(name + note)
    return speech.series(_clauses(speech, by_role)) or speech.say("parties not known")


def _clauses(speech: Speech, by_role: dict[Role, list[str]]) -> Iterator[str]:
    for (first, second), join in _TOGETHER.items():
        if first in by_role and second in by_role:
            yield join(speech, by_role.pop(first), by_role.pop(second))
    for role, names in by_role.items():
        yield _alone(speech, role, names)


def _alone(speech: Speech, role: Role, names: Sequence[str]) -> str:
    return speech.count(len(names), *_ALONE[role], names=speech.listed(names))


def _grant(speech: Speech, grantors: Sequence[str], beneficiaries: Sequence[str]) -> str:
    grants = _alone(speech, Role.GRANTOR, grantors)
    return speech.series((grants, _alone(speech, Role.BENEFICIARY, beneficiaries)))


def _transfer(speech: Speech, suppliers: Sequence[str], recipients: Sequence[str]) -> str:
    return speech.say(
        "{suppliers} to {recipients}",
        suppliers=speech.listed(suppliers),
        recipients=speech.listed(recipients),
    )


def _visit(speech: Speech, visitors: Sequence[str], hosts: Sequence[str]) -> str:
    return speech.count(
        len(visitors),
        "{visitors} visits {hosts}",
        "{visitors} visit {hosts}",
        visitors=speech.listed(visitors),
        hosts=speech.listed(hosts),
    )


def _address(speech: Speech, speakers: Sequence[str], addressees: Sequence[str]) -> str:
    return speech.say(
        "{speakers} to {addressees}",
        speakers=speech.listed(speakers),
        addressees=speech.listed(addressees),
    )


_TOGETHER: Final[dict[tuple[Role, Role], Callable[[Speech, Sequence[str], Sequence[str]], str]]] = {
    (Role.GRANTOR, Role.BENEFICIARY): _grant,
    (Role.SUPPLIER, Role.RECIPIENT): _transfer,
    (Role.VISITOR, Role.HOST): _visit,
    (Role.SPEAKER, Role.ADDRESSEE): _address,
}
"""Roles that make one clause together, which gives the direction."""

_ALONE: Final[dict[Role, tuple[str, str]]] = {
    Role.PARTY: messages("party: {names}", "parties: {names}"),
    Role.GRANTOR: messages("{names} grants", "{names} grant"),
    Role.BENEFICIARY: messages("{names} benefits", "{names} benefit"),
    Role.SUPPLIER: messages("supplier: {names}", "suppliers: {names}"),
    Role.RECIPIENT: messages("recipient: {names}", "recipients: {names}"),
    Role.PROPOSER: messages("proposed by {names}", "proposed by {names}"),
    Role.HOST: messages("hosted by {names}", "hosted by {names}"),
    Role.VISITOR: messages("visitor: {names}", "visitors: {names}"),
    Role.CHAIR: messages("chaired by {names}", "chaired by {names}"),
    Role.PARTICIPANT: messages("participant: {names}", "participants: {names}"),
    Role.OBSERVER: messages("observer: {names}", "observers: {names}"),
    Role.PARTNER: messages("partner: {names}", "partners: {names}"),
    Role.SPEAKER: messages("for {names}", "for {names}"),
    Role.ADDRESSEE: messages("to {names}", "to {names}"),
    Role.SUBJECT: messages("about {names}", "about {names}"),
    Role.CLAIMANT: messages("claimant: {names}", "claimants: {names}"),
    Role.BELLIGERENT: messages("belligerent: {names}", "belligerents: {names}"),
    Role.SUPPORTER: messages("supporter: {names}", "supporters: {names}"),
}
"""What a role says by itself, of one and of several."""
