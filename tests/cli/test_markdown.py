from __future__ import annotations

import pytest

from relations.checks.pages import codes, explanation
from relations.cli.markdown import show_page


class Shown:
    """A terminal that a page is shown on."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, page: str) -> list[str]:
        """The lines of a page."""
        show_page(page, "docs/reference/checks")
        return self._capsys.readouterr().out.splitlines()


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shown:
    """The lines of a page of ``docs/reference/checks`` on a terminal of 40 columns."""
    monkeypatch.setenv("COLUMNS", "40")
    return Shown(capsys)


def test_a_title_has_no_marks(shown: Shown) -> None:
    """The title opens the page, without number signs and quotation marks."""
    assert ["bad-date"] == shown("# `bad-date`\n")


def test_a_title_keeps_an_apostrophe(shown: Shown) -> None:
    """Whose something is stays told."""
    assert ["The state's end"] == shown("# The `state`'s end\n")


def test_a_lower_title_has_an_empty_line_before_it(shown: Shown) -> None:
    """A title further down opens a part."""
    assert ["One", "", "Two", "", "  Text."] == shown("# One\n\n## Two\n\nText.\n")


def test_bold_words_head_their_paragraph(shown: Shown) -> None:
    """What a paragraph opens with in bold stands above it, without its full stop."""
    assert ["", "Why", "  Because."] == shown("**Why.** Because.\n")


def test_a_paragraph_fills_the_lines_anew(shown: Shown) -> None:
    """Where the page breaks a line is no matter; the terminal breaks it where it ends."""
    lines = shown("Some\nwords that are too many for a single line\nof this terminal.\n")
    assert ["", "  Some words that are too many for a", "  single line of this terminal."] == lines


def test_code_in_a_sentence_is_quoted_as_it_stands(shown: Shown) -> None:
    """A name of a field is told from words, and stars in code are no stress."""
    assert (
        "  Fill in 'as_stated' or 'a * b * c'." == shown("Fill in `as_stated` or `a * b * c`.")[-1]
    )


def test_stress_leaves_the_words_alone(shown: Shown) -> None:
    """Words under stress stay, without their stars."""
    assert "  Never here and not there." == shown("Never *here* and **not there**.")[-1]


def test_a_link_names_the_page_from_the_root(shown: Shown) -> None:
    """A link between pages says where the page lies; an address stays."""
    assert "  Dates (docs/reference/dates.md)" == shown("[Dates](../dates.md)")[-1]
    assert "  EDTF (https://loc.gov/edtf)" == shown("[EDTF](https://loc.gov/edtf)")[-1]


def test_what_looks_like_a_link_in_code_is_none(shown: Shown) -> None:
    """Code is shown as it has to be written, and code in the words of a link is quoted."""
    assert "  Write '[a](b.md)'." == shown("Write `[a](b.md)`.")[-1]
    assert "  'bad-date' (https://x.org)" == shown("[`bad-date`](https://x.org)")[-1]


def test_code_stands_line_by_line(shown: Shown) -> None:
    """Code keeps its lines, however long, and its empty ones, and loses its fences."""
    page = f'Such as\n\n```json\n{{"a": 1,\n\n  "b": "{"x" * 50}"}}\n```\n\nand so on\n'
    code = ['    {"a": 1,', "", f'      "b": "{"x" * 50}"}}']
    assert ["", "  Such as", "", *code, "", "  and so on"] == shown(page)


@pytest.mark.parametrize("between", ["", "\n", "\n\n"])
def test_code_after_code_stands_apart(shown: Shown, between: str) -> None:
    """Two pieces have one empty line between them, however they stand on the page."""
    assert ["", "    one", "", "    two"] == shown(f"```\none\n```\n{between}```\ntwo\n```\n")


def test_a_list_has_its_entries_one_under_another(shown: Shown) -> None:
    """An entry that goes on does so under its own words."""
    bullets = shown("- One that goes on for longer\n  than a line\n- `two`\n")
    assert ["", "  - One that goes on for longer than a", "    line", "  - 'two'"] == bullets
    steps = shown("1. One that goes on for longer\n   than a line\n2. two\n")
    assert ["", "  1. One that goes on for longer than a", "     line", "  2. two"] == steps


@pytest.mark.parametrize("code", codes())
def test_no_page_on_a_code_shows_a_mark(shown: Shown, code: str) -> None:
    """Every page that there is reads as plain text."""
    lines = shown(explanation(code))
    assert [] == [line for line in lines if any(mark in line for mark in ("`", "**", "](", "# "))]
