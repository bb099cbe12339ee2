from __future__ import annotations

import json
import re
from typing import Any

import pytest

from docs.pages import ROOT
from relations.converter import make_converter
from relations.model.confidence import ConfidenceOverride
from relations.model.coverage import Coverage

HOW_TO = ROOT / "docs" / "how-to"


def snippets(page: str) -> list[Any]:
    """The pieces of JSON on a page; a field without its record stands in braces."""
    text = (HOW_TO / f"{page}.md").read_text(encoding="utf-8")
    found = re.findall(r"^```json\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return [json.loads(each if each.startswith("{") else f"{{{each}}}") for each in found]


@pytest.mark.parametrize("entry", snippets("state-coverage"), ids=lambda entry: entry["id"])
def test_a_statement_on_the_page_can_be_read(entry: dict[str, Any]) -> None:
    """What the page tells to write is a statement of coverage."""
    assert entry["id"] == make_converter().structure(entry, Coverage).id


def test_a_judgement_on_the_page_can_be_read() -> None:
    """What the page tells to write is an editor's judgement."""
    (record,) = snippets("ask-how-far-to-rely-on-a-field")
    (judged,) = make_converter().structure(record["confidence"], tuple[ConfidenceOverride, ...])
    assert judged.reason
