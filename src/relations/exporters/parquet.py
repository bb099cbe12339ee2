"""The dataset as a folder of Parquet files, one for each table: same data, same bytes."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Final

from relations.dataset import Dataset
from relations.exporters.relational import relational
from relations.extras import library
from relations.files import write_folder
from relations.table import EXTRA, Table

SUFFIX: Final = ".parquet"


def to_parquet(dataset: Dataset, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write every table to a file of its name in a folder, and return the files.

    The folder is made if it is missing. What stands in it is replaced, wholly or not at all, and
    only if it came from here.

    Raises:
        MissingExtra: if pyarrow is not installed; saying what to install.
        OSError: if the folder cannot be written, or has other files in it; it is then untouched.
    """
    contents = {f"{table.name}{SUFFIX}": parquet(table) for table in relational(dataset)}
    write_folder(Path(folder), contents, suffix=SUFFIX)
    return tuple(Path(folder) / name for name in contents)


def parquet(table: Table) -> bytes:
    """A table as the bytes of a Parquet file."""
    writer = library("pyarrow.parquet", extra=EXTRA, what="Parquet")
    content = io.BytesIO()
    writer.write_table(table.to_frame("arrow"), content, compression="zstd")
    return content.getvalue()
