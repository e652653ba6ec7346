"""Statuses: what modals, negation and governing words make of an act."""

import pytest

from onrecord.reader.clauses import Clauses
from onrecord.reader.statuses import Judged, StatusReader, combine
from onrecord.records.acts import ActStatus
from tests.reader.tabled import index_of, parse

PLAIN = "Chad/PROPN 2 nsubj | signed/sign/VERB 0 root Tense=Past"
MODAL = "Chad/PROPN 3 nsubj | may/AUX 3 aux | sign/VERB 0 root VerbForm=Inf"
NEGATED = "Chad/PROPN 4 nsubj | did/do/AUX 4 aux | not/PART 4 advmod Polarity=Neg | sign/VERB 0 root VerbForm=Inf"
REFUSED = "Chad/PROPN 2 nsubj | refused/refuse/VERB 0 root | to/PART 4 mark | sign/VERB 2 xcomp VerbForm=Inf"
NOT_REFUSED = (
    "Chad/PROPN 4 nsubj | did/do/AUX 4 aux | not/PART 4 advmod Polarity=Neg | refuse/VERB 0 root VerbForm=Inf"
    " | to/PART 6 mark | sign/VERB 4 xcomp VerbForm=Inf"
)
PLANNED = "Chad/PROPN 2 nsubj | plans/plan/VERB 0 root | to/PART 4 mark | sign/VERB 2 xcomp VerbForm=Inf"
NO_STATE = "No/DET 2 det | state/NOUN 3 nsubj | signed/sign/VERB 0 root"
CONDITIONAL = (
    "Chad/PROPN 3 nsubj | would/AUX 3 aux | sign/VERB 0 root VerbForm=Inf | if/SCONJ 6 mark | Peru/PROPN 6 nsubj"
    " | did/do/VERB 3 advcl"
)
SAID = (
    "Peru/PROPN 2 nsubj | said/say/VERB 0 root | Chad/PROPN 5 nsubj | might/AUX 5 aux | sign/VERB 2 ccomp VerbForm=Inf"
)
HEADLINE = "Chad/PROPN 3 nsubj | to/PART 3 mark | sign/VERB 0 root VerbForm=Inf"
OPEN_QUESTION = (
    "Peru/PROPN 2 nsubj | declined/decline/VERB 0 root | to/PART 4 mark | say/VERB 2 xcomp VerbForm=Inf"
    " | whether/SCONJ 8 mark | Chad/PROPN 8 nsubj | would/AUX 8 aux | sign/VERB 2 xcomp VerbForm=Inf"
)
NO_CONFIDENCE = (
    "Chad/PROPN 2 nsubj | signed/sign/VERB 0 root | a/DET 7 det | no/DET 7 det | -/PUNCT 4 punct"
    " | confidence/NOUN 7 compound | motion/NOUN 2 obj"
)
PURPOSE = (
    "Chad/PROPN 2 nsubj | flew/fly/VERB 0 root | in/ADV 2 advmod | to/PART 5 mark | sign/VERB 2 advcl VerbForm=Inf"
)
WHEN = "Niger/PROPN 2 nsubj | waits/wait/VERB 0 root | when/SCONJ 5 mark | Chad/PROPN 5 nsubj | sign/VERB 2 advcl "
PRESENT = "Tense=Pres,VerbForm=Fin"
AT_A_TIME = (
    "Niger/PROPN 2 nsubj | waits/wait/VERB 0 root | time/NOUN 2 obl | when/SCONJ 6 mark | Chad/PROPN 6 nsubj"
    " | sign/VERB 2 advcl "
)
WHOEVER = "whoever/PRON 2 nsubj | signed/sign/VERB 0 root"
SEEN = "pact/NOUN 3 nsubj | will/AUX 3 aux | see/VERB 0 root | Chad/PROPN 5 nsubj | sign/VERB 3 ccomp VerbForm=Inf"
TO_STOP = "Chad/PROPN 3 nsubj | must/AUX 3 aux | stop/VERB 0 root VerbForm=Inf | signing/sign/VERB 3 xcomp VerbForm=Ger"
STOPPED = "Chad/PROPN 2 nsubj | stopped/stop/VERB 0 root Tense=Past | signing/sign/VERB 2 xcomp VerbForm=Ger"
WHY = "Why/ADV 4 advmod | did/do/AUX 4 aux | Chad/PROPN 4 nsubj | sign/VERB 0 root VerbForm=Inf | ?/PUNCT 4 punct"
WHETHER_IT_DID = "Did/do/AUX 3 aux | Chad/PROPN 3 nsubj | sign/VERB 0 root VerbForm=Inf | ?/PUNCT 3 punct"
NOT_ONLY = (
    "Not/PART 5 advmod Polarity=Neg | only/ADV 5 advmod | did/do/AUX 5 aux | Chad/PROPN 5 nsubj | sign/VERB 0 root"
)
NOT_ANOTHER = (
    "Chad/PROPN 2 nsubj | signed/sign/VERB 0 root Tense=Past | ;/PUNCT 5 punct | Peru/PROPN 5 nsubj"
    " | did/do/AUX 2 conj | not/PART 2 advmod Polarity=Neg | ./PUNCT 2 punct"
)
NOT_ALONE = (
    "Chad/PROPN 6 nsubj | is/be/AUX 6 cop | not/PART 6 advmod Polarity=Neg | the/DET 6 det | only/ADJ 6 amod"
    " | signing/sign/VERB 0 root"
)
USED = (
    "pen/NOUN 5 nsubj | used/use/VERB 1 acl | to/PART 4 mark | sign/VERB 2 advcl VerbForm=Inf"
    " | vanished/vanish/VERB 0 root"
)
TOO_WEAK = (
    "Chad/PROPN 4 nsubj | is/be/AUX 4 cop | too/ADV 4 advmod | weak/ADJ 0 root | to/PART 6 mark"
    " | sign/VERB 4 advcl VerbForm=Inf"
)
CHANCE = (
    "Chad/PROPN 2 nsubj | took/take/VERB 0 root | the/DET 4 det | opportunity/NOUN 2 obj | to/PART 6 mark"
    " | sign/VERB 4 acl VerbForm=Inf"
)
ONE_CHANCE = CHANCE.replace("took/take", "had/have")
WISHED = "Chad/PROPN 2 nsubj | wishes/wish/VERB 0 root | to/PART 4 mark | thank/VERB 2 xcomp VerbForm=Inf"
INCLUDING = (
    "Chad/PROPN 2 nsubj | plans/plan/VERB 0 root | to/PART 4 mark | act/VERB 2 xcomp VerbForm=Inf"
    " | including/include/VERB 6 mark | signing/sign/VERB 4 advcl VerbForm=Ger"
)
NO_NEED = (
    "Chad/PROPN 4 nsubj | did/do/AUX 4 aux | not/PART 4 advmod Polarity=Neg | need/VERB 0 root | to/PART 6 mark"
    " | signing/sign/VERB 4 xcomp VerbForm=Inf"
)
EASE = (
    "pact/NOUN 2 nsubj | made/make/VERB 0 root | it/PRON 2 obj | easier/easy/ADJ 2 xcomp | for/SCONJ 8 mark"
    " | Chad/PROPN 8 nsubj | to/PART 8 mark | signing/sign/VERB 4 advcl VerbForm=Inf"
)
SEEN_AS = (
    "Chad/PROPN 3 nsubj:pass | is/be/AUX 3 aux:pass | seen/see/VERB 0 root | as/SCONJ 5 mark"
    " | signing/sign/VERB 3 advcl"
)
IF_NOT = (
    "if/SCONJ 5 mark | Chad/PROPN 5 nsubj | does/do/AUX 5 aux | not/PART 5 advmod Polarity=Neg | sign/VERB 7 advcl"
    " | Peru/PROPN 7 nsubj | leaves/leave/VERB 0 root"
)
LESS_LIKELY = (
    "Chad/PROPN 4 nsubj | is/be/AUX 4 cop | less/ADV 4 advmod | likely/ADJ 0 root | to/PART 6 mark"
    " | signing/sign/VERB 4 xcomp VerbForm=Inf"
)
NOT_USED = (
    "Chad/PROPN 4 nsubj | did/do/AUX 4 aux | not/PART 4 advmod Polarity=Neg | use/VERB 0 root | law/NOUN 4 obj"
    " | to/PART 7 mark | sign/VERB 4 advcl VerbForm=Inf"
)
DECIDED_AGAINST = (
    "Chad/PROPN 2 nsubj | decided/decide/VERB 0 root | against/SCONJ 4 mark | signing/sign/VERB 2 advcl VerbForm=Ger"
)
EAGER = (
    "Chad/PROPN 3 nsubj | is/be/AUX 3 cop | enthusiastic/ADJ 0 root | about/SCONJ 5 mark | signing/sign/VERB 3 advcl"
)
WORTH = "They/PRON 2 nsubj | stress/VERB 0 root | importance/NOUN 2 obj | of/SCONJ 5 mark | signing/sign/VERB 3 acl"


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        (WHY, "actual"),
        (WHETHER_IT_DID, "possible"),
        (NOT_ONLY, "actual"),
        (NOT_ANOTHER, "actual"),
        (NOT_ALONE, "actual"),
        (USED, "actual"),
        (TOO_WEAK, "negated"),
        (CHANCE, "actual"),
        (ONE_CHANCE, "possible"),
        (INCLUDING, "planned"),
        (NOT_USED, "negated"),
        (DECIDED_AGAINST, "negated"),
        (EAGER, "possible"),
        (IF_NOT, "conditional"),
        (PLAIN, "actual"),
        (NO_CONFIDENCE, "actual"),
        (MODAL, "possible"),
        (NEGATED, "negated"),
        (REFUSED, "negated"),
        (NOT_REFUSED, "actual"),
        (PLANNED, "planned"),
        (NO_STATE, "negated"),
        (CONDITIONAL, "conditional"),
        (SAID, "possible"),
        (HEADLINE, "planned"),
        (PURPOSE, "planned"),
        (OPEN_QUESTION, "possible"),
        (WHEN + PRESENT, "planned"),
        (WHEN + "VerbForm=Inf", "planned"),
        (AT_A_TIME + PRESENT, "actual"),
        (WHOEVER, "possible"),
        (SEEN, "planned"),
        (TO_STOP, "actual"),
        (STOPPED, "negated"),
    ],
)
def test_status_of_signing(rows: str, status: ActStatus) -> None:
    analysis = parse(rows)
    verb = index_of(analysis, next(form for form in ("signed", "signing", "sign") if f"{form}/" in rows))
    assert StatusReader(Clauses(analysis), {}).read(verb).status == status


