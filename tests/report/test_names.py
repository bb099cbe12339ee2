"""Every party's own name is printed with letters that the fonts have, or is left out."""

from __future__ import annotations

import relations
from relations.report.pdf.fonts import typeface
from relations.report.sections.glance import native_names
from relations.report.theme import Face


def test_every_own_name_that_is_printed_has_its_letters() -> None:
    """No own name of any party asks the fonts for a letter that they lack."""
    shown = {text for party in relations.load().parties for _, text in native_names(party)}
    assert "Россия" in shown
    lacking = {text for text in shown for face in Face if typeface(face).lacks(text)}
    assert set() == lacking
