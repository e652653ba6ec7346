"""Citings: tidied spans, nesting, form and kind."""

from dataclasses import replace

import pytest

from onrecord.reader.citings import Citing, find_citings, name_outlets
from onrecord.reader.clauses import Clauses
from onrecord.records.analysis import Cited, Name
from tests.reader.tabled import index_of, parse

NESTED = (
    "Radio/PROPN 2 compound | Sol/PROPN 3 nsubj | reported/report/VERB 0 root | that/SCONJ 6 mark | Chad/PROPN 6 nsubj"
    " | said/say/VERB 3 ccomp | Peru/PROPN 8 nsubj | signed/sign/VERB 6 ccomp | ./PUNCT 3 punct"
)
OUTER = Cited(source=((0, 1),), cue=(2, 2), content=((3, 8),), confidence=0.9)
INNER = Cited(source=((4, 4),), cue=(5, 5), content=((6, 7),), confidence=0.8)


def test_contents_lose_a_leading_that_and_the_final_stop() -> None:
    (citing,) = find_citings(Clauses(parse(NESTED, cited=(OUTER,))))
    assert citing.content == ((4, 7),)


def test_a_citing_inside_a_content_has_it_as_parent_in_any_order() -> None:
    for cited in ((OUTER, INNER), (INNER, OUTER)):
        citings = find_citings(Clauses(parse(NESTED, cited=cited)))
        assert [c.parent for c in citings] == [None, 0]


def test_form_tells_quoted_from_reported_words() -> None:
    rows = (
        "Chad/PROPN 2 nsubj | said/say/VERB 0 root | “/PUNCT 6 punct | Peru/PROPN 6 nsubj | has/have/AUX 6 aux"
        " | signed/sign/VERB 2 ccomp | ”/PUNCT 6 punct | twice/ADV 6 advmod"
    )
    direct = Cited(source=((0, 0),), cue=(1, 1), content=((2, 6),), confidence=0.9)
    mixed = Cited(source=((0, 0),), cue=(1, 1), content=((2, 7),), confidence=0.9)
    forms = [find_citings(Clauses(parse(rows, cited=(c,))))[0].form for c in (direct, mixed)]
    assert forms == ["direct", "mixed"]


def test_a_cited_person_is_the_source_inside_what_the_outlet_reports() -> None:
    rows = (
        "AFP/PROPN 6 nsubj | ,/PUNCT 3 punct | citing/cite/VERB 6 advcl | envoys/envoy/NOUN 3 obj | ,/PUNCT 3 punct"
        " | reported/report/VERB 0 root | Peru/PROPN 8 nsubj | signed/sign/VERB 6 ccomp"
    )
    reported = Cited(source=((0, 0),), cue=(5, 5), content=((6, 7),), confidence=0.9)
    citing = Cited(source=((0, 0),), cue=(2, 2), content=((3, 3),), confidence=0.7)
    found = find_citings(Clauses(parse(rows, cited=(reported, citing))))
    inner = next(c for c in found if c.source_head == 3)
    assert inner.content == ((6, 7),)
    assert inner.parent is not None
    assert found[inner.parent].source == (0, 0)


def test_the_outlet_of_a_report_stands_for_the_report() -> None:
    rows = (
        "A/DET 2 det | report/NOUN 5 nsubj | by/ADP 4 case | Reuters/PROPN 2 nmod | said/say/VERB 0 root"
        " | Peru/PROPN 7 nsubj | signed/sign/VERB 5 ccomp"
    )
    clauses = Clauses(parse(rows, cited=(Cited(source=((0, 3),), cue=(4, 4), content=((5, 6),), confidence=0.9),)))
    reuters = index_of(clauses.analysis, "Reuters")
    (citing,) = name_outlets(clauses, find_citings(clauses), lambda token: token == reuters)
    assert citing.speaker == reuters
    assert citing.source == (3, 3)


def test_a_left_out_source_is_the_subject_that_the_grammar_gives() -> None:
    rows = (
        "Chad/PROPN 2 nsubj | left/leave/VERB 0 root | and/CCONJ 4 cc | added/add/VERB 2 conj | Peru/PROPN 6 nsubj"
        " | signed/sign/VERB 4 ccomp"
    )
    cited = Cited(source=(), cue=(3, 3), content=((4, 5),), confidence=0.9)
    (citing,) = find_citings(Clauses(parse(rows, cited=(cited,))))
    assert (citing.source, citing.speaker) == (None, 0)


def test_via_words_follow_a_word_of_telling() -> None:
    rows = (
        "Chad/PROPN 2 nsubj | told/tell/VERB 0 root | AFP/PROPN 2 obj | Peru/PROPN 5 nsubj | signed/sign/VERB 2 ccomp"
    )
    cited = Cited(source=((0, 0),), cue=(1, 1), content=((3, 4),), confidence=0.9)
    (citing,) = find_citings(Clauses(parse(rows, cited=(cited,))))
    assert citing.via_heads == (2,)


def test_citing_counts_only_its_content_words() -> None:
    (citing,) = find_citings(Clauses(parse(NESTED, cited=(INNER,))))
    assert isinstance(citing, Citing)
    assert (citing.size(), citing.holds(6), citing.holds(4)) == (2, True, False)


def test_who_is_quoted_as_saying_is_the_source() -> None:
    rows = (
        "Reuters/PROPN 2 nsubj | quoted/quote/VERB 0 root | envoys/envoy/NOUN 2 obj | as/SCONJ 5 mark"
        " | saying/say/VERB 2 advcl | Peru/PROPN 7 nsubj | signed/sign/VERB 5 ccomp"
    )
    wrong = Cited(source=((0, 0),), cue=(4, 4), content=((5, 6),), confidence=0.9)
    (citing,) = find_citings(Clauses(parse(rows, cited=(wrong,))))
    assert (citing.source, citing.speaker) == ((2, 2), 2)


