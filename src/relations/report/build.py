"""From a pair to its dossier: the sections of its length in turn, then title and margins."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
from attrs import field, frozen

from relations.dataset import Dataset
from relations.errors import BadOption
from relations.files import write_atomically
from relations.model.kinds import RECORD_TYPES
from relations.model.short import one_line
from relations.model.source import Release
from relations.pairs import Pair
from relations.report.blocks import Block
from relations.report.composition import composed
from relations.report.document import Attachment, Document
from relations.report.ends import tied_up
from relations.report.naming.names import Names
from relations.report.options import Length, Options, Sheet
from relations.report.references import MOST_IN_ONE_PLACE, References
from relations.report.room import Room
from relations.report.sections.glance import native_names
from relations.report.sections.material import Material
from relations.report.speech import Speech, message
from relations.report.wording.dates import day_words
from relations.report.wording.kinds import noun
from relations.report.wording.sentences import capital
from relations.storage import dumps
from relations.storage.papers import DATA_NAME, SLIP_NAME, Slip

_JSON = "application/json"
_KICKERS = {
    Length.BRIEF: message("Country-pair brief"),
    Length.DOSSIER: message("Country-pair dossier"),
    Length.REGISTER: message("Country-pair register"),
}


@frozen(repr=False)
class Dossier:
    """A pair's paper: what it says is settled, how it looks is the renderer's."""

    pair: Pair = field(repr=False)
    document: Document = field(repr=False)
    page: Sheet = Sheet.A4

    def __repr__(self) -> str:
        return one_line(f"Dossier({self.pair.a.id}, {self.pair.b.id}: {self.document.kicker})")

    def _repr_html_(self) -> str:
        from relations.display.others import show_dossier

        return show_dossier(self)

    def to_pdf(self) -> bytes:
        """The dossier as a PDF file; the same data gives the same bytes."""
        from relations.report.pdf.render import render
        from relations.report.theme import SHEETS

        return render(self.document, SHEETS[self.page.value])

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the PDF to ``path``, wholly or not at all, and return the path.

        Raises:
            OSError: if the folder is missing or may not be written to.
        """
        file = Path(path)
        write_atomically(file, self.to_pdf())
        return file


def build(pair: Pair, options: Options | None = None) -> Dossier:
    """The dossier of a pair. Whatever the dataset holds is printed: narrow it down first.

    Raises:
        UnknownName: if a section is named that dossiers of this length do not have.
        BadOption: if the cut-off is later than the data.
    """
    wanted = options or Options()
    known = _as_known(pair, wanted)
    speech = Speech.of(wanted.language)
    names = Names.of(known.dataset, wanted.language, wanted.names)
    data = dumps(known.excerpt()).encode()
    slip = _slip(known, wanted, data)
    attachments = tuple(_attachments(data, slip, speech))

    def paper(room: Room, blocks: Callable[[Material], Iterator[Block]]) -> Document:
        references = _references(known, wanted, speech, names)
        material = Material(known, references, speech, names, wanted, room, slip.data)
        return _document(material, tuple(blocks(material)), attachments)

    return Dossier(known, composed(wanted, paper), wanted.page)


def _document(
    material: Material, blocks: tuple[Block, ...], attachments: tuple[Attachment, ...]
) -> Document:
    """The blocks with the title, the margins and what travels with them."""
    speech, edition, asked = material.speech, material.edition, material.options
    named = speech.say("edition {edition}", edition=edition.full_name)
    topics = {topic for record in material.pair.records for topic in record.topics}
    return Document(
        kicker=speech.say(_KICKERS[asked.length]),
        title=material.title,
        subtitle=_subtitle(material),
        own_names=_own_names(material),
        short_title=material.short_title,
        subject=", ".join(filter(None, (edition.title, named, _view(material)))),
        lang=speech.tag,
        date=edition.date,
        footer=_footer(material),
        data_hash=material.data_hash,
        blocks=tied_up(blocks),
        keywords=(*material.title, *sorted(topics)),
        attachments=attachments,
        marking=asked.tlp.marking if asked.tlp else None,
        classification=asked.marking,
        continued=speech.say("continued"),
        data=speech.say("Data"),
    )


