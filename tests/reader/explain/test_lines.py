import pytest

from onrecord.reader.explain.lines import conditions_of, line_of, refused_line, slot_words
from onrecord.reader.lexicon import SLOTS, load_actions, load_complements
from onrecord.reader.trace import GIVER, RECEIVER, LineTried


@pytest.mark.parametrize(
    ("slot", "words"),
    [("subj", "subject"), ("from", "phrase with “from”"), ("obj.poss", "owner of the object")],
)
def test_slots_have_words(slot: str, words: str) -> None:
    assert slot_words(slot) == words


def test_every_slot_has_words() -> None:
    assert all(slot_words(slot) for slot in SLOTS | {"actor", "recipient", RECEIVER, GIVER})


def test_every_line_is_found_again_by_its_number() -> None:
    assert all(line_of(action).text.split("\t")[0] == " ".join(action.words) for action in load_actions())
    assert all(line_of(entry).text.split("\t")[0] == " ".join(entry.words) for entry in load_complements())


def test_every_condition_of_the_lexicon_has_its_text_and_its_words() -> None:
    for action in load_actions():
        conditions = conditions_of(action)
        assert len(conditions) == len(action.when)
        assert ";".join(condition.text for condition in conditions) in {line_of(action).text.split("\t")[-1], ""}
        assert all(condition.words for condition in conditions)


def test_line_that_lacks_a_word_or_a_condition_says_which() -> None:
    action = next(action for action in load_actions() if action.key == "verb:ask#request")
    assert refused_line(LineTried(action=action, condition=1)).lacks == "xcomp"
    assert refused_line(LineTried(action=action, word="for")).words == "“for” does not stand below it"
