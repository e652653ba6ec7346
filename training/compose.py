"""Nested attributions made by putting one annotated sentence inside another.

PolNeAR marks no attribution inside a content. A sentence of it whose content is a clause after its cue (*Clinton
suggested the plan ...*) gives a frame (*Clinton suggested that*); another sentence with attributions of its own
takes the content's place, and both layers are then known.
"""

import random
import re
from collections.abc import Sequence

from corpora import Citing, Example

_ENDS = {".", "?", "!"}


def find_sentences(example: Example) -> list[Example]:
    """The sentences of a window that hold their attributions whole."""
    found, start = [], 0
    words = example.words
    for i, word in enumerate(words):
        ends = word in _ENDS and (i + 1 == len(words) or words[i + 1][0].isupper())
        if not ends and i + 1 not in example.breaks and i + 1 != len(words):
            continue
        cut = range(start, i + 1)
        inside = [c for c in example.citings or [] if set(c.cue + c.source + c.content) & set(cut)]
        whole = all(set(c.cue + c.source + c.content) <= set(cut) for c in inside)
        if inside and whole and ends and 5 <= len(cut) <= 45 and words[start][0].isupper():
            shifted = [
                Citing(**{r: tuple(k - start for k in getattr(c, r)) for r in ("cue", "source", "content")})
                for c in inside
            ]
            found.append(Example(corpus="composed", words=words[start : i + 1], citings=shifted))
        start = i + 1
    return found


def is_frame(sentence: Example) -> bool:
    """Whether a sentence reads source, cue, then a content that is a clause to its end."""
    citings = sentence.citings or []
    if len(citings) != 1:
        return False
    c = citings[0]
    if not c.source or not c.cue or not c.content:
        return False
    ordered = max(c.source) < min(c.cue) and max(c.cue) < min(c.content)
    running = (
        c.content == tuple(range(min(c.content), max(c.content) + 1)) and max(c.content) >= len(sentence.words) - 2
    )
    return ordered and running and sentence.words[min(c.content)] == "that" and min(c.content) <= 14


def is_inner(sentence: Example) -> bool:
    """Whether a sentence can stand inside another: no quotation marks, no first or second person."""
    words = {w.lower() for w in sentence.words}
    return not words & {'"', "“", "”", "i", "we", "you", "but", "and"} and sentence.words[0].lower() not in {
        "still",
        "yet",
        "so",
    }


def nest(frame: Example, inner: Example, lower_first: bool) -> Example:
    """*X said that ...* with the inner sentence as the content."""
    assert frame.citings and inner.citings
    outer = frame.citings[0]
    at = min(outer.content) + 1
    body = inner.words[:-1]
    if lower_first:
        body = [body[0].lower(), *body[1:]]
    words = [*frame.words[:at], *body, "."]
    content = tuple(range(at - 1, at + len(body)))
    return _around(words, Citing(cue=outer.cue, source=outer.source, content=content), inner, at)


def prefixed(outlet: str, inner: Example, lower_first: bool, rng: random.Random) -> Example:
    """*According to OUTLET, ...*, *..., OUTLET reported* and the like around an annotated sentence."""
    assert inner.citings
    body = inner.words[:-1]
    name = outlet.split()
    if rng.random() < 0.5:
        opening = rng.choice([["According", "to"], ["As", "reported", "by"]])
        before, after = [*opening, *name, ","], []
        cue = tuple(range(len(opening)))[-len(opening) :] if opening[0] == "According" else (1,)
        source = tuple(range(len(opening), len(opening) + len(name)))
        if lower_first:
            body = [body[0].lower(), *body[1:]]
    else:
        closing = rng.choice([["according", "to"], ["reported"], ["said"], ["wrote"]])
        before, start = [], len(body) + 1
        if closing[0] == "according":
            after = [",", *closing, *name]
            cue, source = (start, start + 1), tuple(range(start + 2, start + 2 + len(name)))
        else:
            after = [",", *name, *closing]
            cue, source = (start + len(name),), tuple(range(start, start + len(name)))
    at = len(before)
    words = [*before, *body, *after, "."]
    content = tuple(range(at, at + len(body)))
    return _around(words, Citing(cue=cue, source=source, content=content), inner, at)


def _around(words: list[str], outer: Citing, inner: Example, at: int) -> Example:
    """The outer citing and those of the inner sentence, whose words start at `at`; its full stop is left out.

    Inside an inner content nothing is annotated, so no cue there is taken for a negative.
    """
    size = len(inner.words) - 1
    shifted = [
        Citing(**{r: tuple(k + at for k in getattr(c, r) if k < size) for r in ("cue", "source", "content")})
        for c in inner.citings or []
    ]
    known = [1] * len(words)
    for citing in shifted:
        for k in citing.content:
            known[k] = 0
    citings = [outer, *[c for c in shifted if c.content and c.cue]]
    for citing in citings:
        known[citing.anchor] = 1
    return Example(corpus="composed", words=words, citings=citings, anchor_known=known)


def compose(examples: Sequence[Example], outlets: Sequence[str], rng: random.Random, *, count: int) -> list[Example]:
    """`count` nested examples from single-layer ones; `outlets` are names of organisations to cite."""
    sentences = [s for e in examples if e.corpus == "polnear" for s in find_sentences(e)]
    frames = [s for s in sentences if is_frame(s)]
    inners = [s for s in sentences if is_inner(s)]
    usual = {w for e in examples for w in e.words if w.islower()}
    made = []
    for _ in range(count):
        inner = rng.choice(inners)
        lower = inner.words[0].lower() in usual and not re.fullmatch(r"[A-Z]{2,}|I", inner.words[0])
        if rng.random() < 0.55:
            made.append(nest(rng.choice(frames), inner, lower))
        else:
            made.append(prefixed(rng.choice(outlets), inner, lower, rng))
    return made
