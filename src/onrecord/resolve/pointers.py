"""Pointers: which party of the text a pronoun or description means."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.resolve.drafts import Draft, Drafts
from onrecord.resolve.epithets import only_person
from onrecord.resolve.found import Pointer
from onrecord.resolve.offices import role_words
from onrecord.resolve.salience import clause_around, parallel_object, sayer_around, saying_subject, sentence_before
from onrecord.resolve.tree import Tree

NEWSPAPERS = {
    **dict.fromkeys(("paper", "daily", "tabloid", "broadsheet", "weekly"), "newspaper"),
    **dict.fromkeys(("outlet", "site", "website", "publication", "portal", "network", "journal"), "any"),
    **dict.fromkeys(("channel", "station"), "broadcaster"),
}
LOCAL = frozenset({
    "local", "regional", "provincial", "prefectural", "municipal", "territorial", "city", "county", "town", "village",
    "tribal", "metropolitan",
})  # fmt: skip
ALIEN = frozenset({"foreign", "enemy", "rebel", "allied", "international", "hostile", "opposing", "rival"})
FAR = 3  # sentences
ANY_PEOPLE = frozenset({"people", "person", "group", "man", "woman", "member", "one", "other", "two", "three"})
INSTANCES = frozenset({  # which court of a state's several it is
    "appeal", "appeals", "appellate", "district", "lower", "trial", "circuit", "county", "magistrate", "magistrates",
    "magistrate's", "regional", "provincial", "federal", "high", "supreme", "constitutional", "labour", "labor",
    "military", "bankruptcy", "family", "juvenile", "commercial", "administrative", "criminal",
})  # fmt: skip
HIGHEST = frozenset({"high", "supreme", "constitutional"})
SENT = frozenset({"envoy", "diplomat"})
DIPLOMATS = frozenset({"ambassador", "commissioner", "consul", "envoy", "representative", "attaché", "diplomat"})
SAME_ORGANS = tuple(map(frozenset, (  # by any of which a state's one body of that sort is told
    {"parliament", "assembly", "legislature", "congress"},
    {"government", "administration", "authority", "cabinet"},
    {"army", "military", "force", "troop"},
)))  # fmt: skip
RANKS = frozenset({"prime", "deputy", "vice", "assistant", "former", "opposition"})
Resolve = Callable[[int], Draft | None]


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a pointer stands, and the parties gathered from the text."""

    tree: Tree
    drafts: Drafts
    pointer: Pointer
    head: int

    def earlier(self, *kinds: str) -> list[Draft]:
        """Parties of some kinds that were named before the pointer."""
        return [draft for draft in self.drafts.of_kind(*kinds) if self.names(draft, 0)]

    def names(self, draft: Draft, from_sentence: int) -> bool:
        """Whether a party is named before the pointer, in a sentence from the given number on."""
        return any(p < self.head and self.tree.sentence_of[p] >= from_sentence for p in draft.places)


def follow(tree: Tree, drafts: Drafts, pointer: Pointer, head: int, resolve: Resolve) -> Draft | None:
    """The party pointed to: what is named outright, else by coreference, else by the pointer's own rule."""
    if pointer.via is not None:
        return _by_owner(pointer, resolve(pointer.via))
    joined = _by_coordination(tree, pointer, head, resolve)
    if joined is not None:
        return joined
    if pointer.rule == "organ again" and _is_local(tree, head):
        return None
    linked = (
        _by_sayer(tree, pointer, head, resolve)
        or _by_salience(tree, pointer, head, resolve)
        or _by_antecedent(tree, pointer, head, resolve)
    )
    if linked is not None:
        return linked
    if pointer.rule in ("pronoun", "state again"):
        return by_subject(tree, pointer, head, resolve) or _only_such(Scene(tree, drafts, pointer, head))
    rule = RULES.get(pointer.rule)
    found = rule(Scene(tree, drafts, pointer, head)) if rule else None
    if found is None and pointer.rule in ("person by role", "person again"):
        found = only_person(tree, drafts, pointer, head)
    return found


def fits(pointer: Pointer, draft: Draft) -> bool:
    """Whether kind and number of a party agree with the pointer; a group is plural, a state is not *they*."""
    if draft.kind not in pointer.kinds or (pointer.gender and draft.gender and pointer.gender != draft.gender):
        return False
    if pointer.of and draft.of and pointer.of != draft.of:
        return False
    if pointer.count is not None and draft.count is not None:
        return pointer.count.value == draft.count.value
    return pointer.of is None or draft.of is None or pointer.of == draft.of


def _by_owner(pointer: Pointer, owner: Draft | None) -> Draft | None:
    if owner is not None and pointer.rule == "organ of its owner" and owner.kind == "person":
        owner = owner.acts_for
    return owner if owner is not None and owner.kind in pointer.kinds else None


