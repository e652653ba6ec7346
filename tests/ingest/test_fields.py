import pytest

from onrecord.ingest.fields import domain_of, draft_from_json
from onrecord.records.errors import InputError
from onrecord.records.reports import Outlet


def test_draft_from_json_reads_known_keys_and_passes_over_others() -> None:
    draft = draft_from_json(
        '{"id": "a", "title": "T", "outlet": "O", "published": "2024-06-30", "text": "X", "acts": [1]}'
    )
    assert (draft.given_id, draft.title, draft.text, draft.published) == ("a", "T", "X", "2024-06-30")
    assert draft.outlet == Outlet(name="O")


def test_outlet_may_be_an_object() -> None:
    draft = draft_from_json('{"outlet": {"name": "O", "domain": "o.example"}, "text": "X"}')
    assert draft.outlet == Outlet(name="O", domain="o.example")


def test_outlet_that_is_not_named_is_known_by_its_domain() -> None:
    assert draft_from_json('{"url": "https://www.o.example/a", "text": "X"}').outlet == Outlet(domain="o.example")


def test_outlet_that_is_named_gets_no_domain_from_an_address() -> None:
    assert draft_from_json('{"outlet": "O", "url": "https://portal.example/a", "text": "X"}').outlet == Outlet(name="O")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "bad_json"),
        ("[]", "bad_json"),
        ("[" * 100_000, "bad_json"),
        ('{"title": "T"}', "bad_field"),
        ('{"text": ["X"]}', "bad_field"),
        ('{"text": "X", "title": 7}', "bad_field"),
        ('{"text": "X", "outlet": 7}', "bad_field"),
        ('{"text": "X", "id": true}', "bad_field"),
    ],
)
def test_draft_from_json_says_what_is_wrong(line: str, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        draft_from_json(line)
    assert caught.value.reason == reason


@pytest.mark.parametrize("url", ["", "harbourtimes.example/a", "ftp://o.example", "http://[broken", "https://"])
def test_domain_of_what_is_no_web_address_is_none(url: str) -> None:
    assert domain_of(url) is None
