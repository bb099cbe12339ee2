from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any, Unpack

import pytest

from builders import dated, record, world
from relations.errors import BadOption, UnknownName
from relations.model.meeting import Meeting
from relations.model.source import Release
from relations.report.blocks import Heading
from relations.report.document import Document
from relations.report.options import Asked, Length, Options, Sheet, Tlp
from relations.storage import load, save


def document(**asked: Unpack[Asked]) -> Document:
    """The dossier of Viet Nam and Russia as it is asked for."""
    met = record(Meeting, "met", ("VNM", "RUS"), date=dated("2018"))
    return world(met).pair("VNM", "RUS").dossier(**asked).document


def sections(paper: Document) -> list[str]:
    """The anchors of the sections."""
    return [b.anchor for b in paper.blocks if isinstance(b, Heading) and b.level == 1]


def test_words_stand_for_what_they_name() -> None:
    """Options are asked for by word, as on the command line."""
    options = Options(length="brief", page="letter", tlp="AMBER+STRICT", cutoff="2021-12-31")
    assert (Length.BRIEF, Sheet.LETTER) == (options.length, options.page)
    assert (Tlp.AMBER_STRICT, datetime.date(2021, 12, 31)) == (options.tlp, options.cutoff)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"length": "breif"}, "use one of brief, dossier, register; did you mean 'brief'?"),
        ({"page": "a5"}, "use one of a4, letter"),
        ({"tlp": "white"}, "use one of red, amber+strict, amber, green, clear"),
        ({"language": "fra"}, "there are en, fr"),
    ],
)
def test_another_word_is_refused_with_those_allowed(asked: dict[str, Any], said: str) -> None:
    """A word that stands for nothing is an error that names what there is."""
    with pytest.raises(UnknownName) as error:
        Options(**asked)
    assert said in str(error.value)


def test_an_unknown_section_is_refused_with_the_nearest() -> None:
    """A section is asked for by its name."""
    with pytest.raises(UnknownName, match="did you mean 'meetings'"):
        document(sections="meeting")


@pytest.mark.parametrize("marking", ["x" * 61, "TOP\nSECRET", "a\x00b"])
def test_a_marking_is_one_line(marking: str) -> None:
    """What would not stand on one line is refused."""
    with pytest.raises(BadOption, match="a marking is one line of at most 60 letters"):
        Options(marking=marking)


@pytest.mark.parametrize("cutoff", ["2021", "yesterday", "2021-13-01"])
def test_a_cut_off_is_a_day(cutoff: str) -> None:
    """A cut-off that is no day is refused with an example."""
    with pytest.raises(BadOption, match="write it as in 2021-12-31"):
        Options(cutoff=cutoff)


def test_a_cut_off_lies_within_the_data() -> None:
    """Nobody can say what was known later than the data."""
    with pytest.raises(BadOption, match="is later than the data, which end on 2026-06-30"):
        document(cutoff="2026-07-01")


def test_a_cut_off_is_the_date_of_the_paper() -> None:
    """What was published later is left out, and the paper is dated by the cut-off."""
    paper = document(cutoff="2021-07-05")
    assert datetime.date(2021, 7, 5) == paper.date
    assert "section-meetings" not in sections(paper)
    assert "section-meetings" in sections(document(cutoff="2021-07-06"))


def test_sections_stand_in_the_order_asked_for() -> None:
    """Those that are named stand between page one and the references."""
    asked = ["section-coverage", "section-meetings"]
    paper = (
        world(record(Meeting, "met", ("VNM", "RUS")))
        .pair("VNM", "RUS")
        .dossier(sections=("coverage", "meetings", "coverage"))
    )
    found = sections(paper.document)
    assert asked == [anchor for anchor in found if anchor in asked]
    assert "section-timeline" not in found
    assert {"section-references", "section-imprint"} <= set(found)


def test_a_public_dossier_leaves_out_what_is_restricted() -> None:
    """What is not for everybody is in no part of a public paper."""
    secret = record(Meeting, "secret", ("VNM", "RUS"), release=Release.RESTRICTED)
    pair = world(secret).pair("VNM", "RUS")
    assert b'"secret"' in pair.dossier().document.attachments[0].content
    paper = pair.dossier(public=True).document
    assert "section-meetings" not in sections(paper)
    assert b'"secret"' not in paper.attachments[0].content


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("red", "TLP:RED"),
        ("amber", "TLP:AMBER"),
        ("amber+strict", "TLP:AMBER+STRICT"),
        ("green", "TLP:GREEN"),
        ("clear", "TLP:CLEAR"),
    ],
)
def test_a_tlp_label_is_printed_to_the_letter(word: str, label: str) -> None:
    """A label has no space, and its colour stands on black."""
    marking = document(tlp=word).marking
    assert marking is not None
    assert (label, "#000000") == (marking.text, marking.ground)


def test_an_older_dataset_may_be_a_file(tmp_path: Path) -> None:
    """What to compare with is given as a dataset or as the file it is in."""
    file = tmp_path / "old.json"
    save(world(), file)
    assert load(file) == Options(since=file).since
