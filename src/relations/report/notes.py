"""How a source is described: in full, shorter for a dossier, and in a line for a brief.

The order is that of a note: publisher, title, date, address, archive, then what kind of source it
is, and on whose side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from relations.model.dates import Dating, EdtfDate
from relations.model.source import Source
from relations.report.blocks import Cite, Content, Inline, Link, Text, Tone
from relations.report.speech import Speech
from relations.report.wording.dates import date_words, dating_words
from relations.report.wording.scripts import in_print
from relations.report.wording.sentences import capital
from relations.report.wording.terms import term


@frozen
class Said:
    """What goes without saying in a list: nothing, in full.

    In short, an address stands as a reader types it, and left out are what a date was worked out
    from, the terms, the note, a headline that nobody saw, and what the list gives once for all:
    the ``language`` and the day of retrieval, ``retrieved``, of most of its sources.
    """

    in_full: bool = True
    language: str = ""
    retrieved: EdtfDate | None = None


def note(speech: Speech, source: Source, side: str, kin: Cite, said: Said) -> Content:
    """What is known of a source.

    ``side`` is whose it is, ``kin`` the sources here that descend from the same text or agency.
    """
    return tuple(_joined(_parts(speech, source, side, kin, said)))


def line(speech: Speech, source: Source) -> Content:
    """Publisher, date and address."""
    publisher = in_print(speech, source.publisher, source.language)
    content: Content = (
        Text(publisher, Tone.STRONG),
        Text(f", {dating_words(speech, source.date)}"),
    )
    if source.address:
        content = (*content, Text(", "), Link(as_typed(source.address), source.address))
    return content


def as_typed(address: str) -> str:
    """An address as a reader of paper types it: whole, without what a browser adds of itself."""
    return address.removeprefix("https://").removeprefix("http://") or address


def _parts(
    speech: Speech, source: Source, side: str, kin: Cite, said: Said
) -> Iterator[tuple[Inline, ...]]:
    show = str if said.in_full else as_typed
    publisher = Text(in_print(speech, source.publisher, source.language), Tone.STRONG)
    title = tuple(_title(speech, source, said))
    yield (publisher, Text(", "), *title) if title else (publisher,)
    yield (Text(_plainly(speech, source, said)),)
    if source.address:
        yield (Link(show(source.address), source.address),)
    if source.archived_address:
        archived = Link(show(source.archived_address), source.archived_address)
        yield speech.compose("Archived at {address}", address=archived)
    if source.retrieved and source.retrieved != said.retrieved:
        retrieved = date_words(speech, source.retrieved)
        yield (Text(speech.say("Retrieved {date}", date=retrieved)),)
    yield (Text(capital(f"{term(speech, source.source_class)}, {side}"), Tone.MUTED),)
    if kin.numbers:
        yield Text(speech.say("Of one origin with "), Tone.MUTED), kin
    for words in filter(None, (source.terms, source.note) if said.in_full else ()):
        yield (Text(words.rstrip("."), Tone.MUTED),)


def _title(speech: Speech, source: Source, said: Said) -> Iterator[Inline]:
    """The title between quotation marks; a word on a title that nobody saw stands without."""
    title = in_print(speech, source.title, source.language)
    is_remark = title.startswith("(") and title.endswith(")")
    if is_remark and not said.in_full:
        return
    as_it_stands = title == source.title and not is_remark
    yield Text(speech.quoted(title) if as_it_stands else title, lang=source.language)
    if source.title_translated:
        yield Text(f" [{source.title_translated}]")


def _plainly(speech: Speech, source: Source, said: Said) -> str:
    """Author, date and language."""
    date = _date(speech, source.date, source.date_derivation if said.in_full else None)
    language = speech.language_name(source.language)
    goes_unsaid = source.language == said.language
    author = in_print(speech, source.author, source.language) if source.author else ""
    if author and goes_unsaid:
        return speech.say("By {author}, {date}", author=author, date=date)
    if author:
        return speech.say(
            "By {author}, {date}, in {language}", author=author, date=date, language=language
        )
    if goes_unsaid:
        return capital(date)
    return capital(speech.say("{date}, in {language}", date=date, language=language))


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
