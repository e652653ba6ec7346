"""Targets: each way in, with the inputs to try on it and what must hold whatever they are.

A target takes an input or refuses it with an OnrecordError or a Rejected that tells why; all else is a fault.
"""

import gzip
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, get_args

from hypothesis import strategies as st

from onrecord.ingest import IngestOptions
from onrecord.ingest.archives import ARCHIVES
from onrecord.ingest.decode import decode_bytes, decode_html
from onrecord.ingest.documents import draft_from_page
from onrecord.ingest.drafts import Draft, finish_report
from onrecord.ingest.entries import read_entry
from onrecord.ingest.feeds import read_feed
from onrecord.ingest.fetch import Page
from onrecord.ingest.fields import draft_from_json
from onrecord.ingest.mail import draft_from_mail
from onrecord.ingest.markdown import draft_from_markdown
from onrecord.ingest.name_lists import Where, read_names
from onrecord.ingest.normalise import normalise_text
from onrecord.ingest.opml import read_opml
from onrecord.ingest.pdf import draft_from_pdf
from onrecord.ingest.published import date_in_url, parse_published
from onrecord.ingest.readings import _read_stream
from onrecord.ingest.unpack import unbrotli, unpack
from onrecord.ingest.webpage import draft_from_webpage
from onrecord.ledger import Ledger, open_ledger
from onrecord.matters.matter_file import read_matter
from onrecord.matters.propose import matter_toml
from onrecord.reader.reader import Reader
from onrecord.records import Reading, Report
from onrecord.records.checks import keep_sound
from onrecord.records.codec import Record, decode_reading, decode_record, encode_reading, encode_record
from onrecord.records.errors import InputError, OnrecordError
from onrecord.records.ids import report_id
from onrecord.records.rejected import Rejected
from onrecord.resolve.listed import split_names
from tests.factories import make_reading, make_report
from tests.fuzz.hostile import ANY_TEXT, HARD, NEWS, spoiled
from tests.ingest.archived import packed
from tests.ingest.archived import page as warc_page
from tests.ingest.feeding import ATOM, RSS
from tests.ingest.mailed import BOTH
from tests.ingest.printed import column, pdf
from tests.ingest.workbooks import make_workbook
from tests.matters.telling import MATTER

OPTIONS = IngestOptions(max_chars=200_000, max_bytes=400_000, max_page_bytes=200_000)
LINES = "Freedonia asked 25 states to file.", "The ministry of Sylvania declined to comment on the letter."
HTML = (
    '<html lang="en"><head><meta charset="utf-8"><title>Letters sent</title><link rel="canonical" href="https://h.example/a">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-06-30"}</script></head>'
    f"<body><nav>Menu</nav><article><h1>Letters sent</h1><p>{LINES[0]}</p><p>{LINES[1] * 3}</p></article></body></html>"
).encode()
HTML_BITS = (
    b"<p>",
    b"<div>",
    b"</",
    b"<!--",
    b"<![CDATA[",
    b"&#xD800;",
    b"&#99999999;",
    b"<script>",
    b"<table><tr><td>",
    b"='",
)
MARKDOWN = b"---\ntitle: Letters\n---\n# Letters\n\nThe *ministry* [declined](https://m.example).\n\n* a\n"
MARKDOWN_BITS = (
    b"> ",
    b"- ",
    b"[",
    b"](",
    b"*",
    b"`",
    b"---\n",
    b"&a ",
    b"*a",
    b"{",
    b"<div>",
    b"|-|\n",
    b"!!python/object ",
)
JSON = json.dumps(
    {"id": 7, "title": "T", "outlet": {"name": "O"}, "url": "https://h.example/2024/06/30/a", "text": LINES[0]}
)
JSON_BITS = b'"\\ud800"', b"[", b"{", b"1e999", b"NaN", b'"text":', b"null", b"9" * 5000
MBOX = b"From desk@h.example Sun Jun 30 08:00:00 2024\nSubject: a\n\nThe port is shut.\n\n"
MAIL_BITS = (
    b"Content-Type: multipart/mixed; boundary=b\n\n--b\n",
    b"=?utf-8?q?=ff?=",
    b"Content-Transfer-Encoding: base64\n",
)
CSV = b"State,Signed\nChile,2024-06-30\nPeru,2024-07-01\n"
OPML = b'<opml version="2.0"><body><outline text="a" xmlUrl="https://w.example/rss"/></body></opml>'
XML_BITS = (
    b"<!DOCTYPE r [<!ENTITY a 'aaaa'>]>",
    b"&a;",
    b"<![CDATA[",
    b"<item>",
    b"<title>",
    b"xmlns:a='b' ",
    b'encoding="utf-7"',
)
TOML_BITS = b"[", b"[[instruments]]\n", b"= ", b'"""', b"{", b"1979-99-99", b"9" * 5000, b"\\ud800"


