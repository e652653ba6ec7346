"""Keys: the spellings under which a party is found, without regard to case, accents and the kind of apostrophe."""

import re
import unicodedata

from onrecord.records import Party

_ARTICLE = re.compile(r"^the (?=\S)")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


def name_key(name: str) -> str:
    """What two spellings of one name have in common.

    >>> name_key("  Recep Tayyip  ERDOĞAN")
    'recep tayyip erdogan'
    """
    decomposed = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    bare = "".join(char for char in decomposed if char != "\0" and not unicodedata.combining(char))
    return _ARTICLE.sub("", " ".join(bare.casefold().split()))


def party_keys(party: Party) -> frozenset[str]:
    """All keys of a party: its name, its ids, and for a person the name without its first words.

    *Karim Khan* is found as *khan*, Israel as *isr*, *The Guardian* as *guardian*. *Criminal Court* finds no
    *International Criminal Court*: only persons are known by their last name.
    """
    key = name_key(party.name)
    keys = {key, *(name_key(value) for _, value in party.ids)}
    if party.kind == "person":
        words = key.split()
        keys.update(" ".join(words[first:]) for first in range(1, len(words)))
    return frozenset(keys - {""})
