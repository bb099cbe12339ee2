"""The file itself: small objects packed together, so that tagging costs few bytes.

ReportLab writes each object on its own, as PDF 1.4 did. Here all that is no stream goes into
object streams, and where everything stands into a cross-reference stream (ISO 32000-1, 7.5.7-8).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFInfo, PDFObject
from reportlab.pdfbase.pdfdoc import format as write

from relations.report.pdf.objects import EFFORT, Raw, stream_object, text_string

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED_TOGETHER = 200
_IN_FILE, _IN_STREAM = 1, 2


class Properties(PDFInfo):
    """Title, subject and dates, no more than the file's metadata say again."""

    date = ""

    def format(self, document: object) -> bytes:
        entries = {
            "Title": self.title,
            "Subject": self.subject,
            "Keywords": self.keywords,
            "Creator": self.creator,
            "Producer": self.producer,
            "CreationDate": self.date,
            "ModDate": self.date,
        }
        said = "".join(f"/{key}{text_string(value)}" for key, value in entries.items() if value)
        return f"<<{said}>>".encode("latin-1")


class File(PDFDocument):
    """ReportLab's document, written compactly; ``identity`` makes the file's identifier."""

    # ReportLab's own, which its type stubs leave out.
    Catalog: Any
    Pages: Any
    idToObject: dict[str, PDFObject]  # noqa: N815  # ReportLab's name
    idToObjectNumberAndVersion: dict[str, tuple[int, int]]  # noqa: N815  # ReportLab's name
    numberToId: dict[int, str]  # noqa: N815  # ReportLab's name
    objectcounter: int

    def __init__(self, lang: str, identity: bytes) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7), lang=lang)
        self.info = Properties()
        self.identity = identity
        self._raw: dict[int, Raw] = {}

    def reference(self, what: Raw) -> str:
        """``12 0 R``, after entering the object if it is new."""
        if not what.number:
            self.objectcounter += 1
            what.number = self.objectcounter
            self._raw[what.number] = what
        return f"{what.number} 0 R"

    def page(self, number: int) -> str:
        """A reference to a page, the first being 1."""
        return self._own(self.Pages[number - 1])

    def _own(self, what: PDFObject) -> str:
        """A reference to an object of ReportLab's."""
        reference = self.Reference(what)  # type: ignore[no-untyped-call]  # ReportLab has no types
        number, _ = self.idToObjectNumberAndVersion[reference.name]
        return f"{number} 0 R"

    def format(self) -> bytes:
        """The whole file."""
        root, info = self._own(self.Catalog), self._own(self.info)
        out = [_HEADER]
        places: dict[int, tuple[int, int, int]] = {}
        end = len(_HEADER)

        def put(number: int, data: bytes) -> None:
            nonlocal end
            places[number] = (_IN_FILE, end, 0)
            out.append(b"%d 0 obj\n%b\nendobj\n" % (number, data))
            end += len(out[-1])

        small: list[tuple[int, str]] = []
        number = 0
        for number, data in self._objects():
            if isinstance(data, bytes):
                put(number, data)
            else:
                small.append((number, data))
        for at in range(0, len(small), _PACKED_TOGETHER):
            group = small[at : at + _PACKED_TOGETHER]
            number += 1
            put(number, _pack(group))
            places |= {held: (_IN_STREAM, number, nth) for nth, (held, _) in enumerate(group)}
        number += 1
        start = end
        places[number] = (_IN_FILE, start, 0)
        trailer = f"/Root {root}/Info {info}/ID[<{self.identity.hex()}><{self.identity.hex()}>]"
        put(number, _cross_references(places, number + 1, trailer))
        return b"".join([*out, b"startxref\n%d\n%%%%EOF\n" % start])

    def _objects(self) -> Iterator[tuple[int, bytes | str]]:
        """Every object by number, streams as bytes; writing one may enter others."""
        number = 0
        while number < self.objectcounter:
            number += 1
            raw = self._raw.get(number)
            if raw is not None:
                yield number, raw.written()
            else:
                held = self.idToObject[self.numberToId[number]]
                data = write(held, self, toplevel=1).rstrip(b"\n")
                yield number, data if data.endswith(b"endstream") else data.decode("latin-1")


def _pack(group: Sequence[tuple[int, str]]) -> bytes:
    """Objects, each a character a byte, as one object stream."""
    head, offset = [], 0
    for number, data in group:
        head.append(f"{number} {offset}")
        offset += len(data) + 1
    index = " ".join(head).encode() + b"\n"
    objects = "\n".join([data for _, data in group]).encode("latin-1")
    packed = zlib.compress(index + objects, EFFORT)
    entries = f"/Type/ObjStm/N {len(group)}/First {len(index)}"
    return stream_object(packed, f"{entries}/Filter/FlateDecode")


def _cross_references(places: dict[int, tuple[int, int, int]], size: int, trailer: str) -> bytes:
    """Where each object stands, as a stream that is also the trailer."""
    free = (0, 0, 65535)
    pack = struct.Struct(">BIH").pack
    rows = b"".join([pack(*places.get(number, free)) for number in range(size)])
    entries = f"/Type/XRef/Size {size}/W[1 4 2]{trailer}/Filter/FlateDecode"
    return stream_object(zlib.compress(rows, EFFORT), entries)
