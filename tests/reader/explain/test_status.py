from tests.reader.explain.explaining import ASKED, act_of, explain

NOT_REFUSED = (
    "Chad/PROPN 4 nsubj | did/do/AUX 4 aux | not/PART 4 advmod Polarity=Neg | refuse/VERB 0 root VerbForm=Inf"
    " | to/PART 6 mark | condemn/VERB 4 xcomp VerbForm=Inf | Peru/PROPN 6 obj"
)
QUESTION = (
    "Peru/PROPN 2 nsubj | asked/ask/VERB 0 root | whether/SCONJ 5 mark | Chad/PROPN 5 nsubj"
    " | condemned/condemn/VERB 2 ccomp | Mali/PROPN 5 obj"
)


def test_steps_go_outwards_with_the_line_behind_each() -> None:
    reading, explanation = explain(NOT_REFUSED)
    steps = act_of(explanation, "condemn").status
    told = [(step.span.of(reading.report.text), step.gives, step.so_far) for step in steps]
    assert told == [("refuse", "negated", "negated"), ("not", "negated", "actual")]
    assert steps[0].governs == 5
    assert steps[1].governs is None
    assert [step.line is not None and step.line.text.split("\t")[0] for step in steps] == ["refuse", "not"]


def test_act_that_embeds_another_gives_the_line_of_actions() -> None:
    (step,) = act_of(explain(ASKED)[1], "investigate").status
    assert step.line is not None
    assert (step.line.key, step.gives) == ("verb:ask#request", "requested")


def test_status_without_a_word_says_where_the_reader_stopped() -> None:
    rows = (
        "Mali/PROPN 2 nsubj | said/say/VERB 0 root | Chad/PROPN 4 nsubj | condemned/condemn/VERB 2 ccomp"
        " | Peru/PROPN 4 obj"
    )
    words = act_of(explain(rows)[1], "condemned").status_words
    assert words == "no word gives another status, so it is told as done; the next word out, “said”, gives none"


def test_open_question_is_told() -> None:
    act = act_of(explain(QUESTION)[1], "condemned")
    assert act.act.status == "possible"
    assert "an open question" in act.status_words


def test_rule_without_a_line_has_its_words() -> None:
    rows = "No/DET 2 det | state/NOUN 3 nsubj | condemned/condemn/VERB 0 root | Peru/PROPN 3 obj"
    (step,) = act_of(explain(rows)[1], "condemned").status
    assert (step.gives, step.line) == ("negated", None)
    assert "no state, nobody" in step.words
