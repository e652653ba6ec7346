import pytest

from onrecord.ingest.drafts import finish_report
from onrecord.ingest.mail import draft_from_mail
from onrecord.ingest.options import IngestOptions
from onrecord.records.errors import InputError
from onrecord.records.reports import Outlet
from tests.ingest.mailed import BOTH, plain


def test_message_gives_its_fields_and_keeps_nobodys_address() -> None:
    draft = draft_from_mail(plain("Freedonia wrote."))
    assert (draft.title, draft.text) == ("Freedonia’s letters", "Freedonia wrote.")
    assert draft.outlet == Outlet(name="The Harbour Times", domain="news.harbourtimes.example")
    assert draft.given_id == "42@harbourtimes.example"
    assert "briefing@" not in repr(draft)
    assert "reader@" not in repr(draft)


def test_message_is_dated_by_its_header() -> None:
    report = finish_report(draft_from_mail(plain("Freedonia wrote.")), IngestOptions())
    assert (report.published, report.published_basis) == ("2024-06-30", "metadata")


def test_html_goes_before_plain_text_and_is_decoded_as_declared() -> None:
    assert draft_from_mail(BOTH.encode()).text == "The café of the ministry is shut, officials said."


def test_html_without_words_gives_way_to_plain_text() -> None:
    picture = BOTH.replace("<p>The caf=E9 of the ministry is shut, officials s=\naid.</p>", "<img src=3D'a.png'>")
    assert draft_from_mail(picture.encode()).text == "View this in your browser."


def test_plain_text_loses_its_wraps_and_the_targets_of_links() -> None:
    body = (
        "The ministry of transport said that the talks with the union had\n"
        "failed <https://t.example/?u=1>, and that it would appeal.\n"
        "https://t.example/?u=2\n"
    )
    expected = "The ministry of transport said that the talks with the union had failed, and that it would appeal."
    assert draft_from_mail(plain(body)).text == expected


@pytest.mark.parametrize(
    "sender", ["reader@lakeside.example", '"a@b.example" <a@lakeside.example>', "<a@lakeside.example>"]
)
def test_sender_without_a_name_gives_a_host_alone(sender: str) -> None:
    data = f"From: {sender}\nSubject: A\n\nFreedonia wrote.".encode()
    assert draft_from_mail(data).outlet == Outlet(domain="lakeside.example")


@pytest.mark.parametrize("data", [b"", b"The ministry wrote.", b"\x00\xff" * 40, b"To: a@b.example\n\nWords."])
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        draft_from_mail(data)
    assert caught.value.reason == "bad_mail"


@pytest.mark.parametrize(
    "damage",
    [
        ("--cut--", ""),
        ("charset=iso-8859-1", "charset=nonsense"),
        ("quoted-printable", "base64"),
        ("boundary=cut", "boundary="),
        ("Sun, 30 Jun 2024 08:00:00 +0200", "Sun, 99 Foo 2024 25:00:00 +9999"),
        ("From: The Harbour Times <briefing@news.harbourtimes.example>", "From: =?utf-8?q?=FF?= <@>, ;:"),
        ("<42@harbourtimes.example>", "<[42@"),
    ],
)
def test_message_that_breaks_the_rules_is_read_or_refused(damage: tuple[str, str]) -> None:
    try:
        finish_report(draft_from_mail(BOTH.replace(*damage).encode()), IngestOptions())
    except InputError as error:
        assert error.reason in ("bad_mail", "empty", "encoding")  # noqa: PT017 - either is well


@pytest.mark.parametrize("body", ["a" + " " * 400_000 + "b", "<http://" * 40_000, "( http://a" * 40_000])
def test_line_of_spaces_or_of_opened_links_takes_no_square_of_steps(body: str) -> None:
    assert draft_from_mail(f"Subject: Strike\r\n\r\n{body}".encode()).text


def test_link_target_of_more_than_one_line_is_left_out() -> None:
    draft = draft_from_mail(b"Subject: Strike\n\nThe court < https://h.example/a > sat [https://h.example/b].")
    assert draft.text == "The court sat."


@pytest.mark.parametrize("more", ["; a=b" * 5_000, "; a=b;\n " * 3_000])
def test_head_of_thousands_of_parameters_is_refused(more: str) -> None:
    with pytest.raises(InputError, match="head of a message is too long: found more, expected at most 20,000 bytes"):
        draft_from_mail(f"Subject: Strike\nContent-Type: text/plain{more}\n\nThe port is shut.".encode())
