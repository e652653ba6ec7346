"""Origins: where each report has a claim from, and how many independent origins a claim has.

In one report the origin is the innermost outlet or document of the act's chain, or the outlet to which the source spoke
(*told AFP*). Where no outlet is cited, whoever speaks in public under his own name or office is the origin: his word is
what entered the press. Unnamed people are a source of the reporting outlet where the text shows that it gathered the
claim itself; else the origin is unknown, never independent.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.matters.actors import name_key
from onrecord.matters.instruments import Page
from onrecord.records import Act, Attribution, Party
from onrecord.records.origins import Origin, OriginRange, Share
from onrecord.records.wording import word_outlet

GATHERERS = ("outlet", "document")
PUBLIC = ("state", "person", "organisation", "court")
OWN_WORDS = ("told us", "told me", "our correspondent", "seen by", "has learned", "has learnt", "own correspondent")


def find_origin(chain: Sequence[str], page: Page, act: Act | None = None) -> Origin:
    """The origin of what a chain of attributions stands above, in one report."""
    links = [page.attributions[key] for key in chain if key in page.attributions]
    gathered = [name for att in links for name in _gatherers(att, page)]
    outlet = word_outlet(page.reading.report)
    named = [name for name in gathered if not _same_outlet(name, outlet)]
    if named:
        why = f"{named[-1]} is cited for it" if len(named) == 1 else f"{named[-1]} is cited by {named[-2]} for it"
        return Origin(
            name=named[-1], basis="cited", relays=tuple(dict.fromkeys(reversed(named[:-1]))),
            source=_source_of(links, page), why=why,
        )  # fmt: skip
    if gathered:
        return Origin(name=outlet, basis="own", source=_source_of(links, page), why=f"said to {gathered[-1]} itself")
    if (speaker := _speaker(links, page)) is not None:
        return Origin(name=speaker.name, basis="cited", source=speaker.name, why=f"{speaker.name} is cited in person")
    return _uncited(links, page, act, outlet)


def _uncited(links: list[Attribution], page: Page, act: Act | None, outlet: str | None) -> Origin:
    """Own where the report shows that its outlet gathered the claim, else unknown."""
    if page.reading.report.byline and outlet:
        return Origin(name=outlet, basis="own", source=_source_of(links, page), why="the report has a byline")
    if act is not None and outlet and (shown := _shows_gathering(page.sentence(act), outlet)):
        return Origin(name=outlet, basis="own", source=_source_of(links, page), why=f"its text says “{shown}”")
    if outlet and _has_dateline(page.text, outlet):
        return Origin(name=outlet, basis="own", source=_source_of(links, page), why="the report has a dateline")
    why = "only unnamed people are cited" if links else "nobody is cited for it"
    return Origin(basis="unknown", source=_source_of(links, page), why=why)


def _gatherers(att: Attribution, page: Page) -> Iterable[str]:
    """The outlets and documents of a link, the outer first: its source, then the outlet that the source spoke to."""
    source = page.parties.get(att.source or "")
    if source is not None and source.kind in GATHERERS and _is_named(source, page):
        yield _full_name(source, page)
    via = page.parties.get(att.via or "")
    if via is not None:
        yield _full_name(via, page)


def _is_named(party: Party, page: Page) -> bool:
    """Whether an outlet or document has a name: *the report* and *the article* are not where a claim comes from."""
    return party.kind == "outlet" and party.name[:1].isupper() or bool(party.ids)


def _full_name(party: Party, page: Page) -> str:
    return party.name


def _speaker(links: list[Attribution], page: Page) -> Party | None:
    """The innermost one cited who speaks in public: a named person, an office, a state, a court or a body."""
    for att in reversed(links):
        party = page.parties.get(att.source or "")
        if party is not None:
            is_public = party.kind in PUBLIC and (party.kind != "person" or party.name[:1].isupper() or party.role)
            return party if is_public or party.kind == "group" and party.count else None
    return None


def _source_of(links: list[Attribution], page: Page) -> str | None:
    """Who is quoted innermost, by name or by the words of the text."""
    if not links:
        return None
    party = page.parties.get(links[-1].source or "")
    if party is not None:
        return None if party.kind in GATHERERS else party.name
    return page.words(links[-1].source_span) or None


def _shows_gathering(sentence: str, outlet: str) -> str | None:
    told = next((words for words in OWN_WORDS if words in sentence.casefold()), None)
    names = (outlet, f"the {outlet}")
    return told or next((f"told {name}" for name in names if f"told {name}".casefold() in sentence.casefold()), None)


def _has_dateline(text: str, outlet: str) -> bool:
    """Whether the text begins with a place and the outlet's own name: *LONDON, 26 July (Meridian Wire) -*."""
    return f"({outlet})" in text[:80]


def _same_outlet(name: str, outlet: str | None) -> bool:
    return outlet is not None and name_key(name) == name_key(outlet)


