"""The data are held to the documents that they were read from."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import relations
from founding import FOUNDING
from relations import storage
from relations.checks import problems
from relations.errors import Severity
from relations.model.references import references
from relations.model.source import Citation


def _texts(folder: Path) -> dict[str, str]:
    """The saved texts of the founding documents by digest, each with single spaces."""
    files = sorted(folder.glob("*.txt"))
    return {
        f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}": _spaced(file.read_text())
        for file in files
    }


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _citations() -> list[Citation]:
    """Every citation in the shipped data, of records, parties, people and places alike."""
    dataset = relations.load()
    owners = (*dataset.parties, *dataset.persons, *dataset.places, *dataset.records)
    found: list[Citation] = []

    def gather(value: object) -> None:
        if isinstance(value, Citation):
            found.append(value)
        elif isinstance(value, tuple):
            for item in value:
                gather(item)
        elif hasattr(value, "__attrs_attrs__"):
            for attribute in type(value).__attrs_attrs__:
                gather(getattr(value, attribute.name))

    for owner in owners:
        gather(owner)
    return found


@pytest.mark.parametrize("identifier", FOUNDING)
def test_every_quotation_is_found_in_its_document(identifier: str, shared_seeds: Path) -> None:
    """Each quotation from a founding document stands in its saved text, word for word."""
    source = relations.load().source(identifier)
    assert source.digest is not None
    text = _texts(shared_seeds)[source.digest]
    quotes = [entry.quote for entry in _citations() if entry.source == identifier]
    assert quotes
    assert [] == [quote for quote in quotes if _spaced(quote) not in text]


@pytest.mark.parametrize(
    ("identifier", "words"),
    [
        ("humannationalityvn-2014-10-09", "Japan and ASEAN have agreed to promote bilateral"),
        ("humannationalityvn-2014-10-09", "Japan is looking to help build the capacity"),
        ("navy-recognition-2020-02", "Vasily Bykov"),
        ("navy-recognition-2020-02", "cookies"),
    ],
)
def test_comments_captions_and_site_furniture_are_no_facts(identifier: str, words: str) -> None:
    """No quotation comes from a reader's comment, a caption or the site's own notices."""
    quotes = [entry.quote for entry in _citations() if entry.source == identifier]
    assert [] == [quote for quote in quotes if words in quote]


@pytest.mark.parametrize("identifier", FOUNDING)
def test_the_date_of_each_founding_document_is_derived(identifier: str) -> None:
    """A founding document says when it appeared, and how that was worked out."""
    source = relations.load().source(identifier)
    assert source.date is not None
    assert source.date_derivation


def test_every_source_is_cited() -> None:
    """No source stands in the data without a citation."""
    dataset = relations.load()
    owners = (*dataset.parties, *dataset.persons, *dataset.places, *dataset.records)
    cited = {ref.identifier for owner in owners for ref in references(owner)}
    assert set() == {source.id for source in dataset.sources} - cited


def test_the_shipped_file_is_canonical() -> None:
    """Loading the shipped file and writing it again gives the same bytes."""
    path = storage.shipped_path()
    assert path.read_text(encoding="utf-8") == storage.dumps(relations.load())


def test_the_shipped_file_has_no_errors() -> None:
    """Every check passes on the shipped file without an error."""
    found = problems(relations.load())
    assert [] == [problem for problem in found if problem.severity is Severity.ERROR]


def test_the_seat_of_asean_and_the_summit_it_leads() -> None:
    """ASEAN sits in Jakarta and leads the East Asia Summit."""
    dataset = relations.load()
    bodies = {body.id: body for body in dataset.organisations}
    assert ("jakarta", "ASEAN") == (bodies["ASEAN"].seat, bodies["EAS"].parent)
