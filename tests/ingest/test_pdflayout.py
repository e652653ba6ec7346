from onrecord.ingest.pdf import draft_from_pdf
from tests.ingest.printed import Words, column, pdf

FIRST = (
    "The ministry of transport of Freedonia said on Monday that the talks with the union",
    "of port workers had failed, and that it would file an appeal with the high court on",
    "Friday.",
)
SECOND = (
    "The union declined to comment on the appeal of the ministry, which it has not seen",
    "so far.",
)


def paragraphs(*pages: list[Words]) -> list[str]:
    return draft_from_pdf(pdf(*pages)).text.split("\n\n")


def test_paragraphs_end_at_a_short_line() -> None:
    assert paragraphs(column([*FIRST, *SECOND])) == [" ".join(FIRST), " ".join(SECOND)]


def test_paragraphs_end_at_a_gap() -> None:
    lower = column(SECOND, top=760 - 2.2 * 11 - 1 * 13.75)
    assert paragraphs([*column(FIRST[:2]), *lower]) == [" ".join(FIRST[:2]), " ".join(SECOND)]


def test_paragraphs_begin_at_an_indent_and_items_of_a_list_may_hang() -> None:
    lines = column([*FIRST[:2], *SECOND])
    indented = [line._replace(x=80) if at == 2 else line for at, line in enumerate(lines)]
    assert paragraphs(indented) == [" ".join(FIRST[:2]), " ".join(SECOND)]
    hanging = [lines[0], lines[1]._replace(x=80), Words("Friday.", 732.5, x=80)]
    assert paragraphs(hanging) == [" ".join(FIRST)]


def test_heading_is_a_paragraph_of_its_own() -> None:
    heading = "Talks with the union of port workers have failed, ministry says"
    assert paragraphs([Words(heading, 780, size=16), *column(FIRST)]) == [heading, " ".join(FIRST)]


def test_paragraph_goes_on_over_the_end_of_a_page_and_past_a_footnote() -> None:
    note = column(["1 See the letter of 12 June."], top=110, size=8)
    assert paragraphs([*column(FIRST[:2]), *note], column(FIRST[2:])) == [
        " ".join(FIRST),
        "1 See the letter of 12 June.",
    ]


def test_paragraph_that_ends_with_its_page_ends() -> None:
    assert paragraphs(column(FIRST), column(SECOND)) == [" ".join(FIRST), " ".join(SECOND)]


def test_columns_are_read_one_after_the_other() -> None:
    left = column(["The union of port", "workers declined", "to comment."])
    right = column(["The ministry said", "that it would file", "an appeal."], x=320)
    assert paragraphs([*left, *right]) == [
        "The union of port workers declined to comment.",
        "The ministry said that it would file an appeal.",
    ]


def test_running_heads_and_page_numbers_go() -> None:
    pages = [
        [Words(f"FRE-01/18 30-06-2024 {page}/3", 815, size=8), *column(lines), Words(f"Page {page} of 3", 30, size=8)]
        for page, lines in enumerate((FIRST, SECOND, ["It waits."]), 1)
    ]
    assert paragraphs(*pages) == [" ".join(FIRST), " ".join(SECOND), "It waits."]


def test_word_that_a_hyphen_cut_is_made_whole() -> None:
    lines = column([
        "The position of the ministry of transport and of the whole well-known govern-",
        "ment is known, and the envoys were told so by the ministers and by the non-",
        "resident envoy.",
    ])  # fmt: skip
    assert paragraphs(lines) == [
        "The position of the ministry of transport and of the whole well-known government is known, and the envoys were"
        " told so by the ministers and by the non-resident envoy."
    ]
