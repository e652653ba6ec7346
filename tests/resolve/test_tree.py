"""Tree: what parts two words, and what does not."""

import pytest

from onrecord.reader.tokens import find_words
from onrecord.records.analysis import Analysis, Token
from onrecord.resolve.tree import Tree


def words_of(text: str) -> Tree:
    tokens = tuple(
        Token(index=i, start=s, end=e, text=text[s:e], lemma=text[s:e], upos="PROPN", feats="_", head=-1, deprel="root")
        for i, (s, e) in enumerate(find_words(text))
    )
    return Tree(Analysis(text=text, tokens=tokens, sentences=((0, len(tokens) - 1),)))


@pytest.mark.parametrize(
    ("text", "split"),
    [("Port-au-Prince", False), ("officials - Fiji", True), ("officials, Fiji", True), ("officials in Fiji", False)],
)
def test_a_dash_parts_words_only_with_space_around_it(text: str, split: bool) -> None:
    tree = words_of(text)
    assert tree.is_split(0, len(tree.tokens) - 1) is split
