"""Statuses: whether an act is told as done, planned, asked for, possible, conditional, not done or denied.

The status of a word is read from its own modals and negation, then outwards through every word that governs its
clause: *may*, *refused to*, *denied that*, *plans to*. Saying words are transparent.
"""

from dataclasses import dataclass

from onrecord.reader.answers import find_answer
from onrecord.reader.clauses import Clauses
from onrecord.reader.frames import Frame
from onrecord.reader.lexicon import Action, Complement, complements_for
from onrecord.reader.own_statuses import OwnStatuses
from onrecord.reader.trace import StatusRule, Step, Trace
from onrecord.records.acts import ActStatus

_HAPPEN = frozenset({
    "begin", "start", "follow", "take", "occur", "happen", "resume", "continue", "come", "materialise", "materialize",
    "proceed",
})  # fmt: skip
_OPENING = 2  # words at most before the auxiliary that opens a question: a quotation mark, a conjunction
_ASKING = frozenset({"why", "how", "when", "where", "who", "whom", "what", "which", "whose"})
_NEEDED = frozenset({"need", "have", "require", "oblige", "compel"})
_EASE = frozenset({"easy", "hard", "difficult", "tough", "simple", "choice", "option", "alternative"})
_SEEN = frozenset({"see", "view", "regard", "perceive", "portray"})
_LESS = frozenset({"less", "least"})
_WORTH = frozenset({"importance", "significance", "necessity", "value"})
_ATTEMPTS = frozenset({"try", "attempt", "effort", "endeavour", "endeavor", "campaign", "bid", "plot"})
_ATTEMPTED = frozenset({"interfere"})
_ENDED = frozenset({"stop", "cease", "quit", "halt"})
_CALLED_OFF = frozenset({"cancel", "postpone", "call", "scrap", "block", "prevent", "stop", "delay"})
_FEELING = frozenset({"feel", "seem", "look"})
_DOUBTING = frozenset({"question", "doubt", "dispute", "mistrust"})
_SEEING = frozenset({"see", "witness"})
_UNREAL = frozenset({"planned", "requested", "possible", "conditional"})
_POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "PROPN": "noun", "ADV": "adv", "AUX": "aux"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A status and the words that gave it, innermost first.

    `embedders` are the words that govern its clause; those in
    `unasserted` do not say that it happened (*asked*, *denied*), the others do (*accused of*, *believe*). It is
    `presumed` where somebody only asks that it be stopped, and `untold` where the words above it leave it open.
    """

    status: ActStatus
    because: tuple[int, ...] = ()
    embedders: tuple[int, ...] = ()
    unasserted: tuple[int, ...] = ()
    presumed: bool = False
    untold: bool = False


def combine(inner: ActStatus, outer: ActStatus) -> ActStatus:
    """The status of *outer (inner (act))*: *did not refuse to sign* is actual, *does not plan to sign* negated."""
    if inner == "actual":
        return outer
    if outer == "denied" or inner == "denied":
        return "denied"
    if outer == "negated":
        return "actual" if inner == "negated" else "negated"
    if outer == "conditional" and inner in _UNREAL:
        return "conditional"
    if inner == "planned" and outer in {"possible", "requested"}:  # "asked Chad to send jets to bomb Niger"
        return outer
    return inner


def _put(inner: ActStatus, outer: ActStatus, *, meant: bool) -> tuple[ActStatus, bool]:
    """The status with one more word around, and whether it is only meant that it be not done: *is not meant to keep
    Chad from selling* leaves open whether Chad sells.
    """
    if meant and inner == outer == "negated":
        return "possible", False
    return combine(inner, outer), meant or (inner == "negated" and outer in _UNREAL)


class StatusReader:
    """Reads the statuses of one text; `frames` are its acts by head token. The trace gets every word that had a say."""

    def __init__(self, clauses: Clauses, frames: dict[int, Frame], trace: Trace | None = None) -> None:
        self.clauses = clauses
        self.frames = frames
        self.trace = trace
        self.own = OwnStatuses(clauses, self._is_governed, self._given, trace)

    def read(self, trigger: int) -> Judged:
        """The status of the act that a token tells of.

        An open question stays open whatever governs it: *declined to say whether he would be held* denies nothing.
        """
        status: ActStatus = "actual"
        because: list[int] = []
        open_question = presumed = untold = meant = False
        embedders: list[int] = []
        unasserted: list[int] = []
        at = trigger
        answer = find_answer(self.clauses, trigger)
        for _ in range(12):
            answered = answer is not None and answer.clause == at
            for own, word in self.own.of(at):
                if answered and self.clauses.tokens[word].deprel == "mark":
                    continue  # "asked if": the answer says how it stands
                status, meant = _put(status, own, meant=meant)
                because.append(word)
                self._note(trigger, word, own, status)
            if answer is not None and answered:
                status, head = combine(status, answer.status), None
                self._note(trigger, answer.word, answer.status, status)
                self._note_own(answer.word, "answer")
                break
            head = self.clauses.governor(at)
            open_question = open_question or "whether" in self.clauses.marks(at)
            presumed = head is not None and self._is_ending(head, at)
            untold = head is not None and self._is_untold(trigger, head, at)
            if head is None or presumed or untold:
                break
            given = self._given(head, at)
            if given is not None and self._is_attempt(trigger, head):
                embedders.append(head)
            elif given is not None:
                status, meant = _put(status, given, meant=meant)
                embedders.append(head)
                if given != "actual":
                    because.append(head)
                if given in {"requested", "denied"}:
                    unasserted.append(head)
                self._note(trigger, head, given, status, at)
            elif not self._is_open(at, head):
                break
            at = head
        open_question = open_question or self._is_asked(at)
        if self.trace is not None:
            self.trace.stops[trigger] = head
            self.trace.questions |= {trigger} if open_question else set()
        status = "possible" if open_question else status
        return Judged(
            status=status,
            because=tuple(because),
            embedders=tuple(embedders),
            unasserted=tuple(unasserted),
            presumed=presumed,
            untold=untold,
        )

    def _note(self, trigger: int, word: int, gives: ActStatus, so_far: ActStatus, at: int | None = None) -> None:
        if self.trace is not None:
            self.trace.steps[trigger].append(Step(word=word, gives=gives, so_far=so_far, at=at))

    def _note_own(self, word: int, source: StatusRule) -> None:
        if self.trace is not None:
            self.trace.own[word] = source

    def _note_given(self, head: int, below: int, source: Complement | Action) -> None:
        if self.trace is not None:
            self.trace.given[head, below] = source

    def _is_asked(self, top: int) -> bool:
        """*Did Chad withdraw its offer?* asks whether; *Why did Chad withdraw it?* takes for granted that it did."""
        sentence = self.clauses.sentence_of[top]
        ahead = [k for k in self.clauses.kids(top, "aux", "cop") if self.clauses.sentence_of[k] == sentence]
        subject = self.clauses.kids(top, "nsubj", "nsubj:pass")
        first, last = self.clauses.analysis.sentences[sentence] if self.clauses.analysis.sentences else (0, -1)
        end = {t.text for t in self.clauses.tokens[max(first, last - 1) : last + 1]}
        if ahead and {self.clauses.lemma(k).lower() for k in range(first, ahead[0])} & _ASKING:
            return False
        return bool("?" in end and subject and ahead and ahead[0] < subject[0] and ahead[0] - first < _OPENING)

    def _is_ending(self, head: int, at: int) -> bool:
        """*asked Chad to stop shelling Niger*, *Chad must stop shelling*: what is to be stopped is being done."""
        gerund = self.clauses.tokens[at].deprel == "xcomp" and self.clauses.tokens[at].text.lower().endswith("ing")
        return gerund and self.clauses.lemma(head) in _ENDED and self.read(head).status in _UNREAL

    def _is_needless(self, head: int, below: int) -> bool:
        """*did not need to meet*, *stressed the importance of meeting*, *easier for Chad to sign*, *less likely to
        vote*, *is seen as undermining it*: none of them says whether they did.
        """
        lemma = self.clauses.lemma(head)
        if lemma in _WORTH:
            return self._given(head, below) is not None
        if lemma in _EASE:
            return "to" in self.clauses.marks(below)
        if lemma in _SEEN:
            return "as" in self.clauses.marks(below)
        if lemma == "likely" and any(self.clauses.lemma(k) in _LESS for k in self.clauses.kids(head, "advmod")):
            return True
        return self.clauses.lemma(head) in _NEEDED and any(s == "negated" for s, _ in self.own.of(head))

    def _is_called_off(self, head: int, below: int) -> bool:
        """*postponed Chad's visit*, *asked Niger to block the visit*: a visit that is hindered is not paid."""
        frame = self.frames.get(below)
        return frame is not None and frame.action.type == "consult" and self.clauses.lemma(head) in _CALLED_OFF

    def _is_untold(self, trigger: int, head: int, at: int) -> bool:
        """Whether the word above leaves it open what was done."""
        return self._is_needless(head, at) or self._is_spurned(trigger, head, at) or self._is_doubted(trigger, head, at)

    def _is_doubted(self, trigger: int, head: int, at: int) -> bool:
        """*questioned Chad's commitment to the pact*: whether it stands by that is not told."""
        frame = self.frames.get(trigger)
        if frame is not None and frame.action.type == "threaten" and self.clauses.lemma(head) in _FEELING:
            return True  # "feels threatened by Chad"
        noun = at == trigger and self.clauses.tokens[at].upos == "NOUN"
        stands = frame is not None and frame.action.type in {"pledge", "support"}
        return noun and stands and self.clauses.lemma(head) in _DOUBTING

    def _is_spurned(self, trigger: int, head: int, at: int) -> bool:
        """*rejected the debt deal*, *blocked an accord*: whether the others had come to terms is not told."""
        frame = self.frames.get(trigger)
        noun = at == trigger and self.clauses.tokens[at].upos == "NOUN"
        agreed = frame is not None and frame.action.type == "agree"
        return noun and agreed and self._given(head, at) == "negated"

    def _is_attempt(self, trigger: int, head: int) -> bool:
        """An attempt to interfere is interference."""
        frame = self.frames.get(trigger)
        return frame is not None and frame.action.type in _ATTEMPTED and self.clauses.lemma(head) in _ATTEMPTS

    def _is_open(self, at: int, head: int) -> bool:
        """Whether what is said of the governor's clause holds for the clause below it as well.

        It does not for what somebody says: *declined to say whether they were held* leaves the holding open.
        """
        deprel = self.clauses.tokens[at].deprel
        if deprel == "xcomp" or (deprel == "acl" and head != self.clauses.tokens[at].head):
            return True
        if deprel == "ccomp" and self.clauses.lemma(head) in _SEEING:  # "the pact will see Chad sign"
            return "VerbForm=Inf" in self.clauses.tokens[at].feats
        if deprel == "conj":  # "will meet Chad and sign": an auxiliary of the first holds for the second
            return not self.clauses.kids(at, "nsubj", "nsubj:pass", "aux")
        if deprel == "nsubj" and self.clauses.tokens[at].upos == "NOUN":  # "talks have not begun"
            return self.clauses.lemma(head) in _HAPPEN
        if deprel in {"obj", "nsubj:pass"}:
            return self.clauses.is_verbal(self.clauses.tokens[head]) and self._is_light(head)
        if deprel == "advcl" and self.clauses.marks(at) == ("to",):  # "did not use the law to jail them"
            return self._is_governed(head, at) or self.read(head).status == "requested"
        return deprel == "advcl" and bool({"of", "from", "in", "by", "include"} & set(self.clauses.marks(at)))

    def _is_light(self, verb: int) -> bool:
        return any(c.slot == "obj" and c.status == "actual" for c in complements_for(self.clauses.lemma(verb), "verb"))

    # ---------------------------------------------------------------- what a governing word gives
    def _is_governed(self, head: int, below: int) -> bool:
        """Whether the word above has a say of its own in what is done, if only that it is: *took to X to thank him*."""
        frame, pos = self.frames.get(head), _POS.get(self.clauses.tokens[head].upos)
        if frame is not None and frame.action.embeds is not None and self._governs(frame, below):
            return True
        relation = self.clauses.tokens[below].deprel
        lines = complements_for(self.clauses.lemma(head), pos) if pos is not None else ()
        return any(self._reaches(line, head, below, relation) for line in lines)

    def _given(self, head: int, below: int) -> ActStatus | None:
        frame = self.frames.get(head)
        relation = self.clauses.tokens[below].deprel
        called_off = self._is_called_off(head, below)
        told = self._is_told(below) and not called_off
        if frame is not None and frame.action.embeds is not None and self._governs(frame, below):
            status = frame.action.embeds.status
            self._note_given(head, below, frame.action)
            return None if told and status in {"negated", "denied"} else status
        pos = _POS.get(self.clauses.tokens[head].upos)
        if pos is None:
            return None
        taken = self._taken_chance(head)
        if taken is not None:
            self._note_given(head, below, taken)
            return taken.status
        pos = "verb" if pos == "aux" else pos  # "has yet to sign"
        reaching = [
            c for c in complements_for(self.clauses.lemma(head), pos) if self._reaches(c, head, below, relation)
        ]
        if not reaching:
            return None
        chosen = min(reaching, key=lambda entry: (-len(entry.words), self._rank(entry, head, below)))
        self._note_given(head, below, chosen)
        status = chosen.status
        if called_off and status == "negated" and self.read(head).status in _UNREAL:
            return "planned"
        return None if status == "actual" or (told and status == "negated") else status

    def _rank(self, entry: Complement, head: int, below: int) -> int:
        """Which line of a word fits: *told them to sign* its obj line, *told them that Chad signed* its comp line."""
        if self.clauses.kids(below, "nsubj", "nsubj:pass", "csubj", "expl"):
            order: tuple[str, ...] = ("comp", "none", "subj", "obj")
        elif self.clauses.is_verbal(self.clauses.tokens[head]) and self.clauses.object(head) is not None:
            order = ("obj", "subj", "none", "comp")
        else:
            order = ("subj", "poss", "none", "obj", "comp")
        return order.index(entry.actor) if entry.actor in order else len(order)

    def _taken_chance(self, noun: int) -> Complement | None:
        """*took the opportunity to thank Chad*: the line of the verb and its object, where the clause hangs on that."""
        verb = self.clauses.tokens[noun].head
        if verb < 0 or self.clauses.object(verb) != noun:
            return None
        lines = complements_for(self.clauses.lemma(verb), "verb")
        return next((c for c in lines if c.slot == "to" and c.words[1:] == (self.clauses.lemma(noun),)), None)

    def _is_told(self, below: int) -> bool:
        """*rejected Peru's request*, *a call by Peru*, *opposed the request*: such a noun speaks of what was done."""
        if self.clauses.tokens[below].upos not in {"NOUN", "PROPN"}:
            return False
        the = any(self.clauses.lemma(k) in {"the", "this", "that"} for k in self.clauses.kids(below, "det"))
        made = any(set(self.clauses.cases(k)) & {"by", "from"} for k in self.clauses.kids(below, "nmod"))
        return the or made or bool(self.clauses.kids(below, "nmod:poss"))

    def _governs(self, frame: Frame, below: int) -> bool:
        relation = self.clauses.tokens[below].deprel
        if relation == "advcl" and {"for", "to"} <= set(self.clauses.marks(below)):  # "pressed for Chad to sign"
            return frame.action.type == "request"
        return below == frame.complement or (
            relation in {"ccomp", "xcomp", "acl"} and below in self.clauses.complements(frame.head)
        )

    def _reaches(self, entry: Complement, head: int, below: int, relation: str) -> bool:
        if len(entry.words) > 1 and not self._has_words(head, entry.words[1:], below):
            return False
        if entry.slot == "comp":
            return below in self.clauses.complements(head) or relation in {"ccomp", "xcomp", "csubj"}
        if entry.slot == "obj":
            return below == self.clauses.object(head)
        if entry.slot == "head":
            return False
        return entry.slot in self.clauses.cases(below) or entry.slot in self.clauses.marks(below)

    def _has_words(self, head: int, words: tuple[str, ...], below: int) -> bool:
        near = {self.clauses.lemma(k) for k in self.clauses.analysis.dependents[head]}
        near |= {
            self.clauses.lemma(g)
            for k in self.clauses.analysis.dependents[head]
            for g in self.clauses.analysis.dependents[k]
        }
        near |= {self.clauses.lemma(k) for k in self.clauses.analysis.dependents[below]}
        return set(words) <= near
