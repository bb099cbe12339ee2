"""Saved copies and addresses of sources, held against the quotations. Nothing is written.

A copy is a file in a folder: it bears the identifier of its source (``tass-2018-01-23.html``), or
has the hash that the source gives. Where it is read does not matter here: what fetches a page is
handed in, and without it no address is looked at.
"""

from __future__ import annotations

import enum
import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

import attrs
from attrs import frozen

from relations.dataset import Dataset
from relations.model.source import Citation, Source

READABLE: Final = frozenset({".txt", ".md", ".html", ".htm", ".xml"})
"""The endings of copies in which words can be looked for."""

_MARKUP: Final = frozenset({".html", ".htm", ".xml"})
_UNSAID: Final = frozenset({"script", "style", "template", "noscript"})
_ELLIPSIS: Final = re.compile(r"\s*(?:\[?…\]?|\[?\.\.\.\]?)\s*")
_LIKE: Final = str.maketrans(
    {
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("‘’‚′`", "'"),
        **dict.fromkeys("‐‑‒–—", "-"),
        "\u00ad": None,
    }
)


class Reached(enum.Enum):
    """What became of asking for an address."""

    LIVE = "live"
    MOVED = "moved"
    GONE = "gone"
    REFUSED = "refused"  # by us: another scheme, another network, too large, too slow


@frozen(kw_only=True)
class Page:
    """What was found at an address, as text if it could be read; ``why`` says what went wrong."""

    reached: Reached
    address: str
    text: str | None = None
    why: str = ""


Fetch = Callable[[str], Page]
"""Gets the page at an address; raises nothing."""


@frozen(kw_only=True)
class Look:
    """What was found out about one source.

    ``copy`` is its saved copy, ``digest`` the hash of that, ``differs`` whether the source gives
    another. ``missing`` are quotations that the copy does not hold, and ``None`` where there is no
    copy whose words can be read. ``page`` is what is at its address now, and ``missing_there`` the
    quotations that are not in it; both are ``None`` where no address was asked for.
    """

    source: Source
    quotes: tuple[str, ...]
    copy: Path | None = None
    digest: str | None = None
    missing: tuple[str, ...] | None = None
    page: Page | None = None
    missing_there: tuple[str, ...] | None = None

    @property
    def differs(self) -> bool:
        """Whether the copy is not the one that the source has the hash of."""
        return None not in (self.digest, self.source.digest) and self.digest != self.source.digest

    @property
    def is_borne_out(self) -> bool:
        """Whether a copy holds every quotation."""
        return self.missing == () and bool(self.quotes)


def look(
    dataset: Dataset, folder: Path | None = None, fetch: Fetch | None = None
) -> tuple[Look, ...]:
    """Each source with what its copy and, if ``fetch`` is given, its address say.

    Args:
        dataset: Whose sources.
        folder: Where saved copies are; none are looked at without it.
        fetch: What gets a page; no address is asked for without it.

    Raises:
        OSError: if a copy cannot be read.
    """
    quotes = _quotes(dataset)
    copies = _copies(dataset, folder) if folder is not None else {}
    return tuple(
        _looked(source, quotes.get(source.id, ()), copies.get(source.id), fetch)
        for source in dataset.sources
    )


def _looked(
    source: Source, quotes: tuple[str, ...], copy: Path | None, fetch: Fetch | None
) -> Look:
    found = Look(source=source, quotes=quotes, copy=copy)
    if copy is not None:
        found = attrs.evolve(found, digest=_digest(copy), missing=_missing_in(copy, quotes))
    if fetch is not None and source.address is not None:
        page = fetch(source.address)
        there = None if page.text is None else missing(quotes, page.text)
        found = attrs.evolve(found, page=page, missing_there=there)
    return found


def _quotes(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """Every quotation by its source, each once."""
    found: dict[str, dict[str, None]] = {}
    for owner in dataset.owners():
        for citation in _citations(owner):
            found.setdefault(citation.source, {})[citation.quote] = None
    return {source: tuple(quotes) for source, quotes in found.items()}


def _citations(value: Any) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _citations(item)
    elif attrs.has(type(value)):
        for attribute in attrs.fields(type(value)):
            yield from _citations(getattr(value, attribute.name))


# -- copies --------------------------------------------------------------------------------------


def _copies(dataset: Dataset, folder: Path) -> Mapping[str, Path]:
    """The copy of each source that has one: by its name, or else by its hash."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    named = {path.stem: path for path in files}
    wanted = {source.digest for source in dataset.sources if source.digest is not None}
    hashed = {_digest(path): path for path in files} if wanted else {}
    found = (
        (source.id, named.get(source.id) or hashed.get(source.digest or ""))
        for source in dataset.sources
    )
    return {source: path for source, path in found if path is not None}


def _digest(path: Path) -> str:
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def _missing_in(copy: Path, quotes: tuple[str, ...]) -> tuple[str, ...] | None:
    if copy.suffix.lower() not in READABLE:
        return None
    text = copy.read_bytes().decode(errors="replace")
    return missing(quotes, words_of(text) if copy.suffix.lower() in _MARKUP else text)


# -- words ---------------------------------------------------------------------------------------


def missing(quotes: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The quotations that a text does not hold; spaces, and the form of quotes and dashes, aside.

    Where a quotation leaves words out with an ellipsis, its parts have to follow one another.
    """
    whole = _plain(text)
    return tuple(quote for quote in quotes if not _holds(whole, quote))


def _holds(whole: str, quote: str) -> bool:
    at = 0
    for part in filter(None, (_plain(part) for part in _ELLIPSIS.split(quote))):
        found = whole.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text.translate(_LIKE)).split())


def words_of(markup: str) -> str:
    """The words of a page in HTML, without what is not shown."""
    reader = _Words()
    reader.feed(markup)
    reader.close()
    return "".join(reader.words)


class _Words(HTMLParser):
    """Gathers what a page shows; tags part words unless they stand within one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unsaid = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that opens a block parts words; what a script holds is not said."""
        self._unsaid += tag in _UNSAID
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        """The end of a block parts words too."""
        self._unsaid -= tag in _UNSAID and self._unsaid > 0
        self._part(tag)

    def handle_data(self, data: str) -> None:
        """What is shown."""
        if not self._unsaid:
            self.words.append(data)

    def _part(self, tag: str) -> None:
        if tag not in {"a", "b", "i", "em", "strong", "span", "u", "sup", "sub", "font", "mark"}:
            self.words.append(" ")
