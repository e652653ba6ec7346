"""Word mends: what small words lead to, *of*, *'s*, *has*, a hyphen, put right before the clauses are looked at.

All work like those of `mends`: in place, leaving alone what can be right as it is.
"""

from collections.abc import Sequence

from onrecord.reader.clause_mends import lemma_of_verb
from onrecord.reader.trees import hangs_below

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
_NOMINALS = frozenset({"NOUN", "PROPN"})
_HAS = frozenset({"has", "have", "had"})


def mend_words(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """All mends of small words in their order."""
    leave_owners(texts, heads, deprels)
    lift_cases(texts, heads, deprels)
    join_hyphens(texts, heads, deprels, upos)
    act_on_objects(texts, heads, deprels)
    find_auxiliaries(texts, heads, deprels, upos)
    find_cases(texts, heads, deprels, upos)


def leave_owners(texts: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """*the rejection of the bloc's offer by Chad*: what comes after *the bloc's offer* is not of the bloc, and what
    comes before it leads to the offer.
    """
    for mark, owner in enumerate(heads):
        if texts[mark].lower() not in {"'s", "’s", "'", "’"} or deprels[mark] != "case" or not 0 <= owner < mark:
            continue
        owned = heads[owner]
        if deprels[owner] == "nmod:poss" and owned > mark:
            for i in range(owned + 1, len(heads)):
                heads[i] = owned if heads[i] == owner and deprels[i] in {"nmod", "acl", "acl:relcl"} else heads[i]
            for case in range(1, owner):
                if heads[case] == owner and deprels[case] == "case":
                    heads[case] = owned
                    if heads[case - 1] == heads[owned] and deprels[case - 1] == deprels[owned]:
                        heads[owned], deprels[owned] = case - 1, "nmod"


def lift_cases(texts: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """*a coalition of 16 states*: the *of* leads to the states and not to their number."""
    for case, number in enumerate(tuple(heads)):
        if texts[case].lower() == "of" and deprels[case] == "case" and case < number and deprels[number] == "nummod":
            heads[case] = max(number, heads[number])


def join_hyphens(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*Lima-based Kestrel Wire*, *the Russian-built ferry*: a word and a hyphen before a participle are one with it."""
    for word in range(len(texts) - 2):
        participle = word + 2
        joined = texts[word + 1] == "-" and upos[word] in {"PROPN", "NOUN", "ADJ"} and deprels[participle] == "amod"
        if joined and upos[participle] in {"VERB", "ADJ"} and not hangs_below(heads, participle, word):
            heads[word], deprels[word] = participle, "compound"


def act_on_objects(texts: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """*The firm sued Mali*, *the plan met with anger*, *the firm had sued*: nothing is done to the subject of a verb
    without *was* that has an object, or a *had*, or goes with *with* and has no object.
    """
    for subject, verb in enumerate(heads):
        if deprels[subject] != "nsubj:pass" or not subject < verb:
            continue
        below = {deprels[k] for k, head in enumerate(heads) if head == verb}
        met = lemma_of_verb(texts[verb]) == "meet" and texts[verb + 1 : verb + 2] in (["with"], ("with",))
        had = any(heads[k] == verb and deprels[k] == "aux" and texts[k].lower() in _HAS for k in range(subject, verb))
        if ("obj" in below or met or had) and "aux:pass" not in below:
            deprels[subject] = "nsubj"


def find_auxiliaries(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*The president has rejected the plan*: a *has* just before a participle without a subject of its own helps it."""
    for has, text in enumerate(texts[:-1]):
        verb = has + 1
        while verb + 1 < len(texts) and upos[verb] in {"ADV", "PART"} and heads[verb] in {has, verb + 1}:
            verb += 1
        governed = heads[verb] == has and deprels[verb] in {"ccomp", "xcomp"} and upos[verb] == "VERB"
        if text.lower() not in {"has", "have", "had"} or not governed or texts[verb].endswith("ing"):
            continue
        if any(heads[k] == verb and deprels[k] in {*_SUBJECTS, "mark"} for k in range(len(heads))):
            continue
        heads[verb], deprels[verb] = heads[has], deprels[has]
        for k, head in enumerate(tuple(heads)):
            heads[k] = verb if head == has else head
        heads[has], deprels[has], upos[has] = verb, "aux", "AUX"


def find_cases(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*called on Kenya to wait*: what stands between a verb and a phrase of it that wants a preposition is that; *upon*
    is never anything else.
    """
    for i, verb in enumerate(heads[:-1]):
        if deprels[i] != "compound:prt" or upos[i] != "ADP":
            continue
        noun = next((k for k in range(i + 1, len(heads)) if upos[k] in _NOMINALS and heads[k] == verb), -1)
        between = range(i + 1, max(noun, i + 1))
        leads = deprels[noun] == "obl" or (deprels[noun] == "obj" and texts[i].lower() == "upon")
        bare = noun >= 0 and leads and all(heads[k] == noun or heads[k] in between for k in between)
        if bare and not any(heads[k] == noun and deprels[k] == "case" for k in between):
            heads[i], deprels[i], deprels[noun] = noun, "case", "obl"
