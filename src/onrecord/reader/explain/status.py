"""Status told: every word that had a say in it, from the act outwards, with the line behind each."""

from onrecord.reader.explain.lines import line_of
from onrecord.reader.lexicon import Action, Complement
from onrecord.reader.trace import StatusRule, Step, Trace
from onrecord.reader.workings import Workings
from onrecord.records.explanations import StatusStep

_RULES: dict[StatusRule, str] = {
    "ahead": "an infinitive of purpose or of a headline: what is still to be done",
    "none": "a subject or object that is none: no state, nobody",
    "if": "a clause with a condition below a clause with would, could, may ...",
    "negation": "tagged as a negation",
    "answer": "it was asked, and this answers: it had, it did not, it would",
}


class StatusTeller:
    """Tells the statuses of acts of one reading; heads are token indexes."""

    def __init__(self, trace: Trace, workings: Workings) -> None:
        self._trace, self._tokens = trace, workings.clauses.tokens

    def steps(self, head: int) -> tuple[StatusStep, ...]:
        return tuple(self._step(step) for step in self._trace.steps.get(head, ()))

    def _step(self, step: Step) -> StatusStep:
        source: Complement | Action | StatusRule = (
            self._trace.own[step.word] if step.at is None else self._trace.given[step.word, step.at]
        )
        line = None if isinstance(source, str) else line_of(source)
        return StatusStep(
            token=step.word,
            span=self._tokens[step.word].span,
            gives=step.gives,
            so_far=step.so_far,
            governs=step.at,
            line=line,
            words=_RULES[source] if isinstance(source, str) else self._place(step),
        )

    def _place(self, step: Step) -> str:
        if step.at is not None:
            return f"governs “{self._tokens[step.at].text}”"
        above = self._tokens[step.word].head
        return f"hangs on “{self._tokens[above].text}”" if above >= 0 else "heads the sentence"

    def words(self, head: int) -> str:
        """Where the walk outwards ended, and whether a question left the status open."""
        stop = self._trace.stops[head]
        end = (
            "nothing governs it further"
            if stop is None
            else f"the next word out, “{self._tokens[stop].text}”, gives none"
        )
        told = "" if self._trace.steps.get(head) else "no word gives another status, so it is told as done; "
        question = "it stands in an open question, which leaves it possible; "
        return f"{told}{question if head in self._trace.questions else ''}{end}"
