"""Acts: frames with their status, chain, time and confidence, one entry per event."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.reader.answers import find_answer
from onrecord.reader.citings import Citing, cue_head, find_holders
from onrecord.reader.clauses import Clauses
from onrecord.reader.dates import TimeFound, time_of
from onrecord.reader.drafts import ActDraft
from onrecord.reader.frames import Frame
from onrecord.reader.gaps import find_gaps
from onrecord.reader.obligations import OBLIGATION
from onrecord.reader.pairs import part_pairs
from onrecord.reader.parties import Parties
from onrecord.reader.recipients import RecipientFinder
from onrecord.reader.scruples import Scruples
from onrecord.reader.statuses import Judged, StatusReader
from onrecord.reader.sureness import places_of
from onrecord.reader.trace import Found, Trace
from onrecord.records.acts import Act, ActTime
from onrecord.records.reasons import Reason
from onrecord.records.spans import Span

ASSERTING = frozenset({"accuse", "warn"})  # types whose cue asserts what its content tells; other acts do not
_SOURCES = frozenset({"outlet", "document"})  # they tell; what they are told to do besides is left out, save that
_BY_OUTLETS = frozenset({"charge", "file"})  # an outlet sues like anybody, and is sued, banned, raided or warned
_TO_OUTLETS = frozenset({
    "accuse", "arrest", "attack", "charge", "coerce", "cooperate", "interfere", "investigate", "oppose", "reject",
    "rule", "sanction", "threaten", "warn",
})  # fmt: skip
_BLASTS = frozenset({
    "bomb", "bombing", "blast", "explosion", "mine", "landmine", "shelling", "attack", "strike", "airstrike", "raid",
    "ambush", "missile", "rocket", "shell", "drone", "assault", "gunfire", "bombardment", "explosive", "device",
    "mortar",
})  # fmt: skip
_ASSERTING_NOUNS = frozenset(
    {
        "expose", "reveal", "report", "confirm", "announce", "allege", "acknowledge", "describe", "detail", "disclose",
        "document", "claim", "cite", "note", "mention", "recount", "admit", "revelation", "disclosure", "accord",
        "according",
    }
)  # fmt: skip
_ANNOUNCING = frozenset({"announce", "declare", "proclaim"})
_DONE_BY_WORDS = frozenset({"request", "pledge", "support", "oppose", "accuse", "deny", "warn", "reject", "agree"})
_TELLING_COUNT = 5  # so many are not counted alike by chance
_DEEDS = frozenset({  # what is done and not said: an answer to it does not tell it again
    "agree", "aid", "arrest", "attack", "charge", "coerce", "cooperate", "mobilise", "rule", "sanction", "withdraw",
    "yield",
})  # fmt: skip
_TEMPORAL = frozenset({"after", "follow", "following", "since", "before", "amid", "despite", "by"})
_ANSWERED = frozenset({"request", "pledge"})
_ANSWERS = frozenset({"agree", "reject", "yield"})


class ActReader:
    """Makes the acts of one report; tells the trace, where there is one, what it left out."""

    def __init__(
        self,
        clauses: Clauses,
        parties: Parties,
        citings: Sequence[Citing],
        times: tuple[TimeFound, ...],
        unsaid: RecipientFinder,
        scruples: Scruples,
        trace: Trace | None = None,
    ) -> None:
        self.clauses, self.parties, self.citings, self.times, self.unsaid = clauses, parties, citings, times, unsaid
        self.scruples, self.trace = scruples, trace
        self._holders = find_holders(citings)

    def read(self, frames: Sequence[Frame]) -> tuple[Act, ...]:
        """Acts in text order with ids e1, e2 ...; chains are ids a1, a2 ... in the order of the citings."""
        by_head = {frame.head: frame for frame in frames}
        statuses = StatusReader(self.clauses, by_head, self.trace)
        drafts = [d for frame in frames if (d := self._draft(frame, by_head, statuses)) is not None]
        pairs = [pair for draft in drafts for pair in (*part_pairs(self.clauses, draft), *self._across_gaps(draft))]
        if self.trace is not None:
            self.trace.refused |= dict.fromkeys({d.head for d in drafts} - {p.head for p in pairs}, "unpaired")
        kept, merged = self._merge(self.scruples.sift(self.unsaid.complete(pairs, by_head), self.trace))
        ids = {draft.head: f"e{n}" for n, draft in enumerate(kept, start=1)}
        ids |= {head: ids[other] for head, other in merged.items()}
        if self.trace is not None:
            self.trace.heads = {f"e{n}": draft.head for n, draft in enumerate(kept, start=1)}
        return tuple(self._act(f"e{n}", draft, ids) for n, draft in enumerate(kept, start=1))

    def _across_gaps(self, draft: ActDraft) -> Iterator[ActDraft]:
        """*Peru thanked Chile, and Mali Togo*: the acts of the clauses that leave the verb out."""
        for doer, done_to in find_gaps(self.clauses, draft.head) if draft.recipients else ():
            actors, recipients = self._parties(doer), self._parties(done_to)
            if actors and recipients:
                if self.trace is not None:
                    self.trace.gaps.add(draft.head)
                yield replace(draft, actors=actors, recipients=recipients)

    def _draft(self, frame: Frame, by_head: dict[int, Frame], statuses: StatusReader) -> ActDraft | None:
        judged = statuses.read(frame.head)
        asked, own, to = self._asked(frame, by_head), self._parties(frame.actor), self._parties(frame.recipient)
        if not asked and self._is_of_unknown(frame, by_head):
            own = ()
        actors = asked or own or self._given_actors(by_head, judged)
        recipients = to or self._answerers(frame, by_head)
        recipients = tuple(p for p in recipients if p not in actors and self._may_be(p, frame, _TO_OUTLETS))
        if self.trace is not None:
            found = Found(
                actors, recipients, "asked" if asked else "slot" if own else "given", "slot" if to else "answered"
            )
            self.trace.found[frame.head] = found
        lack = self._lack(frame, actors, recipients, judged, by_head)
        if lack is not None:
            if self.trace is not None:
                self.trace.refused[frame.head] = lack
            return None
        chain = self._chain(frame.head, actors, judged, by_head)
        time = time_of(self.clauses.analysis, frame.head, self.times)
        if time is None and judged.status == "actual":
            time = self._time_of_own_word(frame.head, actors, chain)
        return ActDraft(frame=frame, actors=actors, recipients=recipients, judged=judged, chain=chain, time=time)

    def _time_of_own_word(self, head: int, actors: tuple[str, ...], chain: tuple[int, ...]) -> TimeFound | None:
        """*Chad announced on Monday that it had sued*: its announcing dates what is its own act, if nothing else does.

        *said on Monday that it had signed* does not, but *said on Monday that it was suing*, at that time, does.
        """
        citing = self.citings[chain[-1]] if chain else None
        cue = cue_head(self.clauses, citing.cue) if citing is not None else None
        if citing is None or cue is None or self.clauses.sentence_of[cue] != self.clauses.sentence_of[head]:
            return None
        helpers = [self.clauses.tokens[k] for k in self.clauses.kids(head, "aux")]
        going_on = self.clauses.tokens[head].text.endswith("ing") and any(t.lemma.lower() == "be" for t in helpers)
        own = self._parties(citing.speaker) == actors and (going_on or self.clauses.lemma(cue) in _ANNOUNCING)
        return time_of(self.clauses.analysis, cue, self.times) if own else None

    def _may_be(self, party: str, frame: Frame, of_outlets: frozenset[str]) -> bool:
        """Whether a party may act, or be acted on, at all: a document never, an outlet in acts of some types."""
        kind, told = self.parties.kind(party), frame.action.type in of_outlets
        ordered = frame.action.type == "request" and frame.complement is not None and of_outlets is _TO_OUTLETS
        return kind not in _SOURCES or (kind == "outlet" and (told or ordered))

    def _lack(
        self,
        frame: Frame,
        actors: tuple[str, ...],
        recipients: tuple[str, ...],
        judged: Judged,
        by_head: dict[int, Frame],
    ) -> Reason | None:
        """Why a frame with these parties tells no act; None where it does."""
        head = frame.head
        if not actors and not recipients:
            return "no-party"
        done = self.clauses.tokens[head].upos == "NOUN" or self.clauses.is_passive(head) or self._is_by_blast(head)
        if not actors and not done:
            return "no-actor"
        if not (actors and recipients) and self._is_background(head, actors, by_head):
            return "background"
        if not actors and judged.status == "requested":  # nobody is asked: "the court must be allowed to work"
            return "nobody-asked"
        return None if all(self._may_be(p, frame, _BY_OUTLETS) for p in actors) else "outlet-acts"

    def _is_by_blast(self, head: int) -> bool:
        """*a bomb killed two officers*: an attack whose doer is not told, like one in the passive."""
        subject = self.clauses.subject(head)
        return subject is not None and self.clauses.lemma(subject) in _BLASTS

    def _is_background(self, head: int, actors: tuple[str, ...], by_head: dict[int, Frame]) -> bool:
        """A noun deep in a phrase: *an opinion against the prosecutor's request* tells of no request."""
        deprel = self.clauses.tokens[head].deprel
        if deprel == "nmod:poss":
            return True
        outer = by_head.get(self.clauses.governor(head) or 0)
        if outer is not None and by_head[head].action.type in _DEEDS and self._is_by_another(actors, outer):
            return False
        if deprel in {"obj", "nsubj:pass"} and outer is not None:
            return self._is_anaphoric(head)  # "withdrew its objection" is one act
        return (
            deprel in {"nmod", "obl", "conj"}
            and self._is_anaphoric(head)
            and not _TEMPORAL & set(self.clauses.cases(head))
        )

    def _is_by_another(self, actors: tuple[str, ...], outer: Frame) -> bool:
        """*Peru condemned the seizure of the boat by Chad*: two acts, by two."""
        doers = {self.parties.behind(p) for p in self._parties(outer.actor)}
        return bool(actors) and doers.isdisjoint(self.parties.behind(p) for p in actors)

    def _parties(self, token: int | None) -> tuple[str, ...]:
        return self.parties.of(token) if token is not None else ()

    def _asked(self, frame: Frame, by_head: dict[int, Frame]) -> tuple[str, ...]:
        """*appealed to 25 states to act*: who is asked does what the clause without a subject of its own tells."""
        head = self.clauses.governor(frame.head)
        while head is not None and self.clauses.tokens[head].deprel in {"xcomp", "conj"} and head not in by_head:
            head = self.clauses.governor(head)
        outer = by_head.get(head) if head is not None else None
        if outer is None or outer.action.embeds is None or outer.action.embeds.who != "recipient":
            return ()
        if self.clauses.kids(frame.head, "nsubj", "nsubj:pass") or self.clauses.is_passive(frame.head):
            return ()
        governed = frame.head == outer.complement or frame.head in self.clauses.complements(outer.head)
        return self._parties(outer.recipient) if governed else ()

    def _is_of_unknown(self, frame: Frame, by_head: dict[int, Frame]) -> bool:
        """*Chad's envoy called on her to resign*, where nobody is known for *her*: it is not the envoy who resigns."""
        head = self.clauses.governor(frame.head)
        outer = by_head.get(head) if head is not None else None
        if outer is None or outer.action.embeds is None or outer.action.embeds.who != "recipient":
            return False
        if outer.recipient is not None or frame.head not in self.clauses.complements(outer.head):
            return False
        others = self.clauses.kids(outer.head, "obj", "iobj", "obl")
        return any(self.clauses.tokens[k].upos == "PRON" and not self._parties(k) for k in others)

    def _given_actors(self, by_head: dict[int, Frame], judged: Judged) -> tuple[str, ...]:
        """Who does an act that has no subject of its own: the one whom the governing act names."""
        for embedder in judged.embedders:
            outer = by_head.get(embedder)
            if outer is not None and outer.action.embeds is not None:
                who = outer.action.embeds.who
                return self._parties(outer.recipient if who == "recipient" else outer.actor if who == "actor" else None)
        return ()

    def _answerers(self, frame: Frame, by_head: dict[int, Frame]) -> tuple[str, ...]:
        """*Chad agreed to Peru's request*: what was asked or offered was so to the one who answers it."""
        head = self.clauses.governor(frame.head)
        outer = by_head.get(head) if head is not None else None
        if outer is None or frame.action.type not in _ANSWERED or outer.action.type not in _ANSWERS:
            return ()
        return self._parties(outer.actor)

    def _chain(
        self, trigger: int, actors: tuple[str, ...], judged: Judged, by_head: dict[int, Frame]
    ) -> tuple[int, ...]:
        """Who is cited for the act, outermost first: those whose content holds it and who assert it."""
        answer = find_answer(self.clauses, trigger)  # "asked whether ..., he said it had": he says so
        holding = self._holders.get(answer.word if answer is not None else trigger, ())
        holders = sorted(holding, key=lambda i: (self._depth(i), -self.citings[i].size()))
        doubts = {i: self._doubt(self.citings[i], trigger, judged, by_head) for i in holders}
        for i, doubt in doubts.items():
            own = self._is_own_step(self.citings[i], actors, judged) or self._is_askers(
                self.citings[i], judged, by_head
            )
            if by_head[trigger].action.key == OBLIGATION:  # the saying is the asking
                own = own or bool(set(self._parties(self.citings[i].speaker)) & set(actors))
            if doubt is None and own:
                doubts[i] = "own-step"
            elif doubt is None and self._is_said_outright(self.citings[i], trigger, actors, by_head):
                doubts[i] = "own-word"
        links = [i for i, doubt in doubts.items() if doubt is None]
        for outer, inner in pairwise(links):
            source = self._parties(self.citings[inner].speaker)
            if source and source == self._parties(self.citings[outer].speaker):
                doubts[inner] = "same-source"
        if self.trace is not None:
            self.trace.links[trigger] = doubts
        return tuple(i for i, doubt in doubts.items() if doubt is None)

    def _is_own_step(self, citing: Citing, actors: tuple[str, ...], judged: Judged) -> bool:
        """Whoever promises or refuses an act of his own is not cited for it: he has not said that it happened."""
        own = bool(set(self._parties(citing.speaker)) & set(actors))
        cue = set(range(citing.cue[0], citing.cue[1] + 1)) if citing.cue is not None else set()
        return own and (judged.status == "planned" or bool(cue & set(judged.embedders)))

    def _is_said_outright(
        self, citing: Citing, trigger: int, actors: tuple[str, ...], by_head: dict[int, Frame]
    ) -> bool:
        """*"We condemn the raid," Chad said*: with these words Chad does it, and is not cited for having done it."""
        if by_head[trigger].action.type not in _DONE_BY_WORDS or self._parties(citing.speaker) != actors:
            return False
        token, subjects = self.clauses.tokens[trigger], self.clauses.kids(trigger, "nsubj")
        first = any(self.clauses.tokens[k].text.lower() in {"i", "we"} for k in subjects)
        alone = token.deprel != "conj" and not self.clauses.kids(trigger, "cc")  # "Chad left, and we condemn it"
        return first and alone and "Tense=Pres" in token.feats and "VerbForm=Fin" in token.feats

    def _is_askers(self, citing: Citing, judged: Judged, by_head: dict[int, Frame]) -> bool:
        """*wrote to Peru, asking it to act*: whoever asks for an act is not cited for it, whatever cue tells of him."""
        outer = [by_head[i] for i in {*judged.embedders, *judged.because} if i in by_head]
        asking = {p for frame in outer if frame.action.type == "request" for p in self._parties(frame.actor)}
        return judged.status == "requested" and bool(asking & set(self._parties(citing.speaker)))

    def _depth(self, i: int) -> int:
        depth, at = 0, self.citings[i].parent
        while at is not None:
            depth, at = depth + 1, self.citings[at].parent
        return depth

    def _doubt(self, citing: Citing, trigger: int, judged: Judged, by_head: dict[int, Frame]) -> Reason | None:
        """Why a citing that holds the word of an act does not assert it; None where it does."""
        if citing.kind == "intention":
            return "intention"
        if set(self._parties(citing.speaker)) & self.parties.own:
            return "own-outlet"
        if citing.cue is None:
            return None
        words = set(range(citing.cue[0], citing.cue[1] + 1))
        if trigger in words:
            return "own-word"
        if words & set(judged.unasserted):
            return "not-asserted"
        head = cue_head(self.clauses, citing.cue)
        if citing.source is None and citing.speaker is None and head in judged.embedders:
            return "expected"
        if head is not None and self._is_beside(trigger, head):
            return "beside"
        if not self._is_clause(citing) and not {self.clauses.lemma(i) for i in words} & _ASSERTING_NOUNS:
            return "thing"
        cues = words | {head if head is not None else -1}
        tells = any(i in by_head and by_head[i].action.type not in ASSERTING for i in cues)
        return "act-cue" if tells else None

    def _is_beside(self, trigger: int, cue: int) -> bool:
        """*wrote a note, mocking Chad*, *said he would go, as he thanked those freed by Chad*: what is told in a clause
        beside the saying is not said by it.
        """
        at = trigger
        while (head := self.clauses.tokens[at].head) >= 0 and head != cue:
            at = head
        if head != cue or at < cue or self.clauses.tokens[at].deprel != "advcl":
            return False
        marks = set(self.clauses.marks(at))
        participle = not marks and self.clauses.tokens[at].text.endswith("ing") and not self.clauses.kids(at, "nsubj")
        return participle or bool(marks and marks <= {"as", "while"} and self.clauses.kids(at, "nsubj"))

    def _is_clause(self, citing: Citing) -> bool:
        """Whether a content states something: a clause or a quotation, not a thing that somebody feels about."""
        if citing.form != "indirect":
            return True
        first, last = citing.content[0][0], citing.content[-1][1]
        tops = [i for i in range(first, last + 1) if not first <= self.clauses.tokens[i].head <= last]
        return any(self.clauses.tokens[i].upos not in {"NOUN", "PROPN", "PRON", "PUNCT", "ADP"} for i in tops)

    def _merge(self, drafts: Sequence[ActDraft]) -> tuple[list[ActDraft], dict[int, int]]:
        """One entry per event: a later mention with like parties, type, status and object is left out.

        With the drafts that are kept: which of them, by head, stands for each that is left out.
        """
        kept: list[ActDraft] = []
        place: dict[int, int] = {}
        for draft in drafts:
            same = next((i for i, other in enumerate(kept) if self._same_event(draft, other)), None)
            place[draft.head] = len(kept) if same is None else same
            if same is None:
                kept.append(draft)
            elif draft.chain and not kept[same].chain and draft.judged.status == kept[same].judged.status:
                self._note_merge(kept[same], draft)
                kept[same] = draft  # the body tells on whose word the headline stands
            else:
                self._note_merge(draft, kept[same])
        merged = {head: kept[i].head for head, i in place.items() if kept[i].head != head}
        return sorted(kept, key=lambda draft: draft.head), merged

    def _note_merge(self, gone: ActDraft, kept: ActDraft) -> None:
        if self.trace is not None:
            self.trace.merged[gone.head] = kept.head

    def _same_event(self, one: ActDraft, other: ActDraft) -> bool:
        if self._is_told_twice(one, other):
            return True
        if (one.frame.action.type, one.actors) != (other.frame.action.type, other.actors):
            return False
        if not one.recipients and self.clauses.tokens[one.head].head == other.head and self._is_joined(one.head):
            return True  # "granted the request and set a date"
        if self._is_anaphoric(one.frame.head) and (not one.recipients or one.recipients == other.recipients):
            return True
        if one.judged.status != other.judged.status:
            return False
        if one.recipients != other.recipients and one.recipients and other.recipients:
            return self._lemma(one) == self._lemma(other) and self._may_be_one(one.recipients, other.recipients)
        mine, theirs = self._content_lemmas(one.frame), self._content_lemmas(other.frame)
        apart = self.clauses.sentence_of[one.head] != self.clauses.sentence_of[other.head]
        if apart and one.recipients != other.recipients and self._lemma(one) != self._lemma(other):
            return bool(mine & theirs)  # "heard the case ... granted Chad leave" are two rulings
        return not mine or not theirs or bool(mine & theirs)

    def _is_told_twice(self, one: ActDraft, other: ActDraft) -> bool:
        """*Israel asked 25 states ... its minister wrote to 25 ministers*: the same number, asked by the same state."""
        counts = [[self.parties.count(p) for p in draft.recipients] for draft in (one, other)]
        if counts[0] != counts[1] or len(counts[0]) != 1 or (counts[0][0] or 0) < _TELLING_COUNT:
            return False
        actors = [{self.parties.behind(p) for p in draft.actors} for draft in (one, other)]
        alike = one.frame.action.type == other.frame.action.type and one.judged.status == other.judged.status
        return alike and actors[0] == actors[1]

    def _may_be_one(self, some: tuple[str, ...], others: tuple[str, ...]) -> bool:
        """*threatened the chief prosecutor ... had threatened Ana Sorel*: an office, and the name of its holder."""
        pair = (*some, *others)
        persons = len(pair) == 2 and all(self.parties.kind(p) == "person" for p in pair)
        return persons and self.parties.by_office(pair[0]) != self.parties.by_office(pair[1])

    def _lemma(self, draft: ActDraft) -> str:
        return self.clauses.lemma(draft.head)

    def _is_joined(self, head: int) -> bool:
        return self.clauses.tokens[head].deprel == "conj" and self.clauses.is_verbal(self.clauses.tokens[head])

    def _is_anaphoric(self, head: int) -> bool:
        """*the request*, *Chad's request*: a definite noun speaks of what was told before."""
        if self.clauses.tokens[head].upos not in {"NOUN", "PROPN"}:
            return False
        definite = [
            k for k in self.clauses.kids(head, "det") if self.clauses.lemma(k) in {"the", "this", "that", "these"}
        ]
        return bool(definite or self.clauses.kids(head, "nmod:poss"))

    def _content_lemmas(self, frame: Frame) -> set[str]:
        if frame.object is None:
            return set()
        return {
            self.clauses.lemma(i)
            for i in self.clauses.subtree(frame.object)
            if self.clauses.tokens[i].upos in {"NOUN", "PROPN", "VERB"}
        }

    def _act(self, name: str, draft: ActDraft, ids: dict[int, str]) -> Act:
        frame = draft.frame
        token = self.clauses.tokens[frame.head]
        sureness = self.scruples.sureness
        if self.trace is not None:
            self.trace.factors[frame.head] = sureness.factors(draft)
            self.trace.signs[frame.head] = sureness.signs.of(draft)
            self.trace.places[frame.head] = places_of(draft)
        about = [ids[i] for i in (*self._below(frame), *draft.behind) if i in ids]
        return Act(
            id=name,
            type=frame.action.type,
            trigger=token.span,
            actors=draft.actors,
            recipients=draft.recipients,
            about=tuple(dict.fromkeys(about))[:3],
            object=self._span(frame.object),
            status=draft.judged.status,
            time=_act_time(draft.time),
            chain=tuple(f"a{i + 1}" for i in draft.chain),
            confidence=round(sureness.confidence(draft), 3),
            rule=frame.action.key,
        )

    def _below(self, frame: Frame) -> list[int]:
        if frame.complement is None or frame.action.embeds is None:
            return []
        return [i for i in self.clauses.conjuncts(frame.complement) if i != frame.head]

    def _span(self, token: int | None) -> Span | None:
        if token is None:
            return None
        inside = [self.clauses.tokens[i] for i in self.clauses.subtree(token)]
        while inside and inside[-1].upos == "PUNCT" and inside[-1].text not in {'"', "”", ")", "’", "'"}:
            inside.pop()
        while inside and inside[0].upos in {"PUNCT", "ADP"} and inside[0].text not in {'"', "“", "("}:
            inside.pop(0)
        return Span(inside[0].start, inside[-1].end) if inside else None


def _act_time(time: TimeFound | None) -> ActTime:
    if time is None:
        return ActTime()
    return ActTime(since=time.since.isoformat(), until=time.until.isoformat(), basis="stated", span=time.span)
