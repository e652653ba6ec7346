"""Analysis: what the encoder saw in a text, before any rule has read it.

Rules take an Analysis and nothing else, so a test can write one by hand: the encoder is a table.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.records.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word as Universal Dependencies counts words: *didn't* is two, *Israel's* is two.

    `head` is the index in the text of the governing token, -1 for the root of a sentence. `feats` are
    Universal features as written in CoNLL-U (``Tense=Past|VerbForm=Fin``). `entity` is what kind of thing
    the token heads a mention of (GUM: person, organization, place, event, abstract, object, time ...), or None.
    `antecedent` is the index of the earlier token that heads a mention of the same thing, or None.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    entity: str | None = None
    antecedent: int | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name and its kind: person, organisation, location, facility, norp, date, money, misc, product."""

    first: int
    last: int
    kind: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A cue with its source and content, as inclusive token ranges; source and content may be in pieces."""

    cue: tuple[int, int] | None
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The tokens, sentences (inclusive token ranges), names and citings of one text.

    `vectors` (tokens, hidden) is how the encoder sees each word where it stands, None where no encoder was asked.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[Name, ...] = ()
    cited: tuple[Cited, ...] = ()
    dependents: tuple[tuple[int, ...], ...] = field(default=())
    vectors: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)