def _slip(pair: Pair, options: Options, data: bytes) -> Slip:
    """What the paper says of itself, so that it can be held against the data later."""
    return Slip(
        pair=(pair.a.id, pair.b.id),
        predecessors=pair.predecessors,
        length=options.length.value,
        cutoff=options.cutoff.isoformat() if options.cutoff else None,
        public=options.public,
        data=hashlib.sha256(data).hexdigest(),
    )


def _attachments(data: bytes, slip: Slip, speech: Speech) -> Iterator[Attachment]:
    records = speech.say("The records and sources that this paper is made from")
    yield Attachment(DATA_NAME, data, _JSON, records)
    yield Attachment(SLIP_NAME, slip.dumps(), _JSON, speech.say("What this paper says of itself"))


def _references(pair: Pair, options: Options, speech: Speech, names: Names) -> References:
    """A book of references: whole for the register, of the weightiest sources for the others."""
    if options.length is Length.REGISTER:
        return References(pair.dataset, speech, names)
    return References(pair.dataset, speech, names, most=MOST_IN_ONE_PLACE, quotations=1)


def _as_known(pair: Pair, options: Options) -> Pair:
    """The pair as far as it may be shown, as it was known on the day of the cut-off.

    That day becomes the edition's date.
    """
    dataset = pair.dataset.public() if options.public else pair.dataset
    if options.cutoff is not None:
        dataset = _by(options.cutoff, dataset)
    if dataset is pair.dataset:
        return pair
    return dataset.pair(pair.a.id, pair.b.id, predecessors=pair.predecessors)


def _by(day: datetime.date, dataset: Dataset) -> Dataset:
    """What had been published by the end of a day that the data reach."""
    edition = dataset.edition
    if day > edition.date:
        raise BadOption(f"the cut-off {day} is later than the data, which end on {edition.date}")
    view = dataset.as_known_on(day)
    return attrs.evolve(view, edition=attrs.evolve(view.edition, date=day))


def _own_names(material: Material) -> tuple[tuple[str, str], ...]:
    """Each party's name in its own language, after that language; none if one has none."""
    pair, language = material.pair, material.speech.language
    found = [next(native_names(party, language), None) for party in (pair.a, pair.b)]
    names = tuple(name for name in found if name)
    return names if len(names) == len(found) else ()


def _subtitle(material: Material) -> str:
    """The parties' own names, and what the paper covers."""
    speech, edition = material.speech, material.edition
    own = " – ".join(name for _, name in _own_names(material))
    names = f"{own}. " if own else ""
    kinds = capital(speech.listed(noun(speech, kind).many for kind in RECORD_TYPES))
    known = speech.say("as known on {date}", date=day_words(speech, edition.date))
    return f"{names}{kinds}, {_view(material) or known}"


def _view(material: Material) -> str:
    """What was left out of the data; a view that somebody else made has words of its own."""
    cutoff, speech = material.options.cutoff, material.speech
    if cutoff is None:
        return material.edition.view or ""
    date = day_words(speech, cutoff)
    return speech.say("as known from what had been published by {date}", date=date)


def _footer(material: Material) -> str:
    edition, speech = material.edition, material.speech
    date = day_words(speech, edition.date)
    words = speech.say("Data of {date}, edition {edition}", date=date, edition=edition.full_name)
    view = _view(material)
    words += f", {view}" if view else ""
    if not _is_restricted(material.pair):
        return words
    return f"{speech.say('Contains restricted records.')} {words}"


def _is_restricted(pair: Pair) -> bool:
    """Whether anything printed is not for everybody."""
    secret = {one.id for one in pair.dataset.sources if one.release is Release.RESTRICTED}
    for record in pair.records:
        cited = tuple(record.all_citations())
        claims = (claim.release for claim in record.claims)
        if Release.RESTRICTED in (record.release, *claims, *(it.release for it in cited)):
            return True
        if not secret.isdisjoint(citation.source for citation in cited):
            return True
    return False
