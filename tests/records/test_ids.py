import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Outlet
from onrecord.records.errors import RecordError
from onrecord.records.ids import content_hash, report_id

absent_or_text = st.none() | st.text(max_size=8)


def test_report_id_follows_from_what_was_published() -> None:
    first = report_id(text="It did.", title="Yes", published="2024-06-30")
    assert first == report_id(text="It did.", title="Yes", published="2024-06-30")
    assert re.fullmatch(r"r:[a-z2-7]{16}", first)


def test_report_id_is_pinned_so_that_stored_ids_stay_good() -> None:
    assert report_id(text="It did.", outlet=Outlet(name="The Harbour Times")) == "r:x3xdhomzug34hcwr"


@given(st.lists(absent_or_text, min_size=6, max_size=6), st.lists(absent_or_text, min_size=6, max_size=6))
def test_report_id_differs_when_a_field_differs(one: list[str | None], other: list[str | None]) -> None:
    assert (_id(one) == _id(other)) == (_key(one) == _key(other))


def test_report_id_tells_absent_from_empty_and_title_from_url() -> None:
    ids = {report_id(text="a"), report_id(text="a", title=""), report_id(text="a", title="b"), report_id(text="ab")}
    assert len(ids | {report_id(text="a", url="b")}) == 5


def test_text_with_a_lone_surrogate_has_no_id() -> None:
    with pytest.raises(RecordError, match="lone surrogate") as caught:
        report_id(text="ab\ud800")
    assert caught.value.start_char == 2


def test_content_hash_sees_the_text_alone() -> None:
    assert content_hash("It did.") == content_hash("It did.")
    assert content_hash("It did.") != content_hash("It did")


def _key(values: list[str | None]) -> tuple[str | None, ...]:
    return (values[0] or "", *values[1:])


def _id(values: list[str | None]) -> str:
    text, title, name, domain, url, published = values
    return report_id(
        text=text or "", title=title, outlet=Outlet(name=name, domain=domain), url=url, published=published
    )
