"""Tables of the fold's rules for docs/matters.md, made from the rules so that they cannot drift."""

from onrecord.matters.own_words import OWN_WORDS
from onrecord.matters.tables import Rule, rules

SIGNS = {
    "+": "as the backing", "-": "against the backing", "0": "neutral", "?": "unclear", "words": "as the words tell",
}  # fmt: skip


def rule_table() -> str:
    """Every rule: which acts, on which instruments, put whom at which stage."""
    head = [
        "| rule | acts | status | instrument | whose step | needs | stage | direction |",
        "|---|---|---|---|---|---|---|---|",
    ]
    return "\n".join([*head, *(_row(rule) for rule in rules()), "", ""])


def word_rule_table() -> str:
    """The rules over what a party says."""
    return "\n".join(["| rule | why |", "|---|---|", *(f"| {rule.name} | {rule.why} |" for rule in OWN_WORDS), "", ""])


def _row(rule: Rule) -> str:
    cells = (
        rule.name, ", ".join(rule.types), ", ".join(rule.statuses), ", ".join(rule.kinds), rule.role,
        rule.needs.replace("-", "") or " ", rule.stage.replace("_", " "), SIGNS[rule.sign],
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"
