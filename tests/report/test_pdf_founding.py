"""The dossiers of five real pairs, at every length and on either sheet, before other judges."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import page as page_validation
import pytest

import relations

PAIRS = (("VNM", "RUS"), ("LAO", "RUS"), ("ASEAN", "RUS"), ("ASEAN", "JPN"), ("VNM", "JPN"))


@pytest.mark.parametrize("sheet", ["a4", "letter"])
@pytest.mark.parametrize("length", ["brief", "dossier", "register"])
@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_real_dossiers_conform(a: str, b: str, length: str, sheet: str, tmp_path: Path) -> None:
    """Each passes every rule of PDF/UA-1 and PDF/A-3a, and qpdf finds no fault in its objects."""
    data = relations.load().pair(a, b).dossier(length=length, page=sheet).to_pdf()

    for profile in ("ua1", "3a"):
        assert [] == page_validation.validate_pdf_bytes(data, profile=profile).failures
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    file = tmp_path / "paper.pdf"
    file.write_bytes(data)
    subprocess.run(["qpdf", "--check", str(file)], check=True, capture_output=True)
