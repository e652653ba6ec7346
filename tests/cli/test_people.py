from pathlib import Path

import pytest

from onrecord.web.guard.people_file import PeopleFile
from tests.cli.conftest import Run


def test_token_goes_to_stdout_alone_and_the_file_has_its_hash(run: Run) -> None:
    result = run("people", "add", "Ada Fenn", "--role", "reviewer")
    assert result.exit_code == 0
    token = result.stdout.strip()
    assert token not in result.stderr
    assert token not in Path("people.toml").read_text("utf-8")
    person = PeopleFile("people.toml").find(token)
    assert person is not None
    assert (person.name, person.role) == ("Ada Fenn", "reviewer")


def test_people_are_listed_without_their_hashes_and_removed(run: Run) -> None:
    for name, role in (("Ada Fenn", "reviewer"), ("Ben Oake", "reader")):
        run("people", "add", name, "--role", role, "--file", "desk.toml")
    shown = run("people", "list", "--file", "desk.toml").stdout
    assert "Ada Fenn" in shown
    assert shown.endswith("2 people in desk.toml\n")
    assert str(PeopleFile("desk.toml").everybody()[0].token_sha256) not in shown
    assert run("people", "remove", "Ada Fenn", "--file", "desk.toml").stderr == "Ada Fenn is no longer in desk.toml\n"
    assert "Ada Fenn" not in run("people", "list", "--file", "desk.toml").stdout


def test_missing_person_or_file_ends_with_its_own_code(run: Run) -> None:
    assert run("people", "remove", "Ada Fenn").exit_code == 3
    run("people", "add", "Ada Fenn", "--role", "reader")
    result = run("people", "add", "Ada Fenn", "--role", "reader")
    assert result.exit_code == 3
    assert "is there already" in result.stderr


@pytest.mark.parametrize("options", [("--host", "0.0.0.0"), ("--host-name", "desk.example"), ("--https",)])  # noqa: S104
def test_serving_others_without_people_is_called_wrongly(run: Run, options: tuple[str, ...]) -> None:
    run("add", "one.txt")
    result = run("serve", *options)
    assert result.exit_code == 2
    assert "--people FILE" in result.stderr


def test_nobody_judges_for_another_where_people_sign_in(run: Run) -> None:
    run("add", "one.txt")
    run("people", "add", "Ada Fenn", "--role", "reader")
    result = run("serve", "--people", "people.toml", "--by", "Ben Oake")
    assert result.exit_code == 2
    assert "leave out --by" in result.stderr


def test_missing_people_file_is_told_with_the_way_to_start_one(run: Run) -> None:
    run("add", "one.txt")
    result = run("serve", "--people", "people.toml")
    assert result.exit_code == 3
    assert "onrecord people add NAME" in result.stderr
