import sys

import pytest

from onrecord.ingest.drafts import finish_reports
from onrecord.ingest.options import IngestOptions
from onrecord.ingest.pdf import draft_from_pdf
from onrecord.records.errors import InputError
from onrecord.records.rejected import Rejected
from onrecord.records.reports import Report
from tests.ingest.printed import ENCRYPT, Words, column, pdf

LINES = (
    "The ministry of transport of Freedonia said on Monday that the talks with the union",
    "of port workers had failed, and that it would file an appeal with the high court on",
    "Friday.",
)
TEXT = " ".join(LINES)


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        draft_from_pdf(data)
    return caught.value.reason


def test_pages_give_the_text_and_no_date() -> None:
    report, *gaps = finish_reports(draft_from_pdf(pdf(column(LINES))), IngestOptions(), "a.pdf")
    assert isinstance(report, Report)
    assert (report.text, report.published, gaps) == (TEXT, None, [])


def test_title_of_the_file_is_taken_where_the_page_begins_with_it() -> None:
    page = [Words("Talks fail", 790, size=18), *column(LINES)]
    draft = draft_from_pdf(pdf(page, title="Talks fail"))
    assert (draft.title, draft.text) == ("Talks fail", TEXT)
    draft = draft_from_pdf(pdf(page, title="Microsoft Word - final.docx"))
    assert (draft.title, draft.text) == (None, f"Talks fail\n\n{TEXT}")


def test_page_that_is_a_picture_is_told_and_the_others_are_read() -> None:
    data = pdf(column(LINES), [], column(["It waits."]), picture=True)
    report, gap = finish_reports(draft_from_pdf(data), IngestOptions(), "a.pdf")
    assert isinstance(report, Report)
    assert report.text == f"{TEXT}\n\nIt waits."
    assert isinstance(gap, Rejected)
    assert (gap.where, gap.reason) == ("a.pdf:2", "no_text")


def test_empty_page_is_no_gap() -> None:
    assert draft_from_pdf(pdf(column(LINES), [])).gaps == ()


def test_scan_is_refused() -> None:
    assert refused(pdf([], [], picture=True)) == "no_text"


@pytest.mark.parametrize("data", [b"", b"words", b"%PDF-1.4\n%%EOF", pdf(column(LINES))[:300]])
def test_damaged_file_is_refused(data: bytes) -> None:
    assert refused(data) in ("bad_pdf", "empty")


def test_locked_file_is_refused() -> None:
    assert refused(pdf(column(LINES), trailer=ENCRYPT)) == "encrypted"


def test_missing_library_is_named_with_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(InputError, match=r"pip install 'onrecord\[pdf\]'"):
        draft_from_pdf(pdf(column(LINES)))


def test_pdf_that_claims_a_million_pages_is_refused() -> None:
    """Each page that was not there became a rejection of its own."""
    claimed = pdf(column(["The port is shut."])).replace(b"/Count 1", b"/Count 1000000")
    with pytest.raises(InputError, match="found 1,000,000, expected at most 5,000 pages"):
        draft_from_pdf(claimed)
