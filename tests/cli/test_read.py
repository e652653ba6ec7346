import json
from pathlib import Path

from onrecord.records.codec import decode_reading
from tests.cli.conftest import Run
from tests.cli.fake_reader import FakeReader
from tests.factories import TEXT

NARROW_VIEW = """\
(no title)
The Quayside Herald · published 30 June 2024 (as given) ·
r:2dfphr6b7oynlmel

⟦¹Freedonia asked 25 countries to file an opinion⟧¹, {the
Harbour Times}¹ _said_¹.

⟦what is said⟧  {who says it}  _how it is told_ · the raised
number is the attribution's

Parties (3)
  Freedonia [state]; 25 countries (unnamed) [group]; The
  Harbour Times [outlet]

Acts (2)
e1 · actual · 1.00
  Freedonia asked 25 countries (unnamed) to file “an
  opinion”
  — The Harbour Times, as cited by The Quayside Herald
e2 · requested · 0.80
  25 countries (unnamed) are asked by Freedonia to file “an
  opinion”
  — The Harbour Times, as cited by The Quayside Herald

Not known
  when 2 of 2 acts happened
"""


def test_view_on_a_narrow_terminal(run: Run) -> None:
    result = run("read", "one.txt", "--width", "60", "--published", "2024-06-30", "--outlet", "The Quayside Herald")
    assert result.output == NARROW_VIEW
    assert result.exit_code == 0


def test_no_line_is_wider_than_asked(run: Run) -> None:
    for width in (40, 60, 75, 76, 100, 200):
        lines = run("read", "one.txt", "--width", str(width)).output.splitlines()
        assert max(map(len, lines)) <= width
        assert [line for line in lines if line != line.rstrip()] == []


def test_wide_view_has_each_act_beside_its_status(run: Run) -> None:
    output = run("read", "one.txt", "--width", "100", "--only", "acts").output
    assert "e2   requested   0.80  25 countries (unnamed) are asked by Freedonia to file “an opinion”\n" in output
    assert "⟦" not in output


def test_only_attributions(run: Run) -> None:
    output = run("read", "one.txt", "--only", "attributions", "--width", "120").output
    assert "The Harbour Times _said_: “Freedonia asked 25 countries to file an opinion” (report, indirect)" in output
    assert "asked by" not in output


def test_json_is_one_reading_a_line_in_the_order_of_the_inputs(run: Run, reader: FakeReader) -> None:
    lines = [json.dumps({"id": key, "text": f"{key}. {TEXT}"}) for key in ("x2", "x1")]
    Path("many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    output = run("read", "many.jsonl", "one.txt", "--json").stdout
    readings = [decode_reading(line) for line in output.splitlines()]
    assert [reading.report.given_id for reading in readings] == ["x2", "x1", None]
    assert [reading.report.id for reading in readings] == reader.read_ids


def test_standard_input_is_a_report(run: Run) -> None:
    reading = decode_reading(run("read", "-", "--json", stdin=TEXT).stdout)
    assert reading.report.text == TEXT
    assert [act.type for act in reading.acts] == ["request", "file"]


def test_date_on_the_command_line_fills_what_the_input_does_not_tell(run: Run) -> None:
    lines = [json.dumps({"text": TEXT, "published": "2024-06-01"}), json.dumps({"text": TEXT})]
    Path("two.jsonl").write_text("\n".join(lines), encoding="utf-8")
    output = run("read", "two.jsonl", "--published", "2024-06-30", "--json").stdout
    readings = [decode_reading(line) for line in output.splitlines()]
    assert [reading.report.published for reading in readings] == ["2024-06-01", "2024-06-30"]
    assert readings[0].report.id != readings[1].report.id


def test_rejection_is_told_on_stderr_and_by_the_exit_code(run: Run) -> None:
    Path("two.jsonl").write_text(json.dumps({"text": TEXT}) + "\nnot json\n", encoding="utf-8")
    result = run("read", "two.jsonl", "--json")
    assert result.exit_code == 1
    assert result.stderr.startswith("rejected: two.jsonl:2: ")
    assert len(result.stdout.splitlines()) == 1


def test_nothing_readable_is_exit_3_and_loads_no_reader(run: Run, reader: FakeReader) -> None:
    result = run("read", "missing.txt", "--json")
    assert (result.exit_code, result.stdout, reader.read_ids) == (3, "", [])
    assert result.stderr.startswith("rejected: missing.txt: not_found (")


def test_wrong_call_is_exit_2(run: Run) -> None:
    assert run("read").exit_code == 2
    assert run("read", "one.txt", "--json", "--only", "acts").exit_code == 2
    assert run("read", "one.txt", "--published", "last Sunday").exit_code == 2


def test_out_writes_to_a_file(run: Run) -> None:
    assert run("read", "one.txt", "--json", "--out", "readings.jsonl").output == ""
    assert decode_reading(Path("readings.jsonl").read_bytes()).report.text == TEXT
    run("read", "one.txt", "--out", "view.txt", "--width", "60")
    assert "⟦¹Freedonia asked" in Path("view.txt").read_text(encoding="utf-8")


def test_control_characters_never_reach_the_terminal(run: Run) -> None:
    output = run("read", "one.txt", "--outlet", "Quay\x1b[2Jside").output
    assert "\x1b" not in output
