"""What makes a file fit to be kept: its metadata, its colours, and the data that came with it.

PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) ask for these beside tags and embedded fonts.
"""

from __future__ import annotations

import datetime
from importlib import resources
from xml.sax.saxutils import escape

from attrs import frozen

from relations.report.document import Attachment
from relations.report.pdf.objects import Numbering, Raw, plain_stream, stream, text_string

_PROFILE = "sRGB IEC61966-2.1"
_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of PDF/UA that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@frozen
class Metadata:
    """What a file says of itself, once in its properties and once in XMP."""

    title: str
    subject: str
    keywords: str
    lang: str
    creator: str
    producer: str
    date: datetime.date

    @property
    def stamp(self) -> str:
        """The date as PDF writes it: midnight, in universal time."""
        return f"D:{self.date:%Y%m%d}000000Z"

    def xmp(self) -> Raw:
        """The metadata stream, which is never compressed, so that any tool finds it."""
        said = {
            key: escape(getattr(self, key))
            for key in ("title", "subject", "keywords", "lang", "creator", "producer")
        }
        text = _XMP.format(date=f"{self.date:%Y-%m-%d}T00:00:00Z", **said)
        return plain_stream(text.encode("utf-8"), "/Type/Metadata/Subtype/XML")


def output_intent(numbering: Numbering) -> str:
    """Says that colours are sRGB, with the profile itself."""
    profile = (resources.files("relations.report") / "pdf" / "sRGB.icc").read_bytes()
    held = numbering.reference(stream(profile, "/N 3"))
    name = text_string(_PROFILE)
    return (
        f"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{name}/Info{name}"
        f"/DestOutputProfile {held}>>]"
    )


def attach(
    attachments: tuple[Attachment, ...], metadata: Metadata, numbering: Numbering
) -> list[tuple[str, str]]:
    """Enter files as the source of the paper (AFRelationship), and return each by its name."""
    return [
        (attachment.name, numbering.reference(Raw(_file(attachment, metadata, numbering))))
        for attachment in sorted(attachments, key=lambda item: item.name)
    ]


def _file(attachment: Attachment, metadata: Metadata, numbering: Numbering) -> str:
    """What is said of an attached file, after its content has been entered."""
    content = attachment.content
    kind = attachment.media_type.replace("/", "#2F")
    held = numbering.reference(
        stream(
            content,
            f"/Type/EmbeddedFile/Subtype/{kind}"
            f"/Params<</Size {len(content)}/ModDate({metadata.stamp})>>",
        )
    )
    name = text_string(attachment.name)
    return (
        f"<</Type/Filespec/F{name}/UF{name}/Desc{text_string(attachment.description)}"
        f"/AFRelationship/Source/EF<</F {held}/UF {held}>>>>"
    )
