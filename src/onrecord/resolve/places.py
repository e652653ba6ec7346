"""Places: where something happened is not who did it."""

from onrecord.records.analysis import Analysis
from onrecord.resolve.tree import Tree

WHERE = frozenset({
    "in", "at", "from", "near", "across", "inside", "outside", "around", "through", "over", "within", "throughout",
    "off", "beyond", "via", "into", "onto", "along", "toward", "towards", "out of",
})  # fmt: skip
GETTING = frozenset({
    "ask", "demand", "seek", "receive", "get", "hear", "win", "secure", "obtain", "want", "request", "buy", "borrow",
    "accept", "expect", "import", "draw", "withdraw", "learn", "come",
})  # fmt: skip

_DONE_TO_PLACES = frozenset({
    "sue", "accuse", "blame", "condemn", "criticise", "criticize", "urge", "thank", "warn", "threaten", "bomb",
    "shell", "attack", "invade", "besiege", "bombard", "ask", "back", "defend",
})  # fmt: skip
_AIMED = frozenset({
    "war", "attack", "strike", "raid", "offensive", "assault", "airstrike", "bombing", "lawsuit", "suit", "sanction",
    "campaign", "complaint", "invasion",
})  # fmt: skip


def acts_as_party(analysis: Analysis, head: int) -> bool:
    """Whether a phrase stands where a party may: not *in London*, *at a news conference in New York*."""
    return not is_location(Tree(analysis), head)


def is_location(tree: Tree, head: int) -> bool:
    """Whether a phrase only says where: an oblique or modifier with a preposition of place."""
    token = tree.tokens[tree.first_conjunct(head)]
    relation = token.deprel.partition(":")[0]
    if relation not in ("obl", "nmod", "advmod", "dep", "root", "parataxis"):
        return False
    if token.deprel in ("obl:agent", "nmod:poss"):
        return False
    case = tree.case_of(token.index) or tree.case_of(head)
    if case == "from":
        governor = tree.governor(token.index)
        return relation == "obl" and governor is not None and governor.lemma.lower() not in GETTING
    return case in WHERE


def is_done_to(tree: Tree, index: int) -> bool:
    """*sued Ohio*, *the war on Gaza*: a place that something is done to, as to a party."""
    token, governor = tree.tokens[index], tree.governor(index)
    if governor is None:
        return False
    if token.deprel in ("obj", "iobj"):
        return governor.lemma.lower() in _DONE_TO_PLACES
    return tree.case_of(index) in ("on", "against") and governor.lemma.lower() in _AIMED
