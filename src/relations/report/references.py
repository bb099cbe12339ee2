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
from relations.report.naming.names import Names
from relations.report.speech import ENGLISH, Speech
from relations.report.wording.dates import date_words, dating_words
from relations.report.wording.scripts import in_print
from relations.report.wording.sentences import capital
from relations.report.wording.terms import term

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
    _speech: Speech = ENGLISH
    _names: Names = field(factory=Names)
    most: int | None = field(default=None, kw_only=True)
    quotations: int | None = field(default=None, kw_only=True)
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

    def cited(self, found: Iterable[Found], most: int | None = None) -> Content:
        """The numbers of the weightiest sources, and how many more there are.

        Each citation is given with what it bears out and where that is printed. ``most`` is how
        many numbers stand here, if fewer than elsewhere.
        """
        all_of_them = tuple(found)
        sources = [*dict.fromkeys(citation.source for citation, _, _ in all_of_them)]
        kept = self._foremost(sources, most or self.most)
        for citation, label, anchor in all_of_them:
            if citation.source in kept:
                self._quote(citation, label, anchor)
        cite = self.cite_sources(source for source in sources if source in kept)
        more = len(sources) - len(kept)
        if not more:
            return (cite,)
        rest = self._speech.count(more, " and {number:figures} more", " and {number:figures} more")
        return cite, Text(rest, Tone.MUTED)

    def _foremost(self, sources: Sequence[str], most: int | None) -> frozenset[str]:
        """The sources to name: of each lineage the weightiest before any second one."""
        ranked = sorted(sources, key=self._standing)
        of_lineage: dict[str, str] = {}
        for source in ranked:
            of_lineage.setdefault(self._dataset.source(source).lineage, source)
        first = of_lineage.values()
        others = (source for source in ranked if source not in first)
        return frozenset([*first, *others][:most])

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
                in_print(self._speech, words.text, words.lang),
                words.lang,
                in_print(self._speech, words.attribution, words.lang),
                in_print(self._speech, words.locator, words.lang),
                tuple(quoted[words]),
            )
            for words in kept
        ]
        content = self._description(source)
        if len(quoted) > len(kept):
            more = self._speech.count(
                len(quoted) - len(kept),
                "{number} more quotation in the register.",
                "{number} more quotations in the register.",
            )
            content = (*content, Text(f" {capital(more)}", Tone.MUTED))
        return Reference(self._numbers[identifier], content, tuple(quotations))

    def _description(self, source: Source) -> Content:
        kin = [number for other, number in self._numbers.items() if self._is_kin(source, other)]
        show = str if self.quotations is None else shortened
        parts = _parts(self._speech, source, self._side(source), Cite(tuple(kin)), show)
        return tuple(_joined(parts))

    def _is_kin(self, source: Source, other: str) -> bool:
        """Whether another source cited here descends from the same text or agency."""
        return other != source.id and self._dataset.source(other).lineage == source.lineage

    def _side(self, source: Source) -> str:
        if source.side is None:
            return self._speech.say("third party")
        return self._names.party(self._dataset.party(source.side))


def shortened(address: str) -> str:
    """An address as a reader knows it: the host, and the path if it is short."""
    parts = urlsplit(address)
    host, path = parts.netloc.removeprefix("www."), parts.path.rstrip("/")
    room = _ADDRESS_LENGTH - len(host)
    if parts.query or len(path) > room:
        path = f"{path[: max(room, 0)].rstrip('/')}…"
    return f"{host}{path}" if host else address


def _parts(
    speech: Speech, source: Source, side: str, kin: Cite, show: Callable[[str], str]
) -> Iterator[tuple[Inline, ...]]:
    """What is known of a source, part by part, in the order of a note."""
    publisher = in_print(speech, source.publisher, source.language)
    yield (Text(publisher, Tone.STRONG), Text(", "), *_title(speech, source))
    yield (Text(_plainly(speech, source)),)
    if source.address:
        yield (Link(show(source.address), source.address),)
    if source.archived_address:
        archived = Link(show(source.archived_address), source.archived_address)
        yield speech.compose("Archived at {address}", address=archived)
    if source.retrieved:
        retrieved = date_words(speech, source.retrieved)
        yield (Text(speech.say("Retrieved {date}", date=retrieved)),)
    yield (Text(capital(f"{term(speech, source.source_class)}, {side}"), Tone.MUTED),)
    if kin.numbers:
        yield Text(speech.say("Of one origin with "), Tone.MUTED), kin
    for words in filter(None, (source.terms, source.note)):
        yield (Text(words.rstrip("."), Tone.MUTED),)


def _title(speech: Speech, source: Source) -> Iterator[Inline]:
    title = in_print(speech, source.title, source.language)
    quoted = speech.quoted(title) if title == source.title else title
    yield Text(quoted, lang=source.language)
    if source.title_translated:
        yield Text(f" [{source.title_translated}]")


def _plainly(speech: Speech, source: Source) -> str:
    """Author, date and language."""
    date = _date(speech, source.date, source.date_derivation)
    language = speech.language_name(source.language)
    if not source.author:
        return capital(speech.say("{date}, in {language}", date=date, language=language))
    author = in_print(speech, source.author, source.language)
    return speech.say(
        "By {author}, {date}, in {language}", author=author, date=date, language=language
    )


def _date(speech: Speech, date: Dating | None, derivation: str | None) -> str:
    words = dating_words(speech, date)
    if not derivation:
        return words
    reason = derivation.rstrip(".")
    return speech.say("{date} (derived: {reason})", date=words, reason=reason)


def _joined(parts: Iterable[tuple[Inline, ...]]) -> Iterator[Inline]:
    """The parts as sentences, one after the other."""
    for index, part in enumerate(parts):
        if index:
            yield Text(" ")
        yield from part
        yield Text(".")
