from __future__ import annotations

import contextlib
import hashlib
import zlib
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import dated, record, state, world
from papers import carried, document, paper
from relations.dataset import Dataset
from relations.errors import DataError
from relations.model.agreement import Agreement
from relations.model.meeting import Meeting
from relations.model.source import Release
from relations.model.status import Status
from relations.report.build import build
from relations.report.options import Options
from relations.storage import digest, load
from relations.storage.papers import data_within, enclosed
from relations.storage.reading import LARGEST
from relations.verification import Verification, verify

MET = record(Meeting, "met", ("VNM", "RUS"), date=dated("2018"))


def file(folder: Path, content: bytes) -> Path:
    """A file with a content."""
    path = folder / "paper.pdf"
    path.write_bytes(content)
    return path


def held(folder: Path, made: Dataset, today: Dataset, **asked: object) -> Verification:
    """A paper of Viet Nam and Russia from one dataset, held against another."""
    options = Options(**asked)  # type: ignore[arg-type]  # words
    return verify(file(folder, paper(made.pair("VNM", "RUS"), options)), today)


# -- what travels --------------------------------------------------------------------------------


def test_the_data_travel_with_the_paper(tmp_path: Path) -> None:
    """A paper can be loaded as the data file that it was made from."""
    pair = world(MET).pair("VNM", "RUS")
    loaded = load(file(tmp_path, paper(pair)))
    assert ("met",) == loaded.records.ids
    assert document(pair).data_hash == digest(loaded)


def test_a_paper_made_from_a_paper_is_the_same(tmp_path: Path) -> None:
    """What travels is enough to make the same paper again."""
    pair = world(MET, record(Meeting, "other", ("LAO", "RUS"))).pair("VNM", "RUS")
    again = load(file(tmp_path, paper(pair))).pair("VNM", "RUS")
    assert document(pair) == document(again)


def test_of_several_data_the_last_count(tmp_path: Path) -> None:
    """A file that was amended holds its newest data last."""
    first, second = (paper(world(*records).pair("VNM", "RUS")) for records in ((), (MET,)))
    assert ("met",) == load(file(tmp_path, first + second)).records.ids


def test_a_file_that_is_not_squeezed_is_read_too(tmp_path: Path) -> None:
    """Whatever wrote the PDF again may have left its files as they are."""
    files = [held.content for held in document(world(MET).pair("VNM", "RUS")).attachments]
    assert ("met",) == load(file(tmp_path, carried(files, squeezed=False))).records.ids


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7\n", carried([b"{}"]), carried([b"not json"]), b"%PDF-1.7\n/Type /EmbeddedFile"],
)
def test_a_pdf_without_data_is_refused(tmp_path: Path, content: bytes) -> None:
    """A PDF that is none of ours is an error that says which are."""
    with pytest.raises(DataError, match="only a PDF that this library has made"):
        load(file(tmp_path, content))


def test_a_file_is_never_inflated_beyond_the_bound() -> None:
    """Few bytes that swell to many are passed over as no data."""
    bomb = b'{"format": 1, "x": "' + b"a" * 1_000_000
    with pytest.raises(DataError):
        data_within(carried([bomb]), "bomb.pdf", 10_000)


@given(st.binary(max_size=400), st.integers(0, 300))
def test_a_spoilt_paper_gives_data_or_an_error(noise: bytes, at: int) -> None:
    """Whatever is done to a file, it holds data or is refused, and nothing else happens."""
    whole = carried([b'{"format": 1}', b'{"paper": 1}'])
    spoilt = whole[:at] + noise + whole[at + len(noise) :]
    with contextlib.suppress(DataError):
        assert data_within(b"%PDF-" + spoilt, "spoilt.pdf", LARGEST).lstrip().startswith(b"{")


@pytest.mark.parametrize(
    "slip",
    [
        b'{"paper": 1}',
        b'{"paper": 1, "pair": ["a"], "length": 1, "data": ""}',
        b'{"paper": [',
        b'{"paper": 1, "pair": ["A", "B"], "length": "brief", "data": "", "cutoff": "x"}',
    ],
)
def test_a_slip_that_cannot_be_read_is_refused(slip: bytes) -> None:
    """What a paper says of itself is checked before it is believed."""
    with pytest.raises(DataError, match="cannot be read"):
        enclosed(carried([b'{"format": 1}', slip]), "paper.pdf", LARGEST)


# -- against the data ----------------------------------------------------------------------------


def test_a_paper_matches_the_data_it_is_from(tmp_path: Path) -> None:
    """Nothing has changed, so nothing is told."""
    found = held(tmp_path, world(MET), world(MET))
    assert found.is_intact
    assert found.matches


