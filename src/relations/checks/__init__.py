"""Problems that need more than one record to see: a list of small functions of one shape.

Each looks at a dataset, yields what it finds and changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from relations.checks.acting import not_members_then
from relations.checks.check import Check
from relations.checks.claims import claims_cited_twice, claims_not_followed
from relations.checks.codes import codes_in_handover, shared_codes
from relations.checks.coverage import contradicted_coverage, unknown_kinds, unread_sources
from relations.checks.dates import (
    ends_before_beginning,
    events_off_their_date,
    later_than_the_edition,
    sources_read_too_early,
    states_attested_too_early,
)
from relations.checks.duplicates import (
    duplicate_records,
    duplicate_sources,
    near_duplicate_records,
)
from relations.checks.editions import changed_since_release, stale_digests, unhashed_releases
from relations.checks.ends import contradicting_ends
from relations.checks.existence import offices_out_of_time, parties_out_of_time
from relations.checks.hidden import hidden_names
from relations.checks.histories import repeated_states, states_out_of_order
from relations.checks.identifiers import repeated_identifiers, reused_identifiers
from relations.checks.links import unknown_references
from relations.checks.memberships import memberships_out_of_time
from relations.checks.names import ambiguous_names
from relations.checks.reviews import disordered_reviews, void_reviews
from relations.checks.sequences import illegal_sequences
from relations.checks.sides import one_sided_facts
from relations.checks.successions import endings_without_successor, successions_out_of_time
from relations.checks.support import repeated_citations, unknown_support, unsupported_fields
from relations.checks.together import lonely_citations, unknown_state_support
from relations.dataset import Dataset
from relations.errors import Problem, Severity

CHECKS: Final[tuple[Check, ...]] = (
    Check("repeated-identifier", Severity.ERROR, repeated_identifiers),
    Check("reused-identifier", Severity.ERROR, reused_identifiers),
    Check("unknown-reference", Severity.ERROR, unknown_references),
    Check("claim-not-followed", Severity.ERROR, claims_not_followed),
    Check("claim-cited-twice", Severity.ERROR, claims_cited_twice),
    Check("unsupported-field", Severity.ERROR, unsupported_fields),
    Check("unknown-support", Severity.ERROR, unknown_support),
    Check("repeated-citation", Severity.ERROR, repeated_citations),
    Check("states-out-of-order", Severity.ERROR, states_out_of_order),
    Check("repeated-state", Severity.ERROR, repeated_states),
    Check("illegal-sequence", Severity.WARNING, illegal_sequences),
    Check("attested-too-early", Severity.WARNING, states_attested_too_early),
    Check("end-before-beginning", Severity.WARNING, ends_before_beginning),
    Check("event-off-its-date", Severity.WARNING, events_off_their_date),
    Check("source-read-too-early", Severity.WARNING, sources_read_too_early),
    Check("later-than-edition", Severity.WARNING, later_than_the_edition),
    Check("contradicting-ends", Severity.NOTE, contradicting_ends),
    Check("party-out-of-time", Severity.WARNING, parties_out_of_time),
    Check("office-out-of-time", Severity.WARNING, offices_out_of_time),
    Check("no-member-then", Severity.WARNING, not_members_then),
    Check("succession-out-of-time", Severity.ERROR, successions_out_of_time),
    Check("ending-without-successor", Severity.WARNING, endings_without_successor),
    Check("membership-out-of-time", Severity.ERROR, memberships_out_of_time),
    Check("shared-code", Severity.ERROR, shared_codes),
    Check("shared-code-in-handover", Severity.WARNING, codes_in_handover),
    Check("ambiguous-name", Severity.NOTE, ambiguous_names),
    Check("duplicate-record", Severity.WARNING, duplicate_records),
    Check("near-duplicate-record", Severity.WARNING, near_duplicate_records),
    Check("duplicate-source", Severity.WARNING, duplicate_sources),
    Check("one-sided-fact", Severity.NOTE, one_sided_facts),
    Check("unknown-kind", Severity.ERROR, unknown_kinds),
    Check("contradicted-coverage", Severity.WARNING, contradicted_coverage),
    Check("unread-source", Severity.WARNING, unread_sources),
    Check("lonely-citation", Severity.WARNING, lonely_citations),
    Check("unknown-state-support", Severity.ERROR, unknown_state_support),
    Check("hidden-name", Severity.NOTE, hidden_names),
    Check("void-review", Severity.WARNING, void_reviews),
    Check("disordered-reviews", Severity.ERROR, disordered_reviews),
    Check("changed-since-release", Severity.ERROR, changed_since_release),
    Check("unhashed-release", Severity.WARNING, unhashed_releases),
    Check("stale-digest", Severity.WARNING, stale_digests),
)


def problems(
    dataset: Dataset,
    severities: Collection[Severity] = frozenset(Severity),
    without: Collection[str] = (),
) -> Iterator[Problem]:
    """What every check of these severities finds, check by check.

    ``without`` has the codes of checks whose answer is known already.
    """
    for check in CHECKS:
        if check.severity in severities and check.code not in without:
            yield from check.problems(dataset)
