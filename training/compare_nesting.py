"""Two ways to nested attributions, compared: ``python training/compare_nesting.py [--model FOLDER]``.

*Once*: every cue of a window is tagged from the one pass over it, also a cue inside a content; the network learnt that
from composed and written examples and GUM. *Again*: only cues outside contents are taken from the pass, and each
content is then read anew as a window of its own, to any depth. Printed for each: how many are found of GUM dev's
attributions that stand inside another's content (cue met, half of the content's words), how many of the gate's cases
pass in all and in its family of nested citing, and the words that the encoder read.
"""

import argparse
import json
import random
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpora import Example, read_treebank
from gate.scoring import find_misses
from onrecord.ingest import report_from_text
from onrecord.reader.analyse import CUE_THRESHOLD, analyse, find_cited
from onrecord.reader.network import OnnxNetwork
from onrecord.reader.reader import read_analysis
from onrecord.reader.tokens import case_of, quoted_words
from onrecord.reader.windows import Words
from onrecord.records.analysis import Analysis, Cited
from onrecord.records.checks import keep_sound
from score_dev import CORPORA, MODEL, WINDOW_WORDS, as_words

CASES = Path(__file__).parents[1] / "gate" / "cases.jsonl"
FAMILY = "nested-citing"
Find = Callable[[Words], list[Cited]]


class Finder:
    """Finds citings in words in either way, and counts the words that were read."""

    def __init__(self, network: OnnxNetwork) -> None:
        self.network, self.words = network, 0

    def once(self, words: Words) -> list[Cited]:
        self.words += len(words.texts)
        return find_cited(self.network.score_window(words), self.network, 0, CUE_THRESHOLD)

    def again(self, words: Words) -> list[Cited]:
        found = self.once(words)
        outer = [c for c in found if not any(o is not c and _holds(o, c) and not _holds(c, o) for o in found)]
        return outer + [inner for c in outer for inner in self._inside(words, c)]

    def _inside(self, words: Words, cited: Cited) -> list[Cited]:
        first, last = cited.content[0][0], cited.content[-1][1]
        if last - first + 1 >= len(words.texts):
            return []
        part = Words(
            spans=words.spans[first : last + 1],
            texts=words.texts[first : last + 1],
            cases=words.cases[first : last + 1],
            quoted=words.quoted[first : last + 1],
            breaks=tuple(b - first for b in words.breaks if first < b <= last),
        )
        return [_moved(inner, first) for inner in self.again(part)]


def _holds(outer: Cited, inner: Cited) -> bool:
    at = inner.cue[0] if inner.cue else inner.content[0][0]
    return any(first <= at <= last for first, last in outer.content)


def _moved(cited: Cited, by: int) -> Cited:
    def move(ranges: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((first + by, last + by) for first, last in ranges)

    cue = move((cited.cue,))[0] if cited.cue else None
    return Cited(cue=cue, source=move(cited.source), content=move(cited.content), confidence=cited.confidence)


def share_of_nested(examples: list[Example], find: Find) -> tuple[int, int]:
    """How many of GUM's nested attributions are found, of how many."""
    good = wanted = 0
    for example in examples:
        nested = [
            c
            for c in example.citings or []
            if any(o is not c and c.anchor in o.content and o.anchor not in c.content for o in example.citings or [])
        ]
        found = find(as_words(example)) if nested else []
        for citing in nested:
            wanted += 1
            good += any(_is_same(citing.cue, citing.content, cited) for cited in found)
    return good, wanted


def _is_same(cue: tuple[int, ...], content: tuple[int, ...], cited: Cited) -> bool:
    told = {i for first, last in cited.content for i in range(first, last + 1)}
    met = cited.cue is not None and any(cited.cue[0] <= i <= cited.cue[1] for i in cue)
    return met and 2 * len(told & set(content)) >= len(told | set(content))


def passing(network: OnnxNetwork, find: Find) -> dict[str, int]:
    """How many of the gate's cases pass, of all and of the family of nested citing."""
    count = {"all": 0, FAMILY: 0}
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case: dict[str, Any] = json.loads(line)
        report = report_from_text(case["text"], published=case["published"])
        analysis = with_cited(analyse(report.text, network), find)
        passed = not find_misses(case, keep_sound(read_analysis(report, analysis, reader="compared")))
        count["all"] += passed
        count[FAMILY] += passed and case["family"] == FAMILY
    return count


def with_cited(analysis: Analysis, find: Find) -> Analysis:
    """The analysis of a short text with its citings found in another way."""
    texts = [token.text for token in analysis.tokens]
    words = Words(
        spans=tuple(token.span for token in analysis.tokens),
        texts=tuple(texts),
        cases=tuple(map(case_of, texts)),
        quoted=tuple(quoted_words(texts)),
        breaks=(),
    )
    return replace(analysis, cited=tuple(find(words)) if texts else ())


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=MODEL)
    network = OnnxNetwork.load(folder=parser.parse_args(arguments).model)
    files = sorted((CORPORA / "gum" / "dev").glob("*.conllu"))
    examples = list(read_treebank(files, "gum", random.Random(1), limit=WINDOW_WORDS))
    for way in ("once", "again"):
        finder = Finder(network)
        good, wanted = share_of_nested(examples, getattr(finder, way))
        counts = passing(network, getattr(finder, way))
        print(json.dumps({"way": way, "gum_nested": [good, wanted], "gate": counts, "words_read": finder.words}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
