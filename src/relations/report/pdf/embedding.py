"""Put into the file what is needed of each font: its used glyphs, and what these stand for.

Fonts are written as Type 0 with Identity-H, so the numbers of the glyphs are the codes on the
page and one font object serves however many glyphs.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping

import uharfbuzz as hb

from relations.report.fontfile import FontFile, Glyphs, Meaning
from relations.report.pdf.objects import Numbering, Raw, stream

_NOT_NEEDED = (
    *("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "OS/2", "STAT", "VORG", "cmap", "gasp", "meta"),
    *("name", "post", "vhea", "vmtx"),
)
_SYMBOLIC = 4
_LISTED_TOGETHER = 100
_CMAP = """\
/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{lists}
endcmap CMapName currentdict /CMap defineresource pop end end"""


def embed(font: FontFile, shown: Iterable[Glyphs], numbering: Numbering) -> str:
    """Enter a font with some of its glyphs into a file, and return a reference to it."""
    meanings: frozenset[Meaning] = frozenset().union(*[part.meanings for part in shown])
    # Of several meanings the first stands, in whatever order the words were met.
    characters = dict(sorted(meanings, reverse=True))
    gids = sorted(characters)
    name = _subset_name(font, gids)
    has_curves = "CFF " in font.face.table_tags  # cubic ones, as PostScript has
    file = numbering.reference(_program(font, gids, has_curves))
    key = "FontFile3" if has_curves else "FontFile2"
    descriptor = numbering.reference(Raw(_descriptor(font, name, f"/{key} {file}")))
    widths = "".join(f"{gid}[{font.width(gid):g}]" for gid in gids)
    descendant = numbering.reference(
        Raw(
            f"<</Type/Font/Subtype/CIDFontType{0 if has_curves else 2}/BaseFont/{name}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor}/DW 1000/W[{widths}]"
            f"{'' if has_curves else '/CIDToGIDMap/Identity'}>>"
        )
    )
    unicode = numbering.reference(stream(_to_unicode(characters).encode("ascii")))
    return numbering.reference(
        Raw(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant}]/ToUnicode {unicode}>>"
        )
    )


def _subset_name(font: FontFile, gids: Iterable[int]) -> str:
    """The font's name after six letters that tell this choice of glyphs from others."""
    digest = hashlib.sha256(",".join(map(str, gids)).encode()).digest()
    letters = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
    name = font.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME)
    return f"{letters}+{name}"


def _program(font: FontFile, gids: Iterable[int], has_curves: bool) -> Raw:
    """The outlines of some glyphs, each under its own number, as a stream."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(gids)
    dropped = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    for tag in _NOT_NEEDED:
        dropped.add(int.from_bytes(tag.ljust(4).encode(), "big"))
    program = bytes(hb.subset(font.face, wanted).blob.data)
    return stream(program, "/Subtype/OpenType" if has_curves else f"/Length1 {len(program)}")


def _descriptor(font: FontFile, name: str, file: str) -> str:
    """The font's measures, in 1/1000 of its size."""
    head = font.face.reference_table("head").data
    corners = " ".join(f"{side * font.scale:g}" for side in struct.unpack(">4h", head[36:44]))
    extents = font.font.get_font_extents("ltr")
    capital = font.font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT) or extents.ascender
    slant = font.font.get_style_value(hb.StyleTag.SLANT_ANGLE)
    weight = font.font.get_style_value(hb.StyleTag.WEIGHT)
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags {_SYMBOLIC}/FontBBox[{corners}]"
        f"/ItalicAngle {slant:g}/Ascent {extents.ascender * font.scale:g}"
        f"/Descent {extents.descender * font.scale:g}/CapHeight {capital * font.scale:g}"
        f"/StemV {weight / 5:g}{file}>>"
    )


def _to_unicode(characters: Mapping[int, str]) -> str:
    """What each glyph stands for, so that text can be copied and searched."""
    pairs = [
        f"<{gid:04X}> <{stands_for.encode('utf-16-be').hex().upper()}>"
        for gid, stands_for in sorted(characters.items())
    ]
    groups = (pairs[at : at + _LISTED_TOGETHER] for at in range(0, len(pairs), _LISTED_TOGETHER))
    lists = "\n".join(
        f"{len(group)} beginbfchar\n" + "\n".join(group) + "\nendbfchar" for group in groups
    )
    return _CMAP.format(lists=lists)
