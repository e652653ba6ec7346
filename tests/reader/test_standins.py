"""Stand-ins: one sentence to the network whoever is named, and what it says told of every word of a name."""

from functools import cache

import pytest

from onrecord.reader.analyse import analyse
from onrecord.reader.network import OnnxNetwork
from onrecord.reader.standins import EvenNetwork, show
from onrecord.reader.statenames import find_state_names
from onrecord.reader.tokens import case_of, quoted_words
from onrecord.reader.windows import Words
from onrecord.records import Span
from onrecord.records.analysis import Analysis


@cache
def even() -> EvenNetwork:
    return EvenNetwork(OnnxNetwork.load())


def as_words(text: str) -> Words:
    texts = text.split()
    return Words(
        spans=tuple(Span(i, i + 1) for i in range(len(texts))),
        texts=tuple(texts),
        cases=tuple(map(case_of, texts)),
        quoted=tuple(quoted_words(texts)),
        breaks=(),
    )


def shown(text: str) -> str:
    words = as_words(text)
    return " ".join(show(words, find_state_names(words.texts)).words.texts)


def heads_of(analysis: Analysis) -> dict[str, tuple[str, str]]:
    """Word to its head and relation, for words that are no names."""
    tokens = analysis.tokens
    return {t.text: (t.deprel, tokens[t.head].text if t.head >= 0 else "") for t in tokens if t.text.islower()}


def test_each_state_is_shown_by_words_of_its_own() -> None:
    assert shown("Peru asked Chad for help ; Chadian officials met Peruvians in Lima") == (
        "Russia asked Germany for help ; German officials met Russians in Moscow"
    )


def test_a_name_of_many_words_is_shown_as_one() -> None:
    assert shown("the United States asked Papua New Guinea") == "Russia asked Germany"


def test_what_goes_with_a_name_is_shown_as_it_goes_with_the_stand_in() -> None:
    assert shown("An Omani envoy rejected the Philippines ' offer") == "A Russian envoy rejected Germany 's offer"


def test_a_window_without_states_is_shown_as_it_is() -> None:
    words = as_words("the union rejected the offer")
    assert even().score_window(words).upos.tolist() == OnnxNetwork.load().score_window(words).upos.tolist()


@pytest.mark.parametrize(
    ("first", "second"),
    [("Peru", "Chad"), ("the Democratic Republic of the Congo", "the US"), ("Trinidad and Tobago", "New Zealand")],
)
def test_the_tree_is_the_same_whoever_is_named(first: str, second: str) -> None:
    wanted = analyse("Panama said Uruguay had asked for talks on fish.", even())
    text = f"{first[:1].upper()}{first[1:]} said {second} had asked for talks on fish."
    assert heads_of(analyse(text, even())).items() >= heads_of(wanted).items() - {("panama", ("", ""))}


def test_a_name_of_many_words_is_one_name_and_one_phrase() -> None:
    analysis = analyse("Fiji rejected the United Arab Emirates' offer.", even())
    words = [t.text for t in analysis.tokens]
    assert [words[n.first : n.last + 1] for n in analysis.names] == [["Fiji"], ["United", "Arab", "Emirates"]]
    emirates = words.index("Emirates")
    assert [analysis.tokens[i].head for i in range(emirates - 3, emirates)] == [emirates] * 3
    assert analysis.tokens[emirates - 3].deprel == "det"


def test_a_source_takes_in_all_words_of_a_name() -> None:
    analysis = analyse("The United Arab Emirates said that the talks had failed.", even())
    assert analysis.cited[0].source == ((0, 3),)


def test_windows_are_cut_alike_whoever_is_named() -> None:
    names = ["Peru", "asked", "the", "Democratic", "Republic", "of", "the", "Congo"]
    assert even().count_pieces(names)[3:] == [0] * 5
    assert sum(even().count_pieces(names)) == sum(even().count_pieces(["Chad", "asked", "Fiji"]))
