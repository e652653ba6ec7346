import stat
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from onrecord.records.errors import PeopleError
from onrecord.web.guard.people_file import PeopleFile, add_person, read_people, remove_person

DAY = date(2026, 11, 25)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "people.toml"


def test_added_person_is_found_by_token_which_the_file_does_not_hold(path: Path) -> None:
    token = add_person(path, "Ada Fenn", "reviewer", DAY)
    person = PeopleFile(path).find(token)
    assert person is not None
    assert (person.name, person.role, person.added) == ("Ada Fenn", "reviewer", "2026-11-25")
    assert token not in path.read_text("utf-8")
    assert sha256(token.encode()).hexdigest() in path.read_text("utf-8")


def test_tokens_are_long_and_differ(path: Path) -> None:
    tokens = {add_person(path, name, "reader", DAY) for name in ("Ada", "Ben", "Cy")}
    assert len(tokens) == 3
    assert min(map(len, tokens)) >= 43  # 256 bits


def test_file_is_for_its_owner_alone(path: Path) -> None:
    add_person(path, "Ada Fenn", "reader", DAY)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_comments_outlive_adding_and_removing(path: Path) -> None:
    path.write_text("# the desk in Lakeside\n", "utf-8")
    add_person(path, "Ada Fenn", "reader", DAY)
    add_person(path, "Ben Oake", "reader", DAY)
    remove_person(path, "Ada Fenn")
    assert [each.name for each in read_people(path)] == ["Ben Oake"]
    assert "# the desk in Lakeside" in path.read_text("utf-8")


def test_file_of_which_the_last_person_is_removed_can_be_added_to(path: Path) -> None:
    add_person(path, "Ada Fenn", "reader", DAY)
    remove_person(path, "Ada Fenn")
    assert read_people(path) == ()
    assert PeopleFile(path).find(add_person(path, "Ada Fenn", "reviewer", DAY))


def test_person_who_is_there_already_is_not_added_again(path: Path) -> None:
    add_person(path, "Ada Fenn", "reader", DAY)
    with pytest.raises(PeopleError, match="there already"):
        add_person(path, "Ada Fenn", "reviewer", DAY)


@pytest.mark.parametrize("name", ["", " ", " Ada", "Ada\nFenn", "Ada\u202eFenn", "a" * 81])
def test_odd_name_is_refused_and_nothing_is_written(path: Path, name: str) -> None:
    with pytest.raises(PeopleError, match="no name"):
        add_person(path, name, "reader", DAY)
    assert not path.exists()


def test_removed_person_is_found_no_more_by_a_file_that_is_open(path: Path) -> None:
    token = add_person(path, "Ada Fenn", "reader", DAY)
    people = PeopleFile(path)
    assert people.find(token)
    remove_person(path, "Ada Fenn")
    assert people.find(token) is None


def test_person_added_later_is_found_by_a_file_that_is_open(path: Path) -> None:
    add_person(path, "Ada Fenn", "reader", DAY)
    people = PeopleFile(path)
    assert people.find(add_person(path, "Ben Oake", "reader", DAY))


@pytest.mark.parametrize("text", ["[[people]\n", 'role = "reader"\n', '[[people]]\nname = "Ada"\nrole = "owner"\n'])
def test_file_that_breaks_later_lets_nobody_in(path: Path, text: str) -> None:
    token = add_person(path, "Ada Fenn", "reader", DAY)
    people = PeopleFile(path)
    path.write_text(text, "utf-8")
    assert people.find(token) is None
    assert str(path) in (people.wrong or "")


def test_file_that_is_gone_lets_nobody_in(path: Path) -> None:
    token = add_person(path, "Ada Fenn", "reader", DAY)
    people = PeopleFile(path)
    path.unlink()
    assert people.find(token) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[people]]\nname = "Ada"\nrole = "reader"\n', "no hash of a token"),
        ('[[people]]\nname = "Ada"\nrole = "reader"\ntoken_sha256 = "secret"\n', "no hash of a token"),
        (f'[[people]]\nname = "Ada"\nrole = "chief"\ntoken_sha256 = "{"a" * 64}"\n', "no such role"),
        (f'[[people]]\nrole = "reader"\ntoken_sha256 = "{"a" * 64}"\n', "no name"),
        (f'[[people]]\nname = "Ada"\nrole = "reader"\ntoken = "x"\ntoken_sha256 = "{"a" * 64}"\n', "no person"),
        ("people = 3\n", "no people file"),
        ("\0", "no TOML"),
    ],
)
def test_what_is_wrong_with_a_file_is_named_and_no_value_of_a_token(path: Path, text: str, words: str) -> None:
    path.write_text(text, "utf-8")
    with pytest.raises(PeopleError, match=words) as caught:
        PeopleFile(path)
    assert "secret" not in str(caught.value)


def test_two_people_of_one_name_are_refused(path: Path) -> None:
    one = '[[people]]\nname = "Ada"\nrole = "reader"\ntoken_sha256 = "{}"\n'
    path.write_text(one.format("a" * 64) + one.format("b" * 64), "utf-8")
    with pytest.raises(PeopleError, match="two people with one name"):
        PeopleFile(path)


def test_missing_file_says_how_to_start_one(path: Path) -> None:
    with pytest.raises(PeopleError, match="onrecord people add NAME"):
        PeopleFile(path)


def test_person_who_is_not_there_is_not_removed(path: Path) -> None:
    add_person(path, "Ada Fenn", "reader", DAY)
    with pytest.raises(PeopleError, match="no Ben Oake there"):
        remove_person(path, "Ben Oake")
