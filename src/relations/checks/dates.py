"""The dates of one entry agree with one another, and with those of its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from relations.checks.check import Finding
from relations.dataset import Dataset
from relations.model.dates import EdtfDate
from relations.model.event import Event
from relations.model.source import Source
from relations.model.status import State, Status


def states_attested_too_early(dataset: Dataset) -> Iterator[Finding]:
    """A source tells of what has been: an article of 2019 attests nothing that began in 2020."""
    sources = {source.id: source for source in dataset.sources}
    for record in dataset.records:
        for index, state in enumerate(record.history):
            published = _published(state, sources)
            if state.edtf and published and all(map(state.edtf.certainly_after, published)):
                yield Finding(
                    owner=record,
                    message=(
                        f"{state.status.words} in {state.edtf} is attested by what was published "
                        f"in {' and '.join(map(str, published))}"
                    ),
                    field=f"history[{index}].date",
                    hint="cite a later source, or give the state that the source really attests",
                )


def _published(state: State, sources: Mapping[str, Source]) -> list[EdtfDate]:
    """When the sources of a state appeared; nothing if one of them is undated."""
    cited = [sources[entry.source] for entry in state.citations if entry.source in sources]
    dates = [source.date.edtf for source in cited if source.date]
    return dates if len(dates) == len(cited) else []


def ends_before_beginning(dataset: Dataset) -> Iterator[Finding]:
    """An agreement is meant to end after it began."""
    for agreement in dataset.agreements:
        begun = next((s for s in agreement.history if s.status in agreement.STANDING), None)
        end = agreement.nominal_end
        if begun and begun.edtf and end and end.edtf.certainly_before(begun.edtf):
            yield Finding(
                owner=agreement,
                message=f"it is meant to end in {end.edtf}, and is {begun.status.words} in "
                f"{begun.edtf}",
                field="nominal_end",
                hint="correct one of the two dates",
            )


def events_off_their_date(dataset: Dataset) -> Iterator[Finding]:
    """The day on which an event was held is the event's own date."""
    for event in (*dataset.exercises, *dataset.meetings):
        for index, state in enumerate(event.history):
            if state.status is Status.HELD and _apart(event, state):
                yield Finding(
                    owner=event,
                    message=f"its date is {event.edtf}, and it was held in {state.edtf}",
                    field=f"history[{index}].date",
                    hint="leave the state's date out where the event's own says it",
                )


def _apart(event: Event, state: State) -> bool:
    own, held = event.edtf, state.edtf
    return own is not None and held is not None and not own.possibly_overlaps(held)


def sources_read_too_early(dataset: Dataset) -> Iterator[Finding]:
    """A document is retrieved after it was published."""
    for source in dataset.sources:
        if source.date and source.retrieved and source.retrieved.certainly_before(source.date.edtf):
            yield Finding(
                owner=source,
                message=f"it was retrieved in {source.retrieved} and published in "
                f"{source.date.edtf}",
                field="retrieved",
                hint="correct one of the two dates",
            )


def later_than_the_edition(dataset: Dataset) -> Iterator[Finding]:
    """The date of the edition is its cut-off: no source in it was published later."""
    cut_off = EdtfDate.from_date(dataset.edition.date)
    for source in dataset.sources:
        if source.date and source.date.edtf.certainly_after(cut_off):
            yield Finding(
                owner=source,
                message=f"published in {source.date.edtf}, after the edition of {cut_off}",
                field="date",
                hint="correct the date, or move the date of the edition",
            )
