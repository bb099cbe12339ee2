"""Why a text is no date and what was probably meant, so that a curator can put it right at once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from relations.model.edtf import Refused, read

_LONGEST_HINTED = 60
"""A text longer than this is no slip of the pen, and is quoted in part."""

_REASONS = (
    ("", "it is empty; leave an unknown date out"),
    (r"\s.*|.*\s", "there are spaces around it"),
    (r"\{.*\}", "it says that all of several dates hold: write a record for each, or an interval"),
    (r"[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2,4}", "day or month first? Write the year first"),
    (r".*/.*/.*", "'/' stands once, between the two ends of an interval"),
    (r".*[~?%].+", "a qualifier (~, ? or %) stands once, at the end of a date"),
    (r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ].*", "it has a time of day, and a date ends with the day"),
    (r"-[0-9].*|[Yy]-?[0-9].*|[0-9]{5,}", "years are 0001 to 9999, in four digits"),
    (r".*", "it is none of YYYY, YYYY-MM, YYYY-MM-DD, an interval a/b, a choice [a,b]"),
)
"""Why a text is refused, by the first pattern that it matches."""

_D = r"([0-9X]{4}(?:-[0-9X]{2}){0,2}[~?%]?)"  # roughly a date
_HINTS = (
    (rf"(?:c|ca|circa|about|around|approx|approximately)?\.? ?{_D}", r"\1~"),
    (rf"([~?%]){_D}", r"\2\1"),
    (rf"{_D}(?:\?~|~\?)", r"\1%"),
    (r"([0-9X]{4}(?:-[0-9]{2})?)([~?%])((?:-[0-9]{2}){1,2})", r"\1\3\2"),
    (r"([0-9]{4}-(?:[0-9]{2}-)?)([~?%])([0-9]{2}(?:-[0-9]{2})?)", r"\1\3\2"),
    (r"([0-9]{4})[./]([0-9]{2})[./]([0-9]{2})", r"\1-\2-\3"),
    (r"([0-9]{4})([0-9]{2})([0-9]{2})", r"\1-\2-\3"),
    (r"([0-9]{2})[./-]([0-9]{2})[./-]([0-9]{4})", r"\3-\2-\1", r"\3-\1-\2"),
    (r"([0-9]{2})[./-]([0-9]{4})", r"\2-\1"),
    (r"([0-9]{4})-13", r"\1-12"),
    (r"([0-9]{2})([0-9]{2})[/-]([0-9]{2})", r"\1\2-\3", r"\1\2/\1\3"),
    (r"([0-9]{4})-([0-9]{2})-([0-9]{2})", r"\1-\3-\2"),
    (r"([0-9]{4})-(?:00|XX)(?:-[0-9]{2})?", r"\1"),
    (rf"{_D}[T ][0-9]{{2}}:.*", r"\1"),
    (r"(?:the )?([0-9]{3})0'?s", r"\1X"),
    (r"(?:the )?([0-9]{2})00'?s", r"\1XX"),
    (rf"{_D} ?- ?{_D}", r"\1/\2"),
    (rf"(?:from )?{_D} (?:to|until) {_D}", r"\1/\2"),
    (rf"between {_D} and {_D}", r"\1/\2", r"[\1..\2]"),
    (rf"(?:either )?{_D} or {_D}", r"[\1,\2]"),
    (rf"(?:since|from) {_D}", r"\1/.."),
    (rf"{_D} ?[-/] ?(?:present|now|today|ongoing|open)?", r"\1/.."),
    (rf"{_D}/unknown", r"\1/"),
    (rf"(?:until|up to) {_D}|\[\.\.{_D}\]", r"../\1\2"),
    (rf"\{{{_D},(?:.*,)?{_D}\}}", r"\1/\2"),
)
"""How people write dates, and what they mean by it. What cannot be read is not suggested."""

_NAMES = {
    name: code
    for names, code in (
        ("january jan", "01"),
        ("february feb", "02"),
        ("march mar", "03"),
        ("april apr", "04"),
        ("may", "05"),
        ("june jun", "06"),
        ("july jul", "07"),
        ("august aug", "08"),
        ("september sept sep", "09"),
        ("october oct", "10"),
        ("november nov", "11"),
        ("december dec", "12"),
        ("spring", "21"),
        ("summer", "22"),
        ("autumn fall", "23"),
        ("winter", "24"),
        ("q1", "33"),
        ("q2", "34"),
        ("q3", "35"),
        ("q4", "36"),
    )
    for name in names.split()
}
_NAME = "(?P<name>" + "|".join(sorted(_NAMES, key=len, reverse=True)) + r")\b\.?"
_NAMED = (
    r"(?i)\b(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)? )?"
    + _NAME
    + r"(?: (?P<day_after>[0-9]{1,2})(?:st|nd|rd|th)?\b)?,?(?: of)? (?P<year>[0-9]{4})\b"
)
_YEAR_NAMED = r"(?i)\b(?P<year>[0-9]{4})[ -]?" + _NAME


def message(text: str, refused: Refused) -> str:
    """What is told about a text that was refused: the place, the reason and the remedy."""
    part = refused.found
    place = "" if part == text else f" (in {_shortened(text)})"
    reason = refused.reason or _reason(part)
    told = f"{_shortened(part)}{place} is not a date in EDTF: {reason}"
    instead = (*refused.instead, *(suggestions(part) if part != text else ()))
    meant = (*_readable(text.replace(part, each, 1) for each in instead), *suggestions(text))
    if not meant:
        return told
    return f"{told}; did you mean {' or '.join(map(repr, dict.fromkeys(meant)))}?"


def suggestions(text: str) -> tuple[str, ...]:
    """What was probably meant by a text that is not in EDTF; each suggestion can be read."""
    if len(text) > _LONGEST_HINTED:
        return ()
    tidied = _tidied(text)
    for simple in (tidied, tidied.upper(), tidied.replace(" ", "")):
        if _readable([simple]):
            return (simple,)
    matches = [(re.fullmatch(pattern, tidied, re.IGNORECASE), texts) for pattern, *texts in _HINTS]
    return _readable([match.expand(text) for match, texts in matches if match for text in texts])


def _tidied(text: str) -> str:
    """The text with one space for many, plain dashes, and numbers for the names of months."""
    text = re.sub("[\u2010-\u2015\u2212]", "-", " ".join(text.split()))
    text = re.sub(
        _NAMED, lambda m: _dashed(m, m["day"] or m["day_after"]), text, flags=re.IGNORECASE
    )
    text = re.sub(_YEAR_NAMED, lambda m: _dashed(m, None), text)
    return re.sub(r"(?<![0-9])([0-9])(?![0-9])", r"0\1", text)


def _dashed(match: re.Match[str], day: str | None) -> str:
    month = f"{match['year']}-{_NAMES[match['name'].lower()]}"
    return f"{month}-{day}" if day else month


def _readable(candidates: Iterable[str]) -> tuple[str, ...]:
    """Those candidates that are dates, each once."""
    found = []
    for candidate in dict.fromkeys(candidates):
        try:
            read(candidate)
        except Refused:
            continue
        found.append(candidate)
    return tuple(found)


def _reason(text: str) -> str:
    return next(reason for pattern, reason in _REASONS if re.fullmatch(pattern, text, re.DOTALL))


def _shortened(text: str) -> str:
    return repr(text if len(text) <= _LONGEST_HINTED else text[: _LONGEST_HINTED - 1] + "…")
