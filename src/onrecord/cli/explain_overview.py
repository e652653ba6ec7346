"""Overview of an explanation: the acts of a report in one line each, and the words that made none, with the reason."""

from collections import defaultdict

from rich.console import Console
from rich.text import Text

from onrecord.cli.explain_view import cells_of, context, place_of, print_line, print_refused, print_slots, why
from onrecord.cli.plain import safe
from onrecord.cli.terminal import MOST_COLUMNS, fit
from onrecord.cli.tree_view import print_tree
from onrecord.cli.view import head_words, print_title
from onrecord.records import Act, Reading
from onrecord.records.explanations import Explanation, WordPassed


def print_overview(console: Console, reading: Reading, explanation: Explanation) -> None:
    """The acts in one line each, then the words that made none, by reason."""
    width = min(console.width, MOST_COLUMNS)
    print_line(console, head_words(reading.report))
    print_title(console, f"Acts ({len(reading.acts)})" if reading.acts else "No acts were read in this report.")
    rules = max((len(act.rule) for act in reading.acts), default=0)
    for explained in explanation.acts:
        act = explained.act
        line = f"{act.id:<4}{act.status:<12}{act.rule:<{rules}} {who(reading, act)}"
        console.print(fit(console, Text(shortened(safe(line), width))), soft_wrap=True)
    print_passed(console, reading, explanation)
    print_title(console, "See one with --act ID, or why a word made no act with --word WORD")


def who(reading: Reading, act: Act) -> str:
    """*Chad -> Peru, Chile*, the names alone."""
    names = {party.id: party.name for party in reading.parties}
    actors, recipients = (", ".join(names.get(key, key) for key in keys) for keys in (act.actors, act.recipients))
    return (actors or "(not told)") + (f" -> {recipients}" if recipients else "")


def shortened(words: str, columns: int) -> str:
    return words if len(words) <= columns else words[: columns - 1].rstrip() + "…"


def print_passed(console: Console, reading: Reading, explanation: Explanation) -> None:
    """By reason, the words that a line fitted first; those that no line fits in one paragraph."""
    groups: dict[str, list[WordPassed]] = defaultdict(list)
    for word in explanation.passed:
        groups[word.words if word.reason != "no-line" else "no-line"].append(word)
    known = [words for words, group in groups.items() if group[0].reason not in {"no-line", "no-line-fits"}]
    if known:
        print_title(console, "Words that made no act")
    for words in known:
        print_line(console, f"{words[0].upper()}{words[1:]}:", 2)
        for word in groups[words]:
            rule = f" [{word.line.key}]" if word.line else ""
            into = f" -> {word.into}" if word.into else ""
            print_line(console, f"{context(reading.report.text, word)}{rule}{into}", 6)
    for group in groups.values():
        if group[0].reason == "no-line-fits":
            print_title(console, "Words of the lexicon that no line fits")
            print_line(console, ", ".join(dict.fromkeys(word.token.text for word in group)), 2)
    if "no-line" in groups:
        print_title(console, "Words that the lexicon has as another part of speech only")
        print_line(console, ", ".join(dict.fromkeys(word.token.text for word in groups["no-line"])), 2)


def print_word(console: Console, reading: Reading, explanation: Explanation, word: str) -> None:
    """Why a word made no act, for each place where it stands: the reason, the lines tried, the tree."""
    print_line(console, head_words(reading.report))
    for passed in explanation.passed_as(word):
        sentence = explanation.narrowed(passed.sentence)
        print_title(console, f"“{safe(passed.token.text)}” made no act")
        print_line(console, f"{why(passed)}.", 2)
        if passed.line is not None:
            print_line(console, f"{place_of(passed.line)}  {cells_of(passed.line)}", 2)
            print_slots(console, reading, passed.slots)
        print_title(console, "Sentence")
        text, token = reading.report.text, passed.token
        print_line(
            console,
            f"{text[passed.sentence.start : token.start]}>>{token.text}<<{text[token.end : passed.sentence.end]}",
            2,
        )
        if passed.refused:
            print_title(console, f"Lines of “{safe(token.lemma)}” that do not fit")
            print_refused(console, passed.refused)
        print_title(console, "Tree")
        print_tree(console, sentence.tokens, {token.index: ["this word"]})
