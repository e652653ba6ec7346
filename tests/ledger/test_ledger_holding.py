"""Holding: readings found by the words that are wanted, on both databases; what belongs to a matter is among them."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.ledger import Ledger, open_ledger
from onrecord.ledger.words import AllOf, AnyOf, Term, Wanted
from onrecord.matters.belonging import find_belonging
from onrecord.matters.wanted import words_wanted
from onrecord.records.matters import Instrument, Matter
from tests.factories import make_reading, make_report
from tests.ledger.conftest import NewPlace
from tests.ledger.making import NOW, numbered, open_at

TEXTS = (
    "Togo filed a legal opinion with the ICC.",
    "The court's opinions on Türkiye don't bind it.",
    "ICC judges: a treaty, a filing and no opinion",
    "Straße und Gericht; NOT a (legal) \"thing' OR so: it's * done",
    "Türkiye signed the pact.",
)
WORDS = ("legal", "opinions", "ICC", "courts", "Türkiye", "don't", "TREATIES", "Straße", "filed", "NOT", "(", "§")


def term(words: str, *, is_prefix: bool = True) -> Term:
    return Term(words=words, is_prefix=is_prefix)


JUDGES = (term("judg"), term("treat"))


@pytest.fixture(scope="module")
def ledger(new_place: NewPlace) -> Iterator[Ledger]:
    with open_at(new_place()) as opened:
        for at, text in enumerate(TEXTS):
            opened.append(make_reading(make_report(text, given_id=str(at), title=None)))
        yield opened


def found(ledger: Ledger, wanted: Wanted | None) -> set[str | None]:
    return {entry.reading.report.given_id for entry in ledger.entries(wanted)}


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (term("opinion"), {"0", "1", "2"}),
        (term("opinion", is_prefix=False), {"0", "2"}),
        (AllOf(parts=(term("icc"), term("opinion"))), {"0", "2"}),
        (AnyOf(parts=(term("treat"), term("pact"))), {"2", "4"}),
        (AllOf(parts=(term("icc"), AnyOf(parts=(term("legal"), AllOf(parts=JUDGES))))), {"0", "2"}),
        (term('NOT a (legal) "thing'), {"3"}),
        (term("nothing"), set()),
        (None, {"0", "1", "2", "3", "4"}),
    ],
)  # fmt: skip
def test_readings_that_hold_what_is_wanted_are_found(ledger: Ledger, wanted: Wanted | None, ids: set[str]) -> None:
    assert found(ledger, wanted) == ids


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    keywords=st.lists(st.sampled_from(WORDS), max_size=3),
    names=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join), min_size=1, max_size=2),
)
def test_every_report_that_belongs_to_a_matter_is_found(ledger: Ledger, keywords: list[str], names: list[str]) -> None:
    instrument = Instrument(id="i", name=names[0], kind="treaty", names=tuple(names[1:]))
    matter = Matter(id="m", title="m", question="m?", keywords=tuple(keywords), instruments=(instrument,))
    readings = [entry.reading for entry in ledger.entries()]
    belonging = {each.report.given_id for each in readings if find_belonging(each, matter).belongs}
    assert belonging <= found(ledger, words_wanted(matter))


def test_earlier_readings_of_a_report_that_is_found_are_given_too(place: str) -> None:
    with open_at(place) as ledger:
        ledger.append(numbered(1, reader="onrecord 0.1.0, model aa"))
        ledger.append(numbered(2))
        ledger.append(numbered(1, reader="onrecord 0.2.0, model bb"))
        assert [entry.seq for entry in ledger.entries(term("1"))] == [1, 3]


def test_reports_are_counted_once_and_as_of_a_time(place: str) -> None:
    moments = iter([NOW, NOW, NOW, NOW + timedelta(days=2)])
    with open_ledger(place, clock=lambda: next(moments)) as ledger:
        ledger.append(numbered(1))
        ledger.append(numbered(2))
        ledger.append(numbered(1, reader="onrecord 0.2.0, model bb"))
        assert (ledger.count_reports(), ledger.count_reports(until=NOW)) == (2, 2)
        assert ledger.count_reports(until=NOW - timedelta(days=1)) == 0
