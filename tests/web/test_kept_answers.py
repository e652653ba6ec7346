from onrecord.web.kept_answers import KeptAnswers


def test_an_answer_is_made_once_for_each_tag() -> None:
    kept, made = KeptAnswers[int](8), list[int]()

    def make() -> int:
        made.append(1)
        return 7

    assert [kept.get_or("a", make), kept.get_or("a", make), kept.get_or("b", make)] == [7, 7, 7]
    assert len(made) == 2


def test_the_answers_that_were_asked_for_last_are_kept() -> None:
    kept = KeptAnswers[str](2)
    for tag in ("a", "b", "a", "c"):
        kept.get_or(tag, lambda: "first")
    assert kept.get_or("a", lambda: "again") == "first"
    assert kept.get_or("b", lambda: "again") == "again"


def test_what_does_not_fit_is_made_each_time() -> None:
    kept = KeptAnswers[str](8, lambda answer: len(answer) < 3)
    assert kept.get_or("a", lambda: "long") == "long"
    assert kept.get_or("a", lambda: "other") == "other"
