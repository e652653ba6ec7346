"""Statuses: whether an act is told as done, planned, asked for, possible, conditional, not done or denied.

The status of a word is read from its own modals and negation, then outwards through every word that governs its
clause: *may*, *refused to*, *denied that*, *plans to*. Saying words are transparent.
"""

from dataclasses import dataclass

from onrecord.reader.answers import find_answer
from onrecord.reader.clauses import Clauses
from onrecord.reader.frames import Frame
from onrecord.reader.lexicon import Action, Complement, complements_for
from onrecord.reader.trace import StatusRule, Step, Trace
from onrecord.records.acts import ActStatus
from onrecord.resolve.kept import kept

_CONDITIONS = frozenset({"if", "unless", "provided", "providing", "should", "lest"})
_HAPPEN = frozenset({
    "begin", "start", "follow", "take", "occur", "happen", "resume", "continue", "come", "materialise", "materialize",
    "proceed",
})  # fmt: skip
_INVERTED = frozenset({"had", "were", "should"})
_DUE = frozenset({"due", "set", "poised", "slated", "scheduled"})
_OPENING = 2  # words at most before the auxiliary that opens a question: a quotation mark, a conjunction
_AHEAD = frozenset({"before", "until", "till"})
_UNREAL_MODALS = frozenset({"would", "will", "could", "may", "might", "shall", "can"})
_ATTEMPTS = frozenset({"try", "attempt", "effort", "endeavour", "endeavor", "campaign", "bid", "plot"})
_ATTEMPTED = frozenset({"interfere"})
_MARKERS = (
    ("aux", "aux"),
    ("mark", "mark"),
    ("advmod", "adv"),
    ("advmod", "mark"),
    ("det", "det"),
    ("cc:preconj", "det"),
)
_ENDED = frozenset({"stop", "cease", "quit", "halt"})
_CALLED_OFF = frozenset({"cancel", "postpone", "call", "scrap", "block", "prevent", "stop", "delay"})
_ANYBODY = frozenset({"whoever", "whomever", "whichever"})
_SEEING = frozenset({"see", "witness"})
_TIMES = frozenset({"time", "moment", "day", "year", "week", "month", "point", "period"})
_WHENS = frozenset({"when", "whenever"})
_UNREAL = frozenset({"planned", "requested", "possible", "conditional"})
_POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "PROPN": "noun", "ADV": "adv", "AUX": "aux"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A status and the words that gave it, innermost first.

    `embedders` are the words that govern its clause; those in
    `unasserted` do not say that it happened (*asked*, *denied*), the others do (*accused of*, *believe*). It is
    `presumed` where somebody only asks that it be stopped.
    """

    status: ActStatus
    because: tuple[int, ...] = ()
    embedders: tuple[int, ...] = ()
    unasserted: tuple[int, ...] = ()
    presumed: bool = False


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
    if outer == "possible" and inner == "planned":  # "it is possible that Chad will act"
        return "possible"
    return inner


class StatusReader:
    """Reads the statuses of one text; `frames` are its acts by head token. The trace gets every word that had a say."""

    def __init__(self, clauses: Clauses, frames: dict[int, Frame], trace: Trace | None = None) -> None:
        self.clauses = clauses
        self.frames = frames
        self.trace = trace

    def read(self, trigger: int) -> Judged:
        """The status of the act that a token tells of.

        An open question stays open whatever governs it: *declined to say whether he would be held* denies nothing.
        """
        status: ActStatus = "actual"
        because: list[int] = []
        open_question = presumed = False
        embedders: list[int] = []
        unasserted: list[int] = []
        at = trigger
        answer = find_answer(self.clauses, trigger)
        for _ in range(12):
            answered = answer is not None and answer.clause == at
            for own, word in self._own(at):
                if answered and self.clauses.tokens[word].deprel == "mark":
                    continue  # "asked if": the answer says how it stands
                status = combine(status, own)
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
            if head is None or presumed:
                break
            given = self._given(head, at)
            if given is not None and self._is_attempt(trigger, head):
                embedders.append(head)
            elif given is not None:
                status = combine(status, given)
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
        )

    def _note(self, trigger: int, word: int, gives: ActStatus, so_far: ActStatus, at: int | None = None) -> None:
        if self.trace is not None:
            self.trace.steps[trigger].append(Step(word=word, gives=gives, so_far=so_far, at=at))

    def _note_own(self, word: int, source: Complement | StatusRule) -> None:
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
        return bool("?" in end and subject and ahead and ahead[0] < subject[0] and ahead[0] - first < _OPENING)

    def _is_ending(self, head: int, at: int) -> bool:
        """*asked Chad to stop shelling Niger*, *Chad must stop shelling*: what is to be stopped is being done."""
        gerund = self.clauses.tokens[at].deprel == "xcomp" and self.clauses.tokens[at].text.lower().endswith("ing")
        return gerund and self.clauses.lemma(head) in _ENDED and self.read(head).status in _UNREAL

    def _is_called_off(self, head: int, below: int) -> bool:
        """*postponed Chad's visit*, *asked Niger to block the visit*: a visit that is hindered is not paid."""
        frame = self.frames.get(below)
        return frame is not None and frame.action.type == "consult" and self.clauses.lemma(head) in _CALLED_OFF

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
        return deprel == "advcl" and bool({"of", "from", "in", "by"} & set(self.clauses.marks(at)))

    def _is_light(self, verb: int) -> bool:
        return any(c.slot == "obj" and c.status == "actual" for c in complements_for(self.clauses.lemma(verb), "verb"))

    # ---------------------------------------------------------------- what a word's own clause says
    @kept
    def _own(self, i: int) -> tuple[tuple[ActStatus, int], ...]:
        found: list[tuple[ActStatus, int]] = []
        for deprel, pos in _MARKERS:
            for k in self.clauses.kids(i, deprel):
                status = self._marker(k, pos)
                if status is not None and (status, k) not in found:
                    found.append((status, k))
        if self._is_headline_infinitive(i) or self._is_purpose(i) or self._is_to_come(i):
            found.append(("planned", i))
            self._note_own(i, "ahead")
        for k in self._ahead_of(i):
            found.append(("planned", k))
            self._note_own(k, "ahead")
        for k in self._contrary_to(i):
            found.append(("conditional", k))
            self._note_own(k, "if")
        if self._is_left_to(i):
            found.append(("possible", i))
            self._note_own(i, "ahead")
        for k in self._unknown_nominals(i):
            found.append(("possible", k))
            self._note_own(k, "ahead")
        for k in self._negated_nominals(i):
            found.append(("negated", k))
            self._note_own(k, "none")
        for k in self._open_conditions(i):
            found.append(("conditional", k))
            self._note_own(k, "if")
        return tuple(sorted(found, key=lambda pair: pair[0] != "negated"))  # "would not hesitate to sign": to come

    def _marker(self, k: int, pos: str) -> ActStatus | None:
        """The status that a modal, negator, adverb or clause opener puts on the word it hangs on."""
        for entry in complements_for(self.clauses.lemma(k), pos):
            following = [self.clauses.lemma(d) for d in self.clauses.kids(k, "fixed", "advmod")]
            if (
                entry.slot == "head"
                and entry.status != "actual"
                and list(entry.words[1:]) == following[: len(entry.words) - 1]
            ):
                self._note_own(k, entry)
                return entry.status
        if pos in {"adv", "det"} and "Polarity=Neg" in self.clauses.tokens[k].feats:
            self._note_own(k, "negation")
            return "negated"
        return None

    def _is_headline_infinitive(self, i: int) -> bool:
        """*Uganda to lift ban*: an infinitive with a subject of its own, or hung on the name before it."""
        infinitive = "VerbForm=Inf" in self.clauses.tokens[i].feats
        opener = "to" in self.clauses.marks(i) and "for" not in self.clauses.marks(i)
        token = self.clauses.tokens[i]
        head = self.clauses.tokens[token.head] if token.head >= 0 else token
        headed = token.deprel == "acl" and head.deprel == "root" and head.upos == "PROPN"
        headed = headed or (token.deprel == "ccomp" and i < token.head)  # "Uganda to lift ban, Kenya says"
        asked = token.deprel in {"xcomp", "advcl", "acl"} and 0 <= token.head < i  # "urged Latvia to leave"
        return infinitive and opener and (headed or (not asked and bool(self.clauses.kids(i, "nsubj", "nsubj:pass"))))

    def _is_to_come(self, i: int) -> bool:
        """*before Chad signs*, *until he bows out*: what is told in the present of a time that is still ahead."""
        token = self.clauses.tokens[i]
        ahead = bool(_AHEAD & set(self.clauses.marks(i))) or self._is_whenever(i)
        present = "Tense=Pres" in token.feats and "VerbForm=Fin" in token.feats
        bare = self._is_whenever(i) and "VerbForm=Inf" in token.feats  # "when I visit": tagged an infinitive
        return ahead and (present or bare) and not self.clauses.kids(i, "aux")

    def _is_whenever(self, i: int) -> bool:
        """*when I visit other states*: each time, or some time to come."""
        opening = [k for k in self.clauses.kids(i, "advmod", "mark") if self.clauses.lemma(k).lower() in _WHENS]
        at_a_time = any(k and self.clauses.lemma(k - 1) in _TIMES for k in opening)  # "a time when Chad ..."
        return bool(opening) and not at_a_time and self.clauses.tokens[i].deprel == "advcl"

    def _is_purpose(self, i: int) -> bool:
        """*flew to Geneva to meet him*: what is done for a purpose is not yet done."""
        head = self.clauses.governor(i)
        return (
            self.clauses.tokens[i].deprel == "advcl"
            and self.clauses.marks(i) == ("to",)
            and head is not None
            and self.clauses.tokens[head].upos == "VERB"
            and not self._is_governed(head, i)
        )

    def _is_governed(self, head: int, below: int) -> bool:
        """Whether the word above has a say of its own in what is done, if only that it is: *took to X to thank him*."""
        frame, pos = self.frames.get(head), _POS.get(self.clauses.tokens[head].upos)
        if frame is not None and frame.action.embeds is not None and self._governs(frame, below):
            return True
        relation = self.clauses.tokens[below].deprel
        lines = complements_for(self.clauses.lemma(head), pos) if pos is not None else ()
        return any(self._reaches(line, head, below, relation) for line in lines)

    def _ahead_of(self, i: int) -> list[int]:
        """*Brunei is to be sued*, *Senegal is due to send grain*: the *is* or the adjective that puts it ahead."""
        to = [k for k in self.clauses.kids(i, "mark") if self.clauses.lemma(k) == "to"]
        forms = self.clauses.kids(i, "cop", "aux", "aux:pass")
        ahead = [k for k in forms if to and self.clauses.lemma(k) == "be" and k < to[0]]
        before = self.clauses.kids(i, "advcl", "advmod", "amod", "case")  # the tree may take "due to" for one word
        due = [k for k in before if self.clauses.lemma(k) in _DUE and k < i]
        return ahead[:1] + (due if forms else [])

    def _contrary_to(self, i: int) -> list[int]:
        """*would have imposed tariffs*, *had Laos closed the border*: what was not done."""
        aux = self.clauses.kids(i, "aux")
        lemmas = {self.clauses.lemma(k) for k in aux}
        if {"would", "have"} <= lemmas:
            return [k for k in aux if self.clauses.lemma(k) == "would"]
        ahead = [k for k in aux if self.clauses.tokens[k].text.lower() in _INVERTED]
        subjects = self.clauses.kids(i, "nsubj", "nsubj:pass")
        inverted = bool(ahead and subjects) and ahead[0] < subjects[0] and self.clauses.tokens[i].deprel == "advcl"
        return ahead[:1] if inverted else []

    def _is_left_to(self, i: int) -> bool:
        """*It is for the judges to decide*: whoever may do a thing has not yet done it."""
        head = self.clauses.governor(i)
        left = {"for", "to"} <= set(self.clauses.marks(i))
        return left and (head is None or self._given(head, i) is None)

    def _unknown_nominals(self, i: int) -> list[int]:
        """*whoever helps him*, *with whomever they elect*: what anybody may do."""
        of_relative = [self.clauses.tokens[i].head] if self.clauses.tokens[i].deprel == "acl:relcl" else []
        near = [*self.clauses.kids(i, "nsubj", "nsubj:pass", "obj"), *of_relative]
        return [k for k in near if self.clauses.lemma(k) in _ANYBODY]

    def _negated_nominals(self, i: int) -> list[int]:
        """*No state signed*, *neither of them*, *signed nothing*: a subject or object that is none."""
        found = []
        for k in self.clauses.kids(i, "nsubj", "nsubj:pass", "obj"):
            words = [
                d
                for d in self.clauses.kids(k, "det", "cc")
                if self.clauses.lemma(d) in {"no", "neither"} and self.clauses.tokens[d + 1].text != "-"
            ]  # "a no-confidence motion" is one
            found += words or ([k] if self.clauses.lemma(k) in {"nobody", "none", "neither", "nothing"} else [])
        return found

    def _open_conditions(self, i: int) -> list[int]:
        """A clause with *if* that a modal's clause hangs on: *Chile would jail them if the dam failed*."""
        if not any(self.clauses.lemma(a) in _UNREAL_MODALS for a in self.clauses.kids(i, "aux")):
            return []
        return [k for k in self.clauses.kids(i, "advcl") if _CONDITIONS & set(self.clauses.marks(k))]

    # ---------------------------------------------------------------- what a governing word gives
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

    def _is_told(self, below: int) -> bool:
        """*rejected Peru's request*, *a call by Peru*, *opposed the request*: such a noun speaks of what was done."""
        if self.clauses.tokens[below].upos not in {"NOUN", "PROPN"}:
            return False
        the = any(self.clauses.lemma(k) in {"the", "this", "that"} for k in self.clauses.kids(below, "det"))
        made = any(set(self.clauses.cases(k)) & {"by", "from"} for k in self.clauses.kids(below, "nmod"))
        return the or made or bool(self.clauses.kids(below, "nmod:poss"))

    def _governs(self, frame: Frame, below: int) -> bool:
        relation = self.clauses.tokens[below].deprel
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
