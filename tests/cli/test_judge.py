"""`onrecord judge`: decisions from the command line, on a real ledger in an empty folder."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.fake_reader import FakeReader
from tests.factories import TEXT

WHY = ("--by", "Ada Fenn", "--why", "read it again")


@pytest.fixture
def filled(run: Run) -> Run:
    report = {"id": "x1", "title": "Letters sent", "outlet": "Lakeside Post", "published": "2024-06-30", "text": TEXT}
    Path("one.jsonl").write_text(json.dumps(report), encoding="utf-8")
    assert run("add", "one.jsonl").exit_code == 0
    return run


def acts(run: Run, *filters: str) -> list[tuple[str, str, str]]:
    lines = [json.loads(line)["act"] for line in run("acts", "--json", *filters).stdout.splitlines()]
    return [(act["id"], act["type"], act["status"]) for act in lines]


def test_reject_undo_and_list(filled: Run) -> None:
    result = filled("judge", "reject", "x1#e2", *WHY)
    assert (result.exit_code, result.stderr) == (0, "judgement 1 by Ada Fenn, in onrecord.db (the default)\n")
    assert acts(filled) == [("e1", "request", "actual")]
    assert filled("judge", "undo", "1", *WHY).exit_code == 0
    assert len(acts(filled)) == 2
    shown = filled("judge", "list", "--width", "70").stdout
    assert "1 · rejected · Ada Fenn · 2" in shown
    assert "  file at characters 32 to 36 of x1\n  because: read it again\n  undone by judgement 2\n" in shown
    assert shown.endswith("2 judgements in onrecord.db\n")


def test_correct_status_type_and_parties(filled: Run) -> None:
    given = ("--status", "planned", "--type", "consult", "--actor", "Freedonia", "NOR", "--add-recipient", "Reuters")
    assert filled("judge", "correct", "x1#e1", *given, *WHY).exit_code == 0
    [line] = [json.loads(line) for line in filled("acts", "--party", "NOR", "--json").stdout.splitlines()]
    assert (line["act"]["type"], line["act"]["status"]) == ("consult", "planned")
    assert [party["name"] for party in line["actors"]] == ["Norway"]
    assert [party["name"] for party in line["recipients"]] == ["25 countries", "Reuters"]
    assert line["act"]["rule"].startswith("judged:1 ")
    assert "actor: Freedonia [state] → Norway [state]" in filled("judge", "list").stdout


def test_merge_and_split_of_parties(filled: Run) -> None:
    assert filled("judge", "merge", "SWE", "Freedonia", *WHY).exit_code == 0
    assert acts(filled, "--party", "SWE")[0][0] == "e1"
    assert filled("judge", "split", "Sweden", "organisation:Sweden Ltd", "--report", "x1", *WHY).exit_code == 0
    assert acts(filled, "--party", "Sweden Ltd")[0][0] == "e1"
    listed = filled("judge", "list").stdout
    assert "Freedonia [state] → Sweden [state]" in listed
    assert "Sweden [state] → Sweden Ltd [organisation] in x1" in listed


@pytest.mark.parametrize("verb", ["same", "apart"])
def test_happenings_are_merged_and_parted(filled: Run, verb: str) -> None:
    assert filled("judge", verb, "x1#e1", "x1#e2", *WHY).exit_code == 0
    [line] = filled("judge", "list", "--json").stdout.splitlines()
    assert [act["type"] for act in json.loads(line)["judgement"]["acts"]] == ["request", "file"]


def test_orphaned_judgement_is_listed(filled: Run, reader: FakeReader, monkeypatch: pytest.MonkeyPatch) -> None:
    filled("judge", "accept", "x1#e1", *WHY)
    assert filled("judge", "list", "--orphaned").stdout == "No judgement is orphaned in onrecord.db.\n"
    reader.version = "onrecord 0.2.0, model test"
    monkeypatch.setattr("tests.cli.fake_reader._acts", lambda _: ())
    filled("add", "one.jsonl")
    assert "orphaned: the reading that counts now has no such act" in filled("judge", "list", "--orphaned").stdout


def test_who_decides_is_asked_for_or_named_by_the_environment(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ONRECORD_BY", raising=False)
    result = filled("judge", "accept", "x1#e1", "--why", "seen")
    assert result.exit_code == 2
    assert "--by NAME" in result.stderr
    monkeypatch.setenv("ONRECORD_BY", "Bo Lind")
    assert "by Bo Lind" in filled("judge", "accept", "x1#e1", "--why", "seen").stderr


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("reject", "x1", *WHY), 2, "expected REPORT#ACT"),
        (("reject", "x1#e9", *WHY), 3, "found e1 (request), e2 (file)"),
        (("reject", "x9#e1", *WHY), 3, "x9"),
        (("reject", "x1#e1", "--by", "Ada Fenn", "--why", " "), 2, "Say why"),
        (("correct", "x1#e1", *WHY), 2, "Say what to correct"),
        (("correct", "x1#e1", "--instrument", "letter", *WHY), 2, "--stage or --direction"),
        (("correct", "x1#e1", "--actor", "Freedonia", "Nowhere", *WHY), 2, "KIND:NAME"),
        (("correct", "x1#e1", "--no-actor", "NOR", *WHY), 3, "Norway is no actor of the act: found Freedonia"),
        (("undo", "4", *WHY), 3, "no judgement 4"),
    ],
)
def test_what_cannot_be_judged_says_why(filled: Run, args: tuple[str, ...], code: int, said: str) -> None:
    result = filled("judge", *args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert filled("judge", "list").stdout == "Nobody has judged anything yet in onrecord.db.\n"


def test_upgrade_says_that_a_ledger_is_of_this_version(filled: Run) -> None:
    assert filled("upgrade").stderr == "onrecord.db (the default) is a ledger of this version\n"
    missing = filled("upgrade", "--ledger", "none.db")
    assert (missing.exit_code, Path("none.db").exists()) == (3, False)


def test_exported_readings_are_as_read_and_rows_as_decided(filled: Run) -> None:
    filled("judge", "reject", "x1#e2", *WHY)
    rows = filled("export", "--as", "jsonl").stdout.splitlines()
    [reading] = filled("export", "--as", "readings", "--with-text").stdout.splitlines()
    assert len(rows) == 1
    assert len(json.loads(reading)["acts"]) == 2
