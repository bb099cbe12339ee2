"""Other programs' opinion of what we write: PDF/UA-1, PDF/A-3a, qpdf, poppler."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import page as page_validation
import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from relations.report.blocks import Column, Marker, Paragraph, Row, Table, Text
from relations.report.document import Document
from relations.report.pdf.render import render
from relations.report.signs import Category, Fill
from relations.report.theme import A4, LETTER
from strategies.blocks import documents, sample_document

PROFILES = ("ua1", "3a")
# A paper takes long to make smaller, and the rule that is broken says enough.
_NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
SAMPLE = render(sample_document())


def faults(data: bytes, profile: str) -> list[str]:
    """The rules of a profile that a file breaks."""
    return sorted(
        {
            found.rule_id
            for found in page_validation.validate_pdf_bytes(data, profile=profile).failures
        }
    )


def run(*command: str, data: bytes, tmp_path: Path) -> str:
    """What a program says of a file; a test without the program is skipped."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    file = tmp_path / "paper.pdf"
    file.write_bytes(data)
    line = [part.replace("FILE", str(file)) for part in command]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout + done.stderr


# -- what conforms ---------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("theme", [A4, LETTER], ids=["A4", "Letter"])
def test_the_sample_conforms(theme: Any, profile: str) -> None:  # noqa: ANN401  # a theme
    """The sample passes every rule of PDF/UA-1 and of PDF/A-3a, on either sheet."""
    assert [] == faults(render(sample_document(), theme), profile)


@settings(
    max_examples=15, phases=_NO_SHRINKING, suppress_health_check=list(HealthCheck), deadline=None
)
@given(documents())
def test_any_document_conforms(document: Document) -> None:
    """Whatever blocks a document is made of, it passes every rule of both profiles."""
    data = render(document)

    assert [] == faults(data, "ua1") + faults(data, "3a")


def test_qpdf_finds_no_error(tmp_path: Path) -> None:
    """Qpdf reads the file's objects without a complaint."""
    assert "No syntax or stream encoding errors" in run(
        "qpdf", "--check", "FILE", data=SAMPLE, tmp_path=tmp_path
    )


def test_poppler_draws_every_page(tmp_path: Path) -> None:
    """Poppler draws the pages without a word of complaint."""
    out = run(
        "pdftoppm",
        "-r",
        "20",
        "-png",
        "FILE",
        str(tmp_path / "page"),
        data=SAMPLE,
        tmp_path=tmp_path,
    )

    assert "" == out
    assert len(PdfReader(io.BytesIO(SAMPLE)).pages) == len(list(tmp_path.glob("page-*.png")))


def test_the_structure_reads_in_order(tmp_path: Path) -> None:
    """Led by its structure, a reader meets title, figures, text, table and sources in order."""
    told = run("pdfinfo", "-struct-text", "FILE", data=SAMPLE, tmp_path=tmp_path)
    wanted = (
        "H1 (block)",
        '"Viet Nam Russian Federation"',
        '"6 in force, 1 not known"',
        "Reference (inline)",
        "H2 (block)",
        '"At a glance"',
        "/Scope /Row",
        '"Diplomatic relations"',
        "H3 (block)",
        "Caption",
        "THead",
        "/Scope /Column",
        "TBody",
        "Figure",
        '"Table 2. Transfers from the Russian Federation to Viet Nam, by year of order"',
        "Lbl (block)",
        "Note",
        "Quote",
    )
    at = -1
    for each in wanted:
        at = told.find(each, at + 1)
        assert at >= 0, f"{each} does not come after what stands before it"


def test_running_matter_is_read_to_nobody(tmp_path: Path) -> None:
    """Page numbers, repeated heads and captions are ornaments, not content."""
    rows = tuple(Row((((Text(f"row {at}"),),),)) for at in range(120))
    document = evolve(
        sample_document(), blocks=(Table("CAPTION", (Column("HEAD", 1),), rows),), footer="FOOT"
    )
    told = run("pdfinfo", "-struct-text", "FILE", data=render(document), tmp_path=tmp_path)

    assert (1, 1, 0) == tuple(told.count(word) for word in ("CAPTION", "HEAD", "FOOT"))
    assert 1 == told.count("THead")
    assert 120 == told.count('"row ')


