"""Humans: common nouns that mean people, by the lists, by the network, or by what is done to them."""

from onrecord.records.analysis import Token
from onrecord.resolve.nouns import VESSELS, is_class
from onrecord.resolve.tree import Tree

DONE_TO_PEOPLE = frozenset({
    "acquit", "apprehend", "arrest", "convict", "deport", "detain", "extradite", "handcuff", "imprison", "indict",
    "intern", "jail", "kidnap", "murder", "pardon", "repatriate", "torture",
})  # fmt: skip


def is_human(tree: Tree, token: Token) -> bool:
    """Whether a noun means somebody: *a resident*; *smugglers* that were jailed, whatever else they are taken for."""
    if is_class(token, "person"):
        return True
    if token.lemma.lower() in VESSELS:
        return False  # "seized two trawlers": for the network whoever ends in -er may be somebody
    if token.entity == "person":
        return True
    governor = tree.governor(tree.first_conjunct(token.index))
    relation = tree.tokens[tree.first_conjunct(token.index)].deprel
    suffers = relation in ("obj", "nsubj:pass") and governor is not None and governor.upos == "VERB"
    return suffers and governor is not None and governor.lemma.lower() in DONE_TO_PEOPLE and token.upos == "NOUN"
