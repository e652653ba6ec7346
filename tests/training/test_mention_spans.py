"""Spans of mentions: what GUM counts to a mention, from its head and the tree."""

import pytest

from tests.reader.tabled import index_of, parse
from training.mention_spans import span_of_mention

CASES = {
    "a preposition before it is outside": (
        "talks/talk/NOUN 0 root | with/ADP 4 case | the/DET 4 det | minister/NOUN 1 nmod | of/ADP 6 case"
        "| Chad/PROPN 4 nmod",
        "minister", "the minister of Chad",
    ),
    "what stands before the preposition is outside": (
        "not/PART 4 advmod | only/ADV 4 advmod | for/ADP 4 case | Chad/PROPN 0 root", "Chad", "Chad",
    ),
    "a relative clause is inside": (
        "the/DET 2 det | envoy/NOUN 0 root | who/PRON 4 nsubj | spoke/speak/VERB 2 acl:relcl", "envoy",
        "the envoy who spoke",
    ),
    "what is joined to it is outside": (
        "Chad/PROPN 0 root | and/CCONJ 4 cc | its/PRON 4 nmod:poss | allies/ally/NOUN 1 conj", "Chad", "Chad",
    ),
    "its owner is inside": (
        "Chad/PROPN 3 nmod:poss | 's/PART 1 case | minister/NOUN 0 root", "minister", "Chad 's minister",
    ),
    "an owner has its own ending": (
        "Chad/PROPN 3 nmod:poss | 's/PART 1 case | minister/NOUN 0 root", "Chad", "Chad 's",
    ),
    "brackets after it are outside": (
        "the/DET 2 det | bloc/NOUN 0 root | (/PUNCT 4 punct | EU/PROPN 2 appos | )/PUNCT 4 punct", "bloc", "the bloc",
    ),
    "an apposition after a comma is inside, the last comma is not": (
        "Sorel/PROPN 6 nsubj | ,/PUNCT 4 punct | the/DET 4 det | envoy/NOUN 1 appos | ,/PUNCT 4 punct"
        "| left/leave/VERB 0 root",
        "Sorel", "Sorel , the envoy",
    ),
    "the clause that it is the predicate of is outside": (
        "She/PRON 4 nsubj | is/be/AUX 4 cop | the/DET 4 det | envoy/NOUN 0 root", "envoy", "the envoy",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_span_of_mention(case: str) -> None:
    row, head, expected = CASES[case]
    analysis = parse(row)
    first, last = span_of_mention(analysis, index_of(analysis, head))
    assert " ".join(token.text for token in analysis.tokens[first : last + 1]) == expected
