"""Slots told: which slot of the line gave the actor, the recipient and the object, and what stood in the others."""

from collections.abc import Iterator

from onrecord.reader.explain.lines import slot_words
from onrecord.reader.frames import recipient_slots
from onrecord.reader.trace import Trace, UnsaidRule, Way
from onrecord.reader.workings import Workings
from onrecord.records.explanations import Role, SlotRead
from onrecord.records.readings import Reading
from onrecord.records.spans import Span

UNTRACED = "by a rule that left no trace"
_WAYS: dict[Way | UnsaidRule, str] = {
    "asked": "the word that governs this one, “{outer}”, names who is to do it",
    "given": "no party in its own slots; the word that governs it, “{outer}”, names who does it",
    "answered": "no party in its own slots; whoever answers it, the actor of “{outer}”, was its recipient",
    "gap": "its clause leaves the verb out; of two names side by side, one does it to the other",
    "behind": "no party in its own slots; it is said or done to what others did, who are meant",
    "alike": "no party in its own slots; the same as of the like act told before",
    "court": "no party in its own slots; the only court that the report speaks of",
    "promised": "no party in its own slots; those whom what it promises, agrees to, votes for or refuses is about",
}


class SlotTeller:
    """Tells the slots of acts of one reading; heads are token indexes."""

    def __init__(self, reading: Reading, trace: Trace, workings: Workings) -> None:
        self._trace, self._workings = trace, workings
        self._names = {party.id: party.name for party in workings.table.parties}
        self._mentions = {party.id: party.mentions for party in reading.parties}

    def tell(
        self, head: int, parties: tuple[tuple[str, ...], tuple[str, ...]], object_span: Span | None
    ) -> tuple[SlotRead, ...]:
        """The slots of the frame at `head`, whether it became an act or not, and who acts in the end, to whom."""
        frame, found = self._workings.frames[head], self._trace.found[head]
        actors, to = parties
        unsaid = self._trace.unsaid.get(head) or ("gap" if head in self._trace.gaps else None)
        actor_way = found.actor_way if set(actors) <= set(found.actors) else unsaid
        recipient_way = found.recipient_way if set(to) <= set(found.recipients) else unsaid
        recipients = tuple(
            dict.fromkeys(recipient_slots(frame.action, self._workings.finder.things(head, frame.action)))
        )
        return (
            self._party_slot("actor", head, frame.action.actor, (frame.actor, actors, actor_way)),
            self._party_slot("recipient", head, recipients, (frame.recipient, to, recipient_way)),
            self._object_slot(head, object_span),
        )

    def _party_slot(
        self,
        role: Role,
        head: int,
        asked: tuple[str, ...],
        found: tuple[int | None, tuple[str, ...], Way | UnsaidRule | None],
    ) -> SlotRead:
        token, parties, way = found
        if way == "slot" and token is not None and parties:
            slot = self._trace.slots.get((head, token))
            spans = tuple(self._phrases(token, parties))
            words = self._place(head, slot) if slot else UNTRACED
            left = [self._names[p] for p in self._workings.parties.of(token) if p not in parties]
            words += f"; left out: {', '.join(left)}, {self._left_out(role)}" if left else ""
            return SlotRead(
                role=role, asked=asked, slot=slot, token=token, spans=spans, parties=parties, words=words
            )  # fmt: skip
        if parties:
            outer = self._outer(head)
            return SlotRead(
                role=role,
                asked=asked,
                spans=tuple(self._in_sentence(head, parties)),
                parties=parties,
                words=_WAYS[way].format(outer=outer) if way else UNTRACED,
            )
        looked = "; ".join(self._looked(head, asked))
        return SlotRead(role=role, asked=asked, words=f"nobody ({looked})" if looked else "the line asks for none")

    def _place(self, head: int, slot: str) -> str:
        voiced = {"subj": " (the by-phrase of a passive)", "obj": " (the subject of a passive)"}
        return f"the {slot_words(slot)}" + (voiced.get(slot, "") if self._workings.clauses.is_passive(head) else "")

    def _left_out(self, role: Role) -> str:
        also = "an actor already, an outlet or document, or " if role == "recipient" else ""
        return f"{also}told of another act of this word"

    def _outer(self, head: int) -> str:
        """The word that governs the act's clause; the nearest that has a say in its status, else in the tree."""
        steps = [step.word for step in self._trace.steps.get(head, ()) if step.at is not None]
        above = self._workings.clauses.governor(head)
        outer = steps[0] if steps else above if above is not None else head
        return self._workings.clauses.tokens[outer].text

    def _looked(self, head: int, asked: tuple[str, ...]) -> Iterator[str]:
        """What stands in each slot and why it is no party: *obj: “noise” (abstract)*."""
        tokens, table = self._workings.clauses.tokens, self._workings.table
        for slot in asked:
            fillers = self._workings.finder.fillers(head, slot)
            seen = [
                f"“{tokens[i].text}” ({'has another part here' if self._workings.parties.of(i) else table.refused(i)})"
                for i in fillers
            ]
            yield f"{slot}: {', '.join(seen) or 'empty'}"

    def _phrases(self, token: int, parties: tuple[str, ...]) -> Iterator[Span]:
        """The noun phrases of a slot: that of the word, and those of the words joined to it that name parties."""
        clauses = self._workings.clauses
        joined = [k for k in clauses.conjuncts(token) if set(self._workings.parties.of(k)) <= set(parties)]
        named = [k for k in joined if self._workings.parties.of(k)]
        for k in named or [token]:
            phrase = clauses.phrase(k)
            yield Span(clauses.tokens[phrase.first].start, clauses.tokens[phrase.last].end)

    def _in_sentence(self, head: int, parties: tuple[str, ...]) -> Iterator[Span]:
        first, last = self._workings.sentence_at(head)
        sentence = Span(self._workings.clauses.tokens[first].start, self._workings.clauses.tokens[last].end)
        for party in parties:
            yield from (span for span in self._mentions.get(party, ()) if sentence.covers(span))

    def _object_slot(self, head: int, span: Span | None) -> SlotRead:
        frame = self._workings.frames[head]
        asked = frame.action.object
        if frame.object is None:
            words = f"nothing in {', '.join(asked)}" if asked else "the line asks for none"
            return SlotRead(role="object", asked=asked, words=words)
        slot = self._trace.slots[head, frame.object]
        spans = () if span is None else (span,)
        return SlotRead(
            role="object", asked=asked, slot=slot, token=frame.object, spans=spans, words=self._place(head, slot)
        )
