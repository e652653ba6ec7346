from dataclasses import replace

import pytest

from onrecord.ingest.drafts import Draft, finish_report, report_from_text
from onrecord.ingest.options import IngestOptions
from onrecord.records.errors import InputError
from onrecord.records.ids import report_id
from onrecord.records.reports import Outlet

DRAFT = Draft(text="The ministry declined to comment.")


def test_report_from_text_normalises_every_field() -> None:
    report = report_from_text(
        "Cafe\u0301 owners\r\nprotested. ", title=" Owners\nprotest ", outlet="Harbour\u00a0Times", given_id="h-1"
    )
    assert report.text == "Café owners\nprotested."
    assert (report.title, report.outlet, report.given_id) == ("Owners protest", Outlet(name="Harbour Times"), "h-1")


def test_report_id_is_of_what_is_stored() -> None:
    report = report_from_text("A\u00a0text.", title="A title", published="2024-06-30T10:00:00Z")
    assert report.id == report_id(text="A text.", title="A title", published="2024-06-30")
    assert report.id == report_from_text("A text.\r\n", title="A title", published="2024-06-30").id


@pytest.mark.parametrize("nothing", ["", " \n\t", "\ufeff\u200b"])
def test_report_from_text_wants_a_text(nothing: str) -> None:
    with pytest.raises(InputError) as caught:
        report_from_text(nothing)
    assert caught.value.reason == "empty"


@pytest.mark.parametrize(
    "broken", [{"text": "a\ud800"}, {"title": "a\udc00"}, {"given_id": "\ud83d"}, {"byline": "\ud83d"}]
)
def test_half_a_character_is_refused(broken: dict[str, str]) -> None:
    with pytest.raises(InputError) as caught:
        finish_report(replace(DRAFT, **broken), IngestOptions())  # type: ignore[arg-type]
    assert caught.value.reason == "bad_text"


def test_text_over_the_limit_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        finish_report(DRAFT, IngestOptions(max_chars=10))
    assert (caught.value.reason, caught.value.expected) == (
        "too_long",
        "at most 10 characters; raise it with --max-chars",
    )


def test_published_that_cannot_be_read_is_none() -> None:
    report = finish_report(replace(DRAFT, published="last week"), IngestOptions())
    assert (report.published, report.published_basis) == (None, "none")


def test_published_that_cannot_be_read_is_refused_when_strict() -> None:
    with pytest.raises(InputError) as caught:
        finish_report(replace(DRAFT, published="last week"), IngestOptions(strict_dates=True))
    assert caught.value.reason == "bad_date"


def test_published_falls_back_to_the_address_and_says_so() -> None:
    draft = replace(DRAFT, url="https://harbourtimes.example/2024/06/30/letters")
    report = finish_report(draft, IngestOptions())
    assert (report.published, report.published_basis) == ("2024-06-30", "url")


@pytest.mark.parametrize(
    ("tag", "language"), [("en-GB", "en"), ("EN_us", "en"), ("", None), ("x-klingon!", None), (None, None)]
)
def test_language_is_the_tag_without_its_region(tag: str | None, language: str | None) -> None:
    assert finish_report(replace(DRAFT, language=tag), IngestOptions()).language == language


def test_id_with_controls_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        report_from_text("A text.", given_id="a\x1b[2J")
    assert caught.value.reason == "bad_field"