# -- what does not ---------------------------------------------------------------------------------


def elements(root: Any) -> Iterator[Any]:  # noqa: ANN401  # pypdf's objects
    """Every structure element below one."""
    kids = [kid.get_object() for kid in root.get("/K", ())]
    for kid in kids:
        if isinstance(kid, dict) and "/S" in kid:
            yield kid
            yield from elements(kid)


def without(role: str, key: str) -> Callable[[PdfWriter], None]:
    """Take an entry from every element of a role."""

    def change(writer: PdfWriter) -> None:
        for element in elements(writer.root_object["/StructTreeRoot"]):
            if element["/S"] == role:
                del element[key]

    return change


def renamed(role: str, name: str) -> Callable[[PdfWriter], None]:
    """Give the elements of one role another."""

    def change(writer: PdfWriter) -> None:
        for element in elements(writer.root_object["/StructTreeRoot"]):
            if element["/S"] == role:
                element[NameObject("/S")] = NameObject(name)

    return change


def without_root(key: str) -> Callable[[PdfWriter], None]:
    """Take an entry from the catalog."""
    return lambda writer: writer.root_object.__delitem__(key)


def without_on_pages(key: str) -> Callable[[PdfWriter], None]:
    """Take an entry from every page."""

    def change(writer: PdfWriter) -> None:
        for each in writer.pages:
            del each[key]

    return change


def without_on_links(key: str) -> Callable[[PdfWriter], None]:
    """Take an entry from every link."""

    def change(writer: PdfWriter) -> None:
        for each in writer.pages:
            for annotation in each.get("/Annots", ()):
                del annotation.get_object()[key]

    return change


def unchanged(_: PdfWriter) -> None:
    """Take nothing."""


def without_parent_tree(writer: PdfWriter) -> None:
    """Take away the way from content to its element."""
    del writer.root_object["/StructTreeRoot"]["/ParentTree"]  # type: ignore[attr-defined]  # pypdf's objects


def with_content_beside(writer: PdfWriter) -> None:
    """Draw a word that belongs to no element."""
    first = writer.pages[0]
    stream = DecodedStreamObject()
    stream.set_data(first["/Contents"].get_data() + b" BT /F0 9 Tf 9 9 Td <0022> Tj ET")  # type: ignore[attr-defined]  # the same
    first[NameObject("/Contents")] = writer._add_object(stream)


def broken(change: Callable[[PdfWriter], None]) -> bytes:
    """The sample with something taken from it."""
    writer = PdfWriter(clone_from=io.BytesIO(render(_with_a_sign())))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _with_a_sign() -> Document:
    sign = Marker(Category.AGREEMENT, Fill.FULL, "an agreement in force")
    document = sample_document()
    return evolve(document, blocks=(*document.blocks, Paragraph((sign, Text(" words")))))


def test_a_copy_conforms() -> None:
    """A copy from which nothing was taken passes, so that what fails below fails for its reason."""
    assert [] == faults(broken(unchanged), "ua1")


@pytest.mark.parametrize(
    "change",
    [
        with_content_beside,
        without_root("/Lang"),
        without_root("/ViewerPreferences"),
        without_root("/Metadata"),
        without("/Figure", "/Alt"),
        without("/TH", "/A"),
        without("/Note", "/ID"),
        renamed("/H2", "/H5"),
        renamed("/TD", "/P"),
        without_on_links("/Contents"),
        without_on_links("/StructParent"),
        without_parent_tree,
        without_on_pages("/Tabs"),
    ],
    ids=[
        *("content beside", "no Lang", "no DisplayDocTitle", "no Metadata", "no Alt", "no Scope"),
        *("no ID", "H2 is H5", "TD is P", "no Contents", "no StructParent", "no ParentTree"),
        "no Tabs",
    ],
)
def test_what_lacks_something_is_rejected(change: Callable[[PdfWriter], None]) -> None:
    """The same judge rejects the sample with any part of its structure broken."""
    assert faults(broken(change), "ua1")


@pytest.mark.parametrize("key", ["/OutputIntents", "/Metadata", "/MarkInfo"])
def test_what_cannot_be_kept_is_rejected(key: str) -> None:
    """The judge of PDF/A rejects the sample without its colours, metadata or mark."""
    assert faults(broken(without_root(key)), "3a")