@dataclass(frozen=True, kw_only=True)
class Target:
    """`share` is how many of the examples are tried: a slow one gets fewer."""

    inputs: st.SearchStrategy[Any]
    try_one: Callable[[Any], None]
    share: float = 1.0


def check_draft(draft: Draft) -> None:
    check_report(finish_report(draft, OPTIONS))


def _drafted(read: Callable[[Any], Draft]) -> Callable[[Any], None]:
    return lambda given: check_draft(read(given))


def check_report(report: Report) -> None:
    """A report is text in its stored form under its own id, and survives the codec."""
    assert report.text == normalise_text(report.text)
    assert report.text.encode("utf-8").strip()
    fields = {"title": report.title, "url": report.url, "published": report.published}
    assert report.id == report_id(text=report.text, outlet=report.outlet, **fields)
    assert decode_record(encode_record(report), Report) == report


def check_each(found: Iterable[Report | Reading | Rejected]) -> None:
    for one in found:
        if isinstance(one, Rejected):
            assert one.where
            assert one.reason
            assert one.detail
        elif isinstance(one, Report):
            check_report(one)
        else:
            check_reading(one)


def check_reading(reading: Reading) -> None:
    """A reading stands on its text, and survives the codec."""
    assert keep_sound(reading) == reading
    assert decode_reading(encode_reading(reading)) == reading


def _try_archive(suffix: str) -> Callable[[bytes], None]:
    return lambda data: check_each(ARCHIVES[suffix](io.BytesIO(data), f"a{suffix}", OPTIONS))


def _try_page(data: bytes) -> None:
    for kind in ("text/html", "text/plain", "application/json", ""):
        try:
            check_draft(draft_from_page(_page(data, kind)))
        except InputError as error:
            assert error.rejected("a").detail  # noqa: PT017 - each kind is tried


def _page(data: bytes, media_type: str) -> Page:
    return Page(url="https://h.example/a", media_type=media_type, charset="utf-16", body=data)


def _try_feed(data: bytes) -> None:
    feed = read_feed(_page(data, "application/rss+xml"))
    for entry in feed.entries:
        try:
            check_report(read_entry(entry, feed, OPTIONS, _unreachable).report)
        except InputError as error:
            assert error.reason  # noqa: PT017 - the others are tried


def _unreachable(url: str, options: IngestOptions) -> Page:  # noqa: ARG001 - the shape of fetch_page
    raise InputError("address cannot be read", reason="http_status", found="404")


def _try_opml(data: bytes) -> None:
    check_each(read_opml(data, "a.opml")[1])


def _try_names(data: bytes) -> None:
    for file in ("a.csv", "a.txt"):
        try:
            _names(data, file)
        except InputError as error:
            assert str(error)  # noqa: PT017 - both kinds are tried


def _names(data: bytes, file: str) -> None:
    names = read_names(data, file=file, where=Where(), split_names=split_names)
    assert all(name.written.strip() and name.place for name in names.names)


def _try_packed(data: bytes) -> None:
    for unpacking in (unpack([data], "gzip", max_bytes=50_000), unbrotli([data], 50_000)):
        try:
            assert all(len(piece) <= 50_001 for piece in unpacking)
        except InputError as error:
            assert error.reason == "network"  # noqa: PT017 - both are tried


def _try_codec(data: bytes) -> None:
    for kind in get_args(Record):
        try:
            assert encode_record(decode_record(data, kind))
        except OnrecordError:
            continue
    check_each(_read_stream(io.BytesIO(data), "a.jsonl"))


def _try_date(written: str) -> None:
    for day in (parse_published(written), date_in_url(f"https://h.example/{written}/")):
        assert day is None or (len(day) == 10 and parse_published(day) == day)


def _try_matter(data: bytes) -> None:
    assert read_matter(data.decode("utf-8", "replace"), where="a.toml").instruments


def _try_reader(text: str) -> None:
    report = finish_report(Draft(text=text, published="2024-06-30"), OPTIONS)
    reading = reader().read(report)
    assert reading.report == report
    check_reading(reading)


