"""Runs: what stands directly before a word, for sentences whose tree broke a title or name apart."""

from onrecord.records.analysis import Name, Token
from onrecord.resolve.nouns import TITLES, is_class
from onrecord.resolve.tree import Tree

INSIDE = frozenset({"'s", "’s", "'", "’", "-", "–"})
QUOTED = frozenset({"“", "”", '"', "‘"})


def run_before(tree: Tree, index: int) -> int:
    """The first token of the unbroken run of modifiers before a word: *Israeli* for *the Israeli foreign minister*."""
    first = index
    opens = tree.analysis.sentences[tree.sentence_of[index]][0] if tree.analysis.sentences else 0
    while first > opens and _continues(tree, tree.tokens[first - 1], tree.tokens[first]):
        first -= 1
    while first < index and tree.tokens[first].text in INSIDE:
        first += 1
    return first


def title_start(tree: Tree, name: Name) -> int:
    """Where the title of a person's name begins, the name's own first token if it has none."""
    before = tree.tokens[name.first - 1] if name.first > 0 else None
    if before is None or tree.sentence_of[before.index] != tree.sentence_of[name.first]:
        return name.first
    if _is_of_state(tree, name.first):
        return run_before(tree, name.first - 3)
    described = is_class(before, "person") and before.upos == "NOUN" and not tree.is_plural(before.index)
    office = described or (is_class(before, "office") and before.upos in ("NOUN", "PROPN"))
    if not office and before.text.lower() not in TITLES:
        return name.first
    return run_before(tree, before.index)


def _is_of_state(tree: Tree, first: int) -> bool:
    """*Former secretary of state* before a name: a title that ends in no word of office."""
    words = [token.text.lower() for token in tree.tokens[max(0, first - 3) : first]]
    return words == ["secretary", "of", "state"]


def anchor(tree: Tree, index: int) -> int:
    """The token that heads what a word is inside of: *Ada* for *Minister* in *Minister Ada Moss*.

    The trees of long titles break easily; all words of a title with a name are taken for that name's head.
    """
    name = tree.names.get(index)
    if name is not None and name.kind == "person":
        return _top(tree, name.first, name.last)
    if is_titular(tree.tokens[index]) or _stands_for_name(tree.tokens[index]):
        person = next((tree.names[i] for i in range(index + 1, index + 8) if i in tree.names), None)
        if person is not None and person.kind == "person" and title_start(tree, person) <= index < person.first:
            return _top(tree, person.first, person.last)
    before = tree.tokens[index - 1] if index else None
    if before is not None and is_class(tree.tokens[index], "office") and _is_pair(before, tree.tokens[index]):
        return index - 1
    return index


def is_titular(token: Token) -> bool:
    """Whether a word in a title has no standing of its own; a state or body in it has."""
    return token.upos in ("ADJ", "NOUN") or is_class(token, "office") or token.text.lower() in TITLES


def _stands_for_name(token: Token) -> bool:
    """*Union*, of the minister met in *met Union Home Minister Ada Moss*: no modifier, it would be met itself."""
    return token.deprel in ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent")


def _is_pair(before: Token, token: Token) -> bool:
    """*Prosecutor General*, *Attorney General*: two office nouns for one office."""
    return before.text[:1].isupper() and token.text[:1].isupper() and is_class(before, "office")


def _top(tree: Tree, first: int, last: int) -> int:
    return next((i for i in range(first, last + 1) if not first <= tree.tokens[i].head <= last), first)


def _continues(tree: Tree, before: Token, after: Token) -> bool:
    if before.text in INSIDE:
        return True
    if before.text in QUOTED:
        return False
    if before.upos == "PROPN" and "Number=Plur" not in before.feats:
        name = tree.names.get(before.index)
        return name is None or name.kind != "person" or after.text in INSIDE
    return before.upos == "ADJ" or (before.upos == "NOUN" and not tree.is_plural(before.index))
