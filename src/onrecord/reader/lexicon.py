"""Lexicon: which words tell of an act (data/actions.tsv), which only put a status on one (data/complements.tsv)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar, cast, get_args

from onrecord.reader.tables import Row, packaged_text, read_rows
from onrecord.records.acts import ActStatus, ActType
from onrecord.records.errors import RecordError
from onrecord.records.parties import PartyKind

ActionPos = Literal["verb", "noun", "adj"]
ComplementPos = Literal["verb", "noun", "adj", "adv", "aux", "mark", "det"]
Who = Literal["actor", "recipient", "comp"]
Test = Literal["present", "absent", "kind", "lemma", "other"]

ACTION_COLUMNS = ("lemma", "pos", "type", "actor", "recipient", "object", "embeds", "when")
COMPLEMENT_COLUMNS = ("lemma", "pos", "slot", "status", "actor", "note")
LIST_COLUMNS = ("name", "lemmas")
RECIPIENT_COLUMNS = ("type", "words", "slots")

CORE_SLOTS = frozenset(
    {"subj", "obj", "iobj", "comp", "xcomp", "ccomp", "poss", "compound", "amod", "subj-of-light", "self"}
)
CASES = frozenset(
    {
        "about", "after", "against", "along", "among", "around", "as", "at", "before", "behind", "between", "by", "for",
        "from", "in", "into", "near", "of", "on", "onto", "out", "outside", "over", "to", "toward", "towards", "under",
        "upon", "with", "within",
    }
)  # fmt: skip
SLOTS = CORE_SLOTS | CASES
OWNED = frozenset({"poss", "subj"})
COMPLEMENT_SLOTS = frozenset({"comp", "obj", "head", *CASES})
COMPLEMENT_ACTORS = frozenset({"subj", "obj", "poss", "comp", "receiver", "none"})
STATUSES: tuple[str, ...] = get_args(ActStatus)
KINDS = frozenset(get_args(PartyKind)) | {"party"}

Entry = TypeVar("Entry", "Action", "Complement")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What must hold for an entry to apply: ``obj~warrant|arrest`` is slot obj, test lemma, two values.

    Tests: a slot is present, is absent, is a party of one of some kinds, has one of some lemmas as its head, or has
    none of them there (other).
    Beside the slots, `slot` may be actor or recipient (what the entry found for them), passive or active
    (the voice of the head; then the test is present).
    """

    slot: str
    test: Test
    values: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """What an act in the clause becomes: in *asked Peru to sign*, signing is requested, done by the recipient.

    `who` does it where the clause has no subject of its own; "comp" means that only its own subject will do.
    """

    status: ActStatus
    who: Who


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One sense of a word or phrase that tells of an act. `words[0]` is the head, slots are in order of preference."""

    key: str
    words: tuple[str, ...]
    pos: ActionPos
    type: ActType
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    object: tuple[str, ...]
    embeds: Embed | None
    when: tuple[Condition, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Complement:
    """A word that puts a status on what it governs without being an act: *plans to sign* makes the signing planned.

    `slot` says what it governs: its clause (comp), its object (obj), a phrase with a case word, or the word it
    hangs on (head: modals, negators, adverbs). `actor` says which of its own slots does the act below; "receiver"
    means that its subject is whom the act below is done to; "none" leaves the act's own reading alone.
    """

    words: tuple[str, ...]
    pos: ComplementPos
    slot: str
    status: ActStatus
    actor: str
    note: str
    line: int


def parse_slots(row: Row, column: str) -> tuple[str, ...]:
    if row.cells[column] == "none":
        return ()
    slots = tuple(row.cells[column].split("|"))
    for slot in slots:
        base, _, part = slot.partition(".")
        if base not in SLOTS or (part and part not in OWNED):
            expected = f"none or {', '.join(sorted(SLOTS))}, or SLOT.poss"
            raise row.error(column, f"unknown slot {slot!r}", expected=expected)
    return slots


def parse_embed(row: Row) -> Embed | None:
    cell = row.cells["embeds"]
    if cell == "-":
        return None
    status, _, who = cell.partition(":")
    if status not in STATUSES or who not in get_args(Who):
        expected = f"- or STATUS:WHO with {', '.join(STATUSES)}; {', '.join(get_args(Who))}"
        raise row.error("embeds", "malformed embedding", expected=expected)
    return Embed(status=cast(ActStatus, status), who=cast(Who, who))


def _listed(row: Row, value: str, lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    if not value.startswith("@"):
        return frozenset(value.split("|"))
    if value[1:] not in lists:
        raise row.error("when", f"unknown word list {value}", expected=f"one of {', '.join(sorted(lists))}")
    return lists[value[1:]]


def _condition_slot(row: Row, name: str) -> str:
    if name not in SLOTS | {"actor", "recipient", "passive", "active"}:
        expected = f"actor, recipient, passive, active or a slot ({', '.join(sorted(SLOTS))})"
        raise row.error("when", f"unknown condition {name!r}", expected=expected)
    return name


def parse_condition(row: Row, text: str, lists: Mapping[str, frozenset[str]]) -> Condition:
    if "~" in text:
        name, _, value = text.partition("~")
        test: Test = "other" if name.endswith("!") else "lemma"
        values = _listed(row, value, lists)
        if not value or "" in values:
            raise row.error("when", f"empty word in {text!r}", expected="SLOT~lemma|lemma")
        return Condition(slot=_condition_slot(row, name.rstrip("!")), test=test, values=values)
    if ":" in text:
        name, _, value = text.partition(":")
        kinds = frozenset(value.split("|"))
        if not kinds <= KINDS:
            raise row.error("when", f"unknown kind in {text!r}", expected=", ".join(sorted(KINDS)))
        return Condition(slot=_condition_slot(row, name), test="kind", values=kinds)
    if text.startswith("no") and text[2:] in SLOTS:
        return Condition(slot=text[2:], test="absent")
    return Condition(slot=_condition_slot(row, text), test="present")


def parse_action(row: Row, lists: Mapping[str, frozenset[str]], taken: dict[str, int]) -> Action:
    words, when = row.words("lemma"), row.cells["when"]
    pos, kind = row.one_of("pos", get_args(ActionPos)), row.one_of("type", get_args(ActType))
    stem = f"{pos}:{' '.join(words)}#{kind}"
    taken[stem] = taken.get(stem, 0) + 1
    return Action(
        key=stem if taken[stem] == 1 else f"{stem}:{taken[stem]}",
        words=words,
        pos=cast(ActionPos, pos),
        type=cast(ActType, kind),
        actor=parse_slots(row, "actor"),
        recipient=parse_slots(row, "recipient"),
        object=parse_slots(row, "object"),
        embeds=parse_embed(row),
        when=() if when == "-" else tuple(parse_condition(row, part, lists) for part in when.split(";")),
        line=row.line,
    )


def parse_actions(text: str, lists: Mapping[str, frozenset[str]], *, file: str = "actions.tsv") -> tuple[Action, ...]:
    """The entries of a table of actions; two lines with the same words, part of speech and conditions are an error."""
    taken: dict[str, int] = {}
    first_line: dict[tuple[str, str, str], int] = {}
    actions = []
    for row in read_rows(text, file=file, columns=ACTION_COLUMNS):
        same = (row.cells["lemma"], row.cells["pos"], row.cells["when"])
        if same in first_line:
            expected = f"other conditions than on line {first_line[same]}"
            raise row.error("lemma", "entry given twice", expected=expected)
        first_line[same] = row.line
        actions.append(parse_action(row, lists, taken))
    return tuple(actions)


def parse_complements(text: str, *, file: str = "complements.tsv") -> tuple[Complement, ...]:
    return tuple(
        Complement(
            words=row.words("lemma"),
            pos=cast(ComplementPos, row.one_of("pos", get_args(ComplementPos))),
            slot=row.one_of("slot", COMPLEMENT_SLOTS),
            status=cast(ActStatus, row.one_of("status", STATUSES)),
            actor=row.one_of("actor", COMPLEMENT_ACTORS),
            note="" if row.cells["note"] == "-" else row.cells["note"],
            line=row.line,
        )
        for row in read_rows(text, file=file, columns=COMPLEMENT_COLUMNS)
    )


def parse_lists(text: str, *, file: str = "word_lists.tsv") -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    for row in read_rows(text, file=file, columns=LIST_COLUMNS):
        lemmas = row.cells["lemmas"].split("|")
        if row.cells["name"] in lists or not all(lemmas):
            raise row.error("name", "list given twice or with an empty word", expected="one line a list")
        lists[row.cells["name"]] = frozenset(lemmas)
    return lists


@dataclass(frozen=True, slots=True, kw_only=True)
class LateSlots:
    """Where the verbs of one type have their recipient when their own slots name nobody: *bombed Iraqi towns*.

    `words` are those of which a phrase must have one; none are wanted where it is empty.
    """

    type: ActType
    words: frozenset[str]
    slots: tuple[str, ...]


def parse_late_slots(text: str, *, file: str = "recipients.tsv") -> tuple[LateSlots, ...]:
    return tuple(
        LateSlots(
            type=cast(ActType, row.one_of("type", get_args(ActType))),
            words=frozenset() if row.cells["words"] == "-" else frozenset(row.cells["words"].split("|")),
            slots=parse_slots(row, "slots"),
        )
        for row in read_rows(text, file=file, columns=RECIPIENT_COLUMNS)
    )


@cache
def load_late_slots() -> tuple[LateSlots, ...]:
    return parse_late_slots(packaged_text("recipients.tsv"))


@cache
def late_slots(act_type: ActType, words: tuple[str, ...]) -> tuple[str, ...]:
    """The slots of a verb's recipient after those of its own line, in the order of the table."""
    fitting = (late for late in load_late_slots() if late.type == act_type)
    return tuple(slot for late in fitting if not late.words or late.words & set(words) for slot in late.slots)


