"""The one place where this library opens a connection, and only when somebody asks for it.

Only http and https are spoken, to public machines, with an end to how long it takes and how much is
read. A page is only looked at: nothing in it is run or kept.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import time
import urllib.error
import urllib.request
from typing import Final
from urllib.parse import urlsplit

from relations.copies.looking import Page, Reached, words_of

SCHEMES: Final = frozenset({"http", "https"})
LARGEST: Final = 10 * 2**20
"""The most bytes that are read of a page."""

SILENCE: Final = 15.0
"""The most seconds to wait for a machine that says nothing."""

LONGEST: Final = 60.0
"""The most seconds that one page may take, however it trickles."""

_CHUNK: Final = 64 * 1024
_AGENT: Final = "relations sources check (looks whether quotations are still where they were read)"


class Unwanted(Exception):
    """An address that is not asked for, or a page that is not read to its end."""


def fetch(address: str) -> Page:
    """The page at an address, as text if it is text; whatever goes wrong is said in it."""
    try:
        _require_public(address)
        return _read(address)
    except Unwanted as error:
        return Page(reached=Reached.REFUSED, address=address, why=str(error))
    except urllib.error.HTTPError as error:
        return Page(reached=Reached.GONE, address=address, why=f"{error.code} {error.reason}")
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        return Page(reached=Reached.GONE, address=address, why=str(reason))


def _read(address: str) -> Page:
    opener = urllib.request.build_opener(_Redirects)
    request = urllib.request.Request(address, headers={"User-Agent": _AGENT})  # noqa: S310 - the scheme is looked at before
    with opener.open(request, timeout=SILENCE) as answer:
        content = _bounded(answer)
        kind = answer.headers.get_content_type()
        charset = answer.headers.get_content_charset() or "utf-8"
        last = answer.geturl()
    reached = Reached.LIVE if _same(last, address) else Reached.MOVED
    return Page(reached=reached, address=last, text=_text(content, kind, charset))


def _bounded(answer: http.client.HTTPResponse) -> bytes:
    """What a machine answers, up to the bounds of size and time."""
    end, content = time.monotonic() + LONGEST, bytearray()
    while chunk := answer.read(_CHUNK):
        content += chunk
        if len(content) > LARGEST:
            raise Unwanted(f"it has more than {LARGEST} bytes")
        if time.monotonic() > end:
            raise Unwanted(f"it takes longer than {LONGEST:.0f} seconds")
    return bytes(content)


def _text(content: bytes, kind: str, charset: str) -> str | None:
    """The words of a page; ``None`` if it is a picture, a PDF or the like."""
    if not kind.startswith("text/") and kind not in ("application/xhtml+xml", "application/json"):
        return None
    try:
        text = content.decode(charset, errors="replace")
    except LookupError:
        text = content.decode(errors="replace")
    return words_of(text) if "html" in kind else text


def _same(one: str, other: str) -> bool:
    """Whether two addresses are one, a slash at the end and the scheme aside."""
    return one.partition("//")[2].rstrip("/") == other.partition("//")[2].rstrip("/")


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to where an address itself might lead."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: object,
        code: int,
        msg: str,
        headers: object,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The request for the new address, if it may be asked for."""
        _require_public(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]  # handed on as they come


def _require_public(address: str) -> None:
    """Refuse what is no web address, and what leads to the machine here or its neighbours."""
    parts = urlsplit(address)
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise Unwanted(f"{parts.scheme or 'no scheme'}: only http and https are asked for")
    for found in socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM):
        if not ipaddress.ip_address(found[4][0]).is_global:
            raise Unwanted(f"{parts.hostname} is no public machine")
