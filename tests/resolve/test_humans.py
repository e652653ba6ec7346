"""Humans: nouns that mean people by what is done to them."""

import pytest

from onrecord.resolve.humans import is_human
from onrecord.resolve.tree import Tree
from tests.resolve.sentences import analyse, index_of


@pytest.mark.parametrize(
    ("sentence", "human"),
    [
        ("Oman|P|2|nsubj jailed|V|0|root|=jail smugglers|NS|2|obj|@object", True),
        ("smugglers|NS|3|nsubj:pass|@object were|U|3|aux:pass deported|V|0|root|=deport", True),
        ("Oman|P|2|nsubj seized|V|0|root|=seize smugglers|NS|2|obj|@object", False),
        ("residents|NS|2|nsubj left|V|0|root|=leave", True),
    ],
)
def test_a_noun_means_people(sentence: str, human: bool) -> None:
    tree = Tree(analyse(sentence))
    noun = "residents" if "residents" in sentence else "smugglers"
    assert is_human(tree, tree.tokens[index_of(tree.analysis, noun)]) is human
