"""Tree view: the dependency tree of a sentence, one word a line, for a terminal of any width.

A word stands under the word it hangs on, further in; the words under one word keep the order of the text. Numbers
count the words of the sentence. Punctuation is left out, since no rule of the reader hangs on it.
"""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from onrecord.cli.plain import safe
from onrecord.cli.terminal import CUE_STYLE, MOST_COLUMNS, fit
from onrecord.records.analysis import Token

INDENT = 2
POS_COLUMNS = 6
MARK_COLUMNS = 18
LEAST_WORD_COLUMNS = 14


def print_tree(console: Console, tokens: Sequence[Token], marks: Mapping[int, Sequence[str]]) -> None:
    """The words of one sentence; `marks` are the notes on those that matter, by token index."""
    rows = list(tree_rows(tokens))
    relations = max((len(token.deprel) for token, _ in rows), default=0) + 1
    most = min(console.width, MOST_COLUMNS) - (5 + relations + POS_COLUMNS + MARK_COLUMNS)
    longest = max((depth * INDENT + len(token.text) for token, depth in rows), default=0)
    columns = min(longest + 1, max(most, LEAST_WORD_COLUMNS))
    for token, depth in rows:
        word = _placed(safe(token.text), depth, columns)
        number = token.index - tokens[0].index + 1
        row = f"{number:>3}  {word:<{columns}} {token.deprel:<{relations}}{token.upos:<{POS_COLUMNS}}"
        noted = marks.get(token.index, ())
        line = Text.assemble(row if noted else row.rstrip(), (f"<- {', '.join(noted)}" if noted else "", CUE_STYLE))
        console.print(fit(console, line), soft_wrap=True)


def tree_rows(tokens: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """Each word with its depth, a word before those that hang on it."""
    inside = {token.index for token in tokens}
    below: dict[int, list[Token]] = {}
    for token in tokens:
        below.setdefault(token.head if token.head in inside else -1, []).append(token)
    waiting = [(token, 0) for token in reversed(below.get(-1, ()))]
    while waiting:
        token, depth = waiting.pop()
        if token.upos != "PUNCT":
            yield token, depth
        waiting += [(child, depth + 1) for child in reversed(below.get(token.index, ()))]


def _placed(word: str, depth: int, columns: int) -> str:
    """The word at its depth, less far in where there is no room, cut where it is too long."""
    room = max(0, columns - len(word))
    cut = word if len(word) <= columns else word[: columns - 1] + "…"
    return " " * min(depth * INDENT, room) + cut
