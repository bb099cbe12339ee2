from __future__ import annotations

from pathlib import Path

import click
import pytest
from attrs import frozen

from cli.commands import Run, invoke
from relations.cli.dossier import dossier
from relations.cli.exits import DONE, FAILED, WRONG_USAGE
from relations.errors import MissingGlyphError
from relations.pairs import Pair
from relations.report.speech import LANGUAGES

PDF = b"%PDF-1.7 of a test"


@frozen
class Printed:
    """A dossier that is printed at once."""

    def to_pdf(self) -> bytes:
        """What stands for the file."""
        return PDF


@frozen
class Unprintable:
    """A dossier with a letter that no font has."""

    def to_pdf(self) -> bytes:
        """Refuse."""
        raise MissingGlyphError("no font of the page has the letter U+1F600")


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder to work in, and dossiers that take no time to print."""
    monkeypatch.setattr(Pair, "dossier", lambda _, **_asked: Printed())
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_a_dossier_is_named_for_its_pair(run: Run, printed: Path) -> None:
    """Without a name the file is called by the two identifiers, in the order asked for."""
    result = run("dossier", "Russia", "Vietnam")
    assert (DONE, "RUS-VNM.pdf\n") == (result.exit_code, result.stdout)
    assert PDF == (printed / "RUS-VNM.pdf").read_bytes()


def test_a_dossier_goes_where_it_is_told(run: Run, printed: Path) -> None:
    """``-o`` names the file, and an older one there is replaced."""
    path = printed / "mine.pdf"
    path.write_bytes(b"old")
    result = run("dossier", "VNM", "RUS", "-o", str(path))
    assert (DONE, f"{path}\n") == (result.exit_code, result.stdout)
    assert PDF == path.read_bytes()


def test_a_dash_is_standard_output(run: Run, printed: Path) -> None:
    """``-o -`` writes the PDF to standard output and leaves no file."""
    result = run("dossier", "VNM", "RUS", "-o", "-")
    assert (DONE, PDF) == (result.exit_code, result.stdout_bytes)
    assert [] == list(printed.iterdir())


def test_a_terminal_is_spared_a_pdf(
    data: Path, printed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A PDF is not poured into a terminal."""
    monkeypatch.setattr("relations.cli.dossier.is_terminal", lambda _: True)
    result = invoke("--data", str(data), "dossier", "VNM", "RUS", "-o", "-")
    assert WRONG_USAGE == result.exit_code
    assert "name a file" in result.stderr


def test_a_missing_folder_is_refused_before_the_work(run: Run, printed: Path) -> None:
    """A folder that is not there is named, and nothing was built for it."""
    result = run("dossier", "VNM", "RUS", "-o", "absent/mine.pdf")
    assert WRONG_USAGE == result.exit_code
    assert "Error: there is no folder absent; make it first\n" == result.stderr


def test_a_folder_is_no_file(run: Run, printed: Path) -> None:
    """A folder in place of the file is refused."""
    result = run("dossier", "VNM", "RUS", "-o", str(printed))
    assert WRONG_USAGE == result.exit_code
    assert "is a directory" in result.stderr


def test_what_cannot_be_written_is_a_failure(
    run: Run, printed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that may not be written to ends with code 1, the path and the reason."""

    def refuse(path: Path, content: bytes) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("relations.files.write_atomically", refuse)
    result = run("dossier", "VNM", "RUS")
    assert FAILED == result.exit_code
    assert "Error: cannot write VNM-RUS.pdf: Permission denied" == result.stderr.splitlines()[-1]


def test_what_cannot_be_printed_is_a_failure(
    run: Run, printed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dossier that cannot be set ends with code 1 and the reason, and leaves no file."""
    monkeypatch.setattr(Pair, "dossier", lambda _, **_asked: Unprintable())
    result = run("dossier", "VNM", "RUS")
    assert FAILED == result.exit_code
    last = "Error: no font of the page has the letter U+1F600"
    assert last == result.stderr.splitlines()[-1]
    assert [] == list(printed.iterdir())


def test_options_are_handed_on(data: Path, printed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked for on the command line is what the dossier is asked to be."""
    seen: list[dict[str, object]] = []

    def look(_: Pair, **asked: object) -> Printed:
        seen.append(asked)
        return Printed()

    monkeypatch.setattr(Pair, "dossier", look)
    options = (
        "--length", "brief", "--page", "letter", "--sections", "timeline, meetings,",
        "--cutoff", "2021-12-31", "--marking", "OFFICIAL", "--tlp", "AMBER", "--public",
        "--since", str(data), "--language", "fr", "--names", "short",
    )  # fmt: skip  # each option beside its value
    invoke("--data", str(data), "dossier", "VNM", "RUS", *options)
    asked = {
        "length": "brief",
        "page": "letter",
        "sections": ("timeline", "meetings"),
        "cutoff": "2021-12-31",
        "marking": "OFFICIAL",
        "tlp": "amber",
        "public": True,
        "since": data,
        "language": "fr",
        "names": "short",
    }
    assert [asked] == seen


def test_a_log_gets_a_line_per_step(run: Run, printed: Path) -> None:
    """Where standard error is no terminal, each step is one line."""
    assert [
        "reading the data",
        "building the dossier of Viet Nam and Russian Federation",
        "setting the pages",
    ] == run("dossier", "VNM", "RUS").stderr.splitlines()


def test_a_terminal_gets_one_line_that_changes(
    run: Run, printed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal the steps follow on one line, which is empty at the end."""
    monkeypatch.setattr("relations.cli.terminal.is_terminal", lambda _: True)
    told = run("dossier", "VNM", "RUS").stderr
    assert "\n" not in told
    assert told.endswith(f"\r{' ' * 79}\r")


def test_the_founding_pair_is_printed(tmp_path: Path) -> None:
    """The shipped data give a PDF of Viet Nam and Russia."""
    path = tmp_path / "founding.pdf"
    result = invoke("dossier", "VNM", "RUS", "-o", str(path))
    assert (DONE, f"{path}\n") == (result.exit_code, result.stdout)
    assert path.read_bytes().startswith(b"%PDF-")


def test_every_language_can_be_asked_for() -> None:
    """The command knows the languages that there are catalogues for, without loading them."""
    (option,) = (it for it in dossier.params if it.name == "language")
    assert isinstance(option.type, click.Choice)
    assert list(LANGUAGES) == list(option.type.choices)
