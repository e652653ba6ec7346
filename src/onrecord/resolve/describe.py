"""Describe: the rules in their order, from a noun phrase to what it names, points to or is refused for."""

from collections.abc import Callable

from onrecord.records import Count
from onrecord.records.analysis import Token
from onrecord.resolve.atlas import Atlas
from onrecord.resolve.bodies import read_court, read_known, read_organ, read_organisation
from onrecord.resolve.documents import read_document
from onrecord.resolve.found import Described, Found, Pointer, Refusal
from onrecord.resolve.groups import read_group
from onrecord.resolve.humans import is_human
from onrecord.resolve.nouns import DEFINITE, is_class, noun_of
from onrecord.resolve.outlets import read_outlet
from onrecord.resolve.persons import read_office, read_person
from onrecord.resolve.phrases import POSSESSIVES, Phrase, phrase_in
from onrecord.resolve.places import is_done_to, is_location
from onrecord.resolve.pronouns import BODIES, read_pronoun
from onrecord.resolve.spelling import bare

ROLES_OF_STATES = frozenset({"host", "mediator", "rival", "giant", "newcomer", "backer", "guarantor", "creditor"})
Rule = Callable[[Atlas, Phrase], Found | Pointer | None]


def describe(atlas: Atlas, head: int, outlet: str | None = None) -> tuple[Phrase, Described]:
    """The phrase of a head and what the first fitting rule makes of it."""
    phrase = phrase_in(atlas.tree, head)
    described = read_pronoun(atlas.tree, phrase, outlet) or _own_outlet(atlas, phrase, outlet)
    if described is not None:
        return phrase, described
    if (apposed := _apposed(atlas, phrase)) is not None:
        return phrase, apposed
    if _is_modifier(atlas, phrase):
        return phrase, Refusal("a modifier inside a phrase")
    for rule in RULES:
        found = rule(atlas, phrase)
        if found is not None:
            return phrase, found
    return phrase, _refuse(atlas.tree.tokens[head])


def _is_modifier(atlas: Atlas, phrase: Phrase) -> bool:
    """*Spy* in *spy agencies* names nobody; *Kenyan* and *ICC* before a noun do."""
    token = atlas.tree.tokens[phrase.head]
    inner = token.deprel.partition(":")[0] in ("compound", "amod", "det", "advmod", "nummod")
    return inner and atlas.at(token.index) is None and token.index not in atlas.tree.names


def _own_outlet(atlas: Atlas, phrase: Phrase, outlet: str | None) -> Found | None:
    """*This newspaper* is the report's own outlet."""
    token = atlas.tree.tokens[phrase.head]
    opening = atlas.tree.tokens[phrase.first].text.lower()
    if not outlet or not is_class(token, "outlet") or opening not in ("this", "our"):
        return None
    return Found(kind="outlet", name=outlet, rule="the report's outlet", key=f"outlet:{outlet.casefold()}")


def _apposed(atlas: Atlas, phrase: Phrase) -> Pointer | None:
    """An apposition is its governor: *registrar* for *Ines Duarte, the registrar*, *(HMC)* for what it shortens."""
    token, governor = atlas.tree.tokens[phrase.head], atlas.tree.governor(phrase.head)
    if (beside := _outlet_before(atlas, phrase)) is not None:
        return Pointer(kinds=BODIES, rule="apposition", via=beside)
    if token.deprel != "appos" or governor is None or atlas.tree.is_plural(governor.index):
        return None
    if atlas.anchor(governor.index) == phrase.head:
        return None  # "candidate Ada Moss": the name is what the title is told of
    name = atlas.tree.names.get(token.index)
    person = is_class(token, "office") or (name is not None and name.kind == "person")
    human = is_class(governor, "office", "person") or governor.entity == "person" or governor.index in atlas.tree.names
    own = name is not None and name.kind == "person" and governor.index in atlas.tree.names
    if own and atlas.tree.names[governor.index].kind == "person":
        return None
    bracketed = token.index > 0 and atlas.tree.tokens[token.index - 1].text == "("
    short = bracketed and token.text.isupper() and 2 <= len(token.text) <= 8
    body = is_class(token, "outlet", "organisation") and governor.index in atlas.tree.names
    if not ((person and human) or short or body):
        return None
    kinds = BODIES if short or body else frozenset({"person"})
    return Pointer(kinds=kinds, rule="apposition", via=governor.index)


