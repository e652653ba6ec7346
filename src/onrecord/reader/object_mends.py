"""Object mends: what is done to whom, put right in a tree by rules of English.

*found the banker guilty* finds the banker; *sold Chad two ships* sells to Chad; *will free the crew* frees, whatever
the tag says. All work like those of `mends`: in place, leaving alone what can be right as it is.
"""

from collections.abc import Sequence

from onrecord.reader.inflections import lemmas_by_form
from onrecord.reader.trees import hangs_below

_CLAUSAL = frozenset({"nsubj", "nsubj:pass", "csubj", "aux", "aux:pass", "mark", "expl", "cop", "case"})
_SMALL = frozenset({"ADJ", "NOUN"})  # heads of clauses without a verb
_OPENERS = frozenset({"of", "from", "into"})
_NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_COPULAS = frozenset({"is", "are", "was", "were"})
_NAMING = frozenset({"called", "named", "dubbed", "titled", "entitled", "nicknamed", "christened", "calling", "naming"})
_GIVING = frozenset({  # verbs of two objects
    "give", "sell", "lend", "send", "offer", "grant", "deny", "hand", "pay", "promise", "show", "teach", "award",
    "bring",
    "owe", "loan", "refuse", "guarantee", "serve", "assign", "issue", "cede", "supply", "pledge", "ship", "wire",
})  # fmt: skip
_PARTICLES = {"hand": "over", "handed": "over", "hands": "over", "handing": "over"}


