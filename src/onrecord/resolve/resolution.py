"""Resolution: from the mentions of one report to its parties, one for each distinct party."""

from collections.abc import Iterable

from onrecord.records import Party, Span
from onrecord.records.analysis import Analysis, Token
from onrecord.resolve.atlas import Atlas
from onrecord.resolve.describe import describe
from onrecord.resolve.drafts import Draft, Drafts
from onrecord.resolve.epithets import is_left_open
from onrecord.resolve.found import Described, Found, Pointer, Refusal
from onrecord.resolve.genders import told_gender
from onrecord.resolve.nouns import classes_of, noun_of
from onrecord.resolve.phrases import Phrase, conjuncts_of
from onrecord.resolve.places import is_location
from onrecord.resolve.pointers import follow
from onrecord.resolve.tree import Tree

INNER = frozenset({"compound", "flat", "amod", "det", "case", "punct", "goeswith", "fixed", "nummod", "cc", "mark"})
SPEAKS_FOR = frozenset({"state", "organisation", "court", "outlet"})


class PartyTable:
    """The parties of a report, and which of them each asked-for head names.

    `of` gives *Israel and its allies* as two ids and an abstract noun as none; `refused` gives the reason
    for none, `unsettled` the reason why a party's identity was left open (*Georgia may be ...*), and `rule` names the
    rule that read the phrase of a head. `left_open` are the persons told by descriptions alone, *the former senator*.
    """

    def __init__(
        self, parties: tuple[Party, ...], by_head: dict[int, tuple[str, ...]], reasons: dict[int, str],
        unsettled: dict[str, str], rules: dict[int, str], left_open: frozenset[str] = frozenset(),
        joined: dict[int, tuple[int, ...]] | None = None,
    ) -> None:  # fmt: skip
        self.parties = parties
        self._by_head = by_head
        self._reasons = reasons
        self._unsettled = unsettled
        self._rules = rules
        self.left_open = left_open
        self._joined = joined or {}

    def of(self, head: int) -> tuple[str, ...]:
        return self._by_head.get(head, ())

    def heads(self, head: int) -> tuple[int, ...]:
        """The words whose parties those of a head are: all that are joined to it, *Chad* and *Mali*."""
        return self._joined.get(head, (head,))

    def refused(self, head: int) -> str | None:
        if head not in self._by_head:
            return "not asked for"
        return None if self._by_head[head] else self._reasons.get(head, "names no party")

    def unsettled(self, party: str) -> str | None:
        return self._unsettled.get(party)

    def rule(self, head: int) -> str | None:
        return self._rules.get(head)


def resolve_parties(analysis: Analysis, heads: Iterable[int], *, outlet: str | None = None) -> PartyTable:
    """The parties that the phrases of `heads` name, merged, in text order; `outlet` published the report."""
    return _Resolver(analysis, outlet).resolve(heads)


