from onrecord.matters.words import find_phrase, held_phrases, holds_any, longest_phrase, sentence_around
from tests.factories import span_of


def test_phrase_is_found_whatever_its_inflection() -> None:
    assert find_phrase("legal opinion", "Two legal opinions were filed.") == 1
    assert find_phrase("legal opinion", "A legal and moral opinion.") is None


def test_noun_of_a_verb_is_found_by_the_verb() -> None:
    assert find_phrase("extradition", "It will extradite him.") == 2
    assert find_phrase("ratified", "It will ratify the treaty.") == 2
    assert find_phrase("station", "It is a state.") is None


def test_longest_phrase_is_the_one_with_most_words() -> None:
    assert longest_phrase(("warrants", "arrest warrants"), "It sought arrest warrants.") == "arrest warrants"


def test_of_two_as_long_the_first_is_taken() -> None:
    assert longest_phrase(("", "filed", "court"), "The court filed it.") == "filed"
    assert longest_phrase(("", "treaty"), "The court filed it.") is None


def test_held_phrases_keep_their_order() -> None:
    assert held_phrases(("treaty", "filed", "", "the court"), "The courts filed it.") == ("filed", "the court")
    assert holds_any(("treaty", "court"), "The courts filed it.")
    assert not holds_any((), "The courts filed it.")


def test_sentence_does_not_end_at_a_title_and_does_at_a_quotation() -> None:
    text = 'It was Mr. Reed who filed. "We are done." The court agreed.'
    assert sentence_around(text, span_of(text, "filed")).of(text) == "It was Mr. Reed who filed."
    assert sentence_around(text, span_of(text, "agreed")).of(text) == "The court agreed."
