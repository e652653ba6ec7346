"""Human mends: who is meant where titles, relatives and rows of adjectives are put together.

*Paul Drissa, the head of the Harbour Union, who had sued* is of a man who sued. All work like those of `mends`: in
place, leaving alone what can be right as it is.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.records.analysis import Name

_BODIES = frozenset({"organisation", "location", "facility"})
_NOMINALS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
_PAIR = 2
_TITLED = frozenset({"DET", "PRON", "ADJ", "NOUN", "PROPN"})
_TITLE = 4  # words
_WITHIN = frozenset({"nmod", "appos", "compound", "flat", "nmod:poss"})


def mend_humans(
    texts: Sequence[str], names: Sequence[Name], heads: list[int], deprels: list[str], upos: list[str]
) -> None:
    """All mends of who is meant, in their order; `names` in word indexes of the window."""
    raise_who(texts, names, heads, deprels)
    part_titles(texts, heads, deprels)
    hang_titles(names, heads, deprels, upos)
    act_there(texts, names, heads, deprels, upos)
    join_adjectives(texts, heads, deprels, upos)
    join_persons(texts, names, heads, deprels)
    join_titled(texts, names, heads, deprels, upos)
    join_descriptions(texts, names, heads, deprels, upos)


def raise_who(texts: Sequence[str], names: Sequence[Name], heads: list[int], deprels: list[str]) -> None:
    """*Paul Drissa, the head of the Harbour Union, who had sued*: no body is a *who*, but the person explained."""
    kinds = {i: name.kind for name in names for i in range(name.first, name.last + 1)}
    for who, text in enumerate(texts):
        verb = heads[who]
        if text.lower() != "who" or verb <= who or deprels[verb] != "acl:relcl" or texts[who - 1] != ",":
            continue
        noun = heads[verb]
        if not 0 <= noun < who or kinds.get(noun) not in _BODIES:
            continue
        above = noun
        while kinds.get(above) in _BODIES and deprels[above] in _WITHIN and 0 <= heads[above] < above:
            above = heads[above]
        while deprels[above] == "appos" and 0 <= heads[above] < above:
            above = heads[above]
        if above != noun and kinds.get(above) == "person":
            heads[verb] = above


def part_titles(texts: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """*Secretary of State Ada Moss met him*: the *of* is inside the title and leads to no Ada Moss."""
    for case in range(1, len(texts) - 1):
        person, inner = heads[case], case + 1
        title = deprels[case] == "case" and texts[case].lower() == "of" and person > inner
        beside = (heads[case - 1], heads[inner]) == (person, person)
        if title and beside and deprels[case - 1] == deprels[inner] == "nmod:desc":
            heads[case], heads[inner], deprels[inner] = inner, case - 1, "nmod"


def hang_titles(names: Sequence[Name], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*Prime Minister Ana Sorel and Defence Minister Paul Drissa*: a title joined to the row just as the name after it
    is told of that person, and is nobody besides.
    """
    inside = {i for name in names for i in range(name.first, name.last + 1)}
    for name in names:
        top, title = _top(name, heads), name.first - 1
        if name.kind != "person" or title < 0 or title in inside or upos[title] not in _NOMINALS:
            continue
        if deprels[title] == deprels[top] == "conj" and heads[title] == heads[top]:
            for k, head in enumerate(tuple(heads)):
                if head == title and deprels[k] == "cc":
                    heads[k] = top
            heads[title], deprels[title] = top, "nmod:desc"


def act_there(
    texts: Sequence[str], names: Sequence[Name], heads: list[int], deprels: list[str], upos: list[str]
) -> None:
    """*flew to Chad, where Ada Moss met him*: a bare person before a verb without a subject is it."""
    persons = {i for name in names if name.kind == "person" for i in range(name.first, name.last + 1)}
    for person, verb in enumerate(heads):
        if deprels[person] != "obl" or person not in persons or not person < verb or upos[verb] != "VERB":
            continue
        below = [k for k, head in enumerate(heads) if head == verb]
        if any(deprels[k] in _SUBJECTS for k in below) or any(
            heads[k] == person and deprels[k] == "case" for k in range(len(heads))
        ):
            continue
        if any(texts[k].lower() in {"where", "when"} for k in below if k < person):
            deprels[person] = "nsubj"


def join_adjectives(texts: Sequence[str], heads: list[int], deprels: list[str], upos: list[str]) -> None:
    """*Chilean, Peruvian, and South Korean officials* are officials of three kinds, and not four parties."""
    for noun, first in enumerate(tuple(heads)):
        if deprels[noun] != "conj" or upos[noun] != "NOUN" or not 0 <= first < noun or upos[first] != "ADJ":
            continue
        row = [k for k in range(first + 1, noun) if heads[k] == first and deprels[k] == "conj"]
        last = row[-1] if row else -1
        between = all(upos[k] in {"ADJ", "PROPN"} or texts[k].lower() in {",", "and", "or"} for k in range(first, noun))
        if last != noun - 1 or upos[last] != "ADJ" or not between or not texts[first][:1].isupper():
            continue
        for k, head in enumerate(tuple(heads)):
            if head == first and k not in row and k != noun and not first < k < noun:
                heads[k] = noun
        heads[noun], deprels[noun] = heads[first], deprels[first]
        heads[first], deprels[first] = noun, "amod"


def join_persons(texts: Sequence[str], names: Sequence[Name], heads: list[int], deprels: list[str]) -> None:
    """*the ministers Ana Sorel, Paul Drissa and Lea Font*: nobody is an apposition to somebody else in a row."""
    for row in _rows(texts, [name for name in names if name.kind == "person"]):
        inside = {i for name in row for i in range(name.first, name.last + 1)}
        tops = [next((i for i in range(n.first, n.last + 1) if not n.first <= heads[i] <= n.last), -1) for n in row]
        for top in tops[1:]:
            if min(tops) >= 0 and tops[0] < top and heads[top] in inside and deprels[top] in {*_WITHIN, "conj"}:
                heads[top], deprels[top] = tops[0], "conj"


