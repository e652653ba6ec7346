"""Checks: what makes a reading sound, and what is left of one that is not.

A record whose span is off the text, or that names a party or attribution that is not there, is left out and
counted. Where *the Harbour Times quoted officials* lost its attribution, each act that only the Harbour Times told is
left out too: an act without its chain would stand as the reporting outlet's own word.
"""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from onrecord.records.acts import Act
from onrecord.records.attributions import Attribution
from onrecord.records.parties import Party
from onrecord.records.readings import Dropped, Reading
from onrecord.records.spans import Span, is_within

OFF_TEXT = "span off the text"
NO_CONTENT = "no content"
TWICE = "id used twice"
NO_PARTY = "unknown party"
NO_ATTRIBUTION = "unknown attribution"
NO_ACT = "unknown act"
CIRCLE = "points back to itself"

_Record = TypeVar("_Record", Party, Attribution, Act)
_Item = TypeVar("_Item")


def keep_sound(reading: Reading) -> Reading:
    """The reading without what does not stand on its text, and the count of it added to `dropped`.

    Spans and references of what is returned are all good; `parent`, `about` and `acts_for` run in no circle. A
    parent or an `about` that is gone is unlinked, since the record still stands without it. A sound reading comes
    back as it was.
    """
    sieve = _Sieve(reading)
    parties = sieve.parties(reading.parties)
    attributions = sieve.attributions(reading.attributions, {party.id for party in parties})
    acts = sieve.acts(reading.acts, {party.id for party in parties}, {att.id for att in attributions})
    return replace(reading, parties=parties, attributions=attributions, acts=acts, dropped=sieve.dropped())


class _Sieve:
    """Keeps what is sound of one reading and counts what is not, by record and reason."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.report.text
        self._counts: Counter[tuple[str, str]] = Counter()
        for dropped in reading.dropped:
            self._counts[dropped.record, dropped.reason] += dropped.count

    def dropped(self) -> tuple[Dropped, ...]:
        return tuple([Dropped(record=rec, reason=why, count=n) for (rec, why), n in self._counts.items()])

    def parties(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        """A party stays when a mention or link of it goes, since a text may imply it."""
        once = self._first_of_each(parties, "party")
        known = {party.id for party in once}
        links: dict[str, tuple[str, ...]] = {}
        for party in once:
            links[party.id] = self._links(party.id, _one(party.acts_for), known, links, ("acts_for", NO_PARTY))
        return tuple([
            _with(
                party,
                mentions=self._keep(party.mentions, self._on_text, "mention", OFF_TEXT),
                members=self._keep(party.members, partial(_is_other, known, party.id), "member", NO_PARTY),
                acts_for=_first(links[party.id]),
            )
            for party in once
        ])  # fmt: skip

    def attributions(self, attributions: Iterable[Attribution], parties: set[str]) -> tuple[Attribution, ...]:
        once = self._first_of_each(attributions, "attribution")
        whole = self._keep(once, lambda att: bool(att.content), "attribution", NO_CONTENT)
        placed = self._keep(whole, lambda att: self._all_on_text(_spans_of(att)), "attribution", OFF_TEXT)
        sound = self._keep(
            placed, lambda att: parties.issuperset((*_one(att.source), *_one(att.via))), "attribution", NO_PARTY
        )
        known = {att.id for att in sound}
        links: dict[str, tuple[str, ...]] = {}
        for att in sound:
            links[att.id] = self._links(att.id, _one(att.parent), known, links, ("parent", NO_ATTRIBUTION))
        return tuple([_with(att, parent=_first(links[att.id])) for att in sound])

    def acts(self, acts: Iterable[Act], parties: set[str], attributions: set[str]) -> tuple[Act, ...]:
        once = self._first_of_each(acts, "act")
        placed = self._keep(once, lambda act: self._all_on_text(_places_of(act)), "act", OFF_TEXT)
        peopled = self._keep(placed, lambda act: parties.issuperset((*act.actors, *act.recipients)), "act", NO_PARTY)
        sound = self._keep(peopled, lambda act: attributions.issuperset(act.chain), "act", NO_ATTRIBUTION)
        known = {act.id for act in sound}
        links: dict[str, tuple[str, ...]] = {}
        for act in sound:
            links[act.id] = self._links(act.id, act.about, known, links, ("about", NO_ACT))
        return tuple([_with(act, about=links[act.id]) for act in sound])

    def _keep(
        self, items: Iterable[_Item], good: Callable[[_Item], bool], record: str, reason: str
    ) -> tuple[_Item, ...]:
        kept = []
        for item in items:
            if good(item):
                kept.append(item)
            else:
                self._counts[record, reason] += 1
        return tuple(kept)

    def _first_of_each(self, records: Iterable[_Record], kind: str) -> tuple[_Record, ...]:
        """The first record of each id: with two parties p1, every reference to p1 would be a guess."""
        first: dict[str, _Record] = {}
        return self._keep(records, lambda record: first.setdefault(record.id, record) is record, kind, TWICE)

    def _links(
        self,
        start: str,
        targets: Iterable[str],
        known: Container[str],
        links: Mapping[str, tuple[str, ...]],
        missing: tuple[str, str],
    ) -> tuple[str, ...]:
        """The targets that exist and from which no link found so far leads back to `start`."""
        field, reason = missing
        present = self._keep(targets, known.__contains__, field, reason)
        return self._keep(present, lambda target: not _leads(target, start, links), field, CIRCLE)

    def _on_text(self, span: Span) -> bool:
        return is_within(span, self._text)

    def _all_on_text(self, spans: Iterable[Span]) -> bool:
        return all(self._on_text(span) for span in spans)


def _with(record: _Record, **fields: Any) -> _Record:
    """A record with some fields in place of its own; itself where they are what it holds, as they nearly always are."""
    same = all(getattr(record, name) == value for name, value in fields.items())
    return record if same else replace(record, **fields)


def _spans_of(att: Attribution) -> tuple[Span, ...]:
    return (*att.content, *_one(att.cue), *_one(att.source_span))


def _places_of(act: Act) -> tuple[Span, ...]:
    return (act.trigger, *_one(act.object), *_one(act.time.span))


def _leads(start: str, goal: str, links: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether following links from `start` comes to `goal`; a record leads to itself."""
    seen, waiting = set(), [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        if here not in seen:
            seen.add(here)
            waiting.extend(links.get(here, ()))
    return False


def _is_other(known: Container[str], own: str, target: str) -> bool:
    return target != own and target in known


def _one(value: _Item | None) -> tuple[_Item, ...]:
    return () if value is None else (value,)


def _first(values: tuple[str, ...]) -> str | None:
    return values[0] if values else None
