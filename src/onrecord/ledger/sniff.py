"""Sniff: what lies at a path where a ledger was expected, in words for an error."""

from pathlib import Path

SQLITE_HEADER = b"SQLite format 3\0"
_HEADERS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8", "a picture"),
    (b"PAR1", "a Parquet file"),
    (b"{", "JSON text"),
    (b"[", "JSON text"),
    (b"<", "HTML or XML text"),
)
_HEAD_BYTES = 64


def sniff_file(path: Path) -> str | None:
    """What a file is when it is no SQLite database; None when it is one or is empty. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if not head or head.startswith(SQLITE_HEADER):
        return None
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for start, name in _HEADERS:
        if bare.startswith(start):
            return name
    if b"\0" in head:
        return f"a file that begins with {head[:16]!r}"
    return f"text that begins with {head[:24].decode('utf-8', 'replace')!r}"