def join_titled(
    texts: Sequence[str], names: Sequence[Name], heads: list[int], deprels: list[str], upos: list[str]
) -> None:
    """*Ana Sorel, her deputy Paul Drissa and two others*: nobody is an apposition to somebody else whom an *and* joins
    to more; a title that is one before his name is told of him.
    """
    for row in _titled_rows(texts, [name for name in names if name.kind == "person"], upos):
        inside = set(range(row[0].first, row[-1].last + 1))
        first, *others = ((_top(name, heads), name) for name in row)
        tops = [(top, _title(name, top, upos)) for top, name in others]
        last = _joined_after(texts, row[-1].last, heads, inside)
        closed = last >= 0 or texts[row[-2].last + 1].lower() == "and" or texts[row[-2].last + 2].lower() == "and"
        if not closed or not all(heads[title] in inside or heads[top] in inside - {title} for top, title in tops):
            continue
        for top, title in tops:
            heads[top], deprels[top] = first[0], "conj"
            if title != top:
                heads[title], deprels[title] = top, "nmod:desc"
        if last >= 0:
            heads[last], deprels[last] = first[0], "conj"


def _titled_rows(texts: Sequence[str], persons: Sequence[Name], upos: Sequence[str]) -> Iterator[list[Name]]:
    """Rows of persons, each but the first right after a comma, or a last *and*, and words of a title."""
    row: list[Name] = []
    for name in persons:
        between = [texts[k].lower() for k in range(row[-1].last + 1, name.first)] if row else []
        joint = next((len(j) for j in ([",", "and"], [","], ["and"]) if between[: len(j)] == j), 0)
        title = [upos[k] for k in range(name.first - len(between) + joint, name.first)]
        if joint and (not title or (set(title) <= _TITLED and title[-1] == "NOUN" and len(title) <= _TITLE)):
            row.append(name)
        else:
            yield from [row] if len(row) > 1 else []
            row = [name]
        if "and" in between:
            yield from [row] if len(row) > 1 else []
            row = [name]
    yield from [row] if len(row) > 1 else []


def _top(name: Name, heads: Sequence[int]) -> int:
    """The word of a name that the rest of it hangs on."""
    return next((k for k in range(name.first, name.last + 1) if not name.first <= heads[k] <= name.last), name.first)


def _title(name: Name, top: int, upos: Sequence[str]) -> int:
    """The noun right before a name, which is told of the person; the name's own top where there is none."""
    return name.first - 1 if name.first and upos[name.first - 1] == "NOUN" else top


def _joined_after(texts: Sequence[str], last: int, heads: Sequence[int], inside: set[int]) -> int:
    """What an *and* after a row joins to it: the *others* of *and two others*; -1 if there is nothing."""
    at = last + (2 if texts[last + 1 : last + 2] == [","] else 1)
    if [text.lower() for text in texts[at : at + 1]] != ["and"]:
        return -1
    return heads[at] if heads[at] > at and heads[heads[at]] in inside else -1


def _rows(texts: Sequence[str], persons: Sequence[Name]) -> Iterator[list[Name]]:
    """Three persons or more between whom nothing stands but commas and, before the last, an *and*."""
    row: list[Name] = list(persons[:1])
    for one, other in pairwise(persons):
        between = "".join(texts[one.last + 1 : other.first]).lower()
        if between in {",", "and", ",and", "or", ",or"}:
            row.append(other)
        else:
            row = [other]
        if between.endswith(("and", "or")) and len(row) > _PAIR:
            yield row
            row = [other]


def join_descriptions(
    texts: Sequence[str], names: Sequence[Name], heads: list[int], deprels: list[str], upos: list[str]
) -> None:
    """*Ana Sorel, a former judge and a friend of Chad*: the friend is nobody beside her, but what she is as well."""
    persons = {i for name in names if name.kind == "person" for i in range(name.first, name.last + 1)}
    for noun, person in enumerate(tuple(heads)):
        if deprels[noun] != "conj" or upos[noun] != "NOUN" or person not in persons or noun in persons:
            continue
        told = [k for k in range(person, noun) if heads[k] == person and deprels[k] == "appos" and upos[k] == "NOUN"]
        articles = any(heads[k] == noun and texts[k].lower() in {"a", "an", "the"} for k in range(person, noun))
        if told and articles and "," not in texts[told[-1] : noun]:
            heads[noun] = told[-1]


def join_first_names(names: Sequence[Name], texts: Sequence[str], last_words: Collection[int]) -> list[Name]:
    """*Ted* and *Marsh* side by side are one person: headlines and broken sentences part what is one name.

    No name goes on beyond one of `last_words`, with which sentences end.
    """
    joined: list[Name] = []
    for name in names:
        before = joined[-1] if joined else None
        if before is not None and _go_together(before, name, texts) and before.last not in last_words:
            chance = min(before.confidence, name.confidence)
            joined[-1] = replace(before, last=name.last, confidence=chance)
        else:
            joined.append(name)
    return joined


def _go_together(one: Name, other: Name, texts: Sequence[str]) -> bool:
    """Whether two names of persons, of a word each, stand side by side and are written as names are."""
    single = one.first == one.last and other.first == other.last == one.last + 1
    written = all(len(texts[k]) > 1 and texts[k].istitle() for k in (one.first, other.first))
    return single and one.kind == other.kind == "person" and written
