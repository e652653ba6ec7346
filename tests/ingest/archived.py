"""Web archives for tests, written by hand so that each byte of them can be damaged."""

import gzip
from collections.abc import Iterable

PAGE = "<html><head><title>Letters sent</title></head><body><article><p>{}</p></article></body></html>"


def answer(body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def record(block: bytes, *, address: str = "https://h.example/a", kind: str = "response", more: str = "") -> bytes:
    heads = f"WARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-07-30T08:00:00Z\r\n{more}"
    return f"WARC/1.0\r\n{heads}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def page(text: str, address: str = "https://h.example/a") -> bytes:
    return record(answer(PAGE.format(text).encode()), address=address)


def packed(records: Iterable[bytes]) -> bytes:
    return b"".join(map(gzip.compress, records))
