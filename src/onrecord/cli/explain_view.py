"""Explain view: how an act came about, for a person at a terminal; nothing needs colour to be understood."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import prod

from rich.console import Console
from rich.text import Text

from onrecord.cli.plain import safe
from onrecord.cli.terminal import ID_STYLE
from onrecord.cli.tree_view import print_tree
from onrecord.cli.view import head_words, print_indented, print_title
from onrecord.records import Reading, Span
from onrecord.records.analysis import Token
from onrecord.records.explanations import ActExplained, Explanation, LexiconLine, LineRefused, SlotRead, WordPassed
from onrecord.records.phrases import short_quote
from onrecord.records.wording import Wording, count_words, word_date

MOST_LINES = 8
MOST_FACTORS = 6
QUOTE_CHARS = 60
CONTEXT_CHARS = 25


def print_act(console: Console, reading: Reading, explanation: Explanation, act_id: str) -> None:
    """One act, from what it says to the tree that it was read from."""
    explained = next(each for each in explanation.acts if each.act.id == act_id)
    sentence = explanation.narrowed(explained.sentence)
    act, wording = explained.act, Wording(reading)
    print_line(console, head_words(reading.report))
    console.print()
    print_indented(console, Text(safe(f"{wording.clause(act)}\n— {wording.chain(act)}")), 4, key(act.id))
    print_title(console, "Sentence")
    print_line(console, marked_sentence(reading.report.text, explained), 2)
    print_rule(console, reading, explained)
    print_status(console, explained, reading.report.text)
    print_chain(console, reading, explained)
    print_time(console, explained, sentence, reading.report.text)
    print_confidence(console, explained)
    print_parties(console, reading, explained)
    print_also(console, explanation, act_id, reading.report.text)
    print_other_lines(console, explained)
    print_other_words(console, sentence, act_id)
    print_title(console, "Tree (a word hangs on the one above it that stands further out)")
    print_tree(console, sentence.tokens, tree_marks(explained, sentence))


def print_line(console: Console, words: str, indent: int = 0, head: str = "") -> None:
    print_indented(console, Text(safe(words)), indent, key(head, indent) if head else None)


def key(words: str, columns: int = 4) -> Text:
    return Text(f"{words:<{columns}}", ID_STYLE)


def marked_sentence(text: str, explained: ActExplained) -> str:
    """*[actor: Chad] >>asked<< [recipient: Peru] [object: to sign]*."""
    marks = [(explained.act.trigger, ">>", "<<")]
    marks += [(span, f"[{slot.role}: ", "]") for slot in explained.slots for span in slot.spans]
    marks = [mark for mark in marks if explained.sentence.covers(mark[0])]
    edges = sorted({place for span, _, _ in marks for place in span} | set(explained.sentence))
    shown = ""
    for place, after in zip(edges, [*edges[1:], explained.sentence.end], strict=True):
        shown += "".join(m[2] for m in sorted(marks, key=lambda m: -m[0].start) if m[0].end == place)
        shown += "".join(m[1] for m in sorted(marks, key=lambda m: -m[0].end) if m[0].start == place)
        shown += text[place:after]
    return shown


def place_of(line: LexiconLine) -> str:
    return f"{line.file}:{line.line}"


def cells_of(line: LexiconLine) -> str:
    return line.text.replace("\t", "  ")


def print_rule(console: Console, reading: Reading, explained: ActExplained) -> None:
    """The line of the lexicon, and what stood in each of its slots."""
    print_title(console, f"Rule {explained.line.key}")
    print_line(console, f"{place_of(explained.line)}  {cells_of(explained.line)}", 2)
    print_slots(console, reading, explained.slots)
    for condition in explained.conditions:
        print_line(console, f"{condition.text}: {condition.words}", 13, "  holds")


def print_slots(console: Console, reading: Reading, slots: Iterable[SlotRead]) -> None:
    """*actor <- subj, the subject: “the judges” = the International Criminal Court*."""
    wording, text = Wording(reading), reading.report.text
    for slot in slots:
        found = " and ".join(f"“{short_quote(span.of(text), QUOTE_CHARS)}”" for span in slot.spans)
        if slot.parties:
            found += f" = {'; '.join(wording.party(party) for party in slot.parties)}"
        how = f"{slot.slot}, {slot.words}" if slot.slot else slot.words
        print_line(console, f"<- {how}{': ' if found else ''}{found}", 13, f"  {slot.role}")


def print_status(console: Console, explained: ActExplained, text: str) -> None:
    """Every word that had a say, from the act outwards."""
    print_title(console, f"Status {explained.act.status}")
    for number, step in enumerate(explained.status, start=1):
        so_far = f", together {step.so_far}" if step.so_far != step.gives else ""
        said = f"“{step.span.of(text)}” ({step.words}) gives {step.gives}{so_far}"
        print_line(console, said, 5, f"  {number}.")
        if step.line is not None:
            print_line(console, f"{place_of(step.line)}  {cells_of(step.line)}", 5)
    print_line(console, explained.status_words, 2)


def print_chain(console: Console, reading: Reading, explained: ActExplained) -> None:
    """The attributions in the chain, outermost first, then those that hold the word and are not in it."""
    wording, text = Wording(reading), reading.report.text
    taken = [link.attribution for link in explained.chain if link.taken and link.attribution is not None]
    print_title(console, "Chain, outermost first" if taken else "Chain: nobody is cited, the report states it itself")
    for att in taken:
        cue = f"_{att.cue.of(text)}_" if att.cue else "quotation marks alone"
        content = short_quote(" … ".join(span.of(text) for span in att.content), QUOTE_CHARS)
        notes = f"{att.kind}, {att.form}, confidence {att.confidence:.2f}, {att.rule}"
        print_line(console, f"{wording.link(att)} {cue}: “{content}” ({notes})", 6, f"  {att.id}")
    for link in explained.chain:
        if not link.taken:
            source = wording.link(link.attribution) if link.attribution else ""
            cue = f" _{link.cue.of(text)}_" if link.cue else ""
            name = link.attribution.id if link.attribution else "-"
            print_line(console, f"not taken: {source}{cue}: {link.words}", 6, f"  {name}")


def print_time(console: Console, explained: ActExplained, sentence: Explanation, text: str) -> None:
    print_title(console, "Time")
    print_line(console, explained.time_words, 2)
    words = {token.index: token.text for token in sentence.tokens}
    for time in explained.times:
        days = word_date(time.since) + (f" to {word_date(time.until)}" if time.until != time.since else "")
        hangs = words.get(time.hangs_on, "?") if time.hangs_on is not None else None
        where = f"hangs on “{hangs}”" if hangs else "heads its sentence"
        print_line(console, f"“{time.span.of(text)}” = {days}, {where}{' (taken)' if time.taken else ''}", 4)


def print_confidence(console: Console, explained: ActExplained) -> None:
    """The odds as a product, the factors that tell most each by itself."""
    print_title(console, f"Confidence {explained.act.confidence:.2f}")
    shown = explained.factors[:MOST_FACTORS]
    told = [f"{factor.value:.2f} ({factor.words})" for factor in shown]
    if len(explained.factors) > len(shown):
        rest = prod(factor.value for factor in explained.factors[len(shown) :])
        told.append(f"{rest:.2f} ({len(explained.factors) - len(shown)} more)")
    odds = prod(factor.value for factor in explained.factors)
    print_line(console, f"Odds of {odds:.2f} to 1 that all of it is right: " + " × ".join(told), 2)


def print_parties(console: Console, reading: Reading, explained: ActExplained) -> None:
    """How each party was told, and where it is named."""
    wording, text = Wording(reading), reading.report.text
    print_title(console, "Parties")
    for read in explained.parties:
        party = read.party
        ids = ", ".join(f"{scheme} {value}" for scheme, value in party.ids) or "no ids"
        places = dict.fromkeys(short_quote(span.of(text), 40) for span in party.mentions)
        parts = [
            f"{wording.party(party.id, full=True)} [{party.kind}; {ids}]: {', '.join(read.roles)}",
            f"named as {', '.join(f'“{place}”' for place in places)}" if places else "named nowhere, implied",
            f"by the rules: {', '.join(read.rules)}" if read.rules else "",
            f"left open: {read.unsettled}" if read.unsettled else "",
        ]
        print_line(console, "; ".join(part for part in parts if part), 6, f"  {party.id}")


def print_also(console: Console, explanation: Explanation, act_id: str, text: str) -> None:
    """The other words that tell of the same event, for which the act stands."""
    also = [word for word in explanation.passed if word.into == act_id]
    if also:
        print_title(console, "Told again, as the same event")
        for word in also:
            print_line(console, context(text, word), 2)


def print_other_lines(console: Console, explained: ActExplained) -> None:
    """The lines of the word that did not fit, and those that were not tried since an earlier one fitted."""
    if explained.refused or explained.untried:
        print_title(console, f"Other lines of “{explained.line.text.split(' ')[0].split(chr(9))[0]}”")
        print_refused(console, explained.refused)
        print_untried(console, explained.untried)


def print_refused(console: Console, refused: Iterable[LineRefused]) -> None:
    """Lines whose conditions failed one by one; those of phrases that do not stand there, in one sentence."""
    refused = list(refused)
    failed = [each for each in refused if each.words.startswith("not so")]
    for each in failed[:MOST_LINES]:
        print_line(console, f"{place_of(each.line)}  {cells_of(each.line)}", 2)
        print_line(console, each.words, 4)
    if len(failed) > MOST_LINES:
        print_line(console, f"and {count_words(len(failed) - MOST_LINES, 'line')} more whose conditions fail", 2)
    phrases = [f"“{each.line.text.partition(chr(9))[0]}”" for each in refused if each not in failed]
    if phrases:
        shown = ", ".join(dict.fromkeys(phrases[:MOST_LINES]))
        more = f" and {len(phrases) - MOST_LINES} more" if len(phrases) > MOST_LINES else ""
        print_line(console, f"Phrases that do not stand here: {shown}{more}", 2)


def print_untried(console: Console, untried: tuple[LexiconLine, ...]) -> None:
    if untried:
        places = ", ".join(place_of(line) for line in untried[:MOST_LINES])
        more = f" and {len(untried) - MOST_LINES} more" if len(untried) > MOST_LINES else ""
        print_line(console, f"Not tried, since an earlier one fits: {places}{more}", 2)


def print_other_words(console: Console, sentence: Explanation, act_id: str) -> None:
    """The other acts of the sentence, and its words that might have told of an act and did not."""
    others = [f"{other.act.id} “{other.token.text}”" for other in sentence.acts if other.act.id != act_id]
    if others:
        print_title(console, "Other acts of the sentence")
        print_line(console, ", ".join(others), 2)
    if sentence.passed:
        print_title(console, "Words of the sentence that made no act")
        groups: dict[str, list[str]] = defaultdict(list)
        for word in sentence.passed:
            groups[why(word)].append(f"“{word.token.text}”")
        for reason, words in groups.items():
            print_line(console, f"{', '.join(dict.fromkeys(words))}: {reason}", 2)


def why(word: WordPassed) -> str:
    into = f" ({word.into})" if word.into else ""
    rule = f" [{word.line.key}]" if word.line else ""
    return f"{word.words}{into}{rule}"


def tree_marks(explained: ActExplained, sentence: Explanation) -> dict[int, list[str]]:
    """What to note on the words of a tree, by token index."""
    marks: dict[int, list[str]] = defaultdict(list)
    marks[explained.token.index].append("ACT")
    for slot in explained.slots:
        if slot.token is not None:
            marks[slot.token].append(slot.role)
    for step in explained.status:
        marks[step.token].append(step.gives)
    heads = {token.index: token for token in sentence.tokens}
    for link in explained.chain:
        if link.taken and link.attribution is not None:
            for name, span in (("cue", link.attribution.cue), ("source", link.attribution.source_span)):
                for index in _top_of(heads, span):
                    marks[index].append(f"{name} {link.attribution.id}")
    for time in explained.times:
        if time.taken:
            for index in _top_of(heads, time.span):
                marks[index].append("time")
    return marks


def _top_of(tokens: dict[int, Token], span: Span | None) -> Iterator[int]:
    """The word of a span that the rest of it hangs on."""
    inside = [token for token in tokens.values() if span is not None and span.covers(token.span)]
    numbers = {token.index for token in inside}
    yield from [token.index for token in inside if token.head not in numbers and token.upos != "PUNCT"][:1]


def context(text: str, word: WordPassed) -> str:
    """The word between what stands around it: *… for which >>warrants<< were sought …*."""
    first = max(word.sentence.start, word.token.start - CONTEXT_CHARS)
    last = min(word.sentence.end, word.token.end + CONTEXT_CHARS)
    before, after = text[first : word.token.start], text[word.token.end : last]
    if first > word.sentence.start:
        before = "…" + before[before.find(" ") + 1 :] if " " in before.rstrip() else before
    if last < word.sentence.end and " " in after.lstrip():
        after = after[: after.rfind(" ")] + "…"
    return " ".join(f"{before}>>{word.token.text}<<{after}".split())
