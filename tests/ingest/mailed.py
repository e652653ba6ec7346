"""Messages for tests, written by hand."""

HEADERS = """\
From: The Harbour Times <briefing@news.harbourtimes.example>
To: reader@lakeside.example
Subject: =?utf-8?q?Freedonia=E2=80=99s_letters?=
Date: Sun, 30 Jun 2024 08:00:00 +0200
Message-ID: <42@harbourtimes.example>
"""
BOTH = f"""{HEADERS}\
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=cut

--cut
Content-Type: text/plain; charset=utf-8

View this in your browser.
--cut
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<p>The caf=E9 of the ministry is shut, officials s=
aid.</p>
--cut--
"""


def plain(text: str) -> bytes:
    return f"{HEADERS}\n{text}".encode()
