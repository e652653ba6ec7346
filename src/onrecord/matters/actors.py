"""Actors: the parties of many readings under one key each.

*Joe Biden* who acts for the United States is the United States; *25 countries*, *25 states* and *25 of his
counterparts* are one counted group; *Biden* alone is Joe Biden where the report, or else the matter's reports, know
only one.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from onrecord.matters.tables import word_list
from onrecord.matters.words import content_stems, stem
from onrecord.records import Count, Party, Reading
from onrecord.records.matters import Matter
from onrecord.records.parties import PartyKind
from onrecord.records.positions import Actor
from onrecord.resolve.tables import spellings, states

_LEAST_GROUP = 3
_PARTICLES = frozenset({"of", "the", "de", "von", "van", "der", "al", "bin", "and", "for", "del", "la", "on"})
_SPOKESPERSON = re.compile(
    r"(?:(?P<owner>.+)['’]s? .*\b(?:spokes\w+|aide|office|adviser)$)"
    r"|(?:.*\b(?:spokes\w+|aide|adviser) (?:for|of|to) (?P<principal>.+)$)"
)
_GOVERNMENT = re.compile(
    r"(?:(?P<owner>.+)['’]s? (?:\w+ )?(?:government|administration|cabinet)$)"
    r"|(?:.*\b(?:government|administration|cabinet) (?:of|under) (?P<principal>.+)$)"
)


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """A name without case, accents, article and the kind of apostrophe."""
    plain = unicodedata.normalize("NFKD", name.translate({0x2019: "'", 0x2018: "'"}))
    bare = "".join(char for char in plain if not unicodedata.combining(char)).casefold().split()
    return " ".join(bare[1:] if bare[:1] == ["the"] else bare)


class Actors:
    """The actors of a matter's readings. What it answers does not depend on the order of the readings."""

    def __init__(self, matter: Matter, readings: Iterable[Reading]) -> None:
        self._matter = matter
        self._listed = {name_key(name): name for name in matter.parties}
        self._listed |= {name_key(other): alias.party for alias in matter.aliases for other in alias.names}
        self._counted = {name: count for name in matter.parties if (count := _count_in(name)) is not None}
        self._acts_for = _known_principals(readings)
        self._known: dict[int, tuple[Reading, dict[str, Actor]]] = {}

    def of(self, party_id: str, reading: Reading) -> Actor:
        """The actor that a party of a reading is, or acts for."""
        return self._all(reading)[party_id]

    def _all(self, reading: Reading) -> dict[str, Actor]:
        """Every party of a reading, found once; the reading is kept, so that its place in memory stays its own."""
        if id(reading) not in self._known:
            parties = {party.id: party for party in reading.parties}
            text = reading.report.text
            found = {party.id: self.resolve(party, parties, text) for party in reading.parties}
            self._known[id(reading)] = (reading, found)
        return self._known[id(reading)][1]

    def resolve(self, party: Party, parties: Mapping[str, Party], text: str = "") -> Actor:
        if own := self._listed_name(party):
            return self._actor(party, own)
        if not _acts_alone(party):
            party = _principal_of(party, parties)
            names = dict.fromkeys((party.name, *(span.of(text) for span in party.mentions)))
            if found := next((found for name in names if (found := self._principal(name, party.kind))), None):
                return self._listed_actor(found)
        return self._actor(party, self._listed_name(party))

    def person(self, party_id: str, reading: Reading) -> str | None:
        """The name of the person or group through whom an actor acted; None where it acted itself."""
        party = next(party for party in reading.parties if party.id == party_id)
        actor = self.of(party_id, reading)
        return None if actor.kind == party.kind or actor.key == _key(party) else party.name

    def listed(self) -> tuple[Actor, ...]:
        """The parties that the matter lists, in its order; a state by its code, the others by name."""
        return tuple(_from_name(name) for name in self._matter.parties)

    def follows(self, actor: Actor) -> bool:
        """Whether the matter keeps the positions of an actor."""
        if name_key(actor.name) in self._listed or actor.key in self._matter.parties:
            return True
        if self._matter.followed == "listed":
            return False
        if actor.kind == "group":
            return actor.key.endswith(" states")
        return actor.kind == "state" or (actor.kind in ("organisation", "person") and _is_name(actor.name))

    def _principal(self, name: str, kind: PartyKind) -> Actor | None:
        """For whom a person is known to act: by his own name, or as the spokesperson of one who is known.

        The government of one who is known acts for the same state.
        """
        if kind not in ("person", "organisation"):
            return None
        if kind == "person" and (found := self._acts_for.get(name_key(name))):
            return found
        speaks_for = (_SPOKESPERSON if kind == "person" else _GOVERNMENT).match(name)
        if speaks_for is None:
            return None
        words = name_key(speaks_for["owner"] or speaks_for["principal"]).split()
        tails = (" ".join(words[first:]) for first in range(len(words)))
        return next((self._acts_for[tail] for tail in tails if tail in self._acts_for), None)

    def _listed_actor(self, actor: Actor) -> Actor:
        own = self._listed.get(name_key(actor.name))
        return actor if own is None else replace(actor, name=own)

    def _actor(self, party: Party, own: str | None) -> Actor:
        is_fixed = own is None or party.kind in ("state", "group")
        key = _key(party) if is_fixed else name_key(own or party.name)
        return Actor(key=key, name=own or _shown(party), kind=party.kind, count=party.count)

    def _listed_name(self, party: Party) -> str | None:
        """The matter's own name for a party: the same name or id, a group of the same count, or a part of one name."""
        code = dict(party.ids).get("iso3")
        if code and party.kind == "state":
            return self._listed.get(name_key(code)) or self._listed.get(name_key(party.name))
        if found := self._listed.get(name_key(party.name)):
            return found
        if party.kind == "group":
            same = [name for name, count in self._counted.items() if count == _value(party)]
            return same[0] if len(same) == 1 and _is_states(party) else None
        if party.kind in ("organisation", "court"):
            words = content_stems(party.name)
            wider = {own for own in self._listed.values() if words and words < content_stems(own)}
            return wider.pop() if len(wider) == 1 else None
        return None


