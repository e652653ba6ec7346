"""Trace: what the reader weighed is told by the place that decided, and changes nothing that is read."""

import pytest

from onrecord.reader.reader import read_analysis
from onrecord.reader.trace import Trace
from onrecord.records import Outlet, Reading
from onrecord.records.analysis import Analysis, Cited
from onrecord.records.reasons import LINK_REASONS, WORD_REASONS, Reason
from tests.factories import make_report
from tests.reader.tabled import index_of, parse

ASKED = (
    "Canada/PROPN 2 nsubj | asked/ask/VERB 0 root | Peru/PROPN 2 obj | to/PART 5 mark"
    " | investigate/VERB 2 xcomp VerbForm=Inf | Bolivia/PROPN 5 obj"
)
LOOSE = (
    "Chad/PROPN 2 nsubj | wanted/want/VERB 0 root | it/PRON 2 obj | ,/PUNCT 6 punct | Peru/PROPN 6 dep"
    " | sued/sue/VERB 2 parataxis VerbForm=Part"
)
NOBODY = "It/PRON 2 nsubj | condemned/condemn/VERB 0 root | noise/NOUN 2 obj"
OUTLET = "Reuters/PROPN 2 nsubj | condemned/condemn/VERB 0 root | Chad/PROPN 2 obj"
WARRANTS = "arrest/NOUN 2 compound | warrants/warrant/NOUN 0 root"
BACKGROUND = "Chad/PROPN 2 nsubj | withdrew/withdraw/VERB 0 root | its/PRON 4 nmod:poss | objection/NOUN 2 obj"
TWICE = (
    "Chad/PROPN 2 nsubj | sued/sue/VERB 0 root | Peru/PROPN 2 obj | and/CCONJ 6 cc | Chad/PROPN 6 nsubj"
    " | sued/sue/VERB 2 conj | Peru/PROPN 6 obj"
)


def traced(analysis: Analysis, outlet: str | None = None) -> tuple[Reading, Trace]:
    trace, report = Trace(), make_report(analysis.text, published="2024-06-12", outlet=Outlet(name=outlet))
    return read_analysis(report, analysis, reader="test", trace=trace), trace


@pytest.mark.parametrize("rows", [ASKED, LOOSE, NOBODY, OUTLET, WARRANTS, BACKGROUND, TWICE])
def test_trace_changes_nothing_that_is_read(rows: str) -> None:
    analysis = parse(rows)
    report = make_report(analysis.text, published="2024-06-12", outlet=Outlet())
    assert traced(analysis)[0] == read_analysis(report, analysis, reader="test")


@pytest.mark.parametrize(("rows", "word", "reason"), [(LOOSE, "sued", "hangs-loose"), (WARRANTS, "arrest", "modifier")])
def test_word_that_is_not_looked_up_has_its_reason(rows: str, word: str, reason: Reason) -> None:
    analysis = parse(rows)
    assert traced(analysis)[1].barred[index_of(analysis, word)] == reason


@pytest.mark.parametrize(
    ("rows", "word", "reason"),
    [(NOBODY, "condemned", "no-party"), (OUTLET, "condemned", "outlet-acts"), (BACKGROUND, "objection", "background")],
)
def test_frame_that_is_no_act_has_its_reason(rows: str, word: str, reason: Reason) -> None:
    analysis = parse(rows)
    assert traced(analysis)[1].refused[index_of(analysis, word)] == reason


def test_word_of_the_same_event_names_the_word_that_stands_for_it() -> None:
    assert traced(parse(TWICE))[1].merged == {5: 1}


def test_line_that_does_not_fit_names_the_condition_that_failed() -> None:
    analysis = parse("Canada/PROPN 2 nsubj | asked/ask/VERB 0 root | Peru/PROPN 2 obj")
    tried = traced(analysis)[1].tried[1]
    failed = [line.action.when[line.condition].slot for line in tried if line.condition is not None]
    assert "xcomp" in failed
    assert all((line.word is None) != (line.condition is None) for line in tried)


def test_slot_that_a_party_was_found_in_is_kept() -> None:
    trace = traced(parse(ASKED))[1]
    assert (trace.slots[1, 0], trace.slots[1, 2], trace.slots[1, 4]) == ("subj", "obj", "xcomp")


def test_status_names_its_words_and_the_line_behind_each() -> None:
    trace = traced(parse(ASKED))[1]
    (step,) = trace.steps[4]
    assert (step.word, step.gives, step.so_far, step.at) == (1, "requested", "requested", 4)
    assert trace.given[1, 4].words == ("ask",)


PLANNED = (
    "Peru/PROPN 2 nsubj | said/say/VERB 0 root | Peru/PROPN 5 nsubj | will/AUX 5 aux | sue/VERB 2 ccomp VerbForm=Inf"
    " | Mali/PROPN 5 obj"
)
WANTED = (
    "Chad/PROPN 2 nsubj | wants/want/VERB 0 root | Peru/PROPN 5 nsubj | to/PART 5 mark | sue/VERB 2 ccomp VerbForm=Inf"
    " | Mali/PROPN 5 obj"
)
PREFERRED = "Chad/PROPN 2 nsubj | views/view/VERB 0 root | attack/NOUN 2 obj | by/ADP 5 case | Peru/PROPN 3 nmod"
PROMISED = (
    "Chad/PROPN 2 nsubj | promised/promise/VERB 0 root | that/SCONJ 5 mark | Peru/PROPN 5 nsubj"
    " | sues/sue/VERB 2 ccomp | Mali/PROPN 5 obj"
)


@pytest.mark.parametrize(
    ("rows", "head", "first", "reason"),
    [
        (ASKED, 4, 2, "not-asserted"),
        (ASKED, 1, 0, "own-word"),
        (PLANNED, 4, 2, "own-step"),
        (WANTED, 4, 2, "intention"),
        (PREFERRED, 2, 2, "thing"),
        (PROMISED, 4, 3, "act-cue"),
    ],
)
def test_attribution_that_is_no_link_has_its_reason(rows: str, head: int, first: int, reason: Reason) -> None:
    """Its source is the first word, its cue the second, its content all from `first` on."""
    last = rows.count("|")
    cited = Cited(source=((0, 0),), cue=(1, 1), content=((first, last),), confidence=0.9)
    assert traced(parse(rows, cited=(cited,)))[1].links[head] == {0: reason}


def test_own_outlet_is_told_as_such() -> None:
    rows = (
        "Reuters/PROPN 2 nsubj | reported/report/VERB 0 root | Chad/PROPN 4 nsubj | sued/sue/VERB 2 ccomp"
        " | Mali/PROPN 4 obj"
    )
    analysis = parse(rows, cited=(Cited(source=((0, 0),), cue=(1, 1), content=((2, 4),), confidence=0.9),))
    assert traced(analysis, "Reuters")[1].links[3] == {0: "own-outlet"}
    assert traced(analysis)[1].links[3] == {0: None}


def test_factors_make_the_confidence() -> None:
    reading, trace = traced(parse(OUTLET.replace("Reuters", "Peru")))
    assert [(name, round(value, 3)) for name, value in trace.factors[1]] == [("any act, and lesser signs", 9.025)]
    assert reading.acts[0].confidence == 0.9


def test_every_reason_has_its_words() -> None:
    assert set(WORD_REASONS) | set(LINK_REASONS) == set(Reason.__args__)  # type: ignore[attr-defined]
