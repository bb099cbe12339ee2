"""The notebooks of the documentation show what their cells show when they are run."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from docs.pages import ROOT

SCRIPT = ROOT / "scripts" / "run_notebooks.py"
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))


def script() -> Any:  # noqa: ANN401 - a module that is no package's
    """The script, as a module."""
    spec = importlib.util.spec_from_file_location("run_notebooks", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def notebook(*sources: str) -> dict[str, Any]:
    """A notebook of these cells, which has not been run."""
    return {
        "cells": [
            {"cell_type": "code", "execution_count": None, "outputs": [], "source": [source]}
            for source in sources
        ]
    }


def outputs(*sources: str) -> list[Any]:
    """What each of the cells shows."""
    return [cell["outputs"] for cell in script().executed(notebook(*sources))["cells"]]


def test_no_notebook_is_stale() -> None:
    """Run anew, each notebook is byte for byte what is kept."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"], capture_output=True, text=True, check=False
    )
    assert (0, "") == (done.returncode, done.stdout + done.stderr)


def test_there_is_a_notebook() -> None:
    """The folder is not empty, and every notebook has been run."""
    assert NOTEBOOKS
    for path in NOTEBOOKS:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        counts = [cell["execution_count"] for cell in cells if cell["cell_type"] == "code"]
        assert list(range(1, len(counts) + 1)) == counts


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_leads_somewhere(path: Path) -> None:
    """Every page that it names is there."""
    text = path.read_text(encoding="utf-8")
    linked = [part.partition(")")[0] for part in text.split("](")[1:]]
    assert linked
    assert [] == [link for link in linked if not (path.parent / link).exists()]


def test_a_cell_shows_what_it_prints_and_what_it_ends_in() -> None:
    """The last expression is shown as text, and as HTML where it has any; None is not shown."""
    first, second, third = outputs(
        "x = 1\nprint(x)\nx + 1", "None", "import relations\nrelations.load()"
    )
    assert ["1\n"] == first[0]["text"]
    assert {"text/plain": ["2"]} == first[1]["data"]
    assert [] == second
    assert {"text/html", "text/plain"} == set(third[0]["data"])


def test_cells_run_one_after_another() -> None:
    """What one cell names, the next may use; a failure is not kept quiet."""
    assert {"text/plain": ["2"]} == outputs("x = 1", "x + 1")[1][0]["data"]
    with pytest.raises(NameError):
        outputs("nothing_of_that_name")
