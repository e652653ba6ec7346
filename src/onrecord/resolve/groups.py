"""Groups: counted or plural parties, *25 countries*, *dozens of states*, *senior officials*."""

from onrecord.records import Count
from onrecord.records.analysis import Token
from onrecord.resolve.atlas import Atlas
from onrecord.resolve.counts import Counted, read_count
from onrecord.resolve.found import Found, Pointer
from onrecord.resolve.humans import is_human
from onrecord.resolve.lists import MEMBER_CASES, is_named, named_before, one_of, read_among, read_list, read_told
from onrecord.resolve.nouns import VESSELS, is_class, noun_of
from onrecord.resolve.owners import NOBODY, Owner, acts_for, find_owner
from onrecord.resolve.phrases import Phrase, conjuncts_of
from onrecord.resolve.spelling import bare

MEMBERSHIP = frozenset({"member", "signatory", "party", "participant", "delegation", "partner", "ally", "backer"})
INTERGOVERNMENTAL = frozenset({
    "bloc", "alliance", "court", "council", "assembly", "union", "organisation", "organization",
})  # fmt: skip
ELSE = frozenset({"other", "another", "further", "new", "additional", "more", "remaining"})  # others than those named
PRESS = frozenset({"news", "press", "wire", "media"})
PARTIES = ("state", "office", "person", "organisation", "organ", "court", "bench", "outlet", "document")


def read_group(atlas: Atlas, phrase: Phrase) -> Found | Pointer | None:
    """A group of parties, or None: the phrase is singular, or what it counts can be no party (*25 vessels*)."""
    tree = atlas.tree
    head = tree.tokens[phrase.head]
    counted = read_count(tree, phrase)
    noun = tree.tokens[counted.noun] if counted and counted.noun is not None else None
    if counted is None:
        if not _is_plural_noun(atlas, head):
            return None
        counted, noun = Counted(None, head.index, "plural noun"), head
    if noun is not None and not _may_be_party(atlas, noun):
        return None
    if noun is head and counted.count == Count(value=1) and member_kind(atlas, phrase, noun) != "state":
        return None
    human = head.entity in (None, "person", "organization", "place") and _may_act(head)
    if noun is None and not (human or _named_before(atlas, phrase, counted.count, None)):
        return None
    return _group(atlas, phrase, counted, noun)


def _group(atlas: Atlas, phrase: Phrase, counted: Counted, noun: Token | None) -> Found | Pointer:
    tree = atlas.tree
    of = member_kind(atlas, phrase, noun) if noun is not None else None
    name = bare(tree.text_between(phrase.first, phrase.last))
    owner = _owner(atlas, phrase, noun) if of in ("person", "organisation") else NOBODY
    counted_key = f"group:state:{counted.count.value}" if counted.count and of in ("state", None) else None
    of_people = noun is not None and is_class(noun, "office", "person", "bench")
    people = of_people and noun is not None and noun_of(noun) not in MEMBERSHIP
    members = _members(atlas, phrase, counted.count, people=people)
    count = counted.count
    if not members and noun is not None and count is None and (named := _governments(atlas, phrase, noun)):
        members, count = named, Count(value=len(named))
    if len(members) > 1 and count is None and of == "person" and _is_whole(atlas, phrase, members):
        count = Count(value=len(members))
    if not members and _points_back(atlas, phrase, owner):
        members = _named_before(atlas, phrase, counted.count, of)
    found = Found(
        kind="document" if of == "document" else "group", name=name, rule=counted.rule,
        key=counted_key or f"group:{name.casefold()}", of=None if of == "document" else of, count=count,
        members=members, acts_for=owner.found, acts_for_token=owner.token,
    )  # fmt: skip
    if not _points_back(atlas, phrase, owner) or (count is not None and len(members) == count.value):
        return found
    return Pointer(
        kinds=frozenset({"group"}), rule="group again", plural=True, noun=noun_of(noun) if noun else None,
        count=counted.count, of=of, fallback=found,
    )  # fmt: skip


def member_kind(atlas: Atlas, phrase: Phrase, noun: Token) -> str | None:
    """What those counted are: state, person, organisation, court, outlet, document; None if it is left open."""
    lemma = noun_of(noun)
    beside = {child.lemma.lower() for child in atlas.tree.children(noun.index, "compound", "amod")}
    if is_class(noun, "state") or lemma in ("government", "parliament") or beside & {"state", "country", "nation"}:
        return "state"
    if lemma in MEMBERSHIP:
        bodies = [hit.entry for hit in atlas.owners(phrase.first, phrase.last) if hit.entry]
        if any(e.kind in ("court", "organisation") and INTERGOVERNMENTAL & set(e.nouns) for e in bodies):
            return "state"
        return "state" if any(e.kind == "state" for e in bodies) else None
    if lemma == "agency" and not beside & PRESS:
        return "organisation"
    for kind in ("person", "office", "bench", "court", "outlet", "document", "organisation", "organ"):
        if is_class(noun, kind):
            return {"office": "person", "bench": "person", "organ": "organisation"}.get(kind, kind)
    name = atlas.tree.names.get(noun.index)
    if is_human(atlas.tree, noun) or (name is not None and name.kind in ("norp", "person")):
        return "person"
    return "organisation" if noun.entity == "organization" else None


