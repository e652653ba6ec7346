"""Persons: names with titles and appositions, and the unnamed holders of offices."""

from onrecord.records.analysis import Name
from onrecord.resolve.atlas import Atlas
from onrecord.resolve.found import Found, Pointer
from onrecord.resolve.humans import is_human
from onrecord.resolve.nouns import DEFINITE, TITLES, is_class, noun_of
from onrecord.resolve.offices import office_in, read_role
from onrecord.resolve.owners import NOBODY, Owner, acts_for
from onrecord.resolve.phrases import Phrase, phrase_in
from onrecord.resolve.runs import anchor, run_before
from onrecord.resolve.spelling import bare

ADDRESSES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sen.", "rep.", "gov.", "dr.", "prof."})


def read_person(atlas: Atlas, phrase: Phrase) -> Found | None:
    """A named person with role and whom he or she acts for, or None if the phrase names none.

    *Israeli Foreign Minister Israel Katz* is Israel Katz, foreign minister, acting for Israel; *the ICC's
    chief prosecutor, Karim Khan* is Karim Khan by apposition.
    """
    named = name_range(atlas, phrase)
    if named is None:
        return _by_apposition(atlas, phrase)
    role, owner = _title_before(atlas, phrase, named[0])
    if role is None:
        role, owner = _role_after(atlas, phrase)
    if role is None:
        role, owner = _shared_title(atlas, phrase)
        owner = owner if role is not None else NOBODY  # "Chad's envoy Issa Bako and Lena Holt": she is not Chad's
    elif owner == NOBODY:
        after = _role_after(atlas, phrase)[1]
        after = after if after != NOBODY else _state_after(atlas, named[1])
        owner = after if after != NOBODY else _shared_title(atlas, phrase)[1]
    name = _bracketless(bare(atlas.tree.text_between(*named)))
    return Found(
        kind="person", name=name, rule="person named", key=f"person:{name.casefold()}", role=role,
        acts_for=owner.found, acts_for_token=owner.token,
    )  # fmt: skip


def read_office(atlas: Atlas, phrase: Phrase) -> Found | Pointer | None:
    """An unnamed person by office: *a spokesman*; *the foreign minister* points to one named elsewhere."""
    tree = atlas.tree
    head = tree.tokens[phrase.head]
    if not is_class(head, "office") or tree.is_plural(head.index) or head.upos not in ("NOUN", "PROPN"):
        return None
    role = read_role(atlas, phrase.first, head.index, phrase.last)
    owner = acts_for(atlas, phrase, head.index)
    name = bare(tree.text_between(phrase.first, phrase.last))
    found = Found(
        kind="person", name=name, rule="office", role=role, acts_for=owner.found, acts_for_token=owner.token,
    )  # fmt: skip
    opening = tree.tokens[phrase.first].text.lower()
    proper = (
        head.text[:1].isupper()
        and head.index != atlas.opens(head.index)
        and opening not in ("a", "an", "one", "another")
    )
    if opening in DEFINITE or proper or (owner != NOBODY and opening not in ("a", "an", "one", "another")):
        return Pointer(
            kinds=frozenset({"person"}), rule="person by role", noun=noun_of(head), role=role,
            acts_for=owner.found, fallback=found,
        )  # fmt: skip
    return found


def name_range(atlas: Atlas, phrase: Phrase) -> tuple[int, int] | None:
    """The tokens of a person's name that a phrase is about, its titles left out."""
    tree = atlas.tree
    hit = atlas.at(phrase.head)
    if hit is not None and not atlas.is_person_name(hit) and atlas.is_whole(phrase, hit):
        return None
    for index in (phrase.head, phrase.head + 1):
        name = tree.names.get(index)
        if name is not None and index <= phrase.last and (name.kind == "person" or _is_addressed(atlas, name)):
            first, last = _without_titles(atlas, name.first, name.last)
            ends = (i - 1 for i in range(first + 1, last + 1) if tree.tokens[i].upos in ("ADP", "ADV"))
            last = next(ends, last)
            return None if first == last and is_class(tree.tokens[first], "office") else (first, last)
    head = tree.tokens[phrase.head]
    titled = any(is_class(child, "office") for child in tree.children(head.index, "nmod:desc"))
    plain = head.upos == "PROPN" and not is_class(head, "office", "organ", "court", "bench", "organisation")
    human = titled or (head.entity == "person" and not tree.is_plural(head.index))
    if plain and human and head.index not in tree.names:
        last = max([head.index, *(c.index for c in tree.children(head.index, "flat") if c.index <= phrase.last)])
        return head.index, last
    return None


def _is_addressed(atlas: Atlas, name: Name) -> bool:
    """*Mr Hollis*, whatever the network takes him for: a person is so called, and no firm."""
    tokens = atlas.tree.tokens
    before = tokens[name.first - 1].text.lower() if name.first else ""
    return name.kind == "organisation" and ({before, tokens[name.first].text.lower()} & ADDRESSES != set())


def _bracketless(name: str) -> str:
    """*Lena Holt (D*, of *Lena Holt (D) asked*: what stands in brackets beside a name is no part of it."""
    return name.partition(" (")[0].rpartition(") ")[2]


