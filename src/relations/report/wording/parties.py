"""Who takes part in a record, by role, so that a one-way obligation never reads as mutual."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from relations.model.party import PartyRole, Role
from relations.report.wording.lists import listed

NameOf = Callable[[str], str]

_WITH_ARTICLE: Final = frozenset(
    {
        "Association", "Community", "Council", "Emirates", "Federation", "Forum", "Kingdom",
        "Meeting", "Meetings", "Nations", "Netherlands", "Organisation", "Organization",
        "Philippines", "Republic", "States", "Summit", "Union",
    }
)  # fmt: skip


def with_article(name: str) -> str:
    """The name as it stands in a sentence: "the Soviet Union", "Viet Nam"."""
    kind = name.partition(" of ")[0].rpartition(" ")[2]
    needs = kind in _WITH_ARTICLE and not name.lower().startswith("the ")
    return f"the {name}" if needs else name


def parties_words(parties: Iterable[PartyRole], name_of: NameOf) -> str:
    """Everybody in a record by role: "Viet Nam grants; the Soviet Union benefits"."""
    by_role: dict[Role, list[str]] = {}
    for entry in parties:
        note = f" ({entry.note})" if entry.note else ""
        by_role.setdefault(entry.role, []).append(with_article(name_of(entry.party)) + note)
    return "; ".join(_clauses(by_role)) or "parties not known"


def _clauses(by_role: dict[Role, list[str]]) -> Iterator[str]:
    for (first, second), join in _TOGETHER.items():
        if first in by_role and second in by_role:
            yield join(by_role.pop(first), by_role.pop(second))
    for role, names in by_role.items():
        yield _ALONE[role](names)


def _verb(names: Sequence[str], singular: str, plural: str) -> str:
    return f"{listed(names)} {singular if len(names) == 1 else plural}"


def _grant(grantors: Sequence[str], beneficiaries: Sequence[str]) -> str:
    return f"{_grants(grantors)}; {_benefits(beneficiaries)}"


def _grants(names: Sequence[str]) -> str:
    return _verb(names, "grants", "grant")


def _benefits(names: Sequence[str]) -> str:
    return _verb(names, "benefits", "benefit")


def _transfer(suppliers: Sequence[str], recipients: Sequence[str]) -> str:
    return f"{listed(suppliers)} to {listed(recipients)}"


def _visit(visitors: Sequence[str], hosts: Sequence[str]) -> str:
    return f"{_verb(visitors, 'visits', 'visit')} {listed(hosts)}"


def _labelled(one: str, many: str) -> Callable[[Sequence[str]], str]:
    return lambda names: f"{one if len(names) == 1 else many}: {listed(names)}"


_TOGETHER: Final[dict[tuple[Role, Role], Callable[[Sequence[str], Sequence[str]], str]]] = {
    (Role.GRANTOR, Role.BENEFICIARY): _grant,
    (Role.SUPPLIER, Role.RECIPIENT): _transfer,
    (Role.VISITOR, Role.HOST): _visit,
    (Role.SPEAKER, Role.ADDRESSEE): _transfer,
}
"""Roles that make one clause together, which gives the direction."""

_ALONE: Final[dict[Role, Callable[[Sequence[str]], str]]] = {
    Role.PARTY: _labelled("party", "parties"),
    Role.GRANTOR: _grants,
    Role.BENEFICIARY: _benefits,
    Role.SUPPLIER: _labelled("supplier", "suppliers"),
    Role.RECIPIENT: _labelled("recipient", "recipients"),
    Role.PROPOSER: lambda names: f"proposed by {listed(names)}",
    Role.HOST: lambda names: f"hosted by {listed(names)}",
    Role.VISITOR: _labelled("visitor", "visitors"),
    Role.CHAIR: lambda names: f"chaired by {listed(names)}",
    Role.PARTICIPANT: _labelled("participant", "participants"),
    Role.OBSERVER: _labelled("observer", "observers"),
    Role.PARTNER: _labelled("partner", "partners"),
    Role.SPEAKER: lambda names: f"for {listed(names)}",
    Role.ADDRESSEE: lambda names: f"to {listed(names)}",
    Role.SUBJECT: lambda names: f"about {listed(names)}",
    Role.CLAIMANT: _labelled("claimant", "claimants"),
    Role.BELLIGERENT: _labelled("belligerent", "belligerents"),
    Role.SUPPORTER: _labelled("supporter", "supporters"),
}
"""What a role says by itself."""
