"""The span of a mention from the word that heads it, as GUM delimits mentions.

*the president of Chad, who spoke first* is one mention with its determiner, modifiers, prepositional phrases, relative
clauses and appositions. Outside are a preposition before it with all that stands before that (*not only for*), adverbs
that stand around it, what is joined to it (*and his wife*), what is in brackets after it, and the clause that it is the
predicate of.
"""

from collections.abc import Sequence

from onrecord.records.analysis import Analysis, Token

_NEVER = frozenset({
    "advmod", "conj", "cc", "mark", "parataxis", "discourse", "vocative", "dislocated", "orphan", "list", "reparandum",
    "punct", "nsubj", "csubj", "cop", "aux", "expl", "advcl", "ccomp", "obl", "obj", "iobj", "xcomp",
})  # fmt: skip
_QUOTES = {"”": "“", '"': '"', "’": "‘", "'": "'", "''": "``"}


def span_of_mention(analysis: Analysis, head: int) -> tuple[int, int]:
    """The first and last token of the mention that a token heads."""
    tokens, dependents = analysis.tokens, analysis.dependents
    opens = max((c for c in dependents[head] if c < head and _relation(tokens[c]) == "case"), default=-1)
    left = right = head
    for child in dependents[head]:
        if child <= opens or _relation(tokens[child]) in _NEVER:
            continue
        first, last = _reach(dependents, child)
        if child < head:
            left = min(left, max(first, opens + 1))
        elif not any(tokens[i].text in {"(", "["} for i in range(right + 1, child)):
            right = max(right, last)
        else:
            break
    return _trim(tokens, left, right, head)


def _relation(token: Token) -> str:
    return token.deprel.partition(":")[0]


def _reach(dependents: Sequence[Sequence[int]], word: int) -> tuple[int, int]:
    """The first and last word of a subtree."""
    first = last = word
    pending = [word]
    while pending:
        at = pending.pop()
        first, last = min(first, at), max(last, at)
        pending += dependents[at]
    return first, last


def _trim(tokens: Sequence[Token], left: int, right: int, head: int) -> tuple[int, int]:
    """Without commas and stops at its ends; a quotation mark or bracket stays where its pair is inside."""
    while right > head and tokens[right].upos == "PUNCT" and not _is_paired(tokens, left, right):
        right -= 1
    while left < head and tokens[left].upos in {"PUNCT", "CCONJ"} and tokens[left].text not in {"“", '"', "``", "‘"}:
        left += 1
    return left, right


def _is_paired(tokens: Sequence[Token], left: int, right: int) -> bool:
    opening = {")": "(", "]": "["} | _QUOTES
    wanted = opening.get(tokens[right].text)
    return wanted is not None and any(tokens[i].text == wanted for i in range(left, right))
