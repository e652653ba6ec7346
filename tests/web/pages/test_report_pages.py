import re

from starlette.testclient import TestClient

from onrecord.web.app import create_app
from tests.web.conftest import MakeSite


def test_report_shows_who_says_a_passage_and_whom_they_cite(client: TestClient) -> None:
    page = client.get("/reports/demo-07").text
    passage = re.search(r'<mark class="said depth-1[^"]*" data-att="(\w+)" data-chain="\1 (\w+)">', page)
    assert passage is not None
    assert f'<mark class="said depth-0 hue-0" data-att="{passage.group(2)}"' in page


def test_acts_stand_beside_the_paragraph_of_their_word(client: TestClient) -> None:
    page = client.get("/reports/demo-07").text
    for paragraph in page.split('<div class="para">')[1:]:
        words, beside = paragraph.split('<div class="acts">')
        assert re.findall(r'id="at-(\w+)"', words) == re.findall(r'<article class="act" id="(\w+)"', beside)


def test_act_tells_its_status_and_who_is_cited(client: TestClient) -> None:
    page = client.get("/reports/demo-07").text
    assert '<span class="status status-requested">requested</span>' in page
    assert "as cited by Eastgate News, as cited by Meridian Wire" in page


def test_explanation_names_the_rule_and_the_words(client: TestClient) -> None:
    page = client.get("/reports/demo-07/acts/e1").text
    assert "<code>verb:appeal to#request" in page
    assert "the subject: “Israel&#39;s foreign minister”" in page


def test_without_a_reader_no_explanation_is_offered(make_site: MakeSite) -> None:
    with TestClient(create_app(make_site(explainer=None))) as client:
        assert "/acts/e1" not in client.get("/reports/demo-07").text
        assert client.get("/reports/demo-07/acts/e1").status_code == 404


def test_no_such_report_is_a_page_that_says_so(client: TestClient) -> None:
    answer = client.get("/reports/nothing")
    assert answer.status_code == 404
    assert "nothing" in answer.text
