"""One act explained: the line that made it, what stood in its slots, its chain, time, parties and confidence."""

from collections.abc import Iterator

from onrecord.reader.explain.lines import conditions_of, line_of, refused_line
from onrecord.reader.explain.slots import SlotTeller
from onrecord.reader.explain.status import StatusTeller
from onrecord.reader.lexicon import actions_for
from onrecord.reader.trace import Trace
from onrecord.reader.workings import Workings
from onrecord.records.acts import Act
from onrecord.records.explanations import ActExplained, Factor, LexiconLine, LinkRead, PartyRead, TimeRead
from onrecord.records.readings import Reading
from onrecord.records.reasons import LINK_REASONS
from onrecord.records.spans import Span


class ActExplainer:
    """Explains the acts of one reading; heads are token indexes."""

    def __init__(self, reading: Reading, trace: Trace, workings: Workings) -> None:
        self._reading, self._trace, self._workings = reading, trace, workings
        self._slots = SlotTeller(reading, trace, workings)
        self._status = StatusTeller(trace, workings)
        self._attributions = {att.id: att for att in reading.attributions}

    def explain(self, act: Act, head: int) -> ActExplained:
        """How an act came about whose word is the token `head`."""
        tokens = self._workings.clauses.tokens
        first, last = self._workings.sentence_at(head)
        action = self._workings.frames[head].action
        chain, times = tuple(self._links(head)), tuple(self._times(act, first, last))
        return ActExplained(
            act=act,
            token=tokens[head],
            sentence=Span(tokens[first].start, tokens[last].end),
            line=line_of(action),
            conditions=conditions_of(action),
            slots=self._slots.tell(head, (act.actors, act.recipients), act.object),
            status=self._status.steps(head),
            status_words=self._status.words(head),
            chain=chain,
            times=times,
            time_words=self._time_words(times),
            parties=tuple(self._parties(act, chain)),
            factors=tuple(Factor(words=words, value=value) for words, value in self._trace.factors[head]),
            refused=tuple(refused_line(tried) for tried in self._trace.tried.get(head, ())),
            untried=tuple(self._untried(head)),
        )

    def _untried(self, head: int) -> Iterator[LexiconLine]:
        """The lines of the word that come after the one that fitted."""
        action = self._workings.frames[head].action
        keys = {action.key, *(tried.action.key for tried in self._trace.tried.get(head, ()))}
        for other in actions_for(action.words[0], action.pos):
            if other.key not in keys:
                yield line_of(other)

    def _links(self, head: int) -> Iterator[LinkRead]:
        for number, reason in self._trace.links[head].items():
            attribution = self._attributions.get(f"a{number + 1}")
            words = "its content holds the act's word, and it asserts it" if reason is None else LINK_REASONS[reason]
            cue = self._span(self._workings.citings[number].cue)
            yield LinkRead(attribution=attribution, taken=reason is None, cue=cue, reason=reason, words=words)
        for deed, content in self._trace.deeds:
            if any(first <= head <= last for first, last in content):
                words = LINK_REASONS["deed"]
                yield LinkRead(attribution=None, taken=False, cue=self._span(deed), reason="deed", words=words)

    def _span(self, words: tuple[int, int] | None) -> Span | None:
        tokens = self._workings.clauses.tokens
        return None if words is None else Span(tokens[words[0]].start, tokens[words[1]].end)

    def _times(self, act: Act, first: int, last: int) -> Iterator[TimeRead]:
        for time in self._workings.times:
            if first <= time.head <= last:
                above = self._workings.clauses.tokens[time.head].head
                yield TimeRead(
                    span=time.span,
                    since=time.since.isoformat(),
                    until=time.until.isoformat(),
                    hangs_on=above if above >= 0 else None,
                    taken=time.span == act.time.span,
                )

    def _time_words(self, times: tuple[TimeRead, ...]) -> str:
        if any(time.taken for time in times):
            return "stated: the words hang on the act's word, or on a verb that only carries it"
        if times:
            return "none: no time that the sentence tells hangs on the act's word"
        if self._reading.report.published is None:
            return "none: without a date of publication only a time that tells its year can be read, and there is none"
        return "none: the sentence tells no time that can be read"

    def _parties(self, act: Act, chain: tuple[LinkRead, ...]) -> Iterator[PartyRead]:
        by_id = {party.id: party for party in self._reading.parties}
        roles: dict[str, list[str]] = {}
        for key in act.actors:
            roles.setdefault(key, []).append("actor")
        for key in act.recipients:
            roles.setdefault(key, []).append("recipient")
        for att in (link.attribution for link in chain if link.taken and link.attribution is not None):
            for name, source in (("source", att.source), ("via", att.via)):
                if source is not None:
                    roles.setdefault(source, []).append(f"{name} of {att.id}")
        for key in list(roles):
            party = by_id[key]
            for other in (party.acts_for, *party.members):
                if other is not None and other in by_id:
                    part = "acted for by" if other == party.acts_for else "member of"
                    roles.setdefault(other, []).append(f"{part} {key}")
        for key, parts in roles.items():
            yield PartyRead(
                party=by_id[key],
                roles=tuple(parts),
                rules=self._rules(key),
                unsettled=self._workings.table.unsettled(key),
            )

    def _rules(self, party: str) -> tuple[str, ...]:
        """The rules that read the phrases of a party; a phrase of several parties is told with each."""
        table, tokens = self._workings.table, self._workings.clauses.tokens
        found = (table.rule(token.index) for token in tokens if table.of(token.index)[:1] == (party,))
        return tuple(dict.fromkeys(rule for rule in found if rule is not None))
