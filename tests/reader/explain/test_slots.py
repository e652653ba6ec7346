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
    assert "whom “asked” asks" in actor.words


def test_empty_slots_tell_what_stood_in_them() -> None:
    _, explanation = explain("It/PRON 2 nsubj | condemned/condemn/VERB 0 root | noise/NOUN 2 obj")
    actor, recipient, _ = passed_of(explanation, "condemned").slots
    assert actor.words.startswith("nobody (subj: “It” (")
    assert "obj: “noise” (" in recipient.words
