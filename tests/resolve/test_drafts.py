from onrecord.resolve.drafts import Drafts
from onrecord.resolve.found import Found


def body(name: str) -> Found:
    return Found(kind="organisation", name=name, rule="test", key=f"organisation {name}")


def test_short_name_is_that_of_the_first_body_which_it_opens_or_abbreviates() -> None:
    drafts = Drafts()
    council = drafts.take(body("Harbour Master Council"), 0)
    drafts.take(body("Harbour Master Court"), 5)
    taken = [drafts.take(body(name), 9) for name in ("Harbour", "Harbour Master", "HMC", "H.M.C.")]
    assert all(draft is council for draft in taken)


def test_name_that_only_begins_with_the_same_letters_is_another_body() -> None:
    drafts = Drafts()
    council = drafts.take(body("Harbour Master Council"), 0)
    assert drafts.take(body("Harb"), 9) is not council
    assert drafts.take(body("HM"), 9) is not council
