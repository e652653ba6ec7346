"""Dates: what the words come to against the day of publication, and whose time they are."""

from datetime import date

import pytest

from onrecord.reader.dates import TimeFound, describe, find_times, time_of
from onrecord.records.analysis import Analysis, Name
from tests.reader.tabled import parse, tabled

PUBLISHED = date(2024, 6, 27)  # a Thursday
VERBS = {
    "past": "voted vote VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin",
    "future": "vote vote VERB 0 root VerbForm=Inf",
    "present": "votes vote VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin",
}


def clause(words: str, tense: str = "past") -> Analysis:
    """*Chad voted WORDS*: the last word of the phrase hangs on the verb, the others on it."""
    lines = ["Chad Chad PROPN 2 nsubj", VERBS[tense]]
    if tense == "future":
        lines = ["Chad Chad PROPN 3 nsubj", "will will AUX 3 aux VerbForm=Fin", VERBS[tense]]
    verb, phrase = len(lines), words.split()
    last = verb + len(phrase)
    for word in phrase[:-1]:
        case = word in {"in", "on", "by", "since", "until", "before", "for", "over"}
        lines.append(f"{word} {word.lower()} {'ADP' if case else 'NOUN'} {last} {'case' if case else 'nmod'}")
    lines.append(f"{phrase[-1]} {phrase[-1].lower()} PROPN {verb} obl")
    return tabled("\n".join(lines))


def only(analysis: Analysis, published: date | None = PUBLISHED) -> tuple[str, str] | None:
    times = find_times(analysis, published)
    assert len(times) <= 1
    return (times[0].since.isoformat(), times[0].until.isoformat()) if times else None


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("on Tuesday", "2024-06-25", "2024-06-25"),
        ("on Thursday", "2024-06-27", "2024-06-27"),
        ("last Thursday", "2024-06-20", "2024-06-20"),
        ("on Friday night", "2024-06-21", "2024-06-21"),
        ("on Monday last week", "2024-06-17", "2024-06-17"),
        ("yesterday", "2024-06-26", "2024-06-26"),
        ("last night", "2024-06-26", "2024-06-26"),
        ("overnight", "2024-06-26", "2024-06-27"),
        ("last week", "2024-06-17", "2024-06-23"),
        ("this week", "2024-06-24", "2024-06-30"),
        ("earlier this month", "2024-06-01", "2024-06-27"),
        ("late last month", "2024-05-21", "2024-05-31"),
        ("last year", "2023-01-01", "2023-12-31"),
        ("over the weekend", "2024-06-22", "2024-06-23"),
        ("in mid-June", "2024-06-11", "2024-06-20"),
        ("in early June", "2024-06-01", "2024-06-10"),
        ("in late February", "2024-02-21", "2024-02-29"),
        ("in May", "2024-05-01", "2024-05-31"),
        ("in November", "2023-11-01", "2023-11-30"),
        ("in May last year", "2023-05-01", "2023-05-31"),
        ("last July", "2023-07-01", "2023-07-31"),
        ("in 2019", "2019-01-01", "2019-12-31"),
        ("in early 2024", "2024-01-01", "2024-04-30"),
        ("since May", "2024-05-01", "2024-06-27"),
        ("two days ago", "2024-06-25", "2024-06-25"),
        ("two weeks ago", "2024-06-10", "2024-06-16"),
        ("three months ago", "2024-03-01", "2024-03-31"),
        ("in the past two weeks", "2024-06-13", "2024-06-27"),
        ("on 10 June", "2024-06-10", "2024-06-10"),
        ("on 20 December", "2023-12-20", "2023-12-20"),
        ("on Monday , 10 June", "2024-06-10", "2024-06-10"),
        ("June 10", "2024-06-10", "2024-06-10"),
        ("on 12 July 2023", "2023-07-12", "2023-07-12"),
        ("July 12 , 2023", "2023-07-12", "2023-07-12"),
        ("on the 3rd of June", "2024-06-03", "2024-06-03"),
        ("on 2024-05-01", "2024-05-01", "2024-05-01"),
        ("on 12.05.2024", "2024-05-12", "2024-05-12"),
        ("between 3 and 5 June", "2024-06-03", "2024-06-05"),
        ("from 28 May to 2 June", "2024-05-28", "2024-06-02"),
        ("between July 2003 and March 2004", "2003-07-01", "2004-03-31"),
        ("from Monday to Wednesday", "2024-06-24", "2024-06-26"),
    ],
)
def test_past_clause_looks_back(words: str, since: str, until: str) -> None:
    assert only(clause(words)) == (since, until)


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("on Tuesday", "2024-07-02", "2024-07-02"),
        ("next Tuesday", "2024-07-02", "2024-07-02"),
        ("tomorrow", "2024-06-28", "2024-06-28"),
        ("next month", "2024-07-01", "2024-07-31"),
        ("in May", "2025-05-01", "2025-05-31"),
        ("in September", "2024-09-01", "2024-09-30"),
        ("this weekend", "2024-06-29", "2024-06-30"),
        ("later this year", "2024-06-27", "2024-12-31"),
        ("by 12 July", "2024-06-27", "2024-07-12"),
        ("within 10 days", "2024-06-27", "2024-07-07"),
        ("on 3 January", "2025-01-03", "2025-01-03"),
    ],
)
def test_future_clause_looks_ahead(words: str, since: str, until: str) -> None:
    assert only(clause(words, "future")) == (since, until)


