"""Text words: cut as FTS5 cuts them, and marked as FTS5 marks them."""

import sqlite3
import unicodedata
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ledger.dialect import CLOSE_MARK, OPEN_MARK
from onrecord.ledger.textwords import cut_words, mark_terms
from onrecord.ledger.vectors import find_phrases, find_query, lexeme, word_line, word_vector
from onrecord.ledger.words import Term, find_terms

# scripts that news is written in; FTS5's tables are older than Python's, so newer characters may differ
SCRIPTS = (
    st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_characters="Ǡǡ")
    | st.characters(min_codepoint=0x1E00, max_codepoint=0x1EF9)
    | st.characters(min_codepoint=0x300, max_codepoint=0x331)
    | st.characters(min_codepoint=0x384, max_codepoint=0x4FF)
    | st.characters(min_codepoint=0x5D0, max_codepoint=0x66F, exclude_characters="\u0605\u061c\u061d")
    | st.characters(min_codepoint=0x900, max_codepoint=0x97F)
    | st.characters(min_codepoint=0x3040, max_codepoint=0x30FF)
    | st.characters(min_codepoint=0x4E00, max_codepoint=0x4FFF)
    | st.sampled_from("'’-. \n")
)
TEXTS = st.text(SCRIPTS, max_size=40).filter(lambda text: all(unicodedata.category(char) != "Cn" for char in text))


def fts5_words(text: str) -> list[str]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 2')")
        connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
        connection.execute("INSERT INTO t VALUES (?)", (text,))
        return [term for term, _ in connection.execute("SELECT term, offset FROM v ORDER BY offset")]


@settings(max_examples=300)
@given(TEXTS)
def test_words_are_those_of_fts5(text: str) -> None:
    assert [word.key for word in cut_words(text)] == fts5_words(text)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(("joint", "Joint", "statement", "of", "oföj", "jo", "-")), max_size=12).map(" ".join))
@pytest.mark.parametrize("asked", ["joint", '"joint statement"', "jo*", '"statement of"', '"of jo"*', "jo* joint"])
def test_marks_are_those_of_fts5(asked: str, text: str) -> None:
    terms = find_terms(asked)
    query = " ".join(f'"{term.words}"' + ("*" if term.is_prefix else "") for term in terms)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 2')")
        connection.execute("INSERT INTO t VALUES (?)", (text,))
        marked = "SELECT highlight(t, 0, ?, ?) FROM t WHERE t MATCH ?"
        row = connection.execute(marked, (OPEN_MARK, CLOSE_MARK, query)).fetchone()
    if row is not None:
        assert mark_terms(text, terms).marked == row[0]


def test_words_know_where_they_stand() -> None:
    text = "The Côte d’Ivoire letter"
    assert [text[word.start : word.end] for word in cut_words(text)] == ["The", "Côte", "d", "Ivoire", "letter"]


def test_query_asks_for_each_word_once_and_for_phrases_in_the_line() -> None:
    terms = find_terms('warrant* "joint warrant" "joint statement"')
    assert find_query(terms) == "'warrant':* & 'joint' & 'warrant' & 'statement'"
    assert list(find_phrases(terms)) == [" joint warrant ", " joint statement "]
    assert list(find_phrases((Term(words="joint stat", is_prefix=True),))) == [" joint stat"]


def test_phrases_do_not_run_from_field_to_field() -> None:
    fields = [tuple(cut_words(field)) for field in ("Joint", "statement. Joint statement", "")]
    line = word_line(fields)
    assert line == " | joint | statement joint statement |  | "
    assert line.count(" joint statement ") == 1


def test_vector_holds_weights_and_stays_within_what_the_database_takes() -> None:
    fields = [tuple(cut_words(field)) for field in ("Talks", "talks on", "Talks")]
    assert word_vector(fields) == "'talks':1A,2D,4B 'on':3D"
    many = tuple(cut_words(" ".join(f"name{number}" for number in range(200_000))))
    assert len(word_vector([(), many, ()]).encode()) < 1_048_575


def test_very_long_word_is_held_by_its_hash() -> None:
    assert lexeme("x" * 1000) == "x" * 1000
    assert lexeme("x" * 5000).startswith("long")
    assert lexeme("x" * 5000) != lexeme("x" * 5001)