def _try_explain(text: str) -> None:
    report = finish_report(Draft(text=text, published="0001-01-01"), OPTIONS)
    reading, explanation = reader().explain(report)
    check_reading(reading)
    assert encode_record(explanation)


def _try_search(words: str) -> None:
    for hit in ledger().search(words):
        assert all(snippet.words for snippet in hit.snippets)


@cache
def reader() -> Reader:
    return Reader.load()


@cache
def ledger() -> Ledger:
    opened = open_ledger(Path(mkdtemp()) / "fuzz.db", clock=lambda: datetime(2024, 7, 1, tzinfo=UTC))
    opened.append(make_reading(make_report()))
    return opened


READING = encode_reading(make_reading(make_report()))
TARGETS: Mapping[str, Target] = {
    "text": Target(
        inputs=spoiled([LINES[0].encode("utf-16"), "Café “no”".encode("cp1252"), LINES[1].encode()]),
        try_one=_drafted(lambda data: Draft(text=decode_bytes(data))),
    ),
    "any unicode": Target(
        inputs=ANY_TEXT | HARD, try_one=_drafted(lambda text: Draft(text=text, title=text, byline=text))
    ),
    "html": Target(
        inputs=spoiled([HTML], HTML_BITS), try_one=_drafted(lambda data: draft_from_webpage(decode_html(data)))
    ),
    "fetched page": Target(inputs=spoiled([HTML, JSON.encode()], HTML_BITS), try_one=_try_page),
    "markdown": Target(
        inputs=spoiled([MARKDOWN], MARKDOWN_BITS),
        try_one=_drafted(lambda data: draft_from_markdown(decode_bytes(data))),
    ),
    "json": Target(
        inputs=spoiled([JSON.encode()], JSON_BITS),
        try_one=_drafted(lambda data: draft_from_json(data.decode("utf-8", "surrogateescape"))),
    ),
    "jsonl": Target(inputs=spoiled([JSON.encode() + b"\n" + JSON.encode()], JSON_BITS), try_one=_try_archive(".jsonl")),
    "readings and codec": Target(inputs=spoiled([READING], JSON_BITS), try_one=_try_codec),
    "feed": Target(inputs=spoiled([RSS.encode(), ATOM.encode()], XML_BITS), try_one=_try_feed),
    "opml": Target(inputs=spoiled([OPML], XML_BITS), try_one=_try_opml),
    "warc": Target(inputs=spoiled([warc_page(LINES[1] * 3) * 2]), try_one=_try_archive(".warc")),
    "warc.gz": Target(inputs=spoiled([packed([warc_page(LINES[1] * 3)] * 2)]), try_one=_try_archive(".warc.gz")),
    "packed page": Target(inputs=spoiled([gzip.compress(bytes(100_000)), gzip.compress(HTML)]), try_one=_try_packed),
    "mbox": Target(inputs=spoiled([MBOX * 2], MAIL_BITS), try_one=_try_archive(".mbox")),
    "mail": Target(inputs=spoiled([BOTH.encode()], MAIL_BITS), try_one=_drafted(draft_from_mail)),
    "pdf": Target(
        inputs=spoiled([pdf(column(LINES), column(LINES))], [b"/Count ", b"6 0 R ", b"endobj", b"<<"]),
        try_one=_drafted(draft_from_pdf),
    ),
    "names": Target(
        inputs=spoiled([CSV, b"Chile, Peru and Fiji", b"Chile\tx\nPeru\ty"], [b",", b"\t"]), try_one=_try_names
    ),
    "workbook": Target(
        inputs=spoiled([make_workbook({"S": [["State"], ["Chile"], ["Peru"]]})], [b'r="XFD1048576"', b"PK\x03\x04"]),
        try_one=lambda data: _names(b"PK\x03\x04" + data[4:], "a.xlsx"),
        share=0.1,
    ),
    "matter file": Target(
        inputs=spoiled([matter_toml(MATTER).encode()], TOML_BITS),
        try_one=_try_matter,
    ),
    "dates": Target(
        inputs=st.text(alphabet="0123456789-/T:+Z. ,JunSat", max_size=30) | HARD | st.datetimes().map(str),
        try_one=_try_date,
    ),
    "search": Target(inputs=HARD | ANY_TEXT | NEWS, try_one=_try_search),
    "reader": Target(inputs=NEWS | HARD | ANY_TEXT, try_one=_try_reader, share=0.5),
    "explain": Target(inputs=NEWS, try_one=_try_explain, share=0.3),
}  # fmt: skip