def _by_coordination(tree: Tree, pointer: Pointer, head: int, resolve: Resolve) -> Draft | None:
    """In *Malta and its allies* the possessive is the first conjunct's."""
    governor = tree.governor(head)
    if tree.tokens[head].deprel != "nmod:poss" or governor is None or pointer.rule != "pronoun":
        return None
    for first in (_before_and(tree, head), tree.first_conjunct(governor.index)):
        draft = resolve(first) if 0 <= first < head else None
        if draft is not None and fits(pointer, draft):
            return draft
    return None


def _before_and(tree: Tree, head: int) -> int:
    """The word joined to a possessive by *and* even where the tree misses it; -1 if there is none."""
    if head < 2 or tree.tokens[head - 1].text.lower() != "and":
        return -1
    index = head - 2
    while index > 0 and tree.tokens[index].upos == "PUNCT" and tree.tokens[index].text != ",":
        index -= 1
    return index if tree.tokens[index].upos in ("PROPN", "NOUN") else -1


def _by_salience(tree: Tree, pointer: Pointer, head: int, resolve: Resolve) -> Draft | None:
    """The subject that *it* or *they* goes on with, against coreference that looks farther; no person."""
    if pointer.rule != "pronoun" or "person" in pointer.kinds:
        return None
    index = clause_around(tree, head)
    if index is None:
        index = parallel_object(tree, head)
    if index is None:
        linked = tree.tokens[head].antecedent
        back = 99 if linked is None else tree.sentence_of[head] - tree.sentence_of[linked]
        index = saying_subject(tree, head) if back > 0 else None
        if index is None and back > 1:
            index = sentence_before(tree, head)
    draft = resolve(index) if index is not None and index < head else None
    return draft if draft is not None and fits(pointer, draft) else None


def _by_sayer(tree: Tree, pointer: Pointer, head: int, resolve: Resolve) -> Draft | None:
    """*Reed left. Moss said she had paid*: whoever speaks, against coreference that looks to another sentence."""
    if pointer.rule != "pronoun" or pointer.gender is None:
        return None
    linked = tree.tokens[head].antecedent
    if linked is not None and tree.sentence_of[linked] == tree.sentence_of[head]:
        return None
    index = sayer_around(tree, head)
    draft = resolve(index) if index is not None and index < head else None
    return draft if draft is not None and fits(pointer, draft) else None


def _by_antecedent(tree: Tree, pointer: Pointer, head: int, resolve: Resolve) -> Draft | None:
    """Along the chain of earlier mentions of the same thing, the first whose party fits."""
    index = tree.tokens[head].antecedent
    if index is not None and _is_overtaken(tree, pointer, head, index, resolve):
        return None
    if pointer.rule == "organ again" and index is not None and tree.sentence_of[head] - tree.sentence_of[index] > FAR:
        return None  # whose forces these are is told nearer by
    for _ in range(6):
        if index is None or not 0 <= index < head:
            return None
        draft = resolve(index)
        agrees = draft is not None and (fits(pointer, draft) or _are_judges(tree, pointer, draft, index))
        agrees = agrees and draft is not None and not is_other_court(tree, head, draft)
        if draft is not None and agrees and _role_agrees(pointer, draft) and _noun_agrees(pointer, draft):
            return draft
        index = tree.tokens[index].antecedent
    return None


def _is_overtaken(tree: Tree, pointer: Pointer, head: int, index: int, resolve: Resolve) -> bool:
    """Whether *it* would look past the subjects of two sentences, one of whom it may mean as well."""
    if pointer.rule != "pronoun" or pointer.plural or pointer.gender is not None:
        return False
    back = tree.sentence_of[head] - tree.sentence_of[index]
    if back <= 1:
        return False
    own = resolve(index)
    for at in range(index + 1, head):
        token = tree.tokens[at]
        later = tree.sentence_of[at] > tree.sentence_of[index]
        if later and token.deprel == "nsubj" and token.upos in ("NOUN", "PROPN"):
            draft = resolve(at)
            if draft is not None and draft is not own and fits(pointer, draft):
                return True
    return False


def _are_judges(tree: Tree, pointer: Pointer, draft: Draft, index: int) -> bool:
    """*The judges ... they*: a court told by a plural noun is *they*."""
    return pointer.plural and draft.kind == "court" and pointer.rule == "pronoun" and tree.is_plural(index)


