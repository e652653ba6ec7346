"""Each limit holds where a parser would stall or lose text in silence, and no page that is written comes near it."""

import pytest

from onrecord.ingest import pagelimits
from onrecord.ingest.markup import markup_paragraphs
from onrecord.ingest.pagelimits import check_attributes, check_tags
from onrecord.ingest.webpage import draft_from_webpage
from onrecord.records.errors import InputError

WORDS = "The ministry of Sylvania declined to comment on the letter. " * 5
MANY = " ".join(f"a{number}" for number in range(pagelimits.MOST_ATTRIBUTES + 1))


def nested(depth: int) -> str:
    return "<html><body>" + "<div>" * depth + f"<p>{WORDS}</p>" + "</div>" * depth + "</body></html>"


@pytest.mark.parametrize("depth", [300, 40_000])
def test_page_whose_tags_nest_deeper_than_its_parser_goes_is_refused_and_not_cut_in_silence(depth: int) -> None:
    with pytest.raises(InputError, match="nested too deeply: found more, expected at most 254") as caught:
        draft_from_webpage(nested(depth))
    assert caught.value.reason == "too_large"


def test_page_nested_as_deep_as_its_parser_goes_is_read() -> None:
    assert draft_from_webpage(nested(200)).text == WORDS.strip()


@pytest.mark.parametrize("depth", [3_000, 100_000])
def test_newsletter_nested_deeper_than_its_parser_goes_is_refused(depth: int) -> None:
    with pytest.raises(InputError, match="nested too deeply"):
        markup_paragraphs(nested(depth))


def test_page_of_too_many_tags_says_the_limit_and_where_it_is_set() -> None:
    with pytest.raises(InputError, match=r"found 50,001, expected at most 50,000 .*pagelimits\.MOST_TAGS"):
        draft_from_webpage("<p>" * 50_001)
    check_tags("<p></p>" * 50_000)


@pytest.mark.parametrize("source", [f"<p {MANY}>", f"<p {MANY.replace(' ', '/')}>", f"<p id='<'><p {MANY}"])
def test_tag_of_too_many_attributes_is_refused(source: str) -> None:
    for read in (draft_from_webpage, markup_paragraphs):
        with pytest.raises(InputError, match="attributes"):
            read(source)


def test_long_value_of_one_attribute_is_no_many_attributes() -> None:
    check_attributes(f'<path d="{"L 1 2 " * 10_000}"/>')
