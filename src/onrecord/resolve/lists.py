"""Lists: the members that a text names right after a group."""

from bisect import bisect_left, bisect_right

from onrecord.records import Count
from onrecord.resolve.atlas import Atlas
from onrecord.resolve.phrases import Phrase, conjuncts_of

NEAR = 3  # sentences back
MEMBER_CASES = frozenset({"including", "like", "such as", "among", "namely"})
TOLD_NEAR = 7  # words from a group to the verb that lists its members
LISTING = frozenset({"include", "comprise"})
LIST_OPENS = frozenset({"–", "—", "-", "--", ":", "("})
LIST_JOINS = frozenset({",", "and", "or", "the", "as", "well", "both"})


def read_list(atlas: Atlas, start: int, count: Count | None) -> tuple[int, ...]:
    """The heads of names listed from a token on, whatever the tree made of them; none that a count forbids.

    *Three states - Chile, Peru and Bolivia* has three; after a dash, a list must be as long as the count says.
    """
    tokens = atlas.tree.tokens
    words = [token.text.lower() for token in tokens[start : start + 3]]
    if words[:1] == [","]:
        start, words = start + 1, words[1:]
    given = words[:1] in (["including"], ["namely"]) or words[:2] == ["such", "as"]
    if not given and not (words and words[0] in LIST_OPENS):
        return ()
    heads = _names_from(atlas, start + (2 if words[:2] == ["such", "as"] else 1))
    if not given and (len(heads) < 2 or (count is not None and len(heads) != count.value)):
        return ()
    return heads if count is None or len(heads) <= count.value else ()


def read_told(atlas: Atlas, phrase: Phrase, count: Count | None) -> tuple[int, ...]:
    """The heads of names that a clause lists as members: *the states admitted include Chile and Peru*, *among the
    states are Chile and Peru*; none that a count forbids.
    """
    tokens = atlas.tree.tokens
    after = tokens[phrase.last + 1 : phrase.last + 1 + TOLD_NEAR]
    telling = next((token for token in after if token.lemma.lower() in LISTING), None)
    is_among = phrase.first > 0 and tokens[phrase.first - 1].text.lower() == "among"
    if telling is None and is_among and after and after[0].lemma.lower() == "be":
        telling = after[0]
    if telling is None or any(token.upos == "PUNCT" for token in after if token.index < telling.index):
        return ()
    heads = _names_from(atlas, telling.index + 1)
    return heads if count is None or len(heads) <= count.value else ()


def read_among(atlas: Atlas, phrase: Phrase, count: Count | None) -> tuple[int, ...]:
    """The heads of names that end a sentence as part of a counted group: *12 members voted for it, among them Peru*."""
    if count is None:
        return ()
    places = atlas.tree.among_them
    after = bisect_right(places, phrase.last)
    heads = _names_from(atlas, places[after] + 3) if after < len(places) else ()
    return heads if len(heads) < count.value else ()


def one_of(atlas: Atlas, phrase: Phrase) -> tuple[int, ...]:
    """Whoever is said to be one of a group, which makes it a member: *Chile is one of 40 states*, *is among them*."""
    tree = atlas.tree
    governor = tree.governor(phrase.head)
    is_one = governor is not None and governor.text.lower() == "one" and tree.case_of(phrase.head) == "of"
    told = governor if is_one else tree.tokens[phrase.head]
    if told is None or not (is_one or tree.case_of(phrase.head) == "among") or not tree.children(told.index, "cop"):
        return ()
    negated = any(child.lemma.lower() in ("not", "never") for child in tree.children(told.index, "advmod"))
    subjects = [] if negated else tree.children(told.index, "nsubj")
    heads = [index for child in subjects for index in conjuncts_of(tree, child.index)]
    return tuple(index for index in heads if is_named(atlas, index) or tree.tokens[index].text.lower() == "it")


def named_before(atlas: Atlas, start: int, count: int, of: str | None) -> tuple[int, ...]:
    """The heads of the names that *the two*, *both men*, *the three states* mean: the nearest row of as many before;
    of persons, the only such row of the text, however far before.
    """
    rows = _rows_before(atlas, start, count, of)
    tree = atlas.tree
    if rows and tree.sentence_of[start] - tree.sentence_of[rows[0][0]] <= NEAR:
        return rows[0]
    if of == "state":
        return states_before(atlas, start, count)
    alone = len({tuple(tree.tokens[head].text for head in row) for row in rows}) == 1
    return rows[0] if alone and all(_is_member(atlas, head, "person") for head in rows[0]) else ()


def _rows_before(atlas: Atlas, start: int, count: int, of: str | None) -> list[tuple[int, ...]]:
    """The rows of as many names before a token, the nearest first."""
    tree, rows = atlas.tree, list[tuple[int, ...]]()
    for index in reversed(tree.joined[: bisect_left(tree.joined, start)]):
        if not any(child.index < start for child in tree.children(index, "conj")):
            continue
        heads = conjuncts_of(tree, index)
        if len(heads) == count and heads[-1] < start and all(_is_member(atlas, head, of) for head in heads):
            rows.append(heads)
    return rows


def states_before(atlas: Atlas, start: int, count: int) -> tuple[int, ...]:
    """The last mentions of the states that *both countries* means: all that are named in the last sentences, if they
    are as many and no more; whoever urges both is not one of them.
    """
    return _states_before(atlas, start, count, own=False) or _states_before(atlas, start, count, own=True)


def _states_before(atlas: Atlas, start: int, count: int, *, own: bool) -> tuple[int, ...]:
    tree = atlas.tree
    found: dict[str, int] = {}
    for index in range(start - 1, -1, -1):
        back = tree.sentence_of[start] - tree.sentence_of[index]
        if back > NEAR:
            break
        if back == 0 and not own:
            continue
        hit = atlas.at(index)
        if hit is not None and hit.entry is not None and hit.entry.kind == "state":
            found.setdefault(hit.entry.name, index)
    heads = [index for index in found.values() if _is_member(atlas, index, "state")]
    return tuple(sorted(heads)) if len(found) == len(heads) == count else ()


def _is_member(atlas: Atlas, index: int, of: str | None) -> bool:
    hit, name = atlas.at(index), atlas.tree.names.get(index)
    person = name is not None and name.kind == "person"
    if of == "person":
        return person
    named = hit is not None and hit.manner != "demonym" and hit.entry is not None and hit.entry.kind == "state"
    return named if of == "state" else of is None and (named or person)


def is_named(atlas: Atlas, index: int) -> bool:
    """Whether a word heads the name of a possible member: a state, a body, a person."""
    hit, name = atlas.at(index), atlas.tree.names.get(index)
    if hit is not None and hit.manner != "demonym":
        return True
    return name is not None and name.kind in ("person", "organisation")


def _names_from(atlas: Atlas, index: int) -> tuple[int, ...]:
    tokens, heads = atlas.tree.tokens, list[int]()
    while index < len(tokens):
        hit, name = atlas.at(index), atlas.tree.names.get(index)
        if is_named(atlas, index):
            heads.append(atlas.anchor(index))
            last = hit.last if hit is not None and hit.manner != "demonym" else name.last if name else index
            index = last + 1
        elif tokens[index].text.lower() in LIST_JOINS:
            index += 1
        else:
            break
    return tuple(heads)
