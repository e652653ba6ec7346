import pytest

from onrecord.ingest.webpage import draft_from_webpage
from onrecord.records.errors import InputError
from onrecord.records.reports import Outlet

CANONICAL = '<link rel="canonical" href="https://www.harbourtimes.example/politics/letters">'
HEAD = (
    '<title>Letters sent</title><meta property="og:site_name" content="The Harbour Times">'
    '<meta name="author" content="Ada Fenn"><meta name="date" content="2024-06-30">' + CANONICAL
)
BODY = (
    "<nav><a href='/'>Home</a><a href='/world'>World</a></nav><article><h1>Letters sent</h1>"
    "<p>The ministry said it had written to <b>25</b> foreign ministers.</p>"
    "<p>“No state has filed,” an official told <i>The Harbour Times</i>.</p></article><footer>Contact</footer>"
)
TEXT = (
    "The ministry said it had written to 25 foreign ministers.\n\n"
    "“No state has filed,” an official told The Harbour Times."
)


def page(head: str = HEAD, body: str = BODY, lang: str = "en-GB") -> str:
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'


def test_page_gives_the_article_and_what_it_says_of_itself() -> None:
    draft = draft_from_webpage(page())
    assert draft.text == TEXT
    assert (draft.title, draft.byline, draft.language) == ("Letters sent", "Ada Fenn", "en-GB")
    assert draft.outlet == Outlet(name="The Harbour Times", domain="harbourtimes.example")
    assert draft.url == "https://www.harbourtimes.example/politics/letters"
    assert (draft.published, draft.basis) == ("2024-06-30", "metadata")


def test_site_that_names_itself_by_its_host_only_has_no_name() -> None:
    assert draft_from_webpage(page(head=CANONICAL)).outlet == Outlet(domain="harbourtimes.example")


def test_host_with_its_port_is_no_name_either() -> None:
    draft = draft_from_webpage(page(head=""), url="http://h.example:8000/a")
    assert draft.outlet == Outlet(domain="h.example")


@pytest.mark.parametrize(
    ("fetched", "url"),
    [
        ("https://m.harbourtimes.example/x?utm=1", "https://www.harbourtimes.example/politics/letters"),
        ("https://portal.example/copy", "https://portal.example/copy"),
    ],
)
def test_canonical_address_counts_on_the_same_host_only(fetched: str, url: str) -> None:
    assert draft_from_webpage(page(), url=fetched).url == url


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "//", "data:text/html,x"])
def test_canonical_address_that_is_no_web_address_is_not_taken(link: str) -> None:
    assert draft_from_webpage(page(head=f'<link rel="canonical" href="{link}">')).url is None


def test_scripts_and_styles_are_no_text() -> None:
    hostile = (
        "<script>document.write('<p>Denied.</p>')</script><style>p{}</style><p onclick='x()'>The court ruled on it.</p>"
    )
    text = draft_from_webpage(page(body=f"<article>{hostile}<template><p>Hidden</p></template></article>")).text
    assert text == "The court ruled on it."


@pytest.mark.parametrize("tag", ["div", "b", "li", "table"])
def test_deep_nesting_ends_in_a_text_or_a_refusal(tag: str) -> None:
    source = page(body=f"<{tag}>" * 4000 + "<p>The court ruled.</p>")
    try:
        text = draft_from_webpage(source).text
    except InputError:
        text = None
    assert text in ("The court ruled.", None)


@pytest.mark.parametrize(
    "source", ["", "<html></html>", page(body="<nav><a href='/'>Home</a></nav><script>x</script>")]
)
def test_page_without_running_text_is_refused(source: str) -> None:
    with pytest.raises(InputError) as caught:
        draft_from_webpage(source)
    assert caught.value.reason == "no_article"
