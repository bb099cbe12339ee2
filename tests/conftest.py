"""What holds for every test: no network, repeatable examples, no silent skips."""

from __future__ import annotations

import doctest
import os
import socket
from pathlib import Path

import pytest
from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

from docs.pages import enter_new_folder, leave_folder, shown_commands, shown_files

ROOT = Path(__file__).resolve().parent.parent

# Set where every tool is at hand, so that a test which skips itself there is a fault.
NO_SKIPS = "RELATIONS_NO_SKIPS"

# Where the founding documents are, when they are not beside the checkout.
SEEDS = "RELATIONS_SEEDS"

# A slow machine is no fault of the code, so no example has a deadline.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


# --- documents ---------------------------------------------------------------------------------


def pytest_configure(config: pytest.Config) -> None:
    """Close the network, take skips down, and run the examples of README.md and docs/."""
    config.pluginmanager.register(_ClosedNetwork(), "relations-closed-network")
    config.pluginmanager.register(_Skips(), "relations-skips")
    config.pluginmanager.register(_Documents(), "relations-documents")


class _Documents:
    """Makes each example of the documents a test, in the order of the page."""

    pytest_collect_file = staticmethod(
        Sybil(
            path=str(ROOT),
            parsers=[
                PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS),
                SkipParser(),
                shown_commands,
                shown_files,
            ],
            patterns=["README.md", "docs/*.md", "docs/**/*.md"],
            setup=enter_new_folder,
            teardown=leave_folder,
        ).pytest()
    )


# --- the network -------------------------------------------------------------------------------


class NetworkReachedError(AssertionError):
    """A test, or the code it runs, tried to reach another machine."""


class _ClosedNetwork:
    """Refuses every connection but local sockets, from the first import to the last test."""

    def __init__(self) -> None:
        self._patch = pytest.MonkeyPatch()
        for name in ("connect", "connect_ex"):
            self._patch.setattr(socket.socket, name, _refuse(name))

    def pytest_unconfigure(self) -> None:
        self._patch.undo()


def _refuse(name: str) -> object:
    original = getattr(socket.socket, name)

    def connect(self: socket.socket, address: object) -> object:
        if self.family == getattr(socket, "AF_UNIX", None):
            return original(self, address)
        message = f"a test may not reach the network: {name} to {address!r}"
        raise NetworkReachedError(message)

    return connect


# --- skips -------------------------------------------------------------------------------------


class _Skips:
    """With RELATIONS_NO_SKIPS=1, makes a run with skipped tests a failed run, and says why."""

    def __init__(self) -> None:
        self.wanted = os.environ.get(NO_SKIPS) == "1"
        self.reasons: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        # An expected failure is reported as skipped too; it ran, so it does not count.
        if report.skipped and not hasattr(report, "wasxfail"):
            self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self._note(report)

    def _note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        longrepr = report.longrepr
        reason = longrepr[2] if isinstance(longrepr, tuple) else str(longrepr)
        self.reasons.append(f"{report.nodeid}: {reason.removeprefix('Skipped: ')}")

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        if self.wanted and self.reasons and exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not (self.wanted and self.reasons):
            return
        terminalreporter.section(f"{len(self.reasons)} skipped, and {NO_SKIPS}=1", red=True)
        for reason in self.reasons:
            terminalreporter.line(reason)


# --- fixtures ----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def shared_seeds() -> Path:
    """The folder of the founding documents, kept beside the checkout and not part of it."""
    folder = Path(os.environ.get(SEEDS) or ROOT.parent / "shared" / "seeds")
    if not folder.is_dir():
        pytest.skip(f"the founding documents are not beside the checkout; {SEEDS} can name them")
    return folder


@pytest.fixture(scope="session")
def shared_datasets(shared_seeds: Path) -> Path:
    """The folder of other publishers' data sets, kept beside the founding documents."""
    folder = shared_seeds.parent / "datasets"
    if not folder.is_dir():
        pytest.skip(f"the data sets of others are not beside the founding documents: {folder}")
    return folder
