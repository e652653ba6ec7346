"""Tables: rows that never read as facts, with the columns that they promise."""

from collections import Counter
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given

from onrecord.export.excerpts import Excerpt
from onrecord.export.options import ExportOptions
from onrecord.export.tables import TABLES
from onrecord.records import Reading
from onrecord.records.checks import keep_sound
from tests.export.excerpting import NOW, excerpt_of, letter
from tests.factories import TEXT
from tests.records.strategies import any_reading

SAID_OF_ALL = {
    "report_id", "outlet", "url", "published", "recorded_at", "reader", "chain", "rule", "confidence",
}  # fmt: skip
TYPES = {"text": str, "texts": list, "whole": int, "flag": bool, "number": float, "moment": datetime}


def rows_of(name: str, *excerpts: Excerpt, **options: Any) -> list[dict[str, Any]]:
    limits = ExportOptions(**options)
    columns = [column.name for column in TABLES[name].columns_for(limits)]
    return [dict(zip(columns, row, strict=True)) for row in TABLES[name].rows(excerpts, limits)]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_whose_word_it_is(name: str) -> None:
    columns = Counter(column.name for column in TABLES[name].columns)
    assert set(columns) >= SAID_OF_ALL | ({"status", "sentence"} if name != "attributions" else set())
    assert set(columns.values()) == {1}


def test_act_row_has_the_act_with_its_report_and_its_chain() -> None:
    row = rows_of("acts", excerpt_of(letter()))[1]
    assert (row["report_id"], row["recorded_at"], row["act_id"]) == (letter().report.id, NOW, "e2")
    assert (row["type"], row["status"], row["confidence"]) == ("file", "requested", 0.8)
    asked = "25 countries (unnamed) are asked by Freedonia to file “an opinion”"
    assert row["sentence"] == f"{asked} — The Harbour Times, as cited by Lakeside Post"
    assert (row["chain"], row["cited"]) == ("The Harbour Times, as cited by Lakeside Post", ["The Harbour Times"])
    assert TEXT[row["quote_start"] : row["quote_end"]] == row["quote"] == "an opinion"


def test_act_row_keeps_lists_of_parties_aligned() -> None:
    row = rows_of("acts", excerpt_of(letter()))[0]
    assert (row["actors"], row["actor_kinds"], row["actor_codes"]) == (["Freedonia"], ["state"], ["FRD"])
    assert (row["recipients"], row["recipient_codes"]) == (["25 countries (unnamed)"], [""])


def test_attribution_row_has_the_words_that_somebody_is_cited_for() -> None:
    [row] = rows_of("attributions", excerpt_of(letter()))
    assert (row["source"], row["source_kind"], row["cue"]) == ("The Harbour Times", "outlet", "said")
    assert row["quote"] == TEXT[row["quote_start"] : row["quote_end"]] == TEXT.partition(",")[0]


def test_attributions_of_chosen_acts_are_those_in_their_chains() -> None:
    reading = letter()
    assert rows_of("attributions", excerpt_of(reading, acts=(), is_whole=False)) == []
    assert len(rows_of("attributions", excerpt_of(reading, acts=reading.acts[:1], is_whole=False))) == 1


def test_event_row_has_the_status_and_the_chain_of_its_act() -> None:
    [row] = rows_of("events", excerpt_of(letter()))
    assert (row["plover"], row["cameo"], row["sources"], row["source_codes"]) == (
        "DEMAND",
        "02",
        ["Freedonia"],
        ["FRD"],
    )
    assert (row["act_id"], row["status"], row["targets"]) == ("e1", "actual", ["25 countries"])
    assert row["chain"] == "The Harbour Times, as cited by Lakeside Post"


def test_long_quote_is_cut_and_its_offsets_tell_the_whole() -> None:
    row = rows_of("attributions", excerpt_of(letter()), quote_chars=20)[0]
    assert (row["quote"], row["quote_cut"]) == ("Freedonia asked 25 …", True)
    assert row["quote_end"] - row["quote_start"] == len(TEXT.partition(",")[0])


@pytest.mark.parametrize("name", TABLES)
def test_text_goes_out_only_when_asked_for(name: str) -> None:
    text = f"{TEXT} {'Nothing else was known on Sunday. ' * 20}".strip()
    [plain, *_], [whole, *_] = (rows_of(name, excerpt_of(letter(text)), with_text=wanted) for wanted in (False, True))
    assert whole.pop("text") == text
    assert plain == whole
    assert not any("Nothing else" in str(value) for value in plain.values())


@given(any_reading())
@pytest.mark.parametrize("name", TABLES)
def test_any_sound_reading_makes_rows_of_the_promised_types(name: str, reading: Reading) -> None:
    reading = keep_sound(reading)
    for row in TABLES[name].rows([excerpt_of(reading)], ExportOptions()):
        for column, value in zip(TABLES[name].columns, row, strict=True):
            assert value is None or type(value) is TYPES[column.kind] or column.kind == "number"
