import pytest
from trafilatura.utils import load_html

from onrecord.ingest.pagedates import find_page_date

ARTICLE = (
    '<script type="application/ld+json">'
    '{"@graph":[{"@type":"NewsArticle","datePublished":"2024-06-30T08:00Z"}]}</script>'
)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('<meta property="article:published_time" content="2024-06-30T10:00:00Z">', ("2024-06-30", "metadata")),
        ('<meta name="DC.date.issued" content="2024-06-30">', ("2024-06-30", "metadata")),
        (ARTICLE, ("2024-06-30", "metadata")),
        ('<time datetime="2024-06-30T08:00">Sunday</time>', ("2024-06-30", "page")),
        (
            '<time datetime="2024-07-02">x</time><time itemprop="datePublished" datetime="2024-06-30">',
            ("2024-06-30", "page"),
        ),
    ],
)
def test_find_page_date_says_where_it_was_found(source: str, found: tuple[str, str]) -> None:
    assert find_page_date(load_html(f"<html><body>{source}<p>x</p></body></html>")) == found


@pytest.mark.parametrize(
    "source",
    [
        "<p>The letters were sent on 30 June 2024.</p>",
        "<h1>Statement of 2024-06-30</h1>",
        '<meta property="article:modified_time" content="2024-07-02">',
        '<meta name="copyrightyear" content="2024">',
        '<time datetime="2024-06-30">a</time><time datetime="2024-07-02">b</time>',
        '<script type="application/ld+json">{"@type":"Comment","datePublished":"2024-06-30"}</script>',
        '<script type="application/ld+json">{broken</script>',
        '<meta name="date" content="05/06/2024">',
    ],
)
def test_find_page_date_does_not_pass_off_another_date(source: str) -> None:
    assert find_page_date(load_html(f"<html><body>{source}<p>x</p></body></html>")) == (None, "none")


def test_linked_data_nested_deeper_than_python_goes_is_passed_over() -> None:
    graph = '{"@graph":' * 900 + "1" + "}" * 900
    head = f'<head><script type="application/ld+json">{graph}</script></head>'
    source = f'<html>{head}<body><p>Strike</p><time datetime="2024-06-30"></time></body></html>'
    assert find_page_date(load_html(source)) == ("2024-06-30", "page")
