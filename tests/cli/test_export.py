"""`onrecord export` on a real ledger in an empty folder, and back into another."""

import csv
import json
from pathlib import Path

import pytest

from onrecord.records.codec import decode_reading
from tests.cli.conftest import Run
from tests.cli.fake_reader import FakeReader
from tests.factories import TEXT


@pytest.fixture
def filled(run: Run) -> Run:
    """Three reports by two outlets in onrecord.db, one of them without an act."""
    reports = [
        {"id": "x1", "title": "Letters sent", "outlet": "The Quayside Herald", "published": "2024-06-30", "text": TEXT},
        {"id": "x2", "outlet": "Lakeside Post", "published": "2024-07-01", "text": f"Lakeside. {TEXT}"},
        {"id": "x3", "outlet": "Lakeside Post", "text": "Nothing was said."},
    ]
    Path("three.jsonl").write_text("\n".join(map(json.dumps, reports)), encoding="utf-8")
    assert run("add", "three.jsonl").exit_code == 0
    return run


def test_export_writes_csv_to_the_output_and_the_count_beside_it(filled: Run) -> None:
    result = filled("export")
    rows = list(csv.DictReader(result.stdout.splitlines()))
    assert [(row["given_id"], row["act_id"], row["status"]) for row in rows] == [
        ("x1", "e1", "actual"), ("x1", "e2", "requested"), ("x2", "e1", "actual"), ("x2", "e2", "requested"),
    ]  # fmt: skip
    assert result.stderr == "4 acts of 3 reports, from onrecord.db (the default)\n"


def test_export_to_a_file_takes_the_form_from_its_name(filled: Run) -> None:
    result = filled("export", "--out", "acts.jsonl", "--rows", "events")
    assert (result.stdout, result.stderr) == (
        "",
        "2 events of 3 reports, from onrecord.db (the default), to acts.jsonl\n",
    )
    assert [json.loads(line)["plover"] for line in Path("acts.jsonl").read_text().splitlines()] == ["DEMAND", "DEMAND"]


def test_export_never_replaces_a_file_unasked(filled: Run) -> None:
    Path("acts.csv").write_text("mine", encoding="utf-8")
    refused = filled("export", "--out", "acts.csv")
    assert (refused.exit_code, Path("acts.csv").read_text(encoding="utf-8")) == (3, "mine")
    assert "--force" in refused.stderr
    assert filled("export", "--out", "acts.csv", "--force").exit_code == 0
    assert Path("acts.csv").read_text(encoding="utf-8").startswith("report_id,")


def test_export_never_replaces_the_ledger(filled: Run) -> None:
    refused = filled("export", "--out", "./onrecord.db", "--as", "csv", "--force")
    assert (refused.exit_code, "the ledger itself" in refused.stderr) == (3, True)
    assert filled("acts", "--json").exit_code == 0


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (("--party", "Freedonia", "--type", "request"), 2),
        (("--source", "Harbour Times", "--since", "2024-07"), 2),
        (("--status", "requested"), 2),
        (("--limit", "3"), 3),
        (("--party", "Sylvania"), 0),
    ],
)
def test_export_passes_the_filters_of_acts(filled: Run, filters: tuple[str, ...], count: int) -> None:
    assert len(filled("export", "--as", "jsonl", *filters).stdout.splitlines()) == count
    Path("onrecord.db").unlink()
    reports = filled("export", "three.jsonl", "--as", "jsonl", *filters).stdout.splitlines()
    assert len(reports) == count
    assert not any(json.loads(line)["recorded_at"] for line in reports)


def test_export_of_reports_needs_no_ledger(run: Run) -> None:
    result = run("export", "one.txt", "missing.txt", "--as", "jsonl")
    assert [json.loads(line)["recorded_at"] for line in result.stdout.splitlines()] == [None, None]
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (1, "2 acts of 1 report, from IN")
    assert not Path("onrecord.db").exists()


def test_export_of_nothing_but_rejections_writes_no_file(run: Run) -> None:
    assert run("export", "missing.txt", "--out", "acts.csv").exit_code == 3
    assert not Path("acts.csv").exists()


def test_export_says_what_is_empty(filled: Run) -> None:
    result = filled("export", "--party", "Sylvania")
    assert (result.exit_code, result.stderr) == (0, "No acts in onrecord.db (the default) match. Ask for less.\n")
    assert result.stdout.startswith("report_id,")


def test_export_where_there_is_no_ledger_says_how_to_start_one(run: Run) -> None:
    result = run("export", "--out", "acts.csv")
    assert (result.exit_code, Path("acts.csv").exists()) == (3, False)
    assert "onrecord add REPORT --ledger onrecord.db" in result.stderr


@pytest.mark.parametrize(
    "args",
    [
        ("--as", "parquet"),
        ("--as", "readings"),
        ("--as", "readings", "--with-text", "--rows", "acts"),
        ("--as", "readings", "--with-text", "--party", "Freedonia"),
        ("--as", "jsonl", "--bom"),
        ("--superseded",),
        ("--readings",),
        ("one.txt", "--ledger", "onrecord.db"),
        ("--quote-chars", "5"),
    ],
)
def test_options_that_do_not_go_together_are_a_usage_error(filled: Run, args: tuple[str, ...]) -> None:
    result = filled("export", *args)
    assert (result.exit_code, result.stdout) == (2, "")


def test_readings_out_and_in_again_give_the_same_ledger(filled: Run, reader: FakeReader) -> None:
    reader.version = "onrecord 0.2.0, model test"
    filled("add", "three.jsonl")
    out = ("export", "--as", "readings", "--with-text", "--superseded")
    assert filled(*out, "--out", "all.readings.jsonl").exit_code == 0
    added = filled("add", "--readings", "all.readings.jsonl", "--ledger", "copy.db")
    assert added.stderr == "3 added, 3 read anew, in copy.db\n"
    assert filled(*out, "--ledger", "copy.db").stdout == filled(*out).stdout
    asked = ("acts", "--width", "90", "--ledger")
    assert filled(*asked, "copy.db").stdout.replace("copy.db", "onrecord.db") == filled(*asked, "onrecord.db").stdout
    assert len(reader.read_ids) == 6


def test_readings_written_by_read_are_exported_without_reading_anew(run: Run, reader: FakeReader) -> None:
    run("read", "one.txt", "--json", "--out", "one.readings.jsonl")
    result = run("export", "--readings", "one.readings.jsonl", "--rows", "attributions")
    assert result.stderr == "1 attribution of 1 report, from IN\n"
    assert len(reader.read_ids) == 1


def test_reading_given_for_a_report_is_rejected_with_the_way_on(run: Run) -> None:
    run("read", "one.txt", "--json", "--out", "one.jsonl")
    result = run("add", "one.jsonl")
    assert "put it in with --readings" in result.stderr
    assert result.exit_code == 3


def test_readings_hold_the_text_that_was_asked_for(filled: Run) -> None:
    lines = filled("export", "--as", "readings", "--with-text").stdout.splitlines()
    assert [decode_reading(line).report.text for line in lines] == [TEXT, f"Lakeside. {TEXT}", "Nothing was said."]


def test_export_has_the_same_bytes_each_time(filled: Run) -> None:
    assert filled("export").stdout == filled("export").stdout
