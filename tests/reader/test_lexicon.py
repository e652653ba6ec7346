"""Lexicon: the packaged tables are sound, and a malformed line is refused with its place."""

from typing import get_args

import pytest

from onrecord.reader import lexicon
from onrecord.reader.lexicon import ACTION_COLUMNS, COMPLEMENT_COLUMNS, Action, Condition, Embed
from onrecord.reader.tables import packaged_text
from onrecord.records.acts import ActType
from onrecord.records.errors import RecordError

LISTS = {"paper": frozenset({"appeal", "brief"})}
ASK = ("ask", "verb", "request", "subj", "obj", "comp", "requested:recipient", "obj;comp")


def table(*rows: tuple[str, ...], columns: tuple[str, ...] = ACTION_COLUMNS) -> str:
    return "# a comment\n" + "".join("\t".join(row) + "\n" for row in (columns, *rows))


def changed(**cells: str) -> tuple[str, ...]:
    return tuple(cells.get(column, cell) for column, cell in zip(ACTION_COLUMNS, ASK, strict=True))


def parsed(row: tuple[str, ...]) -> Action:
    (action,) = lexicon.parse_actions(table(row), LISTS)
    return action


def test_packaged_actions_cover_every_type_with_verbs_and_nouns() -> None:
    found = {(action.type, action.pos) for action in lexicon.load_actions()}
    assert {(kind, "verb") for kind in get_args(ActType)} <= found
    assert {(kind, "noun") for kind in get_args(ActType)} <= found
    assert len(lexicon.load_actions()) > 900


def test_packaged_complements_cover_every_status() -> None:
    statuses = {complement.status for complement in lexicon.load_complements()}
    assert statuses == set(lexicon.STATUSES)


def test_keys_are_unique_and_find_their_entry() -> None:
    keys = [action.key for action in lexicon.load_actions()]
    assert len(keys) == len(set(keys))
    assert lexicon.action("verb:ask#request").type == "request"
    with pytest.raises(RecordError, match="no such entry"):
        lexicon.action("verb:ask#attack")


def test_every_word_list_is_used_and_every_actor_can_be_filled() -> None:
    lists = lexicon.parse_lists(packaged_text("word_lists.tsv"))
    table_text = packaged_text("actions.tsv")
    assert [name for name in lists if f"@{name}" not in table_text] == []
    assert all(action.actor or action.recipient for action in lexicon.load_actions())


def test_line_becomes_an_entry() -> None:
    action = parsed(ASK)
    assert action.key == "verb:ask#request"
    assert (action.actor, action.recipient, action.object) == (("subj",), ("obj",), ("comp",))
    assert action.embeds == Embed(status="requested", who="recipient")
    assert action.when == (Condition(slot="obj", test="present"), Condition(slot="comp", test="present"))


@pytest.mark.parametrize(
    ("text", "slot", "test", "values"),
    [
        ("obj:state|court", "obj", "kind", {"state", "court"}),
        ("with~appeal|brief", "with", "lemma", {"appeal", "brief"}),
        ("obj~@paper", "obj", "lemma", {"appeal", "brief"}),
        ("noobj", "obj", "absent", set()),
        ("passive", "passive", "present", set()),
        ("actor:court", "actor", "kind", {"court"}),
    ],
)
def test_condition_is_read(text: str, slot: str, test: lexicon.Test, values: set[str]) -> None:
    (condition,) = parsed(changed(when=text)).when
    assert condition == Condition(slot=slot, test=test, values=frozenset(values))


