import pytest

from onrecord.ingest.markdown import draft_from_markdown, read_markdown, split_front_matter
from onrecord.records.errors import InputError
from onrecord.records.reports import Outlet

FRONT = "---\nid: 007\ntitle: Ministry writes\noutlet: The Harbour Times\npublished: 2024-06-30\nurl: https://h.example/a\n---\n"


def test_front_matter_gives_the_fields_as_written() -> None:
    draft = draft_from_markdown(FRONT + "\nThe ministry wrote.\n")
    assert (draft.given_id, draft.title, draft.published) == ("007", "Ministry writes", "2024-06-30")
    assert (draft.outlet, draft.url, draft.text) == (
        Outlet(name="The Harbour Times"),
        "https://h.example/a",
        "The ministry wrote.",
    )


def test_first_heading_is_the_title() -> None:
    draft = draft_from_markdown("# Ministry *writes*\n\nIt wrote.\n\n## Next\n\nIt waits.")
    assert (draft.title, draft.text) == ("Ministry writes", "It wrote.\n\nNext\n\nIt waits.")


def test_heading_that_repeats_the_title_goes() -> None:
    assert draft_from_markdown(FRONT + "# Ministry writes\n\nIt wrote.").text == "It wrote."


def test_heading_other_than_the_title_stays() -> None:
    draft = draft_from_markdown(FRONT + "# A letter\n\nIt wrote.")
    assert (draft.title, draft.text) == ("Ministry writes", "A letter\n\nIt wrote.")


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        (
            "The **court** [ruled](https://c.example 'T') on <https://c.example>.",
            ["The court ruled on https://c.example."],
        ),
        ("One line\nand the next\\\nand a third", ["One line and the next\nand a third"]),
        ("- Norway\n- Chile\n\n> Quoted\n> text", ["Norway", "Chile", "Quoted text"]),
        ("| State | Vote |\n|---|---|\n| Norway | for |", ["State Vote", "Norway for"]),
        ("A ![photo](p.jpg) &amp; 5 \\* 6, snake_case_name, 2 * 3 * 4", ["A  & 5 * 6, snake_case_name, 2 * 3 * 4"]),
        ("<div>Boxed <b>text</b><script>x()</script></div>\n\nA <i>word</i><!-- no -->", ["Boxed text", "A word"]),
        ("~~Old~~ `code`\n\n***\n\n    indented", ["Old code", "indented\n"]),
    ],
)
def test_read_markdown_gives_plain_paragraphs(source: str, paragraphs: list[str]) -> None:
    assert read_markdown(source) == (None, paragraphs)


@pytest.mark.parametrize("source", ["---\nNo end of it.", "---\nA line above.\n---\nText.", "Text\n---\nid: 1\n---\n"])
def test_rules_and_headings_are_not_front_matter(source: str) -> None:
    assert split_front_matter(source) == ({}, source)


@pytest.mark.parametrize("yaml", ["title: 'open", "a: b: c", "a: " + "[" * 5000, "x: *nobody"])
def test_broken_front_matter_is_refused(yaml: str) -> None:
    with pytest.raises(InputError) as caught:
        draft_from_markdown(f"---\n{yaml}\n---\nText.")
    assert caught.value.reason == "front_matter"


def test_front_matter_makes_no_objects() -> None:
    with pytest.raises(InputError) as caught:
        draft_from_markdown("---\ntitle: !!python/object/apply:os.getcwd []\n---\nText.")
    assert caught.value.reason == "bad_field"


def test_deep_nesting_does_not_end_the_program() -> None:
    assert draft_from_markdown("> " * 5000 + "quoted\n\nThe ministry wrote.").text.endswith("The ministry wrote.")


# Each line nine times the one above it: written out they would fill any memory.
LISTS = "b0: &a0 [x]\n" + "".join(f"b{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]\n" for at in range(1, 40))


@pytest.mark.parametrize("key", ["title", "id", "url"])
def test_list_of_lists_of_lists_is_refused_without_being_written_out(key: str) -> None:
    with pytest.raises(InputError, match="found list"):
        draft_from_markdown(f"---\n{LISTS}{key}: *a39\n---\n# Strike\n\nThe port is shut.")


def test_list_of_lists_of_lists_is_no_date() -> None:
    assert draft_from_markdown(f"---\n{LISTS}published: *a39\n---\nThe port is shut.").published == "a list"


@pytest.mark.parametrize(
    ("body", "what"), [("![" * 10_001, "brackets"), ("<!--" * 10_001, "brackets"), ("|a" * 1_001, "columns")]
)
def test_marks_from_each_of_which_the_end_would_be_looked_for_are_limited(body: str, what: str) -> None:
    with pytest.raises(InputError, match=f"too many {what}: found (10|1),001, expected at most (10|1),000"):
        read_markdown(body)
