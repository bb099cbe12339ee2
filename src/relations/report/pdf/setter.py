"""The compositor's desk: the theme at hand, and what was noticed while setting a document.

Every text that is to be drawn is noted here first, so a character without a glyph is known
before the first page is begun.
"""

from __future__ import annotations

import re

from attrs import define, field

from relations.errors import MissingGlyphError
from relations.report.blocks import Heading
from relations.report.clean import clean_text
from relations.report.faces import is_cjk, lacks, width
from relations.report.pdf.style import Style
from relations.report.pdf.tags import Node
from relations.report.theme import Page, Theme, Type

_AROUND = 24
_NAMED_AT_MOST = 12
_REMEDY = "write these in letters of another script"
_REMEDY_CJK = "pip install 'bilateral-relations[cjk]' brings Chinese, Japanese and Korean"


_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@define
class Setter:
    """What the parts of one document share while they are set.

    ``page`` is the sheet that is being set for, ``lang`` the document's language, and ``where``
    says what is being set.
    """

    theme: Theme
    lang: str = "en"
    continued: str = "continued"
    page: Page = field(init=False)
    headings: tuple[Heading, ...] = ()
    is_titled: bool = False
    where: str = "the title"
    runs_leftwards: bool = False
    _sections: list[Node] = field(factory=list, init=False)
    _claimed: dict[str, None] = field(factory=dict, init=False)
    _noted: set[str] = field(factory=set, init=False)
    _missing: dict[str, tuple[str, str]] = field(factory=dict, init=False)
    _entries: int = field(default=0, init=False)
    _level: int = field(default=-1, init=False)

    @page.default
    def _upright(self) -> Page:
        return self.theme.page

    def measure(self, text: str, style: Style) -> float:
        """The width of a text in a style."""
        return width(style.face, text) * style.size / 1000

    def note(self, text: str) -> None:
        """Note the characters of a text that cannot be shown, and whether any runs leftwards."""
        if text.isascii() or text in self._noted:
            return
        self._noted.add(text)
        self.runs_leftwards = self.runs_leftwards or bool(_LEFTWARDS.search(text))
        for character in lacks(text):
            self._missing.setdefault(character, (text, self.where))

    def style(self, type_: Type, node: Node | None = None) -> Style:
        """The plain style of a step of the scale, for the words of an element."""
        return Style(type_.face, type_.size, type_.colour, node=node)

    def element(self, role: str, entries: str = "") -> Node:
        """A new element of the section that is being set."""
        return Node(role, self._sections[-1] if self._sections else None, entries)

    def begin_section(self, level: int) -> None:
        """What follows belongs to a new section, within those of a smaller level."""
        del self._sections[max(level, 0) :]
        self._sections.append(self.element("Sect"))

    def claim(self, anchor: str | None) -> str | None:
        """The anchor, if it is the first of its name; a second place of that name is not marked."""
        if not anchor or anchor in self._claimed:
            return None
        self._claimed[anchor] = None
        return anchor

    def enter(self, level: int) -> tuple[str, int]:
        """The name and level of the next outline entry, never more than one below the last."""
        self._entries += 1
        self._level = min(max(level - 1, 0), self._level + 1)
        return f"heading {self._entries}", self._level

    def raise_missing(self) -> None:
        """Refuse the document if any of its characters has no glyph, naming each and its place."""
        if not self._missing:
            return
        named = [_name(character, *found) for character, found in self._missing.items()]
        more = f" and {len(named) - _NAMED_AT_MOST} more" if len(named) > _NAMED_AT_MOST else ""
        raise MissingGlyphError(
            f"no font has a glyph for {', '.join(named[:_NAMED_AT_MOST])}{more}; "
            f"{_REMEDY_CJK if any(map(is_cjk, self._missing)) else _REMEDY}"
        )


def _name(character: str, text: str, where: str) -> str:
    """A character, its code, the words around it, and what they belong to."""
    at = text.find(character)
    around = text[max(0, at - _AROUND) : at + _AROUND]
    return f"{character} (U+{ord(character):04X}, in {clean_text(around)!r} of {where})"
