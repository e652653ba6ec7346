"""Lists: the members that a text names right after a group."""

from onrecord.records import Count
from onrecord.resolve.atlas import Atlas
from onrecord.resolve.phrases import conjuncts_of

NEAR = 3  # sentences back
MEMBER_CASES = frozenset({"including", "like", "such as", "among", "namely"})
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


def named_before(atlas: Atlas, start: int, count: int, of: str | None) -> tuple[int, ...]:
    """The heads of the names that *the two*, *both men*, *the three states* mean: the nearest row of as many before."""
    tree = atlas.tree
    for index in range(start - 1, -1, -1):
        if tree.sentence_of[start] - tree.sentence_of[index] > NEAR:
            break
        if not any(child.index < start for child in tree.children(index, "conj")):
            continue
        heads = conjuncts_of(tree, index)
        if len(heads) == count and heads[-1] < start and all(_is_member(atlas, head, of) for head in heads):
            return heads
    return states_before(atlas, start, count) if of == "state" else ()


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