def mend_objects(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """All mends of objects in their order."""
    name_verbs(texts, heads, deprels, upos)
    name_participles(texts, heads, deprels, upos)
    take_particles(texts, heads, deprels, upos)
    lift_phrases(texts, heads, deprels, upos)
    raise_objects(texts, heads, deprels, upos)
    keep_names_objects(texts, heads, deprels, upos)
    part_two_objects(texts, heads, deprels, upos)
    part_counted(heads, deprels, upos)
    join_second_deeds(texts, heads, deprels, upos)


def _below(heads: Sequence[int], i: int) -> list[int]:
    return [k for k, head in enumerate(heads) if head == i]


def name_verbs(texts: Sequence[str], heads: Sequence[int], deprels: Sequence[str], upos: list[str]) -> None:
    """*will free the crew*: what has an auxiliary before it and an object after it is a verb."""
    for i, tag in enumerate(upos):
        if tag not in {"ADJ", "NOUN"}:
            continue
        below = _below(heads, i)
        helped = any(deprels[k] == "aux" and k < i for k in below)
        infinitive = i > 0 and texts[i - 1].lower() == "to" and heads[i - 1] == i and deprels[i - 1] == "mark"
        if (helped or infinitive) and any(deprels[k] == "obj" and k > i for k in below):
            upos[i] = "VERB"


def name_participles(texts: Sequence[str], heads: Sequence[int], deprels: list[str], upos: list[str]) -> None:
    """*is opposed to the plan*: after a copula, a participle with nothing of a noun phrase is no noun."""
    for i, tag in enumerate(upos):
        if tag not in {"NOUN", "ADJ"} or not texts[i].lower().endswith("ed"):
            continue
        below = _below(heads, i)
        if i - 1 in below and deprels[i - 1] == "advcl" and texts[i - 1].lower() in _COPULAS:
            deprels[i - 1], upos[i - 1] = "cop", "AUX"
        relations = {deprels[k] for k in below}
        if "cop" in relations and not relations & {"det", "amod", "compound", "nmod:poss", "nummod", "case"}:
            upos[i] = "ADJ"
            for k in below:
                deprels[k] = "nsubj" if deprels[k] == "nsubj:pass" else deprels[k]


def take_particles(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*handed over 2 tonnes*: handed over, not more than 2."""
    for i, text in enumerate(texts[1:], start=1):
        verb = i - 1
        if _PARTICLES.get(texts[verb].lower()) == text.lower() and upos[verb] == "VERB" and heads[i] > i:
            heads[i], deprels[i], upos[i] = verb, "compound:prt", "ADP"


def lift_phrases(texts: Sequence[str], heads: list[int], deprels: list[str], upos: Sequence[str]) -> None:
    """*called on Chad's president to quit*, *agreed to a truce brokered by Chad*: a phrase before an infinitive's *to*,
    or right before a participle, goes with the verb before it.
    """
    for i, below in enumerate(tuple(heads)):
        if deprels[i] not in {"obl", "obj"} or upos[i] not in _NOMINALS or not i < below or upos[below] != "VERB":
            continue
        verb, others = heads[below], [k for k in _below(heads, below) if k != i]
        if not 0 <= verb < i or upos[verb] != "VERB" or deprels[below] not in {"xcomp", "advcl"}:
            continue
        if any(deprels[k] in {"nsubj", "nsubj:pass", "aux", "aux:pass"} for k in others):
            continue
        marks = [k for k in others if deprels[k] == "mark"]
        infinitive = len(marks) == 1 and texts[marks[0]].lower() == "to" and i < marks[0]
        participle = below == i + 1 and not marks and deprels[below] == "advcl" and texts[below].lower().endswith("ed")
        if infinitive or participle:
            heads[i] = verb
        if participle:
            heads[below], deprels[below] = i, "acl"


def raise_objects(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*found the banker guilty*, *took 20 men hostage*, *accused Chad of violating the truce*: after a verb without an
    object, the subject of a clause that has no finite verb is the object of the verb.
    """
    for i, clause in enumerate(tuple(heads)):
        if deprels[i] != "nsubj" or not 0 <= heads[clause] < i < clause or upos[heads[clause]] != "VERB":
            continue
        verb = heads[clause]
        if any(deprels[k] in {"obj", "iobj"} and k != clause for k in _below(heads, verb)):
            continue
        if deprels[clause] == "obl" and any(deprels[k] == "case" and k > i for k in _below(heads, clause)):
            heads[i], deprels[i] = verb, "obj"  # "investigated Rosa Diaz for bribery"
            continue
        if deprels[clause] not in {"ccomp", "xcomp", "obj"}:
            continue
        others = [k for k in _below(heads, clause) if deprels[k] in _CLAUSAL and k != i]
        opened = [texts[k].lower() for k in others if deprels[k] in {"mark", "case"} and k > i]
        small = upos[clause] in _SMALL and not others
        gerund = texts[clause].lower().endswith("ing") and len(others) == 1 and bool(set(opened) & _OPENERS)
        if small or gerund:
            heads[i], deprels[i] = verb, "obj"
            if deprels[clause] == "obj":
                deprels[clause] = "xcomp"


def keep_names_objects(texts: Sequence[str], heads: Sequence[int], deprels: list[str], upos: Sequence[str]) -> None:
    """*accused its former president Rosa Diaz of fraud*: a name with nothing of a clause is an object."""
    for i, (verb, deprel) in enumerate(zip(heads, deprels, strict=True)):
        if deprel not in {"ccomp", "xcomp"} or upos[i] != "PROPN" or not 0 <= verb < i or upos[verb] != "VERB":
            continue
        if texts[verb].lower() in _NAMING:
            continue
        taken = any(deprels[k] in {"obj", "iobj"} for k in _below(heads, verb))
        if not taken and not {deprels[k] for k in _below(heads, i)} & (_CLAUSAL | {"obj"}):
            deprels[i] = "obj"


def part_two_objects(texts: Sequence[str], heads: Sequence[int], deprels: list[str], upos: Sequence[str]) -> None:
    """*sold Chad two ships*: of two objects in a row, the first is whom it is for."""
    for verb, tag in enumerate(upos):
        if tag != "VERB" or lemmas_by_form().get((texts[verb].lower(), "VERB")) not in _GIVING:
            continue
        objects = [k for k in _below(heads, verb) if deprels[k] == "obj" and k > verb and upos[k] in _NOMINALS]
        apart = (
            any(texts[k] in {",", ";", ":", "-", "–", "—"} for k in range(objects[0], objects[-1])) if objects else True
        )
        if len(objects) == 2 and not apart and "iobj" not in {deprels[k] for k in _below(heads, verb)}:
            deprels[objects[0]] = "iobj"


def part_counted(heads: list[int], deprels: list[str], upos: Sequence[str]) -> None:
    """*lent Chad 5 million euros*: a name before a number is no part of what is counted; it is lent to Chad."""
    for i, noun in enumerate(tuple(heads)):
        if deprels[i] != "compound" or upos[i] != "PROPN" or noun <= i + 1 or deprels[noun] != "obj":
            continue
        verb, after = heads[noun], i + 1
        taken = any(deprels[k] == "iobj" for k in _below(heads, verb)) if verb >= 0 else True
        if upos[after] == "NUM" and 0 <= verb < i and upos[verb] == "VERB" and not taken:
            heads[i], deprels[i] = verb, "iobj"


def join_second_deeds(texts: Sequence[str], heads: list[int], deprels: list[str], upos: Sequence[str]) -> None:
    """*killed one man and wounded three others*: a participle before a number is no attribute but a second deed."""
    for i, noun in enumerate(tuple(heads)):
        if deprels[i] != "amod" or upos[i] != "VERB" or noun <= i + 1 or i == 0 or deprels[noun] != "conj":
            continue
        following = next((k for k in range(i + 1, noun + 1) if heads[k] == noun), noun)
        first = heads[noun]
        if upos[following] != "NUM" or texts[i - 1].lower() not in {"and", "or", "but"} or deprels[first] != "obj":
            continue
        verb = heads[first]
        if verb < 0 or upos[verb] != "VERB" or hangs_below(heads, verb, i):
            continue
        heads[i], deprels[i], heads[noun], deprels[noun] = verb, "conj", i, "obj"
        for k in _below(heads, noun):
            if k < i:
                heads[k] = i