def fold_origins(
    origins: Mapping[str, Origin],
    pages: Mapping[str, Page],
    copies: Sequence[frozenset[str]] = (),
    *,
    own: frozenset[str] = frozenset(),
    public: str | None = None,
    voiced: Mapping[str, str] | None = None,
) -> OriginRange:
    """The range of independent origins of one claim, from what each report has it from.

    `origins` are by report id. `copies` are sets of reports that are near copies of one another. `own` are the names of
    who acts in the claim and of those who speak for him: where any report cites them in person, their public word is the
    origin and outlets cited by others are relays. `public` names the actor of an act that is public by its nature (a
    ruling, a vote, a joint statement). `voiced` are the reports in which the actor speaks of something in public.
    """
    settled = _settle_public(dict(origins), own, public)
    settled = _settle_unknown(settled, pages)
    settled = _settle_copies(settled, copies)
    if all(origin.basis == "unknown" for origin in settled.values()):
        settled = {key: _voiced(origin, (voiced or {}).get(key)) for key, origin in settled.items()}
    shares = _shares(settled)
    unknown = tuple(sorted(report for report, origin in settled.items() if origin.basis == "unknown"))
    extra = _independent(unknown, copies)
    reasons = tuple(dict.fromkeys(reason for share in shares for reason in share.reasons))
    if extra:
        reasons += (f"{extra} more at most, since {len(unknown)} of {len(settled)} reports name no origin",)
    least = len(shares) or min(1, len(settled))
    return OriginRange(least=least, most=max(least, len(shares) + extra), shares=shares, unknown=unknown, reasons=reasons)


def _voiced(origin: Origin, actor: str | None) -> Origin:
    if actor is None:
        return origin
    return Origin(name=actor, basis="cited", source=actor, why=f"{actor} itself speaks in the report")


def _settle_public(origins: dict[str, Origin], own: frozenset[str], public: str | None) -> dict[str, Origin]:
    """The word of the actor himself, where it is public, is the one origin of what others have through outlets."""
    in_person = [o.name for o in origins.values() if o.basis == "cited" and o.name and name_key(o.name) in own]
    if not in_person and public is None:
        return origins
    name = public or min(in_person, key=lambda each: (len(each), each))
    why = f"the public word of {name}" if in_person else f"an act of {name} that is public by its nature"
    return {report: _as_public(origin, name, why, own, is_act=public is not None) for report, origin in origins.items()}


def _as_public(origin: Origin, name: str, why: str, own: frozenset[str], *, is_act: bool) -> Origin:
    if origin.name and name_key(origin.name) in own:
        return replace(origin, name=name, basis="cited", why=why)
    speaks = origin.source is not None and name_key(origin.source) in own
    in_person = origin.basis == "cited" and origin.name == origin.source
    if origin.basis == "cited" and (is_act or speaks or in_person):
        relays = (*((origin.name,) if origin.name else ()), *origin.relays)
        return replace(origin, name=name, relays=relays, source=None, why=f"{why}, through {relays[0]}")
    if is_act or speaks:
        return Origin(name=name, basis="cited", source=origin.source, why=why)
    if origin.basis == "unknown":
        return Origin(name=name, basis="cited", why=f"{why}; this report cites nobody")
    return origin


def _settle_unknown(origins: dict[str, Origin], pages: Mapping[str, Page]) -> dict[str, Origin]:
    """A report that cites nobody for the claim, but elsewhere cites the one origin that others have it from, has it there."""
    named = sorted({origin.name for origin in origins.values() if origin.name and origin.basis != "unknown"})
    settled = dict(origins)
    for report, origin in origins.items():
        if origin.basis != "unknown" or report not in pages:
            continue
        cited = [name for name in named if _cites(pages[report], name)]
        if len(cited) == 1:
            settled[report] = Origin(
                name=cited[0], basis="cited", source=origin.source, why=f"{cited[0]} is cited elsewhere in the report"
            )
    return settled


def _cites(page: Page, name: str) -> bool:
    """Whether a report cites a name for anything at all."""
    for att in page.reading.attributions:
        for key in (att.source, att.via):
            party = page.parties.get(key or "")
            if party is not None and name_key(party.name) == name_key(name):
                return True
    return False


def _settle_copies(origins: dict[str, Origin], copies: Sequence[frozenset[str]]) -> dict[str, Origin]:
    """A near copy of a report has what that report has: likeness settles an unknown, and never makes an origin."""
    settled = dict(origins)
    for group in copies:
        known = sorted({(o.name or "", o.basis) for r, o in origins.items() if r in group and o.basis != "unknown"})
        if len(known) != 1:
            continue
        for report in group & origins.keys():
            if origins[report].basis == "unknown":
                name, _ = known[0]
                settled[report] = Origin(name=name, basis="cited", why=f"a near copy of a report that has it from {name}")
    return settled


def _shares(origins: Mapping[str, Origin]) -> tuple[Share, ...]:
    groups: dict[str, list[tuple[str, Origin]]] = {}
    for report in sorted(origins):
        origin = origins[report]
        if origin.name and origin.basis != "unknown":
            groups.setdefault(name_key(origin.name), []).append((report, origin))
    shares = []
    for key in sorted(groups):
        told = groups[key]
        bases = {origin.basis for _, origin in told}
        shares.append(
            Share(
                origin=min(origin.name or "" for _, origin in told),
                basis="own" if bases == {"own"} else "cited",
                reports=tuple(report for report, _ in told),
                relays=tuple(sorted({relay for _, origin in told for relay in origin.relays} - {told[0][1].name})),
                reasons=tuple(sorted({origin.why for _, origin in told})),
            )
        )
    return tuple(sorted(shares, key=lambda share: (-len(share.reports), share.origin)))


def _independent(reports: Sequence[str], copies: Sequence[frozenset[str]]) -> int:
    """How many origins the reports that name none may have at most: copies of one another have one."""
    seen: set[frozenset[str] | str] = set()
    for report in reports:
        seen.add(next((group for group in copies if report in group), report))
    return len(seen)
