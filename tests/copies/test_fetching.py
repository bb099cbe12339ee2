from __future__ import annotations

import email.message
import io
import socket
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest

from relations.copies import fetching
from relations.copies.fetching import fetch
from relations.copies.looking import Reached

ADDRESS = "https://example.org/1"
Answer = Callable[[str], Any]


class Answered(io.BytesIO):
    """What a machine would answer."""

    def __init__(self, content: bytes, kind: str = "text/html", at: str = ADDRESS) -> None:
        super().__init__(content)
        self.headers = email.message.Message()
        self.headers["Content-Type"] = kind
        self._at = at

    def geturl(self) -> str:
        """Where it was found in the end."""
        return self._at


@pytest.fixture
def machines(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A network of our own: what each address answers, an error or what it holds."""
    known: dict[str, Any] = {}

    class Opener:
        def open(self, request: urllib.request.Request, timeout: float) -> Any:  # noqa: ANN401 - any answer
            assert 0 < timeout <= fetching.LONGEST
            answer = known[request.full_url]
            if isinstance(answer, Exception):
                raise answer
            return answer

    def found(host: str, port: int, **_: object) -> list[Any]:
        addresses = {
            "localhost": "127.0.0.1",
            "intranet": "10.0.0.5",
            "metadata": "169.254.169.254",
        }
        if host == "nowhere":
            raise socket.gaierror(-2, "Name or service not known")
        return [(socket.AF_INET, 1, 6, "", (addresses.get(host, "93.184.216.34"), port))]

    monkeypatch.setattr(urllib.request, "build_opener", lambda *_: Opener())
    monkeypatch.setattr(socket, "getaddrinfo", found)
    return known


def test_a_page_is_read_as_words(machines: dict[str, Any]) -> None:
    """What a page shows is its text, in the letters it says it is written in."""
    machines[ADDRESS] = Answered("<p>Ночь</p>".encode("cp1251"), "text/html; charset=cp1251")
    page = fetch(ADDRESS)
    assert (Reached.LIVE, "Ночь") == (page.reached, (page.text or "").strip())


def test_a_page_that_has_moved_says_where(machines: dict[str, Any]) -> None:
    """A redirect is told, unless it only adds a slash or makes the way safe."""
    machines[ADDRESS] = Answered(b"x", at="https://example.org/2")
    machines["http://example.org/a"] = Answered(b"x", at="https://example.org/a/")
    page = fetch(ADDRESS)
    assert (Reached.MOVED, "https://example.org/2") == (page.reached, page.address)
    assert Reached.LIVE is fetch("http://example.org/a").reached


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (urllib.error.HTTPError(ADDRESS, 404, "Not Found", email.message.Message(), None), "404"),
        (urllib.error.URLError(TimeoutError("timed out")), "timed out"),
        (ConnectionResetError("reset by peer"), "reset"),
    ],
)
def test_a_page_that_cannot_be_had_says_why(
    machines: dict[str, Any], error: Exception, why: str
) -> None:
    """What goes wrong on the way is an answer and no traceback."""
    machines[ADDRESS] = error
    page = fetch(ADDRESS)
    assert (Reached.GONE, None) == (page.reached, page.text)
    assert why in page.why


def test_a_name_that_nobody_has_is_gone(machines: dict[str, Any]) -> None:
    """A host that does not exist is told as one that is gone."""
    assert Reached.GONE is fetch("https://nowhere/1").reached


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://example.org/1",
        "http:///nothing",
        "http://localhost/1",
        "http://intranet/1",
        "http://metadata/latest",
    ],
)
def test_only_public_web_pages_are_asked_for(machines: dict[str, Any], address: str) -> None:
    """Another scheme, this machine and its neighbours are refused before anything is opened."""
    assert Reached.REFUSED is fetch(address).reached


def test_a_redirect_leads_nowhere_that_an_address_may_not(machines: dict[str, Any]) -> None:
    """A page cannot send us to a machine that we would not ask ourselves."""
    redirects = fetching._Redirects()
    request = urllib.request.Request(ADDRESS)
    headers = email.message.Message()
    for wrong in ("file:///etc/passwd", "http://localhost/1"):
        with pytest.raises(fetching.Unwanted):
            redirects.redirect_request(request, None, 302, "Found", headers, wrong)
    followed = redirects.redirect_request(
        request, None, 302, "Found", headers, "https://example.org/2"
    )
    assert followed is not None
    assert "https://example.org/2" == followed.full_url


def test_a_page_has_an_end(machines: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is too large, or trickles for too long, is not read to its end."""
    monkeypatch.setattr(fetching, "LARGEST", 100)
    machines[ADDRESS] = Answered(b"x" * 101)
    large = fetch(ADDRESS)
    assert (Reached.REFUSED, True) == (large.reached, "more than 100 bytes" in large.why)
    clock = iter((0.0, fetching.LONGEST + 1))
    monkeypatch.setattr("relations.copies.fetching.time.monotonic", lambda: next(clock))
    machines[ADDRESS] = Answered(b"x" * 10)
    slow = fetch(ADDRESS)
    assert (Reached.REFUSED, True) == (slow.reached, "takes longer than" in slow.why)


@pytest.mark.parametrize("kind", ["application/pdf", "image/png"])
def test_what_is_no_text_has_no_words(machines: dict[str, Any], kind: str) -> None:
    """A PDF is there, and its words are not looked for."""
    machines[ADDRESS] = Answered(b"%PDF", kind)
    page = fetch(ADDRESS)
    assert (Reached.LIVE, None) == (page.reached, page.text)


def test_letters_that_nobody_knows_are_read_as_they_can(machines: dict[str, Any]) -> None:
    """A page that names an encoding which does not exist is read as UTF-8."""
    machines[ADDRESS] = Answered("Ночь".encode(), "text/plain; charset=klingon")
    assert "Ночь" == fetch(ADDRESS).text
