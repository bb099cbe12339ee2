"""Which column each cell of a row begins in, where cells reach over columns and rows."""

from __future__ import annotations

from collections.abc import Iterator

from relations.report.blocks import Content, Row, Span

#: For a column that a cell above reaches into: how many more rows it reaches over.
Covered = dict[int, int]

_ALONE = Span()


def lay_out(
    where: str, row: Row, columns: int, covered: Covered
) -> Iterator[tuple[int, tuple[Content, ...], Span]]:
    """The column, the content and the reach of each cell; ``covered`` is kept for the next row.

    :raises ValueError: if the cells do not fill the columns, each of them once.
    """
    spans = row.spans or (_ALONE,) * len(row.cells)
    if len(spans) != len(row.cells):
        raise ValueError(f"{where}: {len(spans)} spans for {len(row.cells)} cells")
    free = [at for at in range(columns) if at not in covered]
    wanted = sum(span.columns for span in spans)
    if wanted != len(free):
        raise ValueError(f"{where}: {wanted} cells for {len(free)} columns")
    reached: Covered = {at: left - 1 for at, left in covered.items() if left > 1}
    for cell, span in zip(row.cells, spans, strict=True):
        mine, free = free[: span.columns], free[span.columns :]
        if mine[-1] - mine[0] != span.columns - 1:
            raise ValueError(f"{where}: a cell reaches over one that comes from above")
        reached |= dict.fromkeys(mine, span.rows - 1) if span.rows > 1 else {}
        yield mine[0], cell, span
    covered.clear()
    covered.update(reached)
