from tests.reader.explain.explaining import ASKED, act_of, explain, passed_of

PASSIVE = (
    "Gabon/PROPN 3 nsubj:pass | was/be/AUX 3 aux:pass | invaded/invade/VERB 0 root Voice=Pass | by/ADP 5 case"
    " | Chad/PROPN 3 obl:agent | and/CCONJ 7 cc | Peru/PROPN 5 conj"
)


def test_slot_names_where_the_party_stood() -> None:
    reading, explanation = explain(ASKED)
    actor, recipient, told = act_of(explanation, "asked").slots
    assert (actor.role, actor.slot, actor.parties) == ("actor", "subj", reading.acts[0].actors)
    assert (recipient.slot, [span.of(reading.report.text) for span in recipient.spans]) == ("obj", ["Peru"])
    assert (told.role, told.slot, told.token) == ("object", "xcomp", 4)


def test_slot_of_a_passive_tells_both_parties_of_its_phrase() -> None:
    reading, explanation = explain(PASSIVE)
    actor, recipient, _ = act_of(explanation, "invaded").slots
    assert [span.of(reading.report.text) for span in actor.spans] == ["Chad", "Peru"]
    assert actor.words == "the subject (the by-phrase of a passive)"
    assert recipient.words == "the object (the subject of a passive)"


def test_actor_whom_another_word_gives_is_told_with_that_word() -> None:
    reading, explanation = explain(ASKED)
    actor = act_of(explanation, "investigate").slots[0]
    assert (actor.slot, actor.parties) == (None, reading.acts[1].actors)
    assert "“asked”, names who is to do it" in actor.words


def test_empty_slots_tell_what_stood_in_them() -> None:
    _, explanation = explain("It/PRON 2 nsubj | condemned/condemn/VERB 0 root | noise/NOUN 2 obj")
    actor, recipient, _ = passed_of(explanation, "condemned").slots
    assert actor.words.startswith("nobody (subj: “It” (")
    assert "obj: “noise” (" in recipient.words


PAIRS = (
    "Fiji/PROPN 4 nsubj | and/CCONJ 3 cc | Samoa/PROPN 1 conj | sued/sue/VERB 0 root | Tonga/PROPN 4 obj"
    " | and/CCONJ 7 cc | Vanuatu/PROPN 5 conj | respectively/ADV 4 advmod"
)


def test_slots_of_a_pair_tell_which_belong_to_another_act() -> None:
    reading, explanation = explain(PAIRS)
    told = [[slot.spans[0].of(reading.report.text) for slot in each.slots[:2]] for each in explanation.acts]
    assert told == [["Fiji", "Tonga"], ["Samoa", "Vanuatu"]]
    assert explanation.acts[1].slots[0].words == "the subject; left out: Fiji, told of another act of this word"


def test_recipient_whom_the_text_before_gives_is_told_by_its_rule() -> None:
    rows = (
        "Chad/PROPN 2 nsubj | invaded/invade/VERB 0 root | Mali/PROPN 2 obj | and/CCONJ 6 cc | Peru/PROPN 6 nsubj"
        " | condemned/condemn/VERB 2 conj | the/DET 8 det | invasion/NOUN 6 obj"
    )
    reading, explanation = explain(rows)
    recipient = act_of(explanation, "condemned").slots[1]
    assert recipient.parties == reading.acts[0].actors
    assert (recipient.slot, "said or done to what others did" in recipient.words) == (None, True)


def test_noun_that_its_verbs_subject_receives_tells_both() -> None:
    rows = "Laos/PROPN 2 nsubj | earned/earn/VERB 0 root | praise/NOUN 2 obj | from/ADP 5 case | Vietnam/PROPN 2 obl"
    actor, recipient, _ = act_of(explain(rows)[1], "praise").slots
    assert (actor.slot, recipient.slot) == ("giver", "receiver")
