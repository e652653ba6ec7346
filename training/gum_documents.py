"""GUM's documents for scoring: whole sentences packed into windows, and the gold mentions with their entities.

GUM writes a mention as a bracket that opens at its first word and closes at its last (``Entity=(3-person-new-...(4``,
``4)3)``). As far as this release goes, no mention leaves its sentence, none is in pieces, and brackets of one entity
may nest (*Friday, May 8* and in it *May 8*). Singletons are annotated. Words are counted over the document.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from corpora import Clusters, TreebankSentence, read_conllu
from onrecord.reader.tokens import case_of, quoted_words
from onrecord.reader.windows import Words
from onrecord.records.spans import Span

Mention = tuple[int, int]


@dataclass(slots=True, kw_only=True)
class GumDocument:
    """One document: its windows with the sentences of each (inclusive word ranges in the window), and its gold.

    `entity_of` maps each mention (first and last word) to the id of its entity, `head_of` to its head word in the
    gold tree; `upos` are the gold tags.
    """

    name: str
    windows: list[Words] = field(default_factory=list)
    sentences: list[list[tuple[int, int]]] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    entity_of: dict[Mention, str] = field(default_factory=dict)
    head_of: dict[Mention, int] = field(default_factory=dict)

    @property
    def is_news(self) -> bool:
        return "_news_" in self.name


def read_document(path: Path, *, window_words: int) -> GumDocument:
    """A document in windows of whole sentences of at most `window_words` words; a longer sentence has its own."""
    document = GumDocument(name=path.stem)
    batch: list[TreebankSentence] = []
    for sentence in read_conllu(path):
        if batch and sum(len(s.rows) for s in [*batch, sentence]) > window_words:
            _add_window(document, batch)
            batch = []
        batch.append(sentence)
    if batch:
        _add_window(document, batch)
    return document


def _add_window(document: GumDocument, batch: Sequence[TreebankSentence]) -> None:
    offset, texts, breaks, ranges = len(document.upos), list[str](), list[int](), list[tuple[int, int]]()
    for sentence in batch:
        first = len(texts)
        if sentence.opens_paragraph and first:
            breaks.append(first)
        texts += [row[1] for row in sentence.rows]
        ranges.append((first, len(texts) - 1))
        _add_gold(document, sentence.rows, first + offset)
    document.windows.append(
        Words(
            spans=tuple(Span(i, i + 1) for i in range(offset, offset + len(texts))),
            texts=tuple(texts),
            cases=tuple(map(case_of, texts)),
            quoted=tuple(_quoted(texts, breaks)),
            breaks=tuple(breaks),
        )
    )
    document.sentences.append(ranges)


def _quoted(texts: Sequence[str], breaks: Sequence[int]) -> list[int]:
    borders = [0, *breaks, len(texts)]
    return [flag for a, b in pairwise(borders) for flag in quoted_words(texts[a:b])]


def _add_gold(document: GumDocument, rows: list[list[str]], start: int) -> None:
    heads = [int(row[6]) - 1 for row in rows]
    document.upos += [row[3] for row in rows]
    for first, last, entity, _ in Clusters().mentions_of(rows, 0):
        head = next((i for i in range(first, last + 1) if not first <= heads[i] <= last), first)
        document.entity_of[first + start, last + start] = entity
        document.head_of[first + start, last + start] = head + start
