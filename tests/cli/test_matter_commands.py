"""The commands that ask about a matter, on a real ledger in an empty folder."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.factories import TEXT

WHY = ("--by", "Ada Fenn", "--why", "seen")
MATTER = """
id = "letters"
title = "The letters to 25 countries"
question = "The court should hear them."
parties = ["FRD", "25 countries"]
keywords = ["Freedonia"]

[[instruments]]
id = "opinion"
name = "legal opinion"
kind = "filing"
names = ["opinion"]
"""


@pytest.fixture
def filled(run: Run) -> Run:
    """Two reports by two outlets, each with the same two acts according to one outlet, and a matter file."""
    reports = [
        {"id": "x1", "title": "Letters sent", "outlet": "The Quayside Herald", "published": "2024-06-30", "text": TEXT},
        {"id": "x2", "outlet": "Lakeside Post", "published": "2024-07-01", "text": f"Lakeside. {TEXT}"},
    ]
    Path("two.jsonl").write_text("\n".join(map(json.dumps, reports)), encoding="utf-8")
    Path("letters.toml").write_text(MATTER, encoding="utf-8")
    assert run("add", "two.jsonl").exit_code == 0
    return run


POSITIONS = """\
The letters to 25 countries
Question: The court should hear them.
From 2 reports

legal opinion [filing]
  25 countries (unnamed group) · asked to · unclear
    reported 30 June 2024, recorded {today}
    “Freedonia asked 25 countries to file an opinion, the
    Harbour Times said.” — Lakeside Post, 1 July 2024,
    citing The Harbour Times
    rule: asked by request, asked to act; 1 origin (The
    Harbour Times)

No report, which is no position
  2 reports read.
  legal opinion [filing]: FRD
