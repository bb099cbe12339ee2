from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from relations.report.blocks import Cite, Paragraph, Reference, ReferenceList, Text
from relations.report.pdf import words
from relations.report.pdf.lines import Line, Shape, set_runs, set_text
from relations.report.pdf.render import render
from relations.report.pdf.setter import Setter
from relations.report.pdf.tags import Node
from relations.report.theme import HOUSE
from strategies.blocks import sample_document

BODY = HOUSE.scale.body
SENTENCES = st.text("ab -/é", max_size=40)


def looks(lines: tuple[Line, ...]) -> list[tuple[str, float, float]]:
    """The words of each line, where it begins, and how wide it runs."""
    return [
        (
            "".join(piece.text for piece in line.pieces),
            round(line.x, 6),
            round(sum(piece.width for piece in line.pieces), 6),
        )
        for line in lines
    ]


@contextmanager
def without_rubbish_search() -> Iterator[None]:
    """Nobody looks for circles within."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def test_known_words_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A paper is the same whether its words are known or always forgotten."""
    render(sample_document())
    known = render(sample_document())
    for limit in ("_CUTS_AT_MOST", "_TOKENS_AT_MOST", "_TEXTS_AT_MOST", "_LONGEST_TEXT"):
        monkeypatch.setattr(words, limit, 1)
    words._CUTS.clear()

    assert known == render(sample_document())


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many texts and sizes are met, no more are kept than the limits say."""
    words._CUTS.clear()
    monkeypatch.setattr(words, "_CUTS_AT_MOST", 3)
    monkeypatch.setattr(words, "_TEXTS_AT_MOST", 5)
    monkeypatch.setattr(words, "_TOKENS_AT_MOST", 7)
    for size in range(1, 10):
        type_ = evolve(BODY, size=size)
        for number in range(20):
            set_text(f"word {number}", Shape(type_, 200), Setter(HOUSE))

    assert 3 >= len(words._CUTS)
    assert 5 >= max(len(cut.texts) for cut in words._CUTS.values())
    assert 7 >= max(len(cut._tokens) for cut in words._CUTS.values())


def test_long_texts_are_not_kept() -> None:
    """A text of thousands of characters is set from its words, and not kept as a whole."""
    words._CUTS.clear()
    set_text("word " * 500, Shape(BODY, 200), Setter(HOUSE))

    assert [0] == [len(cut.texts) for cut in words._CUTS.values()]


@given(SENTENCES, SENTENCES, st.booleans())
def test_runs_of_one_style_are_one_text(left: str, right: str, narrow: bool) -> None:
    """A text in two runs of one style is set as the same text in one."""
    setter, shape = Setter(HOUSE), Shape(BODY, 40 if narrow else 4_000, right=True)
    style = setter.style(BODY)
    if not left.endswith(" ") and right[:1] not in ("", " "):
        right = f" {right}"  # or letters would be kerned across the seam

    assert looks(set_runs([(left + right, style)], shape, setter)) == looks(
        set_runs([(left, style), (right, style)], shape, setter)
    )


def test_finished_papers_leave_nothing() -> None:
    """The elements of a paper go when it is written, without a search for circles."""
    source = Reference(number=1, content=(Text("A source."),), quotations=())
    cited = Paragraph((Text("A sentence."), Cite((1,))))
    document = evolve(sample_document(), blocks=(cited, ReferenceList((source,))))
    gc.collect()
    before = sum(isinstance(held, Node) for held in gc.get_objects())
    with without_rubbish_search():
        render(document)
        after = sum(isinstance(held, Node) for held in gc.get_objects())

    assert before == after
