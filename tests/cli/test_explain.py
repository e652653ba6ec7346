"""`onrecord explain` on sentences written by hand: what a person sees, and what is refused and why."""

import json
from pathlib import Path

import pytest

from onrecord.cli import factory
from onrecord.records import Reading, Report
from onrecord.records.analysis import Analysis, Cited
from onrecord.records.codec import decode_record
from onrecord.records.explanations import Explanation
from tests.cli.conftest import Run
from tests.reader.explain.explaining import explain_analysis
from tests.reader.tabled import parse

ASKED = parse(
    "Canada/PROPN 3 nsubj | may/AUX 3 aux | ask/VERB 0 root VerbForm=Inf | Peru/PROPN 3 obj | to/PART 6 mark"
    " | investigate/VERB 3 xcomp VerbForm=Inf | Bolivia/PROPN 6 obj",
    cited=(Cited(source=((0, 0),), cue=(2, 2), content=((3, 6),), confidence=0.9),),
)
NOBODY = parse("It/PRON 2 nsubj | condemned/condemn/VERB 0 root | noise/NOUN 2 obj")


class TabledExplainer:
    """Explains the two sentences above and no other."""

    version = "onrecord 0.1.0, model tabled"

    def explain(self, report: Report) -> tuple[Reading, Explanation]:
        analyses: dict[str, Analysis] = {analysis.text: analysis for analysis in (ASKED, NOBODY)}
        return explain_analysis(analyses[report.text], published=None)


@pytest.fixture
def explain(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs commands where asked.txt and two.jsonl lie."""
    monkeypatch.setattr(factory, "load_explainer", TabledExplainer)
    Path("asked.txt").write_text(ASKED.text, encoding="utf-8")
    reports = [{"id": "x1", "text": ASKED.text}, {"id": "x2", "text": NOBODY.text}]
    Path("two.jsonl").write_text("\n".join(map(json.dumps, reports)), encoding="utf-8")
    return run


ACT = """\
outlet unknown · date unknown · r:

e2  Peru is asked by Canada to investigate Bolivia
    — stated by the report itself

Sentence
  Canada may ask [actor: Peru] to >>investigate<<
  [recipient: Bolivia]

Rule verb:investigate#investigate
"""


def test_act_begins_with_what_it_says_and_its_sentence(explain: Run) -> None:
    shown = explain("explain", "asked.txt", "--act", "e2", "--width", "60").stdout
    first, _, rest = shown.partition("\n")
    assert first.startswith("outlet unknown · date unknown · r:")
    assert rest.startswith(ACT.partition("\n")[2])


def test_act_shows_the_line_behind_each_word_of_its_status(explain: Run) -> None:
    shown = explain("explain", "asked.txt", "--act", "e2", "--width", "100").stdout
    section = shown.partition("\nStatus requested\n")[2].partition("\n\n")[0]
    assert section.startswith("  1. “ask” (governs “investigate”) gives requested\n     actions.tsv:")
    assert "2. “may” (hangs on “ask”) gives possible, together requested\n     complements.tsv:" in section


def test_act_shows_what_was_not_taken_into_the_chain(explain: Run) -> None:
    shown = explain("explain", "asked.txt", "--act", "e2", "--width", "100").stdout
    assert "Chain: nobody is cited, the report states it itself\n  a1  not taken: Canada _ask_: its cue asks" in shown


def test_act_fits_the_terminal(explain: Run) -> None:
    shown = explain("explain", "asked.txt", "--act", "e1", "--width", "60").stdout
    assert max(map(len, shown.splitlines())) <= 60


def test_overview_lists_the_acts_and_what_made_none(explain: Run) -> None:
    shown = explain("explain", "asked.txt", "--width", "70").stdout
    assert "e1  possible    verb:ask#request             Canada -> Peru\n" in shown
    assert "e2  requested   verb:investigate#investigate Peru -> Bolivia\n" in shown
    shown = explain("explain", "two.jsonl", "--report", "x2", "--width", "70").stdout
    assert "No acts were read in this report.\n" in shown
    assert "It >>condemned<< noise [verb:condemn#oppose]\n" in shown


def test_word_shows_the_line_and_what_its_slots_lack(explain: Run) -> None:
    shown = explain("explain", "two.jsonl", "--report", "x2", "--word", "condemn", "--width", "100").stdout
    assert "“condemned” made no act\n  neither who does it nor to whom" in shown
    assert "actor      <- nobody (subj: “It” (" in shown
    assert "  2  condemned  root  VERB  <- this word\n" in shown


def test_unknown_act_names_those_there_are(explain: Run) -> None:
    result = explain("explain", "asked.txt", "--act", "e7")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no act 'e7' in this report; there are:\n  e1  Canada may ask Peru" in result.stderr
    assert "\n  e2  Peru is asked by Canada to investigate Bolivia" in result.stderr
    assert "it has no acts" in explain("explain", "two.jsonl", "--report", "x2", "--act", "e1").stderr


@pytest.mark.parametrize(
    ("word", "why"),
    [("ask", "made e1"), ("canada", "no line for it"), ("vote", "does not stand in the report")],
)
def test_word_that_was_not_passed_over_says_why(explain: Run, word: str, why: str) -> None:
    result = explain("explain", "asked.txt", "--word", word)
    assert result.exit_code == 2
    assert why in result.stderr


def test_one_of_several_reports_must_be_named(explain: Run) -> None:
    result = explain("explain", "two.jsonl", "--act", "e1")
    assert result.exit_code == 2
    assert "two.jsonl holds 2 reports; name one with --report: x1, x2" in result.stderr
    assert "--report x9 names none of: x1, x2" in explain("explain", "two.jsonl", "--report", "x9").stderr


def test_report_is_named_by_the_beginning_of_its_id(explain: Run) -> None:
    report = json.loads(explain("explain", "two.jsonl", "--report", "x2", "--json").stdout)["report"]
    assert json.loads(explain("explain", "two.jsonl", "--report", report[:9], "--json").stdout)["report"] == report


def test_json_is_one_explanation_of_the_codec(explain: Run) -> None:
    whole = decode_record(explain("explain", "asked.txt", "--json").stdout, Explanation)
    assert [each.act.id for each in whole.acts] == ["e1", "e2"]
    one = decode_record(explain("explain", "asked.txt", "--act", "e2", "--json").stdout, Explanation)
    assert [each.act.id for each in one.acts] == ["e2"]
    assert [token.text for token in one.tokens] == ASKED.text.split()


def test_report_of_a_ledger_is_explained_with_a_note_where_another_reader_read_it(explain: Run) -> None:
    explain("add", "two.jsonl", "--ledger", "court.db")
    result = explain("explain", "x1", "--ledger", "court.db", "--act", "e1", "--width", "60")
    assert result.exit_code == 0
    assert "Rule verb:ask#request" in result.stdout
    assert "explained as onrecord 0.1.0, model tabled reads it" in result.stderr
    assert "no report 'x7'" in explain("explain", "x7", "--ledger", "court.db").stderr


def test_report_that_cannot_be_read_fails(explain: Run) -> None:
    assert explain("explain", "missing.txt").exit_code == 3


def test_act_and_word_exclude_each_other(explain: Run) -> None:
    assert explain("explain", "asked.txt", "--act", "e1", "--word", "ask").exit_code == 2
