"""Windows: paragraphs packed into what the encoder reads at once."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.windows import split_windows


def one_each(words: Sequence[str]) -> list[int]:
    return [1] * len(words)


def test_split_windows_keeps_short_paragraphs_together() -> None:
    windows = split_windows("Chad signed.\n\nPeru did not.", one_each, 20)
    assert [w.texts for w in windows] == [("Chad", "signed", ".", "Peru", "did", "not", ".")]
    assert windows[0].breaks == (3,)


def test_split_windows_cuts_a_long_paragraph_at_a_sentence_end() -> None:
    windows = split_windows("One two three. Four five six. Seven eight.", one_each, 10)
    assert [w.texts[-1] for w in windows] == [".", "."]
    assert windows[1].texts[0] == "Seven"


@given(st.text(alphabet="aB. \n“”", max_size=300), st.integers(4, 30))
def test_split_windows_read_every_word_once_within_the_limit(text: str, limit: int) -> None:
    windows = split_windows(text, one_each, limit)
    assert "".join("".join(w.texts) for w in windows) == "".join(text.split())
    assert all(len(w.texts) <= limit for w in windows)
    assert all(span.of(text) == word for w in windows for span, word in zip(w.spans, w.texts, strict=True))
