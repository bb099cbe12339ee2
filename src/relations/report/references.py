"""Sources numbered as they are first cited, each with the words quoted from it.

A book of references is filled while the sections are written, and its list is drawn up last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

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
from relations.report.wording.lists import capital, counted
from relations.report.wording.scripts import in_print

_CLASSES: Final = {
    SourceClass.OFFICIAL: "official",
    SourceClass.STATE_MEDIA: "state media",
    SourceClass.PRESS: "press",
    SourceClass.ACADEMIC: "academic",
    SourceClass.REFERENCE: "reference work",
    SourceClass.BLOG: "blog",
}


MOST_IN_ONE_PLACE: Final = 3
"""How many numbers a sentence or a cell bears before it says how many more there are."""

_ADDRESS_LENGTH: Final = 48
"""The most letters of an address that is shortened."""

_STANDING: Final = (
    SourceClass.OFFICIAL,
    SourceClass.ACADEMIC,
    SourceClass.REFERENCE,
    SourceClass.STATE_MEDIA,
    SourceClass.PRESS,
    SourceClass.BLOG,
)
"""The classes of source, the weightiest first."""


Found = tuple[Citation, str, str]
"""A citation, what it bears out, and the anchor where that is printed."""


@frozen
class _Words:
    """What makes two quotations one: the words, their language, whose they are and where."""

    text: str
    lang: str
    attribution: str
    locator: str


@define
class References:
    """The sources cited so far, by number, with their quotations and the records these support.

    ``most`` is how many numbers stand in one place, and ``quotations`` how many stand under one
    source; ``None`` is all of them. Where there is a limit, addresses are shortened to what a
    reader knows them by, and lead to the whole.
    """

    _dataset: Dataset
    most: int | None = None
    quotations: int | None = None
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

    def cited(self, found: Iterable[Found]) -> Content:
        """The numbers of the weightiest sources, and how many more there are.

        Each citation is given with what it bears out and where that is printed.
        """
        all_of_them = tuple(found)
        sources = [*dict.fromkeys(citation.source for citation, _, _ in all_of_them)]
        kept = self._foremost(sources)
        for citation, label, anchor in all_of_them:
            if citation.source in kept:
                self._quote(citation, label, anchor)
        cite, more = self.cite_sources(kept), len(sources) - len(kept)
        return (cite, Text(f" and {more} more", Tone.MUTED)) if more else (cite,)

    def _foremost(self, sources: Sequence[str]) -> frozenset[str]:
        """The sources to name: of each lineage the weightiest before any second one."""
        ranked = sorted(sources, key=self._standing)
        of_lineage: dict[str, str] = {}
        for source in ranked:
            of_lineage.setdefault(self._dataset.source(source).lineage, source)
        first = of_lineage.values()
        others = (source for source in ranked if source not in first)
        return frozenset([*first, *others][: self.most])

    def _standing(self, source: str) -> tuple[int, bool]:
        """The weight of a source; of equals, one that has a number already comes first."""
        return _STANDING.index(
            self._dataset.source(source).source_class
        ), source not in self._numbers

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
        kept = sorted(quoted, key=lambda words: -len(quoted[words]))[: self.quotations]
        quotations = [
            Quotation(
                in_print(words.text, words.lang),
                words.lang,
                in_print(words.attribution, words.lang),
                in_print(words.locator, words.lang),
                tuple(quoted[words]),
            )
            for words in kept
        ]
        content = self._description(source)
        if len(quoted) > len(kept):
            more = counted(len(quoted) - len(kept), "more quotation")
            content = (*content, Text(f" {capital(more)} in the register.", Tone.MUTED))
        return Reference(self._numbers[identifier], content, tuple(quotations))

    def _description(self, source: Source) -> Content:
        kin = [number for other, number in self._numbers.items() if self._is_kin(source, other)]
        show = str if self.quotations is None else shortened
        return tuple(_joined(_parts(source, self._side(source), Cite(tuple(kin)), show)))

    def _is_kin(self, source: Source, other: str) -> bool:
        """Whether another source cited here descends from the same text or agency."""
        return other != source.id and self._dataset.source(other).lineage == source.lineage

    def _side(self, source: Source) -> str:
        return "third party" if source.side is None else self._dataset.party(source.side).name


def source_class_words(source_class: SourceClass) -> str:
    """A class of source in words: "state media"."""
    return _CLASSES[source_class]


def shortened(address: str) -> str:
    """An address as a reader knows it: the host, and the path if it is short."""
    parts = urlsplit(address)
    host, path = parts.netloc.removeprefix("www."), parts.path.rstrip("/")
    room = _ADDRESS_LENGTH - len(host)
    if parts.query or len(path) > room:
        path = f"{path[: max(room, 0)].rstrip('/')}…"
    return f"{host}{path}" if host else address


def _parts(
    source: Source, side: str, kin: Cite, show: Callable[[str], str]
) -> Iterator[tuple[Inline, ...]]:
    """What is known of a source, part by part, in the order of a note."""
    publisher = in_print(source.publisher, source.language)
    yield (Text(publisher, Tone.STRONG), Text(", "), *_title(source))
    yield (Text(_plainly(source)),)
    if source.address:
        yield (Link(show(source.address), source.address),)
    if source.archived_address:
        yield Text("Archived at "), Link(show(source.archived_address), source.archived_address)
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
