"""How much work a paper is: ours, ReportLab's stock paragraphs with contents, and Typst.

Run with ``python benchmarks/rendering.py`` after ``pip install -e '.[bench]'``. The same paper is
made by each in one process, ours tagged, fit for archives and with its data attached, Typst's
tagged as PDF/UA-1, the stock one neither. Figures and signs are left out of all three, since only
we draw them. CPU time is that of all threads of the process. *New* is a paper that the process has
not made before, after it has made others; *again* is the least that the same one takes when it is
made over, since what other programs do can only add to it. *Cold* is a fresh process that makes one
paper, with all that it imports.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module

from attrs import evolve

import relations
from relations.report.blocks import Block, Contents, Drawing, NewPage, Row, Table, Timeline
from relations.report.document import Document

OTHERS = (("LAO", "RUS"), ("ASEAN", "RUS"), ("ASEAN", "JPN"), ("VNM", "JPN"))
PAPER = ("VNM", "RUS")
AGAIN = 15
PROCESSES = 3
RENDERERS = {
    "ours": "relations.report.pdf.render",
    "stock": "renderers.platypus",
    "typst": "renderers.typeset",
}
BOUNDS = {"stock": 10, "typst": 3}


def paper(a: str, b: str) -> Document:
    """The dossier of a pair with a table of contents, without what only we can draw."""
    document = relations.load().pair(a, b).dossier().document
    kept = [
        _plain(block)
        for block in document.blocks
        if not isinstance(block, Timeline | Drawing | NewPage)
    ]
    return evolve(document, blocks=(Contents(depth=2), *kept))


def _plain(block: Block) -> Block:
    """A table without drawings in its cells."""
    if not isinstance(block, Table):
        return block
    return evolve(block, rows=tuple(map(_without_drawings, block.rows)))


def _without_drawings(row: Row) -> Row:
    cells = tuple(
        tuple(
            tuple(inline for inline in content if not isinstance(inline, Drawing))
            for content in cell
        )
        for cell in row.cells
    )
    kept = all(any(cell) for cell in cells)
    return evolve(row, cells=cells) if kept else row


def renderer(name: str) -> Callable[[Document], bytes]:
    """The function that makes a paper by this means."""
    found: Callable[[Document], bytes] = import_module(RENDERERS[name]).render
    return found


def timed(render: Callable[[Document], bytes], document: Document) -> tuple[float, bytes]:
    """The CPU seconds that a paper takes, and the paper."""
    start = time.process_time()
    data = render(document)
    return time.process_time() - start, data


def pages(data: bytes) -> int:
    """How many pages a paper has."""
    import io

    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(data)).pages)


def alone(name: str) -> None:
    """Make one paper in this process, and print wall and CPU seconds and the peak of memory."""
    document = paper(*PAPER)
    before, start = time.process_time(), time.perf_counter()
    renderer(name)(document)
    wall, cpu = time.perf_counter() - start, time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(wall, cpu, peak)


def cold(name: str) -> Sequence[float]:
    """The medians of wall and CPU seconds and megabytes over fresh processes."""
    told = [
        subprocess.run(  # noqa: S603  # this very script
            [sys.executable, __file__, "--alone", name], check=True, capture_output=True, text=True
        ).stdout.split()
        for _ in range(PROCESSES)
    ]
    return [statistics.median(float(row[at]) for row in told) for at in range(3)]


def main() -> None:
    """Print what each means costs, and by how much ours is less."""
    others, measured = [paper(*pair) for pair in OTHERS], paper(*PAPER)
    new, again = {}, {}
    print(
        f"{'':8}{'new':>9}{'again':>9}{'a page':>9}{'pages':>7}{'bytes':>9}{'a page':>9}"
        f"{'cold':>9}{'cold CPU':>10}{'peak':>9}"
    )
    for name in RENDERERS:
        render = renderer(name)
        for other in others:
            render(other)
        new[name], data = timed(render, measured)
        again[name] = min(timed(render, measured)[0] for _ in range(AGAIN))
        count = pages(data)
        wall, cpu, peak = cold(name)
        print(
            f"{name:8}{new[name] * 1000:7.0f}ms{again[name] * 1000:7.0f}ms"
            f"{again[name] * 1000 / count:7.1f}ms{count:7}{len(data):9,}{len(data) // count:9,}"
            f"{wall * 1000:7.0f}ms{cpu * 1000:8.0f}ms{peak:7.0f}MB"
        )
    for name, bound in BOUNDS.items():
        least = f"asked for: at least {bound}"
        print(
            f"{name} / ours: new {new[name] / new['ours']:.1f}, "
            f"again {again[name] / again['ours']:.1f} ({least})"
        )


if __name__ == "__main__":
    alone(sys.argv[2]) if sys.argv[1:2] == ["--alone"] else main()
