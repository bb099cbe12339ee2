from __future__ import annotations

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from builders import saved, world
from cli.commands import invoke
from relations.cli.exits import DATA_INVALID, DONE, FAILED, MEANINGS, WRONG_USAGE
from relations.cli.main import COMMANDS, DISTRIBUTION


def test_the_help_names_every_command_and_exit_code() -> None:
    """``--help`` shows the commands in the order of their use, and what each exit code means."""
    result = invoke("--help")
    assert 0 == result.exit_code
    places = [result.stdout.index(f"\n  {command.name} ") for command in COMMANDS]
    assert sorted(places) == places
    told = " ".join(result.stdout.split())
    assert all(f"{code} {meaning}" in told for code, meaning in MEANINGS.items())


def test_the_exit_codes_are_a_promise() -> None:
    """Scripts rely on 0 done, 1 failed, 2 wrong usage and 3 invalid data."""
    assert (0, 1, 2, 3) == (DONE, FAILED, WRONG_USAGE, DATA_INVALID)


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_explains_itself(command: str) -> None:
    """Each command has a help of its own."""
    result = invoke(command, "--help")
    assert 0 == result.exit_code
    assert f"Usage: relations {command}" in result.stdout


def test_the_version_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """``--version`` prints the version that is installed."""
    monkeypatch.setattr(metadata, "version", {DISTRIBUTION: "1.2.3"}.__getitem__)
    assert "relations 1.2.3\n" == invoke("--version").stdout


def test_a_version_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run from a folder that was never installed, ``--version`` says so."""

    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert "relations (not installed)\n" == invoke("--version").stdout


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_of_the_library(option: str) -> None:
    """Neither the records nor the converter nor ReportLab is loaded to say what there is."""
    code = (
        "import sys\n"
        "from relations.cli.main import main\n"
        f"main([{option!r}], standalone_mode=False)\n"
        "heavy = ('attrs', 'cattrs', 'reportlab', 'relations.dataset')\n"
        "print([name for name in heavy if name in sys.modules], file=sys.stderr)\n"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "[]" == told.stderr.strip()


@pytest.mark.parametrize(
    "command", [("pair", "VNM", "RUS"), ("list",), ("show", "VNM"), ("check",)]
)
def test_a_missing_data_file_is_wrong_usage(tmp_path: Path, command: tuple[str, ...]) -> None:
    """A data file that is not there is named, without a traceback."""
    result = invoke("--data", str(tmp_path / "absent.json"), *command)
    assert WRONG_USAGE == result.exit_code
    assert "absent.json' does not exist" in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_a_folder_is_no_data_file(tmp_path: Path) -> None:
    """A folder in place of a data file is refused."""
    result = invoke("--data", str(tmp_path), "list")
    assert WRONG_USAGE == result.exit_code
    assert "is a directory" in result.stderr


def test_broken_data_are_reported_whole(tmp_path: Path) -> None:
    """Every command on broken data ends with code 3 and all problems on standard error."""
    path = saved(world(), tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"lang"', '"lnag"').replace('"2026-06-30"', "7"), encoding="utf-8")
    result = invoke("--data", str(path), "list", "sources")
    assert (DATA_INVALID, "") == (result.exit_code, result.stdout)
    assert "7 is not a day" in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_a_newer_format_is_invalid_data(tmp_path: Path) -> None:
    """A data file of a later format ends with code 3 and the advice to install a newer version."""
    path = tmp_path / "data.json"
    path.write_text('{"format": 99}', encoding="utf-8")
    result = invoke("--data", str(path), "list")
    assert DATA_INVALID == result.exit_code
    assert "install a newer one" in result.stderr


def test_an_error_of_the_system_is_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that cannot be read after all ends with code 1, its name and the reason."""
    path = saved(world(), tmp_path)

    def refuse(file: Path) -> str:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr("relations.storage.loading.read_text", refuse)
    result = invoke("--data", str(path), "list")
    assert FAILED == result.exit_code
    assert f"Error: {path}: Permission denied\n" == result.stderr


def test_a_reader_that_leaves_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the reader of a pipe has gone, nothing is said."""
    path = saved(world(), tmp_path)

    def gone(self: Path) -> bytes:
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr(Path, "read_bytes", gone)
    result = invoke("--data", str(path), "list")
    assert "" == result.stderr
