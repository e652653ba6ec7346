"""Namings: the words of a proper name, and whether a later name can be short for an earlier one."""

from collections.abc import Sequence
from itertools import dropwhile

from onrecord.records.analysis import Token

TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "dame", "president", "minister",
    "prime", "chancellor", "secretary", "senator", "sen", "representative", "rep", "judge", "justice", "general", "gen",
    "king", "queen", "prince", "princess", "pope", "chairman", "ambassador", "captain", "colonel",
})  # fmt: skip
_PARTS = frozenset({"flat", "compound", "amod", "nummod", "nmod", "goeswith", "case"})
_WORD_CLASSES = frozenset({"PROPN", "NUM", "X", "NOUN", "ADJ"})
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "to", "at"})


def name_words(tokens: Sequence[Token], dependents: Sequence[Sequence[int]], head: int) -> tuple[str, ...]:
    """The words of a name in lower case, without leading titles and dots: *President Ana Soto* is ana, soto.

    What tells one body from another belongs to its name (*Department of Justice*); owners and appositions do not.
    """
    inside, pending = set[int](), [head]
    while pending:
        at = pending.pop()
        inside.add(at)
        pending += [k for k in dependents[at] if _is_part(tokens[k], at == head)]
    words = [tokens[i].text.lower().replace(".", "") for i in sorted(inside)]
    return tuple(dropwhile(TITLES.__contains__, filter(None, words))) or (tokens[head].text.lower(),)


def _is_part(token: Token, of_head: bool) -> bool:
    relation = token.deprel.partition(":")[0]
    if token.deprel == "nmod:poss" or relation not in _PARTS:
        return False
    return token.upos in ("ADP", "CCONJ") and not of_head if relation == "case" else token.upos in _WORD_CLASSES


def keys_of(name: tuple[str, ...]) -> set[str]:
    """By which words a name is looked up: its first, its last, its initials."""
    return {name[0], name[-1], _initials(name)}


def same_name(one: tuple[str, ...], other: tuple[str, ...], *, kinds: set[str]) -> bool:
    """Whether two names can name one thing: equal, a person's full name and first or last name, a body's name and its
    last words (*Security Council*, *Council*), or a name and its initials.

    A place is not named by part of its name: *Korea* is not *South Korea*.
    """
    short, full = sorted((one, other), key=len)
    if short == full:
        return True
    if (len(full) > 1 and "".join(short) == _initials(full)) or "".join(full) == _initials(short):
        return True
    if len(short) == len(full) or "of" in full[: -len(short)]:
        return False
    if "person" in kinds:
        return short in (full[:1], full[-1:]) or (short[0], short[-1]) == (full[0], full[-1])
    return "place" not in kinds and short == full[-len(short) :]


def _initials(name: tuple[str, ...]) -> str:
    return "".join(word[0] for word in name if word not in _SMALL)
