"""Decoding: bytes to text, by the marks they carry, then as UTF-8, then as declared, then by their likeness."""

import codecs
import re

from onrecord.records.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HTML_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_HTML_HEAD_BYTES = 4096
# Codecs that read escapes out of plain text: a page that names one is not to be believed.
_ESCAPING = frozenset({"utf-7", "unicode-escape", "raw-unicode-escape", "punycode", "idna"})
_WIDE = ["utf_7", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"]


def decode_bytes(data: bytes, *, declared: str | None = None) -> str:
    """The text that bytes hold; raises InputError where no encoding fits.

    UTF-8 goes before the declared encoding: bytes of another one are almost never valid UTF-8 by chance,
    and pages that declare Latin-1 and hold UTF-8 are common.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            marked = _decode_as(data, encoding)
            return _refuse(f"damaged {encoding}") if marked is None else marked
    if b"\0" in data:
        return _refuse("NUL bytes")
    declared = _known_encoding(declared)
    # Japanese ISO-2022 is ASCII to the eye, so that only its declaration tells.
    order = (declared, "utf-8") if data.isascii() else ("utf-8", declared)
    for encoding_or_none in order:
        if encoding_or_none and (text := _decode_as(data, encoding_or_none)) is not None:
            return text
    return _guess(data)


def decode_html(data: bytes, *, declared: str | None = None) -> str:
    """The source of a page, by what its server declared or, failing that, by what its head declares."""
    if declared is None and (found := _HTML_CHARSET.search(data[:_HTML_HEAD_BYTES])):
        declared = found[1].decode("ascii")
    return decode_bytes(data, declared=declared)


def _known_encoding(label: str | None) -> str | None:
    if label is None:
        return None
    try:
        name = codecs.lookup(label.strip()).name.replace("_", "-")
    except (LookupError, ValueError):
        return None
    if name in _ESCAPING or name.startswith(("utf-16", "utf-32")):  # the latter would have shown in the bytes
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name  # as the WHATWG's Encoding Standard has it


def _decode_as(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(data: bytes) -> str:
    """By likeness to languages; Windows' Western encoding goes before its equals, which differ in rare letters."""
    from charset_normalizer import from_bytes  # slow to load, and hardly ever needed

    matches = list(from_bytes(data, cp_exclusion=_WIDE))
    if not matches:
        return _refuse("bytes of no known encoding")
    best = matches[0]
    for match in matches:
        likely = "cp1252" in match.could_be_from_charset
        if likely and (match.chaos, match.coherence) == (best.chaos, best.coherence):
            return _decode_as(data, "cp1252") or str(match)
    return str(best)


def _refuse(found: str) -> str:
    raise InputError("not text", reason="encoding", found=found, expected="UTF-8, or another encoding that is declared")
