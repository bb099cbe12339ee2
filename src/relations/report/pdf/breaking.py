"""Where a line may end in scripts that set no space between words.

Thai is parted into words by a small model (BudouX). Lao, Khmer and Burmese are parted into
syllables as they are spelled, which is how lines of Burmese and Lao are commonly broken and a fair
guess for Khmer. Ideographs and kana part anywhere, except that no line begins with a mark that
closes or prolongs, nor ends with one that opens (JIS X 4051).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from budoux import Parser

_THAI: Final = r"\u0E01-\u0E5B"
_LAO: Final = r"\u0E81-\u0EDF"
_BURMESE: Final = r"\u1000-\u109F\uA9E0-\uA9FF\uAA60-\uAA7F"
_KHMER: Final = r"\u1780-\u17FF"
_IDEOGRAPHIC: Final = (
    r"\u2E80-\u2FDF\u3001-\u30FF\u3100-\u312F\u31A0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF"
    r"\uF900-\uFAFF\uFF01-\uFF9F\U00020000-\U0003FFFF"
)

_RUN = re.compile(
    "|".join(f"([{held}]+)" for held in (_THAI, _LAO, _BURMESE, _KHMER, _IDEOGRAPHIC))
)

# A Lao syllable: a vowel before, one or two consonants, signs, a vowel spelled with a letter, and
# a closing consonant that no sign makes the opening of the next.
_SIGN = r"[\u0EB0-\u0EB9\u0EBB-\u0EBD\u0EC8-\u0ECD]"
_LAO_SYLLABLE = re.compile(
    rf"[\u0EC0-\u0EC4]?(?:\u0EAB[\u0E87\u0E8D\u0E99\u0EA1\u0EA5\u0EA7]|[\u0E81-\u0EAE\u0EDC-\u0EDF])"
    rf"\u0EBC?{_SIGN}*(?:\u0EAD(?!{_SIGN}))?"
    rf"(?:\u0EA7(?=[\u0E81\u0E87\u0E8D\u0E94\u0E99\u0E9A\u0EA1](?!{_SIGN})))?"
    rf"(?:[\u0E81\u0E87\u0E8D\u0E94\u0E99\u0E9A\u0EA1\u0EA7](?!{_SIGN}|\u0EBC))?[\u0EAF\u0EC6]?"
)
# A Burmese syllable begins with a letter that is neither stacked nor silenced.
_BURMESE_START = re.compile(
    r"(?<!\u1039)(?<!^)(?=[\u1000-\u102A\u103F\u1040-\u1049\u104C-\u104F\u1050-\u1055]"
    r"(?!\u1037?[\u1039\u103A]))"
)
# A Khmer syllable begins with a letter that bears a vowel, a sign or another letter.
_KHMER_START = re.compile(
    r"(?<!\u17D2)(?<!^)(?=[\u1780-\u17B3][\u17B6-\u17D2\u17DD]|[\u17E0-\u17E9])(?<![\u17E0-\u17E9])"
)

_OPENING = "（〔［｛〈《「『【〘〖〝‘“｟"
_NOT_FIRST = (
    "）〕］｝〉》」』】〙〗〟’”｠、。，．・：；！？‐゠–〜～ー々〻ヽヾゝゞぁぃぅぇぉっゃゅょゎゕゖ"
    "ァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ%％‰℃"
)
_IDEOGRAPHIC_START = re.compile(f"(?<![{_OPENING}])(?<!^)(?![{re.escape(_NOT_FIRST)}])")

_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
_STACKERS = "\u1039\u17d2\u1a60"  # what follows one of these is set beneath


def parted(text: str) -> list[str]:
    """A text without spaces in the parts between which a line may end."""
    if text.isascii():
        return [text]
    out: list[str] = []
    end = 0
    for run in _RUN.finditer(text):
        if run.start() > end:
            out.append(text[end : run.start()])
        out += _SPLITTERS[run.lastindex or 0](run[0])
        end = run.end()
    if end < len(text):
        out.append(text[end:])
    return _clinging(out)


def clusters(text: str) -> Iterator[str]:
    """A text letter by letter, each with what is set upon, beneath or around it."""
    held = ""
    for character in text:
        clings = unicodedata.category(character).startswith("M") or character in _JOINERS
        if held and not clings and held[-1] not in _STACKERS:
            yield held
            held = ""
        held += character
    if held:
        yield held


def _clinging(parts: list[str]) -> list[str]:
    """Parts of which none begins with punctuation, nor ends with what opens."""
    out: list[str] = []
    for part in parts:
        if out and (_is_closing(part[0]) or _is_opening(out[-1][-1])):
            out[-1] += part
        else:
            out.append(part)
    return out


def _is_closing(character: str) -> bool:
    return unicodedata.category(character) in ("Pe", "Pf", "Po", "Pd", "Pi", "Mn", "Mc")


def _is_opening(character: str) -> bool:
    return unicodedata.category(character) in ("Ps", "Pi")


@functools.cache
def _thai() -> Parser:
    """The model of Thai words, read when it is first needed."""
    from budoux import load_default_thai_parser

    return load_default_thai_parser()


def _thai_words(text: str) -> list[str]:
    return _thai().parse(text)


def _lao_syllables(text: str) -> list[str]:
    ends = {0, len(text)} | {found.start() for found in _LAO_SYLLABLE.finditer(text)}
    return [text[start:end] for start, end in pairwise(sorted(ends))]


def _before(start: re.Pattern[str]) -> Callable[[str], list[str]]:
    return lambda text: [part for part in start.split(text) if part]


_SPLITTERS: Mapping[int, Callable[[str], list[str]]] = {
    1: _thai_words,
    2: _lao_syllables,
    3: _before(_BURMESE_START),
    4: _before(_KHMER_START),
    5: _before(_IDEOGRAPHIC_START),
}