@pytest.mark.parametrize(
    "words", ["recently", "earlier", "in recent weeks", "on 12/07/2024", "on 31 June", "before Monday"]
)
def test_words_that_tell_no_day_give_nothing(words: str) -> None:
    assert only(clause(words)) is None


def test_weekday_under_a_tense_that_does_not_tell_gives_nothing() -> None:
    assert only(clause("on Tuesday", "present")) is None
    assert only(clause("on Thursday", "present")) == ("2024-06-27", "2024-06-27")


def test_without_publication_only_dates_with_their_year_are_read() -> None:
    assert only(clause("on 12 July 2023"), None) == ("2023-07-12", "2023-07-12")
    assert only(clause("in July 2023"), None) == ("2023-07-01", "2023-07-31")
    for words in ("on Tuesday", "on 12 July", "yesterday", "last month", "two days ago"):
        assert only(clause(words), None) is None


def test_deadline_under_a_past_verb_may_lie_ahead() -> None:
    assert only(clause("by 12 July")) == ("2024-06-27", "2024-07-12")


def test_verb_may_and_a_person_called_may_are_no_months() -> None:
    verb = tabled("Denmark Denmark PROPN 3 nsubj\nmay may AUX 3 aux\nsign sign VERB 0 root VerbForm=Inf")
    person = Name(first=0, last=1, kind="person", confidence=1.0)
    name = tabled("Theresa Theresa PROPN 3 nsubj\nMay May PROPN 1 flat\n" + VERBS["past"], names=(person,))
    assert find_times(verb, PUBLISHED) == find_times(name, PUBLISHED) == ()


def test_year_that_counts_things_is_no_year() -> None:
    counted = "In in ADP 3 case\n2019 2019 NUM 3 nummod\ncases case NOUN 4 obl\n"
    assert only(tabled(counted + VERBS["past"])) is None


def test_day_earlier_counts_from_the_day_last_spoken_of() -> None:
    first = f"Chad Chad PROPN 2 nsubj\n{VERBS['past']}\non on ADP 4 case\nTuesday Tuesday PROPN 2 obl"
    second = f"Togo Togo PROPN 2 nsubj\n{VERBS['past']}\na a DET 4 det\nday day NOUN 5 obl\nearlier early ADV 2 advmod"
    assert [time.since.day for time in find_times(tabled(first, second), PUBLISHED)] == [25, 24]
    assert find_times(tabled(second), PUBLISHED) == ()


def test_span_quotes_the_words_and_takes_since_and_by_with_it() -> None:
    for words, quoted in (("in mid-June", "mid-June"), ("since May", "since May"), ("on Friday night", "Friday night")):
        analysis = clause(words)
        (time,) = find_times(analysis, PUBLISHED)
        assert time.span.of(analysis.text) == quoted
        assert time.first <= time.head <= time.last


SAID = """
Chad Chad PROPN 2 nsubj
said say VERB 0 root Tense=Past|VerbForm=Fin
on on ADP 4 case
Monday Monday PROPN 2 obl
Peru Peru PROPN 7 nsubj
had have AUX 7 aux Tense=Past|VerbForm=Fin
filed file VERB 2 ccomp Tense=Past|VerbForm=Part
an a DET 9 det
appeal appeal NOUN 7 obj
last last ADJ 11 amod
month month NOUN 7 obl:unmarked
"""


def owned(analysis: Analysis, trigger: int) -> TimeFound | None:
    return time_of(analysis, trigger, find_times(analysis, PUBLISHED))


def test_time_of_saying_is_not_the_time_of_what_is_said() -> None:
    said, filed = owned(tabled(SAID), 1), owned(tabled(SAID), 6)
    assert said is not None
    assert filed is not None
    assert (describe(said), describe(filed)) == ("on 24 June 2024", "in May 2024")


def test_clause_without_a_time_does_not_borrow_its_governors() -> None:
    without = "\n".join(SAID.strip().splitlines()[:-2])
    assert owned(tabled(without), 6) is None


