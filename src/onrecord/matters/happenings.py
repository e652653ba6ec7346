"""Happenings: acts of several reports put together where they are one event, with the reason for each.

Conservative: two acts are one event only when they are of one sort and one status, have an actor in common, do not
contradict each other in time, and share the one to whom it was done, an instrument, or words of their objects.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from onrecord.matters.actors import Actors, name_key
from onrecord.matters.instruments import AGAIN, Page, find_instruments
from onrecord.matters.origins import find_origin, fold_origins
from onrecord.matters.words import content_stems
from onrecord.records import Act, ActStatus, ActTime
from onrecord.records.happenings import Happening, Told
from onrecord.records.ids import content_hash
from onrecord.records.matters import Matter
from onrecord.records.positions import Actor
from onrecord.records.wording import Wording

SORTS: dict[str, str] = {
    "sign": "sign", "pledge": "sign", "oppose": "oppose", "reject": "oppose", "accuse": "accuse",
    "interfere": "interfere", "threaten": "interfere", "warn": "warn",
}  # fmt: skip
PUBLIC_SORTS = ("rule", "vote", "sign")
LEAST_SHARED_WORDS = 2
LEAST_TOLD_WORDS = 3
LEAST_COUNT = 5  # a smaller number may count others
ONCE = ("charge", "file", "rule", "sign", "vote", "withdraw")  # seldom done twice to the same party over one thing
APART_DAYS = 45  # reports further apart than this tell of one event only where they say when, or it is done but once


@dataclass(frozen=True)
class Telling:
    """One act with what merging asks of it."""

    page: Page
    act: Act
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    instruments: frozenset[str]
    principal: Callable[[str], str]

    @cached_property
    def sort(self) -> str:
        return SORTS.get(self.act.type, self.act.type)

    @cached_property
    def words(self) -> frozenset[str]:
        object_words = content_stems(self.page.words(self.act.object))
        names = frozenset(stem for actor in (*self.actors, *self.recipients) for stem in content_stems(actor.name))
        return object_words - names

    @cached_property
    def told(self) -> frozenset[str]:
        names = frozenset(stem for party in self.page.parties.values() for stem in content_stems(party.name))
        return content_stems(self.page.sentence(self.act)) - names

    @cached_property
    def origin(self) -> str | None:
        origin = find_origin(self.act.chain, self.page, self.act)
        return origin.name if origin.basis == "cited" and origin.name != origin.source else None

    @property
    def report(self) -> str:
        return self.page.reading.report.id

    @property
    def published(self) -> str:
        return self.page.reading.report.published or ""


def fold_happenings(
    pages: Mapping[str, Page], matter: Matter, actors: Actors, *, copies: Sequence[frozenset[str]] = ()
) -> tuple[Happening, ...]:
    """The happenings that the acts of a matter's readings tell of, those told by most reports first."""
    tellings = [telling for page in _in_order(pages) for telling in _tellings(page, matter, actors)]
    groups: defaultdict[tuple[str, ActStatus], list[list[tuple[Telling, str]]]] = defaultdict(list)
    for telling in tellings:
        _place(telling, groups[telling.sort, telling.act.status])
    happenings = [_happening(group, pages, copies) for each in groups.values() for group in each]
    return tuple(sorted(happenings, key=lambda each: (-len({told.report for told in each.told}), each.id)))


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
            frozenset(
                pointed.instrument.id
                for pointed in find_instruments(act, page, matter.instruments)
                if pointed.level > AGAIN
            ),
            lambda key: actors.of(key, page.reading).key,
        )
        for act in page.reading.acts
    ]


def _place(telling: Telling, groups: list[list[tuple[Telling, str]]]) -> None:
    """Into the first group that it is one event with and whose times it fits; else into a group of its own."""
    for group in groups:
        why = next((why for other, _ in group if (why := one_event(telling, other))), None)
        if why is not None and all(_times_fit(telling, other) for other, _ in group):
            group.append((telling, why))
            return
    groups.append([(telling, "told first")])


def one_event(one: Telling, other: Telling) -> str | None:
    """Why two acts are one event, or None where nothing says so.

    What is done but once, as a filing, is one event by its parties and instrument; what is done again and again, as
    criticism, only with the same actors and the words of the same object.
    """
    shared_actors = _shared(one.actors, other.actors)
    if bool(one.actors) != bool(other.actors) or (one.actors and not shared_actors) or not _times_fit(one, other):
        return None
    is_once = one.sort in ONCE
    if not is_once and {actor.key for actor in one.actors} != {actor.key for actor in other.actors}:
        return None
    who = f"both by {', '.join(shared_actors)}" if shared_actors else "neither tells by whom"
    if one.sort == "sign" and (group := _same_group(one.actors, other.actors)):
        return f"both by the same {group}"
    if shared_actors and (group := _same_group(one.recipients, other.recipients)):
        return f"{who}, to the same {group}"
    shared_words = sorted(one.words & other.words)
    if len(shared_words) >= LEAST_SHARED_WORDS:
        return f"{who}, with the words {', '.join(shared_words)}"
    told = _told_alike(one, other)
    if shared_actors and len(told) >= LEAST_TOLD_WORDS:
        return f"{who}, both from {one.origin}, told with the words {', '.join(told)}"
    return _by_instrument(one, other, who) if is_once else None


