"""find_phrase: the noun phrase of a head, as a reader would underline it."""

from onrecord.records.analysis import Analysis
from onrecord.resolve import find_phrase
from tests.resolve.sentences import analyse, index_of


def written(analysis: Analysis, form: str) -> str:
    phrase = find_phrase(analysis, index_of(analysis, form))
    return analysis.text[analysis.tokens[phrase.first].start : analysis.tokens[phrase.last].end]


def test_phrase_leaves_out_preposition_and_relative_clause() -> None:
    text = analyse(
        "According|I|4|case to|I|1|fixed the|D|4|det minister|N|9|obl who|X|6|nsubj resigned|V|4|acl:relcl "
        ",|.|4|punct Malta|P|9|nsubj voted|V|0|root .|.|9|punct"
    )
    assert written(text, "minister") == "the minister"


def test_phrase_leaves_out_apposition_after_comma() -> None:
    text = analyse(
        "The|D|5|det court|N|5|nmod:poss 's|T|2|case chief|A|5|amod registrar|N|10|nsubj ,|.|7|punct "
        "Ines|P|5|appos Duarte|P|7|flat ,|.|7|punct resigned|V|0|root"
    )
    assert written(text, "registrar") == "The court's chief registrar"
    assert written(text, "Ines") == "Ines Duarte"


def test_phrase_keeps_of_phrase_numeral_and_possessor() -> None:
    text = analyse(
        "At|I|2|case least|A|3|nmod 20|#|8|nsubj of|I|7|case the|D|7|det 27|#|7|nummod members|NS|3|nmod voted|V|0|root"
    )
    assert written(text, "20") == "At least 20 of the 27 members"


def test_phrase_leaves_out_conjuncts() -> None:
    text = analyse("Malta|P|5|nsubj and|C|4|cc its|X|4|nmod:poss allies|NS|1|conj voted|V|0|root")
    assert written(text, "Malta") == "Malta"
    assert written(text, "allies") == "its allies"


def test_phrase_leaves_out_trailing_participle_and_quotation_marks() -> None:
    text = analyse(
        "“|.|2|punct Officials|NS|6|nsubj ”|.|2|punct speaking|V|2|acl anonymously|R|4|advmod agreed|V|0|root"
    )
    assert written(text, "Officials") == "Officials"


def test_phrase_keeps_title_and_noun_beside_name() -> None:
    text = analyse("Maltese|A|3|amod Foreign|A|3|amod Minister|P|4|nmod:desc Ada|P|6|nsubj Moss|P|4|flat left|V|0|root")
    assert written(text, "Ada") == "Maltese Foreign Minister Ada Moss"


def test_phrase_of_pronoun_is_itself() -> None:
    assert written(analyse("She|X|2|nsubj left|V|0|root"), "She") == "She"


def test_phrase_of_people_leaves_out_what_they_were_told_about() -> None:
    text = analyse(
        "told|V|0|root members|NS|1|obj|@person of|I|4|case Mercosur|P|2|nmod about|I|7|case the|D|7|det plan|N|2|nmod"
    )
    assert written(text, "members") == "members of Mercosur"


def test_phrase_keeps_whom_somebody_speaks_for_and_leaves_out_what_he_is_told_off_for() -> None:
    words = "a|D|2|det spokesperson|N|6|nsubj|@person for|I|5|case its|X|5|nmod:poss {}|N|2|nmod{} resigned|V|0|root"
    assert written(analyse(words.format("minister", "|@person")), "spokesperson") == "a spokesperson for its minister"
    assert written(analyse(words.format("silence", "|@abstract")), "spokesperson") == "a spokesperson"
