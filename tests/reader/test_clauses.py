"""Clauses: subject and object whatever the construction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.clauses import Clauses
from onrecord.records.analysis import Analysis
from tests.reader.tabled import index_of, parse

PASSIVE = parse(
    "Gabon/PROPN 3 nsubj:pass | was/be/AUX 3 aux:pass | sued/sue/VERB 0 root Voice=Pass | by/ADP 5 case"
    " | Chad/PROPN 3 obl:agent"
)
RELATIVE = parse(
    "Peru/PROPN 7 nsubj | ,/PUNCT 5 punct | which/PRON 5 obj | Chile/PROPN 5 nsubj | backed/back/VERB 1 acl:relcl"
    " | ,/PUNCT 5 punct | abstained/abstain/VERB 0 root"
)
OBJECT_CONTROL = parse(
    "Peru/PROPN 2 nsubj | asked/ask/VERB 0 root | Chile/PROPN 2 obj | to/PART 5 mark | sign/VERB 2 xcomp VerbForm=Inf"
)
SUBJECT_CONTROL = parse(
    "Peru/PROPN 2 nsubj | promised/promise/VERB 0 root | Chile/PROPN 2 obj | to/PART 5 mark"
    " | sign/VERB 2 xcomp VerbForm=Inf"
)
COORDINATED = parse(
    "Peru/PROPN 2 nsubj | left/leave/VERB 0 root | and/CCONJ 4 cc | sued/sue/VERB 2 conj | Chile/PROPN 4 obj"
)
NOUN_PLAN = parse(
    "Peru/PROPN 3 nmod:poss | 's/PART 1 case | plan/NOUN 6 nsubj | to/PART 5 mark | sign/VERB 3 acl VerbForm=Inf"
    " | failed/fail/VERB 0 root"
)

POLICY = parse(
    "Peru/PROPN 2 nsubj | resumed/resume/VERB 0 root | its/PRON 4 nmod:poss | policy/NOUN 2 obj | of/SCONJ 6 mark"
    " | targeting/target/VERB 4 acl VerbForm=Ger | Chile/PROPN 6 obj"
)
WANTS = parse(
    "all/DET 6 nsubj:outer | Peru/PROPN 3 nsubj | wants/want/VERB 1 acl:relcl | is/be/AUX 6 cop | to/PART 6 mark"
    " | help/VERB 0 root VerbForm=Inf | Chile/PROPN 6 obj"
)
SHARED = parse(
    "Peru/PROPN 2 nsubj | backed/back/VERB 0 root | and/CCONJ 4 cc | funded/fund/VERB 2 conj | Chile/PROPN 2 obj"
)
FIRST_ONLY = parse(
    "Peru/PROPN 2 nsubj | backed/back/VERB 0 root | Chile/PROPN 2 obj | and/CCONJ 5 cc | left/leave/VERB 2 conj"
)
DAY = parse("day/NOUN 0 root | Peru/PROPN 3 nsubj | withdrew/withdraw/VERB 1 acl:relcl")
TOLD = parse(
    "text/NOUN 0 root | Peru/PROPN 4 nsubj:pass | was/be/AUX 4 aux:pass | asked/ask/VERB 1 acl:relcl | to/PART 6 mark"
    " | sign/VERB 4 xcomp VerbForm=Inf"
)


@pytest.mark.parametrize(
    ("analysis", "verb", "subject", "obj"),
    [
        (PASSIVE, "sued", "Chad", "Gabon"),
        (RELATIVE, "backed", "Chile", "Peru"),
        (OBJECT_CONTROL, "sign", "Chile", None),
        (SUBJECT_CONTROL, "sign", "Peru", None),
        (COORDINATED, "sued", "Peru", "Chile"),
        (NOUN_PLAN, "sign", "Peru", None),
        (POLICY, "targeting", "its", "Chile"),
        (WANTS, "help", "Peru", "Chile"),
        (SHARED, "funded", "Peru", "Chile"),
        (FIRST_ONLY, "left", "Peru", None),
        (DAY, "withdrew", "Peru", None),
        (TOLD, "sign", "Peru", "text"),
    ],
)
def test_subject_and_object_by_construction(analysis: Analysis, verb: str, subject: str, obj: str | None) -> None:
    clauses = Clauses(analysis)
    at = index_of(analysis, verb)
    found = clauses.object(at)
    assert clauses.subject(at) == index_of(analysis, subject)
    assert (analysis.tokens[found].text if found is not None else None) == obj


def test_complements_hold_clauses_with_of() -> None:
    analysis = parse(
        "Peru/PROPN 2 nsubj | accused/accuse/VERB 0 root | Chile/PROPN 2 obj | of/SCONJ 5 mark"
        " | spying/spy/VERB 2 advcl"
    )
    assert Clauses(analysis).complements(1) == (4,)


def test_phrases_of_a_verb_include_those_of_its_object() -> None:
    analysis = parse(
        "Peru/PROPN 2 nsubj | filed/file/VERB 0 root | suit/NOUN 2 obj | against/ADP 5 case | Chile/PROPN 3 nmod"
    )
    assert Clauses(analysis).phrases(1, "against") == [4]


def test_owner_prefers_the_possessive() -> None:
    analysis = parse("Peru/PROPN 3 nmod:poss | 's/PART 1 case | bid/NOUN 0 root | of/ADP 5 case | May/PROPN 3 nmod")
    assert Clauses(analysis).owner(2)[0] == 0


RELATIONS = [
    "nsubj",
    "nsubj:pass",
    "nsubj:outer",
    "obj",
    "iobj",
    "obl",
    "obl:agent",
    "nmod",
    "nmod:poss",
    "acl",
    "acl:relcl",
    "advcl",
    "xcomp",
    "ccomp",
    "conj",
    "mark",
    "aux",
    "case",
    "appos",
]
WORDS = (
    "which/PRON",
    "to/PART",
    "signed/sign/VERB",
    "plan/NOUN",
    "Chad/PROPN",
    "it/PRON",
    "was/be/AUX",
    "by/ADP",
    "cite/VERB",
)


@given(
    st.lists(st.tuples(st.sampled_from(WORDS), st.integers(0, 9), st.sampled_from(RELATIONS)), min_size=1, max_size=10)
)
def test_every_tree_is_read_to_an_end(rows: list[tuple[str, int, str]]) -> None:
    """Subjects and objects are words of the text or none, however odd the tree; nothing runs in circles."""
    root, *rest = rows
    lines = [f"{root[0]} 0 root"]
    lines += [f"{word} {1 + head % i} {relation}" for i, (word, head, relation) in enumerate(rest, start=1)]
    analysis = parse(" | ".join(lines))
    clauses = Clauses(analysis)
    for i in range(len(analysis.tokens)):
        found = [clauses.subject(i), clauses.object(i), *clauses.complements(i), *clauses.owner(i)]
        assert all(f is None or 0 <= f < len(analysis.tokens) for f in found)


WALKED_OUT = parse(
    "Peru/PROPN 2 nsubj | walked/walk/VERB 0 root | out/ADP 5 case | of/ADP 3 fixed | talks/talk/NOUN 2 obl"
)
STAYED_AWAY = parse(
    "Peru/PROPN 2 nsubj | stayed/stay/VERB 0 root | away/ADV 2 advmod | from/ADP 5 case | talks/talk/NOUN 3 obl"
)
AGREED_HERE = parse(
    "Peru/PROPN 2 nsubj | agreed/agree/VERB 0 root | far/ADV 2 advmod | from/ADP 5 case | talks/talk/NOUN 3 obl"
)


@pytest.mark.parametrize(
    ("analysis", "case", "found"),
    [(WALKED_OUT, "of", [4]), (WALKED_OUT, "out", [4]), (STAYED_AWAY, "from", [4]), (AGREED_HERE, "from", [])],
)
def test_a_verbs_phrases_are_those_of_its_particle_too(analysis: Analysis, case: str, found: list[int]) -> None:
    assert Clauses(analysis).phrases(1, case) == found


def test_who_is_praised_and_young_does_not_praise() -> None:
    rows = (
        "Peru/PROPN 3 nsubj | {}/be/AUX 3 cop | young/ADJ 0 root | and/CCONJ 5 cc | praised/praise/VERB 3 conj"
        " | for/ADP 7 case | candour/NOUN 5 obl"
    )
    clauses = Clauses(parse(rows.format("is")))
    assert (clauses.subject(4), clauses.object(4)) == (None, 0)
    assert Clauses(parse(rows.format("was"))).subject(4) == 0


def test_who_led_and_was_expelled_expels_nobody() -> None:
    rows = (
        "Peru/PROPN 2 nsubj | led/lead/VERB 0 root | the/DET 4 det | bloc/NOUN 2 obj | and/CCONJ 7 cc"
        " | was/be/AUX 7 aux:pass | expelled/expel/VERB 2 conj VerbForm=Part"
    )
    clauses = Clauses(parse(rows))
    assert (clauses.subject(6), clauses.object(6)) == (None, 0)


def test_whoever_is_thanked_for_efforts_makes_them() -> None:
    thanks = parse(
        "Peru/PROPN 2 nsubj | voiced/voice/VERB 0 root | thanks/NOUN 2 obj | for/ADP 7 case | Chad/PROPN 7 nmod:poss"
        " | 's/PART 5 case | efforts/effort/NOUN 3 nmod | ,/PUNCT 10 punct | to/PART 10 mark"
        " | help/VERB 2 advcl VerbForm=Inf | Mali/PROPN 10 obj"
    )
    assert Clauses(thanks).subject(index_of(thanks, "help")) == index_of(thanks, "Chad")