@pytest.mark.parametrize(
    ("column", "found"),
    [
        ("lemma", "Ask"), ("lemma", "ask  for"), ("pos", "adverb"), ("type", "say"), ("actor", "subject"),
        ("recipient", "obj|"), ("recipient", "obj.of"), ("object", "-"), ("embeds", "requested"),
        ("embeds", "asked:recipient"), ("embeds", "requested:obj"), ("when", "obj:country"), ("when", "obj~"),
        ("when", "obj~a||b"), ("when", "obj~@no-list"), ("when", "nosuch"), ("when", "obj;"),
    ],
)  # fmt: skip
def test_malformed_cell_is_refused_with_its_place(column: str, found: str) -> None:
    with pytest.raises(RecordError) as caught:
        parsed(changed(**{column: found}))
    assert caught.value.where == f"actions.tsv:3, column {column}"
    assert caught.value.found == repr(found)
    assert caught.value.expected


@pytest.mark.parametrize("row", [ASK[:-1], (*ASK, "more"), changed(object="")])
def test_line_with_missing_or_spare_cells_is_refused(row: tuple[str, ...]) -> None:
    with pytest.raises(RecordError, match=r"wrong cells at actions\.tsv:3"):
        parsed(row)


def test_wrong_header_and_doubled_lines_are_refused() -> None:
    with pytest.raises(RecordError, match="wrong header"):
        lexicon.parse_actions(table(ASK, columns=COMPLEMENT_COLUMNS), LISTS)
    with pytest.raises(RecordError, match="given twice"):
        lexicon.parse_actions(table(ASK, ASK), LISTS)


def test_second_sense_of_one_type_gets_its_own_key() -> None:
    actions = lexicon.parse_actions(table(ASK, changed(when="noobj")), LISTS)
    assert [action.key for action in actions] == ["verb:ask#request", "verb:ask#request:2"]


@pytest.mark.parametrize(
    "row",
    [("plan", "verb", "comp", "soon", "subj", "-"), ("plan", "verb", "side", "planned", "subj", "-")],
)
def test_malformed_complement_is_refused(row: tuple[str, ...]) -> None:
    with pytest.raises(RecordError, match=r"complements\.tsv:3"):
        lexicon.parse_complements(table(row, columns=COMPLEMENT_COLUMNS))


def test_phrases_come_before_their_head_alone() -> None:
    lengths = [len(action.words) for action in lexicon.actions_for("call", "verb")]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] > 1
    assert lexicon.actions_for("nosuch", "verb") == ()


def test_plain_saying_is_no_act() -> None:
    for lemma in ("say", "announce", "report", "state", "note", "add", "explain"):
        assert [
            action.key for action in lexicon.actions_for(lemma, "verb") if not (action.words[1:] or action.when)
        ] == []


@pytest.mark.parametrize(
    ("lemma", "pos", "status"),
    [
        ("plan", "verb", "planned"), ("mull", "verb", "possible"), ("fail", "verb", "negated"),
        ("may", "aux", "possible"),
        ("not", "adv", "negated"), ("if", "mark", "conditional"), ("should", "aux", "requested"),
        ("manage", "verb", "actual"),
    ],
)  # fmt: skip
def test_complement_has_its_status(lemma: str, pos: str, status: str) -> None:
    assert status in {entry.status for entry in lexicon.complements_for(lemma, pos)}


def test_late_slots_are_those_of_the_type_and_of_words_of_the_phrase() -> None:
    rows = (("sanction", "link|tie", "with"), ("sanction", "-", "to|obj.poss"), ("aid", "-", "for"))
    parsed_slots = lexicon.parse_late_slots(table(*rows, columns=lexicon.RECIPIENT_COLUMNS))
    assert [(late.type, late.slots) for late in parsed_slots] == [
        ("sanction", ("with",)),
        ("sanction", ("to", "obj.poss")),
        ("aid", ("for",)),
    ]
    assert lexicon.late_slots("sanction", ("cut", "tie"))[0] == "with"
    assert "with" not in lexicon.late_slots("sanction", ("suspend", "aid"))


def test_late_slots_refuse_an_unknown_slot() -> None:
    with pytest.raises(RecordError, match=r"recipients\.tsv:3, column slots"):
        lexicon.parse_late_slots(table(("aid", "-", "beside"), columns=lexicon.RECIPIENT_COLUMNS))
