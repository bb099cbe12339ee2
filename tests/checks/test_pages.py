from __future__ import annotations

import re
from pathlib import Path

import pytest

from relations.checks import CHECKS
from relations.checks.pages import codes, explanation, summary
from relations.errors import RelationsError, UnknownName

SRC = Path(__file__).resolve().parents[2] / "src" / "relations"


def used() -> set[str]:
    """Every code that the source gives a problem, from the checks and from reading a file."""
    written = {check.code for check in CHECKS}
    homes = ("model", "checks", "storage", "cli", "converter.py", "misfits.py")
    for file in (file for home in homes for file in _files(SRC / home)):
        text = file.read_text(encoding="utf-8")
        written |= set(re.findall(r'code="([a-z-]+)"', text))
        written |= set(re.findall(r'(?:refused|_refused)\((?:file, )?"([a-z0-9-]+)"', text))
        if file.name == "faults.py":
            written |= set(re.findall(r'yield [\w.]+, "([a-z0-9-]+)"', text))
    return written | {"broken-rule"}


def _files(home: Path) -> list[Path]:
    return sorted(home.rglob("*.py")) if home.is_dir() else [home]


def test_every_code_has_its_page_and_no_page_is_without_one() -> None:
    """What a problem may be called is explained, and nothing else."""
    assert sorted(used() | {"not-utf-8", "bad-date"}) == list(codes())


@pytest.mark.parametrize("code", codes())
def test_a_page_says_what_why_and_what_to_do(code: str) -> None:
    """Each page is named for its code, gives a sentence, a severity, a reason and a remedy."""
    text = explanation(code)
    assert text.startswith(f"# `{code}`\n\n{summary(code)[:40]}")
    assert summary(code).endswith(".")
    assert "\n**Why.** " in text
    assert "\n**What to do.** " in text


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_page_has_the_severity_of_its_check(check: object) -> None:
    """The page says how bad it is as the list of checks does."""
    from relations.checks.check import Check

    assert isinstance(check, Check)
    first = " ".join(explanation(check.code).split("\n\n")[1].split())
    assert first.endswith(f"({check.severity.value})")


def test_an_unknown_code_gets_the_nearest() -> None:
    """A misspelt code is met with what was probably meant."""
    with pytest.raises(UnknownName, match="did you mean 'bad-date'"):
        explanation("bad-dates")


def test_a_library_without_its_pages_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the pages are in neither place, both are named."""
    monkeypatch.setattr("relations.checks.pages._HERE", tmp_path / "a" / "b" / "c")
    with pytest.raises(RelationsError, match=r"neither at .*pages nor .*checks; install"):
        explanation.__globals__["_folder"]()
