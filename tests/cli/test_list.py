"""`onrecord list`: lists from files and pasted, on a real ledger in an empty folder."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_matter_commands import MATTER
from tests.ingest.workbooks import make_workbook

PASTED = "Signatories:\n1. Fiji\n2. Congo\n3. Iran (Islamic Republic of)\n4. Atlantis\n5. FIJI\n"
BY = ("--by", "Ada Fenn")
SAID = ("--matter", "letters.toml", "--stage", "signed", "--title", "Annex", *BY)


@pytest.fixture
def here(run: Run) -> Run:
    """A folder with a matter file and a pasted list; the matter has one instrument."""
    Path("letters.toml").write_text(MATTER, encoding="utf-8")
    Path("annex.txt").write_text(PASTED, encoding="utf-8")
    return run


ADDED = """\

Annex
  letters · opinion · signed · unclear
  Mission of Fiji · published 14 June 2024
  given by Ada Fenn, from annex.txt
  names 2 parties, 2 names not resolved; 4 where the headline says 5: 1 too few

Not resolved
  line 3  2. Congo: may be Congo (COG) or Democratic Republic of the Congo (COD)
  line 5  4. Atlantis: no known party has this name

Named more than once, counted once
  Fiji (FJI): line 2 1. Fiji, line 6 5. FIJI

Rows without a name
  line 1

Named
  Fiji (FJI), Iran (IRN)
