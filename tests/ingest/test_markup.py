from onrecord.ingest.markup import markup_paragraphs

LETTER = """\
<html><head><title>Briefing</title><style>td {color: red}</style></head><body>
<div style="display:none; max-height:0">Ministers meet.</div>
<table><tr><td><h2>Freedonia asks</h2><p>Freedonia <b>asked</b> 25 countries,
<a href="https://h.example/1">officials said</a>.</p></td></tr></table>
<table><tr><td>Port workers walked out.<br><br>Talks failed&nbsp;again.</td><td hidden>No.</td></tr></table>
<!-- not shown --><script>x()</script>
"""


def test_paragraphs_come_in_the_order_of_the_source() -> None:
    assert markup_paragraphs(LETTER) == [
        "Freedonia asks",
        "Freedonia asked 25 countries, officials said.",
        "Port workers walked out.",
        "Talks failed again.",
    ]


def test_words_after_what_is_not_shown_are_kept() -> None:
    assert markup_paragraphs("<p>The court <span hidden>not</span>ruled.</p>") == ["The court ruled."]


def test_deep_nesting_does_not_end_the_batch() -> None:
    assert markup_paragraphs("<div>" * 1000 + "The court ruled." + "</div>" * 1000) == ["The court ruled."]


def test_nothing_gives_nothing() -> None:
    assert markup_paragraphs(" ") == []
    assert markup_paragraphs("<!-- -->") == []
