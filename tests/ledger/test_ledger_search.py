"""Search: what is found, where it stands, and words that look like syntax."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.ledger import Ledger
from onrecord.ledger.dialect import CLOSE_MARK, OPEN_MARK, Marked
from onrecord.ledger.search import find_matches
from onrecord.records import Span
from onrecord.records.errors import LedgerError
from tests.factories import make_party, make_reading, make_report
from tests.ledger.conftest import NewPlace
from tests.ledger.making import open_at

LONG = (
    "The talks went on. " * 40
    + "Officials of Türkiye said 🗞 that a joint statement against sanctions was near. "
    + "So it stood. " * 40
)
HOSTILE = ('"', '"joint', "joint OR", "NEAR(joint, 2)", "title:joint", "joint^", "-joint", "joint AND NOT", "{joint}",
           "joint; DROP TABLE log", "joi*nt*", "joint\0", "\ud800joint", "'joint' --", "joint" * 5000)  # fmt: skip


@pytest.fixture(scope="module")
def ledger(new_place: NewPlace) -> Iterator[Ledger]:
    with open_at(new_place()) as opened:
        opened.append(make_reading(make_report(LONG, title="Sanctions weighed"), parties=(make_party(name="Türkiye"),)))
        opened.append(make_reading(make_report("Nothing was said of sanctions.", title="A quiet day")))
        opened.append(make_reading(make_report("Ankara declined.", title=None), parties=(make_party(name="Türkiye"),)))
        yield opened


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("SANCTIONS", ["Sanctions weighed", "A quiet day"]),
        ("sanction", []),
        ("sanction*", ["Sanctions weighed", "A quiet day"]),
        ('"joint statement"', ["Sanctions weighed"]),
        ('"statement joint"', []),
        ("statement joint", ["Sanctions weighed"]),
        ("turkiye ankara", [None]),
        ("nothing near", []),
    ],
)
def test_search_finds_reports_that_hold_all_words(ledger: Ledger, words: str, titles: list[str | None]) -> None:
    assert {hit.report.title for hit in ledger.search(words)} == set(titles)


def test_search_snippets_stand_on_offsets_into_the_text(ledger: Ledger) -> None:
    hit = next(iter(ledger.search('"joint statement" turkiye')))
    text, parties = hit.snippets
    assert [match.of(LONG) for match in text.matches] == ["Türkiye", "joint statement"]
    assert text.words == text.span.of(LONG)
    assert all(text.span.covers(match) for match in text.matches)
    assert len(text.words) <= 160
    assert (parties.field, parties.words) == ("parties", "Türkiye")


def test_search_gives_at_most_the_limit(ledger: Ledger) -> None:
    assert len(list(ledger.search("sanctions", limit=1))) == 1


@pytest.mark.parametrize("words", ["", "   ", '""', "***", "?! -- ()"])
def test_search_for_nothing_says_what_to_type(ledger: Ledger, words: str) -> None:
    with pytest.raises(LedgerError, match=r"nothing to search for.*for instance: warrant"):
        ledger.search(words)


def test_search_for_too_many_words_is_an_error(ledger: Ledger) -> None:
    assert list(ledger.search("unheard " * 64)) == []
    with pytest.raises(LedgerError, match="found 65, expected at most 64"):
        ledger.search("unheard " * 65)


@pytest.mark.parametrize("words", HOSTILE)
def test_search_takes_no_words_for_syntax(ledger: Ledger, words: str) -> None:
    try:
        hits = list(ledger.search(words))
    except LedgerError as error:
        assert error.what == "nothing to search for"  # noqa: PT017 - both endings are right, a database error is not
    else:
        assert all("joint" in hit.snippets[0].words for hit in hits)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters() | st.sampled_from('"*^:(){}-+, '), max_size=30))
def test_search_never_breaks(ledger: Ledger, words: str) -> None:
    try:
        list(ledger.search(f"{words} joint"))
    except LedgerError as error:
        assert error.what == "nothing to search for"  # noqa: PT017


@pytest.mark.parametrize("odd", [OPEN_MARK, CLOSE_MARK, f"{OPEN_MARK}x{CLOSE_MARK}", "\u2028"])
def test_search_in_text_with_odd_characters(place: str, odd: str) -> None:
    text = f"Before {odd} the joint {odd} statement."
    with open_at(place) as ledger:
        ledger.append(make_reading(make_report(text)))
        (hit,) = ledger.search("before")
        assert [match.of(text) for match in hit.snippets[0].matches] == ["Before"]
        (hit,) = ledger.search("joint")
        assert [match.of(text) for match in hit.snippets[0].matches] == ["joint"]


def test_matches_are_found_beside_marks_of_the_text() -> None:
    marked = Marked(plain=f"{OPEN_MARK}ab{CLOSE_MARK} c", marked=f"{OPEN_MARK}ab{CLOSE_MARK} {OPEN_MARK}c{CLOSE_MARK}")
    assert find_matches(marked) == (Span(5, 6),)


def test_search_after_a_new_reading_finds_the_report_once(place: str) -> None:
    reading = make_reading(make_report("A joint statement."))
    with open_at(place) as ledger:
        for reader in ("onrecord 0.1.0", "onrecord 0.2.0", "onrecord 0.1.5"):
            ledger.append(replace(reading, reader=reader))
        assert [hit.report.reader for hit in ledger.search("joint")] == ["onrecord 0.2.0"]


def test_search_ranks_a_report_about_the_words_first(place: str) -> None:
    with open_at(place) as ledger:
        ledger.append(make_reading(make_report("The weather held. Sanctions did not come up.", title="A quiet day")))
        ledger.append(make_reading(make_report("Ministers weighed sanctions at the talks.", title="Sanctions weighed")))
        hits = list(ledger.search("sanctions"))
    assert [hit.report.title for hit in hits] == ["Sanctions weighed", "A quiet day"]
    assert hits[0].score > hits[1].score
