"""Tellings: the acts of a matter's readings, with what it takes to see that two are one event."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from onrecord.matters.actors import Actors
from onrecord.matters.conditions import is_in_text
from onrecord.matters.instruments import AGAIN, Page, find_instruments
from onrecord.matters.origins import find_origin
from onrecord.matters.tables import word_list
from onrecord.matters.words import content_stems, longest_phrase
from onrecord.records import Act
from onrecord.records.matters import Matter
from onrecord.records.origins import Origin
from onrecord.records.positions import Actor

SORTS: dict[str, str] = {
    "sign": "sign", "pledge": "sign", "oppose": "oppose", "reject": "oppose", "accuse": "accuse",
    "interfere": "interfere", "threaten": "interfere", "warn": "warn",
}  # fmt: skip
ONCE = ("charge", "file", "rule", "sign", "vote", "withdraw")  # seldom done twice to the same party over one thing
Interval = tuple[str, str]  # the first and the last day, as ISO dates
APART_DAYS = 45  # reports further apart than this tell of one event only where they say when, or it is done but once


@dataclass(frozen=True, eq=False)
class Telling:
    """One act with what merging asks of it. `in_text` tells that states say it together in a text of the matter."""

    page: Page
    act: Act
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    matter: Matter
    in_text: bool
    principal: Callable[[str], str]

    @cached_property
    def instruments(self) -> frozenset[str]:
        """The instruments that it is about, by words that stand near."""
        found = find_instruments(self.act, self.page, self.matter.instruments)
        return frozenset(pointed.instrument.id for pointed in found if pointed.level > AGAIN)

    @cached_property
    def sort(self) -> str:
        return "sign" if self.in_text else SORTS.get(self.act.type, self.act.type)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of who acts."""
        return frozenset(actor.key for actor in self.actors)

    @cached_property
    def recipient_keys(self) -> frozenset[str]:
        return frozenset(actor.key for actor in self.recipients)

    @cached_property
    def interval(self) -> Interval:
        """The days between which it happened as far as is told, and by which it is told."""
        time = self.act.time
        if time.basis == "stated" and (time.since or time.until):
            return time.since or "", time.until or "9999"
        if self.sort in ONCE or not self.published:
            return "", self.published or "9999"
        return (date.fromisoformat(self.published) - timedelta(days=APART_DAYS)).isoformat(), self.published

    @cached_property
    def words(self) -> frozenset[str]:
        object_words = content_stems(self.page.words(self.act.object))
        names = frozenset(stem for actor in (*self.actors, *self.recipients) for stem in content_stems(actor.name))
        return object_words - names

    @cached_property
    def is_refusal(self) -> bool:
        """Whether a ruling turns something down, by its words: *rejected two challenges*."""
        return longest_phrase(word_list("refuses"), self.page.clause(self.act)) is not None

    @cached_property
    def told(self) -> frozenset[str]:
        names = frozenset(stem for party in self.page.parties.values() for stem in content_stems(party.name))
        return content_stems(self.page.sentence(self.act)) - names

    @cached_property
    def cited(self) -> Origin:
        return find_origin(self.act.chain, self.page, self.act)

    @cached_property
    def origin(self) -> str | None:
        origin = self.cited
        return origin.name if origin.basis == "cited" and origin.name != origin.source else None

    @property
    def key(self) -> tuple[str, str]:
        return self.report, self.act.id

    @cached_property
    def words_of_act(self) -> str:
        return self.page.wording.clause(self.act)

    @cached_property
    def report(self) -> str:
        return self.page.reading.report.id

    @cached_property
    def published(self) -> str:
        return self.page.reading.report.published or ""


def find_tellings(pages: Mapping[str, Page], matter: Matter, actors: Actors) -> tuple[Telling, ...]:
    """The acts of a matter's readings, those of the oldest report first."""
    return tuple(telling for page in _in_order(pages) for telling in _tellings(page, matter, actors))


def _in_order(pages: Mapping[str, Page]) -> list[Page]:
    """The oldest report first, so that the order in which they are given does not matter."""
    return sorted(pages.values(), key=lambda page: (page.reading.report.published or "9999", page.reading.report.id))


def _tellings(page: Page, matter: Matter, actors: Actors) -> list[Telling]:
    return [
        Telling(
            page,
            act,
            tuple(actors.of(key, page.reading) for key in act.actors),
            tuple(actors.of(key, page.reading) for key in act.recipients),
            matter,
            any(is_in_text(act, page, each) for each in matter.instruments if each.kind == "statement"),
            lambda key: actors.of(key, page.reading).key,
        )
        for act in page.reading.acts
    ]
