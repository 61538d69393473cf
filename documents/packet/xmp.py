"""The properties of a packet as an XMP packet (ISO 16684), written plainly: four values need no XML library."""

from html import escape

import pikepdf

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>
   <dc:language><rdf:Bag><rdf:li>es-PE</rdf:li></rdf:Bag></dc:language>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


def write_xmp(pdf: pikepdf.Pdf, *, title: str, creator: str, description: str) -> None:
    """Set the file's metadata stream. It stays unpacked, so that programs that know no PDF find it."""
    words = {"title": title, "creator": creator, "description": description}
    packet = _PACKET.format(**{name: escape(_speakable(value)) for name, value in words.items()})
    stream = pdf.make_stream(packet.encode())
    stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = stream


def _speakable(value: str) -> str:
    """Without the signs that XML 1.0 cannot hold, however they are written."""
    return "".join(
        sign
        for sign in value
        if sign in "\t\n\r" or " " <= sign < "\ud800" or "\ue000" <= sign < "\ufffe" or sign > "\uffff"
    )
