from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.report.clean import clean_text, safe_address

ANY = st.text(st.characters(exclude_categories=[]))


class TestText:
    """What may stand on a page."""

    def test_leaves_plain_words_alone(self) -> None:
        """Names in Latin, Vietnamese and Cyrillic letters come out as they went in."""
        words = "Nguyễn Phú Trọng – Владимир Путин, “§ 3”, 5 % & <more>"

        assert words == clean_text(words)

    def test_composes(self) -> None:
        """Letters written with separate marks are composed, so that one glyph shows them."""
        assert "Hà Nội" == clean_text(unicodedata.normalize("NFD", "Hà Nội"))

    @pytest.mark.parametrize("end", ["\n", "\t", "\r", "\x85", "\u2028", "\u3000"])
    def test_line_ends_become_spaces(self, end: str) -> None:
        """Line ends, tabs and odd spaces keep two words apart as a space does."""
        assert "a b" == clean_text(f"a{end}b")

    @pytest.mark.parametrize(
        "hidden", ["\x00", "\x1b", "\x7f", "\x9b", "\u200b", "\u00ad", "\ufeff", "\U000e0041"]
    )
    def test_what_cannot_be_seen_goes(self, hidden: str) -> None:
        """Controls, zero-width characters and tags are removed."""
        assert "ab" == clean_text(f"a{hidden}b")

    @pytest.mark.parametrize("override", ["\u202e", "\u202a", "\u2066", "\u2069", "\u200f"])
    def test_direction_overrides_go(self, override: str) -> None:
        """Nothing in the data can turn the direction of the words around it."""
        assert "abc" == clean_text(f"a{override}bc")

    @pytest.mark.parametrize("lost", ["\ud83d", "\ufffe", "\U0001ffff", "\ufdd0"])
    def test_what_was_lost_is_shown(self, lost: str) -> None:
        """A lone surrogate or a non-character leaves a replacement character behind."""
        assert "a\ufffdb" == clean_text(f"a{lost}b")

    def test_joiners_stay_where_they_spell(self) -> None:
        """A zero-width non-joiner stays in a Persian word and goes from a Latin one."""
        assert "می\u200cخواهم" == clean_text("می\u200cخواهم")
        assert "ab" == clean_text("a\u200cb")

    def test_marks_do_not_pile_up(self) -> None:
        """Of many marks upon one letter four are kept."""
        assert 5 == len(clean_text("x" + "\u0338" * 50))

    def test_says_where_it_was_cut(self) -> None:
        """A text over the limit is cut to the limit and ends in a visible sign."""
        cut = clean_text("a" * 100, limit=20)

        assert cut == "a" * 16 + " […]"

    def test_each_sign_is_seen_and_composed(self) -> None:
        """After a letter each sign comes out composed, and no line end or soft hyphen does."""
        signs = [chr(code) for code in range(0x3000)]
        cleaned = [clean_text(f"a{sign}") for sign in signs]
        hidden = {sign for sign in signs if unicodedata.category(sign) in ("Cc", "Zl", "Zp")}

        assert [text for text in cleaned if not unicodedata.is_normalized("NFC", text)] == []
        assert [text for text in cleaned if set(text) & {*hidden, "\xad", "\u200b"}] == []

    @given(ANY)
    def test_holds_nothing_unseen(self, value: str) -> None:
        """Whatever goes in, no control, surrogate or direction override comes out."""
        categories = {unicodedata.category(character) for character in clean_text(value)}

        assert not categories & {"Cc", "Cs"}
        assert not set(clean_text(value)) & set(map(chr, [*range(0x202A, 0x202F), 0x2066, 0x2069]))

    @given(ANY)
    def test_is_settled(self, value: str) -> None:
        """Cleaning what is clean changes nothing, and the result is in NFC."""
        once = clean_text(value)

        assert once == clean_text(once)
        assert unicodedata.is_normalized("NFC", once)

    @given(ANY, st.integers(10, 30))
    def test_keeps_its_limit(self, value: str, limit: int) -> None:
        """No text is longer than the limit."""
        assert len(clean_text(value, limit)) <= limit

    @given(ANY)
    def test_can_be_written(self, value: str) -> None:
        """Whatever goes in, what comes out can be encoded."""
        assert clean_text(value) == clean_text(value).encode().decode()


class TestAddress:
    """What may be followed."""

    @pytest.mark.parametrize(
        "address",
        [
            "https://www.example.org/a/b?c=d&e=f#g",
            "http://example.org:8080/",
            "https://example.org",
            "https://example.org/wiki/A_(b)%20c",
            "mailto:desk@example.org",
        ],
    )
    def test_leaves_good_addresses_alone(self, address: str) -> None:
        """Web and mail addresses come out as they went in."""
        assert address == safe_address(address)

    @pytest.mark.parametrize(
        "address",
        [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "pdf:other.pdf",
            "ftp://example.org/x",
            "//example.org/x",
            "/etc/passwd",
            "example.org",
            "https:",
            "https:///path",
            "https://user:word@example.org/",
            "https://good.example.org\\@bad.example.org/",
            "https://exa mple.org/",
            "https://example.org/\u202egro",
            "https://example.org/\x00",
            "https://[::1",
            "https://example.org:99999/",
            "https://example.org/\ud800",
            "mailto:",
            "mailto:a@b@c",
            "mailto:a@b?subject=x%0d%0aBcc:c@d",
            "https://example.org/" + "a" * 2_000,
            "",
        ],
    )
    def test_refuses(self, address: str) -> None:
        """Any other scheme, a hidden host, white space, controls and monsters are refused."""
        assert safe_address(address) is None

    def test_encodes_other_letters(self) -> None:
        """Letters outside ASCII are percent-encoded in the path and spelt out in the host."""
        assert "https://example.org/Vi%E1%BB%87t?q=%D0%9C" == safe_address(
            "https://example.org/Việt?q=М"
        )
        assert "https://xn--e1afmkfd.xn--p1ai/" == safe_address("https://пример.рф/")

    def test_encodes_what_would_end_it(self) -> None:
        """Quotes, angle brackets and bare percent signs cannot end an address early."""
        assert "https://example.org/%22%3E%3Cb%3E%25" == safe_address('https://example.org/"><b>%')

    @given(st.one_of(ANY, ANY.map("https://example.org/".__add__), ANY.map("https://".__add__)))
    def test_gives_an_address_or_none(self, value: str) -> None:
        """Whatever goes in, an ASCII address of an allowed scheme comes out, and stays as it is."""
        address = safe_address(value)

        if address is not None:
            assert address.isascii()
            assert address.isprintable()
            assert " " not in address
            assert address.startswith(("http://", "https://", "mailto:"))
            assert address == safe_address(address)
