"""Mends: what the rules of English put right in a tree of the network before anything reads it.

*Kestrel News Agency* is one subject and not two; *16 other states* are counted, not listed. All work on a window's
heads (-1 for a root), relations and parts of speech in place, and change nothing that can be right as it is.
"""

from collections.abc import Sequence

from onrecord.reader.clause_mends import mend_clauses
from onrecord.reader.human_mends import mend_humans
from onrecord.reader.inflections import lemmas_by_form
from onrecord.reader.object_mends import mend_objects
from onrecord.reader.phrase_mends import mend_phrases
from onrecord.reader.trees import hangs_below
from onrecord.reader.word_mends import mend_words
from onrecord.records.analysis import Name

_CLAUSES = frozenset({"xcomp", "advcl", "ccomp", "acl"})
_BARE = frozenset({"nsubj", "obj", "iobj"})
_OWNERS = frozenset({"its", "their"})
_CLAUSAL = frozenset({"nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "expl", "cop"})


def mend_tree(
    texts: Sequence[str], names: Sequence[Name], heads: list[int], deprels: list[str], upos: list[str]
) -> None:
    """All mends in their order; `names` in word indexes of the window."""
    mend_relations(heads, deprels, upos)
    join_subjects(heads, deprels, upos)
    count_nouns(heads, deprels, upos)
    join_names(names, heads, deprels, upos)
    part_appositions(texts, heads, deprels, upos)
    mend_objects(texts, heads, deprels, upos)
    mend_words(texts, heads, deprels, upos)
    mend_humans(texts, names, heads, deprels, upos)
    mend_clauses(texts, names, heads, deprels, upos)
    mend_phrases(texts, names, heads, deprels, upos)
    free_subjects(heads, deprels, upos)
    say_headlines(texts, heads, deprels)
    for i in find_infinitives(texts, upos, heads, deprels) | find_gerunds(texts, upos, heads, deprels):
        upos[i] = "VERB"


def mend_relations(heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """What English trees keep to: a phrase with a preposition is no subject, object or apposition, a noun alone is no
    clause, and a second subject after a verb that has none is its object.
    """
    for i, (head, deprel) in enumerate(zip(heads, deprels, strict=True)):
        if deprel == "ccomp" and upos[i] == "NOUN" and 0 <= head < i and upos[head] == "VERB":
            below = {deprels[k] for k in range(len(heads)) if heads[k] == i}
            if not below & (_CLAUSAL | {"obj", "csubj", "advmod"}):
                deprels[i] = "obj"
    for i, (head, deprel) in enumerate(zip(heads, deprels, strict=True)):
        if deprel == "case" and head > i and upos[i] == "ADP" and deprels[head] in _BARE:
            deprels[head] = "obl"
        beside = heads[head] if deprel == "case" and head > i and deprels[head] == "appos" else -1
        if 0 <= beside < i and "PUNCT" not in upos[beside:i]:  # "the deputy of Governor Ada Moss"
            deprels[head] = "nmod"
    for i, (head, deprel) in enumerate(zip(heads, deprels, strict=True)):
        if deprel != "nsubj" or not 0 <= head < i or upos[head] != "VERB":
            continue
        siblings = [deprels[k] for k, other in enumerate(heads) if other == head and k != i]
        before = any(other == head and deprels[k] == "nsubj" for k, other in enumerate(heads[:head]))
        if before and not {"obj", "iobj", "ccomp"} & set(siblings):
            deprels[i] = "obj"


def join_subjects(heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*the district court ruled*: of two nouns side by side that are both subjects the first describes the second."""
    for i in range(len(heads) - 1):
        both = (heads[i], deprels[i]) == (heads[i + 1], deprels[i + 1]) and deprels[i].startswith("nsubj")
        if (
            both
            and upos[i] == upos[i + 1] == "NOUN"
            and i + 1 not in {h for k, h in enumerate(heads[: i + 1]) if k < i}
        ):
            for k in range(i):
                if heads[k] == i and deprels[k] in {"det", "amod", "nmod:poss"}:
                    heads[k] = i + 1
            heads[i], deprels[i] = i + 1, "compound"


def count_nouns(heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*16 other landlocked states*: a number just before a noun and its adjectives counts it, and is no thing apart."""
    for i, tag in enumerate(upos):
        if deprels[i] == "nummod" and deprels[i + 1 : i + 2] == ["nmod:poss"] and heads[i + 1] == heads[i] > i:
            heads[i] = i + 1  # "the two men's arrest"
        if tag != "NUM" or deprels[i] in {"nummod", "compound", "flat"} or i + 1 == len(upos):
            continue
        noun = i + 1
        while noun < len(upos) and upos[noun] == "ADJ" and deprels[noun] == "amod":
            noun += 1
        between = range(i + 1, noun)
        if noun == len(upos) or upos[noun] != "NOUN" or any(heads[k] != noun for k in between):
            continue
        if heads[noun] not in {heads[i], i} or heads[noun] < 0:
            continue
        for k in range(len(heads)):
            if heads[k] == i and k != noun:
                heads[k] = noun
        if heads[noun] == i:
            heads[noun], deprels[noun] = heads[i], deprels[i]
        heads[i], deprels[i] = noun, "nummod"


def join_names(names: Sequence[Name], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """A name is one phrase: *Kestrel News Agency* is one subject of its verb and not two."""
    for name in names:
        span = range(name.first, name.last + 1)
        tops = [i for i in span if not name.first <= heads[i] <= name.last]
        if len(tops) > 1 and all(upos[i] in {"PROPN", "NOUN", "ADJ", "NUM"} for i in span):
            for top in tops[:-1]:
                if heads[top] >= 0 and not hangs_below(heads, tops[-1], top):
                    heads[top], deprels[top] = tops[-1], "compound"


def find_infinitives(texts: Sequence[str], upos: list[str], heads: list[int], deprels: list[str]) -> set[int]:
    """Words after the *to* of an infinitive that are not tagged as verbs: *asked Belize to free a pilot*.

    A *to* that is tagged as a preposition is one, unless no noun phrase can follow: no adjective stands before an
    article. The bare noun phrase after such a word is its object, and *to* its mark.
    """
    found = set()
    for i, text in enumerate(texts[:-1]):
        verb = i + 1
        if text.lower() != "to" or upos[verb] not in {"ADJ", "NOUN"}:
            continue
        before_article = upos[verb] == "ADJ" and upos[verb + 1 : verb + 2] == ["DET"]
        if (upos[i] != "PART" and not before_article) or (texts[verb].lower(), "VERB") not in lemmas_by_form():
            continue
        if hangs_below(heads, verb, i):
            continue
        found.add(verb)
        noun = heads[verb]
        if noun > verb and heads[noun] >= 0:
            heads[verb], deprels[verb] = heads[noun], "xcomp"
            heads[noun], deprels[noun] = verb, "obj"
        heads[i], deprels[i] = verb, "mark"
        cased = {head for head, deprel in zip(heads, deprels, strict=True) if deprel == "case"}
        for k in range(verb + 1, len(heads)):
            if heads[k] == verb and deprels[k] in {"obl", "nmod"} and k not in cased:
                deprels[k] = "obj"
    return found


def part_appositions(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*... would hold the Chadian leader, its prime minister, Ana Sorel, said*: a noun with *its* or *their* does not
    explain a common noun. It is left standing by itself, and later appositions of that noun become its own.
    """
    for i, noun in enumerate(heads):
        if deprels[i] != "appos" or not 0 <= noun < i or upos[noun] != "NOUN":
            continue
        if not any(h == i and deprels[k] == "nmod:poss" and texts[k].lower() in _OWNERS for k, h in enumerate(heads)):
            continue
        deprels[i] = "parataxis"
        for k in range(i + 1, len(heads)):
            if heads[k] == noun and deprels[k] == "appos":
                heads[k] = i


def free_subjects(heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*Oman has released the crew and Fiji has dropped its case*: a noun that *and* joins to an object, and that a verb
    without a subject follows at once, is the subject of that verb, and the verbs are joined.
    """
    for noun in range(1, len(heads) - 1):
        other, verb = heads[noun], heads[noun + 1] if upos[noun + 1] == "AUX" else noun + 1
        if deprels[noun] != "conj" or other < 0 or verb <= noun or upos[verb] != "VERB":
            continue
        join = next((k for k in range(other + 1, noun) if heads[k] == noun and deprels[k] == "cc"), -1)
        first = heads[other]
        own = {deprels[k].partition(":")[0] for k, head in enumerate(heads) if head == verb}
        loose = deprels[verb] in {"ccomp", "parataxis", "conj", "dep", "advcl"} and not own & {"nsubj", "csubj", "mark"}
        if (
            not loose
            or join < 0
            or first < 0
            or upos[first] != "VERB"
            or first > noun
            or hangs_below(heads, first, verb)
        ):
            continue
        heads[noun], deprels[noun] = verb, "nsubj"
        heads[join] = verb
        heads[verb], deprels[verb] = first, "conj"


def say_headlines(texts: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """*Oman to free pilot, Fiji says*: of two subjects of a verb, one with an infinitive is the subject of that, and
    what the other says.
    """
    for clause, noun in enumerate(heads):
        if deprels[clause] != "acl" or not 0 <= noun < clause or deprels[noun] != "nsubj" or heads[noun] < clause:
            continue
        verb = heads[noun]
        to = texts[clause - 1].lower() == "to"
        if to and any(heads[k] == verb and deprels[k] == "nsubj" for k in range(clause + 1, verb)):
            heads[clause], deprels[clause] = verb, "ccomp"
            heads[noun] = clause


def find_gerunds(texts: Sequence[str], upos: list[str], heads: list[int], deprels: list[str]) -> set[int]:
    """Words tagged as nouns that tell of an act as verbs do: *denied bombing Chad*, *accused of spying on Chad*.

    They take an object, stand as a clause, or follow a preposition bare; the last become clauses in `deprels`.
    """
    found = set()
    for i, text in enumerate(texts):
        if upos[i] != "NOUN" or not text.endswith("ing") or (text, "VERB") not in lemmas_by_form():
            continue
        below = {k: deprels[k] for k, head in enumerate(heads) if head == i}
        if "obj" in below.values() or deprels[i] in _CLAUSES:
            found.add(i)
        elif below.get(i - 1) == "case" and not {"det", "amod", "compound", "nmod:poss"} & set(below.values()):
            found.add(i)
            deprels[i], deprels[i - 1] = "advcl", "mark"
    return found
