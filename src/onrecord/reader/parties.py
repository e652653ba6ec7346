"""Parties: what the rules of acts ask about the parties of one report."""

from collections.abc import Callable
from dataclasses import dataclass

PartiesOf = Callable[[int], tuple[str, ...]]
KindOf = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Party look-ups for one report: the parties at a token, the kind of a party id, the report's own outlet.

    The own outlet stands implicitly above every chain and is no link of one. `behind` gives the state or body that a
    party acts for, else the party; `count` how many an exactly counted group has. Who is `left_open` is told by a
    description alone, *the former senator*; who is `by_office` has no name in the report, *the chief prosecutor*.
    """

    of: PartiesOf
    kind: KindOf
    named: Callable[[str], bool] = bool
    in_office: Callable[[str], bool] = bool
    own: frozenset[str] = frozenset()
    behind: Callable[[str], str] = str
    count: Callable[[str], int | None] = lambda _: None
    left_open: Callable[[str], bool] = lambda _: False
    by_office: Callable[[str], bool] = lambda _: False