def test_what_has_changed_since_is_told(tmp_path: Path) -> None:
    """A record that was revised and one that is new are told with the field."""
    later = attrs.evolve(MET, date=dated("2018-07"))
    made = record(Agreement, "made", ("VNM", "RUS"), history=(state(Status.SIGNED, "2014"),))
    found = held(tmp_path, world(MET), world(later, made))
    assert not found.matches
    assert ["made"] == [change.id for change in found.comparison.added]
    (revised,) = found.comparison.revised
    assert ("met", ["date"]) == (revised.id, [field.field for field in revised.fields])


def test_what_does_not_bear_on_the_pair_changes_nothing(tmp_path: Path) -> None:
    """A record of another pair leaves the paper as good as it was."""
    assert held(tmp_path, world(MET), world(MET, record(Meeting, "x", ("LAO", "SUN")))).matches


@pytest.mark.parametrize("length", ["brief", "dossier", "register"])
def test_a_printed_paper_carries_its_data(tmp_path: Path, length: str) -> None:
    """What was printed can be loaded and verified, and printed again to the same bytes."""
    dataset = world(MET)
    printed = build(dataset.pair("VNM", "RUS"), Options(length=length)).to_pdf()
    path = file(tmp_path, printed)
    assert verify(path, dataset).matches
    assert printed == build(load(path).pair("VNM", "RUS"), Options(length=length)).to_pdf()


def test_the_foot_prints_the_hash_of_what_travels() -> None:
    """The hash on the page is that of the data in the file, and that of the pair's excerpt."""
    pair = world(MET).pair("VNM", "RUS")
    paper = document(pair)
    travelling = paper.attachments[0].content
    assert paper.data_hash == hashlib.sha256(travelling).hexdigest() == digest(pair.excerpt())


def test_what_leads_out_of_the_pair_changes_nothing(tmp_path: Path) -> None:
    """A record that refers to one of another pair is held against itself without that."""
    other = record(Meeting, "other", ("LAO", "SUN"))
    related = attrs.evolve(MET, related=("other",))
    assert held(tmp_path, world(related, other), world(related, other)).matches


@pytest.mark.parametrize(("a", "b"), [("VNM", "RUS"), ("LAO", "JPN")])
def test_a_paper_of_the_shipped_data_matches_them(tmp_path: Path, a: str, b: str) -> None:
    """What comes with the library bears out what is printed from it."""
    shipped = load()
    assert verify(file(tmp_path, paper(shipped.pair(a, b))), shipped).matches


def test_a_cut_off_paper_is_held_against_what_was_known_then(tmp_path: Path) -> None:
    """What was published later does not make an older view wrong."""
    assert held(tmp_path, world(MET), world(MET), cutoff="2021-07-05").matches


def test_a_public_paper_is_held_against_what_is_public(tmp_path: Path) -> None:
    """What is restricted was left out on purpose, and is not told as new."""
    secret = record(Meeting, "secret", ("VNM", "RUS"), release=Release.RESTRICTED)
    assert held(tmp_path, world(MET, secret), world(MET, secret), public=True).matches


def test_data_that_were_exchanged_are_seen(tmp_path: Path) -> None:
    """A paper whose data are not those of its slip is not intact."""
    data, slip = document(world(MET).pair("VNM", "RUS")).attachments
    changed = data.content.replace(b'"2018"', b'"2019"')
    found = verify(file(tmp_path, carried([changed, slip.content])), world(MET))
    assert not found.is_intact
    assert not found.matches


def test_data_that_stand_today_do_not_make_a_forged_paper_good(tmp_path: Path) -> None:
    """A paper whose data were replaced by today's is still none that it was made from."""
    today = world(attrs.evolve(MET, date=dated("2018-07")))
    _, slip = document(world(MET).pair("VNM", "RUS")).attachments
    data, _ = document(today.pair("VNM", "RUS")).attachments
    found = verify(file(tmp_path, carried([data.content, slip.content])), today)
    assert () == found.comparison.changes
    assert not found.matches


def test_a_data_file_is_no_paper(tmp_path: Path) -> None:
    """JSON of ours is not taken for a paper."""
    path = tmp_path / "data.json"
    path.write_bytes(document(world(MET).pair("VNM", "RUS")).attachments[0].content)
    with pytest.raises(DataError, match="it is no paper of ours"):
        verify(path, world(MET))


def test_squeezed_bytes_are_left_alone() -> None:
    """An embedded file of another kind is passed over."""
    image = zlib.compress(b"\x89PNG")
    content = carried([image, b'{"format": 1}'])
    assert b'{"format": 1}' == data_within(content, "paper.pdf", LARGEST)
