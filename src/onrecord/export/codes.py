"""Codes of parties for event data: the state that a party is, acts for, or is named after."""

import re
from collections.abc import Mapping
from functools import cache

from onrecord.records import Party
from onrecord.resolve.spelling import fits_case, fold_spelling
from onrecord.resolve.tables import ambiguous, spellings

_STEPS = 4  # of acts_for: a spokesman of a ministry of a state
_MOST_WORDS = 4
_OWNER = re.compile(r"['’]s?$")
_WORD = re.compile(r"[\w.'’]+(?:-[\w.'’]+)*")


def code_of(party: Party, parties: Mapping[str, Party]) -> str | None:
    """The ISO 3166 alpha-3 code: of *Chad* and of *Chad's envoy* TCD, of *two Chadian drivers* TCD by their name.

    None where none is told, or several: *Chadian and Malian drivers*.
    """
    at: Party | None = party
    for _ in range(_STEPS):
        code = dict(at.ids).get("iso3") if at is not None else None
        if code is not None or at is None:
            return code or _code_in(party.name)
        at = parties.get(at.acts_for or "")
    return _code_in(party.name)


def _code_in(name: str) -> str | None:
    words = [_OWNER.sub("", word) for word in _WORD.findall(name)]
    found = set[str]()
    at = 0
    while at < len(words):
        size = next((n for n in range(_MOST_WORDS, 0, -1) if _state(" ".join(words[at : at + n]))), 0)
        if size:
            found.add(_state(" ".join(words[at : at + size])) or "")
        at += max(size, 1)
    return found.pop() if len(found) == 1 else None


def _state(written: str) -> str | None:
    listed, code = _states().get(fold_spelling(written), ("", None))
    return code if code and fits_case(written, listed) else None


@cache
def _states() -> Mapping[str, tuple[str, str]]:
    """Spelling and code by key, of every state; a name that may be something else is left out."""
    unsure = {fold_spelling(name) for name in ambiguous()}
    listed = ((s.written, s.entry.state) for s in spellings() if s.entry.kind == "state" and s.manner != "capital")
    return {fold_spelling(name): (name, code) for name, code in listed if code and fold_spelling(name) not in unsure}
