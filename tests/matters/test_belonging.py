from dataclasses import replace

from onrecord.matters.belonging import find_belonging
from onrecord.matters.check import check_matter
from tests.matters.telling import MATTER, act, reading_of


def test_report_belongs_by_an_instrument_and_a_keyword_with_the_reason() -> None:
    found = find_belonging(reading_of("Fiji filed observations with the Harbour Court."), MATTER)
    assert found.belongs
    assert found.why == "names observations; keywords Harbour Court"


def test_parties_alone_do_not_suffice() -> None:
    reading = reading_of("Fiji beat Togo at rugby.", act("attack", "beat", ["FJI"], ["TGO"]))
    assert not find_belonging(reading, replace(MATTER, parties=("FJI", "TGO"))).belongs


def test_keyword_that_is_given_twice_counts_once() -> None:
    matter = replace(MATTER, keywords=("dredging", "dredging"))
    assert not find_belonging(reading_of("Fiji is dredging."), replace(matter, instruments=())).belongs


def test_inflected_words_count() -> None:
    assert find_belonging(reading_of("The Harbour Courts heard opinions."), MATTER).belongs


def test_check_lists_what_no_report_holds() -> None:
    reading = reading_of("Fiji filed observations with the Harbour Court on dredging.")
    found = check_matter(replace(MATTER, parties=("FJI",), keywords=(*MATTER.keywords, "Harbor Cuort")), [reading])
    assert (len(found.belonging), found.left_out) == (1, 0)
    assert "Harbor Cuort" in found.unused_words
    assert found.unused_parties == ("FJI",)  # no act or saying of it was read
    assert found.instruments_unseen[0] == "joint statement"