def _condemned(content: str, last: int) -> list[Citing]:
    rows = f"Chad/PROPN 2 nsubj | condemned/condemn/VERB 0 root | {content}"
    cited = Cited(source=((0, 0),), cue=(1, 1), content=((2, last),), confidence=0.9)
    return find_citings(Clauses(parse(rows, cited=(cited,))))


def test_an_act_upon_a_thing_is_no_attribution() -> None:
    assert _condemned("the/DET 4 det | brutal/ADJ 5 amod | raid/NOUN 2 obj", 4) == []


def test_an_act_upon_a_thing_of_which_something_is_said_is_one() -> None:
    rows = "the/DET 4 det | raid/NOUN 2 obj | as/ADP 6 case | unlawful/ADJ 2 xcomp"
    assert [c.content for c in _condemned(rows, 5)] == [((2, 5),)]


def test_an_act_upon_a_thing_in_quotation_marks_is_one() -> None:
    rows = "the/DET 5 det | “/PUNCT 5 punct | raid/NOUN 2 obj | ”/PUNCT 5 punct"
    assert [c.form for c in _condemned(rows, 5)] == ["mixed"]


def test_a_semicolon_ends_what_is_said_before_the_saying() -> None:
    rows = (
        "Chad/PROPN 2 nsubj | left/leave/VERB 4 ccomp | envoys/envoy/NOUN 4 nsubj | said/say/VERB 0 root"
        " | ;/PUNCT 4 punct | Mali/PROPN 7 nsubj | stayed/stay/VERB 4 parataxis"
    )
    cited = Cited(source=((2, 2),), cue=(3, 3), content=((0, 1), (5, 6)), confidence=0.9)
    (citing,) = find_citings(Clauses(parse(rows, cited=(cited,))))
    assert citing.content == ((0, 1),)


def test_a_content_of_marks_alone_is_no_citing() -> None:
    rows = "Envoys/envoy/NOUN 2 nsubj | said/say/VERB 0 root | :/PUNCT 2 punct"
    cited = Cited(source=((0, 0),), cue=(1, 1), content=((2, 2),), confidence=0.9)
    assert not find_citings(Clauses(parse(rows, cited=(cited,))))


def test_who_somebody_is_is_cited_without_what_was_done_to_him() -> None:
    rows = (
        "Men/NOUN 4 nsubj:pass | arrested/arrest/VERB 1 acl | were/be/AUX 4 aux:pass | identified/identify/VERB 0 root"
        " | as/ADP 6 case | Per/PROPN 4 obl"
    )
    cited = Cited(source=(), cue=(3, 4), content=((0, 1), (5, 5)), confidence=0.9)
    assert [c.content for c in find_citings(Clauses(parse(rows, cited=(cited,))))] == [((5, 5),)]


@pytest.mark.parametrize(("entity", "cited_by"), [("abstract", 0), ("time", 0), ("person", 1)])
def test_a_plan_that_sees_something_is_no_witness(entity: str, cited_by: int) -> None:
    rows = "Pact/NOUN 2 nsubj | saw/see/VERB 0 root | Chad/PROPN 4 nsubj | sign/VERB 2 ccomp"
    analysis = parse(rows, cited=(Cited(source=((0, 0),), cue=(1, 1), content=((2, 3),), confidence=0.9),))
    seen = replace(analysis, tokens=(replace(analysis.tokens[0], entity=entity), *analysis.tokens[1:]))
    assert len(find_citings(Clauses(seen))) == cited_by


def test_a_statement_is_cited_by_the_name_of_whoever_released_it() -> None:
    rows = (
        "According/according/VERB 3 case | to/ADP 1 fixed | statement/NOUN 8 obl | released/release/VERB 3 acl"
        " | by/ADP 6 case | Tonga/PROPN 4 obl:agent | Fiji/PROPN 8 nsubj | left/leave/VERB 0 root"
    )
    cited = Cited(source=(), cue=(0, 2), content=((6, 7),), confidence=0.9)
    (citing,) = find_citings(Clauses(parse(rows, cited=(cited,))))
    assert citing.source_head == 5


@pytest.mark.parametrize(
    ("office", "source"),
    [
        pytest.param("the/DET 8 det | president/NOUN 5 appos | ,/PUNCT 8 punct", (6, 7), id="with what he is"),
        pytest.param("then/ADV 3 advmod | left/leave/VERB 3 conj | ,/PUNCT 8 punct", (9, 10), id="by name alone"),
    ],
)
def test_who_tells_at_the_end_of_what_is_told_is_its_source(office: str, source: tuple[int, int]) -> None:
    rows = (
        "Malta/PROPN 3 nsubj | will/AUX 3 aux | host/host/VERB 13 ccomp | the/DET 5 det | talks/NOUN 3 obj"
        f" | ,/PUNCT 8 punct | {office} | Leo/PROPN 8 appos | Vella/PROPN 10 flat | ,/PUNCT 13 punct"
        " | announced/announce/VERB 0 root"
    )
    cited = Cited(source=(), cue=(12, 12), content=((0, 10),), confidence=0.9)
    analysis = replace(parse(rows, cited=(cited,)), names=(Name(first=9, last=10, kind="person", confidence=0.9),))
    (citing,) = find_citings(Clauses(analysis))
    assert (citing.source, citing.content) == (source, ((0, source[0] - 2),))
    unnamed = replace(analysis, names=())
    assert find_citings(Clauses(unnamed))[0].source is None
