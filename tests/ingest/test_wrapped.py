from onrecord.ingest.wrapped import unwrap

WRAPPED = """\
FOR IMMEDIATE RELEASE

The ministry of transport of Freedonia said on Monday that the talks
with the union of port workers had failed,
and that it would file an appeal.
The union declined to comment.

- Port Harbour
- Lakeside
"""


def test_wrapped_lines_are_joined_and_meant_breaks_stay() -> None:
    assert unwrap(WRAPPED).split("\n\n") == [
        "FOR IMMEDIATE RELEASE",
        "The ministry of transport of Freedonia said on Monday that the talks with the union of port workers had"
        " failed, and that it would file an appeal.",
        "The union declined to comment.",
        "- Port Harbour",
        "- Lakeside",
    ]


def test_text_that_was_never_wrapped_is_left_as_it_is() -> None:
    long = "The ministry of transport of Freedonia said that the talks had failed. " * 3
    assert unwrap(f"{long}\n{long}\nIt waits.").split("\n\n") == [long.strip(), long.strip(), "It waits."]
    assert unwrap("Norway: for\nChile: against").split("\n\n") == ["Norway: for", "Chile: against"]


def test_one_long_address_does_not_hide_where_the_text_was_wrapped() -> None:
    address = "https://harbourtimes.example/" + "a" * 100
    assert unwrap(f"{WRAPPED}\n{address}\n") == f"{unwrap(WRAPPED)}\n\n{address}"
