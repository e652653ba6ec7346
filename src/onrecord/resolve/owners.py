"""Owners: to which state or body a phrase belongs, Egypt in *Egyptian officials*, the ICC in *ICC prosecutor*."""

from dataclasses import dataclass

from onrecord.records.analysis import Token
from onrecord.resolve.atlas import Atlas
from onrecord.resolve.found import Found
from onrecord.resolve.gazetteer import Hit
from onrecord.resolve.nouns import is_class
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.runs import run_before

OF_OWNER = frozenset({"of", "for", "in", "at", "from", "with", "within"})
SENT_TO = frozenset({"ambassador", "envoy", "rapporteur", "coordinator", "mediator", "negotiator", "consul", "attaché"})
SEATED = frozenset({
    "official", "authority", "government", "diplomat", "minister", "ministry", "parliament", "police", "prosecutor",
    "court", "army", "military", "junta",
})  # fmt: skip
PRIVATE = frozenset({
    "executive", "ceo", "journalist", "reporter", "correspondent", "author", "editor", "columnist", "counsel",
    "attorney", "captain", "solicitor", "chair", "chairman", "chairwoman", "chairperson", "chief", "head", "leader",
})  # fmt: skip
LOCAL = frozenset({"mayor", "bishop", "archbishop", "rabbi", "imam", "coroner", "sheriff", "councillor"})
NO_LONGER = frozenset({"former", "ex", "late", "opposition", "onetime", "retired", "deposed", "ousted", "exiled"})


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom a phrase belongs to: known by name, or the token whose party must be resolved first."""

    found: Found | None = None
    token: int | None = None


NOBODY = Owner()


def find_owner(atlas: Atlas, phrase: Phrase, head: int | None = None) -> Owner:
    """The owner of a phrase's head: a name before it, a possessor, or a name in an of-phrase after it."""
    head = phrase.head if head is None else head
    tree = atlas.tree
    hits = atlas.owners(phrase.first, head - 1) or atlas.owners(run_before(tree, head), head - 1)
    before = [hit for hit in hits if hit.manner != "capital" or _is_modifier(tree.tokens[hit.last])]
    before = [hit for hit in before if not is_of_city(atlas, hit, head)]
    if before and tree.is_plural(head) and any(_are_several(atlas, hit) for hit in before):
        return NOBODY
    if before:
        senders = [hit for hit in before if hit.entry is not None and hit.entry.kind == "state"]
        sent = tree.tokens[head].lemma.lower() in SENT_TO and senders  # "Ghana's UN ambassador" is Ghana's
        return Owner(atlas.find((senders if sent else before)[-1], "owner before"))
    for child in tree.children(head, "nmod"):
        if child.deprel == "nmod:poss" and child.index < head:
            return Owner(token=child.index)
    for child in tree.children(head, "compound"):
        if phrase.first <= child.index < head and _is_body_of_its_own(atlas, child.index, head):
            return Owner(token=child.index)
    return _owner_after(atlas, phrase, head)


def acts_for(atlas: Atlas, phrase: Phrase, head: int) -> Owner:
    """Whom the holder of an office speaks for; nobody for former ones, and for private ones no state by demonym."""
    tree = atlas.tree
    words = {tree.tokens[index].text.lower() for index in range(phrase.first, head)}
    if words & NO_LONGER or any(word.startswith("ex-") for word in words):
        return NOBODY
    owner = find_owner(atlas, phrase, head)
    lemma = tree.tokens[head].lemma.lower()
    if lemma in LOCAL and owner.found is not None and owner.found.kind == "state":
        return NOBODY
    by_state = owner.found is not None and owner.found.kind == "state"
    if lemma in PRIVATE and by_state and atlas.owners(phrase.first, head - 1) and not words & {"state", "government"}:
        last = atlas.owners(phrase.first, head - 1)[-1]
        return NOBODY if last.manner == "demonym" and lemma not in ("head", "leader", "chief") else owner
    return owner


def _owner_after(atlas: Atlas, phrase: Phrase, head: int) -> Owner:
    tree = atlas.tree
    for branch in tree.children(head, "nmod"):
        case = tree.case_of(branch.index)
        if not head < branch.index <= phrase.last or case not in OF_OWNER or _is_sent(tree.tokens[head], case):
            continue
        hits = [hit for hit in atlas.owners(head + 1, phrase.last) if _top(atlas, hit.first, head) == branch.index]
        if hits and _are_several(atlas, hits[0]):
            return NOBODY  # "the presidents of Chad and Niger"
        if hits and not (case == "in" and not _may_sit_in(atlas, branch, head)):
            return Owner(atlas.find(hits[0], "owner after"))
        if not hits and is_class(branch, "organ", "court", "organisation", "outlet", "bench", "state", "office"):
            return Owner(token=branch.index)
        if not hits and _is_body_of_its_own(atlas, branch.index, head):
            return Owner(token=branch.index)
    return NOBODY


def is_of_city(atlas: Atlas, hit: Hit, head: int) -> bool:
    """*The Bangkok Metropolitan Administration* is of the city, and no body of the state."""
    name = atlas.tree.names.get(head)
    return hit.manner == "capital" and name is not None and name.first <= hit.first and name.kind == "organisation"


def _is_body_of_its_own(atlas: Atlas, index: int, head: int) -> bool:
    """Whether a word names a body, and not what one is for: no one owns the *Department of Fisheries*."""
    name = atlas.tree.names.get(index)
    return name is not None and name.kind == "organisation" and not name.first <= head <= name.last


def _are_several(atlas: Atlas, hit: Hit) -> bool:
    """Whether another state or body is joined to one: *of Chad and Niger*, *of Chad and of Hamas*."""
    tokens, at = atlas.tree.tokens, hit.last + 1
    while at < len(tokens) and tokens[at].text.lower() in (",", "and", "the"):
        at += 1
    if hit.last + 1 < at < len(tokens) - 1 and tokens[at].text.lower() == "of":
        return atlas.at(at + 1) is not None or at + 1 in atlas.tree.names
    other = atlas.at(at) if hit.last + 1 < at < len(tokens) else None
    return other is not None and other.manner == hit.manner and other.entry != hit.entry


def _is_sent(head: Token, case: str) -> bool:
    """*The envoy for Sudan* is no envoy of Sudan's."""
    return head.lemma.lower() in SENT_TO and case != "of"


def _may_sit_in(atlas: Atlas, branch: Token, head: int) -> bool:
    """*Officials in Ankara* are Turkey's, *officials in the ministry* the ministry's; *protesters in* are nobody's."""
    if is_class(branch, "organ", "organisation", "court"):
        return True
    return atlas.tree.tokens[head].lemma.lower() in SEATED


def _is_modifier(token: Token) -> bool:
    return token.deprel.partition(":")[0] in ("nmod", "compound", "amod", "flat")


def _top(atlas: Atlas, index: int, head: int) -> int:
    """The dependent of `head` whose subtree holds a token, or the token itself."""
    seen = 0
    while atlas.tree.tokens[index].head not in (head, -1) and seen < 40:
        index, seen = atlas.tree.tokens[index].head, seen + 1
    return index