def _without_titles(atlas: Atlas, first: int, last: int) -> tuple[int, int]:
    tokens = atlas.tree.tokens
    while first < last and (tokens[first].text.lower() in TITLES or is_class(tokens[first], "office")):
        first += 1
    return first, last


def _title_before(atlas: Atlas, phrase: Phrase, name_first: int) -> tuple[str | None, Owner]:
    if phrase.first >= name_first:
        return None, NOBODY
    office = office_in(atlas, phrase.first, name_first - 1)
    if office is None:
        return None, NOBODY
    first = run_before(atlas.tree, office) if office == name_first - 1 else phrase.first
    title = Phrase(first, name_first - 1, office)
    return read_role(atlas, title.first, office, title.last), acts_for(atlas, title, office)


def _role_after(atlas: Atlas, phrase: Phrase) -> tuple[str | None, Owner]:
    """The role in an apposition: *Oren Sade, a spokesman for the foreign ministry*."""
    tree = atlas.tree
    children = [child.index for child in tree.children(phrase.head, "appos")]
    for index in children or _office_beside(atlas, phrase):
        if is_class(tree.tokens[index], "office") and not tree.is_plural(index):
            other = phrase_in(tree, index)
            first = min(other.first, run_before(tree, index))
            other = Phrase(first, other.last, index)
            return read_role(atlas, first, index, other.last), acts_for(atlas, other, index)
    return None, NOBODY


def _office_beside(atlas: Atlas, phrase: Phrase) -> list[int]:
    """The office after *Oren Sade, a ...* or *Oren Sade, the ...* where the tree gives no apposition."""
    tokens = atlas.tree.tokens
    start = phrase.last + 2
    if start >= len(tokens) or tokens[start - 1].text != "," or tokens[start].text.lower() not in ("a", "an", "the"):
        return []
    for index in range(start + 1, min(start + 7, len(tokens))):
        if tokens[index].upos not in ("ADJ", "NOUN", "PROPN", "PART"):
            return []
        follows = index + 1 < len(tokens) and is_class(tokens[index + 1], "office")
        if is_class(tokens[index], "office") and not follows:
            return [index]
    return []


def _state_after(atlas: Atlas, last: int) -> Owner:
    """The state after the name of somebody with an office: *Prime Minister Ada Moss of Fiji*."""
    tokens = atlas.tree.tokens
    hit = atlas.at(last + 2) or atlas.at(last + 3) if last + 3 < len(tokens) else None
    named = hit is not None and hit.manner == "name" and tokens[last + 1].text.lower() == "of"
    return Owner(atlas.find(hit, "state after the name")) if hit is not None and named else NOBODY


def _apposed(atlas: Atlas, phrase: Phrase) -> list[int]:
    """Names set beside an office: by the tree, or between commas right after it."""
    tree = atlas.tree
    children = [child.index for child in tree.children(phrase.head, "appos", "flat") if child.index > phrase.head]
    name = tree.names.get(phrase.last + 2)
    if children or name is None or name.kind != "person" or name.first != phrase.last + 2:
        return children
    after = tree.tokens[name.last + 1].text if name.last + 1 < len(tree.tokens) else "."
    alone = tree.tokens[name.first - 1].text == "," and after in (",", ".", ")", "–", "—", "-")
    return [anchor(tree, name.first)] if alone and is_class(tree.tokens[phrase.head], "office") else []


def _shared_title(atlas: Atlas, phrase: Phrase) -> tuple[str | None, Owner]:
    """What a person has from the first of a list: *Harbour Union leaders Ada Moss and Tom Reed*."""
    first = atlas.tree.first_conjunct(phrase.head)
    if first == phrase.head:
        return None, NOBODY
    other = phrase_in(atlas.tree, first)
    named = name_range(atlas, other)
    office = office_in(atlas, other.first, named[0] - 1) if named and named[0] > other.first else None
    if office is None:
        return None, NOBODY
    title = Phrase(other.first, named[0] - 1 if named else other.last, office)
    shared = atlas.tree.is_plural(office)
    role = read_role(atlas, title.first, office, title.last) if shared else None
    return role, acts_for(atlas, title, office)


def _by_apposition(atlas: Atlas, phrase: Phrase) -> Found | None:
    """The name in an apposition to an office: *the court's registrar, Ines Duarte*."""
    head = atlas.tree.tokens[phrase.head]
    human = is_class(head, "office", "person") or (head.upos == "NOUN" and is_human(atlas.tree, head))
    if not human or atlas.tree.is_plural(phrase.head):
        return None
    for index in _apposed(atlas, phrase):
        named = name_range(atlas, phrase_in(atlas.tree, index))
        if named is not None:
            office = is_class(head, "office")
            role = read_role(atlas, phrase.first, head.index, phrase.last) if office else None
            owner = acts_for(atlas, phrase, head.index) if office else NOBODY
            name = bare(atlas.tree.text_between(*named))
            return Found(
                kind="person", name=name, rule="person by apposition", key=f"person:{name.casefold()}", role=role,
                acts_for=owner.found, acts_for_token=owner.token,
            )  # fmt: skip
    return None