def is_other_court(tree: Tree, head: int, draft: Draft) -> bool:
    """*The Supreme Court sat. The appeals court refused*: a court of another instance than the one named.

    *The high court* may be one that is called supreme; a chamber is the court's own.
    """
    if draft.kind != "court" or tree.tokens[head].lemma.lower() not in ("court", "tribunal"):
        return False
    before = {token.text.lower() for token in tree.tokens[max(0, head - 2) : head]}  # whatever the tree makes of them
    told = {child.text.lower() for child in tree.children(head, "amod", "compound", "nmod")} | before
    told &= INSTANCES
    named = set(draft.name.lower().replace("-", " ").split())
    if told & HIGHEST and (named & HIGHEST or "justice" in named):
        told -= HIGHEST
    return bool(told - named)


def _noun_agrees(pointer: Pointer, draft: Draft) -> bool:
    """*The bloc* is no court, and *the agency* no newspaper, whatever coreference says."""
    if pointer.rule == "group again" and pointer.of == draft.of == "person" and pointer.noun and draft.noun:
        return pointer.noun == draft.noun or bool({pointer.noun, draft.noun} & ANY_PEOPLE)
    if pointer.rule == "body again" and draft.found.key is None and pointer.noun and draft.noun:
        return pointer.noun == draft.noun
    if pointer.rule not in ("body again", "outlet again") or not draft.found.nouns:
        return True
    return NEWSPAPERS.get(pointer.noun or "", pointer.noun) in (*draft.found.nouns, "any")


def by_subject(tree: Tree, pointer: Pointer, head: int, resolve: Resolve) -> Draft | None:
    """The nearest fitting subject before, not that of the pronoun's own verb.

    *He* and *she* look back to the sentence before; *it* and *they*, which may stand for so much, only in their own.
    """
    own = tree.tokens[head].head if tree.tokens[head].deprel in ("obj", "iobj", "obl") else -2
    start = tree.sentence_of[head] - int("person" in pointer.kinds)
    for index in range(head - 1, -1, -1):
        if tree.sentence_of[index] < start:
            return None
        token = tree.tokens[index]
        if token.deprel.startswith("nsubj") and token.upos != "PRON" and token.head != own:
            draft = resolve(index)
            if draft is not None and (fits(pointer, draft) or _are_judges(tree, pointer, draft, index)):
                return draft
    return None


def _only_such(scene: Scene) -> Draft | None:
    """*Bello praised Diallo. She left*: the one person of whom the report says *she*, in this sentence or the last."""
    if scene.pointer.gender is None:
        return None
    since = scene.tree.sentence_of[scene.head] - 1
    own = scene.tree.tokens[scene.head].head
    near = [d for d in scene.drafts.of_kind("person") if d.gender == scene.pointer.gender and scene.names(d, since)]
    beside = any(scene.tree.tokens[place].head == own for d in near for place in d.places)
    return near[0] if len(near) == 1 and not beside else None


def _person_by_role(scene: Scene) -> Draft | None:
    fitting = [d for d in scene.drafts.of_kind("person") if d.role and _role_agrees(scene.pointer, d)]
    named = [d for d in fitting if d.found.key] or fitting
    return _nearest(named, scene.head)


def _role_agrees(pointer: Pointer, draft: Draft) -> bool:
    """*The minister* may be the foreign minister, not the prime minister; another state's is somebody else."""
    if pointer.role is None or draft.kind != "person":
        return True
    if pointer.acts_for and draft.acts_for and pointer.acts_for.key != draft.acts_for.found.key:
        return False
    if pointer.acts_for and not draft.acts_for:  # "Chad's president" is no president of whom the text has not said so
        return False
    wanted, held = role_words(pointer.role), role_words(draft.role)
    if not held:
        return draft.found.key is not None
    if wanted <= SENT and held & DIPLOMATS:  # "Ghana's ambassador ... the envoy"
        return True
    return (wanted <= held or held <= wanted) and not (wanted ^ held) & RANKS


def _body_by_noun(scene: Scene) -> Draft | None:
    kinds, noun = scene.pointer.kinds, scene.pointer.noun
    fitting = [d for d in scene.drafts.of_kind(*kinds) if noun in (*d.found.nouns, d.noun, *_last_words(d))]
    if noun == "body" and not fitting:
        fitting = [d for d in scene.earlier(*kinds) if d.found.nouns]  # "the EU's executive ... the body"
    earlier = [draft for draft in fitting if draft.first < scene.head] or fitting
    return earlier[0] if len(earlier) == 1 else None


def _last_words(draft: Draft) -> tuple[str, ...]:
    """*Authority*, of the *Transport General Authority*; none of what has no name."""
    last = draft.name.split()[-1]
    many = last.lower() == "district"  # a report names several of them
    return (last.lower(),) if draft.found.key and last[:1].isupper() and not many else ()


