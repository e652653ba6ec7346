from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.quotes import cut_quote
from onrecord.records import Span


def test_cut_quote_cuts_between_words() -> None:
    quote = cut_quote("To join the letter.", Span(3, 19), 12)
    assert (quote.words, quote.shown, quote.span) == ("join the", "join the …", Span(3, 19))


@given(st.text(min_size=1), st.integers(1, 30))
def test_cut_quote_is_the_beginning_of_its_span(text: str, most_chars: int) -> None:
    quote = cut_quote(text, Span(0, len(text)), most_chars)
    assert len(quote.words) <= most_chars
    assert text.startswith(quote.words)
    assert quote.is_cut == (len(text) > most_chars)