def _known_principals(readings: Iterable[Reading]) -> dict[str, Actor]:
    """For whom a named person acts, as most reports tell it; *Biden* too where only one is so called.

    A single report is not enough to go against two others, and where as many say one as the other nothing is known.
    """
    told: defaultdict[str, Counter[Actor]] = defaultdict(Counter)
    for reading in readings:
        parties = {party.id: party for party in reading.parties}
        for party in reading.parties:
            if (
                party.kind != "person"
                or party.acts_for not in parties
                or not _is_name(party.name)
                or _acts_alone(party)
            ):
                continue
            end = _principal_of(party, parties)
            words = name_key(party.name).split()
            for key in {" ".join(words), words[-1]}:
                told[key][Actor(key=_key(end), name=_shown(end), kind=end.kind, count=end.count)] += 1
    return {key: known for key, counts in told.items() if (known := _agreed(counts)) is not None}


def _agreed(counts: Counter[Actor]) -> Actor | None:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0].key))
    if len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]:
        return None
    return ranked[0][0]


def _principal_of(party: Party, parties: Mapping[str, Party]) -> Party:
    """The state or body for which a party acts in the end; itself where it acts for none.

    What a court decides is no act of its state.
    """
    seen: set[str] = set()
    while party.acts_for in parties and party.id not in seen and party.kind != "court":
        seen.add(party.id)
        party = parties[party.acts_for or ""]
    return party


def _acts_alone(party: Party) -> bool:
    """Whether a person speaks for himself whatever state he belongs to: a senator, a former minister."""
    words = {stem(word) for word in re.findall(r"\w+", party.role)} if party.role else set()
    return party.kind == "person" and not words.isdisjoint(_stems_in("alone"))


def _is_name(name: str) -> bool:
    """Whether a name is one and no description: *Karim Khan*, *Hamas*; not *Israeli prime minister* or a dateline."""
    words = name.split()
    is_named = all(word[:1].isupper() or word.casefold() in _PARTICLES for word in words)
    return is_named and not (name.isupper() and len(words) > 1)


def _key(party: Party) -> str:
    ids = dict(party.ids)
    if party.kind == "state" and (code := ids.get("iso3")):
        return code
    if party.kind == "group" and party.count is not None:
        what = "states" if _is_states(party) else name_key(party.name)
        return f"group {party.count.value} {what}"
    return name_key(party.name)


def _shown(party: Party) -> str:
    code = dict(party.ids).get("iso3")
    return code if party.kind == "state" and code else party.name


def _is_states(party: Party) -> bool:
    """Whether a counted group is made of states, or of those who act for one state each."""
    if party.count is None or party.count.value < _LEAST_GROUP or (party.acts_for is not None and party.of == "person"):
        return party.count is not None and party.count.value >= _LEAST_GROUP and _counterparts(party)
    return party.of == "state" or (party.of in (None, "person") and _counterparts(party))


def _counterparts(party: Party) -> bool:
    words = {word.casefold() for word in party.name.replace("-", " ").split()}
    return any(stem(word) in _stems_in("states") for word in words)


@cache
def _stems_in(list_name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in word_list(list_name))


def _count_in(name: str) -> int | None:
    digits = "".join(char for char in name.split(maxsplit=1)[0] if char.isdigit()) if name.split() else ""
    return int(digits) if digits else None


def _value(party: Party) -> int | None:
    return party.count.value if party.count is not None else None


def _from_name(name: str) -> Actor:
    if len(name) == 3 and name.isalpha() and name.isupper():
        return Actor(key=name, name=name, kind="state")
    count = _count_in(name)
    if count is not None:
        return Actor(key=f"group {count} states", name=name, kind="group", count=Count(value=count))
    return Actor(key=name_key(name), name=name, kind="organisation")


def is_called(actor: Actor, name: str) -> bool:
    """Whether somebody means an actor by a name: *GBR*, *United Kingdom* and *Britain* are one."""
    wanted = name_key(name)
    if wanted in (name_key(actor.name), name_key(actor.key), name_key(actor_words(actor))):
        return True
    return actor.kind == "state" and actor.key in _codes_of(wanted)


@lru_cache(maxsize=256)
def _codes_of(wanted: str) -> frozenset[str]:
    """The codes of the states that go by a name, in any of its listed spellings."""
    named = (each for each in spellings() if each.entry.kind == "state" and each.manner == "name")
    return frozenset(each.entry.state for each in named if each.entry.state and name_key(each.written) == wanted)


def actor_called(name: str) -> Actor:
    """The party that a person names, where no report and no matter does: a state by any name, else as it is."""
    codes = _codes_of(name_key(name)) | ({name.upper()} & states().keys())
    return _from_name(next(iter(codes)) if len(codes) == 1 else name)


def most_common_name(names: Iterable[str]) -> str:
    """The name that is used most; of several, the shortest and then the first in the alphabet."""
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], len(name), name))


def origin_name(name: str) -> str:
    """*United Kingdom* where the origin is a state by its code, else the name."""
    entry = states().get(name)
    return entry.name if entry is not None else name


def actor_words(actor: Actor) -> str:
    """*United Kingdom* for the code of a state, else the name."""
    entry = states().get(actor.key) if actor.kind == "state" else None
    return entry.name if entry is not None else actor.name