def _only_court(scene: Scene) -> Draft | None:
    """The report's court: the only one, or the one named in this sentence or the one before."""
    courts = [draft for draft in scene.drafts.of_kind("court") if draft.found.key]
    courts = [draft for draft in courts if not is_other_court(scene.tree, scene.head, draft)]
    if len(courts) == 1:
        return courts[0]
    near = scene.tree.sentence_of[scene.head] - 1
    reach = [court for court in courts if scene.names(court, near)]
    return reach[0] if len(reach) == 1 else None


def _last_outlet(scene: Scene) -> Draft | None:
    outlets = scene.earlier("outlet")
    same_noun = [draft for draft in outlets if scene.pointer.noun in draft.found.nouns]
    return _nearest(same_noun or [d for d in outlets if _noun_agrees(scene.pointer, d)], scene.head)


def _organ_again(scene: Scene) -> Draft | None:
    """*The government* of the state whose government was named, unless the report has gone on to another state."""
    nouns = next((set(same) for same in SAME_ORGANS if scene.pointer.noun in same), {scene.pointer.noun})
    named = [draft for draft in scene.earlier("state") if nouns & draft.organs]
    named = [draft for draft in named if not _is_done_to_beside(scene, draft)]
    state = _nearest(named, scene.head)
    if state is not None and _is_past(scene, state):
        state = None
    told = scene.tree.children(scene.head, "amod", "compound")  # "the new authority" is another
    earlier = scene.earlier("organisation") if not told else []
    bodies = [draft for draft in earlier if scene.pointer.noun in _last_words(draft)]
    return state or (bodies[0] if len(bodies) == 1 else None)


def _is_local(tree: Tree, head: int) -> bool:
    """*The prefectural government*, *foreign forces*, *authorities in Lakeside*: of no state, whichever was named."""
    if any(child.text.lower() in LOCAL | ALIEN for child in tree.children(head, "amod", "compound", "nmod")):
        return True
    placed = [c.index for c in tree.children(head, "nmod") if c.index > head and tree.case_of(c.index) in ("in", "of")]
    return any((name := tree.names.get(index)) is not None and name.kind == "location" for index in placed)


def _is_past(scene: Scene, state: Draft) -> bool:
    """Whether the last that was said was of another state, and more has been of it: *Ethiopia ...*, long after a word
    of *Yemen's forces*.
    """
    since = scene.tree.sentence_of[scene.head] - 2
    near = [draft for draft in scene.earlier("state") if scene.names(draft, since)]
    return state not in near and any(len(draft.places) > len(state.places) for draft in near)


def _is_done_to_beside(scene: Scene, draft: Draft) -> bool:
    """*The government is working to support Chad*: not Chad's."""
    tree, verb = scene.tree, scene.tree.governor(scene.head)
    reach = set[int]()
    if verb is not None and tree.tokens[scene.head].deprel.startswith("nsubj"):
        reach = {verb.index, *(child.index for child in tree.children(verb.index, "xcomp", "advcl"))}
    return any(tree.tokens[p].head in reach and tree.tokens[p].deprel in ("obj", "iobj") for p in draft.places)


def _document_again(scene: Scene) -> Draft | None:
    return _nearest([d for d in scene.earlier("document") if d.noun == scene.pointer.noun], scene.head)


def _group_again(scene: Scene) -> Draft | None:
    """The single fitting group in this sentence and the two before it, else the single one in the text so far."""
    pointer = scene.pointer
    same = [d for d in scene.earlier("group") if fits(pointer, d) and _counted_alike(pointer, d)]
    near = scene.tree.sentence_of[scene.head] - 2
    chosen = [draft for draft in same if scene.names(draft, near)]
    if not chosen and (pointer.noun is not None or pointer.count is None):  # "the two" are those just named
        chosen = same
    return chosen[0] if len(chosen) == 1 else None


def _counted_alike(pointer: Pointer, draft: Draft) -> bool:
    """A description fits by count, by the same noun, or as states; people by other nouns are other people."""
    if pointer.count is not None and draft.count is not None:
        return True
    if pointer.count is not None and pointer.noun is None:  # "the two" are no group of nobody knows how many
        return False
    return pointer.of == "state" == draft.of or pointer.noun in (None, "group", draft.noun)


def _nearest(drafts: list[Draft], head: int) -> Draft | None:
    """The party last named before a token, else the first named after it."""
    last_places = [(max((p for p in d.places if p < head), default=-1), i) for i, d in enumerate(drafts)]
    place, number = max(last_places, default=(-1, 0))
    if place >= 0:
        return drafts[number]
    return min(drafts, key=lambda draft: draft.first) if drafts else None


RULES = {
    "person by role": _person_by_role, "body again": _body_by_noun, "the text's court": _only_court,
    "outlet again": _last_outlet, "organ again": _organ_again, "document again": _document_again,
    "group again": _group_again,
}  # fmt: skip
