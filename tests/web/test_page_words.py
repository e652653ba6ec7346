import pytest

from onrecord.records import ActTime
from onrecord.records.origins import Origin, OriginRange
from onrecord.records.positions import Actor, Position, Step
from onrecord.records.spans import Span
from onrecord.web.page_words import is_web, origin_count, path_of, short_date, slug, when_short


@pytest.mark.parametrize(
    ("url", "is_link"),
    [("https://quayside.example/1", True), ("HTTP://x.example", True), ("javascript:alert(1)", False), ("//x", False)],
)
def test_only_addresses_of_the_web_are_links(url: str, is_link: bool) -> None:
    assert is_web(url) is is_link


def test_a_range_of_origins_is_told_as_one() -> None:
    assert origin_count(OriginRange(least=1, most=1)) == "1 origin"
    assert origin_count(OriginRange(least=1, most=3)) == "1 to 3 origins"


def test_an_id_with_a_slash_stays_one_part_of_an_address() -> None:
    assert path_of("a/b?c#d") == "a%2Fb%3Fc%23d"


def test_a_name_in_another_script_keeps_a_place_of_its_own() -> None:
    assert slug("Совет Европы") != slug("Лига арабских государств")


def test_a_month_is_no_day() -> None:
    assert (short_date("2024-07-01"), short_date("2024-07")) == ("1 Jul 2024", "July 2024")


def test_the_day_of_a_report_is_never_passed_off_as_that_of_the_step() -> None:
    party = Actor(key="PER", name="PER", kind="state")
    step = Step(
        party=party, instrument="treaty", stage="signed", direction="for", rule="signed", why="", report="r:1",
        act="e1", quote="", span=Span(0, 1), published="2024-07-01", origin=Origin(basis="unknown", why=""),
        time=ActTime(since="2024-07-01", until="2024-07-01", basis="publication"),
    )  # fmt: skip
    position = Position(
        party=party, instrument="treaty", stage="signed", direction="for", rules=("signed",), steps=(step,),
        published="2024-07-01", origins=OriginRange(least=1, most=1),
    )  # fmt: skip
    assert when_short(position) == "reported 1 Jul 2024"
