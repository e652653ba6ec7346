"""Words: phrases found in text whatever their inflection, and the sentence around a span."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from onrecord.records import Span

_WORD = re.compile(r"\w+(?:['’]t\b)?")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n+")
_TITLES = re.compile(r"\b(Mr|Mrs|Ms|Dr|Sen|Rep|Gen|Gov|St|U\.S|U\.K|No|vs)\.$")
_NOUN_ENDINGS = ("ions", "ion")
_LEAST_NOUN_STEM = 5  # extradition is to extradite; a station is no state
_ENDINGS = ("ingly", "ing", "edly", "ied", "ed", "ies", "es", "s", "e", "y")
_LEAST_STEM = 3
_GAP = "\0"  # in no stem
_EMPTY = _GAP * 2
FILLERS = frozenset({
    "a", "an", "the", "of", "for", "to", "in", "on", "at", "by", "with", "and", "or", "its", "his", "her", "their",
    "our", "that", "this", "these", "those", "it", "as", "from", "is", "are", "was", "were", "be", "been", "has",
    "have", "had",
    "do", "does", "did", "will", "would", "should", "must", "may", "might", "can", "could",
})  # fmt: skip


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What the inflections of a word share, roughly: *submitted* and *submitting* both give ``submitt``.

    >>> stem("opinions"), stem("opinion"), stem("ICC")
    ('opinion', 'opinion', 'icc')
    """
    low = word.casefold()
    for ending in _NOUN_ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _LEAST_NOUN_STEM:
            return low[: -len(ending)]
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _LEAST_STEM and not low.endswith("ss"):
            return low[: -len(ending)]
    return low


def cut_words(text: str) -> list[str]:
    """The words of a text as phrases are compared: *don't* is one."""
    return _WORD.findall(text)


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in _WORD.findall(text))


@lru_cache(maxsize=16_384)
def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that mean something by themselves."""
    return frozenset(stem(word) for word in _WORD.findall(text) if word.casefold() not in FILLERS)


def find_phrase(phrase: str, text: str) -> int | None:
    """Which word of the text a phrase begins at, or None: *legal opinion* stands in *two legal opinions* at 1."""
    wanted, given = _line(phrase), _line(text)
    at = given.find(wanted) if wanted != _EMPTY else -1
    return None if at < 0 else given.count(_GAP, 0, at)


def find_phrases(phrase: str, text: str) -> Iterator[int]:
    """Every word of the text that a phrase begins at."""
    wanted, given = _line(phrase), _line(text)
    if wanted == _EMPTY:
        return
    at, words = given.find(wanted), 0
    last = 0
    while at >= 0:
        words += given.count(_GAP, last, at)
        last = at
        yield words
        at = given.find(wanted, at + 1)


@lru_cache(maxsize=16_384)
def _line(text: str) -> str:
    """The stems of a text, each between gaps, so that a phrase is found as one string in another."""
    return f"{_GAP}{_GAP.join(stems(text))}{_GAP}"


def words_after(text: str, at: int, count: int) -> str:
    """The `count` words of a text from the word number `at` on."""
    return " ".join(_WORD.findall(text)[at : at + count])


def held_phrases(phrases: Iterable[str], text: str) -> tuple[str, ...]:
    """The phrases that a text holds, in their order."""
    given = _line(text)
    return tuple(phrase for phrase, wanted in _lines(tuple(phrases)) if wanted in given)


def longest_phrase(phrases: Iterable[str], text: str) -> str | None:
    """The phrase with most words that the text holds; of two as long, the first."""
    given = _line(text)
    for phrase, wanted in _longest_first(tuple(phrases)):
        if wanted in given:
            return phrase
    return None


def holds_any(phrases: Iterable[str], text: str) -> bool:
    """Whether a text holds one phrase or more."""
    return longest_phrase(phrases, text) is not None


@lru_cache(maxsize=4096)
def _longest_first(phrases: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return _lines(tuple(sorted(phrases, key=lambda phrase: -len(stems(phrase)))))


@lru_cache(maxsize=4096)
def _lines(phrases: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The phrases that have words, each with its line: the same lists are looked for in every sentence."""
    return tuple((phrase, line) for phrase in phrases if (line := _line(phrase)) != _EMPTY)


def sentence_around(text: str, span: Span) -> Span:
    """The sentence that a span begins in, without the spaces around it."""
    for sentence in sentences(text):
        if sentence.start <= span.start < sentence.end:
            return sentence
    return span


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text, as far as punctuation and line breaks tell."""
    return iter(_sentences(text))


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[Span, ...]:
    found, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        if _TITLES.search(text[max(0, end.start() - 6) : end.start()]):
            continue
        found.append((start, end.end() - len(end[0]) + len(end[0].rstrip())))
        start = end.end()
    found.append((start, len(text.rstrip())))
    return tuple(Span(first, last) for first, last in found if first < last)
