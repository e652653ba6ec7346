"""Wanted: the words that a report must hold to belong to a matter, as a ledger can look for them.

A ledger finds words by their beginnings in its index, without reading reports. Of what it finds, `belonging` decides:
it may find too much, and must never find too little.
"""

import unicodedata
from collections.abc import Iterable
from itertools import takewhile

from onrecord.ledger.words import AllOf, AnyOf, Term, Wanted
from onrecord.matters.belonging import LEAST_KEYWORDS
from onrecord.matters.instruments import matter_words
from onrecord.matters.words import FILLERS, cut_words, stem
from onrecord.records.matters import Matter


def words_wanted(matter: Matter) -> Wanted | None:
    """An instrument and a keyword, or two keywords; None where that cannot be told by beginnings of words.

    >>> from onrecord.records.matters import Instrument
    >>> opinion = Instrument(id="o", name="legal opinions", kind="filing")
    >>> words_wanted(Matter(id="m", title="m", question="m", instruments=(opinion,)))
    AllOf(parts=(Term(words='legal', is_prefix=True), Term(words='opinion', is_prefix=True)))
    """
    keywords = [_phrase(phrase) for phrase in dict.fromkeys(matter.keywords)]
    instruments = [_phrase(phrase) for phrase in dict.fromkeys(matter_words(matter))]
    if not keywords:
        return _any(instruments)
    ways = [_all([_any(instruments), _any(keywords)])]
    assert LEAST_KEYWORDS == 2  # noqa: S101 - what follows pairs them
    ways += [_all([keyword, _any(keywords[at:])]) for at, keyword in enumerate(keywords[:-1], 1)]
    return _any(ways)


def _phrase(phrase: str) -> Wanted | None:
    """The words of a phrase that mean something: to look for *the* takes a database long, and tells nothing."""
    words = cut_words(phrase)
    telling = [word for word in words if word.casefold() not in FILLERS and len(word) > 1]
    return _all([_beginning(word) for word in telling or words])


def _beginning(word: str) -> Wanted | None:
    """What all words of one stem begin with, however a database puts them into lower case; None where nothing does."""
    pairs = zip(stem(word), word.lower(), strict=False)
    shared = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    is_plain = not any(unicodedata.combining(char) for char in shared)
    return Term(words=shared, is_prefix=True) if is_plain and shared[:1].isalnum() else None


def _all(parts: Iterable[Wanted | None]) -> Wanted | None:
    """What holds all parts; a part that cannot be told asks for nothing."""
    told = tuple(dict.fromkeys(part for part in parts if part is not None))
    return told[0] if len(told) == 1 else AllOf(parts=told) if told else None


def _any(parts: Iterable[Wanted | None]) -> Wanted | None:
    """What holds one part or more; where one cannot be told, none can."""
    told = tuple(dict.fromkeys(parts))
    kept = tuple(part for part in told if part is not None and not any(_asks_more(part, other) for other in told))
    if not told or None in told:
        return None
    return kept[0] if len(kept) == 1 else AnyOf(parts=kept)


def _asks_more(part: Wanted, other: Wanted | None) -> bool:
    """Whether a part asks for all that another does and for more: *arrest warrants* beside *warrants* finds nothing
    that these do not, and takes a database as long again.
    """
    asked = set(other.parts if isinstance(other, AllOf) else (other,))
    return isinstance(part, AllOf) and asked < set(part.parts)
