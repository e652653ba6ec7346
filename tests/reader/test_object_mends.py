"""Object mends: what is done to whom, put right in a tree before the rules see it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reader.object_mends import mend_objects


def mended(rows: str) -> tuple[list[int], list[str], list[str]]:
    """Heads (1-based), relations and tags of rows ``word/TAG head relation``, joined by "|"."""
    parts = [row.split() for row in rows.split("|")]
    words, tags = zip(*(part[0].split("/") for part in parts), strict=True)
    heads, deprels, upos = [int(part[1]) - 1 for part in parts], [part[2] for part in parts], list(tags)
    mend_objects(words, heads, deprels, upos)
    return [head + 1 for head in heads], deprels, upos


def test_what_has_an_auxiliary_and_an_object_is_a_verb() -> None:
    _, _, upos = mended("Chad/PROPN 3 nsubj|will/AUX 3 aux|free/ADJ 0 root|them/PRON 3 obj")
    assert upos[2] == "VERB"


def test_an_adjective_without_an_object_stays_one() -> None:
    _, _, upos = mended("Chad/PROPN 3 nsubj|will/AUX 3 aux|free/ADJ 0 root")
    assert upos[2] == "ADJ"


def test_handed_over_two_tonnes_is_handed_over() -> None:
    heads, deprels, _ = mended(
        "Chad/PROPN 2 nsubj|handed/VERB 0 root|over/ADV 4 advmod|2/NUM 5 nummod|tonnes/NOUN 2 obj"
    )
    assert (heads[2], deprels[2]) == (2, "compound:prt")


def test_who_is_found_guilty_is_found() -> None:
    heads, deprels, _ = mended("Court/NOUN 2 nsubj|found/VERB 0 root|Doe/PROPN 4 nsubj|guilty/ADJ 2 ccomp")
    assert (heads[2], deprels[2]) == (2, "obj")


def test_who_is_taken_hostage_is_taken() -> None:
    heads, deprels, _ = mended("Rebels/NOUN 2 nsubj|took/VERB 0 root|men/NOUN 4 nsubj|hostage/NOUN 2 obj")
    assert (heads[2], deprels[2], deprels[3]) == (2, "obj", "xcomp")


def test_who_is_accused_of_doing_is_accused() -> None:
    rows = "Peru/PROPN 2 nsubj|accused/VERB 0 root|Chad/PROPN 5 nsubj|of/SCONJ 5 mark|spying/VERB 2 xcomp"
    heads, deprels, _ = mended(rows)
    assert (heads[2], deprels[2]) == (2, "obj")


def test_the_subject_of_a_finite_clause_stays_its_own() -> None:
    heads, _, _ = mended("Peru/PROPN 2 nsubj|says/VERB 0 root|Chad/PROPN 5 nsubj|is/AUX 5 cop|guilty/ADJ 2 ccomp")
    assert heads[2] == 5


def test_a_bare_name_is_no_clause() -> None:
    _, deprels, _ = mended("Peru/PROPN 2 nsubj|accused/VERB 0 root|Diaz/PROPN 2 ccomp")
    assert deprels[2] == "obj"


def test_the_first_of_two_objects_is_whom_it_is_for() -> None:
    _, deprels, _ = mended("Peru/PROPN 2 nsubj|sold/VERB 0 root|Chad/PROPN 2 obj|ships/NOUN 2 obj")
    assert deprels[2:] == ["iobj", "obj"]


def test_a_participle_before_a_number_is_a_second_deed() -> None:
    rows = (
        "It/PRON 2 nsubj|killed/VERB 0 root|one/NUM 2 obj|and/CCONJ 7 cc|wounded/VERB 7 amod|two/NUM 7 nummod"
        "|men/NOUN 3 conj"
    )
    heads, deprels, _ = mended(rows)
    assert (heads[4], deprels[4], heads[6], deprels[6]) == (2, "conj", 5, "obj")


def test_a_participle_after_a_copula_is_no_noun() -> None:
    rows = "Chad/PROPN 3 nsubj:pass|is/AUX 3 cop|opposed/NOUN 0 root|to/ADP 5 case|talks/NOUN 3 obl"
    _, deprels, upos = mended(rows)
    assert (deprels[0], upos[2]) == ("nsubj", "ADJ")


def test_a_copula_hung_as_a_clause_is_one() -> None:
    rows = "Chad/PROPN 3 nsubj:pass|is/VERB 3 advcl|opposed/ADJ 0 root|to/ADP 5 case|talks/NOUN 3 obl"
    _, deprels, upos = mended(rows)
    assert (deprels[:2], upos[1:3]) == (["nsubj", "cop"], ["AUX", "ADJ"])


def test_a_phrase_with_a_preposition_has_no_subject_before_it() -> None:
    rows = "Chad/PROPN 2 nsubj|probes/VERB 0 root|Diaz/PROPN 5 nsubj|for/ADP 5 case|fraud/NOUN 2 obl"
    heads, deprels, _ = mended(rows)
    assert (heads[2], deprels[2]) == (2, "obj")


def test_a_phrase_before_an_infinitive_goes_with_the_verb_before_it() -> None:
    rows = "Peru/PROPN 2 nsubj|called/VERB 0 root|on/ADP 4 case|Chad/PROPN 6 obl|to/PART 6 mark|act/VERB 2 xcomp"
    heads, _, _ = mended(rows)
    assert heads[3] == 2


def test_what_is_brokered_goes_with_the_verb_before_it() -> None:
    rows = "Peru/PROPN 2 nsubj|agreed/VERB 0 root|to/ADP 4 case|truce/NOUN 5 obl|brokered/VERB 2 advcl"
    heads, deprels, _ = mended(rows)
    assert (heads[3], heads[4], deprels[4]) == (2, 4, "acl")


def test_a_name_before_a_number_is_whom_it_is_for() -> None:
    rows = (
        "Peru/PROPN 2 nsubj|lent/VERB 0 root|Chad/PROPN 6 compound|5/NUM 5 compound|million/NUM 6 nummod"
        "|euros/NOUN 2 obj"
    )
    heads, deprels, _ = mended(rows)
    assert (heads[2], deprels[2]) == (2, "iobj")


@settings(max_examples=50)
@given(st.data())
def test_mends_keep_a_tree(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 8))
    heads = [-1, *(data.draw(st.integers(0, i - 1)) for i in range(1, size))]
    relations = st.sampled_from(["nsubj", "obj", "xcomp", "ccomp", "conj", "amod", "nummod", "aux", "mark", "cc"])
    tags = st.sampled_from(["VERB", "NOUN", "PROPN", "ADJ", "NUM", "CCONJ", "ADV"])
    words = st.sampled_from(["hand", "over", "and", "of", "spying", "two"])
    lists = [data.draw(st.lists(kind, min_size=size, max_size=size)) for kind in (relations, tags, words)]
    mend_objects(lists[2], heads, lists[0], lists[1])
    for i in range(size):
        at = i
        for _ in range(size):
            at = heads[at] if at >= 0 else at
        assert at == -1
