"""Atlas: which names of a text own what stands beside them."""

import pytest

from onrecord.resolve.atlas import Atlas
from tests.resolve.test_tree import words_of


@pytest.mark.parametrize(
    ("text", "owners"),
    [("US-backed forces", []), ("Kenyan-born runners", []), ("US forces", ["US"]), ("Kenya - forces", ["Kenya"])],
)
def test_a_name_that_is_part_of_an_adjective_owns_nothing(text: str, owners: list[str]) -> None:
    tree = words_of(text)
    assert [hit.written for hit in Atlas(tree).owners(0, len(tree.tokens) - 2)] == owners
