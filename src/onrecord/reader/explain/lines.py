"""Lines of the lexicon as records: where each stands, and what it asks for, in words."""

from functools import cache

from onrecord.reader.lexicon import CASES, Action, Complement, Condition
from onrecord.reader.tables import packaged_text
from onrecord.reader.trace import GIVER, OBLIGED, RECEIVER, SPEAKER, LineTried
from onrecord.records.explanations import ConditionHeld, LexiconLine, LineRefused

ACTIONS = "actions.tsv"
COMPLEMENTS = "complements.tsv"
MOST_WORDS = 6
_SLOT_WORDS = {
    "subj": "subject",
    "obj": "object",
    "iobj": "indirect object",
    "comp": "clause below it",
    "xcomp": "clause below it without a subject of its own",
    "ccomp": "clause below it with a subject of its own",
    "poss": "possessor",
    "compound": "name before it",
    "amod": "adjective of a name before it",
    "subj-of-light": "subject of a verb that only carries it",
    "self": "word itself",
    RECEIVER: "subject of the verb that receives it",
    GIVER: "phrase with “by” or “from” of that verb",
    SPEAKER: "source of what it stands in",
    OBLIGED: "subject of what must be done",
    "actor": "actor",
    "recipient": "recipient",
}


@cache
def _lines(file: str) -> tuple[str, ...]:
    return tuple(packaged_text(file).splitlines())


def line_of(entry: Action | Complement) -> LexiconLine:
    """The line that an entry was read from."""
    if isinstance(entry, Action):
        return LexiconLine(file=ACTIONS, line=entry.line, text=_lines(ACTIONS)[entry.line - 1], key=entry.key)
    return LexiconLine(file=COMPLEMENTS, line=entry.line, text=_lines(COMPLEMENTS)[entry.line - 1])


def slot_words(slot: str) -> str:
    """*subject*, *phrase with “from”*, *owner of the object*."""
    base, _, part = slot.partition(".")
    words = f"phrase with “{base}”" if base in CASES else _SLOT_WORDS[base]
    return {"": words, "poss": f"owner of the {words}", "subj": f"subject of the {words}"}[part]


def conditions_of(action: Action) -> tuple[ConditionHeld, ...]:
    """The conditions of an entry, each as the line has it and in words."""
    return tuple(
        ConditionHeld(text=_condition_text(action, number), words=_condition_words(action, number))
        for number in range(len(action.when))
    )


def refused_line(tried: LineTried) -> LineRefused:
    """A line that did not fit, with what it lacks: *“on” does not stand below it*, *not so: there is an object*."""
    line = line_of(tried.action)
    if tried.condition is None:
        lacks = tried.word or ""
        return LineRefused(line=line, lacks=lacks, words=f"“{lacks}” does not stand below it")
    lacks = _condition_text(tried.action, tried.condition)
    return LineRefused(line=line, lacks=lacks, words=f"not so: {_condition_words(tried.action, tried.condition)}")


def _condition_text(action: Action, number: int) -> str:
    return line_of(action).text.split("\t")[-1].split(";")[number]


def _condition_words(action: Action, number: int) -> str:
    condition = action.when[number]
    if condition.slot in {"passive", "active"}:
        return f"it is {condition.slot}"
    slot = slot_words(condition.slot)
    if condition.test == "absent":
        return f"there is no {slot}"
    if condition.test == "present":
        return f"there is {'an' if slot[0] in 'aeiou' else 'a'} {slot}"
    if condition.test == "kind":
        return f"the {slot} is a {_or(condition)}"
    text = _condition_text(action, number).partition("~")[2]
    values = f"a word of the list {text}" if text.startswith("@") else _or(condition)
    return f"the {slot} is {'not ' if condition.test == 'other' else ''}{values}"


def _or(condition: Condition) -> str:
    values = sorted(condition.values)
    shown = values if len(values) <= MOST_WORDS else [*values[:MOST_WORDS], f"one of {len(values) - MOST_WORDS} more"]
    return " or ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]
