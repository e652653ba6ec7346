"""Drafts: the parties of a report while they are gathered, one for each distinct party."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.records import Count, Party, PartyKind, Span
from onrecord.resolve.found import Found


@dataclass(slots=True, eq=False)
class Draft:
    """A party in the making. `places` are the head tokens of its phrases; `organs` the nouns of its bodies named.

    `gender` is what title, given name or pronouns told of a person, m or f. `left_open` says that a person is told by
    a description alone, of somebody whom the report may name elsewhere.
    """

    found: Found
    kind: PartyKind
    name: str
    role: str | None
    first: int
    acts_for: "Draft | None" = None
    count: Count | None = None
    of: str | None = None
    members: list["Draft"] = field(default_factory=list)
    spans: dict[int, Span] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    organs: set[str] = field(default_factory=set)
    noun: str | None = None
    gender: str | None = None
    left_open: bool = False

    def as_party(self, ids: dict[int, str]) -> Party:
        """The record, with party ids in place of drafts; `ids` is by the identity of a draft."""
        return Party(
            id=ids[id(self)], kind=self.kind, name=self.name, ids=self.found.ids, role=self.role,
            acts_for=ids[id(self.acts_for)] if self.acts_for is not None else None, of=self.of, count=self.count,
            members=tuple(dict.fromkeys(ids[id(member)] for member in self.members)),
            mentions=tuple(sorted(set(self.spans.values()))),
        )  # fmt: skip


_BODIES = ("organisation", "outlet", "court")


def _short_forms(name: str) -> Iterator[str]:
    """What a body may be called after its full name: its openings, each with a space at its end, and its initials."""
    yield from (name[: at + 1] for at, char in enumerate(name) if char == " ")
    yield "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


class Drafts:
    """All parties gathered so far, found again by key or by a person's surname."""

    def __init__(self) -> None:
        self.all: list[Draft] = []
        self._by_key: dict[str, Draft] = {}
        self._by_surname: dict[str, list[Draft]] = {}
        self._long_forms: dict[str, tuple[int, Draft]] = {}  # the first of each, by what may stand for it

    def of_kind(self, *kinds: str) -> list[Draft]:
        return [draft for draft in self.all if draft.kind in kinds]

    def take(self, found: Found, head: int) -> Draft:
        """The draft of a party, made if it is new; a role or count that was missing is filled in."""
        draft = self._known(found, head)
        if draft is None:
            draft = self._add(found, head)
        draft.first = min(draft.first, head)
        draft.role = draft.role or found.role
        draft.count = draft.count or found.count
        draft.of = draft.of or found.of
        if found.kind == "person" and len(found.name) > len(draft.name) and " " not in draft.name:
            draft.name = found.name
        return draft

    def _add(self, found: Found, head: int) -> Draft:
        draft = Draft(found, found.kind, found.name, found.role, head, count=found.count, of=found.of)
        self.all.append(draft)
        if found.key:
            self._by_key[found.key] = draft
        if found.kind in _BODIES:
            for short in _short_forms(found.name):
                self._long_forms.setdefault(short, (len(self.all), draft))
        if found.kind == "person" and found.key:
            self._by_surname.setdefault(found.name.casefold().split()[-1], []).append(draft)
        return draft

    def _known(self, found: Found, head: int) -> Draft | None:
        if found.key is None:
            return None
        if found.key in self._by_key:
            return self._by_key[found.key]
        return self._namesake(found, head) if found.kind == "person" else self._long_form(found) or self._surname(found)

    def _surname(self, found: Found) -> Draft | None:
        """The person named in full of whom a single word, taken for a body, is the surname; none where two bear it."""
        if found.kind != "organisation" or found.ids or " " in found.name or found.name.isupper():
            return None
        bearers = [draft for draft in self._by_surname.get(found.name.casefold(), []) if " " in draft.name]
        return bearers[0] if len(bearers) == 1 else None

    def _long_form(self, found: Found) -> Draft | None:
        """The body whose longer name a short one opens or abbreviates: *HMC* for *Harbour Master Council*."""
        if found.kind not in _BODIES or found.ids:
            return None
        short = found.name
        told = [self._long_forms.get(short + " ")]
        if len(short) > 1:
            told.append(self._long_forms.get(short.replace(".", "")))
        return min((each for each in told if each is not None), key=lambda each: each[0], default=(0, None))[1]

    def _namesake(self, found: Found, head: int) -> Draft | None:
        """The person whose surname a short name gives, or whose first and last names agree with a longer one.

        Of several of one surname it is whom the text has named most by then, of equals the first: a wife or a son who
        is named once does not take the name over.
        """
        words = found.name.casefold().split()
        shared = self._by_surname.get(words[-1], [])
        if len(words) == 1 and not shared:
            return self._by_first_name(words[0])
        if len(words) > 1:
            shared = [d for d in shared if d.name.casefold().split()[0] == words[0] or " " not in d.name]
        earlier = [draft for draft in shared if draft.first < head] or shared
        return max(earlier, key=lambda draft: len([place for place in draft.places if place < head]), default=None)

    def _by_first_name(self, first: str) -> Draft | None:
        """The one person whose first name stands alone, as in a headline; none where two share it."""
        named = [d for d in self.of_kind("person") if d.found.key and d.name.casefold().split()[0] == first]
        return named[0] if len(named) == 1 else None