def _outlet_before(atlas: Atlas, phrase: Phrase) -> int | None:
    """The name before *The Quayside, a daily*, whatever the tree made of it."""
    tokens, first = atlas.tree.tokens, phrase.first
    if first < 2 or tokens[first - 1].text != "," or tokens[first].text.lower() not in ("a", "an"):
        return None
    name = atlas.tree.names.get(first - 2)
    named = name is not None and name.kind == "organisation"
    return atlas.anchor(first - 2) if named and is_class(tokens[phrase.head], "outlet") else None


def read_described_state(atlas: Atlas, phrase: Phrase) -> Found | None:
    """*its neighbour Sweden*, *host Qatar*: a common noun right before a state's name only says what the state is."""
    tokens, head = atlas.tree.tokens, atlas.tree.tokens[phrase.head]
    hit = atlas.at(head.index + 1)
    if hit is None or hit.first != head.index + 1 or hit.manner != "name" or atlas.is_person_name(hit):
        return None
    owns = hit.last + 1 < len(tokens) and tokens[hit.last + 1].text in POSSESSIVES
    plain = head.upos == "NOUN" and not atlas.tree.is_plural(head.index) and not is_class(head, "office", "document")
    described = is_class(head, "person", "state") or head.text.lower() in ROLES_OF_STATES
    return atlas.find(hit, "state described") if plain and described and not owns else None


def read_state_noun(atlas: Atlas, phrase: Phrase) -> Found | Pointer | None:
    """*The country* points to a state; *another country* is one that is not named."""
    head = atlas.tree.tokens[phrase.head]
    if (
        head.upos != "NOUN"
        or not is_class(head, "state")
        or atlas.tree.is_plural(head.index)
        or head.entity in ("abstract", "event", "time")
    ):
        return None
    name = bare(atlas.tree.text_between(phrase.first, phrase.last))
    if atlas.tree.tokens[phrase.first].text.lower() in DEFINITE:
        return Pointer(kinds=frozenset({"state"}), rule="state again", noun=noun_of(head))
    return Found(kind="group", name=name, rule="unnamed state", of="state", count=Count(value=1))


def read_human(atlas: Atlas, phrase: Phrase) -> Found | Pointer | None:
    """Somebody by a common noun: *a resident*, *the man*."""
    head = atlas.tree.tokens[phrase.head]
    if head.upos not in ("NOUN", "PROPN", "ADJ") or not is_human(atlas.tree, head):
        return None
    name = bare(atlas.tree.text_between(phrase.first, phrase.last))
    if head.text.lower() in ("people", "public", "family", "crowd") or atlas.tree.is_plural(head.index):
        return Found(kind="group", name=name, rule="people", of="person", key=f"group:{name.casefold()}")
    found = Found(kind="person", name=name, rule="person by noun")
    if atlas.tree.tokens[phrase.first].text.lower() in DEFINITE:
        return Pointer(kinds=frozenset({"person"}), rule="person again", noun=noun_of(head), fallback=found)
    return found


def read_place(atlas: Atlas, phrase: Phrase) -> Found | None:
    """A place that is no state, acting or done to: *Catalonia rejected the plan*, *sued Catalonia*."""
    head = atlas.tree.tokens[phrase.head]
    name = atlas.tree.names.get(head.index)
    proper = head.upos == "PROPN" and head.index != atlas.opens(head.index)
    placed = (name is not None and name.kind == "location") or (proper and head.entity == "place")
    acting = head.deprel.startswith("nsubj") or head.deprel == "obl:agent" or is_done_to(atlas.tree, head.index)
    if not placed or not acting or len(head.text) < 2 or is_location(atlas.tree, head.index):
        return None
    text = bare(atlas.tree.text_between(phrase.first, phrase.last))
    return Found(kind="organisation", name=text, rule="place acting", key=f"place:{text.casefold()}")


RULES: tuple[Rule, ...] = (
    read_described_state, read_person, read_outlet, read_known, read_organ, read_court, read_group, read_office,
    read_document, read_organisation, read_state_noun, read_human, read_place,
)  # fmt: skip


def _refuse(token: Token) -> Refusal:
    if token.entity in ("place", "time", "object", "event", "substance", "animal", "plant"):
        return Refusal(token.entity)
    return Refusal("abstract" if token.upos in ("NOUN", "PROPN") else f"no noun but {token.upos}")
