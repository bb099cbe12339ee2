"""A PDF of a few lines that carries files, for tests that need none of its pages."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from relations.pairs import Pair
from relations.report.build import build
from relations.report.document import Document
from relations.report.options import Options


def carried(files: Iterable[bytes], *, squeezed: bool = True) -> bytes:
    """A file that begins as a PDF does and embeds these."""
    parts = [b"%PDF-1.7"]
    for content in files:
        body = zlib.compress(content) if squeezed else content
        how = b"/Filter /FlateDecode" if squeezed else b""
        parts += [b"1 0 obj", b"<< /Type /EmbeddedFile %s >>" % how, b"stream", body]
        parts += [b"endstream", b"endobj"]
    return b"\n".join([*parts, b"%%EOF", b""])


def paper(pair: Pair, options: Options | None = None) -> bytes:
    """A PDF that carries what the dossier of a pair carries."""
    return carried(file.content for file in document(pair, options).attachments)


def document(pair: Pair, options: Options | None = None) -> Document:
    """The dossier of a pair."""
    return build(pair, options).document