@pytest.mark.parametrize(
    ("inner", "outer", "whole"),
    [
        ("negated", "negated", "actual"),
        ("planned", "negated", "negated"),
        ("actual", "denied", "denied"),
        ("planned", "denied", "denied"),
        ("requested", "possible", "requested"),
        ("planned", "conditional", "conditional"),
    ],
)
def test_combine_reads_outwards(inner: ActStatus, outer: ActStatus, whole: ActStatus) -> None:
    assert combine(inner, outer) == whole


def read(rows: str, word: str) -> Judged:
    analysis = parse(rows)
    return StatusReader(Clauses(analysis), {}).read(index_of(analysis, word))


def test_what_one_wishes_to_do_by_words_is_done_with_them() -> None:
    assert read(WISHED, "thank").status == "actual"


def test_a_raid_that_is_one_of_two_things_to_fear_is_possible() -> None:
    rows = (
        "events/event/NOUN 0 root | whether/CCONJ 4 cc | a/DET 4 det | raid/NOUN 1 appos | or/CCONJ 6 cc"
        " | flood/NOUN 4 conj"
    )
    assert read(rows, "raid").status == "possible"
    assert read(rows.replace("whether", "namely"), "raid").status == "actual"


def test_status_names_the_words_that_gave_it() -> None:
    analysis = parse(REFUSED)
    judged = StatusReader(Clauses(analysis), {}).read(3)
    assert judged.because == (1,)
    assert judged.embedders == (1,)


