"""Datasets, pairs, figures and dossiers in a notebook."""

from __future__ import annotations

from relations.dataset import Dataset
from relations.display.markup import NOT_KNOWN, Html, block, facts, joined, strong, table, text
from relations.display.records import MOST, how_many
from relations.measures.coverage import coverage, coverage_words
from relations.measures.figure import Figure, kind_of_absence
from relations.model.kinds import RECORD_TYPES
from relations.pairs import Pair, PairSelection
from relations.report.blocks import Heading
from relations.report.build import Dossier


def show_dataset(dataset: Dataset) -> str:
    """The edition, and how many records there are of each kind."""
    edition = dataset.edition
    rows = [(_words(kind), _count(len(dataset.of_kind(kind)))) for kind in RECORD_TYPES]
    about = f"edition {edition.full_name}, {edition.date}, {edition.licence}"
    if edition.view:
        about = f"{about}; {edition.view}"
    counted = how_many(len(dataset.records), len(dataset.records), "record")
    sources = how_many(len(dataset.sources), len(dataset.sources), "source")
    return block(strong(edition.title), text(about), facts(rows), counted, sources)


def _words(name: str) -> str:
    return name.replace("_", " ")


def _count(number: int, instead: str = "none found") -> Html:
    """How many; in words where there is none."""
    return text(f"{number:,}") if number else text(instead)


def show_pair(pair: Pair) -> str:
    """How many records of each kind tie the pair, way by way; silence is told by the coverage."""
    title = strong(f"{pair.a.name} – {pair.b.name}")
    head = ("kind", "direct", "through a predecessor", "through a body", "looked for")
    rows = [_kind(pair, kind) for kind in RECORD_TYPES]
    total = len(pair.records)
    counted = how_many(total, total, "record")
    return block(title, table(head, rows), counted)


def _kind(pair: Pair, kind: str) -> tuple[Html, ...]:
    found: PairSelection = getattr(pair, kind)  # type: ignore[type-arg]  # of whichever kind
    statements = coverage(pair.dataset, kind, (pair.a.id, pair.b.id))
    silence = kind_of_absence(statements).words
    ways = (found.direct, found.through_predecessors, found.through_bodies)
    counts = (_count(len(some), silence) for some in ways)
    return text(_words(kind)), *counts, text(coverage_words(statements))


def show_figure(figure: Figure) -> str:
    """A figure in words, and all that it takes to trust it."""
    shown = figure.records[:MOST]
    left = len(figure.records) - len(shown)
    records = [text(identifier) for identifier in shown]
    rows = [
        ("kind", text(figure.kind.words)),
        ("low", text(figure.low)),
        ("high", text(figure.high)),
        ("window", text(figure.window.text) if figure.window else NOT_KNOWN),
        ("as of", text(figure.as_of.isoformat())),
        ("coverage", text(coverage_words(figure.coverage))),
        ("records", joined([*records, text(f"and {left:,} not shown")] if left else records)),
        ("note", text(figure.note)),
    ]
    told = [(name, cell) for name, cell in rows if cell != NOT_KNOWN]
    return block(Html(f"{text(_words(figure.name))}: {strong(str(figure))}"), facts(told))


def show_dossier(dossier: Dossier) -> str:
    """The title of a dossier and its sections."""
    document = dossier.document
    sections = [
        (text(block.text),)
        for block in document.blocks
        if isinstance(block, Heading) and block.level == 1
    ]
    title = strong(f"{document.kicker}: {' – '.join(document.title)}")
    shown = sections[: 2 * MOST]
    counted = how_many(len(sections), len(shown), "section")
    return block(title, text(document.subtitle), table(("section",), shown), counted)