@cache
def load_actions() -> tuple[Action, ...]:
    return parse_actions(packaged_text("actions.tsv"), parse_lists(packaged_text("word_lists.tsv")))


@cache
def load_complements() -> tuple[Complement, ...]:
    return parse_complements(packaged_text("complements.tsv"))


@cache
def actions_by_head() -> Mapping[tuple[str, str], tuple[Action, ...]]:
    """Entries by (lemma of the head, pos), the most specific first: more words, more conditions, file order."""
    return _by_head(sorted(load_actions(), key=lambda action: (-len(action.words), -len(action.when), action.line)))


@cache
def complements_by_head() -> Mapping[tuple[str, str], tuple[Complement, ...]]:
    return _by_head(sorted(load_complements(), key=lambda complement: (-len(complement.words), complement.line)))


def _by_head(entries: Iterable[Entry]) -> dict[tuple[str, str], tuple[Entry, ...]]:
    grouped: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        grouped.setdefault((entry.words[0], entry.pos), []).append(entry)
    return {head: tuple(group) for head, group in grouped.items()}


def actions_for(lemma: str, pos: str) -> tuple[Action, ...]:
    """All entries whose first word is this lemma: ``actions_for("call", "verb")`` holds *call on* before *call*."""
    return actions_by_head().get((lemma, pos), ())


def complements_for(lemma: str, pos: str) -> tuple[Complement, ...]:
    return complements_by_head().get((lemma, pos), ())


def action(key: str) -> Action:
    """The entry that a record's `rule` names, for instance ``verb:ask#request``."""
    for entry in load_actions():
        if entry.key == key:
            return entry
    raise RecordError("no such entry", where="actions.tsv", found=key, expected="POS:WORDS#TYPE")
