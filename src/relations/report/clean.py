"""Make any string safe to print, and any address safe to follow, in one place for all formats.

Data is typed by many hands and copied from many pages. What a reader cannot see (controls,
direction overrides, half characters) must not reach a page, a file's properties or a link.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import SplitResult, quote, urlsplit

#: The most characters that one run of text may have; more are cut, and the cut is shown.
TEXT_LIMIT = 20_000
#: The most characters of an address; longer ones are no address.
ADDRESS_LIMIT = 2_000
#: What stands at the end of a text that was cut.
CUT = " […]"

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029\u205f\u3000"
_KEPT_SPACES = "\u2007\u2009"  # figure and thin space: typography, not rubbish
_BLANKS = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}" + _KEPT_SPACES


def _table() -> dict[int, str | None]:
    """Every character that may not stand, with what stands for it."""
    table: dict[int, str | None] = {}

    def put(points: Iterable[int], by: str | None) -> None:
        table.update(dict.fromkeys(points, by))

    put(range(0x20), None)  # C0 controls
    put(range(0x7F, 0xA0), None)  # delete and C1 controls
    put((0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFFA0), None)
    put((0x200B, 0x200E, 0x200F), None)  # zero-width space, direction marks
    put(range(0x202A, 0x202F), None)  # direction embeddings and overrides
    put(range(0x2060, 0x2070), None)  # invisible operators, direction isolates
    put((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)), None)  # variation selectors
    put((0xFEFF, *range(0xFFF9, 0xFFFD)), None)  # byte order mark, annotations
    put(range(0xE0000, 0xE0080), None)  # tags
    put(range(0xD800, 0xE000), _REPLACEMENT)  # lone surrogates
    put(range(0xFDD0, 0xFDF0), _REPLACEMENT)  # non-characters
    planes = range(0, 0x110000, 0x10000)
    put((plane + end for plane in planes for end in (0xFFFE, 0xFFFF)), _REPLACEMENT)
    put(map(ord, _SPACES), " ")
    put((point for point in range(0x2000, 0x200B) if chr(point) not in _KEPT_SPACES), " ")
    return table


_TABLE = _table()

# Joiners spell words in the scripts from Arabic to Khmer and beyond, and nothing elsewhere.
_STRAY_JOINER = re.compile(
    r"(?<![\u0600-\u1AFF])[\u200C\u200D]+|[\u200C\u200D]+(?![\u0600-\u1AFF])"
)
# Letters, signs and punctuation that stay as they are, whatever stands beside them.
_ORDINARY = re.compile(
    r"[ -~\u00A0-\u00AC\u00AE-\u02FF\u0400-\u0482\u048A-\u052F\u1E00-\u1EFF"
    r"\u2010-\u2027\u2030-\u205E\u2190-\u21FF]*"
)
_MARKS_OR_JOINERS = re.compile(
    r"[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u200C\u200D\u20D0-\u20FF]"
)
_STACKED_MARKS = re.compile(
    r"([\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF]{4})"
    r"[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF]+"
)


def clean_text(value: str, limit: int = TEXT_LIMIT) -> str:
    """A string with nothing in it that cannot be seen, in NFC, of at most ``limit`` characters.

    Line ends and tabs become spaces. Lone surrogates and non-characters become U+FFFD, since
    something was lost there; other invisible characters go. A longer text ends in :data:`CUT`.
    """
    longer = len(value) > limit
    if not longer and _ORDINARY.fullmatch(value):
        return value  # as most are, so it pays to look
    value = value[:limit].translate(_TABLE)
    if not value.isascii():
        value = unicodedata.normalize("NFC", value)
        if _MARKS_OR_JOINERS.search(value):
            value = _STACKED_MARKS.sub(r"\1", _STRAY_JOINER.sub("", value))
            value = unicodedata.normalize("NFC", value)
    if longer or len(value) > limit:
        return value[: max(0, limit - len(CUT))] + CUT
    return value


def is_blank(value: str) -> bool:
    """Whether nothing of a string can be seen once it is clean."""
    return not clean_text(value).strip(
        " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}" + _KEPT_SPACES
    )


# -- addresses -----------------------------------------------------------------------------------

_UNSAFE = re.compile(
    r"[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]")
_LINE_END = re.compile(r"%0[ad]", re.IGNORECASE)
_RESERVED = "%:/?#[]@!$&'()*+,;=~"


def safe_address(value: str) -> str | None:
    """A web or mail address in ASCII, or None where it cannot be followed safely.

    Only ``http``, ``https`` and ``mailto`` pass. White space and controls, a user name before
    the host, a missing host or too great a length are refused; other characters that an address
    may not hold are percent-encoded, and a host in another script takes its ASCII form.
    """
    value = value.strip(" \t\r\n")
    return _safe_address(value) if len(value) <= ADDRESS_LIMIT else None


@functools.lru_cache(maxsize=4_096)
def _safe_address(value: str) -> str | None:
    """An address that is not too long; a source is named in many papers, and checked once."""
    if _UNSAFE.search(value):
        return None
    try:
        parts = urlsplit(value)
        written = _mail(parts) if parts.scheme == "mailto" else _web(parts)
    except (ValueError, UnicodeError):
        return None
    return written if written is not None and len(written) <= ADDRESS_LIMIT else None


def _web(parts: SplitResult) -> str | None:
    """The ASCII form of an http or https address."""
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or "\\" in parts.netloc:
        return None
    host, port = parts.hostname or "", parts.port
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    if ":" in host:
        host = f"[{host}]"
    if not _HOST.fullmatch(host) or host.startswith("."):
        return None
    tail = _encode(parts._replace(scheme="", netloc="").geturl())
    if tail and tail[0] not in "/?#":
        return None
    return f"{parts.scheme}://{host}{f':{port}' if port is not None else ''}{tail}"


def _mail(parts: SplitResult) -> str | None:
    """The ASCII form of a mail address."""
    if parts.netloc or parts.path.count("@") != 1 or parts.path[0] in "@/":
        return None
    tail = _encode(parts._replace(scheme="").geturl())
    return None if _LINE_END.search(tail) or tail.endswith("@") else f"mailto:{tail}"


def _encode(value: str) -> str:
    """Percent-encode what an address may not hold, and leave what is encoded already."""
    return quote(_BARE_PERCENT.sub("%25", value), safe=_RESERVED)
