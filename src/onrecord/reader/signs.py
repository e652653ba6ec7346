"""Signs: what there is about an act that makes its record likelier to be right, or less likely.

A sign is a number under a name that people can read, 1.0 where it simply holds. What each is worth was learnt from
acts that were judged by hand (training/fit_sureness.py); nothing here knows it.
"""

from collections.abc import Iterator, Sequence

from onrecord.reader.citings import Citing
from onrecord.reader.clauses import Clauses
from onrecord.reader.drafts import ActDraft
from onrecord.reader.parties import Parties

_LONG, _SHORT = 40, 15  # words of a sentence
_FAR = 12  # words between the word of an act and a party of it
_DEEPEST = 8
_MANY = 4  # parties
_SOURCES = frozenset({"document", "outlet"})
_OPENING = 3  # sentences that open a report
_PLAIN = frozenset({"root", "conj", "parataxis", "acl:relcl", "acl", "advcl", "xcomp", "ccomp"})
_ENDS = (".", "!", "?", "”", '"', "’", "'")

Sign = tuple[str, float]


class Signs:
    """The signs of the drafts of one text."""

    def __init__(self, clauses: Clauses, citings: Sequence[Citing], parties: Parties) -> None:
        self.clauses, self.citings, self.parties = clauses, citings, parties

    def of(self, draft: ActDraft) -> dict[str, float]:
        """The signs of a draft by name; one that does not hold is left out."""
        found = [*self._telling(draft), *self._place(draft), *self._sentence(draft), *self._chain(draft)]
        found += self._others(draft)
        for role, ids, filler in (
            ("actor", draft.actors, draft.frame.actor),
            ("recipient", draft.recipients, draft.frame.recipient),
        ):
            found += self._party(role, ids)
            found += self._filler(role, draft.head, filler)
        return {name: value for name, value in found if value}

    def _bounds(self, head: int) -> tuple[int, int]:
        return self.clauses.analysis.sentences[self.clauses.sentence_of[head]]

    def _telling(self, draft: ActDraft) -> Iterator[Sign]:
        """As what it is told, and by which line."""
        action = draft.frame.action
        yield f"of type {action.type}", 1.0
        yield f"its status is {draft.judged.status}", 1.0
        yield f"told by a line of the lexicon for a {action.pos}", 1.0
        yield "words of the line", float(len(action.words))
        yield "conditions of the line", float(len(action.when))
        if not draft.recipients:
            yield "nobody it is done to", 1.0
            yield f"of type {action.type}, and nobody it is done to", 1.0
        if not draft.actors:
            yield "nobody who does it", 1.0
        if draft.frame.object is not None:
            yield "it has an object", 1.0
        if draft.frame.complement is not None:
            yield "it has a clause", 1.0
        if draft.behind:
            yield "it speaks of an earlier act", 1.0
        if draft.time is not None:
            yield "its time is told", 1.0

    def _place(self, draft: ActDraft) -> Iterator[Sign]:
        """Where its word stands, and in which form."""
        token = self.clauses.tokens[draft.head]
        relation = token.deprel if token.deprel in _PLAIN else "other"
        yield f"its word stands as {relation}", 1.0
        form = [part for part in token.feats.split("|") if part.startswith(("Tense=", "VerbForm="))]
        yield f"its word has the form {', '.join(form) or 'of no verb'}", 1.0
        if self.clauses.is_passive(draft.head):
            yield "in the passive", 1.0
        if self.clauses.kids(draft.head, "conj"):
            yield "joined by another", 1.0
        if self.clauses.kids(draft.head, "advcl"):
            yield "with a clause beside it", 1.0
        if draft.judged.embedders:
            yield "below a word that says how real it is", 1.0
        yield "clauses above it", self._depth(draft.head) / _DEEPEST

    def _depth(self, head: int) -> float:
        depth, at = 0, self.clauses.tokens[head].head
        while at >= 0 and depth < _DEEPEST:
            depth, at = depth + 1, self.clauses.tokens[at].head
        return float(depth)

    def _sentence(self, draft: ActDraft) -> Iterator[Sign]:
        first, last = self._bounds(draft.head)
        words = last - first + 1
        if words >= _LONG:
            yield "in a long sentence", 1.0
        if words <= _SHORT:
            yield "in a short sentence", 1.0
        if self.clauses.sentence_of[draft.head] < _OPENING:
            yield "in one of the first sentences", 1.0
        ending = self.clauses.tokens[last].text
        if ending == "?":
            yield "in a question", 1.0
        if not ending.endswith(_ENDS):
            yield "in a headline", 1.0

    def _others(self, draft: ActDraft) -> Iterator[Sign]:
        """Who else is told of in the sentence, and might be a party that was missed or mistaken."""
        own = {*draft.actors, *draft.recipients}
        own |= {self.parties.behind(p) for p in own}
        found: dict[str, str] = {}
        first, last = self._bounds(draft.head)
        for k in range(first, last + 1):
            for party in self.parties.of(k):
                if not {party, self.parties.behind(party)} & own:
                    beside = self.clauses.tokens[k].head == draft.head
                    found[party] = "beside the word" if beside else found.get(party, "in the sentence")
        kinds = {self.parties.kind(party) for party in found} - _SOURCES
        others = [party for party in found if self.parties.kind(party) not in _SOURCES]
        yield "others in the sentence", len(others) / _MANY
        for kind in sorted(kinds):
            yield f"another of kind {kind} in the sentence", 1.0
        if any(found[party] == "beside the word" for party in others):
            yield "another beside the word", 1.0
            if not draft.recipients:
                yield "another beside the word, and nobody it is done to", 1.0

    def _chain(self, draft: ActDraft) -> Iterator[Sign]:
        if not draft.chain:
            yield "nobody is cited for it", 1.0
        if len(draft.chain) > 1:
            yield "told through several", 1.0
        doubt = 1 - min((self.citings[i].confidence for i in draft.chain), default=1.0)
        yield "doubt about who is cited", doubt

    def _party(self, role: str, ids: Sequence[str]) -> Iterator[Sign]:
        parties = self.parties
        for kind in dict.fromkeys(parties.kind(p) for p in ids):
            yield f"the {role} is of kind {kind}", 1.0
        if any(not parties.named(p) for p in ids):
            yield f"the {role} has no name", 1.0
        if any(parties.in_office(p) for p in ids):
            yield f"the {role} has an office", 1.0
        if any(parties.kind(parties.behind(p)) in {"state", "court"} for p in ids):
            yield f"the {role} is or acts for a state or a court", 1.0
        if len(ids) > 1:
            yield f"more than one {role}", 1.0

    def _filler(self, role: str, head: int, filler: int | None) -> Iterator[Sign]:
        """How the words that name a party stand to the word of the act."""
        if filler is None:
            yield f"no word of the clause names the {role}", 1.0
            return
        token = self.clauses.tokens[filler]
        if token.upos in {"PRON", "NOUN", "PROPN"}:
            yield f"the {role} is told by a {token.upos}", 1.0
        if token.head == head:
            yield f"the {role} hangs on the word of the act", 1.0
        if abs(filler - head) > _FAR:
            yield f"the {role} stands far off", 1.0
