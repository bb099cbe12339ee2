from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from relations import errors
from relations.errors import RelationsError
from relations.merge.company import Clash

ERRORS = (
    errors.RelationsError("anything"),
    errors.DateError("no date"),
    errors.UnknownName("party", "Rusia", ["Russia"], otherwise=" then"),
    errors.AmbiguousName("party", "Congo", {"COG": "Congo", "COD": "DRC"}, advice="ask for one"),
    errors.FormatError("a format of tomorrow"),
    errors.Locked("another process is writing it"),
    errors.MissingGlyphError("no font has it"),
    errors.BadOption("no length"),
    errors.MissingExtra("install it"),
    errors.DataError("a file", [errors.Problem(code="bad-date", message="no date")]),
    Clash("two of one identifier"),
)


def kinds(base: type[RelationsError]) -> Iterator[type[RelationsError]]:
    """An error and all that are named for what more is wrong."""
    yield base
    for kind in base.__subclasses__():
        yield from kinds(kind)


def test_every_kind_of_error_is_tried() -> None:
    """No error of the library is left out below."""
    assert set(kinds(RelationsError)) == set(map(type, ERRORS))


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_comes_whole_from_another_process(error: RelationsError) -> None:
    """A worker hands its error on as it is, with its message and all that it knows."""
    remade = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(error), str(error), vars(error)) == (type(remade), str(remade), vars(remade))


def test_candidates_stand_in_a_column() -> None:
    """What each is called begins in the same place, whatever the length of its identifier."""
    error = errors.AmbiguousName("party", "X", {"A": "Aland", "LONG": "Longland"}, advice="ask")
    assert ["    A     Aland", "    LONG  Longland"] == str(error).splitlines()[1:-1]


def test_a_name_in_an_error_cannot_command_a_terminal() -> None:
    """A sign that a terminal would obey is written out in what a candidate is called."""
    error = errors.AmbiguousName("party", "X", {"A": "A\x1b[31m", "B": "B"}, advice="ask")
    assert r"    A  A\x1b[31m" == str(error).splitlines()[1]


def test_an_error_about_a_name_says_what_was_looked_for() -> None:
    """Whoever catches an error about a name can tell a party from a place."""
    unknown = errors.UnknownName("place", "Hanoi")
    ambiguous = errors.AmbiguousName("place", "Hanoi", {"a": "A", "b": "B"}, advice="ask")
    assert ("place", "place") == (unknown.what, ambiguous.what)
