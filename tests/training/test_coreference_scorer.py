"""The coreference score on partitions whose values are worked out by hand, and on the example of its paper."""

import pytest

from training.coreference_scorer import METRICS, Tally, conll_f1, matched_by_head, tally, without_singletons


def entities(*groups: str) -> list[frozenset[str]]:
    """Entities whose mentions are letters: ``entities("abc", "de")``."""
    return [frozenset(group) for group in groups]


def rates(key: list[frozenset[str]], response: list[frozenset[str]]) -> dict[str, tuple[float, float]]:
    """Recall and precision of each metric."""
    return {metric: (found.recall, found.precision) for metric, found in tally(key, response).items()}


def test_a_perfect_response_scores_one_hundred() -> None:
    key = entities("abc", "de", "f")
    assert all(pair == (1.0, 1.0) for pair in rates(key, key).values())
    assert conll_f1([tally(key, key)]) == pytest.approx(100.0)


def test_the_example_of_the_reference_scorer() -> None:  # Pradhan et al. 2014: MUC 40, B-cubed 45, CEAF-e 52
    found = tally(entities("abc", "defg"), entities("ab", "cd", "fghi"))
    assert (found["muc"].recall, found["muc"].precision) == (2 / 5, 2 / 5)
    assert found["b3"].recall == pytest.approx((4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7)
    assert found["b3"].precision == pytest.approx(4 / 8)
    assert found["ceafe"].recall == pytest.approx(1.3 / 2)
    assert found["ceafe"].precision == pytest.approx(1.3 / 3)
    assert conll_f1([found]) == pytest.approx((40 + 100 * 5 / 11 + 52) / 3)


def test_all_merged_loses_precision() -> None:
    found = rates(entities("ab", "cd"), entities("abcd"))
    assert found["muc"] == pytest.approx((1, 2 / 3))
    assert found["b3"] == pytest.approx((1, 1 / 2))
    assert found["ceafe"] == pytest.approx((1 / 3, 2 / 3))


def test_all_split_loses_recall() -> None:
    found = rates(entities("abc"), entities("a", "b", "c"))
    assert found["muc"] == (0, 0)
    assert found["b3"] == pytest.approx((1 / 3, 1))
    assert found["ceafe"] == pytest.approx((1 / 2, 1 / 6))


def test_a_missing_mention_loses_recall_alone() -> None:
    found = rates(entities("abc"), entities("ab"))
    assert found["muc"] == pytest.approx((1 / 2, 1))
    assert found["b3"] == pytest.approx((4 / 9, 1))
    assert found["ceafe"] == pytest.approx((4 / 5, 4 / 5))


def test_a_spurious_mention_loses_precision_alone() -> None:
    found = rates(entities("ab"), entities("abx"))
    assert found["muc"] == pytest.approx((1, 1 / 2))
    assert found["b3"] == pytest.approx((1, 4 / 9))


def test_a_missing_singleton_counts_in_all_but_muc() -> None:
    found = rates(entities("ab", "c"), entities("ab"))
    assert found["muc"] == (1, 1)
    assert found["b3"] == pytest.approx((2 / 3, 1))
    assert found["ceafe"] == (1 / 2, 1)


def test_singletons_can_be_left_out() -> None:
    assert without_singletons(entities("ab", "c")) == entities("ab")


def test_documents_add_up_before_rates_are_taken() -> None:
    one, other = tally(entities("ab"), entities("ab")), tally(entities("cdef"), entities("c", "d", "e", "f"))
    assert (one["muc"] + other["muc"]) == Tally(1, 4, 1, 1)
    assert conll_f1([one, other]) == pytest.approx(
        100 * sum((one[metric] + other[metric]).f1 for metric in METRICS) / 3
    )


def test_nothing_at_all_scores_nothing() -> None:
    assert conll_f1([tally(entities(), entities())]) == 0.0
    assert conll_f1([tally(entities("ab"), entities())]) == 0.0


def test_a_response_stands_for_the_mention_with_its_head() -> None:
    assert matched_by_head({(0, 4): 1, (6, 7): 7}, {(0, 2): 1, (8, 9): 8}) == {(0, 2): (0, 4)}


def test_of_two_mentions_with_one_head_the_exact_one_comes_first() -> None:
    key = {(0, 5): 1, (0, 1): 1}  # "the mayor and her deputy", "the mayor"
    assert matched_by_head(key, {(0, 1): 1}) == {(0, 1): (0, 1)}
    assert matched_by_head(key, {(0, 4): 1}) == {(0, 4): (0, 5)}