def _may_be_party(atlas: Atlas, noun: Token) -> bool:
    """Whether those counted may act: people, states, bodies, outlets; not vessels, days or per cent."""
    if noun.upos not in ("NOUN", "PROPN", "ADJ", "PRON", "NUM"):
        return False
    if noun.entity != "time" and is_human(atlas.tree, noun):
        return True
    if noun.entity in ("time", "object", "substance", "animal", "plant", "abstract", "event"):
        return is_class(noun, "state", "office", "person", "document") and noun.entity != "time"
    if noun.lemma.lower() in VESSELS:
        return False
    human = noun.entity in ("person", "organization") or noun_of(noun) in MEMBERSHIP
    return human or is_class(noun, *PARTIES) or _is_norp(atlas, noun)


def _is_norp(atlas: Atlas, noun: Token) -> bool:
    hit, name = atlas.at(noun.index), atlas.tree.names.get(noun.index)
    return (hit is not None and hit.manner == "demonym") or (name is not None and name.kind == "norp")


def _is_plural_noun(atlas: Atlas, head: Token) -> bool:
    name = atlas.tree.names.get(head.index)
    if name is not None and name.kind in ("organisation", "location", "facility"):
        return False
    plural = atlas.tree.is_plural(head.index) and head.upos in ("NOUN", "PROPN", "ADJ")
    return plural and not is_class(head, "document") and _may_be_party(atlas, head)


def _may_act(head: Token) -> bool:
    relation = head.deprel.partition(":")[0]
    return relation in ("nsubj", "obj", "iobj", "conj", "root", "nmod") or head.deprel == "obl:agent"


def _owner(atlas: Atlas, phrase: Phrase, noun: Token | None) -> Owner:
    if noun is None:
        return NOBODY
    if is_class(noun, "office"):
        return acts_for(atlas, phrase, noun.index)
    return find_owner(atlas, phrase, noun.index) if is_class(noun, "organ", "soldier") else NOBODY


def _points_back(atlas: Atlas, phrase: Phrase, owner: Owner) -> bool:
    """*The 93 states*, *these countries* point to a group named before; *the Egyptian officials* name themselves."""
    opening = atlas.tree.tokens[phrase.first]
    if opening.text.lower() not in ("the", "these", "those", "both", "all") or owner != NOBODY:
        return False
    head = atlas.tree.tokens[phrase.head]
    if any(c.text.lower() in ELSE for c in atlas.tree.children(head.index, "amod", "det")):
        return False
    told_apart = [c for c in atlas.tree.children(head.index, "acl") if c.index > head.index and c.upos == "VERB"]
    told_apart += [c for c in atlas.tree.children(head.index, "nmod") if atlas.tree.case_of(c.index) == "of"]
    return not told_apart or opening.text.lower() in ("these", "those") or read_count(atlas.tree, phrase) is not None


def _named_before(atlas: Atlas, phrase: Phrase, count: Count | None, of: str | None) -> tuple[int, ...]:
    """The names that *both men*, *the three states* mean; a count of one or a mere bound means none."""
    if count is None or count.bound != "exact" or count.value < 2:
        return ()
    return named_before(atlas, phrase.first, count.value, of)


def _governments(atlas: Atlas, phrase: Phrase, noun: Token) -> tuple[int, ...]:
    """*The governments of Peru and Chile*, *the Malian and Chadian governments*: the states, where all are named."""
    hits = [hit for hit in atlas.owners(phrase.first, phrase.last) if hit.entry and hit.entry.kind == "state"]
    states = {hit.entry.state for hit in hits if hit.entry}
    if noun.lemma.lower() != "government" or len(hits) < 2 or len(states) < len(hits):
        return ()
    tokens = atlas.tree.tokens[hits[0].last + 1 : hits[-1].first]
    between = [t.text.lower() for t in tokens if (hit := atlas.at(t.index)) is None or hit not in hits]
    return tuple(hit.last for hit in hits) if set(between) <= {",", "and", "the"} else ()


def _members(atlas: Atlas, phrase: Phrase, count: Count | None, *, people: bool) -> tuple[int, ...]:
    """The heads of named members: *three states - Chile, Peru and Bolivia*, *including Malta and Cyprus*.

    None where they are of another kind: the ministers *of Chile, Peru and Bolivia* are no states.
    """
    heads = _named_heads(atlas, phrase, count)
    states = any((hit := atlas.at(head)) is not None and not atlas.is_person_name(hit) for head in heads)
    return () if people and states else heads


def _named_heads(atlas: Atlas, phrase: Phrase, count: Count | None) -> tuple[int, ...]:
    tree = atlas.tree
    for child in tree.children(phrase.head):
        listed = child.deprel in ("appos", "parataxis", "list", "dep") or tree.case_of(child.index) in MEMBER_CASES
        opened = any(token.lemma.lower() == "include" for token in tree.children(child.index, "case", "acl"))
        heads = conjuncts_of(tree, child.index) if child.index > phrase.last and (listed or opened) else ()
        if heads and all(is_named(atlas, index) for index in heads):
            return heads
    told = read_list(atlas, phrase.last + 1, count) or read_told(atlas, phrase, count)
    told = told or read_among(atlas, phrase, count)
    return told or one_of(atlas, phrase)


def _is_whole(atlas: Atlas, phrase: Phrase, members: tuple[int, ...]) -> bool:
    """*The candidates, Ada Moss and Tom Reed*, *his rivals, ...*: those set beside a definite noun are all of them."""
    opening = atlas.tree.tokens[phrase.first]
    definite = opening.text.lower() in ("the", "both", "his", "her", "its", "their")
    return definite and any(atlas.tree.tokens[k].deprel == "appos" for k in members)
