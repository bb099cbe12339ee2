"""Run the notebooks of the documentation and keep what they show, or say whether it is stale.

Run ``python scripts/run_notebooks.py`` after a change of the data or of what is shown; ``--check``
compares and writes nothing. A cell is run as a notebook runs it: what it prints is kept, and what
stands on its last line is shown as HTML and as text. It needs the extras ``frames``, ``duckdb`` and
``graph``, and no Jupyter.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from relations.files import write_atomically

FOLDER: Final = Path(__file__).resolve().parents[1] / "docs" / "notebooks"

Notebook = dict[str, Any]
"""A notebook of format 4, as JSON."""


def executed(notebook: Notebook) -> Notebook:
    """The notebook with what its cells show now, each run after the ones before it."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    cells = []
    count = 0
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                count += 1
                outputs = _outputs("".join(cell["source"]), namespace, count)
                cells.append({**cell, "execution_count": count, "outputs": outputs})
            else:
                cells.append(cell)
    return {**notebook, "cells": cells}


def _outputs(source: str, namespace: dict[str, Any], count: int) -> list[dict[str, Any]]:
    """What one cell prints, and what it shows."""
    body = ast.parse(source).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    name = f"cell {count}"
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(ast.Module(body, []), name, "exec"), namespace)  # noqa: S102 - our own cells
        shown = None
        if isinstance(last, ast.Expr):
            code = compile(ast.Expression(last.value), name, "eval")
            shown = eval(code, namespace)  # noqa: S307 - the same
    stream = {"name": "stdout", "output_type": "stream", "text": _lines(printed.getvalue())}
    outputs: list[dict[str, Any]] = [stream] if stream["text"] else []
    if shown is not None:
        outputs.append(
            {
                "data": _displays(shown),
                "execution_count": count,
                "metadata": {},
                "output_type": "execute_result",
            }
        )
    return outputs


def _displays(shown: Any) -> dict[str, list[str]]:  # noqa: ANN401 - whatever a cell ends in
    as_html = getattr(shown, "_repr_html_", None)
    html = {"text/html": _lines(as_html())} if as_html else {}
    return {**html, "text/plain": _lines(repr(shown))}


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def dumps(notebook: Notebook) -> bytes:
    """A notebook as Jupyter writes it."""
    text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def main() -> int:
    """Run every notebook and write it, or compare; 1 if one is stale."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    check = parser.parse_args().check
    stale = 0
    for path in sorted(FOLDER.glob("*.ipynb")):
        before = path.read_bytes()
        after = dumps(executed(json.loads(before)))
        if after == before:
            continue
        if check:
            print(f"{path.name} is stale: run python scripts/run_notebooks.py")
            stale = 1
        else:
            write_atomically(path, after)
            print(path)
    return stale


if __name__ == "__main__":
    sys.exit(main())