@pytest.mark.parametrize(("rows", "presumed"), [(TO_STOP, True), (STOPPED, False)])
def test_what_is_to_be_stopped_is_presumed(rows: str, presumed: bool) -> None:
    assert read(rows, "signing").presumed == presumed


@pytest.mark.parametrize(
    ("rows", "untold"),
    [
        (NO_NEED, True),
        (EASE, True),
        (LESS_LIKELY, True),
        (LESS_LIKELY.replace("less", "very"), False),
        (WORTH, True),
        (SEEN_AS, True),
        (STOPPED, False),
    ],
)
def test_some_words_leave_open_what_was_done(rows: str, untold: bool) -> None:
    assert read(rows, "signing").untold == untold


def test_the_purpose_of_what_is_asked_for_is_asked_for() -> None:
    rows = (
        "Chad/PROPN 3 nsubj | must/AUX 3 aux | send/VERB 0 root VerbForm=Inf | jets/jet/NOUN 3 obj | to/PART 6 mark"
        " | bomb/VERB 3 advcl VerbForm=Inf"
    )
    assert read(rows, "bomb").status == "requested"
    assert read(rows.replace("must/AUX", "will/AUX"), "bomb").status == "planned"


def status_in(rows: str, word: str) -> ActStatus:
    text = parse(rows)
    return StatusReader(Clauses(text), {}).read(index_of(text, word)).status


def test_what_is_not_meant_to_be_stopped_may_or_may_not_be_done() -> None:
    stopped = (
        "Peru/PROPN 4 nsubj | did/do/AUX 4 aux | not/PART 4 advmod Polarity=Neg | stop/VERB 0 root VerbForm=Inf"
        " | Chad/PROPN 4 obj | from/SCONJ 7 mark | visiting/visit/VERB 4 advcl VerbForm=Ger"
    )
    assert status_in(stopped, "visiting") == "actual"
    meant = (
        "Peru/PROPN 4 nsubj | did/do/AUX 4 aux | not/PART 4 advmod Polarity=Neg | aim/VERB 0 root VerbForm=Inf"
        " | to/PART 6 mark | stop/VERB 4 xcomp VerbForm=Inf | Chad/PROPN 6 obj | from/SCONJ 9 mark"
        " | visiting/visit/VERB 6 advcl VerbForm=Ger"
    )
    assert status_in(meant, "visiting") == "possible"


@pytest.mark.parametrize(("comma", "expected"), [("", "conditional"), (",/PUNCT 6 punct | ", "actual")])
def test_an_if_is_that_of_both_clauses_unless_a_comma_parts_them(comma: str, expected: str) -> None:
    shift = bool(comma)
    rows = (
        f"if/SCONJ 3 mark | Chad/PROPN 3 nsubj | sues/sue/VERB {8 + shift} advcl | {comma}and/CCONJ {6 + shift} cc"
        f" | Peru/PROPN {6 + shift} nsubj | leaves/leave/VERB 3 conj | ,/PUNCT 3 punct | act/VERB 0 root"
    )
    assert status_in(rows, "leaves") == expected
