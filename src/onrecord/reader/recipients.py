"""Recipients that a clause leaves unsaid: whoever took the step that is condemned, the court that a brief goes to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.reader.backreferences import BackReferences, referents
from onrecord.reader.carried import Carried
from onrecord.reader.citings import Citing
from onrecord.reader.clauses import Clauses
from onrecord.reader.drafts import ActDraft
from onrecord.reader.frames import Frame, FrameFinder
from onrecord.reader.parties import Parties
from onrecord.reader.trace import Trace, UnsaidRule

_ANSWERING = frozenset({"oppose", "support", "reject", "rule", "agree", "protest"})  # said or done to what others did
_OF_ONES_OWN = frozenset({"defend", "justify"})  # "defended the step": as a rule that of one's own side
_OVER = frozenset({"oppose", "protest"})
_BESIDE = frozenset({"over", "with"})  # "signed the pact over the objections of Chad" does not agree to the objections
_ACCUSING = frozenset({"accuse", "warn", "threaten"})  # what a denial may answer
_EASING = frozenset({"yield", "withdraw"})  # a ban is lifted for those on whom it was laid
_STEPS = frozenset(
    {"file", "charge", "request", "oppose", "accuse", "support", "pledge"}
)  # what its own doer withdraws
_PUNISHING = frozenset({"sanction", "coerce"})
_ANY_PENALTY = frozenset({"sanction", "penalty", "measure", "restriction"})
_COURT_PAPERS = frozenset({
    "opinion", "brief", "submission", "appeal", "lawsuit", "suit", "case", "observation", "intervention", "motion",
    "filing", "argument", "writ", "amicus", "comment", "intervene", "objection", "challenge",
})  # fmt: skip
_ASKED_OF = frozenset(
    {"leave", "request", "application", "appeal", "challenge", "petition", "injunction", "warrant", "bail"}
)
_GRANTED = frozenset({"adjournment", "injunction", "acquittal", "bail", "retrial", "recusal"})  # by courts alone
_ASKED_BY_LAWYERS = frozenset({
    "time", "delay", "extension", "postponement", "dismissal", "review", "ruling", "stay", "hearing", "release",
    "leniency", "permission", "access", "transfer", "trial",
})  # fmt: skip
_LAWYERS = frozenset({
    "lawyer", "attorney", "defence", "defense", "counsel", "prosecutor", "prosecution", "plaintiff", "applicant",
    "barrister", "solicitor", "defendant",
})  # fmt: skip
_ALIKE = frozenset({"it", "them", "so"})
_NEAR = 2  # sentences


class RecipientFinder:
    """Completes the recipients of drafts that have none; all that was told stays as it is."""

    def __init__(
        self,
        clauses: Clauses,
        parties: Parties,
        finder: FrameFinder,
        citings: Sequence[Citing] = (),
        trace: Trace | None = None,
    ) -> None:
        self.clauses, self.parties, self.finder = clauses, parties, finder
        self.citings, self.trace = citings, trace

    def complete(self, drafts: Sequence[ActDraft], frames: Mapping[int, Frame]) -> list[ActDraft]:
        """The drafts in their order, each with the recipients that the text before or the text as a whole gives."""
        done: list[ActDraft] = []
        for draft in drafts:
            if not draft.actors and draft.frame.action.type == "rule":
                draft = self._ruled(draft)  # noqa: PLW2901
            if draft.actors and (not draft.recipients or self._says_the_same(draft, done)):
                draft = self._complete(draft, done)  # noqa: PLW2901
            done.append(draft)
        return Carried(self.clauses, self.parties, frames, self.trace).carry(done)

    def _says_the_same(self, draft: ActDraft, before: Sequence[ActDraft]) -> bool:
        """*Peru condemned the step, and Chad denounced it too*: *it* is the step, not Peru."""
        filler = draft.frame.recipient
        if filler is None or self.clauses.tokens[filler].text.lower() not in _ALIKE:
            return False
        last = next((d for d in reversed(before) if d.frame.action.type == draft.frame.action.type), None)
        return last is not None and last.behind != () and draft.recipients == last.actors

    def _complete(self, draft: ActDraft, before: Sequence[ActDraft]) -> ActDraft:
        if draft.frame.action.type in _ANSWERING and draft.frame.action.words[0] not in _OF_ONES_OWN:
            return self._answering(draft, before)
        if draft.frame.action.type == "deny":
            return self._denied(draft, before)
        if draft.frame.action.type in _EASING:
            eased = self._eased(draft, before)
            papers = draft.frame.action.type == "withdraw" and not eased.recipients
            return self._given(draft, "court", self._only_court(draft)) if papers else eased
        if draft.frame.action.type in {"file", "request"}:
            return self._given(draft, "court", self._only_court(draft))
        if draft.frame.action.type == "charge":
            return self._charged_before(draft, before)
        return draft

    def _given(
        self, draft: ActDraft, rule: UnsaidRule, recipients: tuple[str, ...], behind: tuple[int, ...] = ()
    ) -> ActDraft:
        if self.trace is not None and recipients:
            self.trace.unsaid[draft.head] = rule
        return replace(draft, recipients=recipients, behind=behind)

    def _answering(self, draft: ActDraft, before: Sequence[ActDraft]) -> ActDraft:
        back = BackReferences(self.clauses, before)
        for thing in self._things(draft):
            act = back.find(thing, draft)
            if act is not None and draft.frame.action.type == act.frame.action.type == "rule":
                continue  # "the decision, announced by the judge" is the same ruling
            found = back.parties_to(thing, act) if act is not None else ()
            owner = self._owner_since(thing, act.head) if act is not None else ()
            if owner and self._may_receive(owner) and not set(owner) & {*found, *draft.actors}:
                return self._given(draft, "behind", owner)
            if act is not None and self._may_receive(found):
                return self._given(draft, "behind", found, (act.head,))
            if self.clauses.tokens[thing].text.lower() in _ALIKE:
                return self._alike(draft, before)
        return draft

    def _owner_since(self, thing: int, head: int) -> tuple[str, ...]:
        """*Chad asked them for help against Peru's request ... the court refused the request*: whose it was said to be
        last, after the act of that head.
        """
        lemma = self.clauses.lemma(thing)
        for noun in range(thing - 1, head, -1):
            if self.clauses.lemma(noun) == lemma and self.clauses.tokens[noun].upos == "NOUN":
                return next((p for k in self.clauses.kids(noun, "nmod:poss") if (p := self.parties.of(k))), ())
        return ()

    def _denied(self, draft: ActDraft, before: Sequence[ActDraft]) -> ActDraft:
        """*Chad accused Mali of spying; Mali denied the charge*: what Chad had said, as an act or of one of Mali's."""
        back = BackReferences(self.clauses, [d for d in before if d.frame.action.type in _ACCUSING])
        for thing in self._things(draft):
            act = back.find(thing, draft)
            if act is not None and self._may_receive(act.actors):
                return self._given(draft, "behind", act.actors, (act.head,))
            if self._speaks_of_words(thing):
                return self._given(draft, "behind", self._tellers(draft, before))
        return draft

    def _speaks_of_words(self, thing: int) -> bool:
        types = {kind for referent in referents().get(self.clauses.lemma(thing), ()) for kind in referent.types}
        return bool(types & _ACCUSING) or self.clauses.lemma(thing) in {"it", "this", "that"}

    def _tellers(self, draft: ActDraft, before: Sequence[ActDraft]) -> tuple[str, ...]:
        """*Chad said that Mali had raided it; Mali denied the claim*: who is cited for the denier's deed."""
        sentence = self.clauses.sentence_of[draft.head]
        for other in reversed(before):
            if sentence - self.clauses.sentence_of[other.head] > _NEAR:
                break
            if set(other.actors) & set(draft.actors) and other.chain:
                speaker = self.citings[other.chain[-1]].speaker
                found = self.parties.of(speaker) if speaker is not None else ()
                return found if self._may_receive(found) and not set(found) & set(draft.actors) else ()
        return ()

    def _eased(self, draft: ActDraft, before: Sequence[ActDraft]) -> ActDraft:
        """*Peru, which imposed an embargo on Chad, has lifted it*: for Chad, on whom Peru laid it."""
        own = [d for d in before if d.actors == draft.actors and d.recipients]
        laid = [d for d in own if d.frame.action.type in _PUNISHING]
        taken = [d for d in own if draft.frame.action.type == "withdraw" and d.frame.action.type in _STEPS]
        for thing in self._things(draft):
            lemma = self.clauses.lemma(thing)
            meant = frozenset().union(*(referent.types for referent in referents().get(lemma, ())))
            for act in reversed(laid):
                if lemma in {"it", "them"} or (meant & _PUNISHING and self._may_be_of(act, lemma)):
                    return self._given(draft, "alike", act.recipients, (act.head,))
            for act in reversed(taken):  # "Chad objected to Peru's bid ... it dropped the objection"
                if self._is_near(act, draft) and (lemma == "it" or act.frame.action.type in meant):
                    return self._given(draft, "alike", act.recipients, (act.head,))
        return draft

    def _is_near(self, act: ActDraft, draft: ActDraft) -> bool:
        return self.clauses.sentence_of[draft.head] - self.clauses.sentence_of[act.head] <= _NEAR

    def _may_be_of(self, act: ActDraft, lemma: str) -> bool:
        """Whether a noun may stand for an act: any *sanctions* for one, an *embargo* only for what was called so."""
        thing = act.frame.object
        told = {*act.frame.action.words[1:], *([self.clauses.lemma(thing)] if thing is not None else ())}
        told |= {self.clauses.lemma(word) for word in act.frame.words}
        return lemma in told or lemma in _ANY_PENALTY

    def _may_receive(self, parties: Iterable[str]) -> bool:
        return not {self.parties.kind(p) for p in parties} & {"outlet", "document"}

    def _things(self, draft: ActDraft) -> Iterator[int]:
        """What an act is said or done to: in the slots of its entry, or its object."""
        thing = self.clauses.object(draft.head)
        if thing is None and draft.frame.action.pos == "noun":
            thing = self.finder.receiver(draft.head)  # "the verdict drew praise from Chad"
        if draft.frame.action.pos == "adj" and "self" in draft.frame.action.recipient:
            thing = draft.head  # "is against the bill"
        if thing is not None:
            yield thing
        action = draft.frame.action
        beside = frozenset[str]() if action.type in _OVER else _BESIDE
        for slot in dict.fromkeys(slot.partition(".")[0] for slot in (*action.recipient, *action.object)):
            if slot not in beside:
                yield from self.finder.fillers(draft.head, slot)

    def _alike(self, draft: ActDraft, before: Sequence[ActDraft]) -> ActDraft:
        """*Peru condemned the step, and Chad denounced it too*: to the same recipients."""
        sentence = self.clauses.sentence_of[draft.head]
        for other in reversed(before):
            if sentence - self.clauses.sentence_of[other.head] > _NEAR:
                break
            if other.frame.action.type == draft.frame.action.type and other.behind:
                return self._given(draft, "alike", other.recipients, other.behind)
        return draft

    def _ruled(self, draft: ActDraft) -> ActDraft:
        """*Chad was granted leave*: by the only court that the report speaks of."""
        courts = self._courts()
        thing = draft.frame.object
        asked = {*draft.frame.action.words[1:], *([self.clauses.lemma(thing)] if thing is not None else ())} & _ASKED_OF
        if not asked or len(courts) != 1 or courts & set(draft.recipients):
            return draft
        if self.trace is not None:
            self.trace.unsaid[draft.head] = "court"
        return replace(draft, actors=tuple(courts))

    def _charged_before(self, draft: ActDraft, before: Sequence[ActDraft]) -> ActDraft:
        """*accused two men ... applied for the warrants*: they are for those whom he accused just before."""
        spoken_of = any(self._is_definite(thing) for thing in self._things(draft))
        sentence = self.clauses.sentence_of[draft.head]
        for other in reversed(before) if spoken_of else ():
            if sentence - self.clauses.sentence_of[other.head] > _NEAR + 1:
                break
            if other.frame.action.type in {"accuse", "charge"} and other.actors == draft.actors and other.recipients:
                return self._given(draft, "alike", other.recipients)
        return draft

    def _is_definite(self, thing: int) -> bool:
        return any(self.clauses.lemma(k) in {"the", "these", "those"} for k in self.clauses.kids(thing, "det"))

    def _only_court(self, draft: ActDraft) -> tuple[str, ...]:
        """The court that a brief goes to where the clause names none: the only one that the report speaks of."""
        thing = draft.frame.object
        words = {*draft.frame.action.words, *([self.clauses.lemma(thing)] if thing is not None else ())}
        if draft.frame.action.type == "request" and not words & _GRANTED and not self._is_by_lawyers(draft, words):
            return ()
        if draft.frame.action.type != "request" and not words & _COURT_PAPERS:
            return ()
        found = self._courts()
        return tuple(found) if len(found) == 1 and not found & set(draft.actors) else ()

    def _is_by_lawyers(self, draft: ActDraft, words: set[str]) -> bool:
        """*Her lawyers asked for more time*: in a report of one court, it is asked of the court."""
        actor = draft.frame.actor
        named = {self.clauses.lemma(k) for k in self.clauses.subtree(actor)} if actor is not None else set[str]()
        return bool(words & _ASKED_BY_LAWYERS and named & _LAWYERS)

    def _courts(self) -> set[str]:
        return {p for t in self.clauses.tokens for p in self.parties.of(t.index) if self.parties.kind(p) == "court"}