"""


def test_added_list_shows_what_is_not_settled(here: Run) -> None:
    result = here(
        "list", "add", "annex.txt", *SAID, "--headline", "5", "--publisher", "Mission of Fiji",
        "--published", "2024-06-14",
    )  # fmt: skip
    assert (result.exit_code, result.stdout) == (1, ADDED)
    assert "list 1 by Ada Fenn, in onrecord.db (the default)\n" in result.stderr
    assert "annex.txt: names 2 parties, 2 names not resolved; 4 where the headline says 5" in result.stderr


def test_pasted_list_becomes_positions_with_its_provenance(here: Run) -> None:
    given = ("--as", "Congo", "COG", "--headline", "3", "--happened", "2024-06-13", "--published", "2024-06-14")
    assert here("list", "add", "-", *SAID, *given, stdin="Fiji, Congo and Peru").exit_code == 0
    table = json.loads(here("positions", "letters.toml", "--json").stdout)
    steps = [position["steps"][0] for position in table["positions"]]
    assert [(step["party"]["key"], step["stage"], step["quote"], step["act"]) for step in steps] == [
        ("COG", "signed", "Congo", "name 2"),
        ("FJI", "signed", "Fiji", "name 1"),
        ("PER", "signed", "Peru", "name 3"),
    ]
    assert (steps[0]["list"], steps[0]["report"], steps[0]["outlet"]) == (1, "list:1", "Annex")
    assert steps[0]["time"]["to"] == "2024-06-13"
    assert (table["lists"][0]["count"], table["lists"][0]["headline"]) == (3, 3)


def test_positions_show_a_list_in_one_row_and_what_it_lacks(here: Run) -> None:
    here("list", "add", "annex.txt", *SAID, "--headline", "5")
    shown = here("positions", "letters.toml").stdout
    assert "From 0 reports and 1 list\n" in shown
    assert "  Fiji, Iran · signed · unclear\n" in shown
    assert "legal opinion [filing]: signed · unclear; names 4 where the headline says 5\n" in shown
    assert "not resolved: 2. Congo (line 3), 4. Atlantis (line 5)\n" in shown


def test_workbook_and_csv_are_read(here: Run) -> None:
    Path("annex.xlsx").write_bytes(make_workbook({"Annex": [("State",), ("Peru",)]}))
    Path("annex.csv").write_text("State;Signed\nFiji;2024-06-14\n", encoding="utf-8")
    assert "Peru (PER)" in here("list", "add", "annex.xlsx", *SAID).stdout
    assert here("list", "add", "annex.csv", *SAID, "--days", "Signed").exit_code == 0
    [_, line] = here("list", "show", "--json").stdout.splitlines()
    [row] = json.loads(line)["list"]["rows"]
    assert (row["place"], row["written"], row["happened"]) == ("A2", "Fiji", "2024-06-14")


def test_same_list_is_there_already(here: Run) -> None:
    here("list", "add", "annex.txt", *SAID)
    assert "list 1 is there already" in here("list", "add", "annex.txt", *SAID).stderr


def test_dry_run_changes_nothing_and_needs_no_name(here: Run) -> None:
    result = here("list", "add", "annex.txt", *SAID[:-2], "--dry-run")
    assert "Not resolved" in result.stdout
    assert not Path("onrecord.db").exists()


def test_list_that_is_replaced_or_withdrawn_makes_no_positions(here: Run) -> None:
    here("list", "add", "annex.txt", *SAID)
    here("list", "add", "-", *SAID, "--replaces", "1", stdin="Peru")
    assert "  Peru · signed" in here("positions", "letters.toml").stdout
    assert here("list", "withdraw", "2", *BY, "--why", "of another statement").exit_code == 0
    shown = here("list", "show").stdout
    assert "  replaced by list 2\n" in shown
    assert "  withdrawn by Ada Fenn: of another statement\n" in shown
    assert "Peru" not in here("positions", "letters.toml").stdout
    assert "Peru (PER)" in here("list", "show", "2").stdout


def test_organisations_are_taken_by_the_names_that_they_have(here: Run) -> None:
    result = here("list", "add", "-", *SAID, "--of", "organisation", stdin="Harbour Legal Aid\nFjord Watch\n")
    assert (result.exit_code, "Harbour Legal Aid, Fjord Watch" in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("annex.txt", *SAID[:-2]), 2, "Who says so? Give --by NAME"),
        (
            ("annex.txt", *SAID, "--instrument", "vote"),
            2,
            "no instrument 'vote'. Give --instrument with one of: opinion",
        ),
        (("annex.txt", *SAID, "--as", "Kongo", "COG"), 2, "The list has no name 'Kongo'"),
        (
            ("annex.txt", *SAID, "--as", "Congo", "Congo"),
            2,
            "may be Congo (COG), Democratic Republic of the Congo (COD)",
        ),
        (("annex.txt", *SAID, "--as", "Congo", "Nowhere"), 2, "is no party that is known here"),
        (("annex.txt", *SAID, "--replaces", "4"), 3, "no list 4 in the ledger"),
        (("none.txt", *SAID), 3, "the list cannot be read at none.txt: found No such file"),
        (("heads.txt", *SAID), 3, "no names in the list at heads.txt"),
    ],
)
def test_what_cannot_be_put_in_says_why(here: Run, args: tuple[str, ...], code: int, said: str) -> None:
    Path("heads.txt").write_text("Signatories:\n", encoding="utf-8")
    result = here("list", "add", *args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


def test_matter_of_several_instruments_wants_one(here: Run) -> None:
    text = MATTER + '\n[[instruments]]\nid = "statement"\nname = "joint statement"\nkind = "statement"\n'
    Path("letters.toml").write_text(text, encoding="utf-8")
    result = here("list", "add", "annex.txt", *SAID)
    assert "Which instrument is the list about? Give --instrument with one of: opinion, statement." in result.stderr
    assert "statement · signed · for" in here("list", "add", "annex.txt", *SAID, "--instrument", "statement").stdout


def test_list_of_no_number_and_empty_ledgers_say_so(here: Run) -> None:
    here("add", "one.txt")
    assert here("list", "show").stdout == "Nobody has put in a list yet in onrecord.db.\n"
    assert here("list", "show", "7").exit_code == 3
    assert here("list", "withdraw", "7", *BY, "--why", " ").exit_code == 2
