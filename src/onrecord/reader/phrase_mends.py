"""Mends of phrases: *the detention of two reporters by Chad*, in which Chad hangs on the reporters; names that the tree
takes for one another's, *Chad, Peru sign pact*.

All work on a window's heads (-1 for a root), relations and parts of speech in place.
"""

from collections.abc import Sequence
from functools import cache

from onrecord.reader.clause_mends import lemma_of_verb
from onrecord.reader.inflections import lemmas_by_form
from onrecord.reader.lexicon import CASES, actions_for
from onrecord.records.analysis import Name

_SAID_OF_DEEDS = frozenset({"oppose", "support", "reject", "accuse", "warn", "protest", "deny", "investigate"})
_MAKING = frozenset({
    "have", "get", "want", "order", "see", "find", "keep", "leave", "need", "like", "hear", "watch", "make", "hold",
    "prefer", "wish", "declare", "consider", "deem", "call", "name", "feel", "let", "show",
})  # fmt: skip
_TIMES = frozenset({"after", "before", "while", "until", "although", "though", "because", "since", "once"})
_TELLING = frozenset({"say", "think", "believe", "claim", "add", "insist", "hope", "fear", "know", "argue", "suggest"})
_INSIDE = frozenset({"of", "in", "at", "from", "as"})  # what a name may well have of its own: *the bank of Chad*


def mend_phrases(
    texts: Sequence[str], names: Sequence[Name], heads: list[int], deprels: list[str], upos: list[str]
) -> None:
    hang_particles(heads, deprels, upos)
    hang_participles(texts, heads, deprels, upos)
    tell_times(texts, heads, deprels)
    raise_phrases(texts, heads, deprels, upos)
    join_openers(texts, names, heads, deprels, upos)
    join_people(texts, names, heads, deprels, upos)
    join_lists(texts, names, heads, deprels)


