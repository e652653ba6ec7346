"""Scruples: acts that are left out although a line of the lexicon fits, since records like them are seldom right.

*Two shoppers argued*, *the mood for talks*, *would have praised them*: a missing record disappoints, a wrong one harms.
What each scruple is worth was measured on acts of ordinary news that were judged by hand (gate/judged.py).
"""

from collections.abc import Callable, Iterator, Sequence

from onrecord.reader.citings import Citing
from onrecord.reader.clauses import Clauses
from onrecord.reader.drafts import ActDraft
from onrecord.reader.frames import FrameFinder
from onrecord.reader.parties import Parties
from onrecord.reader.sureness import (
    LEAST,
    LEAST_BESIDE,
    LEAST_BETWEEN,
    LEAST_BRIEF,
    LEAST_PUBLIC,
    LEAST_STEP,
    Sureness,
)
from onrecord.reader.trace import Trace
from onrecord.records.reasons import Reason

_SPOKEN_OF = frozenset({"i", "me", "we", "us", "you", "he", "him", "she", "her", "they", "them"})
_WE = frozenset({"we", "us"})
_SPEAKERS = frozenset({"he", "she", "they", "it", "i", "we"})
_OWNERS = frozenset({"his", "her", "their"})
_LAWS = frozenset({"amendment", "law", "bill", "constitution", "regulation", "rule", "decree", "statute", "bible"})
_SPEAKING = frozenset({"speak", "talk", "sit", "chat"})
_GOING = frozenset({"arrive", "fly", "travel", "land", "return", "head", "go", "depart", "journey", "drive"})
_LASTING = frozenset({
    "work", "cooperate", "collaborate", "coordinate", "encourage", "counsel", "teach", "tell", "help", "assist",
    "serve", "provide", "offer", "support", "sponsor", "fund", "advise", "train",
})  # fmt: skip
_LASTING_TYPES = frozenset({"aid", "cooperate", "consult", "request"})
_PRESS = frozenset({"reporter", "journalist", "press", "media", "audience", "crowd", "supporter", "fan", "cheer"})
_CLOSED = frozenset({"close", "shut", "shutter"})
_MODALS = frozenset({"will", "would", "should", "must", "shall", "to", "may", "can", "could"})
_STEPS = frozenset({"rule", "file", "charge", "arrest", "sanction", "coerce", "vote", "yield", "sign"})
_ANY = frozenset({"a", "an", "any", "every", "each", "no"})
_SELVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves", "oneself"})
_ON_OTHERS = frozenset({"support", "oppose", "attack", "aid", "arrest", "coerce", "sanction", "interfere"})
_QUESTIONS = frozenset({"if", "whether", "why", "how", "when", "where", "what", "who"})
_MUTUAL = frozenset({"consult", "cooperate"})
_DONE_TO = frozenset({"arrest", "aid", "interfere"})
_SUFFERED = frozenset({"attack", "arrest", "charge", "sanction", "coerce", "rule"})
_SUFFERED_BY_NOUN = frozenset({"arrest", "charge"})
_SAID_OF = frozenset({"oppose", "support", "accuse", "aid", "sanction"})
_DONE_TO_SOMEBODY = frozenset({
    "charge", "arrest", "accuse", "warn", "consult", "coerce", "support", "oppose", "request", "threaten",
})  # fmt: skip
_SOMEBODY = frozenset({"person", "organization", "place"})
_UNREAL = frozenset({"possible", "conditional", "requested", "planned"})
_LEGAL = frozenset({"file", "charge"})
_OPEN: frozenset[Reason | None] = frozenset({"unreal", "unsure"})
_SOFT = frozenset(  # what news tells of loosely; the others are steps that states and courts take
    {"cooperate", "consult", "aid", "attack", "coerce", "yield", "investigate", "mobilise", "agree", "deny"}
)
_BRIEF = 3  # sentences
_KNOWN_BODIES = frozenset({"state", "court"})


