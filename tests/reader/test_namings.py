"""Namings: the words of a name, and what can be short for what."""

import pytest

from onrecord.reader.namings import name_words, same_name
from tests.reader.tabled import index_of, parse

NAMES = [
    ("President/PROPN 2 nmod:desc | Ana/PROPN 0 root | Soto/PROPN 2 flat", "Ana", ("ana", "soto")),
    ("the/DET 2 det | U.S./PROPN 0 root", "U.S.", ("us",)),
    (
        "the/DET 2 det | Department/PROPN 0 root | of/ADP 4 case | Justice/PROPN 2 nmod",
        "Department",
        ("department", "of", "justice"),
    ),
    ("Chad/PROPN 3 nmod:poss | 's/PART 1 case | Senate/PROPN 0 root", "Senate", ("senate",)),
    ("the/DET 2 det | President/PROPN 0 root", "President", ("president",)),
]


@pytest.mark.parametrize(("row", "head", "words"), NAMES)
def test_words_of_a_name(row: str, head: str, words: tuple[str, ...]) -> None:
    analysis = parse(row)
    assert name_words(analysis.tokens, analysis.dependents, index_of(analysis, head)) == words


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("ana soto", "ana soto", "person", True),
        ("soto", "ana soto", "person", True),
        ("ana", "ana soto", "person", True),
        ("luis soto", "ana soto", "person", False),
        ("ana maria soto", "ana soto", "person", True),
        ("clare", "earl of clare", "person", False),
        ("council", "security council", "organization", True),
        ("security", "security council", "organization", False),
        ("korea", "south korea", "place", False),
        ("un", "united nations", "organization", True),
        ("us", "united states", "place", True),
        ("s f", "san francisco", "place", True),
        ("department of justice", "department of state", "organization", False),
        ("section 10", "section 11", "abstract", False),
    ],
)
def test_a_name_can_be_short_for_another(one: str, other: str, kind: str, same: bool) -> None:
    assert same_name(tuple(one.split()), tuple(other.split()), kinds={kind}) is same
    assert same_name(tuple(other.split()), tuple(one.split()), kinds={kind}) is same
