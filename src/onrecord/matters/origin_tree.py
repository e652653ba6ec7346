"""Origin tree: who has a happening from whom, from the origins down to the reports."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records.happenings import Happening
from onrecord.records.origins import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """An origin or a relay, the reports that have the happening straight from it, and the relays in between."""

    name: str
    reports: tuple[str, ...] = ()
    branches: tuple["Branch", ...] = ()


def origin_tree(happening: Happening) -> tuple[Branch, ...]:
    """One branch an origin, then one for the reports of which it is not known."""
    branches = [
        _branch(share.origin, [link for link in happening.origins.links if link.origin == share.origin], ())
        for share in happening.origins.shares
    ]
    if happening.origins.unknown:
        branches.append(Branch(name="origin not named", reports=happening.origins.unknown))
    return tuple(branches)


def _branch(name: str, links: Iterable[Link], path: tuple[str, ...]) -> Branch:
    """`path` are the relays from the origin to here; a link belongs below it when its own relays begin so."""
    below = [link for link in links if link.path[: len(path)] == path]
    here = tuple(sorted(link.report for link in below if link.path == path))
    following = sorted({link.path[len(path)] for link in below if len(link.path) > len(path)})
    return Branch(name=name, reports=here, branches=tuple(_branch(relay, below, (*path, relay)) for relay in following))
