import pytest

from onrecord.ingest.published import date_in_url, parse_published


@pytest.mark.parametrize(
    "written",
    ["2024-06-30", " 2024-06-30 ", "20240630", "2024-06-30T23:59:59Z", "2024-06-30T23:30:00-11:00",
     "2024-06-30 10:00", "Sun, 30 Jun 2024 10:00:00 +0200", "30 Jun 2024 10:00:00 GMT"],
)  # fmt: skip
def test_parse_published_reads_a_day(written: str) -> None:
    assert parse_published(written) == "2024-06-30"


@pytest.mark.parametrize("written", ["", "yesterday", "2024", "2024-06", "2024-02-30", "30/06/2024", "1719741600.5"])
def test_parse_published_knows_no_day(written: str) -> None:
    assert parse_published(written) is None


@pytest.mark.parametrize(
    "url",
    ["https://harbourtimes.example/2024/06/30/letters", "https://harbourtimes.example/world/2024/jun/30/letters",
     "https://harbourtimes.example/2024-06-30/letters", "https://harbourtimes.example/news/2024/6/30"],
)  # fmt: skip
def test_date_in_url_reads_folders(url: str) -> None:
    assert date_in_url(url) == "2024-06-30"


@pytest.mark.parametrize(
    "url",
    ["https://harbourtimes.example/letters-of-2024-06-30", "https://harbourtimes.example/?d=/2024/06/30/",
     "https://harbourtimes.example/2024/13/30/", "https://harbourtimes.example/2024/abc/30/", "http://[broken/"],
)  # fmt: skip
def test_date_in_url_does_not_guess(url: str) -> None:
    assert date_in_url(url) is None