def hang_particles(heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*quickly sent out a note*: a particle goes with the verb just before it, and with no adverb."""
    for i, head in enumerate(tuple(heads)):
        if deprels[i] == "compound:prt" and head >= 0 and upos[head] == "ADV" and i and upos[i - 1] == "VERB":
            heads[i] = i - 1


def hang_participles(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*urged Peru to free the men arrested in May*: a participle just after an object says something of it, unless the
    verb is one of having or wanting a thing done.
    """
    for i, verb in enumerate(tuple(heads)):
        if deprels[i] != "xcomp" or upos[i] != "VERB" or not 0 <= verb < i - 1:
            continue
        noun = i - 1
        past = texts[i].lower().endswith(("ed", "ught", "wn", "en")) and lemma_of_verb(texts[i]) != texts[i].lower()
        thing = heads[noun] == verb and deprels[noun] == "obj" and upos[noun] == "NOUN"
        if past and thing and lemma_of_verb(texts[verb]) not in _MAKING:
            heads[i], deprels[i] = noun, "acl"


def tell_times(texts: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """*After Chad left, Peru reminded them*: a clause of time before a verb is no content of it."""
    for mark, verb in enumerate(heads):
        opens = deprels[mark] == "mark" and texts[mark].lower() in _TIMES and mark < verb < heads[verb]
        if opens and deprels[verb] == "ccomp":
            deprels[verb] = "advcl"


def raise_phrases(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """What hangs on the noun of a deed's own phrase, and tells a party of the deed, hangs on the deed.

    *the detention of two reporters by Chad*: no reporter is by Chad. *condemnation of the attack by Chad* is left: the
    attack may be. *a threat by Chad against Peru*: Chad is against nobody.
    """
    cases: dict[int, list[str]] = {}
    for k, head in enumerate(heads):
        if deprels[k] == "case" and head >= 0:
            cases.setdefault(head, []).append(texts[k].lower())
    for k, middle in enumerate(tuple(heads)):
        if deprels[k] != "nmod" or not 0 <= middle < k or deprels[middle] != "nmod" or len(cases.get(k, ())) != 1:
            continue
        top, case = heads[middle], cases[k][0]
        if not 0 <= top < middle or upos[top] != "NOUN" or not cases.get(middle):
            continue
        if case == "by":
            raised = _is_by(_lemma(texts[top]), _lemma(texts[middle]) if upos[middle] == "NOUN" else "")
        else:
            raised = upos[middle] == "PROPN" and case in _done_to(_lemma(texts[top])) - _INSIDE
        if raised:
            heads[k] = top


def _lemma(text: str) -> str:
    return lemmas_by_form().get((text.lower(), "NOUN"), text.lower())


@cache
def _is_by(deed: str, thing: str) -> bool:
    """Whether a deed of that name is by somebody who is named after the thing."""
    done = {action.type for action in actions_for(deed, "noun") if "by" in action.actor}
    made = any("by" in action.actor for action in actions_for(thing, "noun"))
    return bool(done) and not (made and done <= _SAID_OF_DEEDS)


@cache
def _done_to(deed: str) -> frozenset[str]:
    """The prepositions after which a deed's noun has whom it is done to."""
    slots = (slot for action in actions_for(deed, "noun") for slot in action.recipient)
    return frozenset(slots) & CASES


def join_openers(
    texts: Sequence[str], names: Sequence[Name], heads: list[int], deprels: list[str], upos: list[str]
) -> None:
    """*Chad, Peru sign pact*: two names before a verb without the ending of one are two who do it."""
    at = {name.first: name for name in names}
    for first in names:
        second = at.get(first.last + 2)
        if second is None or second.kind != first.kind or texts[first.last + 1] != ",":
            continue
        verb = second.last + 1
        if verb >= len(texts) or upos[verb] != "VERB" or lemma_of_verb(texts[verb]) != texts[verb].lower():
            continue
        one, other = _top(first, heads), _top(second, heads)
        opens = all(not first.first <= heads[k] <= verb for k in range(first.first))
        if opens and {one, other} & {k for k, head in enumerate(heads) if head == verb}:
            heads[one], deprels[one] = verb, "nsubj"
            heads[other], deprels[other] = one, "conj"


def join_people(
    texts: Sequence[str], names: Sequence[Name], heads: list[int], deprels: list[str], upos: list[str]
) -> None:
    """*Moss, Nordic leaders meet*: in a headline a name and some people before a verb without an ending do it together.

    *Moss, officials say, has left* is none, nor *Moss, the leaders say*.
    """
    for name in names:
        comma, noun = name.last + 1, name.last + 2
        if name.kind in {"date", "money"} or noun >= len(texts) or texts[comma] != ",":
            continue
        while noun < min(name.last + 6, len(texts) - 2) and upos[noun] in {"ADJ", "NOUN", "PROPN"}:
            if upos[noun + 1] == "VERB":
                break
            noun += 1
        verb = noun + 1
        if verb >= len(texts) or upos[verb] != "VERB" or upos[noun] != "NOUN" or not texts[noun].endswith("s"):
            continue
        bare = lemma_of_verb(texts[verb]) == texts[verb].lower() and texts[verb].lower() not in _TELLING
        one = _titled(_top(name, heads), heads, deprels)
        opens = all(not one <= heads[k] <= verb for k in range(min(one, name.first)))
        goes_on = verb + 1 == len(texts) or texts[verb + 1] != ","
        if bare and opens and goes_on and _is_headed(one, noun, verb, heads, deprels):
            above = (heads[one], deprels[one]) if heads[verb] == one else (heads[verb], deprels[verb])
            heads[verb], deprels[verb] = above
            heads[one], deprels[one] = verb, "nsubj"
            heads[noun], deprels[noun] = one, "conj"


def _titled(top: int, heads: Sequence[int], deprels: Sequence[str]) -> int:
    """The title before a name that the tree takes for its head: *Mayor* for *Mayor Moss*."""
    return heads[top] if deprels[top] in {"flat", "appos"} and heads[top] == top - 1 else top


def _is_headed(one: int, noun: int, verb: int, heads: Sequence[int], deprels: Sequence[str]) -> bool:
    """Whether a name and a noun are told beside one another: both of the verb, or the noun of the name."""
    beside = (heads[noun], deprels[noun]) == (one, "appos") or (heads[noun], deprels[noun]) == (verb, "nsubj")
    return beside and (heads[one] == verb or heads[verb] == one)


def join_lists(texts: Sequence[str], names: Sequence[Name], heads: list[int], deprels: list[str]) -> None:
    """*Chad, Peru and Togo*: the second of three names is none for the first."""
    at = {name.first: name for name in names}
    for first in names:
        second = at.get(first.last + 2)
        if second is None or second.kind != first.kind or texts[first.last + 1] != ",":
            continue
        comma = second.last + 1 < len(texts) and texts[second.last + 1] == ","
        joint = second.last + (2 if comma else 1)
        third = at.get(joint + 1)
        if third is None or third.kind != first.kind or texts[joint].lower() != "and":
            continue
        one, other, last = (_top(name, heads) for name in (first, second, third))
        cased = any(heads[k] == one and deprels[k] == "case" for k in range(first.first))
        if not cased and (heads[other], deprels[other]) == (one, "appos") and heads[last] in {one, other}:
            deprels[other] = "conj"


def _top(name: Name, heads: Sequence[int]) -> int:
    """The word of a name that hangs outside of it."""
    return next((k for k in range(name.first, name.last + 1) if not name.first <= heads[k] <= name.last), name.last)
