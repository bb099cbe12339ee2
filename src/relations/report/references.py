"""Sources numbered as they are first cited, each with the words quoted from it.

A book of references is filled while the sections are written, and its list is drawn up last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import define, field, frozen

from relations.dataset import Dataset
from relations.model.dates import Dating
from relations.model.source import Citation, Source, SourceClass
from relations.report.blocks import (
    Cite,
    Content,
    Inline,
    Link,
    Quotation,
    Reference,
    ReferenceList,
    Text,
    Tone,
)
from relations.report.wording.dates import date_words, dating_words
from relations.report.wording.languages import language_words
from relations.report.wording.scripts import in_print

_CLASSES: Final = {
    SourceClass.OFFICIAL: "official",
    SourceClass.STATE_MEDIA: "state media",
    SourceClass.PRESS: "press",
    SourceClass.ACADEMIC: "academic",
    SourceClass.REFERENCE: "reference work",
    SourceClass.BLOG: "blog",
}


MOST_IN_A_SENTENCE: Final = 3
"""How many numbers a sentence bears before it says how many more there are."""


def few(cite: Cite) -> tuple[Cite, Text]:
    """The first numbers of many, and how many more there are."""
    more = len(cite.numbers) - MOST_IN_A_SENTENCE
    rest = f" and {more} more" if more > 0 else ""
    return Cite(cite.numbers[:MOST_IN_A_SENTENCE]), Text(rest, Tone.MUTED)


@frozen
class _Words:
    """What makes two quotations one: the words, their language, whose they are and where."""

    text: str
    lang: str
    attribution: str
    locator: str


@define
class References:
    """The sources cited so far, by number, with their quotations and the records these support."""

    _dataset: Dataset
    _numbers: dict[str, int] = field(factory=dict, init=False)
    _quoted: dict[str, dict[_Words, dict[tuple[str, str], None]]] = field(factory=dict, init=False)

    # -- citing ---------------------------------------------------------------------------------

    def cite(self, citations: Iterable[Citation], label: str = "", anchor: str = "") -> Cite:
        """The numbers of these citations' sources; their words are kept for the list.

        ``label`` and ``anchor`` say what the words bear out and where that is printed.
        """
        found = tuple(citations)
        for citation in found:
            self._quote(citation, label, anchor)
        return self.cite_sources(citation.source for citation in found)

    def cite_sources(self, sources: Iterable[str]) -> Cite:
        """The numbers of whole sources, in ascending order, each once."""
        return Cite(tuple(sorted({self._number(source) for source in sources})))

    def _number(self, source: str) -> int:
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    def _quote(self, citation: Citation, label: str, anchor: str) -> None:
        words = _Words(
            citation.quote,
            citation.language or self._dataset.source(citation.source).language,
            citation.attribution or "",
            citation.locator or "",
        )
        records = self._quoted.setdefault(citation.source, {}).setdefault(words, {})
        if label and anchor:
            records[label, anchor] = None

    # -- listing --------------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self._numbers)

    def drawn_up(self) -> ReferenceList:
        """The list of all sources cited so far, by number."""
        return ReferenceList(tuple(map(self._reference, self._numbers)))

    def _reference(self, identifier: str) -> Reference:
        source = self._dataset.source(identifier)
        quoted = self._quoted.get(identifier, {})
        quotations = (
            Quotation(
                in_print(words.text, words.lang),
                words.lang,
                in_print(words.attribution, words.lang),
                in_print(words.locator, words.lang),
                tuple(records),
            )
            for words, records in quoted.items()
        )
        return Reference(self._numbers[identifier], self._description(source), tuple(quotations))

    def _description(self, source: Source) -> Content:
        kin = [number for other, number in self._numbers.items() if self._is_kin(source, other)]
        return tuple(_joined(_parts(source, self._side(source), Cite(tuple(kin)))))

    def _is_kin(self, source: Source, other: str) -> bool:
        """Whether another source cited here descends from the same text or agency."""
        return other != source.id and self._dataset.source(other).lineage == source.lineage

    def _side(self, source: Source) -> str:
        return "third party" if source.side is None else self._dataset.party(source.side).name


def source_class_words(source_class: SourceClass) -> str:
    """A class of source in words: "state media"."""
    return _CLASSES[source_class]


def _parts(source: Source, side: str, kin: Cite) -> Iterator[tuple[Inline, ...]]:
    """What is known of a source, part by part, in the order of a note."""
    publisher = in_print(source.publisher, source.language)
    yield (Text(publisher, Tone.STRONG), Text(", "), *_title(source))
    yield (Text(_plainly(source)),)
    if source.address:
        yield (Link(source.address, source.address),)
    if source.archived_address:
        yield Text("Archived at "), Link(source.archived_address, source.archived_address)
    if source.retrieved:
        yield (Text(f"Retrieved {date_words(source.retrieved)}"),)
    kind = f"{source_class_words(source.source_class)}, {side}"
    yield (Text(kind[:1].upper() + kind[1:], Tone.MUTED),)
    if kin.numbers:
        yield Text("Of one origin with ", Tone.MUTED), kin
    for words in filter(None, (source.terms, source.note)):
        yield (Text(words.rstrip("."), Tone.MUTED),)


def _title(source: Source) -> Iterator[Inline]:
    title = in_print(source.title, source.language)
    yield Text(f"“{title}”" if title == source.title else title, lang=source.language)
    if source.title_translated:
        yield Text(f" [{source.title_translated}]")


def _plainly(source: Source) -> str:
    """Author, date and language."""
    date = _date(source.date, source.date_derivation)
    author = f"By {in_print(source.author, source.language)}, " if source.author else ""
    words = f"{author}{date}, in {language_words(source.language)}"
    return words if author else words[:1].upper() + words[1:]


def _date(date: Dating | None, derivation: str | None) -> str:
    return (
        f"{dating_words(date)} (derived: {derivation.rstrip('.')})"
        if derivation
        else dating_words(date)
    )


def _joined(parts: Iterable[tuple[Inline, ...]]) -> Iterator[Inline]:
    """The parts as sentences, one after the other."""
    for index, part in enumerate(parts):
        if index:
            yield Text(" ")
        yield from part
        yield Text(".")
