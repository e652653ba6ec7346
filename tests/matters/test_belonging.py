from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.matters.belonging import belongs_to, find_belonging
from onrecord.matters.check import check_matter
from onrecord.records.matters import Instrument
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


@given(
    keywords=st.lists(st.sampled_from(["Harbour Court", "dredging", "Fiji"]), max_size=2),
    name=st.sampled_from(["opinion", "treaty"]),
    words=st.lists(
        st.sampled_from(["The Harbour Court", "dredges", "Fiji", "opinions", "rugby"]), min_size=1, max_size=3
    ),
    parties=st.sampled_from([(), ("FJI",)]),
)
def test_whether_it_belongs_is_the_same_without_the_reasons(
    keywords: list[str], name: str, words: list[str], parties: tuple[str, ...]
) -> None:
    instrument = Instrument(id="i", name=name, kind="treaty")
    matter = replace(MATTER, keywords=tuple(keywords), parties=parties, instruments=(instrument,))
    reading = reading_of(" ".join(words) + ".", *([act("file", "Fiji", ["FJI"])] if "Fiji" in words else []))
    assert belongs_to(reading, matter) == find_belonging(reading, matter).belongs


def test_inflected_words_count() -> None:
    assert find_belonging(reading_of("The Harbour Courts heard opinions."), MATTER).belongs


def test_check_lists_what_no_report_holds() -> None:
    reading = reading_of("Fiji filed observations with the Harbour Court on dredging.")
    found = check_matter(replace(MATTER, parties=("FJI",), keywords=(*MATTER.keywords, "Harbor Cuort")), [reading])
    assert (len(found.belonging), found.left_out) == (1, 0)
    assert "Harbor Cuort" in found.unused_words
    assert found.unused_parties == ("FJI",)  # no act or saying of it was read
    assert found.instruments_unseen[0] == "joint statement"
