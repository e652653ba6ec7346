import io

import pytest
from rich.console import Console

from onrecord.cli.tree_view import print_tree
from tests.reader.tabled import parse

ANALYSIS = parse(
    "Peru/PROPN 2 nsubj | asked/ask/VERB 0 root | Chile/PROPN 2 obj | to/PART 5 mark | sign/VERB 2 xcomp"
    " | ./PUNCT 2 punct"
)
TREE = """\
  2  asked    root  VERB  <- ACT
  1    Peru   nsubj PROPN
  3    Chile  obj   PROPN
  5    sign   xcomp VERB  <- object
  4      to   mark  PART
"""


def printed(width: int) -> str:
    stream = io.StringIO()
    print_tree(Console(file=stream, width=width), ANALYSIS.tokens, {1: ["ACT"], 4: ["object"]})
    return stream.getvalue()


def test_tree_has_a_word_a_line_under_the_word_it_hangs_on() -> None:
    assert printed(80) == TREE


def test_tree_leaves_punctuation_out() -> None:
    assert "PUNCT" not in printed(80)


@pytest.mark.parametrize("width", [40, 60, 80])
def test_tree_of_deep_and_long_words_keeps_to_the_width(width: int) -> None:
    rows = ["internationalisation/NOUN 0 root"]
    rows += [f"internationalisation/NOUN {n} nmod" for n in range(1, 30)]
    stream = io.StringIO()
    print_tree(Console(file=stream, width=width), parse(" | ".join(rows)).tokens, {})
    lines = stream.getvalue().splitlines()
    assert len(lines) == 30
    assert max(map(len, lines)) <= width
