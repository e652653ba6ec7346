"""The table from acts to PLOVER: every act finds a line, and a wrong line is refused with its place."""

from itertools import product
from typing import get_args

import pytest

from onrecord.export.plover_table import COLUMNS, line_for, load_table, parse_line, phrase_of
from onrecord.reader.lexicon import load_actions
from onrecord.reader.tables import read_rows
from onrecord.records.acts import ActStatus, ActType
from onrecord.records.errors import RecordError
from tests.factories import make_act, make_reading


def line(**cells: str) -> str:
    plain = {"type": "aid", "status": "actual", "when": "-", "plover": "AID", "draft": "AID", "cameo": "07"}
    row = plain | {"roles": "act", "loss": "-"} | cells
    return "\t".join(COLUMNS) + "\n" + "\t".join(row[column] for column in COLUMNS)


def parsed(**cells: str) -> object:
    return [parse_line(row) for row in read_rows(line(**cells), file="plover.tsv", columns=COLUMNS)]


@pytest.mark.parametrize(("kind", "status"), list(product(get_args(ActType), get_args(ActStatus))))
def test_line_for_finds_a_line_for_every_type_and_status(kind: ActType, status: ActStatus) -> None:
    act = make_act(type=kind, status=status)
    assert line_for(act, make_reading(acts=(act,))) in load_table()


def test_a_line_has_all_three_codes_or_none() -> None:
    for entry in load_table():
        assert len({entry.plover is None, entry.draft is None, entry.cameo is None}) == 1


def test_every_line_is_reached_by_some_act() -> None:
    """A line after one that is wider and before it would never decide."""
    lines = load_table()
    for n, later in enumerate(lines):
        shadow = [
            earlier
            for earlier in lines[:n]
            if not earlier.when
            and later.statuses <= earlier.statuses
            and ("*" in earlier.types or later.types <= earlier.types)
        ]
        assert not shadow, (later.cells, shadow[0].cells)


def test_every_word_of_a_rule_is_in_the_lexicon() -> None:
    """A word that no phrase of the line's types has would never decide."""
    words = {(action.type, word) for action in load_actions() for word in action.words}
    for entry in load_table():
        for condition in entry.when:
            if condition.test == "rule":
                unknown = {w for w in condition.values if not any((kind, w) in words for kind in entry.types)}
                assert not unknown, (entry.cells, unknown)


def test_phrase_of_gives_the_words_of_the_lexicon() -> None:
    assert phrase_of("verb:call on#request:2") == {"call", "on"}


@pytest.mark.parametrize(
    "cells",
    [
        {"plover": "HELP"},
        {"draft": "DEMAND"},
        {"cameo": "21"},
        {"type": "aid|hug"},
        {"when": "about:hug"},
        {"when": "weather:fair"},
        {"when": "own:state"},
    ],
)
def test_a_wrong_cell_is_refused(cells: dict[str, str]) -> None:
    with pytest.raises(RecordError, match=r"plover\.tsv:2"):
        parsed(**cells)
