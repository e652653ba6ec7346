"""Counts: how many a phrase says there are, and how surely."""

import re
from dataclasses import dataclass

from onrecord.records import Bound, Count
from onrecord.records.analysis import Token
from onrecord.resolve.nouns import is_class
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.tree import Tree

UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS = {word: value for value, word in enumerate(UNITS)} | {word: 10 * (i + 2) for i, word in enumerate(TENS)}
SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
MOST_COUNTED = 10**15  # and a billion of them, or a sum of floats, would still fit no ledger
SMALL_GROUPS = {"pair": 2, "couple": 2, "duo": 2, "trio": 3, "quartet": 4, "both": 2}
VAGUE = frozenset({
    "many", "several", "some", "few", "most", "all", "both", "various", "numerous", "other", "multiple", "certain",
})  # fmt: skip
SHARES = frozenset({"percent", "per cent", "%", "cent"})
BOUNDS: tuple[tuple[Bound, tuple[str, ...]], ...] = (
    ("about", (
        "nearly", "almost", "some", "about", "around", "roughly", "approximately", "close to", "an estimated", "circa",
        "just under", "just over", "estimated",
    )),
    ("at_most", ("up to", "as many as", "at most", "fewer than", "less than", "under", "no more than")),
    ("at_least", (
        "at least", "more than", "over", "no fewer than", "no less than", "upwards of", "above", "a minimum of",
    )),
)  # fmt: skip
_DIGITS = re.compile(r"\d{1,3}(?:[,  ]\d{3})+$|\d+(?:\.\d+)?$")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a counting phrase counts: *at least 20 of the 27 member states* is 20, at_least, of *states*.

    `noun` is the token of those counted, None in *some 40*; `count` None in *dozens of states*.
    """

    count: Count | None
    noun: int | None
    rule: str


def read_count(tree: Tree, phrase: Phrase) -> Counted | None:
    """The count of a phrase, or None if it counts nothing."""
    head = tree.tokens[phrase.head]
    if head.text.lower() in SHARES and (noun := _counted_noun(tree, head.index)) is not None:
        return Counted(None, noun, "share")
    if head.upos == "NUM" and value_of(head.text) is not None:
        return Counted(_count(tree, head.index), _counted_noun(tree, head.index), "number as head")
    if head.lemma.lower() in SMALL_GROUPS and _is_definite(tree, head.index):
        return Counted(Count(value=SMALL_GROUPS[head.lemma.lower()]), None, "number as head")  # "the pair"
    united = head.lemma.lower() in ("coalition", "alliance") and _is_counted(tree, head.index)
    if (united or is_class(head, "quantity")) and (noun := _counted_noun(tree, head.index)) is not None:
        return _quantity(tree, head, noun)
    if head.lemma.lower() in SCALES and head.upos == "NOUN":
        return Counted(_count(tree, head.index), None, "quantity noun")
    for child in tree.children(head.index, "nummod", "compound", "nmod", "det"):
        if child.index > head.index or tree.case_of(child.index):
            continue
        numeral = child.upos == "NUM" and child.deprel == "nummod" and value_of(child.text) is not None
        if numeral or child.lemma.lower() in SCALES:
            return Counted(_count(tree, child.index), head.index, "counted noun")
    words = {child.text.lower() for child in tree.children(head.index, "det", "amod") if child.index < head.index}
    if tree.is_plural(head.index) and words & VAGUE:
        count = Count(value=2) if "both" in words else None
        return Counted(count, head.index, "vague quantity")
    return None


def _is_counted(tree: Tree, head: int) -> bool:
    """Whether a noun is of so many: *a coalition of 16 states*, not *a coalition of the willing*."""
    return any(tree.case_of(c.index) == "of" and tree.children(c.index, "nummod") for c in tree.children(head, "nmod"))


def _is_definite(tree: Tree, head: int) -> bool:
    """*The pair*, of those just named; not *the pair of shoes*, *the married couple*."""
    others = tree.children(head, "nmod", "amod", "compound", "acl:relcl")
    told = any(tree.case_of(k.index) in ("", "of") or k.deprel != "nmod" for k in others)
    return not told and any(token.text.lower() == "the" for token in tree.children(head, "det"))


def value_of(word: str) -> int | None:
    """The value of one number word or figure: *1,200*, *twenty-five*; None for a figure too large to count anybody."""
    word = word.lower()
    if _DIGITS.match(word):
        value = float(re.sub(r"[,  ]", "", word))
        return int(value) if value <= MOST_COUNTED else None
    tens, _, unit = word.partition("-")
    if tens in NUMBERS and (not unit or unit in NUMBERS):
        return NUMBERS[tens] + NUMBERS.get(unit, 0)
    return SCALES.get(word)


def _quantity(tree: Tree, head: Token, noun: int) -> Counted:
    lemma = head.lemma.lower()
    if lemma in SCALES:
        return Counted(_count(tree, head.index), noun, "quantity noun")
    if lemma in SMALL_GROUPS:
        return Counted(Count(value=SMALL_GROUPS[lemma]), noun, "quantity noun")
    inner = next((c for c in tree.children(noun, "nummod") if c.upos == "NUM"), None)
    part = lemma in ("group", "list", "other", "all", "coalition", "alliance")
    return Counted(_count(tree, inner.index) if inner and part else None, noun, "quantity noun")


def _counted_noun(tree: Tree, head: int) -> int | None:
    for child in tree.children(head, "nmod", "obl"):
        if child.index > head and tree.case_of(child.index) in ("of", "of the"):
            deeper = _counted_noun(tree, child.index) if is_class(child, "quantity") else None
            noun = child.index if deeper is None else deeper
            return noun if tree.is_plural(noun) else _noun_after(tree, head) or noun
    return _noun_after(tree, head)


def _noun_after(tree: Tree, head: int) -> int | None:
    """The last noun of the run after *of*, where the tree broke it: *states* in *group of court member states*."""
    if head + 1 >= len(tree.tokens) or tree.tokens[head + 1].text.lower() != "of":
        return None
    found = None
    for token in tree.tokens[head + 2 : head + 9]:
        if token.upos not in ("DET", "ADJ", "NUM", "PROPN", "NOUN"):
            break
        found = token.index if token.upos == "NOUN" else found
    return found


def _count(tree: Tree, index: int) -> Count | None:
    """The count at a number token, with its bound; None for *dozens*."""
    token = tree.tokens[index]
    before = [child for child in tree.children(index) if child.index < index]
    parts = [child for child in before if child.upos == "NUM" or child.text.lower() in ("a", "an")]
    following = tree.tokens[index + 1 : index + 3]
    if len(following) == 2 and following[0].text == "-" and following[1].upos == "NUM":
        return _count(tree, index + 2)
    joined = index > 1 and tree.tokens[index - 1].text == "-" and tree.tokens[index - 2].upos == "NUM"
    value = value_of(tree.text_between(index - 2, index).replace(" ", "") if joined else token.text)
    if token.lemma.lower() in SCALES:
        if tree.is_plural(index) or token.text.lower().endswith("s"):
            return None
        factors = [v for part in parts if part.upos == "NUM" and (v := value_of(part.text)) is not None]
        value = SCALES[token.lemma.lower()] * (factors[0] if factors else 1)
    start = min([index, *(part.index for part in parts)])
    return None if value is None else Count(value=value, bound=_bound(tree, start, index))


def _bound(tree: Tree, start: int, index: int) -> Bound:
    before = " ".join(token.text.lower() for token in tree.tokens[max(0, start - 3) : start])
    after = " ".join(token.text.lower() for token in tree.tokens[index + 1 : index + 3])
    fitting = [(len(o), bound) for bound, openings in BOUNDS for o in openings if f" {before}".endswith(f" {o}")]
    if fitting:
        return max(fitting)[1]
    if after.startswith("or more"):
        return "at_least"
    return "about" if after.startswith(("or so", "or fewer")) else "exact"
