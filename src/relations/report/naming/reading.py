"""From a word or a file to a profile: those that come with the library, and the reader's own.

A file of one's own is read as strictly as the data: whatever is wrong in it is told at once, each
with its place and what would be right, and nothing of it is used until it is whole.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from attrs import evolve

from relations.converter import StructureError, make_converter, structure
from relations.errors import DataError, Problem, UnknownName, nearest
from relations.report.naming.profile import Choice, Profile
from relations.storage.reading import parsed, read_text

SHIPPED: Final = ("un", "short")
"""The profiles that come with the library; the first is used unless another is asked for."""

_COMPLETE: Final = "add it: a profile has a title and names, and a name an id, a lang and a name"
_HERE: Final = Path(__file__).parent


def profile_of(wanted: str | os.PathLike[str]) -> Profile:
    """The profile that a word of :data:`SHIPPED` or a file stands for.

    Raises:
        UnknownName: if it is neither.
        DataError: if anything is wrong in the file; with all of it.
    """
    if str(wanted) in SHIPPED:
        return _shipped(str(wanted))
    if not Path(wanted).is_file():
        words = f"; use one of {', '.join(SHIPPED)}, or the path of a TOML or JSON file"
        near = nearest(str(wanted), SHIPPED)
        raise UnknownName("profile of names", str(wanted), near, otherwise=words)
    return read(Path(wanted))


@cache
def _shipped(word: str) -> Profile:
    return read(_HERE / f"{word}.json")


def read(file: Path) -> Profile:
    """The profile in a file, JSON if its name ends so and TOML otherwise.

    Raises:
        DataError: if anything is wrong in it; with all of it.
        OSError: if it cannot be read.
    """
    text = read_text(file)
    content = parsed(text, str(file)) if file.suffix == ".json" else _toml(text, file)
    try:
        profile = structure(make_converter(), content, Profile)
    except StructureError as error:
        raise DataError(str(file), map(_placed, error.problems)) from None
    problems = tuple(_contradictions(profile))
    if problems:
        raise DataError(str(file), problems)
    return profile


def _placed(problem: Problem) -> Problem:
    """A problem without the advice that is meant for data files."""
    hint = _COMPLETE if problem.code == "missing-field" else problem.hint
    return evolve(problem, hint=hint)


def _toml(text: str, file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        hint = "write TOML, or JSON in a file whose name ends in .json"
        problem = Problem(code="not-toml", message=f"not TOML: {error}", hint=hint, file=str(file))
        raise DataError(str(file), [problem]) from None


def _contradictions(profile: Profile) -> Iterator[Problem]:
    """A base that is not there, and names of which one would never be used."""
    if profile.based_on and profile.based_on not in SHIPPED:
        yield Problem(
            code="unknown-word",
            message="there is no such profile to build on",
            field="based_on",
            found=repr(profile.based_on),
            allowed=", ".join(SHIPPED),
        )
    named: dict[tuple[str, str], list[Choice]] = {}
    for index, choice in enumerate(profile.names):
        earlier = named.setdefault((choice.id, choice.lang), [])
        rival = next((it for it in earlier if it.period in (None, choice.period)), None)
        if rival:
            yield Problem(
                code="broken-rule",
                message=f"{choice.id} has a name in {choice.lang!r} for that time already",
                field=f"names[{index}]",
                found=choice.name,
                hint=f"give each a period, or keep one of it and {rival.name!r}",
            )
        earlier.append(choice)


def is_shipped(profile: Profile) -> bool:
    """Whether a profile comes with the library."""
    return any(profile is _shipped(word) for word in SHIPPED)


def below(profile: Profile) -> Iterator[Profile]:
    """A profile, then the one that it is based on."""
    yield profile
    if profile.based_on:
        yield from below(_shipped(profile.based_on))
