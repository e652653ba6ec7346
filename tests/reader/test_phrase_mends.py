"""Phrase mends: what a deed's noun reaches, and names in a row, put right in a tree before the rules see it."""

from onrecord.reader.phrase_mends import mend_phrases
from onrecord.records.analysis import Name


def mended(rows: str, *names: int) -> list[tuple[int, str]]:
    """Heads (1-based) and relations of rows ``word/TAG head relation``, joined by "|"; `names` are words, from 1."""
    parts = [row.split() for row in rows.split("|")]
    words, tags = zip(*(part[0].split("/") for part in parts), strict=True)
    heads, deprels = [int(part[1]) - 1 for part in parts], [part[2] for part in parts]
    found = [Name(first=n - 1, last=n - 1, kind="location", confidence=0.9) for n in names]
    mend_phrases(words, found, heads, deprels, list(tags))
    return [(head + 1, deprel) for head, deprel in zip(heads, deprels, strict=True)]


def test_who_does_it_hangs_on_the_deed_and_not_on_whom_it_is_done_to() -> None:
    rows = "the/DET 2 det|{}/NOUN 0 root|of/ADP 4 case|{}/{} 2 nmod|by/ADP 6 case|Chad/PROPN 4 nmod"
    assert mended(rows.format("detention", "reporters", "NOUN"))[5] == (2, "nmod")
    assert mended(rows.format("shelling", "Peru", "PROPN"))[5] == (2, "nmod")


def test_what_is_condemned_may_be_done_by_the_one_who_hangs_on_it() -> None:
    rows = "condemnation/NOUN 0 root|of/ADP 3 case|attack/NOUN 1 nmod|by/ADP 5 case|Chad/PROPN 3 nmod"
    assert mended(rows)[4] == (3, "nmod")


def test_nobody_who_threatens_is_against_another() -> None:
    rows = "a/DET 2 det|threat/NOUN 0 root|by/ADP 4 case|Chad/PROPN 2 nmod|{}/ADP 6 case|Peru/PROPN 4 nmod"
    assert mended(rows.format("against"))[5] == (2, "nmod")
    assert mended(rows.format("of"))[5] == (4, "nmod")


def test_two_names_before_a_bare_verb_are_two_who_do_it() -> None:
    rows = "Chad/PROPN 4 nsubj|,/PUNCT 1 punct|Peru/PROPN 1 appos|{}/VERB 0 root|pact/NOUN 4 obj"
    assert mended(rows.format("sign"), 1, 3)[2] == (1, "conj")
    assert mended(rows.format("signed"), 1, 3)[2] == (1, "appos")


def test_the_second_of_three_names_is_none_for_the_first() -> None:
    rows = "Chad/PROPN 6 nsubj|,/PUNCT 1 punct|Peru/PROPN 1 appos|and/CCONJ 5 cc|Togo/PROPN 1 conj|signed/VERB 0 root"
    assert mended(rows, 1, 3, 5)[2] == (1, "conj")
    assert mended(rows, 1, 3)[2] == (1, "appos")


def test_a_particle_goes_with_the_verb_before_it_and_no_adverb() -> None:
    rows = "Chad/PROPN 3 nsubj|quickly/ADV 3 advmod|sent/VERB 0 root|out/ADP 2 compound:prt|notes/NOUN 3 obj"
    assert mended(rows)[3] == (3, "compound:prt")


def test_a_participle_after_an_object_says_something_of_it() -> None:
    rows = "Chad/PROPN 2 nsubj|{}/VERB 0 root|the/DET 4 det|men/NOUN 2 obj|arrested/VERB 2 xcomp"
    assert mended(rows.format("freed"))[4] == (4, "acl")
    assert mended(rows.format("wanted"))[4] == (2, "xcomp")


def test_a_clause_of_time_before_a_verb_is_no_content_of_it() -> None:
    rows = "{}/SCONJ 3 mark|Chad/PROPN 3 nsubj|left/VERB 5 ccomp|Peru/PROPN 5 nsubj|reminded/VERB 0 root"
    assert mended(rows.format("After"))[2] == (5, "advcl")
    assert mended(rows.format("That"))[2] == (5, "ccomp")


def test_a_name_and_people_before_a_bare_verb_do_it_together() -> None:
    rows = "Chad/PROPN 0 root|,/PUNCT 4 punct|Malian/ADJ 4 amod|envoys/NOUN 1 appos|{}/VERB 1 parataxis{}"
    assert mended(rows.format("meet", ""), 1)[0] == (5, "nsubj")
    assert mended(rows.format("meet", ""), 1)[3:5] == [(1, "conj"), (0, "root")]
    assert mended(rows.format("met", ""), 1)[3] == (1, "appos")
    assert mended(rows.format("say", ""), 1)[3] == (1, "appos")
    assert mended(rows.format("agree", "|,/PUNCT 5 punct"), 1)[3] == (1, "appos")


def test_a_comma_before_the_last_of_three_names_makes_no_difference() -> None:
    rows = "Chad/PROPN 7 nsubj|,/PUNCT 3 punct|Peru/PROPN 1 appos|,/PUNCT 6 punct|and/CCONJ 6 cc|Mali/PROPN 1 conj"
    assert mended(rows + "|left/VERB 0 root", 1, 3, 6)[2] == (1, "conj")
