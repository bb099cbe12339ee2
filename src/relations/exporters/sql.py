"""The dataset as a DuckDB database, so that SQL works on all of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any, Final

from relations.dataset import Dataset
from relations.exporters.relational import relational
from relations.extras import library

EXTRA: Final = "duckdb"


def to_duckdb(dataset: Dataset, path: str | os.PathLike[str] | None = None) -> Any:
    """A connection to a database with every table; in memory, or in a file if one is named.

    A file that is there is replaced, and only when the new one is whole.

    Raises:
        MissingExtra: if DuckDB or pyarrow is not installed; saying what to install.
        OSError: if the file cannot be written; the old one is then untouched.
    """
    duckdb = library("duckdb", extra=EXTRA, what="a database")
    library("pyarrow", extra=EXTRA, what="a database")
    if path is None:
        return _filled(duckdb.connect(), dataset)
    file = Path(path)
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=f".{file.name}.") as folder:
        made = Path(folder) / file.name
        _filled(duckdb.connect(str(made)), dataset).close()
        made.replace(file)
    return duckdb.connect(str(file))


def _filled(connection: Any, dataset: Dataset) -> Any:
    for table in relational(dataset):
        connection.register("_rows", table.to_frame("arrow"))
        connection.execute(f'CREATE TABLE "{table.name}" AS SELECT * FROM _rows')  # noqa: S608 - the names are our own
        connection.unregister("_rows")
    return connection