def _by_instrument(one: Telling, other: Telling, who: str) -> str | None:
    instruments = sorted(one.instruments & other.instruments)
    done_to = _shared(one.recipients, other.recipients)
    if instruments and (done_to or not one.recipients or not other.recipients):
        return f"{who}, on the same instrument ({', '.join(instruments)})"
    if done_to and one.actors and (not one.words or not other.words or one.words & other.words):
        return f"{who}, towards {', '.join(done_to)}"
    return None


def _told_alike(one: Telling, other: Telling) -> list[str]:
    """The words that the sentences of two tellings from one cited origin share, names aside."""
    if one.origin is None or one.origin != other.origin:
        return []
    return sorted(one.told & other.told)


def _same_group(one: Sequence[Actor], other: Sequence[Actor]) -> str | None:
    """The counted group that both tellings name: nobody else is 93 states in the same weeks."""
    keys = {actor.key for actor in other}
    counted = (actor for actor in one if actor.count is not None and actor.count.value >= LEAST_COUNT)
    return next((actor.name for actor in counted if actor.key in keys), None)


def _shared(one: Sequence[Actor], other: Sequence[Actor]) -> list[str]:
    keys = {actor.key for actor in other}
    return sorted({actor.name for actor in one if actor.key in keys})


def _times_fit(one: Telling, other: Telling) -> bool:
    """Stated times must overlap; where one is not stated, the reports must not lie too far apart."""
    mine, theirs = _interval(one), _interval(other)
    return mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _interval(telling: Telling) -> tuple[str, str]:
    time = telling.act.time
    if time.basis == "stated" and (time.since or time.until):
        return time.since or "", time.until or "9999"
    if telling.sort in ONCE or not telling.published:
        return "", telling.published or "9999"
    return (date.fromisoformat(telling.published) - timedelta(days=APART_DAYS)).isoformat(), telling.published


def _happening(
    group: list[tuple[Telling, str]], pages: Mapping[str, Page], copies: Sequence[frozenset[str]]
) -> Happening:
    group = sorted(group, key=lambda pair: (pair[0].published, pair[0].report, pair[0].act.id))
    first = group[0][0]
    told = tuple(Told(report=t.report, act=t.act.id, why=why) for t, why in group)
    actors = _all(t.actors for t, _ in group)
    own = frozenset(name_key(name) for t, _ in group for name in _own_names(t))
    public = None
    common = set.intersection(*({actor.key for actor in t.actors} for t, _ in group))
    if first.sort in PUBLIC_SORTS and first.act.status == "actual" and len(common) == 1:
        public = next(actor.name for actor in actors if actor.key in common)
    origins = {t.report: find_origin(t.act.chain, t.page, t.act) for t, _ in reversed(group)}
    return Happening(
        id="h:" + content_hash(" ".join(sorted(f"{each.report}/{each.act}" for each in told)))[:12],
        type=first.act.type,
        status=first.act.status,
        actors=actors,
        recipients=_all(t.recipients for t, _ in group),
        words=Wording(first.page.reading).clause(first.act),
        time=_narrowest([t for t, _ in group]),
        told=told,
        origins=fold_origins(origins, pages, copies, own=own, public=public, voiced=_voiced(group)),
    )


def _voiced(group: list[tuple[Telling, str]]) -> dict[str, str]:
    """The reports in which who acts speaks in public himself, with the name of the actor."""
    voiced = {}
    for telling, _ in group:
        page = telling.page
        for att in page.reading.attributions:
            if att.kind == "statement" and (actor := _speaks_for(att.source, telling)):
                voiced.setdefault(page.reading.report.id, actor)
    return voiced


def _speaks_for(source: str | None, telling: Telling) -> str | None:
    party = telling.page.parties.get(source or "")
    if party is None or not (party.kind == "state" or party.name[:1].isupper() or "spokes" in party.name):
        return None
    key = telling.principal(party.id)
    return next((actor.name for actor in telling.actors if actor.key == key), None)


def _own_names(telling: Telling) -> set[str]:
    """The names under which the actors of a telling, or those who speak for them, may be cited."""
    keys = {actor.key for actor in telling.actors}
    names = {actor.name for actor in telling.actors}
    parties = telling.page.parties
    for key in telling.act.actors:
        names.add(parties[key].name)
        names |= {party.name for party in parties.values() if party.acts_for == key}
        names |= {parties[own].name for own in (parties[key].acts_for,) if own in parties}
    return names | keys


def _all(lists: Iterable[Sequence[Actor]]) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for actors in lists:
        for actor in actors:
            known = found.get(actor.key)
            found[actor.key] = actor if known is None else min(known, actor, key=lambda each: (len(each.name), each.name))
    return tuple(found[key] for key in sorted(found))


def _narrowest(tellings: Sequence[Telling]) -> ActTime:
    stated = [t.act.time for t in tellings if t.act.time.basis == "stated" and t.act.time.until]
    return min(stated, key=lambda time: ((time.since or "")[:10] != (time.until or "")[:10], time.since or "")) if stated else ActTime()
