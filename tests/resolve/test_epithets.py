"""Epithets: descriptions that name again somebody whom the report has named, and those that leave open whom."""

from onrecord.records.analysis import Analysis
from onrecord.resolve import resolve_parties
from tests.resolve.sentences import analyse, index_of

LEFT = "Ada|P|3|nsubj Moss|P|1|flat left|V|0|root .|.|3|punct"
SENATOR = "The|D|3|det former|A|3|amod senator|N|4|nsubj spoke|V|0|root"
NAMES = ("Ada Moss:person", "Tom Reed:person")


def named(text: Analysis, word: str) -> tuple[str, bool]:
    """The party at a word, and whether it is left open who that is."""
    table = resolve_parties(text, [token.index for token in text.tokens])
    (party,) = table.of(index_of(text, word))
    return next(p.name for p in table.parties if p.id == party), party in table.left_open


def test_a_description_is_the_only_person_named_just_before() -> None:
    assert named(analyse(LEFT, SENATOR, names=NAMES), "senator") == ("Ada Moss", False)


def test_a_description_after_two_persons_is_left_open() -> None:
    both = "Ada|P|3|nsubj Moss|P|1|flat met|V|0|root Tom|P|3|obj Reed|P|4|flat .|.|3|punct"
    assert named(analyse(both, SENATOR, names=NAMES), "senator") == ("former senator", True)


def test_nobody_is_described_beside_his_own_name() -> None:
    beside = "Moss|P|2|nsubj thanked|V|0|root the|D|5|det former|A|5|amod senator|N|2|obj"
    assert named(analyse(LEFT, beside, names=(*NAMES, "Moss:person")), "senator") == ("former senator", True)


def test_a_description_where_nobody_is_named_says_all_that_is_known() -> None:
    assert named(analyse(SENATOR), "senator") == ("former senator", False)


def test_somebody_with_another_role_is_not_described() -> None:
    judge = "Judge|P|2|nmod:desc Ada|P|4|nsubj Moss|P|2|flat left|V|0|root .|.|4|punct"
    assert named(analyse(judge, SENATOR, names=NAMES), "senator") == ("former senator", False)


def test_a_new_person_is_not_the_one_named_just_before() -> None:
    other = SENATOR.replace("former|A|3|amod", "other|A|3|amod")
    assert named(analyse(LEFT, other, names=NAMES), "senator")[0] == "other senator"