class Scruples:
    """Judges the drafts of one text."""

    def __init__(
        self,
        clauses: Clauses,
        parties: Parties,
        finder: FrameFinder,
        citings: Sequence[Citing],
        *,
        keep_unsure: bool = False,
    ) -> None:
        self.clauses, self.parties, self.finder, self.citings = clauses, parties, finder, citings
        self._rules: tuple[tuple[Reason, Callable[[ActDraft], bool]], ...] = (
            ("nobody-named", self._is_nobody_named),
            ("left-open", self._is_left_open),
            ("left-open", self._is_done_to_himself),
            ("unknown-pronoun", self._has_unknown_pronoun),
            ("unknown-source", self._has_unknown_source),
            ("of-law", self._is_of_law),
            ("private", self._is_private_trip),
            ("habit", self._is_habit),
            ("reflexive", self._is_reflexive),
            ("question", self._is_question),
            ("opinion", self._is_opinion),
            ("one-sided", self._is_one_sided),
            ("no-doer", self._lacks_doer),
            ("bare-noun", self._is_bare_noun),
            ("unreal", self._is_unreal),
            ("owner-unread", self._has_owner_unread),
            *(() if keep_unsure else (("unsure", self._is_unsure),)),
        )
        self.sureness = Sureness(clauses, citings, parties)
        self._is_brief = len(clauses.analysis.sentences) <= _BRIEF
        self._of_states = self._only_of_states = False

    def sift(self, drafts: Sequence[ActDraft], trace: Trace | None = None) -> list[ActDraft]:
        """The drafts that stand, in their order. What somebody who stands is asked to do stands with the asking."""
        self._weigh(drafts)
        doubts = {draft.head: self._doubt(draft) for draft in drafts}
        for draft in drafts:
            standing = (d for d in drafts if doubts[d.head] is None)
            if doubts[draft.head] in (_OPEN if self._of_states else {"unreal"}) and any(
                self._asks(d, draft) or _protests(d, draft) for d in standing
            ):
                doubts[draft.head] = None
        if trace is not None:
            trace.refused |= {head: doubt for head, doubt in doubts.items() if doubt is not None}
        return [draft for draft in drafts if doubts[draft.head] is None]

    def _doubt(self, draft: ActDraft) -> Reason | None:
        return next((reason for reason, holds in self._rules if holds(draft)), None)

    def _asks(self, outer: ActDraft, inner: ActDraft) -> bool:
        asked = {*outer.recipients, *outer.actors}  # a promise is of its own doer
        asks = outer.head in {*inner.judged.embedders, *inner.judged.because}  # "said Chad must sign"
        return asks and set(inner.actors) <= asked

    def _is_nobody_named(self, draft: ActDraft) -> bool:
        """*a plumber beat his neighbour*: nobody whom a record could be about; or the doer is one of the many, unless
        he goes to court.
        """
        if not any(self.parties.named(p) for p in (*draft.actors, *draft.recipients)):
            return True
        if draft.frame.action.type in _LEGAL and any(self.parties.kind(p) == "court" for p in draft.recipients):
            return False
        if self._of_states and any(self._is_public(p) for p in draft.recipients):
            return False  # "relatives of the missing accused Chad"
        unnamed = [self.parties.kind(p) == "person" and not self.parties.named(p) for p in draft.actors]
        return bool(unnamed) and all(unnamed)  # "Peru and its ally" has Peru

    def _is_left_open(self, draft: ActDraft) -> bool:
        """*Moss met Holt. The former senator sued Chad*: who did it is known to the report, and not to its reader."""
        return any(self.parties.left_open(p) for p in (*draft.actors, *draft.recipients))

    def _is_done_to_himself(self, draft: ActDraft) -> bool:
        """*Moss and Holt slammed the president*: whoever that is, it is not one of them."""
        filler = self.clauses.object(draft.head) if draft.frame.action.pos == "verb" else None
        if draft.recipients or filler is None or self.clauses.tokens[filler].upos != "NOUN":
            return False
        meant = self.parties.of(filler)
        return bool(meant) and set(meant) <= set(draft.actors) and all(self.parties.kind(p) == "person" for p in meant)

    def _has_unknown_pronoun(self, draft: ActDraft) -> bool:
        """*Chad's envoy thanked him*: somebody is told, and who it is was not found out."""
        slots = draft.frame.action.actor if not draft.actors else ()
        slots += draft.frame.action.recipient if not draft.recipients else ()
        fillers = [(k, slot) for slot in slots for k in self.finder.fillers(draft.head, slot)]
        for filler in (draft.frame.actor, draft.frame.recipient):
            fillers += [(k, "conj") for k in self.clauses.conjuncts(filler)] if filler is not None else []
        return any(self._is_unknown(k, slot, draft) for k, slot in fillers)

    def _is_unknown(self, filler: int, slot: str, draft: ActDraft) -> bool:
        """Whether a word is a pronoun of which nobody is known, or of the doer himself, as *him* cannot be; or a *we*
        of somebody who speaks for nobody else, since it may mean any of us.
        """
        word = self.clauses.tokens[filler].text.lower()
        told = _OWNERS if slot.endswith("poss") else _SPOKEN_OF
        if word not in told or self.clauses.tokens[filler].upos not in {"PRON", "DET"}:
            return False
        beside = {p for k in self.clauses.kids(filler, "conj") for p in self.parties.of(k)}  # "he and Chad"
        found = [p for p in self.parties.of(filler) if p not in beside]
        if word in _WE and slot == "conj":
            return any(self.parties.kind(p) == "person" and not self.parties.in_office(p) for p in found) or not found
        return not found or (slot != "conj" and not draft.recipients and set(found) <= set(draft.actors))

    def _has_unknown_source(self, draft: ActDraft) -> bool:
        """*They say that Peru left*: a chain with a link of nobody is no chain."""
        speakers = [(self.citings[i], k) for i in draft.chain if (k := self.citings[i].speaker) is not None]
        pronouns = [(c, k) for c, k in speakers if self.clauses.tokens[k].text.lower() in _SPEAKERS]
        return any(not self.parties.of(k) or self._is_named_within(draft, c, k) for c, k in pronouns)

    def _is_named_within(self, draft: ActDraft, citing: Citing, speaker: int) -> bool:
        """*Ana Sorel called for talks, she said*: another *she*, since nobody names himself before he says *I*.

        A body does: *the court has granted leave, it announced*.
        """
        doer = draft.frame.actor
        kinds = {self.parties.kind(p) for p in self.parties.of(doer)} if doer is not None else set()
        if self.clauses.tokens[speaker].text.lower() == "it" and kinds & {"court", "organisation"}:
            return False
        if doer is None or doer > speaker or self.clauses.tokens[doer].upos != "PROPN" or not citing.holds(doer):
            return False
        same = self.clauses.sentence_of[doer] == self.clauses.sentence_of[speaker]
        return same and set(self.parties.of(speaker)) == set(self.parties.of(doer))

    def _is_of_law(self, draft: ActDraft) -> bool:
        """*Under the bill the minister may expel them*: what a law lets somebody do is no deed."""
        speakers = (self.citings[i].speaker for i in draft.chain)
        return any(k is not None and self.clauses.lemma(k).lower() in _LAWS for k in speakers)

    def _is_private_trip(self, draft: ActDraft) -> bool:
        """*Ana Sorel flew back to Lima*: to go somewhere is a visit of somebody who speaks for others."""
        goes = draft.frame.action.type == "consult" and draft.frame.action.words[0] in _GOING
        return goes and all(self.parties.named(p) and not self._is_for_others(p) for p in draft.actors)

    def _is_for_others(self, party: str) -> bool:
        return self._is_public(party) or self.parties.in_office(party) or self.parties.kind(party) != "person"

    def _is_one_sided(self, draft: ActDraft) -> bool:
        """*Chad's envoy met*: who was met is not told; *helped find it*: nor who was helped. What states have begun is
        of record with one of them, in a report of states.
        """
        if draft.frame.action.type == "consult" and self._is_with_outlet(draft):
            return True
        if draft.recipients:
            return False
        if draft.frame.action.type == "agree" and draft.frame.action.pos == "noun":  # "the Cyprus debt deal"
            return len(draft.actors) < 2
        if draft.frame.action.type == "cooperate" and draft.frame.action.pos == "verb" and len(draft.actors) < 2:
            return not any(self.parties.kind(p) == "group" and self._is_public(p) for p in draft.actors)
        if draft.frame.action.type in _MUTUAL:
            lone = draft.frame.action.type == "cooperate" and draft.frame.action.pos == "noun"  # "the China trade"
            return (
                (lone or not self._of_states)
                and len(draft.actors) < 2
                and all(self.parties.kind(p) != "group" for p in draft.actors)
            )
        return draft.frame.action.type in _DONE_TO

    def _is_with_outlet(self, draft: ActDraft) -> bool:
        """*spoke to the Herald*, *held a news conference with him*: those who are met are told the news."""
        kinds = (self.clauses.lemma(k).lower() for w in draft.frame.words for k in self.clauses.kids(w, "compound"))
        if {"news", "press", "media"} & set(kinds):
            return True
        asked = draft.frame.recipient if draft.frame.action.words[0] in _SPEAKING else None
        if asked is None:
            return False
        return self.clauses.lemma(asked) in _PRESS or {self.parties.kind(p) for p in self.parties.of(asked)} == {
            "outlet"
        }

    def _is_reflexive(self, draft: ActDraft) -> bool:
        """*defended himself*, *supporting herself on a stick*, *a firm closed its shops*: what somebody does to himself
        is done to nobody else.
        """
        own = (self.clauses.tokens[k].text.lower() for k in self.clauses.kids(draft.head, "obj"))
        if self._closes_own(draft):
            return True
        return bool(_SELVES & set(own)) and draft.frame.action.type in _ON_OTHERS

    def _closes_own(self, draft: ActDraft) -> bool:
        thing = self.clauses.object(draft.head) if draft.frame.action.words[0] in _CLOSED else None
        if thing is None or draft.frame.action.pos != "verb":
            return False
        owners = {p for k in self.clauses.kids(thing, "nmod:poss") for p in self.parties.of(k)}
        kinds = {self.parties.kind(p) for p in draft.actors}
        return bool(owners & set(draft.actors)) and not kinds & _KNOWN_BODIES

    def _is_opinion(self, draft: ActDraft) -> bool:
        """*They agreed that the road was bad*, *agreed on its worth*: terms are come to about what is to be done."""
        if draft.frame.action.type != "agree" or draft.frame.action.words != ("agree",) or draft.recipients:
            return False
        clauses = [k for k in self.clauses.complements(draft.head) if self.clauses.tokens[k].deprel == "ccomp"]
        return any(not self._is_to_be_done(k) for k in clauses)

    def _is_to_be_done(self, clause: int) -> bool:
        helpers = {self.clauses.lemma(k) for k in self.clauses.kids(clause, "aux", "mark")}
        return bool(helpers & _MODALS) or "VerbForm=Inf" in self.clauses.tokens[clause].feats

    def _is_question(self, draft: ActDraft) -> bool:
        """*a voter asked whether Chad would sign*: who asks so wants an answer and no deed, if he speaks for nobody."""
        asked = draft.frame.complement if draft.frame.action.type == "request" else None
        if asked is None or asked < draft.head or any(self._is_for_others(p) for p in draft.actors):
            return False
        opens = {self.clauses.lemma(k).lower() for k in self.clauses.kids(asked, "mark", "advmod") if k < asked}
        return bool(opens & _QUESTIONS)

    def _is_habit(self, draft: ActDraft) -> bool:
        """*They work with schools*, *it encourages people to vote*: what somebody does again and again is no deed."""
        token, action = self.clauses.tokens[draft.head], draft.frame.action
        now = "Tense=Pres" in token.feats and "VerbForm=Fin" in token.feats
        if now and self._is_of_any(draft):
            return True
        if action.words == ("vote",) and now and draft.time is None and not self._only_of_states:
            doers = {self.parties.kind(p) for p in draft.actors}
            return doers == {"group"} and not any(self.parties.count(p) for p in draft.actors)
        last = self.clauses.analysis.sentences[self.clauses.sentence_of[draft.head]][1]
        headline = self.clauses.tokens[last].upos != "PUNCT"
        lasting = action.words[0] in _LASTING and action.type in _LASTING_TYPES
        return now and lasting and not headline and draft.time is None

    def _is_of_any(self, draft: ActDraft) -> bool:
        """*a judge who rules against a state*, *courts that jail reporters*: what any does, and none has done."""
        token, noun = self.clauses.tokens[draft.head], self.clauses.tokens[draft.head].head
        if token.deprel != "acl:relcl" or draft.frame.action.type not in _STEPS or self.clauses.kids(draft.head, "aux"):
            return False
        common = self.clauses.tokens[noun].upos == "NOUN" and draft.frame.actor == noun
        opening = {self.clauses.lemma(k) for k in self.clauses.kids(noun, "det", "nummod", "nmod:poss")}
        plural = "Number=Plur" in self.clauses.tokens[noun].feats
        return common and (bool(opening & _ANY) or (plural and not opening))

    def _lacks_doer(self, draft: ActDraft) -> bool:
        """*Peru was thanked*: by whom is the news. An arrest or an attack stands by whom it was done to, if named; what
        the sea did to them (*forced from their homes by floods*) is no act.
        """
        if draft.actors:
            return False
        if self.clauses.is_passive(draft.head) and self.clauses.subject(draft.head) is not None:
            return True
        suffered = _SUFFERED if draft.frame.action.pos == "verb" else _SUFFERED_BY_NOUN
        return draft.frame.action.type not in suffered or not any(self.parties.named(p) for p in draft.recipients)

    def _is_bare_noun(self, draft: ActDraft) -> bool:
        """*his rallies*, *the party's concern*: a noun with one side is seldom an event. *A warning from Chad* is."""
        if draft.frame.action.pos != "noun" or not draft.actors:
            return False
        actor = draft.frame.actor
        if actor is not None and self.clauses.tokens[actor].upos == "PRON":
            return True
        if len({*draft.actors, *draft.recipients}) > 1:
            return False
        told = actor is not None and bool({"by", "from"} & set(self.clauses.cases(actor)))
        if draft.frame.action.type == "attack" and not told and not self._is_aimed(draft.head):
            return True
        return not told and not {self.parties.kind(p) for p in draft.actors} <= _KNOWN_BODIES

    def _is_aimed(self, noun: int) -> bool:
        """*Chad's war on the north*, not *the French invasion*: whom it was done to is told, be it by no name."""
        return any({"on", "against"} & set(self.clauses.cases(k)) for k in self.clauses.kids(noun, "nmod"))

    def _is_unsure(self, draft: ActDraft) -> bool:
        return self.sureness.confidence(draft) < self._least(draft)

    def _least(self, draft: ActDraft) -> float:
        """The confidence that an act needs where it is told."""
        if self._only_of_states or self._is_brief:
            return LEAST_PUBLIC if self._has_public(draft) else LEAST_BRIEF
        if self._of_states:
            if draft.frame.action.type in _SOFT:
                return LEAST_BESIDE
            between = all(any(map(self._is_public, side)) for side in (draft.actors, draft.recipients))
            return LEAST_BETWEEN if between else LEAST_STEP
        return LEAST

    def _weigh(self, drafts: Sequence[ActDraft]) -> None:
        """Tell what a report is about: of states and courts it is if two of them or more take part in two fifths of its
        acts, a court in half of them, or one of them in all.
        """
        bodies = [self._bodies(draft) for draft in drafts]
        of_states = sum(bool(each) for each in bodies)
        before_courts = sum(any(self.parties.kind(p) == "court" for p in each) for each in bodies)
        several = len(set[str]().union(*bodies)) > 1
        self._only_of_states = of_states == len(drafts)
        most = (several and 5 * of_states >= 2 * len(drafts)) or 2 * before_courts >= len(drafts)
        self._of_states = self._only_of_states or most

    def _bodies(self, draft: ActDraft) -> set[str]:
        """The states and courts that take part in an act, or for which somebody does."""
        behind = {self.parties.behind(p) for p in (*draft.actors, *draft.recipients)}
        return {p for p in behind if self.parties.kind(p) in _KNOWN_BODIES}

    def _has_public(self, draft: ActDraft) -> bool:
        return any(self._is_public(p) for p in (*draft.actors, *draft.recipients))

    def _is_public(self, party: str) -> bool:
        """A state or a court, somebody who acts for one, or a group counted or known by a name: in such a report, of
        states and bodies.
        """
        if self.parties.kind(party) == "group" and self.parties.named(party):
            return True
        return self.parties.count(party) is not None or self.parties.kind(self.parties.behind(party)) in _KNOWN_BODIES

    def _is_unreal(self, draft: ActDraft) -> bool:
        """*people who would support him*: what the many may do, or should, is no act of theirs. What states may do is
        news, in a report of states.
        """
        status = draft.judged.status
        if draft.judged.untold:
            return True
        if draft.judged.presumed and not draft.chain:  # "asked Chad to stop shelling": nobody is cited for the shelling
            return True
        if status not in _UNREAL:
            return False
        if self._of_states:
            return status == "requested" and not draft.judged.embedders
        if not all(self.parties.named(p) for p in draft.actors):
            return True
        sure = bool(draft.recipients) or all(
            self.parties.kind(p) in {"state", "court", "organisation", "group"} for p in draft.actors
        )
        return (status == "possible" and not sure) or (status == "requested" and not draft.judged.embedders)

    def _has_owner_unread(self, draft: ActDraft) -> bool:
        """*assailed the Chilean record of Ana Sorel*, *expressed alarm that Chad had left*: it is said of somebody who
        stands too deep to be made out.
        """
        if draft.recipients:
            return False
        if draft.frame.action.type in _DONE_TO_SOMEBODY and self._is_object_unread(draft):
            return True
        if draft.frame.action.type not in _SAID_OF:
            return False
        if any(set(self.parties.of(k)) - set(draft.actors) for k in self._subjects_below(draft)):
            return True
        return any(
            self.parties.kind(p) == "person" and p not in draft.actors
            for k in self._below(self.clauses.object(draft.head))
            for p in self.parties.of(k)
        )

    def _is_object_unread(self, draft: ActDraft) -> bool:
        """*sued the city*: somebody is sued, and is nobody known."""
        thing = self.clauses.object(draft.head) if draft.frame.action.pos == "verb" else None
        if thing is None or "obj" not in draft.frame.action.recipient or thing == draft.frame.object:
            return False
        token = self.clauses.tokens[thing]
        return not self.parties.of(thing) and (token.upos == "PROPN" or token.entity in _SOMEBODY)

    def _subjects_below(self, draft: ActDraft) -> Iterator[int]:
        """Who does what a finite clause tells of that completes an act or the noun of its phrase."""
        for word in (draft.head, *draft.frame.words):
            for clause in self.clauses.complements(word):
                told = clause > draft.head and not self.clauses.is_open_clause(clause)
                subject = self.clauses.subject(clause) if told else None
                if subject is not None:
                    yield subject

    def _below(self, top: int | None) -> Iterator[int]:
        """The words of a noun phrase, those of its clauses left out."""
        if top is None or self.clauses.is_verbal(self.clauses.tokens[top]):
            return
        yield top
        for k in self.clauses.kids(top, "nmod", "nmod:poss", "compound", "amod", "appos", "conj"):
            yield from self._below(k)


def _protests(protest: ActDraft, draft: ActDraft) -> bool:
    """*Students marched to demand reforms*: what the many demand by a protest is theirs."""
    asked = draft.frame.action.type in {"request", "protest"}
    return asked and protest.frame.action.type == "protest" and protest.actors == draft.actors
