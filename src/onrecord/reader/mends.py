"""Mends: what the rules of English put right in a tree of the network before anything reads it.

*Kestrel News Agency* is one subject and not two; *16 other states* are counted, not listed. All work on a window's
heads (-1 for a root), relations and parts of speech in place, and change nothing that can be right as it is.
"""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.reader.inflections import lemmas_by_form
from onrecord.records.analysis import Name

_CLAUSES = frozenset({"xcomp", "advcl", "ccomp", "acl"})
_BARE = frozenset({"nsubj", "obj", "iobj"})
_OWNERS = frozenset({"its", "their"})
_OF_VERBS = frozenset({
    "accuse", "suspect", "convict", "acquit", "absolve", "clear", "notify", "inform", "remind", "warn", "assure",
    "strip", "deprive", "rob", "rid", "relieve", "advise", "persuade", "convince",
})  # fmt: skip
_JOINED = frozenset({"conj", "advcl", "parataxis"})
_CLAUSAL = frozenset({"nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "expl", "cop"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
_TITLE = frozenset({"CCONJ", "DET", "ADJ", "NOUN", "PROPN", "PART"})
_NOMINALS = frozenset({"NOUN", "PROPN"})


def mend_tree(
    texts: Sequence[str], names: Sequence[Name], heads: list[int], deprels: list[str], upos: list[str]
) -> None:
    """All mends in their order; `names` in word indexes of the window."""
    mend_relations(heads, deprels, upos)
    count_nouns(heads, deprels, upos)
    join_names(names, heads, deprels, upos)
    part_appositions(texts, heads, deprels, upos)
    part_objects(texts, heads, deprels, upos)
    give_agents(texts, heads, deprels, upos)
    keep_rows_apart(heads, deprels, upos)
    raise_predicates(heads, deprels, upos)
    raise_subjects(texts, heads, deprels, upos)
    join_rows(names, texts, heads, deprels, upos)
    join_infinitives(texts, heads, deprels, upos)
    part_relatives(heads, deprels)
    turn_whose(texts, heads, deprels, upos)
    for i in find_infinitives(texts, upos, heads, deprels) | find_gerunds(texts, upos, heads, deprels):
        upos[i] = "VERB"


def hangs_below(heads: Sequence[int], word: int, top: int) -> bool:
    """Whether a word is another or hangs on it, through whatever words; then that other cannot be hung on the word."""
    while word >= 0 and word != top:
        word = heads[word]
    return word == top


def mend_relations(heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """Three things that English trees keep to: a phrase with a preposition is no subject or object, a noun alone is no
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
    for i, (head, deprel) in enumerate(zip(heads, deprels, strict=True)):
        if deprel != "nsubj" or not 0 <= head < i or upos[head] != "VERB":
            continue
        siblings = [deprels[k] for k, other in enumerate(heads) if other == head and k != i]
        before = any(other == head and deprels[k] == "nsubj" for k, other in enumerate(heads[:head]))
        if before and not {"obj", "iobj", "ccomp"} & set(siblings):
            deprels[i] = "obj"


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


def lemma_of_verb(text: str) -> str:
    return lemmas_by_form().get((text.lower(), "VERB"), text.lower())


def part_objects(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*accused three men of fraud*: the of-phrase tells of what they are accused, and not which men."""
    for i, (noun, deprel) in enumerate(zip(tuple(heads), tuple(deprels), strict=True)):
        if deprel != "nmod" or not 0 <= noun < i or deprels[noun] not in {"obj", "nsubj:pass"}:
            continue
        verb = heads[noun]
        if verb < 0 or upos[verb] != "VERB" or lemma_of_verb(texts[verb]) not in _OF_VERBS or i < verb:
            continue
        if any(heads[k] == i and deprels[k] == "case" and texts[k].lower() == "of" for k in range(noun, i)):
            heads[i], deprels[i] = verb, "obl"


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


def join_rows(
    names: Sequence[Name], texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]
) -> None:
    """*the arrest of Sorel and the former minister Paul Drissa*: two persons joined by *and* are one row."""
    persons = [name for name in names if name.kind == "person"]
    for one, other in pairwise(persons):
        between = range(one.last + 1, other.first)
        if not between or texts[between[0]].lower() != "and" or any(upos[k] not in _TITLE for k in between):
            continue
        first, last = _top(one, heads), _top(other, heads)
        first = heads[first] if deprels[first] == "conj" else first
        if deprels[last] in _SUBJECTS or heads[last] == first or first < 0 or hangs_below(heads, first, last):
            continue
        heads[last], deprels[last] = first, "conj"
        title = other.first - 1
        if title in between[1:] and upos[title] in _NOMINALS and not hangs_below(heads, last, title):
            heads[title], deprels[title] = last, "nmod:desc"


def _top(name: Name, heads: Sequence[int]) -> int:
    """The word of a name that the rest of it hangs on."""
    span = range(name.first, name.last + 1)
    return next((i for i in span if not name.first <= heads[i] <= name.last), name.first)


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


def part_relatives(heads: list[int], deprels: list[str]) -> None:
    """A relative clause speaks of a noun before it: one that the tree hangs on a later word is of nothing known."""
    for i, noun in enumerate(heads):
        if deprels[i] == "acl:relcl" and noun > i:
            deprels[i] = "parataxis"


def turn_whose(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*Peru, whose claim Chad had backed*: the clause says of Peru that its claim was backed."""
    for i, text in enumerate(texts):
        claim = heads[i]
        if text.lower() != "whose" or claim <= i or i < 1 or upos[claim] not in _NOMINALS:
            continue
        host = _noun_before(i, texts, heads, deprels, upos)
        verb = next((k for k in range(claim + 1, len(heads)) if upos[k] == "VERB" and heads[k] == claim), -1)
        if host < 0 or verb < 0 or not deprels[verb].startswith("acl") or hangs_below(heads, host, claim):
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
    """The noun between what is owned and the verb that is its subject, or that hangs there as an apposition."""
    for k in range(claim + 1, verb):
        if heads[k] == verb and deprels[k] == "nsubj":
            return k
        if heads[k] == claim and deprels[k] == "appos" and upos[k] in _NOMINALS:
            return k if upos[verb - 1] in {"AUX", *_NOMINALS} else -1
    return -1


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