class _Resolver:
    def __init__(self, analysis: Analysis, outlet: str | None) -> None:
        self.tree = Tree(analysis)
        self.atlas = Atlas(self.tree)
        self.outlet = outlet
        self.drafts = Drafts()
        self._described: dict[int, tuple[Phrase, Described]] = {}
        self._at: dict[int, Draft | None] = {}
        self._reasons: dict[int, str] = {}
        self._open: set[int] = set()

    def resolve(self, heads: Iterable[int]) -> PartyTable:
        asked = {head: self._heads_of(head) for head in sorted(set(heads))}
        self._scan()
        wanted = [self.party_at(index) for indices in asked.values() for index in indices]
        used = _closure([draft for draft in wanted if draft is not None])
        for indices in asked.values():
            self._mark(indices)
        ids = {id(draft): f"p{number}" for number, draft in enumerate(sorted(used, key=_text_order), 1)}
        parties = tuple(draft.as_party(ids) for draft in sorted(used, key=_text_order))
        by_head = {head: self._ids(indices, ids) for head, indices in asked.items()}
        reasons = {head: self._reasons.get(indices[0], "names no party") for head, indices in asked.items()}
        unsettled = {ids[id(draft)]: draft.found.unsettled for draft in used if draft.found.unsettled}
        rules = {head: self._rule_at(indices[0]) for head, indices in asked.items()}
        left_open = frozenset(ids[id(draft)] for draft in used if draft.left_open)
        return PartyTable(parties, by_head, reasons, unsettled, rules, left_open, asked)

    def _rule_at(self, head: int) -> str:
        described = self._describe(head)[1]
        return described.reason if isinstance(described, Refusal) else described.rule

    def _heads_of(self, head: int) -> tuple[int, ...]:
        """The heads that a head stands for: what it is inside of, with what is joined to it."""
        joined = (self.atlas.anchor(index) for index in conjuncts_of(self.tree, self.atlas.anchor(head)))
        return tuple(dict.fromkeys(joined))

    def party_at(self, head: int) -> Draft | None:
        """The party that the phrase of a head names, resolved once; None while it is being resolved."""
        head = self.atlas.anchor(head)
        if head in self._at:
            return self._at[head]
        if head in self._open:
            return None
        self._open.add(head)
        draft = self._draft(head, self._describe(head)[1])
        self._open.discard(head)
        self._at[head] = draft
        if draft is not None:
            self._note(draft, head)
        return draft

    def _scan(self) -> None:
        """Read all named parties first, full names before short ones, then groups and documents."""
        heads = [token.index for token in self.tree.tokens if self._is_nominal(token)]
        found = [(head, self._describe(head)[1]) for head in heads]
        plain = [(head, described) for head, described in found if isinstance(described, Found)]
        for head, described in sorted(plain, key=lambda item: (not _is_full_name(item[1]), item[0])):
            draft = self.party_at(head)
            if draft is not None and described.key and not is_location(self.tree, head):
                self._mark((head,))
        for head, pointing in found:
            if isinstance(pointing, Pointer) and pointing.fallback is not None and pointing.fallback.members:
                self.party_at(head)

    def _is_nominal(self, token: Token) -> bool:
        if token.upos not in ("NOUN", "PROPN", "NUM") or token.deprel.partition(":")[0] in INNER:
            return False
        if token.deprel == "nmod:desc":
            return False
        known = token.index in self.tree.names or self.atlas.at(token.index) is not None or bool(classes_of(token))
        return known or token.upos == "PROPN" or token.entity in ("person", "organization")

    def _describe(self, head: int) -> tuple[Phrase, Described]:
        if head not in self._described:
            self._described[head] = describe(self.atlas, head, self.outlet)
        return self._described[head]

    def _draft(self, head: int, described: Described) -> Draft | None:
        if isinstance(described, Refusal):
            self._reasons[head] = described.reason
            return None
        if isinstance(described, Found):
            named = self._take(described, head)
            named.left_open = named.left_open or self._is_speakers(named, head)
            return named
        draft = follow(self.tree, self.drafts, described, head, self.party_at)
        if draft is None and described.fallback is None:
            self._reasons[head] = described.refusal
        if draft is not None:
            draft.gender = draft.gender or described.gender
            self._fill(draft, described, head)
            if draft.kind == "group" and described.fallback is not None:
                self._add_members(draft, described.fallback)
        elif described.fallback is not None:
            draft = self._take(described.fallback, head)
            draft.left_open = is_left_open(self.tree, self.drafts, described, head) or self._is_speakers(draft, head)
        return draft

    def _is_speakers(self, draft: Draft, head: int) -> bool:
        """*My brothers*, *our partners*: who they are depends on who speaks."""
        opening = self.tree.tokens[self._describe(head)[0].first].text.lower()
        return opening in ("my", "our", "your") and (draft.kind == "group" or draft.found.key is None)

    def _take(self, found: Found, head: int) -> Draft:
        draft = self.drafts.take(found, head)
        draft.gender = draft.gender or told_gender(self.tree, self._describe(head)[0], found)
        self._fill(draft, found, head)
        self._add_members(draft, found)
        return draft

    def _add_members(self, draft: Draft, found: Found) -> None:
        for member in found.members:
            named = self.party_at(member)
            if named is not None and named is not draft and named not in draft.members:
                draft.members.append(named)

    def _fill(self, draft: Draft, described: Found | Pointer, head: int) -> None:
        """Whom a person or body acts for, told at any of its mentions."""
        if draft.acts_for is not None or draft.kind in ("state", "document"):
            return
        found = described.fallback if isinstance(described, Pointer) else described
        if found is None:
            return
        owner = self.drafts.take(found.acts_for, head) if found.acts_for else None
        if owner is None and found.acts_for_token is not None:
            owner = self.party_at(found.acts_for_token)
            owner = owner.acts_for if owner is not None and owner.kind in ("person", "group") else owner
        if owner is not None and owner.kind in SPEAKS_FOR and owner is not draft:
            draft.acts_for = owner

    def _note(self, draft: Draft, head: int) -> None:
        draft.places.append(head)
        token = self.tree.tokens[head]
        if "organ" in classes_of(token):
            draft.organs.add(noun_of(token))
        draft.noun = draft.noun or (noun_of(token) if token.upos == "NOUN" else None)

    def _mark(self, indices: Iterable[int]) -> None:
        """Add the phrases of heads to the mentions of their parties."""
        for index in indices:
            draft = self._at.get(index)
            if draft is not None:
                phrase = self._describe(index)[0]
                tokens = self.tree.tokens
                draft.spans[index] = Span(tokens[phrase.first].start, tokens[phrase.last].end)

    def _ids(self, indices: tuple[int, ...], ids: dict[int, str]) -> tuple[str, ...]:
        drafts = [self._at.get(index) for index in indices]
        return tuple(dict.fromkeys(ids[id(draft)] for draft in drafts if draft is not None))


def _closure(drafts: list[Draft]) -> list[Draft]:
    """The parties asked for with those for whom they act and those whom they name as members."""
    used: dict[int, Draft] = {}
    waiting = list(drafts)
    while waiting:
        draft = waiting.pop()
        if id(draft) not in used:
            used[id(draft)] = draft
            waiting += [*draft.members, *([draft.acts_for] if draft.acts_for else [])]
    return list(used.values())


def _text_order(draft: Draft) -> tuple[int, int, str]:
    starts = [span.start for span in draft.spans.values()]
    return (draft.first, min(starts, default=0), draft.name)


def _is_full_name(found: Found) -> bool:
    return found.kind == "person" and found.key is not None and " " in found.name
