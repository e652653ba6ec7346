"""Chains: what is one thing over two windows, and what is left alone."""

from dataclasses import replace

from onrecord.reader.chains import Scene, link_chains
from onrecord.records.analysis import Analysis, Token
from tests.reader.tabled import parse

PERSON = {"Sorel", "Ana", "Luis", "she", "he", "he2", "minister", "him", "I", "envoy"}


def scene(*windows: str, links: dict[int, int] | None = None, quoted: tuple[int, ...] = ()) -> Scene:
    """Windows of one sentence each, as `tabled.parse` reads them: every noun, name and pronoun heads a mention.

    `links` are antecedents that the network gave.
    """
    parsed = [parse(row) for row in windows]
    tokens: list[Token] = []
    starts, sentences, below = [], [], []
    for analysis in parsed:
        offset = len(tokens)
        starts.append(offset)
        sentences.append((offset, offset + len(analysis.tokens) - 1))
        tokens += _moved(analysis, offset, links or {})
        below += [tuple(k + offset for k in children) for children in analysis.dependents]
    flags = [int(i in quoted) for i in range(len(tokens))]
    return Scene(tokens=tokens, dependents=below, sentences=sentences, starts=starts, quoted=flags)


def _moved(analysis: Analysis, offset: int, links: dict[int, int]) -> list[Token]:
    return [
        replace(
            token,
            index=token.index + offset,
            head=token.head + offset if token.head >= 0 else -1,
            feats="Number=Plur" if token.upos == "NOUN" and token.text != token.lemma else "Number=Sing",
            entity=("person" if token.text in PERSON else "organization")
            if token.upos in ("NOUN", "PROPN", "PRON") and token.deprel != "flat"
            else None,
            antecedent=links.get(token.index + offset),
        )
        for token in analysis.tokens
    ]


ANA_CAME = "Ana/PROPN 3 nsubj | Soto/PROPN 1 flat | came/come/VERB 0 root"


def test_a_last_name_is_the_full_name_of_an_earlier_window() -> None:
    assert link_chains(scene(ANA_CAME, "Ms/PROPN 2 nmod:desc | Soto/PROPN 3 nsubj | left/leave/VERB 0 root"))[4] == 0


def test_another_first_name_is_another_person() -> None:
    assert link_chains(scene(ANA_CAME, "Luis/PROPN 3 nsubj | Soto/PROPN 1 flat | left/leave/VERB 0 root")) == {}


def test_a_last_name_that_two_people_bear_is_linked_to_neither() -> None:
    other = "Luis/PROPN 3 nsubj | Soto/PROPN 1 flat | came/come/VERB 0 root"
    assert link_chains(scene(ANA_CAME, other, "Soto/PROPN 2 nsubj | left/leave/VERB 0 root")) == {}


def test_a_link_of_the_network_between_two_names_is_cut() -> None:
    other = "Luis/PROPN 3 nsubj | Mora/PROPN 1 flat | left/leave/VERB 0 root"
    assert link_chains(scene(ANA_CAME, other, links={3: 0})) == {3: None}


def test_initials_name_what_was_named_in_full() -> None:
    full = "Harbour/PROPN 2 compound | Union/PROPN 3 nsubj | met/meet/VERB 0 root"
    assert link_chains(scene(full, "HU/PROPN 2 nsubj | voted/vote/VERB 0 root"))[3] == 1


def test_the_treaty_is_the_treaty_of_an_earlier_window() -> None:
    first = "a/DET 3 det | naval/ADJ 3 amod | treaty/NOUN 4 nsubj | failed/fail/VERB 0 root"
    assert link_chains(scene(first, "the/DET 2 det | treaty/NOUN 3 nsubj | ended/end/VERB 0 root")) == {5: 2}


def test_a_treaty_is_a_new_one() -> None:
    first = "the/DET 2 det | treaty/NOUN 3 nsubj | failed/fail/VERB 0 root"
    assert link_chains(scene(first, "a/DET 2 det | treaty/NOUN 3 nsubj | ended/end/VERB 0 root")) == {}


def test_the_treaty_of_two_is_left_alone() -> None:
    first = "a/DET 3 det | naval/ADJ 3 amod | treaty/NOUN 4 nsubj | failed/fail/VERB 0 root"
    second = "a/DET 3 det | fishing/ADJ 3 amod | treaty/NOUN 4 nsubj | failed/fail/VERB 0 root"
    assert link_chains(scene(first, second, "the/DET 2 det | treaty/NOUN 3 nsubj | ended/end/VERB 0 root")) == {}


def test_the_ministers_need_not_be_the_same() -> None:
    row = "the/DET 2 det | ministers/minister/NOUN 3 nsubj | met/meet/VERB 0 root"
    assert link_chains(scene(row, row)) == {}


def test_what_the_network_saw_in_one_window_is_left_alone() -> None:
    row = "the/DET 2 det | treaty/NOUN 3 nsubj | replaced/replace/VERB 0 root | the/DET 5 det | treaty/NOUN 3 obj"
    assert link_chains(scene(row)) == {}


def test_a_pronoun_that_opens_a_window_is_the_subject_before_it() -> None:
    assert link_chains(scene(ANA_CAME, "she/PRON 2 nsubj | left/leave/VERB 0 root")) == {3: 0}


def test_a_pronoun_after_a_person_in_its_sentence_is_left_to_the_network() -> None:
    second = "Luis/PROPN 2 nsubj | met/meet/VERB 0 root | her/PRON 2 obj"
    assert link_chains(scene(ANA_CAME, second)) == {}


def test_he_is_not_who_was_she() -> None:
    first = "Ana/PROPN 2 nsubj | said/say/VERB 0 root | she/PRON 4 nsubj | agreed/agree/VERB 2 ccomp"
    assert link_chains(scene(first, "he/PRON 2 nsubj | left/leave/VERB 0 root", links={2: 0})) == {}


def test_i_goes_on_outside_quotation_marks_alone() -> None:
    row = "I/PRON 2 nsubj | agree/VERB 0 root"
    assert link_chains(scene(row, row)) == {2: 0}
    assert link_chains(scene(row, row, quoted=(2, 3))) == {}


def test_a_name_joins_what_its_pronoun_began() -> None:
    second = "she/PRON 2 nsubj | said/say/VERB 0 root | Soto/PROPN 4 nsubj | lied/lie/VERB 2 ccomp"
    changed = link_chains(scene(ANA_CAME, "rain/NOUN 2 nsubj | fell/fall/VERB 0 root", second, links={7: 5}))
    assert changed == {5: 0}
