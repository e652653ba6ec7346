"""Settling: how many independent origins a claim has, from what each report has it from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.matters.actors import name_key
from onrecord.matters.instruments import Page
from onrecord.matters.origins import same_outlet
from onrecord.records.origins import Link, Origin, OriginRange, Share
from onrecord.records.wording import word_outlet


def fold_origins(
    origins: Mapping[str, Origin],
    pages: Mapping[str, Page],
    copies: Sequence[frozenset[str]] = (),
    *,
    own: frozenset[str] = frozenset(),
    actor: str | None = None,
    public: str | None = None,
    voiced: Mapping[str, str] | None = None,
) -> OriginRange:
    """The range of independent origins of one claim, from what each report has it from.

    `origins` are by report id. `copies` are sets of reports that are near copies of one another. `own` are the names
    of who acts in the claim and of those who speak for him: where any report cites them in person, their public word is
    the origin and outlets cited by others are relays; `actor` is his name where they are cited by office alone (*the
    ministry*). `public` names the actor of an act that is public by its nature
    (a ruling, a vote, a joint statement). `voiced` are the reports in which the actor speaks of something in public.
    """
    settled = _settle_public(dict(origins), own, public, actor)
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
    most = max(least, len(shares) + extra)
    links = tuple(_links(settled, shares))
    return OriginRange(least=least, most=most, shares=shares, links=links, unknown=unknown, reasons=reasons)


def _links(origins: Mapping[str, Origin], shares: Iterable[Share]) -> Iterator[Link]:
    for share in shares:
        for report in share.reports:
            relays = [name for name in origins[report].relays if name_key(name) != name_key(share.origin)]
            yield Link(report=report, origin=share.origin, path=tuple(relays[::-1]))


def _voiced(origin: Origin, actor: str | None) -> Origin:
    if actor is None:
        return origin
    return Origin(name=actor, basis="cited", source=actor, why=f"{actor} itself speaks in the report")


def _settle_public(
    origins: dict[str, Origin], own: frozenset[str], public: str | None, actor: str | None
) -> dict[str, Origin]:
    """The word of the actor himself, where it is public, is the one origin of what others have through outlets."""
    in_person = [o.name for o in origins.values() if o.basis == "cited" and o.name and name_key(o.name) in own]
    if not in_person and public is None:
        return origins
    cited = min(in_person, key=lambda each: (each[:1].islower(), len(each), each), default="")
    name = public or (actor if actor and cited[:1].islower() else cited)
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
    """A report that cites nobody for the claim, but elsewhere the one origin that others have it from, has it there."""
    named = sorted({origin.name for origin in origins.values() if origin.name and origin.basis != "unknown"})
    settled = dict(origins)
    for report, origin in origins.items():
        if origin.basis != "unknown" or report not in pages:
            continue
        cited = [name for name in named if _cites(pages[report], name)]
        if len(cited) == 1:
            own = same_outlet(cited[0], word_outlet(pages[report].reading.report))
            why = f"others have it from {cited[0]}" if own else f"{cited[0]} is cited elsewhere in the report"
            settled[report] = Origin(name=cited[0], basis="own" if own else "cited", source=origin.source, why=why)
    return settled


def _cites(page: Page, name: str) -> bool:
    """Whether a report cites a name for anything at all, or is by the outlet of that name."""
    if same_outlet(name, word_outlet(page.reading.report)):
        return True
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
        held = group.intersection(origins)
        known = {(origins[r].name or "", origins[r].basis) for r in held if origins[r].basis != "unknown"}
        if len(known) != 1:
            continue
        ((name, _),) = known
        for report in held:
            if origins[report].basis == "unknown":
                settled[report] = Origin(
                    name=name, basis="cited", why=f"a near copy of a report that has it from {name}"
                )
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
