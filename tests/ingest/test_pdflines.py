from onrecord.ingest.pdflines import Glyph, read_lines


def set_type(text: str, *, left: float = 0, bottom: float = 100, size: float = 10) -> list[Glyph]:
    return [
        Glyph(char=char, left=left + at * 5, right=left + at * 5 + 5, bottom=bottom, top=bottom + size)
        for at, char in enumerate(text)
    ]


END = Glyph(char="\n")


def test_lines_end_where_the_library_says_so() -> None:
    glyphs = [*set_type("The court "), END, *set_type("ruled.", bottom=85)]
    lines = list(read_lines(glyphs))
    assert [(line.text, line.bottom, line.size) for line in lines] == [("The court", 100, 10), ("ruled.", 85, 10)]


def test_number_that_points_to_a_footnote_goes_and_ends_no_line() -> None:
    raised = set_type("12", left=45, bottom=104, size=7)
    glyphs = [*set_type("The court"), *raised, END, *set_type(", it said", left=55)]
    assert [line.text for line in read_lines(glyphs)] == ["The court, it said"]


def test_number_on_the_line_stays() -> None:
    assert [line.text for line in read_lines(set_type("25 states"))] == ["25 states"]


def test_hyphen_ends_a_line_only_where_the_next_one_starts_below() -> None:
    hyphen = Glyph(char="-", left=45, right=50, bottom=100, top=110, is_hyphen=True)
    lines = list(read_lines([*set_type("The gover"), hyphen, *set_type("nment", bottom=85)]))
    assert [(line.text, line.is_cut) for line in lines] == [("The gover-", True), ("nment", False)]
    (line,) = read_lines([*set_type("The non"), hyphen, *set_type("state", left=50)])
    assert line.text == "The non-state"


def test_nothing_gives_no_line() -> None:
    assert list(read_lines([END, *set_type("  "), END])) == []
