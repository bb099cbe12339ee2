"""Sources numbered as they are first cited, each with the words quoted from it.

A book of references is filled while the sections are written, and its list is drawn up last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import define, field, frozen

from relations.dataset import Dataset
from relations.model.dates import EdtfDate
from relations.model.source import Citation, Source, SourceClass
from relations.report.blocks import (
    Cite,
    Content,
    Quotation,
    Reference,
    ReferenceList,
    Text,
    Tone,
)
from relations.report.naming.names import Names
from relations.report.notes import Said, line, note
from relations.report.room import clipped
from relations.report.speech import ENGLISH, Speech
from relations.report.wording.scripts import in_print

MOST_IN_ONE_PLACE: Final = 3
"""How many numbers a sentence or a cell bears before it says how many more there are."""

_STANDING: Final = (
    SourceClass.OFFICIAL,
    SourceClass.ACADEMIC,
    SourceClass.REFERENCE,
    SourceClass.STATE_MEDIA,
    SourceClass.PRESS,
    SourceClass.BLOG,
)
"""The classes of source, the weightiest first."""


_LABEL: Final = 24
"""The most letters of a record's title that a quotation leads back to, in short."""

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
    source; ``None`` is all of them. Where there is a limit, sources are described in short.
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
        many numbers stand here, if fewer than elsewhere; without a limit it is not asked for.
        """
        all_of_them = tuple(found)
        sources = [*dict.fromkeys(citation.source for citation, _, _ in all_of_them)]
        kept = self._foremost(sources, most if self.most and most else self.most)
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

    def number(self, source: str) -> int | None:
        """The number of a source, if it is cited already."""
        return self._numbers.get(source)

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

    @property
    def retrieved(self) -> EdtfDate | None:
        """The day on which most of the sources were retrieved, to be told once for all of them.

        Nothing where each is described in full.
        """
        if self.quotations is None:
            return None
        days = Counter(self._dataset.source(source).retrieved for source in self._numbers)
        return max(days, key=lambda day: (days[day], str(day)), default=None)

    @property
    def language(self) -> str:
        """The language of most of the sources, to be told once for all of them.

        Nothing where each is described in full.
        """
        if self.quotations is None:
            return ""
        tongues = Counter(self._dataset.source(source).language for source in self._numbers)
        return max(tongues, key=lambda tongue: (tongues[tongue], tongue), default="")

    def drawn_up(self) -> ReferenceList:
        """The list of all sources cited so far, by number."""
        small = self.quotations is not None
        said = Said(not small, self.language, self.retrieved)
        return ReferenceList(tuple(self._reference(it, said) for it in self._numbers), small)

    def in_short(self) -> ReferenceList:
        """The list with a line for each source: publisher, date and address."""
        return ReferenceList(
            tuple(
                Reference(number, line(self._speech, self._dataset.source(source)), ())
                for source, number in self._numbers.items()
            ),
            small=True,
        )

    def _reference(self, identifier: str, said: Said) -> Reference:
        quoted = self._quoted.get(identifier, {})
        kept = sorted(quoted, key=lambda words: -len(quoted[words]))[: self.quotations]
        left = len(quoted) - len(kept)
        quotations = tuple(self._quotation(words, tuple(quoted[words]), left) for words in kept)
        content = self._description(self._dataset.source(identifier), said)
        return Reference(self._numbers[identifier], content, quotations)

    def _quotation(
        self, words: _Words, records: tuple[tuple[str, str], ...], left: int
    ) -> Quotation:
        """Words with what they bear out, and how many others of the source are left out."""
        beside = [in_print(self._speech, words.locator, words.lang)] if words.locator else []
        if self.quotations is not None:
            records = tuple((clipped(label, _LABEL), anchor) for label, anchor in records)
        if left:
            beside.append(f"+{self._speech.number(left)}")
        return Quotation(
            in_print(self._speech, words.text, words.lang),
            words.lang,
            in_print(self._speech, words.attribution, words.lang),
            self._speech.series(beside),
            records,
            self._speech.marks,
        )

    def _description(self, source: Source, said: Said) -> Content:
        kin = [number for other, number in self._numbers.items() if self._is_kin(source, other)]
        return note(self._speech, source, self._side(source), Cite(tuple(kin)), said)

    def _is_kin(self, source: Source, other: str) -> bool:
        """Whether another source cited here descends from the same text or agency."""
        return other != source.id and self._dataset.source(other).lineage == source.lineage

    def _side(self, source: Source) -> str:
        if source.side is None:
            return self._speech.say("third party")
        party = self._names.party(self._dataset.party(source.side))
        return self._speech.say("side: {party}", party=party)
