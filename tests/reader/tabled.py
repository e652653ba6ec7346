"""A hand-made analysis, a line a word: ``text lemma upos head deprel [feats]``; head 0 is the root, 1 the first."""

from onrecord.records.analysis import Analysis, Cited, Name, Token


def tabled(*sentences: str, names: tuple[Name, ...] = (), cited: tuple[Cited, ...] = ()) -> Analysis:
    tokens: list[Token] = []
    ranges: list[tuple[int, int]] = []
    at = 0
    for sentence in sentences:
        base = len(tokens)
        for line in sentence.strip().splitlines():
            text, lemma, upos, head, deprel, *feats = line.split()
            tokens.append(
                Token(
                    index=len(tokens),
                    start=at,
                    end=at + len(text),
                    text=text,
                    lemma=lemma,
                    upos=upos,
                    feats=feats[0] if feats else "_",
                    head=base + int(head) - 1 if int(head) else -1,
                    deprel=deprel,
                )
            )
            at += len(text) + 1
        ranges.append((base, len(tokens) - 1))
    return Analysis(
        text=" ".join(token.text for token in tokens),
        tokens=tuple(tokens),
        sentences=tuple(ranges),
        names=names,
        cited=cited,
        dependents=tuple(tuple(t.index for t in tokens if t.head == token.index) for token in tokens),
    )


def parse(row: str, *, cited: tuple[Cited, ...] = ()) -> Analysis:
    """Sentences on a line or two: ``Chad/PROPN 2 nsubj | signed/sign/VERB 0 root || Peru/PROPN 2 nsubj | ...``.

    Words are parted by ``|``, sentences by ``||``; each word is form/lemma/UPOS (the lemma may be left out when it is
    the form), head within the sentence, relation, features.
    """
    return tabled(*("\n".join(map(_line, sentence.split("|"))) for sentence in row.split("||")), cited=cited)


def _line(word: str) -> str:
    form, *rest = word.split()
    text, lemma, upos = (
        form.split("/")
        if form.count("/") == 2
        else (form.split("/")[0], form.split("/")[0].lower(), form.split("/")[1])
    )
    return " ".join([text, text if upos == "PROPN" else lemma, upos, *rest])


def index_of(analysis: Analysis, word: str) -> int:
    """The index of the first token that is the word."""
    return next(t.index for t in analysis.tokens if t.text == word)
