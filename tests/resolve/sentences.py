"""A text written as its tree: *Malta|P|2|nsubj voted|V|0|root* is two words with their tags, heads and relations.

A word is FORM|TAG|HEAD|RELATION with the head counted from 1 in its sentence, then what is wanted of a lemma
(``=vote``), a mention's kind (``@person``) and the earlier word that names the same (``<Malta``).
"""

from collections.abc import Iterable

from onrecord.records.analysis import Analysis, Name, Token

TAGS = {
    "N": "NOUN", "NS": "NOUN", "P": "PROPN", "PS": "PROPN", "V": "VERB", "A": "ADJ", "D": "DET", "I": "ADP",
    "X": "PRON", "#": "NUM", ".": "PUNCT", "C": "CCONJ", "T": "PART", "R": "ADV", "S": "SCONJ", "U": "AUX",
}  # fmt: skip
NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", ")", "'s", "’s", "”"})
NO_SPACE_AFTER = frozenset({"(", "“"})


def analyse(*sentences: str, names: Iterable[str] = ()) -> Analysis:
    """The analysis of sentences; each name is given as ``Ada Moss:person`` and found wherever it stands."""
    text, tokens = "", list[Token]()
    ranges = []
    for sentence in sentences:
        base = len(tokens)
        for word in sentence.split():
            form, tag, head, relation, *marks = word.split("|")
            form = form.replace("_", " ")
            if text and form not in NO_SPACE_BEFORE and text[-1] not in NO_SPACE_AFTER:
                text += " "
            governor = base + int(head) - 1 if int(head) else -1
            tokens.append(_token(len(tokens), (len(text), form, tag), (governor, relation), marks, tokens))
            text += form
        ranges.append((base, len(tokens) - 1))
    found = tuple(name for given in names for name in _names(tokens, given))
    return Analysis(text=text, tokens=tuple(tokens), sentences=tuple(ranges), names=found)


def index_of(analysis: Analysis, form: str, nth: int = 0) -> int:
    """The index of the nth token with a form."""
    return [token.index for token in analysis.tokens if token.text == form][nth]


def _token(
    index: int, word: tuple[int, str, str], place: tuple[int, str], marks: list[str], before: list[Token]
) -> Token:  # fmt: skip
    start, form, tag = word
    lemma = form.lower() if TAGS[tag] != "PROPN" else form
    if tag == "NS":
        lemma = lemma[:-3] + "y" if lemma.endswith("ies") else lemma.removesuffix("s")
    lemma = next((mark[1:] for mark in marks if mark[0] == "="), lemma)
    kind = next((mark[1:] for mark in marks if mark[0] == "@"), None)
    link = next((mark[1:] for mark in marks if mark[0] == "<"), None)
    antecedent = max((t.index for t in before if t.text == link), default=None) if link else None
    return Token(
        index=index, start=start, end=start + len(form), text=form, lemma=lemma, upos=TAGS[tag],
        feats="Number=Plur" if tag.endswith("S") and len(tag) == 2 else "_", head=place[0], deprel=place[1],
        entity=kind, antecedent=antecedent,
    )  # fmt: skip


def _names(tokens: list[Token], given: str) -> Iterable[Name]:
    words, _, kind = given.rpartition(":")
    parts = words.split()
    for first in range(len(tokens) - len(parts) + 1):
        if [token.text for token in tokens[first : first + len(parts)]] == parts:
            yield Name(first=first, last=first + len(parts) - 1, kind=kind, confidence=1.0)
