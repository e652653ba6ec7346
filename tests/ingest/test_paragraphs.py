from xml.etree import ElementTree

from onrecord.ingest.paragraphs import read_paragraphs


def test_blocks_breaks_and_rows_are_paragraphs() -> None:
    body = ElementTree.fromstring(  # noqa: S314 - written here
        "<body><head>What next</head><p>The <hi>court</hi> ruled,<lb/>it said.</p>"
        "<list><item>Norway</item><item>Chile</item></list>"
        "<table><row><cell>Peru</cell><cell>for</cell></row></table><quote>Bare <p>inner</p> tail</quote></body>"
    )
    assert read_paragraphs(body) == [
        "What next", "The court ruled,", "it said.", "Norway", "Chile", "Peru for", "Bare", "inner", "tail",
    ]  # fmt: skip


def test_pictures_and_comments_have_no_text() -> None:
    body = ElementTree.fromstring("<body><p>One<!-- hidden --> and<graphic alt='x'>y</graphic> two</p></body>")  # noqa: S314 - written here
    assert read_paragraphs(body) == ["One and two"]
