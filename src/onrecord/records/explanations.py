"""Explanation: how a reading came to say what it says, and what it might have said and did not.

Each record names the line of the lexicon behind it, so that whoever finds a wrong record finds what to mend.
"""

from dataclasses import dataclass, replace
from typing import Literal

from onrecord.records.acts import Act, ActStatus
from onrecord.records.analysis import Token
from onrecord.records.attributions import Attribution
from onrecord.records.parties import Party
from onrecord.records.reasons import Reason
from onrecord.records.spans import Span

Role = Literal["actor", "recipient", "object"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconLine:
    """A line of a table of the reader: its file in src/onrecord/reader/data/, its number, and the line itself.

    `key` is the rule that an act names, for instance `verb:ask#request`; null for a line of complements.tsv.
    """

    file: str
    line: int
    text: str
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRefused:
    """A line that was tried for a word and did not fit. `lacks` is the word or the condition that was not met."""

    line: LexiconLine
    lacks: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionHeld:
    """A condition of the column `when` that holds, as the line has it and in words."""

    text: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotRead:
    """What a column of the line found: the slots it asks in order, the one that answered, and with what.

    `slot` is null where none answered; `parties` may then still be there, given by another word (see `words`).
    """

    role: Role
    asked: tuple[str, ...]
    slot: str | None = None
    token: int | None = None
    spans: tuple[Span, ...] = ()
    parties: tuple[str, ...] = ()
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusStep:
    """A word that had a say in the status: what it gives, and the status after it, from the act outwards.

    `governs` is the word it governs, null for a word of the act's own clause; `line` the line it has in the lexicon,
    null where a rule without a line read it.
    """

    token: int
    span: Span
    gives: ActStatus
    so_far: ActStatus
    governs: int | None = None
    line: LexiconLine | None = None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRead:
    """An attribution whose content holds the word of the act; where it is not in the chain, the reason.

    `attribution` is null where the reader dropped it altogether.
    """

    attribution: Attribution | None
    taken: bool
    cue: Span | None = None
    reason: Reason | None = None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRead:
    """A time that the sentence tells, the days it comes to, and the word it hangs on."""

    span: Span
    since: str
    until: str
    hangs_on: int | None
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRead:
    """A party of the act or its chain: its parts in it, the rules that read its phrases, what was left open."""

    party: Party
    roles: tuple[str, ...]
    rules: tuple[str, ...] = ()
    unsettled: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """A number that the odds of an act are a product of, and what it stands for.

    The confidence of the act is odds / (1 + odds).
    """

    words: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPassed:
    """A word of the lexicon that made no act, and why; `sentence` is where it stands.

    `line` is the line that fitted it, null where none did, with what stood in its `slots`; `into` the act that stands
    for its event as well.
    """

    token: Token
    sentence: Span
    reason: Reason
    words: str
    line: LexiconLine | None = None
    into: str | None = None
    slots: tuple[SlotRead, ...] = ()
    refused: tuple[LineRefused, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActExplained:
    """One act with all that led to it, and the lines of its word that did not fit or came too late to be tried."""

    act: Act
    token: Token
    sentence: Span
    line: LexiconLine
    conditions: tuple[ConditionHeld, ...] = ()
    slots: tuple[SlotRead, ...] = ()
    status: tuple[StatusStep, ...] = ()
    status_words: str
    chain: tuple[LinkRead, ...] = ()
    times: tuple[TimeRead, ...] = ()
    time_words: str
    parties: tuple[PartyRead, ...] = ()
    factors: tuple[Factor, ...] = ()
    refused: tuple[LineRefused, ...] = ()
    untried: tuple[LexiconLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The explanation of one reading: its acts, and the words that might have told one and did not, in text order.

    `tokens` are the words of the report with their tree; `head` is the index of the word that each hangs on, -1 for
    the root of a sentence.
    """

    report: str
    reader: str
    acts: tuple[ActExplained, ...] = ()
    passed: tuple[WordPassed, ...] = ()
    tokens: tuple[Token, ...] = ()

    def passed_as(self, word: str) -> tuple[WordPassed, ...]:
        """The passed-over words of a form or lemma, without regard to case."""
        low = word.lower()
        return tuple(each for each in self.passed if low in {each.token.text.lower(), each.token.lemma.lower()})

    def narrowed(self, sentence: Span, *, act: str | None = None) -> "Explanation":
        """What it says of one sentence; where an act is named, of the acts that alone, with the words it stands for."""
        return replace(
            self,
            acts=tuple(a for a in self.acts if a.sentence == sentence and act in {None, a.act.id}),
            passed=tuple(word for word in self.passed if word.sentence == sentence or (act and word.into == act)),
            tokens=tuple(token for token in self.tokens if sentence.covers(token.span)),
        )
