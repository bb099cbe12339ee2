"""An edition that was given out stays as it was."""

from __future__ import annotations

from collections.abc import Iterator

from relations.canonical import digest
from relations.checks.check import Finding
from relations.dataset import Dataset


def changed_since_release(dataset: Dataset) -> Iterator[Finding]:
    """The content of a released edition is that of its hash."""
    edition = dataset.edition
    if edition.released and edition.digest and _differs(dataset):
        yield Finding(
            owner=edition,
            field="digest",
            message=(
                f"the content is not that of edition {edition.name}, "
                f"which was released on {edition.released}"
            ),
            found=edition.digest,
            hint="to edit on, begin the next edition: relations release --reopen --name NAME",
        )


def unhashed_releases(dataset: Dataset) -> Iterator[Finding]:
    """A released edition carries the hash of its content."""
    edition = dataset.edition
    if edition.released and not edition.digest:
        yield Finding(
            owner=edition,
            field="released",
            message="an edition that was released has no hash to know it by",
            hint="release it with relations release, which writes both",
        )


def stale_digests(dataset: Dataset) -> Iterator[Finding]:
    """The hash of an edition that is being worked on is that of its content, if there is one."""
    edition = dataset.edition
    if edition.digest and not edition.released and _differs(dataset):
        yield Finding(
            owner=edition,
            field="digest",
            message="the content has changed since this hash was taken",
            found=edition.digest,
            hint="take it out; relations release writes it when the edition is given out",
        )


def _differs(dataset: Dataset) -> bool:
    return dataset.edition.digest != f"sha256:{digest(dataset)}"