"""


def test_positions_on_a_narrow_terminal(filled: Run) -> None:
    output = filled("positions", "letters.toml", "--width", "60").stdout
    recorded = output.partition("recorded ")[2].partition("\n")[0]
    assert output == POSITIONS.format(today=recorded)


def test_positions_as_json_hold_the_whole_table(filled: Run) -> None:
    [line] = filled("positions", "letters.toml", "--json").stdout.splitlines()
    [position] = json.loads(line)["positions"]
    assert (position["party"]["key"], position["stage"], len(position["steps"])) == ("group 25 states", "asked", 4)


def test_positions_as_of_a_day_before_every_report_are_none(filled: Run) -> None:
    output = filled("positions", "letters.toml", "--as-of", "2024-05").stdout
    assert "From 0 reports, as of 31 May 2024" in output
    assert "No positions are on record." in output


@pytest.mark.parametrize("name", ["fiji", "FJI"])
def test_party_of_which_nothing_is_told_is_said_to_have_no_report(filled: Run, name: str) -> None:
    output = filled("positions", "letters.toml", "--party", name, "--width", "100").stdout
    assert "No report, which is no position\n  2 reports read; none names Fiji." in output
    assert "No step of" in filled("timeline", "letters.toml", "--party", name).stdout


def test_positions_known_on_a_day_before_the_ledger_are_none(filled: Run) -> None:
    output = filled("positions", "letters.toml", "--known-on", "2024-06-30").stdout
    assert "None of 0 reports in onrecord.db belongs to this matter." in output


def test_origins_tell_the_tree(filled: Run) -> None:
    output = filled("origins", "letters.toml", "--width", "100").stdout
    assert "2 reports · 1 origin (The Harbour Times)" in output
    assert "  The Harbour Times\n    └ The Quayside Herald, 30 June 2024\n    └ Lakeside Post, 1 July 2024\n" in output


def test_origins_of_an_unknown_happening_fail(filled: Run) -> None:
    result = filled("origins", "letters.toml", "h:nothing")
    assert (result.exit_code, result.stdout) == (3, "")


def test_timeline_lists_a_step_once_with_all_who_tell_it(filled: Run) -> None:
    output = filled("timeline", "letters.toml", "--width", "100").stdout
    assert output.count("asked to") == 1
    assert "told by The Quayside Herald, 30 June 2024; Lakeside Post, 1 July 2024" in output


@pytest.mark.parametrize("since", ["2024-06-30", "2024-06", "2024"])
def test_changes_since_a_day_hold_that_day(filled: Run, since: str) -> None:
    output = filled("changes", "letters.toml", "--since", since, "--width", "100").stdout
    assert "25 countries (unnamed group) · legal opinion · nothing → asked to · unclear" in output


def test_changes_since_a_later_day_are_none(filled: Run) -> None:
    output = filled("changes", "letters.toml", "--since", "2024-07-01").stdout
    assert output.endswith("No position changed since 1 July 2024.\n")


def test_rejected_act_makes_no_position(filled: Run) -> None:
    for act in ("x1#e1", "x1#e2", "x2#e1", "x2#e2"):
        assert filled("judge", "reject", act, *WHY).exit_code == 0
    assert "No positions are on record." in filled("positions", "letters.toml").stdout


def test_corrected_stage_shows_in_the_position_and_who_decided_it(filled: Run) -> None:
    for act in ("x1#e1", "x1#e2", "x2#e1", "x2#e2"):
        filled("judge", "correct", act, "--stage", "announced", "--direction", "against", *WHY)
    output = filled("positions", "letters.toml", "--width", "100").stdout
    assert "25 countries (unnamed group) · announced · against" in output
    assert "rule: judged;" in output


def test_undone_judgement_changes_nothing(filled: Run) -> None:
    before = filled("positions", "letters.toml", "--json").stdout
    filled("judge", "correct", "x1#e1", "--stage", "announced", *WHY)
    assert filled("positions", "letters.toml", "--json").stdout != before
    filled("judge", "undo", "1", *WHY)
    assert filled("positions", "letters.toml", "--json").stdout == before


def test_judgement_does_not_count_for_what_was_known_before_it(filled: Run) -> None:
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    filled("judge", "reject", "x1#e1", *WHY)
    assert "None of 0 reports" in filled("positions", "letters.toml", "--known-on", yesterday).stdout
    [line] = filled("positions", "letters.toml", "--known-on", "2999", "--json").stdout.splitlines()
    assert len(json.loads(line)["positions"][0]["steps"]) == 3


def test_acts_that_people_part_are_two_happenings(filled: Run) -> None:
    assert "2 reports" in filled("origins", "letters.toml").stdout
    filled("judge", "apart", "x1#e1", "x2#e1", *WHY)
    filled("judge", "apart", "x1#e2", "x2#e2", *WHY)
    assert "No happening of this matter is told by several reports" in filled("origins", "letters.toml").stdout


def test_matter_check_tells_which_reports_belong_and_why(filled: Run) -> None:
    output = filled("matter", "check", "letters.toml", "--ledger", "onrecord.db", "--width", "100").stdout
    assert "2 reports belong, 0 do not" in output
    assert "names opinion; keywords Freedonia; parties 25 countries" in output


def test_matter_check_without_a_ledger_checks_the_file_alone(filled: Run) -> None:
    result = filled("matter", "check", "letters.toml")
    assert result.stderr == "letters.toml is a matter file: 1 instrument, 2 parties, 1 keyword\n"


def test_matter_new_writes_a_file_that_can_be_checked(run: Run) -> None:
    made = run("matter", "new", "one.txt", "--id", "letters", "--out", "new.toml")
    assert made.exit_code == 0
    assert "TODO" in Path("new.toml").read_text(encoding="utf-8")
    assert run("matter", "check", "new.toml").exit_code == 0
    assert run("matter", "new", "one.txt", "--id", "letters", "--out", "new.toml").exit_code == 3


def test_missing_matter_file_says_how_to_start_one(run: Run) -> None:
    result = run("positions", "none.toml")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "onrecord matter new REPORT... --out none.toml" in result.stderr


def test_wrong_matter_file_names_the_key(run: Run) -> None:
    Path("bad.toml").write_text(MATTER.replace('kind = "filing"', 'kind = "plea"'), encoding="utf-8")
    result = run("matter", "check", "bad.toml")
    assert result.exit_code == 3
    assert "bad.toml, instruments[0].kind" in result.stderr
