"""Happenings: acts of several reports put together where they are one event, with the reason for each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.matters.actors import most_common_name, name_key
from onrecord.matters.grouping import Group, Grouping
from onrecord.matters.instruments import Page
from onrecord.matters.settling import fold_origins
from onrecord.matters.tables import word_list
from onrecord.matters.tellings import Telling
from onrecord.matters.words import stem
from onrecord.records import ActStatus, ActTime
from onrecord.records.happenings import Happening, Told
from onrecord.records.ids import content_hash
from onrecord.records.judgements import HappeningJudged
from onrecord.records.origins import Origin
from onrecord.records.positions import Actor, Step

VOICED_CHARS = 400  # a sentence or two: who speaks further off speaks of something else
PUBLIC_SORTS = ("rule", "vote", "sign", "charge")


def fold_happenings(
    tellings: Iterable[Telling], pages: Mapping[str, Page], *, copies: Sequence[frozenset[str]] = (),
    judged: Iterable[HappeningJudged] = (),
) -> tuple[Happening, ...]:  # fmt: skip
    """The happenings that acts tell of, those told by most reports first; `judged` is what people decided of them."""
    grouping = Grouping()
    for telling in tellings:
        grouping.add(telling)
    happenings = [_happening(group, pages, copies) for group in judge_groups(grouping.groups, judged)]
    return tuple(sorted(happenings, key=lambda each: (-len({told.report for told in each.told}), each.id)))


def settled_origins(happenings: Iterable[Happening]) -> dict[tuple[str, str, str], Origin]:
    """For each act and actor, by report, id and key, the origin that it has as one telling of its happening.

    With an empty key it is that of everybody else. Where several act, and the public word of one of them is the origin,
    each has its part from itself: *Peru and Chile both reject it* is no word of Peru's on where Chile stands.
    """
    return {key: origin for happening in happenings for key, origin in _settled_in(happening)}


def _settled_in(happening: Happening) -> Iterator[tuple[tuple[str, str, str], Origin]]:
    shares = {share.origin: share for share in happening.origins.shares}
    names = {name_key(actor.name) for actor in happening.actors}
    acts: defaultdict[str, list[str]] = defaultdict(list)
    for told in happening.told:
        acts[told.report].append(told.act)
    for link in happening.origins.links:
        origin = Origin(
            name=link.origin, basis=shares[link.origin].basis, relays=link.path[::-1], why=f"as {happening.id} is told"
        )
        own = happening.actors if name_key(link.origin) in names else ()
        for act in acts[link.report]:
            yield (link.report, act, ""), origin
            yield from (((link.report, act, actor.key), replace(origin, name=actor.name)) for actor in own)


def settle_step(step: Step, origins: Mapping[tuple[str, str, str], Origin]) -> Step:
    """A step with the origin that its happening has."""
    keys = ((step.report, step.act, step.party.key), (step.report, step.act, ""))
    return replace(step, origin=next((origins[key] for key in keys if key in origins), step.origin))


def judge_groups(groups: list[Group], judged: Iterable[HappeningJudged]) -> list[Group]:
    """The groups as people put them together and parted them, one judgement after another.

    What is told with different statuses is put together by nobody: done and not done cannot be one. Correct the status
    first.
    """
    for each in judged:
        meant = [group for group in groups if any(telling.key in each.acts for telling, _ in group)]
        rest = [group for group in groups if group not in meant]
        first = each.acts[0] if each.acts else None
        if each.verb == "merge_happenings":
            groups = rest + _merged(meant, f"people decided that it is one (judgement {each.seq})")
        else:
            why = f"people decided that it is another (judgement {each.seq})"
            apart = [[(telling, why)] for group in meant for telling, _ in group if telling.key == first]
            left = [[pair for pair in group if pair[0].key != first] for group in meant]
            groups = rest + apart + [group for group in left if group]
    return groups


def _merged(groups: Iterable[Group], why: str) -> list[Group]:
    by_status: dict[ActStatus, Group] = {}
    for group in groups:
        status = group[0][0].act.status
        by_status[status] = [*by_status[status], *((t, why) for t, _ in group)] if status in by_status else group
    return list(by_status.values())


def _happening(group: Group, pages: Mapping[str, Page], copies: Sequence[frozenset[str]]) -> Happening:
    group = sorted(group, key=lambda pair: (pair[0].published, pair[0].report, pair[0].act.id))
    first = group[0][0]
    told = tuple(Told(report=t.report, act=t.act.id, why=why) for t, why in group)
    actors = _all(t.actors for t, _ in group)
    own = frozenset(name_key(name) for t, _ in group for name in _own_names(t))
    public = None
    common = frozenset.intersection(*(t.keys for t, _ in group))
    if len(common) > 1:
        common &= {actor.key for actor in actors if actor.count is not None}  # 14 states and their neighbours
    if first.sort in PUBLIC_SORTS and first.act.status == "actual" and len(common) == 1:
        public = _public_name(group, common)
    origins = {t.report: t.cited for t, _ in reversed(group)}
    return Happening(
        id="h:" + content_hash(" ".join(sorted(f"{each.report}/{each.act}" for each in told)))[:12],
        type=first.act.type,
        status=first.act.status,
        actors=actors,
        recipients=_all(t.recipients for t, _ in group),
        words=first.words_of_act,
        time=_narrowest([t for t, _ in group]),
        told=told,
        origins=fold_origins(
            origins, pages, copies, own=own, actor=_only(actors), public=public, voiced=_voiced(group)
        ),
    )


def _only(actors: Sequence[Actor]) -> str | None:
    return actors[0].name if len(actors) == 1 else None


def _public_name(group: Group, common: frozenset[str]) -> str:
    """The actor of a public act, under the name that most tellings give him: *Karim Khan*, who acts for a court."""
    persons = [
        telling.page.parties[key].name
        for telling, _ in group
        for key in telling.act.actors
        if telling.page.parties[key].kind == "person" and telling.principal(key) in common
    ]
    named = [name for name in persons if name[:1].isupper()]
    (own,) = (actor.name for actor in _all(t.actors for t, _ in group) if actor.key in common)
    return most_common_name(named) if 2 * len(named) > len(group) else own


def _voiced(group: Group) -> dict[str, str]:
    """The reports in which who acts speaks in public near to where the act is told, with the name of the actor."""
    voiced: dict[str, str] = {}
    for telling, _ in group:
        page = telling.page
        for att in page.reading.attributions:
            is_near = abs(att.content[0].start - telling.act.trigger.start) <= VOICED_CHARS
            if is_near and att.kind == "statement" and (actor := _speaks_for(att.source, telling)):
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
    cited = telling.cited.name if telling.cited.basis == "cited" else None
    if cited is not None and len(keys) == 1 and _is_bare_office(cited):
        owned = any(party.name == cited and party.acts_for is not None for party in parties.values())
        names |= set() if owned else {cited}
    return names | keys


def _is_bare_office(name: str) -> bool:
    """*The government*, *the foreign ministry*: nobody's in words, and so that of the only one who acts."""
    words = {stem(word) for word in name.split()}
    return bool(words) and words <= {stem(word) for word in word_list("bare offices")}


def _all(lists: Iterable[Sequence[Actor]]) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for actors in lists:
        for actor in actors:
            known = found.get(actor.key)
            found[actor.key] = (
                actor if known is None else min(known, actor, key=lambda each: (len(each.name), each.name))
            )
    return tuple(found[key] for key in sorted(found))


def _narrowest(tellings: Sequence[Telling]) -> ActTime:
    stated = [t.act.time for t in tellings if t.act.time.basis == "stated" and t.act.time.until]
    return (
        min(stated, key=lambda time: ((time.since or "")[:10] != (time.until or "")[:10], time.since or ""))
        if stated
        else ActTime()
    )
