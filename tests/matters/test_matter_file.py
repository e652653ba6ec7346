import pytest

from onrecord.matters.matter_file import read_matter
from onrecord.matters.propose import matter_toml, propose_matter
from onrecord.records.errors import MatterError
from onrecord.records.matters import Alias
from tests.matters.telling import MATTER, act, reading_of

GOOD = """
id = "dredging"
title = "The dredging case"
question = "The court should order it."
parties = ["TGO", "25 countries"]

[aliases]
"Council of Ports" = ["Council"]

[[instruments]]
id = "opinion"
name = "legal opinion"
kind = "filing"
"""


def test_matter_file_is_read_with_its_defaults() -> None:
    matter = read_matter(GOOD, where="dredging.toml")
    assert (matter.parties, matter.followed) == (("TGO", "25 countries"), "all")
    assert matter.aliases == (Alias(party="Council of Ports", names=("Council",)),)
    assert matter.instrument("opinion").backing == "unclear"  # a filing may argue either way


WRONG = [
    ("title =", "titel =", "titel"),
    ('kind = "filing"', 'kind = "plea"', "instruments[0].kind"),
    ('kind = "filing"', 'kind = "filing"\ndeeds = ["run"]', "instruments[0].deeds"),
    ('kind = "filing"', 'kind = "filing"\nnames = "opinion"', "instruments[0].names"),
    ('id = "opinion"', "", "instruments[0].id"),
    ('["TGO", "25 countries"]', '"TGO"', "parties"),
    ("[[instruments]]", "[instruments]", "instruments"),
]


@pytest.mark.parametrize(("good", "bad", "key"), WRONG, ids=[case[2] for case in WRONG])
def test_error_names_the_file_the_key_and_what_was_expected(good: str, bad: str, key: str) -> None:
    with pytest.raises(MatterError) as caught:
        read_matter(GOOD.replace(good, bad, 1), where="dredging.toml")
    assert caught.value.where == f"dredging.toml, {key}"
    assert caught.value.expected


def test_what_is_no_toml_is_refused() -> None:
    with pytest.raises(MatterError, match=r"no TOML.*at dredging\.toml"):
        read_matter("id = ", where="dredging.toml")


def test_matter_comes_back_from_its_file_as_it_was() -> None:
    assert read_matter(matter_toml(MATTER), where="x") == MATTER


def test_proposed_matter_holds_what_the_reports_hold_and_can_be_read() -> None:
    filed = reading_of(
        "Togo filed a legal opinion with the Harbour Court. The Harbour Court sits in Lome.",
        act("file", "filed", ["TGO"], object="a legal opinion"),
    )
    backed = reading_of(
        "Fiji backed Ada Moss at the Harbour Court, and Togo watched.", act("support", "backed", ["FJI"], ["Ada Moss"])
    )
    matter = read_matter(matter_toml(propose_matter([filed, backed], key="dredging")), where="x")
    assert matter.parties == ("FJI", "TGO")
    assert "Harbour Court" in matter.keywords
    assert (matter.instruments[0].kind, matter.instruments[0].name) == ("filing", "opinion")
    assert matter.instruments[-1].targets == ("Ada Moss",)
    assert "TODO" in matter.question


@pytest.mark.parametrize("text", ["id = " + "[" * 100_000, "id = " + "1" * 5_000, "id = 0000-99-99"])
def test_toml_that_python_cannot_hold_is_refused(text: str) -> None:
    with pytest.raises(MatterError, match="no TOML"):
        read_matter(text, where="a.toml")
