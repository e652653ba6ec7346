"""Propose: a matter file to start from, each party once and each body by its own name."""

from onrecord.matters.propose import propose_matter
from tests.matters.telling import act, reading_of

WORDS = "Judges of the International Harbour Court heard Togo after it had written to 25 countries. "
LETTER = reading_of(WORDS, act("request", "written", ["TGO"], ["25 countries"]))
AGAIN = reading_of(
    f"{WORDS} It was a letter to 25 foreign ministers.", act("request", "written", ["TGO"], ["25 foreign ministers"])
)


def test_counted_group_is_proposed_once_whatever_it_is_called() -> None:
    assert propose_matter([LETTER, AGAIN], key="letters").parties == ("TGO", "25 countries")


def test_body_is_a_keyword_without_those_who_sit_in_it() -> None:
    assert propose_matter([LETTER], key="letters").keywords == ("International Harbour Court",)
