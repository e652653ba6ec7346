"""Clause mends: what hangs where among verbs, their subjects and objects, put right by rules of English.

*Chad, which Peru had backed, abstained* is one clause with another in it; *accused three men of fraud* accuses men.
All work like those of `mends`: in place, leaving alone what can be right as it is.
"""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.reader.inflections import lemmas_by_form
from onrecord.reader.trees import hangs_below
from onrecord.records.analysis import Name

_OWN_CASES = {
    "of": frozenset({
        "accuse", "suspect", "convict", "acquit", "absolve", "clear", "notify", "inform", "remind", "warn", "assure",
        "strip", "deprive", "rob", "rid", "relieve", "advise", "persuade", "convince",
    }),
    "from": frozenset({
        "bar", "ban", "exclude", "expel", "remove", "suspend", "evict", "deport", "stop", "prevent", "block", "banish",
    }),
    "with": frozenset({"charge", "threaten", "provide", "supply", "present", "credit", "confront", "trust"}),
}  # fmt: skip
_OPENERS = frozenset({
    "if", "unless", "when", "because", "while", "although", "since", "after", "before", "once", "until",
})  # fmt: skip
_JOINED = frozenset({"conj", "advcl", "parataxis"})
_CLAUSAL = frozenset({"nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "expl", "cop"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
_STANCES = frozenset({"against", "behind"})
_TITLE = frozenset({"CCONJ", "DET", "ADJ", "NOUN", "PROPN", "PART"})
_NOMINALS = frozenset({"NOUN", "PROPN"})


def mend_clauses(
    texts: Sequence[str], names: Sequence[Name], heads: list[int], deprels: list[str], upos: list[str]
) -> None:
    """All mends of clauses in their order; `names` in word indexes of the window."""
    raise_verbs(heads, deprels, upos)
    part_objects(texts, heads, deprels, upos)
    give_agents(texts, heads, deprels, upos)
    keep_rows_apart(heads, deprels, upos)
    keep_cases_together(texts, heads, deprels, upos)
    list_explained(texts, heads, deprels, upos)
    raise_predicates(heads, deprels, upos)
    raise_actives(heads, deprels, upos)
    raise_from_gerunds(texts, heads, deprels, upos)
    raise_subjects(texts, heads, deprels, upos)
    open_clauses(texts, heads, deprels, upos)
    part_second_objects(texts, heads, deprels)
    part_places(names, heads, deprels, upos)
    join_rows(names, texts, heads, deprels, upos)
    join_infinitives(texts, heads, deprels, upos)
    join_subjects(texts, heads, deprels)
    state_stances(texts, heads, deprels, upos)
    part_relatives(texts, heads, deprels, upos)
    turn_whose(texts, heads, deprels, upos)
    act_for(texts, heads, deprels)


def lemma_of_verb(text: str) -> str:
    return lemmas_by_form().get((text.lower(), "VERB"), text.lower())


def part_objects(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*accused three men of fraud*, *barred them from the port*: the phrase goes with the verb, not with the men."""
    for i, (noun, deprel) in enumerate(zip(tuple(heads), tuple(deprels), strict=True)):
        if deprel not in {"nmod", "acl"} or not 0 <= noun < i or deprels[noun] not in {"obj", "nsubj:pass"}:
            continue
        verb = heads[noun]
        if verb < 0 or upos[verb] != "VERB" or i < verb:
            continue
        lemma = lemma_of_verb(texts[verb])
        own = {case for case, verbs in _OWN_CASES.items() if lemma in verbs}
        if any(heads[k] == i and deprels[k] in {"case", "mark"} and texts[k].lower() in own for k in range(noun, i)):
            heads[i], deprels[i] = verb, "obl" if deprel == "nmod" else "advcl"


def raise_verbs(heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*France, which sells radars, and Canada hailed it*: no sentence is a noun joined to a verb that has a subject."""
    for verb, noun in enumerate(tuple(heads)):
        if deprels[verb] != "conj" or upos[verb] != "VERB" or not 0 <= noun < verb or upos[noun] not in _NOMINALS:
            continue
        below = {deprels[k]: k for k in range(noun + 1, verb) if heads[k] == verb}
        subject = below.get("nsubj", -1)
        if deprels[noun] != "root" or subject < 0 or below.get("cc", len(heads)) > subject:
            continue
        heads[verb], deprels[verb] = -1, "root"
        heads[noun], deprels[noun] = verb, "nsubj"
        heads[subject], deprels[subject] = noun, "conj"
        heads[below["cc"]] = subject


def give_agents(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*the rejection of Peru's offer by Chad*: the offer has an owner already, so Chad did the rejecting."""
    for i, noun in enumerate(tuple(heads)):
        if deprels[i] != "nmod" or not 0 <= noun < i or deprels[noun] != "nmod" or upos[heads[noun]] != "NOUN":
            continue
        below = {deprels[k]: k for k in range(len(heads)) if heads[k] == noun}
        case = next((texts[k].lower() for k in range(noun, i) if heads[k] == i and deprels[k] == "case"), "")
        if case == "by" and "nmod:poss" in below and heads[noun] < noun:
            heads[i] = heads[noun]


def keep_rows_apart(heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*the court let in Chad, Peru and Mali*: a row of names after a verb is none with the subject before it."""
    for i, first in enumerate(tuple(heads)):
        if deprels[i] != "conj" or not 0 <= first < i or deprels[first] != "nsubj" or upos[i] not in _NOMINALS:
            continue
        verb = heads[first]
        if not first < verb < i or any(heads[k] == i and deprels[k] in {"nsubj", "cop"} for k in range(len(heads))):
            continue
        row = [
            k for k in range(verb + 1, i) if heads[k] == verb and deprels[k] in {"obj", "obl"} and upos[k] in _NOMINALS
        ]
        if row and not hangs_below(heads, row[-1], i):
            heads[i] = row[-1]


def keep_cases_together(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*leaders of Peru and of Chile*: what has the preposition of a phrase before it goes on with that phrase."""
    cases = {heads[k]: texts[k].lower() for k in range(len(heads)) if deprels[k] == "case" and heads[k] > k}
    for i, noun in enumerate(tuple(heads)):
        if deprels[i] != "conj" or i not in cases or not 0 <= noun < i or cases.get(noun) == cases[i]:
            continue
        like = [k for k in range(noun + 1, i) if heads[k] == noun and deprels[k] == "nmod" and cases.get(k) == cases[i]]
        if like and upos[noun] == "NOUN" and not hangs_below(heads, like[-1], i):
            heads[i] = like[-1]


def join_infinitives(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*had spent years trying to sway the court, undermine it and ...*: a bare verb goes on with the infinitive."""
    for i, first in enumerate(tuple(heads)):
        if deprels[i] not in _JOINED or upos[i] != "VERB" or not 0 <= first < i or not _is_base(texts[i]):
            continue
        if _is_base(texts[first]) or any(heads[k] == i and deprels[k] in _CLAUSAL for k in range(len(heads))):
            continue
        opened = [k for k in range(first + 2, i) if upos[k] == "VERB" and texts[k - 1].lower() == "to"]
        if opened and _is_base(texts[opened[-1]]) and not hangs_below(heads, opened[-1], i):
            heads[i], deprels[i] = opened[-1], "conj"


def _is_base(text: str) -> bool:
    return lemma_of_verb(text) == text.lower()


def raise_actives(heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*said no licence had been issued and called on Chad to act*: a verb with an object of its own, or a clause, is
    active, and does not go on with the passive before it but with the saying.
    """
    for i, passive in enumerate(tuple(heads)):
        if deprels[i] != "conj" or upos[i] != "VERB" or not 0 <= passive < i or deprels[passive] != "ccomp":
            continue
        own = {deprels[k] for k in range(len(heads)) if heads[k] == i}
        above = {deprels[k] for k in range(len(heads)) if heads[k] == passive}
        active = own & {"obj", "xcomp", "ccomp", "advcl"} and not own & _CLAUSAL
        if active and {"aux:pass", "nsubj:pass"} <= above and 0 <= heads[passive] < passive:
            heads[i] = heads[passive]


def raise_from_gerunds(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*accused Chad of plotting a coup and ordered the police to act*: a past does not go on with a gerund."""
    for i, gerund in enumerate(tuple(heads)):
        if deprels[i] != "conj" or upos[i] != "VERB" or not 0 <= gerund < i or not texts[gerund].endswith("ing"):
            continue
        verb = heads[gerund]
        opened = any(heads[k] == gerund and deprels[k] in {"mark", "case"} for k in range(gerund))
        own = {deprels[k] for k in range(len(heads)) if heads[k] == i}
        if opened and not own & _CLAUSAL and texts[i].endswith("ed") and 0 <= verb < gerund and upos[verb] == "VERB":
            heads[i] = verb


def raise_subjects(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*Experts, called together by him, endorsed the step*: they did the endorsing; the rest is an aside."""
    for aside, verb in enumerate(tuple(heads)):
        if deprels[aside] != "advcl" or not aside < verb or upos[verb] != "VERB" or texts[verb - 1] != ",":
            continue
        if any(heads[k] == verb and deprels[k] in _SUBJECTS for k in range(len(heads))):
            continue
        subjects = [k for k in range(aside) if heads[k] == aside and deprels[k] in _SUBJECTS]
        if len(subjects) == 1 and "," in texts[subjects[0] : aside] and subjects[0] + 1 < aside:
            heads[subjects[0]], deprels[subjects[0]] = verb, "nsubj"
            heads[aside], deprels[aside] = subjects[0], "acl"


def part_places(names: Sequence[Name], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*In Lima President Ana Sorel criticised the plan*: in Lima is where, and she did it."""
    places = {name.first: _top(name, heads) for name in names if name.kind == "location"}
    for name in names:
        person = _top(name, heads)
        verb = heads[person]
        if name.kind != "person" or deprels[person] != "obl" or not person < verb or upos[verb] != "VERB":
            continue
        if any(heads[k] == verb and deprels[k] in _SUBJECTS for k in range(len(heads))):
            continue
        cases = [k for k in range(name.first) if heads[k] == person and deprels[k] == "case"]
        place = places.get(cases[0] + 1) if cases else None
        if place is not None and heads[place] == person:
            heads[place], deprels[place], heads[cases[0]] = verb, "obl", place
            deprels[person] = "nsubj"


def open_clauses(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*if these states, or some of them, file an opinion*: what opens a clause hangs on its verb."""
    for i, noun in enumerate(tuple(heads)):
        if deprels[i] != "mark" or texts[i].lower() not in _OPENERS or not i < noun or deprels[noun] != "nsubj":
            continue
        verb = heads[noun]
        if noun < verb and upos[verb] == "VERB" and deprels[verb] in {"conj", "parataxis"}:
            heads[i], deprels[verb] = verb, "advcl"


def part_second_objects(texts: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """*vowed to shield the court, a sign of support*: what stands after a comma is no second object."""
    for i, verb in enumerate(tuple(heads)):
        if deprels[i] != "iobj" or verb < 0:
            continue
        second = next((k for k in range(i + 1, len(heads)) if heads[k] == verb and deprels[k] == "obj"), -1)
        if second >= 0 and "," in texts[i:second]:
            deprels[i], deprels[second] = "obj", "parataxis"


def join_rows(
    names: Sequence[Name], texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]
) -> None:
    """*the arrest of Sorel and the minister Paul Drissa*, *Ana Sorel, Paul Drissa, and Lea Font*: persons joined by
    *and*, or by commas with nothing else between them and some row for the tree as well, are one row.
    """
    persons = [name for name in names if name.kind == "person"]
    for name in persons:
        _hang_on_title(name, heads, deprels, upos)
    for one, other in pairwise(persons):
        between = range(one.last + 1, other.first)
        first, last = _top(one, heads), _top(other, heads)
        joined = bool(between) and texts[between[0]].lower() == "and" and all(upos[k] in _TITLE for k in between)
        listed = deprels[last] == "conj" and all(texts[k].lower() in {",", "and", "or"} for k in between)
        if not joined and not listed:
            continue
        first = heads[first] if deprels[first] == "conj" else first
        done = heads[last] == first and deprels[last] == "conj"
        if deprels[last] in _SUBJECTS or done or first < 0 or hangs_below(heads, first, last):
            continue
        heads[last], deprels[last] = first, "conj"
        title = other.first - 1
        if title in between[1:] and upos[title] in _NOMINALS and not hangs_below(heads, last, title):
            heads[title], deprels[title] = last, "nmod:desc"


def _hang_on_title(name: Name, heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*as well as its leaders Ana Sorel and Paul Drissa*: a name in some row goes with the noun just before it."""
    top, title = _top(name, heads), name.first - 1
    if deprels[top] != "conj" or title < 0 or upos[title] != "NOUN" or heads[title] == top or heads[top] == title:
        return
    if deprels[title] in {"conj", "obj", "nmod", "obl"} and not hangs_below(heads, title, top):
        heads[top], deprels[top] = title, "appos"


def _top(name: Name, heads: Sequence[int]) -> int:
    """The word of a name that the rest of it hangs on."""
    span = range(name.first, name.last + 1)
    return next((i for i in span if not name.first <= heads[i] <= name.last), name.first)


def list_explained(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*Three states, Chad, Mali and Niger*: a name between two of a list that explains a noun is of the list too, and
    one that *and* without a comma joins to the name of a list: *his rivals, Ada Moss and Tom Reed*.
    """
    for i, noun in enumerate(tuple(heads)):
        if deprels[i] != "conj" or upos[i] != "PROPN" or not 0 <= noun < i:
            continue
        listed = [k for k in range(noun + 1, i) if heads[k] == noun and deprels[k] == "appos"]
        goes_on = listed and any(heads[k] == listed[-1] and deprels[k] == "conj" for k in range(i + 1, len(heads)))
        if goes_on or (listed and upos[listed[-1]] == "PROPN" and _closes_list(texts, noun, listed[-1], i)):
            heads[i] = listed[-1]


def _closes_list(texts: Sequence[str], noun: int, listed: int, last: int) -> bool:
    plural = texts[noun].endswith("s") and "," in texts[noun:listed]
    return plural and "and" in texts[listed:last] and "," not in texts[listed:last]


def raise_predicates(heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*Peru, which Chad had backed, abstained*: the verb is the sentence, the name before it its subject."""
    for verb, name in enumerate(tuple(heads)):
        if deprels[verb] != "parataxis" or upos[verb] != "VERB" or not 0 <= name < verb or heads[name] >= 0:
            continue
        below = {deprels[k] for k in range(len(heads)) if heads[k] == verb}
        relative = any(heads[k] == name and k < verb and deprels[k] == "acl:relcl" for k in range(len(heads)))
        if upos[name] in _NOMINALS and relative and not below & {"nsubj", "nsubj:pass", "mark", "expl"}:
            heads[verb], deprels[verb] = -1, "root"
            heads[name], deprels[name] = verb, "nsubj"


def state_stances(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*Chad is against the plan*: the plan is the predicate, *is* its copula, as with any other predicate."""
    for case, noun in enumerate(tuple(heads)):
        if texts[case].lower() not in _STANCES or deprels[case] != "case" or upos[noun] not in _NOMINALS or noun < case:
            continue
        copulas = [k for k in range(case) if deprels[k] == "cop" and heads[k] in {case, noun}]
        for k in range(case):
            if heads[k] in {case, *copulas} and deprels[k] in {"cop", "advmod", "nsubj"}:
                heads[k] = noun
        verb = heads[noun]
        if verb < 0 or verb > case or upos[verb] != "AUX" or deprels[noun] != "obl" or deprels[verb] in {"aux", "cop"}:
            continue
        heads[noun], deprels[noun] = heads[verb], deprels[verb]
        for k in range(len(heads)):
            if heads[k] == verb and k != noun:
                heads[k] = noun
        heads[verb], deprels[verb] = noun, "cop"


def part_relatives(texts: Sequence[str], heads: list[int], deprels: list[str], upos: Sequence[str]) -> None:
    """A relative clause speaks of a noun before it: one that the tree hangs on a later word is of nothing known.

    *Chad's envoy met Ana Sorel, whom Peru had freed*: she was freed, since the envoy's verb stands between.
    """
    for i, noun in enumerate(tuple(heads)):
        if deprels[i] == "acl:relcl" and noun > i:
            deprels[i] = "parataxis"
        who = next((k for k, head in enumerate(heads) if head == i and texts[k].lower() in {"who", "whom"}), -1)
        if deprels[i] != "acl:relcl" or who < 2 or texts[who - 1] != "," or upos[who - 2] != "PROPN":
            continue
        person = who - 2
        while upos[heads[person]] == "PROPN" and deprels[person] in {"flat", "compound"}:
            person = heads[person]
        if deprels[noun] == "nsubj" and noun < heads[noun] < person and upos[heads[noun]] == "VERB":
            heads[i] = person


def join_subjects(texts: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """*France, which ..., and the bloc hailed it*: two subjects before a verb with *and* between them are a row."""
    for other, verb in enumerate(tuple(heads)):
        if deprels[other] != "nsubj" or not other < verb:
            continue
        firsts = [k for k in range(other) if heads[k] == verb and deprels[k] == "nsubj"]
        first = firsts[0] if len(firsts) == 1 else -1
        joins = [k for k in range(first + 1, other) if texts[k].lower() == "and" and heads[k] in {verb, other}]
        if first >= 0 and joins:
            heads[other], deprels[other] = first, "conj"
            heads[joins[-1]], deprels[joins[-1]] = other, "cc"


def turn_whose(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*Peru, whose claim Chad had backed*: the clause says of Peru that its claim was backed."""
    for i, text in enumerate(texts):
        claim = heads[i]
        if text.lower() != "whose" or claim <= i or i < 1 or upos[claim] not in _NOMINALS:
            continue
        host = _noun_before(i, texts, heads, deprels, upos)
        verb = next((k for k in range(claim + 1, len(heads)) if upos[k] == "VERB" and heads[k] == claim), -1)
        clause = verb >= 0 and (deprels[verb].startswith("acl") or deprels[verb] == "nmod")
        if host < 0 or not clause or hangs_below(heads, host, claim):
            continue
        subject = _subject_between(claim, verb, heads, deprels, upos)
        if subject < 0:
            continue
        taken = any(heads[k] == verb and deprels[k] == "obj" for k in range(len(heads)))
        heads[verb], deprels[verb] = host, "acl:relcl"
        heads[claim], deprels[claim] = verb, "obl" if taken else "obj"
        heads[subject], deprels[subject] = verb, "nsubj"
        for k in range(claim + 1, verb):
            if upos[k] == "AUX" and heads[k] == claim:
                heads[k], deprels[k] = verb, "aux"


def _noun_before(i: int, texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> int:
    """The head of the noun phrase that ends just before a word, or before the comma there; -1 if there is none."""
    at = i - 2 if texts[i - 1] == "," else i - 1
    if at < 0 or upos[at] not in _NOMINALS:
        return -1
    while deprels[at] in {"flat", "flat:name", "compound"} and 0 <= heads[at] < i:
        at = heads[at]
    return at


def _subject_between(claim: int, verb: int, heads: list[int], deprels: list[str], upos: list[str]) -> int:
    """The noun between what is owned and the verb that is its subject, or that hangs there as an apposition or as an
    owner without *'s*.
    """
    for k in range(claim + 1, verb):
        if heads[k] == verb and deprels[k] == "nsubj":
            return k
        owner = deprels[k] == "nmod:poss" and not any(heads[c] == k and deprels[c] == "case" for c in range(k, verb))
        if heads[k] == claim and (deprels[k] == "appos" or owner) and upos[k] in _NOMINALS:
            return k if upos[verb - 1] in {"AUX", *_NOMINALS} else -1
    return -1


def act_for(texts: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """*called for Chad to free the crew*: what stands between *for* and *to* is who is to act, and no object."""
    marks = [k for k, deprel in enumerate(deprels) if deprel in {"mark", "case"}]
    for to in (k for k in marks if texts[k].lower() == "to"):
        verb = heads[to]
        opening = [k for k in marks if k < to and heads[k] == verb and texts[k].lower() == "for"]
        below = [k for k in range(opening[-1], to) if heads[k] == verb] if opening else []
        if any(deprels[k] in _SUBJECTS for k in below):
            continue
        for k in below:
            if deprels[k] in {"obj", "iobj", "obl"}:
                deprels[k] = "nsubj"
