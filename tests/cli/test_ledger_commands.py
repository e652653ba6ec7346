"""The commands that fill a ledger and ask it, on a real ledger in an empty folder."""

import json
from pathlib import Path

import pytest

from onrecord.records import Act
from onrecord.records.codec import decode_reading, decode_record
from tests.cli.conftest import Run
from tests.cli.fake_reader import FakeReader
from tests.factories import TEXT


@pytest.fixture
def filled(run: Run) -> Run:
    """Two reports by two outlets in onrecord.db, each with the same two acts."""
    reports = [
        {"id": "x1", "title": "Letters sent", "outlet": "The Quayside Herald", "published": "2024-06-30", "text": TEXT},
        {"id": "x2", "outlet": "Lakeside Post", "published": "2024-07-01", "text": f"Lakeside. {TEXT}"},
    ]
    Path("two.jsonl").write_text("\n".join(map(json.dumps, reports)), encoding="utf-8")
    assert run("add", "two.jsonl").exit_code == 0
    return run


def test_add_tells_what_became_of_the_inputs_and_in_which_ledger(run: Run) -> None:
    result = run("add", "one.txt", "missing.txt", "--ledger", "court.db")
    assert result.stderr.endswith("1 added, 1 rejected, in court.db\n")
    assert (result.exit_code, result.stdout) == (1, "")


def test_add_again_reads_nothing_again(filled: Run, reader: FakeReader) -> None:
    assert len(reader.read_ids) == 2
    result = filled("add", "two.jsonl", "one.txt")
    assert result.stderr == "1 added, 2 already there, in onrecord.db (the default)\n"
    assert len(reader.read_ids) == 3


def test_add_reads_anew_with_a_newer_reader(filled: Run, reader: FakeReader) -> None:
    reader.version = "onrecord 0.2.0, model test"
    assert filled("add", "two.jsonl").stderr == "0 added, 2 read anew, in onrecord.db (the default)\n"


def test_add_that_is_stopped_halfway_goes_on_when_run_again(run: Run, reader: FakeReader) -> None:
    Path("two.jsonl").write_text("\n".join(json.dumps({"text": f"{n}. {TEXT}"}) for n in (1, 2)), encoding="utf-8")
    reader.stop_after = 1
    stopped = run("add", "two.jsonl", "--ledger", "court.db")
    assert "1 added so far, in court.db; run the same command again to go on" in stopped.stderr
    reader.stop_after = None
    assert run("add", "two.jsonl", "--ledger", "court.db").stderr == "1 added, 1 already there, in court.db\n"


def test_ledger_is_named_by_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_LEDGER", "desk.db")
    assert run("add", "one.txt").stderr == "1 added, in desk.db (from ONRECORD_LEDGER)\n"
    assert Path("desk.db").exists()


ACTS = """\

Lakeside Post · 1 July 2024 · x2
e1 · actual · 1.00
  Freedonia asked 25 countries (unnamed) to file “an
  opinion”
  — The Harbour Times, as cited by Lakeside Post
e2 · requested · 0.80
  25 countries (unnamed) are asked by Freedonia to file “an
  opinion”
  — The Harbour Times, as cited by Lakeside Post

Letters sent · The Quayside Herald · 30 June 2024 · x1
e1 · actual · 1.00
  Freedonia asked 25 countries (unnamed) to file “an
  opinion”
  — The Harbour Times, as cited by The Quayside Herald
e2 · requested · 0.80
  25 countries (unnamed) are asked by Freedonia to file “an
  opinion”
  — The Harbour Times, as cited by The Quayside Herald

4 acts in onrecord.db
"""


def test_acts_on_a_narrow_terminal(filled: Run) -> None:
    assert filled("acts", "--width", "60").stdout == ACTS


def test_acts_as_json_hold_records_of_the_codec(filled: Run) -> None:
    output = filled("acts", "--type", "file", "--status", "requested", "--json").stdout
    lines = [json.loads(line) for line in output.splitlines()]
    acts = [decode_record(json.dumps(line["act"]), Act) for line in lines]
    assert [(act.type, act.status) for act in acts] == [("file", "requested"), ("file", "requested")]
    assert lines[0]["sentence"].endswith("— The Harbour Times, as cited by Lakeside Post")


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (("--party", "Freedonia", "--type", "request"), 2),
        (("--source", "Harbour Times", "--since", "2024-07"), 2),
        (("--until", "2024-06-30"), 2),
        (("--status", "requested"), 2),
        (("--limit", "3"), 3),
        (("--party", "Sylvania"), 0),
    ],
)
def test_acts_pass_the_filters(filled: Run, filters: tuple[str, ...], count: int) -> None:
    output = filled("acts", *filters, "--json").stdout
    assert len(output.splitlines()) == count


def test_wrong_date_or_type_is_a_usage_error(filled: Run) -> None:
    assert filled("acts", "--since", "June").exit_code == 2
    assert filled("acts", "--type", "plead").exit_code == 2


def test_show_prints_what_read_prints(filled: Run) -> None:
    shown = filled("show", "x1", "--width", "100").stdout
    assert shown.splitlines()[1].startswith("The Quayside Herald · published 30 June 2024 (as given) · x1 · r:")
    assert "⟦¹Freedonia asked 25 countries to file an opinion⟧¹" in shown
    assert decode_reading(filled("show", "x1", "--json").stdout).report.given_id == "x1"


def test_show_of_an_unknown_report_fails(filled: Run) -> None:
    result = filled("show", "x9")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "x9" in result.stderr


def test_search_marks_the_words(filled: Run) -> None:
    output = filled("search", "opinion", "lakeside", "--width", "60").stdout
    assert output.startswith("1 report holds opinion lakeside in onrecord.db\n\nLakeside Post · 1 July 2024 · x2\n")
    assert "*opinion*" in output
    [line] = filled("search", "letters", "--json").stdout.splitlines()
    assert json.loads(line)["report"]["given_id"] == "x1"


def test_search_that_finds_nothing_says_so(filled: Run) -> None:
    result = filled("search", "tariff")
    assert (result.exit_code, result.stdout) == (0, "No report holds tariff in onrecord.db.\n")


CITED = """\
Who is cited by whom in onrecord.db

The Harbour Times [outlet]
  by Lakeside Post: 1 attribution in 1 report
  by The Quayside Herald: 1 attribution in 1 report
"""


def test_cited_shows_the_outlets_below_whom_they_cite(filled: Run) -> None:
    assert filled("cited", "--width", "60").stdout == CITED
    assert [json.loads(line)["source"] for line in filled("cited", "--json").stdout.splitlines()] == [
        "The Harbour Times",
        "The Harbour Times",
    ]


@pytest.mark.parametrize("command", [("acts",), ("show", "x1"), ("search", "opinion"), ("cited",)])
def test_asking_where_there_is_no_ledger_says_how_to_start_one(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "onrecord add REPORT --ledger onrecord.db" in result.stderr
    assert not Path("onrecord.db").exists()


def test_empty_ledger_says_how_to_fill_it(run: Run) -> None:
    run("add", "missing.txt")
    assert (
        run("acts").stdout == "No acts yet in onrecord.db. Add reports with: onrecord add REPORT --ledger onrecord.db\n"
    )
    assert run("cited").stdout.startswith("Nobody is cited yet in onrecord.db.")


def test_file_that_is_no_ledger_is_refused(run: Run) -> None:
    result = run("acts", "--ledger", "one.txt")
    assert result.exit_code == 3
    assert result.stderr.startswith("onrecord: ")
