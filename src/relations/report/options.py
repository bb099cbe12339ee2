"""What a dossier is asked to be: how long, of which sections, up to which day, for whose eyes."""

from __future__ import annotations

import datetime
import enum
import os
from collections.abc import Iterable
from typing import Final, TypedDict, TypeVar

from attrs import field, frozen

from relations.dataset import Dataset
from relations.errors import BadOption, UnknownName, nearest
from relations.report.document import Marking
from relations.report.naming.profile import Profile
from relations.report.naming.reading import SHIPPED, profile_of
from relations.report.speech import Speech
from relations.storage import load

E = TypeVar("E", bound=enum.Enum)

LONGEST_MARKING: Final = 60
"""The most letters that a marking may have, so that it stays on one line."""


class Length(enum.Enum):
    """The three lengths of one content."""

    BRIEF = "brief"  # two pages
    DOSSIER = "dossier"  # what a reader wants to know, each thing with its best sources
    REGISTER = "register"  # every record with every field, every account and every quotation


class Sheet(enum.Enum):
    """The size of paper; lines end alike on both."""

    A4 = "a4"
    LETTER = "letter"


class Tlp(enum.Enum):
    """The labels of the Traffic Light Protocol 2.0 of FIRST, to the letter.

    A label says with whom a paper may be shared; it is no classification. It is never translated
    and holds no space, and stands in the head and the foot of each page, to the right, in type of
    12 points or more, in the colour that FIRST gives it on black.
    """

    RED = "TLP:RED"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    AMBER = "TLP:AMBER"
    GREEN = "TLP:GREEN"
    CLEAR = "TLP:CLEAR"

    @property
    def marking(self) -> Marking:
        """The label as it is printed."""
        return Marking(self.value, _TLP_COLOURS[self], _TLP_GROUND)


_TLP_GROUND: Final = "#000000"
_TLP_COLOURS: Final = {
    Tlp.RED: "#FF2B2B",
    Tlp.AMBER_STRICT: "#FFC000",
    Tlp.AMBER: "#FFC000",
    Tlp.GREEN: "#33FF00",
    Tlp.CLEAR: "#FFFFFF",
}

When = datetime.date | str
Older = Dataset | str | os.PathLike[str]


class Asked(TypedDict, total=False):
    """The same as keyword arguments, each as a word or as what the word stands for."""

    length: Length | str
    sections: Iterable[str]
    since: Older | None
    cutoff: When | None
    public: bool
    marking: str
    tlp: Tlp | str | None
    page: Sheet | str
    language: str
    names: str | os.PathLike[str]


def _member(what: str, kind: type[E], value: E | str) -> E:
    """The member that a word stands for."""
    if isinstance(value, kind):
        return value
    words = {member.value.lower().removeprefix("tlp:"): member for member in kind}
    word = str(value).lower().removeprefix("tlp:")
    if word not in words:
        allowed = f"; use one of {', '.join(words)}"
        raise UnknownName(what, str(value), nearest(word, words), otherwise=allowed)
    return words[word]


def _length(value: Length | str) -> Length:
    return _member("length", Length, value)


def _tlp(value: Tlp | str | None) -> Tlp | None:
    return None if value is None else _member("TLP label", Tlp, value)


def _sheet(value: Sheet | str) -> Sheet:
    return _member("size of page", Sheet, value)


def _profile(value: Profile | str | os.PathLike[str]) -> Profile:
    return value if isinstance(value, Profile) else profile_of(value)


def _language(value: str) -> str:
    return Speech.of(value).language


def _names(value: Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _day(value: When | None) -> datetime.date | None:
    if value is None or isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise BadOption(f"{value!r} is no day; write it as in 2021-12-31") from None


def _dataset(value: Older | None) -> Dataset | None:
    return value if value is None or isinstance(value, Dataset) else load(value)


def _one_line(value: str) -> str:
    if len(value) > LONGEST_MARKING or not value.isprintable():
        raise BadOption(
            f"a marking is one line of at most {LONGEST_MARKING} letters, not {value[:80]!r}"
        )
    return value


@frozen(kw_only=True)
class Options:
    """How a pair's dossier is to be.

    ``sections`` names those wanted, in the order wanted; all that apply if it is empty. ``since``
    is an older dataset, or its file, to say what has changed. ``cutoff`` leaves out what had not
    been published by the end of that day, ``public`` what is restricted. ``marking`` stands at the
    top and the foot of every page, as does the label ``tlp``. ``language`` is that of the
    sentences; titles, notes and quotations are data and stay in their own. ``names`` says what
    parties and places are called: ``"un"``, ``"short"`` or a file of one's own.

    Raises:
        UnknownName: if a word is not one of those allowed; with the nearest.
        BadOption: if the cut-off is no day or the marking more than a line.
    """

    length: Length = field(default=Length.DOSSIER, converter=_length)
    sections: tuple[str, ...] = field(default=(), converter=_names)
    since: Dataset | None = field(default=None, converter=_dataset)
    cutoff: datetime.date | None = field(default=None, converter=_day)
    public: bool = False
    marking: str = field(default="", converter=_one_line)
    tlp: Tlp | None = field(default=None, converter=_tlp)
    page: Sheet = field(default=Sheet.A4, converter=_sheet)
    language: str = field(default="en", converter=_language)
    names: Profile = field(factory=lambda: profile_of(SHIPPED[0]), converter=_profile)


def chosen(wanted: Iterable[str], known: Iterable[str], length: Length) -> tuple[str, ...]:
    """The sections wanted, each once, in the order wanted; all that are known if none is named.

    Raises:
        UnknownName: if one is not known in this length; with the nearest.
    """
    names = tuple(known)
    for name in wanted:
        if name not in names:
            allowed = f"; those of a {length.value} are {', '.join(names)}"
            raise UnknownName("section", name, nearest(name, names), otherwise=allowed)
    return tuple(dict.fromkeys(wanted)) or names
