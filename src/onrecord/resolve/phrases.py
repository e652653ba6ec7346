"""Phrase: the noun phrase of a head token, as a reader would underline it."""

from dataclasses import dataclass

from onrecord.records.analysis import Analysis, Token
from onrecord.resolve.runs import title_start
from onrecord.resolve.tree import Tree

QUOTES = frozenset("\"'“”‘’«»`") | {"``", "''"}
PUNCTUATION = QUOTES | frozenset(",;:.-–—()[]…") | {"--"}
NEVER = frozenset({
    "acl:relcl", "conj", "cc", "parataxis", "dislocated", "mark", "cop", "aux", "advcl", "discourse", "vocative",
    "list", "orphan", "csubj", "ccomp", "expl", "nsubj", "punct", "case", "obl", "obj", "xcomp", "dep", "reparandum",
})  # fmt: skip
COUNTING = frozenset({"at", "over", "under", "up", "about", "around", "between"})
POINTING = frozenset({"namely", "notably", "especially", "particularly"})
ASIDES = frozenset({"about", "during", "amid", "despite", "over", "after", "before", "because of"})
THEIRS = frozenset({"their", "his", "her", "its"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The inclusive token range of a noun phrase, and its head token.

    In *the ICC's chief prosecutor, Karim Khan, who spoke on Monday*, the phrase of *prosecutor* is *the
    ICC's chief prosecutor*: relative clauses, appositions after commas and further conjuncts are left out.
    """

    first: int
    last: int
    head: int


def find_phrase(analysis: Analysis, head: int) -> Phrase:
    """The noun phrase of a head token, without its preposition and what only comments on it."""
    return phrase_in(Tree(analysis), head)


def phrase_in(tree: Tree, head: int) -> Phrase:
    if tree.tokens[head].upos == "PRON":
        return Phrase(head, head, head)
    kept = {head}
    for child in tree.children(head):
        if _belongs(tree, child, head):
            _collect(tree, child.index, kept)
    first = last = head
    while first - 1 in kept or (first - 2 in kept and _is_joint(tree, first - 1)):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and _is_joint(tree, last + 1)):
        last += 1
    name = tree.names.get(head)
    if name is not None and name.kind == "person":
        first = min(first, title_start(tree, name))
    if name is not None and name.kind == "organisation":
        last = max(last, name.last)  # "the Chamber of Commerce, Industries and Mines" has commas
    return _trimmed(tree, first, last, head)


def conjuncts_of(tree: Tree, head: int) -> tuple[int, ...]:
    """A head with the nominal heads joined to it: *Israel* and *allies* in *Israel and its allies*; none that is left
    out, as Chad in *Israel, but not Chad*.
    """
    if head not in tree.rows:
        tree.rows[head] = _find_conjuncts(tree, head)
    return tree.rows[head]


def _find_conjuncts(tree: Tree, head: int) -> tuple[int, ...]:
    found = [head]
    for child in tree.children(head, "conj"):
        if any(token.lemma.lower() in ("not", "n't") for token in tree.children(child.index, "advmod", "cc")):
            continue
        name = tree.names.get(head)
        if name is not None and name.kind == "organisation" and name is tree.names.get(child.index):
            continue  # "the Ministry of Transport and Mines" is one body
        if child.upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"):
            found.extend(conjuncts_of(tree, child.index))
    return tuple(found)


def _belongs(tree: Tree, child: Token, head: int) -> bool:
    relation = child.deprel
    main = relation.partition(":")[0]
    left, right = sorted((child.index, head))
    if relation in NEVER or main in NEVER:
        return relation == "cc:preconj"
    if main in ("appos", "acl"):
        return main == "appos" and not tree.is_split(left, right) and right - left <= 6
    if main in ("nmod", "nummod") and child.index > head:
        dated = relation in ("nmod:unmarked", "nmod:tmod") or child.entity == "time"
        name = tree.names.get(head)
        loose = name is not None and name.kind == "person" and tree.case_of(child.index) not in ("of", "from", "")
        told = child.upos == "NOUN" and _is_aside(tree, child, head)
        return not tree.is_split(left, right) and not dated and not loose and not told
    if main == "nmod" and child.lemma.lower() not in ("least", "most"):
        return not tree.case_of(child.index) or relation == "nmod:poss"
    return main != "advmod" or child.index < head


def _is_aside(tree: Tree, child: Token, head: int) -> bool:
    """*Criticised rivals for their silence*, *told members about the plan*: why or about what, and not who they are.

    *A spokesperson for its prime minister* is told by whom he speaks for.
    """
    if tree.tokens[head].entity != "person" or tree.tokens[head].upos != "NOUN":
        return False
    case = tree.case_of(child.index)
    owned = any(k.text.lower() in THEIRS for k in tree.children(child.index, "nmod"))
    return case in ASIDES or (case == "for" and owned and child.entity not in ("person", "organization", "place"))


def _collect(tree: Tree, index: int, kept: set[int]) -> None:
    """The whole subtree of a token that belongs, save relative clauses and comments inside it."""
    kept.add(index)
    for child in tree.children(index):
        if child.index in kept or child.deprel in ("acl:relcl", "parataxis", "advcl"):
            continue
        left, right = sorted((child.index, index))
        loose = child.deprel in ("appos", "nmod") or (child.deprel == "conj" and child.upos == "VERB")
        if child.deprel != "acl" and not (loose and tree.is_split(left, right)):
            _collect(tree, child.index, kept)


def _is_joint(tree: Tree, index: int) -> bool:
    """Whether a token may stand unattached inside a phrase: a hyphen, a quotation mark, a comma of a list."""
    return tree.tokens[index].upos == "PUNCT" or tree.tokens[index].text in PUNCTUATION


def _trimmed(tree: Tree, first: int, last: int, head: int) -> Phrase:
    while first < head and _is_edge(tree.tokens[first], "first"):
        first += 1
    while last > head and _is_edge(tree.tokens[last], "last"):
        last -= 1
    return Phrase(first, last, head)


def _is_edge(token: Token, side: str) -> bool:
    if token.text in PUNCTUATION:
        return True
    if side == "last":
        return token.text in POSSESSIVES or token.upos in ("ADP", "CCONJ")
    if (token.deprel == "case" and token.text.lower() not in COUNTING) or token.text.lower() in POINTING:
        return True
    return token.upos == "CCONJ" and token.text.lower() != "both"
