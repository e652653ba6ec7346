from pathlib import Path

import pytest

from onrecord.ingest.documents import draft_from_file, draft_from_page
from onrecord.ingest.fetch import Page
from onrecord.ingest.options import IngestOptions
from onrecord.records.errors import InputError
from onrecord.records.reports import Outlet

URL = "https://www.harbourtimes.example/a"


def fetched(media_type: str, body: str, charset: str | None = None) -> Page:
    return Page(url=URL, media_type=media_type, charset=charset, body=body.encode(charset or "utf-8"))


def test_text_file_is_text_from_its_first_line(tmp_path: Path) -> None:
    (tmp_path / "a.TXT").write_text("Letters sent\n\nThe ministry wrote.", encoding="utf-8")
    draft = draft_from_file(tmp_path / "a.TXT", IngestOptions())
    assert (draft.title, draft.text) == (None, "Letters sent\n\nThe ministry wrote.")


def test_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>The ministry wrote.</p>", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        draft_from_file(tmp_path / "a.html", IngestOptions(max_page_bytes=5))
    assert caught.value.reason == "too_large"


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("text/html", "<p>The ministry wrote.</p>"),
        ("", "\n<html><body><p>The ministry wrote.</p></body></html>"),
        ("text/plain", "The ministry wrote."),
        ("text/markdown", "The *ministry* wrote."),
        ("application/json", '{"text": "The ministry wrote."}'),
    ],
)
def test_page_has_the_address_that_it_came_from(media_type: str, body: str) -> None:
    draft = draft_from_page(fetched(media_type, body))
    assert (draft.text, draft.url, draft.outlet) == ("The ministry wrote.", URL, Outlet(domain="harbourtimes.example"))


@pytest.mark.parametrize("media_type", ["image/png", "application/msword", ""])
def test_page_of_another_type_is_refused(media_type: str) -> None:
    with pytest.raises(InputError) as caught:
        draft_from_page(fetched(media_type, "words"))
    assert caught.value.reason == "content_type"


def test_feed_is_refused_with_the_command_that_reads_it() -> None:
    with pytest.raises(InputError, match="onrecord follow"):
        draft_from_page(fetched("application/rss+xml", "<rss/>"))


def test_page_is_decoded_as_its_server_declared() -> None:
    assert draft_from_page(fetched("text/plain", "Łódź", "iso-8859-2")).text == "Łódź"
