"""The rules of the fold are data: what they name must be there."""

from onrecord.matters.conditions import CONDITIONS
from onrecord.matters.tables import rules, word_list


def test_every_rule_needs_a_condition_that_there_is() -> None:
    assert {rule.needs for rule in rules()} <= CONDITIONS.keys()


def test_no_two_rules_have_one_name() -> None:
    names = [rule.name for rule in rules()]
    assert len(set(names)) == len(names)


def test_lists_that_conditions_look_up_are_there() -> None:
    assert all(word_list(name) for name in ("leave", "grants", "refuses", "admitted", "never", "drafted", "not yet"))
