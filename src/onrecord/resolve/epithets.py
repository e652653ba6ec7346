"""Epithets: descriptions by which a report names again somebody whom it has named, *the former senator*.

Whom such a description means is told by the sentence it stands in and the one before, where they name one person only.
Where they do not, it stays open who is meant, though the report may well name him.
"""

from collections.abc import Iterator

from onrecord.resolve.drafts import Draft, Drafts
from onrecord.resolve.found import Pointer
from onrecord.resolve.offices import role_words
from onrecord.resolve.tree import Tree

EPITHETS = frozenset({
    "senator", "governor", "congressman", "congresswoman", "lawmaker", "legislator", "politician", "mayor", "premier",
    "president", "chancellor", "minister", "secretary", "leader", "nominee", "candidate", "contender", "hopeful",
    "frontrunner", "businessman", "businesswoman", "billionaire", "mogul", "tycoon", "actor", "actress", "singer",
    "author", "activist", "chairman", "chairwoman", "general",
})  # fmt: skip
_OTHERS = frozenset({"other", "second", "third", "next", "new", "first", "last", "future", "rival", "same", "only"})
_TELLING = frozenset({
    "man", "woman", "boy", "girl", "teenager", "member", "resident", "citizen", "crew", "staff", "team", "crowd",
    "couple", "pair", "duo", "trio", "police", "audience", "electorate", "opposition", "youth",
})  # fmt: skip
_ANY_BODY = frozenset({
    "agency", "company", "firm", "group", "organisation", "organization", "department", "institution", "commission",
    "committee",
})  # fmt: skip
_TWO = frozenset({"country", "nation", "state", "government", "party", "team", "leader", "minister"})
_RANKS = frozenset({"prime", "deputy", "vice", "assistant"})


def only_person(tree: Tree, drafts: Drafts, pointer: Pointer, head: int) -> Draft | None:
    """*Moss left. The former senator thanked Chad*: the one person named there, with no other role told of."""
    if not _is_epithet(tree, pointer, head):
        return None
    since = tree.sentence_of[head] - 1
    clause = set(_clause(tree, head))
    near = [d for d in drafts.of_kind("person") if d.found.key and _is_near(tree, d, head, since)]
    near = [d for d in near if not clause & set(d.places)]
    return near[0] if len(near) == 1 and _may_be(pointer, near[0]) else None


def is_left_open(tree: Tree, drafts: Drafts, pointer: Pointer, head: int) -> bool:
    """Whether somebody is told by a description that does not say who he is: *the former senator*, a bare *Minister*.

    *The author of the letter* says so, and *Chad's minister* does where the report names no other minister of his rank.
    Nor do *both sides* or *the agency* say who they are.
    """
    if pointer.rule == "group again":
        acts = tree.tokens[head].deprel == "nsubj"  # "urged both sides" is all that was said
        two = pointer.noun in _TWO and any(child.text.lower() == "both" for child in tree.children(head, "det"))
        return (two or pointer.noun == "side") and acts and not tree.children(head, "nmod")
    if pointer.rule == "body again":
        return (
            pointer.noun in _ANY_BODY
            and not tree.children(head, "amod", "compound", "nmod", "acl")
            and _names_bodies(drafts)
        )
    if pointer.rule not in ("person by role", "person again") or pointer.noun in _TELLING:
        return False
    articles = {child.text.lower() for child in tree.children(head, "det")}
    owned = any(child.deprel == "nmod:poss" for child in tree.children(head, "nmod"))
    before = {child.lemma.lower() for child in tree.children(head, "amod")}
    if owned or articles - {"the"} or (articles and pointer.role is not None and pointer.noun not in EPITHETS):
        return False
    if any(tree.case_of(child.index) in ("of", "for") for child in tree.children(head, "nmod")) and not before & {
        "former", "late"
    }:  # fmt: skip
        return False
    if pointer.acts_for is not None and pointer.acts_for.kind == "state":
        return any(d.found.key and _same_role(pointer, d) for d in drafts.of_kind("person"))
    return any(d.found.key and _may_be(pointer, d) for d in drafts.of_kind("person"))


def _names_bodies(drafts: Drafts) -> bool:
    return any(draft.found.key for draft in drafts.of_kind("organisation", "outlet", "court"))


def _is_epithet(tree: Tree, pointer: Pointer, head: int) -> bool:
    """*The Vermont senator*, *the former secretary of state*: more than the bare noun, and no one else's."""
    articles = {child.text.lower() for child in tree.children(head, "det")}
    words = {child.lemma.lower() for child in tree.children(head, "amod", "compound", "nmod")}
    owned = any(child.deprel == "nmod:poss" for child in tree.children(head, "nmod"))
    return pointer.noun in EPITHETS and articles == {"the"} and bool(words) and not words & _OTHERS and not owned


def _is_near(tree: Tree, draft: Draft, head: int, since: int) -> bool:
    return any(place < head and tree.sentence_of[place] >= since for place in draft.places)


def _clause(tree: Tree, head: int) -> Iterator[int]:
    """The other arguments of the verb that a description is one of: nobody meets himself."""
    governor = tree.governor(head)
    if governor is not None and governor.upos == "VERB":
        yield from (child.index for child in tree.children(governor.index) if child.index != head)


def _may_be(pointer: Pointer, draft: Draft) -> bool:
    """Whether no role told of somebody, and no state that he acts for, speaks against a description."""
    if pointer.acts_for and draft.acts_for and pointer.acts_for.key != draft.acts_for.found.key:
        return False
    return pointer.role is None or draft.role is None or _same_role(pointer, draft)


def _same_role(pointer: Pointer, draft: Draft) -> bool:
    wanted, held = role_words(pointer.role), role_words(draft.role)
    return bool(wanted and held) and (wanted <= held or held <= wanted) and not (wanted ^ held) & _RANKS
