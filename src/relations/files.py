"""Writing a file, or a folder of files, wholly or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` so that a reader sees the old file or the new, never a part.

    Raises:
        OSError: if the folder is missing or may not be written to; ``path`` is then untouched.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
        _settle(path.parent)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def write_folder(folder: Path, contents: Mapping[str, bytes], *, suffix: str) -> None:
    """Write files into a folder of their own, so that it holds the old ones or the new, not both.

    Args:
        folder: The folder; made if it is missing, replaced if all its files end in ``suffix``.
        contents: The files, by name.
        suffix: What the names of the files end in.

    Raises:
        OSError: if the folder cannot be written, or has other files in it; it is then untouched.
    """
    strangers = sorted(it.name for it in folder.glob("*") if it.suffix != suffix)
    if strangers:
        raise FileExistsError(
            f"{folder} has files that do not end in {suffix}, such as {strangers[0]}; "
            "name a folder of its own, which will be replaced"
        )
    made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        for name, content in contents.items():
            write_atomically(made / name, content)
        made.chmod(0o777 & ~_umask())
        _swap(folder, made)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _swap(folder: Path, made: Path) -> None:
    """Put a folder in the place of another, which comes back if that fails."""
    old = made.with_name(f"{made.name}.old")
    there = folder.exists()
    if there:
        folder.rename(old)
    try:
        made.rename(folder)
    except OSError:
        if there:
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _settle(folder: Path) -> None:
    """Have the system keep a new name in a folder even if the power fails; where it can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    return 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
