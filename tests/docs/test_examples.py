from __future__ import annotations

import re
from pathlib import Path

import pytest
from sybil import Sybil

from docs.pages import (
    agrees,
    commands,
    enter_new_folder,
    leave_folder,
    pages,
    run,
    shown_commands,
    shown_files,
)

_RUN = {"python", "console"}
_SHOWN_ONLY = {"json", "sh", "text", "toml", "bibtex", "yaml"}


def failures(text: str, folder: Path) -> list[str]:
    """What goes wrong with the examples of a page of this text."""
    page = folder / "page.md"
    page.write_text(text, encoding="utf-8")
    sybil = Sybil(
        parsers=[shown_files, shown_commands], setup=enter_new_folder, teardown=leave_folder
    )
    document = sybil.parse(page)
    enter_new_folder(document.namespace)
    found = []
    for example in document.examples():
        try:
            example.evaluate()
        except Exception as error:  # noqa: BLE001 - the runner's own failure, whatever its kind
            found.append(str(error))
    leave_folder(document.namespace)
    return found


def test_an_example_that_shows_the_truth_passes(tmp_path: Path) -> None:
    """A command followed by what it shows is a good example."""
    assert [] == failures("```console\n$ relations --version\n...\n$ echo $?\n0\n```\n", tmp_path)


@pytest.mark.parametrize("shown", ["relations 99\n", "...\nrelations 99\n", "relations 99\n...\n"])
def test_an_example_that_shows_something_else_fails(tmp_path: Path, shown: str) -> None:
    """A command followed by what it does not show is a failure that tells both."""
    (failure,) = failures(f"```console\n$ relations --version\n{shown}```\n", tmp_path)
    assert "--- it really shows\nrelations 0" in failure


@pytest.mark.parametrize(
    ("line", "good"),
    [
        ("relations dossier VNM RUS -o file.pdf  # a remark", True),
        ("relations dosier VNM RUS", False),
        ("relations dossier VNM RUS --outptu file.pdf", False),
    ],
)
def test_a_list_of_commands_is_looked_at_and_not_run(tmp_path: Path, line: str, good: bool) -> None:
    """In a block without output, the name and the options of each command have to be right."""
    assert good is (not failures(f"```console\n$ {line}\n```\n", tmp_path))


def test_a_wrong_exit_code_fails(tmp_path: Path) -> None:
    """``echo $?`` shows the exit code of the command before it."""
    block = "```console\n$ relations show nobody-at-all\n...\n$ echo $?\n{}\n```\n"
    assert [] == failures(block.format(2), tmp_path)
    assert 1 == len(failures(block.format(0), tmp_path))


def test_a_file_of_the_page_is_there_for_its_commands(tmp_path: Path) -> None:
    """A block named as a file is written before the commands below it run."""
    page = (
        '<!-- file: my.json -->\n```json\n{"format": 99}\n```\n'
        "```console\n$ relations check my.json\n...\n$ echo $?\n3\n```\n"
    )
    assert [] == failures(page, tmp_path)


def test_no_other_program_is_run(tmp_path: Path) -> None:
    """An example runs ``relations``; a few others may be shown, and the rest is refused."""
    assert [] == failures("```console\n$ make dossier\nanything\n```\n", tmp_path)
    with pytest.raises(ValueError, match="not rm"):
        run("rm my.json")


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (["a", "b"], True),
        (["a", "..."], True),
        (["...", "b"], True),
        (["a", "...", "b"], True),
        (["a"], False),
        (["b", "a"], False),
        (["a", "...", "c"], False),
    ],
)
def test_three_points_stand_for_any_lines(shown: list[str], expected: bool) -> None:
    """A line of three points stands for no, one or many lines, and for nothing else."""
    assert expected is agrees(tuple(shown), ["a", "b"])


def test_a_block_may_hold_several_commands() -> None:
    """Each command takes the lines up to the next."""
    first, second = commands("$ one\na\nb\n$ two\n")
    assert (("one", ("a", "b")), ("two", ())) == (
        (first.line, first.shown),
        (second.line, second.shown),
    )


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_block_says_what_it_is(page: Path) -> None:
    """A block is run, or is of a sort that cannot be run; none escapes by a misspelt word."""
    words = re.findall(r"^```(.*)\n(?:.*\n)*?```$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(words) <= _RUN | _SHOWN_ONLY
