from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.report.clean import CUT
from relations.report.pdf.objects import text_string

MOST = 32_767
"""The bytes that PDF/A allows a string."""


@pytest.mark.parametrize("letter", ["a", "é", "漢", "\U0001d11e"])
def test_a_string_keeps_to_what_archives_allow(letter: str) -> None:
    """However long a text and whatever its letters, its string is not too long to be kept."""
    written = text_string(letter * 50_000)
    size = len(written) - 2 if letter == "a" else (len(written) - 2) // 2
    assert size <= MOST


def test_a_string_that_is_cut_says_so() -> None:
    """The sign that there was more stands at the end of a text that was cut."""
    assert CUT.replace("…", "") not in text_string("a" * 100)
    whole = bytes.fromhex(text_string("a" * 50_000)[1:-1]).decode("utf-16")
    assert whole.endswith(CUT)


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_nothing_in_a_text_ends_its_string(text: str) -> None:
    """Every bracket, backslash and control is escaped, so that the text stays within its string."""
    inner = text_string(text)[1:-1]
    plain = inner.replace("\\", "")
    assert "(" not in plain
    assert ")" not in plain
    assert plain.isprintable()
