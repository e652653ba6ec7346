"""Carried: recipients that an act has from the one that it promises, agrees to, votes for, signs or refuses.

*vowed to defend the court* is a promise to the court, *passed a bill to punish Chad* a vote against Chad, *refused to
let the Peruvian ship dock* a refusal to Peru.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.reader.clauses import Clauses
from onrecord.reader.drafts import ActDraft
from onrecord.reader.frames import Frame
from onrecord.reader.parties import Parties
from onrecord.reader.trace import Trace
from onrecord.records.acts import ActType

_GIVING: frozenset[ActType] = frozenset({"support", "aid", "cooperate", "yield", "consult"})  # for somebody's good
_SAID: frozenset[ActType] = frozenset({"oppose", "support", "accuse", "warn", "request", "reject"})
_HARM: frozenset[ActType] = frozenset({"sanction", "coerce", "charge", "investigate", "arrest", "attack", "interfere"})
_DECIDED: frozenset[ActType] = _SAID | _HARM | frozenset[ActType]({"aid", "yield", "withdraw"})
CARRIED: Mapping[ActType, frozenset[ActType]] = {
    "pledge": _GIVING,
    "agree": _GIVING,
    "reject": _GIVING | {"agree", "pledge"},
    "vote": _DECIDED,
    "sign": _SAID,
}
"""By the type of the outer act, the types of those whose recipients are its own as well."""
_TEXTUAL = frozenset({"vote", "sign"})  # "passed a bill that would punish Chad": the act is in what the text says


_SPEAKING = frozenset({"warn", "request", "threaten"})
_JUDGING = frozenset({"oppose", "support"})
_COMPLETED = _SPEAKING | _JUDGING | {*CARRIED, "rule"}
_MESSAGES = frozenset({
    "letter", "message", "note", "call", "telegram", "email", "e-mail", "memo", "cable", "speech", "address",
    "statement", "petition", "conversation", "missive", "fax",
})  # fmt: skip
_ENDS = frozenset({"end", "halt", "stop", "cessation"})
_NEXT = range(2, 4)  # words from a message to whom it is to
_CALLING = frozenset({"call", "describe", "term"})
_WAYS = frozenset({"way", "manner"})
_BY_WAY_OF = frozenset(
    {"support", "solidarity", "defence", "defense", "protest", "favour", "favor", "praise", "honour"}
)
_HANDING = frozenset({
    "provide", "give", "send", "hand", "supply", "grant", "transfer", "pay", "deliver", "return", "offer", "show",
    "ship", "lend", "forfeit", "cede", "report", "submit",
})  # fmt: skip
_KEEPING = frozenset({"protect", "shield", "defend", "help", "assist", "rescue", "save", "reward", "compensate"})
_TAKING = frozenset({"receive", "host", "recognise", "recognize", "accept"})  # somebody himself
_LETTING = _TAKING | {"let", "allow", "permit", "admit"}
_POWERS = frozenset({"jurisdiction", "authority", "competence", "power"})  # of a court
_FACED = frozenset({"sanction", "penalty", "fine", "ban", "tariff", "jail", "prison", "charge", "restriction", "trial"})
_REACH = ("over", "in", "on", "to")
_TOWARDS = ("with", "to", "against", "at")


class Carried:
    """Completes the recipients of drafts that hold another act; all that was told stays as it is."""

    def __init__(
        self, clauses: Clauses, parties: Parties, frames: Mapping[int, Frame], trace: Trace | None = None
    ) -> None:
        self.clauses, self.parties, self.frames, self.trace = clauses, parties, frames, trace

    def carry(self, drafts: Sequence[ActDraft]) -> list[ActDraft]:
        """The drafts in their order; a promise of support in words is one act, the promise."""
        by_head = {draft.head: draft for draft in drafts}
        return [self._complete(draft, by_head) for draft in drafts if not self._is_promised_support(draft, by_head)]

    def _is_promised_support(self, draft: ActDraft, by_head: Mapping[int, ActDraft]) -> bool:
        outer = next((by_head[i] for i in draft.judged.embedders if i in by_head), None)
        if outer is None or (outer.frame.action.type, draft.frame.action.type) != ("pledge", "support"):
            return False
        same = draft.judged.status == "planned" and draft.actors == outer.actors
        if same and self.trace is not None:
            self.trace.merged[draft.head] = outer.head
        return same

    def _complete(self, draft: ActDraft, by_head: Mapping[int, ActDraft]) -> ActDraft:
        if draft.recipients or not draft.actors or draft.frame.action.type not in _COMPLETED:
            return draft
        if draft.frame.action.type in _SPEAKING:
            ways: tuple[Iterator[tuple[str, ...]], ...] = (self._addressed(draft), self._ending(draft))
        elif draft.frame.action.type in _JUDGING:
            ways = (self._judged_for(draft),)
        else:
            ways = (self._inner(draft, by_head), self._told_by_words(draft), self._said_for(draft))
            spoken = draft.frame.action.type == "pledge"
            ways = (*ways, self._under_text(draft), *((self._addressed(draft),) if spoken else ()))
        for found in chain.from_iterable(ways):
            recipients = tuple(p for p in found if p not in draft.actors and self._may_receive(p))
            if recipients:
                if self.trace is not None:
                    self.trace.unsaid[draft.head] = "promised"
                return replace(draft, recipients=recipients)
        return draft

    def _may_receive(self, party: str) -> bool:
        return self.parties.kind(party) not in {"outlet", "document"}

    def _inner(self, draft: ActDraft, by_head: Mapping[int, ActDraft]) -> Iterator[tuple[str, ...]]:
        """Those of the acts that a draft holds: in its clause, or in one that says what a bill or letter is for."""
        clauses = [draft.frame.complement, *self.clauses.complements(draft.head)]
        if draft.frame.action.type in _TEXTUAL:
            texts = [*self._texts(draft)]
            clauses += [k for text in texts for k in self.clauses.kids(text, "acl", "acl:relcl", "advcl", "xcomp")]
        for clause in dict.fromkeys(k for k in clauses if k is not None and k != draft.head):
            for k in self.clauses.conjuncts(clause):
                if k in by_head and self._may_carry(draft, by_head[k]):
                    yield by_head[k].recipients
                elif k not in by_head and self._is_of_text(draft, k):  # "a bill that would punish Chad"
                    yield self.parties.of(self.frames[k].recipient or k)

    def _may_carry(self, draft: ActDraft, inner: ActDraft) -> bool:
        """Whether the inner act is of a type that tells, and is not somebody else's: *agreed that Chad aid Mali*."""
        kind, statuses = draft.frame.action.type, (draft.judged.status, inner.judged.status)
        spared = kind == "pledge" and inner.frame.action.type in _HARM  # "promised not to jail him"
        told = inner.frame.action.type in CARRIED.get(kind, frozenset()) or (
            spared and statuses == ("actual", "negated")
        )
        if kind in _TEXTUAL and inner.behind:
            return False
        return told and (not inner.actors or inner.actors == draft.actors or kind in _TEXTUAL)

    def _is_of_text(self, draft: ActDraft, clause: int) -> bool:
        frame = self.frames.get(clause)
        told = frame is not None and frame.recipient is not None and frame.action.type in _DECIDED
        return told and draft.frame.action.type in _TEXTUAL

    def _told_by_words(self, draft: ActDraft) -> Iterator[tuple[str, ...]]:
        """Those of a clause that tells no act by itself: *agreed to give the files to Chad*, *vowed to shield him*,
        *ruled that it had jurisdiction over Chad*, *refused to let the ship dock*.
        """
        kind = draft.frame.action.type
        for clause in self.clauses.complements(draft.head):
            lemma, places = self.clauses.lemma(clause), list[int]()
            if kind in {"agree", "pledge"} and lemma in _HANDING:
                places += [*self.clauses.receivers(clause), *self.clauses.phrases(clause, "to")]
            if (kind == "pledge" and lemma in _KEEPING) or (kind == "reject" and lemma in _LETTING):
                places += self._done_to(clause)
            if kind == "rule":
                places += self._ruled_over(clause)
            for place in places:
                whose = (place, *(self.clauses.owner(place) if lemma not in _TAKING else ()))
                yield next((found for k in whose if (found := self.parties.of(k))), ())

    def _done_to(self, clause: int) -> list[int]:
        """Whom a verb keeps or lets: its object, or the subject of the clause after it."""
        thing = self.clauses.object(clause)
        below = [k for inner in self.clauses.complements(clause) for k in self.clauses.kids(inner, "nsubj")]
        return [k for k in (thing, *below) if k is not None]

    def _ruled_over(self, clause: int) -> list[int]:
        """*it has jurisdiction over Chad*, *its jurisdiction covers crimes in Chad*, *extends to Chad*."""
        thing, subject = self.clauses.object(clause), self.clauses.subject(clause)
        held = thing is not None and self.clauses.lemma(thing) in _POWERS
        if held or (subject is not None and self.clauses.lemma(subject) in _POWERS):
            below = [] if thing is None or held else [thing, *self.clauses.kids(thing, "acl")]
            reached = [k for word in (clause, *below) for case in _REACH for k in self.clauses.phrases(word, case)]
            return reached if held else [*([] if thing is None else [thing]), *reached]
        return []

    def _said_for(self, draft: ActDraft) -> Iterator[tuple[str, ...]]:
        """*signed a letter in support of the court*: whom a text is said to be for or against."""
        if draft.frame.action.type != "sign":
            return
        texts = [*self._texts(draft)]
        if "of" in draft.frame.action.actor[:1]:  # "the letter bore the names of 20 senators"
            texts += [k for k in (self.clauses.subject(draft.head),) if k is not None]
        yield from (self.parties.of(k) for text in texts for k in self.clauses.phrases(text, "to"))
        above = (draft.head, *texts)
        ways = [k for word in above for k in self.clauses.kids(word, "nmod", "obl")]
        for way in (k for k in ways if self.clauses.lemma(k) in _BY_WAY_OF and self.clauses.cases(k)[:1] == ("in",)):
            whose = [*self.clauses.owner(way), *(k for case in _TOWARDS for k in self.clauses.phrases(way, case))]
            yield from (self.parties.of(k) for k in whose)

    def _addressed(self, draft: ActDraft) -> Iterator[tuple[str, ...]]:
        """*In a letter to Chad, Peru warned that it would sue*: whom the message goes to is warned."""
        for message in self.clauses.kids(draft.head, "obl"):
            if self.clauses.lemma(message) in _MESSAGES and self.clauses.cases(message)[:1] == ("in",):
                below = [k for case in ("to", "with") for k in self.clauses.phrases(message, case)]
                beside = [k for k in self.clauses.phrases(draft.head, "to") if k - message in _NEXT]
                yield from (self.parties.of(k) for k in (*below, *beside))

    def _ending(self, draft: ActDraft) -> Iterator[tuple[str, ...]]:
        """*called for an end to Chad's raids*: who is to end them is whose they are."""
        things = (draft.frame.object, *self.clauses.complements(draft.head))
        for thing in (k for k in things if k is not None and draft.frame.action.type == "request"):
            if self.clauses.lemma(thing) in _ENDS:
                ended = [*self.clauses.phrases(thing, "to"), *self.clauses.phrases(draft.head, "to")]
                yield from (self.parties.of(owner) for k in ended for owner in self.clauses.owner(k))

    def _judged_for(self, draft: ActDraft) -> Iterator[tuple[str, ...]]:
        """*criticised the way in which Chad had handled it*, *praised what he called Chad's courage*."""
        thing = self.clauses.object(draft.head) if draft.frame.action.pos == "verb" else None
        if thing is not None and self.clauses.lemma(thing) in _WAYS:
            subjects = (self.clauses.subject(k) for k in self.clauses.kids(thing, "acl:relcl", "acl"))
            yield from (self.parties.of(k) for k in subjects if k is not None)
        for clause in self.clauses.complements(draft.head):
            called = self.clauses.lemma(clause) in _CALLING
            for k in self.clauses.kids(clause, "xcomp", "obj") if called else ():
                yield from (self.parties.of(owner) for owner in self.clauses.owner(k))

    def _under_text(self, draft: ActDraft) -> Iterator[tuple[str, ...]]:
        """*Judges would face sanctions under a bill that the Senate passed*: the vote is on the judges."""
        for text in self._texts(draft) if draft.frame.action.type == "vote" else ():
            verb = self.clauses.governor(text)
            if verb is None or "under" not in self.clauses.cases(text):
                continue
            frame, subject = self.frames.get(verb), self.clauses.subject(verb)
            if frame is not None and frame.recipient is not None and frame.action.type in _DECIDED:
                yield self.parties.of(frame.recipient)
            thing = self.clauses.object(verb)
            faced = self.clauses.lemma(verb) == "face" and thing is not None and self.clauses.lemma(thing) in _FACED
            yield self.parties.of(subject) if faced and subject is not None else ()

    def _texts(self, draft: ActDraft) -> Iterator[int]:
        """The bill, resolution or letter: the object, or the nouns of the line's own phrase."""
        if draft.frame.object is not None:
            yield draft.frame.object
        if draft.frame.action.pos == "noun":
            yield draft.head
        yield from draft.frame.words
