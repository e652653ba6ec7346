"""Words: where each word of a text starts and ends, as Universal Dependencies counts English words.

*Israel's envoy didn't reply* is Israel | 's | envoy | did | n't | reply. Hyphens part words (*nine-year* is
three) except after the prefixes that the English treebanks keep whole (*anti-war*, *mid-June*).
"""

import re
from functools import lru_cache

from onrecord.records.spans import Span

_PREFIXES = (
    "anti|pro|non|pre|post|re|co|semi|mid|ex|pan|multi|sub|ultra|counter|inter|intra|trans|un|e|vice|self-styled|bi|tri"
)
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Adm|Cmdr|Rev|Hon|Pres|St|Jr|Sr|No|vs|Inc|Corp|Co|Ltd|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Art|Arts|Fig|Vol|approx|etc"
)
_LETTER = r"[^\W\d_][\u0300-\u036f\u0900-\u0d7f\u0610-\u061a\u064b-\u065f\u200c\u200d]*"
_WORD = re.compile(
    rf"""
      (?![Cc]annot)[A-Za-z]+(?=[\s,;)])  # most words; what stands below would read them alike, but late
    | (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}})+  # RFC 5321's and 1035's most: each word of a-a-a looks ahead
    | (?:[^\W\d_]\.){{2,}}
    | (?:{_ABBREVIATIONS})\.(?=\s+\S)
    | (?<!\w)[A-Z]\.(?=\s+[A-Z])
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th)(?!\w)
    | \d+(?:[.,:]\d+)+
    | \d+(?!\w)
    | [Cc]an(?=not(?!\w))
    | (?i:(?<!\w)(?:{_PREFIXES})-(?=[^\W\d_]))(?:{_LETTER})+
    | (?:{_LETTER}|\d)+?(?=n['’]t(?!\w))
    | n['’]t(?!\w)
    | ['’](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M)(?!\w)
    | (?:O|D|L|d|l|Al|al|Sa|Qa|Ba|Ta)['’](?:{_LETTER})+
    | (?:{_LETTER}|\d)+
    | \.{{2,}} | -{{2,}} | \S
    """,
    re.VERBOSE,
)
LONGEST_WORD = 500
_OPENERS = "“«„‟"
_CLOSERS = "”»"
_EITHER = frozenset({'"', "``", "''"})  # marks that open or close
_QUOTE_MARKS = frozenset({*_OPENERS, *_CLOSERS, *_EITHER})
_SENTENCE_ENDS = frozenset({".", "?", "!", "...", "…"})


def find_words(text: str) -> tuple[Span, ...]:
    """The words and punctuation marks of a text, in order; they never overlap and hold no space.

    What runs on without a space for more than 500 characters, as Chinese does, is cut there: words are kept in caches.
    """
    spans = tuple(Span(*match.span()) for match in _WORD.finditer(text))
    if len(text) <= LONGEST_WORD or all(end - start <= LONGEST_WORD for start, end in spans):
        return spans
    return tuple(
        Span(at, min(end, at + LONGEST_WORD)) for start, end in spans for at in range(start, end, LONGEST_WORD)
    )


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The runs of text between line breaks, without surrounding space."""
    return tuple(Span(*match.span()) for match in re.finditer(r"\S(?:[^\n]*\S)?", text))


@lru_cache(maxsize=20_000)
def case_of(word: str) -> int:
    """Letter case as the encoder's feature: 0 none, 1 lower, 2 Capitalised, 3 UPPER, 4 mixed."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 0
    if all(c.islower() or not c.isupper() for c in letters):
        return 1
    if letters[0].isupper() and all(not c.isupper() for c in letters[1:]):
        return 2
    return 3 if all(c.isupper() for c in letters) else 4


def quoted_words(words: list[str]) -> list[int]:
    """For each word of a paragraph, 1 inside double quotation marks (marks included), else 0."""
    if _QUOTE_MARKS.isdisjoint(words):
        return [0] * len(words)
    inside, flags = False, []
    for word in words:
        if word in _OPENERS:
            inside = True
            flags.append(1)
        elif word in _CLOSERS:
            flags.append(1)
            inside = False
        elif word in _EITHER:
            inside = not inside
            flags.append(1)
        else:
            flags.append(int(inside))
    return flags


def likely_breaks(words: list[str]) -> list[int]:
    """Word indexes after which a long paragraph may be cut: after a full stop that a capital or a quote follows."""
    breaks = []
    for i, word in enumerate(words[:-1]):
        closes = word in {'"', "”", ")", "'", "’"} and i > 0 and words[i - 1] in _SENTENCE_ENDS
        following = words[i + 1]
        if (word in _SENTENCE_ENDS or closes) and (following[0].isupper() or following[0] in "“\"'‘("):
            breaks.append(i)
    return breaks
