"""Words passed over: those that the lexicon knows and that made no act, each with the reason."""

from collections.abc import Iterator
from typing import get_args

from onrecord.reader.explain.lines import line_of, refused_line
from onrecord.reader.explain.slots import SlotTeller
from onrecord.reader.lexicon import ActionPos, actions_for
from onrecord.reader.trace import Trace
from onrecord.reader.workings import Workings
from onrecord.records.explanations import WordPassed
from onrecord.records.readings import Reading
from onrecord.records.reasons import WORD_REASONS, Reason
from onrecord.records.spans import Span


class PassedFinder:
    """Finds the words of one reading that made no act; heads are token indexes."""

    def __init__(self, reading: Reading, trace: Trace, workings: Workings) -> None:
        self._trace, self._workings = trace, workings
        self._ids = {head: act_id for act_id, head in trace.heads.items()}
        self._told = {trace.heads[act.id] for act in reading.acts}
        self._slots = SlotTeller(reading, trace, workings)

    def find(self) -> Iterator[WordPassed]:
        """In text order."""
        trace = self._trace
        for head in sorted({*trace.barred, *trace.refused, *trace.merged, *self._ids} - self._told):
            if head in self._ids:
                yield self._passed(head, "unsound")
            elif head in trace.merged:
                yield self._passed(head, "merged", into=self._ids.get(self._standing_for(head)))
            elif head in trace.refused:
                yield self._passed(head, trace.refused[head])
            elif parts := self._parts_of_speech(head):
                yield self._barred(head, parts)

    def _standing_for(self, head: int) -> int:
        """The word of the act that stands for a word's event; each was merged into one before or after it, once."""
        while head not in self._ids and head in self._trace.merged:
            head = self._trace.merged[head]
        return head

    def _parts_of_speech(self, head: int) -> list[str]:
        """The parts of speech as which the lexicon has the word."""
        lemma = self._workings.clauses.lemma(head)
        return [pos for pos in get_args(ActionPos) if actions_for(lemma, pos)]

    def _barred(self, head: int, parts: list[str]) -> WordPassed:
        reason = self._trace.barred[head]
        if reason == "no-line-fits" and head not in self._trace.tried:
            upos = self._workings.clauses.tokens[head].upos
            return self._passed(head, "no-line", note=f" ({upos}), only as {' and '.join(parts)}")
        return self._passed(head, reason)

    def _passed(self, head: int, reason: Reason, *, into: str | None = None, note: str = "") -> WordPassed:
        frame, found = self._workings.frames.get(head), self._trace.found.get(head)
        tokens = self._workings.clauses.tokens
        first, last = self._workings.sentence_at(head)
        told = None if frame is None or frame.object is None else tokens[frame.object].span
        return WordPassed(
            token=tokens[head],
            sentence=Span(tokens[first].start, tokens[last].end),
            reason=reason,
            words=WORD_REASONS[reason] + note,
            line=None if frame is None else line_of(frame.action),
            into=into,
            slots=() if found is None else self._slots.tell(head, (found.actors, found.recipients), told),
            refused=tuple(refused_line(tried) for tried in self._trace.tried.get(head, ())),
        )
