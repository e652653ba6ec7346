"""Classes of common nouns that name actors, and the small word lists that go with them."""

import re
from functools import lru_cache

from onrecord.records.analysis import Token
from onrecord.resolve.tables import noun_classes

EPITHETS = frozenset({"occupation", "entity", "so-called", "self-styled", "self-declared", "enemy", "aggressor"})
INDEFINITE = frozenset({"a", "an", "some", "any", "another", "one", "several", "many", "no"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all", "its", "their", "his", "her", "our"})
DIRECTIONS = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeastern",
    "northwestern", "southeastern", "southwestern", "north-eastern", "north-western", "south-eastern", "south-western",
    "coastal", "rural", "downtown",
})  # fmt: skip
OUTLET_ENDINGS = (
    "times", "post", "herald", "gazette", "tribune", "daily", "courier", "chronicle", "broadcasting", "radio", "tv",
    "news agency", "press agency", "wire", "news", "telegraph", "mail", "observer", "dispatch", "examiner", "inquirer",
    "sentinel", "bulletin", "standard", "mercury", "argus", "echo", "journal", "newswire", "television", "newspaper",
    "press", "weekly", "advertiser", "monitor", "recorder", "star", "sun",
)  # fmt: skip
VESSELS = frozenset({
    "trawler", "tanker", "freighter", "steamer", "cruiser", "destroyer", "carrier", "bomber", "liner", "cutter",
    "container", "lorry", "helicopter", "tractor", "digger", "computer", "server", "drone", "vessel", "boat", "ship",
})  # fmt: skip
TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof", "professor", "gen", "col", "lt", "sgt",
    "capt", "sen", "rep", "gov", "hon", "rev", "mr.", "mrs.", "ms.", "dr.", "prof.", "gen.", "col.", "lt.", "sgt.",
    "capt.", "sen.", "rep.", "gov.", "hon.", "rev.", "st.", "sheikh", "sheik", "ayatollah",
})  # fmt: skip


def classes_of(token: Token) -> frozenset[str]:
    """The classes of a token by its lemma and its lower-case form; empty when it is no noun of actors."""
    return _classes(token.lemma, token.text, token.upos in ("NOUN", "PROPN"))


@lru_cache(maxsize=20_000)
def _classes(lemma: str, word: str, noun: bool) -> frozenset[str]:
    classes, nothing = noun_classes(), frozenset[str]()
    lemma, word = lemma.lower(), word.lower()
    found = classes.get(lemma, nothing) | classes.get(word, nothing)
    if not found and noun:
        found = classes.get(singular(word.rpartition("-")[2]), nothing)
    return found


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """A plural as the tables list it: *countries* is country; a word that they do not list stays."""
    classes = noun_classes()
    shorter = (word, re.sub("ies$", "y", word), word.removesuffix("s"), word.removesuffix("es"))
    return next((form for form in shorter if form in classes), word)


def noun_of(token: Token) -> str:
    """The noun of a token for comparing descriptions: *country* for *the 93 countries*."""
    lemma = token.lemma.lower()
    return lemma if lemma in noun_classes() else singular(token.text.lower())


def is_class(token: Token, *wanted: str) -> bool:
    return not classes_of(token).isdisjoint(wanted)
