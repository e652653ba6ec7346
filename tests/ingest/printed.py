"""PDFs for tests, written by hand: pages of lines at their places, in Helvetica."""

from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842
ENCRYPT = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a) (a)]" % (b"o" * 32, b"u" * 32)


class Words(NamedTuple):
    """A line of a page; `y` counts from the bottom."""

    text: str
    y: float
    x: float = 60
    size: float = 11


def column(lines: Sequence[str], *, top: float = 760, x: float = 60, size: float = 11) -> list[Words]:
    return [Words(line, top - at * 1.25 * size, x, size) for at, line in enumerate(lines)]


def pdf(*pages: Sequence[Words], title: str = "", trailer: bytes = b"", picture: bool = False) -> bytes:
    """A PDF with these pages; with `picture`, a page without lines is a scan."""
    info = b"<< /Title (%s) >>" % title.encode("cp1252")
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    image = _stream(
        b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", b"0"
    )
    kids = b" ".join(b"%d 0 R" % (6 + 2 * at) for at in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
               font, info, image]  # fmt: skip
    for at, page in enumerate(pages):
        resources = b"<< /Font << /F 3 0 R >> /XObject << /I 5 0 R >> >>"
        contents = b" ".join(map(_show, page)) or (b"q %d 0 0 %d 0 0 cm /I Do Q" % (WIDTH, HEIGHT) if picture else b"")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources %s /Contents %d 0 R >>"
            % (WIDTH, HEIGHT, resources, 7 + 2 * at)
        )
        objects.append(_stream(b"", contents))
    return _file(objects, trailer)


def _show(words: Words) -> bytes:
    text = words.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F %g Tf %g %g Td (%s) Tj ET" % (words.size, words.x, words.y, text)


def _stream(heads: bytes, data: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (heads, len(data), data)


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    heads = b"/Size %d /Root 1 0 R /Info 4 0 R %s" % (len(objects) + 1, trailer)
    return bytes(made + b"trailer << %s >>\nstartxref\n%d\n%%%%EOF\n" % (heads, start))
