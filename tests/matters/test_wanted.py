"""Words wanted: what a ledger looks for to find the reports of a matter."""

from onrecord.ledger.words import AllOf, AnyOf, Term
from onrecord.matters.wanted import words_wanted
from onrecord.records.matters import Instrument, Matter


def term(words: str) -> Term:
    return Term(words=words, is_prefix=True)


def matter_of(keywords: tuple[str, ...], *names: str) -> Matter:
    instrument = Instrument(id="i", name=names[0], kind="filing", names=names[1:])
    return Matter(id="m", title="m", question="m?", keywords=keywords, instruments=(instrument,))


def test_an_instrument_and_a_keyword_are_wanted_or_two_keywords() -> None:
    opinion, icc, khan = AllOf(parts=(term("legal"), term("opinion"))), term("icc"), term("khan")
    assert words_wanted(matter_of(("ICC", "Khan"), "legal opinions")) == AnyOf(
        parts=(AllOf(parts=(opinion, AnyOf(parts=(icc, khan)))), AllOf(parts=(icc, khan)))
    )


def test_without_keywords_an_instrument_is_wanted() -> None:
    assert words_wanted(matter_of((), "treaty", "pact")) == AnyOf(parts=(term("treat"), term("pact")))


def test_words_that_mean_nothing_are_not_looked_for() -> None:
    assert words_wanted(matter_of((), "the prosecutor's request")) == AllOf(parts=(term("prosecutor"), term("request")))
    assert words_wanted(matter_of((), "to it")) == AllOf(parts=(term("to"), term("it")))


def test_word_is_wanted_by_what_is_the_same_in_any_lower_case() -> None:
    assert words_wanted(matter_of((), "Straße")) == term("stra")


def test_words_that_no_beginning_tells_let_everything_through() -> None:
    assert words_wanted(matter_of((), "treaty", "§ §")) is None


def test_what_asks_for_more_than_another_way_is_not_looked_for() -> None:
    assert words_wanted(matter_of((), "joint warrants", "warrant")) == term("warrant")
    assert words_wanted(matter_of((), "joint legal warrants", "warrant legal")) == AllOf(
        parts=(term("warrant"), term("legal"))
    )