def test_noun_under_a_light_verb_takes_the_verbs_time() -> None:
    talks = """
    Chad Chad PROPN 2 nsubj
    held hold VERB 0 root Tense=Past|VerbForm=Fin
    {} x NOUN 2 obj
    on on ADP 5 case
    Monday Monday PROPN 2 obl
    """
    held, condemned = (
        tabled(talks.format("talks")),
        tabled(talks.format("attack").replace("held hold", "condemned condemn")),
    )
    assert owned(held, 2) is not None
    assert owned(condemned, 2) is None
    assert owned(condemned, 1) is not None


def test_statement_issued_in_mid_june_was_made_then() -> None:
    issued = """
    A a DET 2 det
    statement statement NOUN 8 nsubj
    issued issue VERB 2 acl Tense=Past|VerbForm=Part
    earlier early ADV 3 advmod
    , , PUNCT 7 punct
    in in ADP 7 case
    mid-June mid-June PROPN 3 obl
    stressed stress VERB 0 root Tense=Past|VerbForm=Fin
    """
    time = owned(tabled(issued), 1)
    assert time is not None
    assert describe(time) == "between 11 and 20 June 2024"
    assert owned(tabled(issued), 7) is None


def test_time_before_two_verbs_is_shared() -> None:
    both = """
    On on ADP 2 case
    Monday Monday PROPN 4 obl
    Laos Laos PROPN 4 nsubj
    banned ban VERB 0 root Tense=Past|VerbForm=Fin
    it it PRON 4 obj
    and and CCONJ 7 cc
    jailed jail VERB 4 conj Tense=Past|VerbForm=Fin
    him he PRON 7 obj
    """
    assert owned(tabled(both), 3) == owned(tabled(both), 6) is not None


def test_tense_of_an_infinitive_goes_by_its_governor() -> None:
    line = """
    Chad Chad PROPN 2 nsubj
    {} VERB 0 root Tense=Past|VerbForm=Fin
    to to PART 4 mark
    file file VERB 2 xcomp VerbForm=Inf
    on on ADP 6 case
    Tuesday Tuesday PROPN 4 obl
    """
    assert only(tabled(line.format("managed manage"))) == ("2024-06-25", "2024-06-25")
    assert only(tabled(line.format("pledged pledge"))) == ("2024-07-02", "2024-07-02")


def test_described_as_one_would_write_it() -> None:
    described = [describe(find_times(clause(words), PUBLISHED)[0]) for words in ("in 2019", "in May", "on 10 June")]
    assert described == ["in 2019", "in May 2024", "on 10 June 2024"]
    assert describe(find_times(clause("from 28 May to 2 June"), PUBLISHED)[0]) == "between 28 May 2024 and 2 June 2024"


def test_dateline_dates_nothing() -> None:
    rows = "LIMA LIMA PROPN 5 nsubj\nJuly July PROPN 5 obl\n3 3 NUM 2 nummod\n– – PUNCT 5 punct\nsued sue VERB 0 root"
    assert only(tabled(rows)) is None


def test_clause_of_when_tells_of_the_time_before_it() -> None:
    rows = (
        "Roads road NOUN 2 nsubj\nclosed close VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin\nsince since ADP 4 case\n"
        "March March PROPN 2 obl\n, , PUNCT 8 punct\nwhen when ADV 8 advmod\nChad Chad PROPN 8 nsubj\n"
        "sued sue VERB 4 acl:relcl Mood=Ind|Tense=Past|VerbForm=Fin"
    )
    time = owned(tabled(rows), 7)
    assert time is not None
    assert (time.since, time.until) == (date(2024, 3, 1), date(2024, 3, 31))


def test_participle_after_a_verb_tells_of_the_same_time() -> None:
    rows = (
        "Chad Chad PROPN 2 nsubj\nmet meet VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin\non on ADP 4 case\n"
        "Monday Monday PROPN 2 obl\n, , PUNCT 6 punct\nrejecting reject VERB 2 advcl VerbForm=Ger\n"
        "calls call NOUN 6 obj"
    )
    time = owned(tabled(rows), 5)
    assert time is not None
    assert time.since == date(2024, 6, 24)


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("Chad/PROPN 2 nsubj | signed/sign/VERB 0 root | last/ADJ 4 amod | week/NOUN 2 obl:tmod", "0001-01-02"),
        ("Chad/PROPN 2 nsubj | will/AUX 3 aux | sign/VERB 0 root | next/ADJ 5 amod | year/NOUN 3 obl:tmod",
         "9999-12-31"),
        ("Chad/PROPN 2 nsubj | signed/sign/VERB 0 root | 0000/NUM 2 obl | -/PUNCT 3 punct | 01/NUM 3 dep"
         " | -/PUNCT 3 punct | 01/NUM 3 dep", "2024-06-30"),
    ],
)  # fmt: skip
def test_day_that_no_calendar_has_tells_no_time(words: str, published: str) -> None:
    assert find_times(parse(words), date.fromisoformat(published)) == ()
