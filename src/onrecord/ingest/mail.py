"""Mail: a newsletter or press release as it was mailed, to a draft; who wrote and received it is not kept.

The outlet is the name and the host of the sender's address, never the address itself; attachments are not read.
"""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from onrecord.ingest.decode import decode_bytes, decode_html
from onrecord.ingest.drafts import Draft
from onrecord.ingest.markup import markup_paragraphs
from onrecord.ingest.wrapped import unwrap
from onrecord.records.errors import InputError
from onrecord.records.reports import Outlet

MOST_CONTENT_HEAD = 20_000
"""Bytes of one head that says what a part is. The standard library reads each of its parameters anew for each look."""
_CONTENT_HEAD = re.compile(rb"^content-[\w-]+:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_HEADERS = ("From", "Subject", "Date", "Message-ID")
# Where a link went, which plain text writes beside its words: "the court <https://...>", "[https://...]".
# An address ends at most 2,048 characters on, and a space is tried once a run: else a line of either takes its square.
_LINK_TARGET = re.compile(
    r"(?:(?<![ \t])[ \t]+|(?<![ \t]))"
    r"(?:<\s*+https?://[^<>\s]{1,2048}+\s*+>|\[\s*+https?://[^\[\]\s]{1,2048}+\s*+\]"
    r"|\(\s*+https?://[^)\s]{1,2048}+\s*+\))"
)
_ONLY_ADDRESS = re.compile(r"^[ \t]*https?://\S+[ \t]*$", re.MULTILINE)


def draft_from_mail(data: bytes) -> Draft:
    """The draft of one message: its HTML, or its plain text where it has no HTML with words in it."""
    if any(len(head[0]) > MOST_CONTENT_HEAD for head in _CONTENT_HEAD.finditer(data)):
        expected = f"at most {MOST_CONTENT_HEAD:,} bytes (onrecord.ingest.mail.MOST_CONTENT_HEAD)"
        raise InputError("head of a message is too long", reason="too_large", found="more", expected=expected)
    try:
        message = message_from_bytes(data, policy=policy.default)
        headers = {name: str(message.get(name, "")).strip() for name in (*_HEADERS, "Content-Language", "Archived-At")}
        text = _text(message) if any(headers[name] for name in _HEADERS) else None
    except InputError:
        raise
    except Exception as error:
        # The library is known to raise all kinds of errors on mail that breaks the rules, and most newsletters do.
        found = f"{type(error).__name__}: {error}"
        raise InputError("message cannot be read", reason="bad_mail", found=found, expected="a message") from error
    if text is None:
        expected = ", ".join(_HEADERS)
        raise InputError("not a message", reason="bad_mail", found="none of its headers", expected=f"one of {expected}")
    return Draft(
        text=text,
        given_id=headers["Message-ID"].strip("<>") or None,
        title=headers["Subject"] or None,
        outlet=_outlet(headers["From"]),
        url=headers["Archived-At"].strip("<>") or None,
        published=headers["Date"] or None,
        basis="metadata",
        language=headers["Content-Language"] or None,
    )


def _text(message: EmailMessage) -> str:
    for kind in ("html", "plain"):
        part = message.get_body(preferencelist=(kind,))
        if part is None:
            continue
        data, charset = part.get_payload(decode=True), part.get_content_charset()
        if not isinstance(data, bytes):
            continue
        if kind == "html":
            text = "\n\n".join(markup_paragraphs(decode_html(data, declared=charset)))
        else:
            text = unwrap(_ONLY_ADDRESS.sub("", _LINK_TARGET.sub("", decode_bytes(data, declared=charset))))
        if text:
            return text
    return ""


def _outlet(sender: str) -> Outlet:
    name, address = parseaddr(sender)
    domain = address.rpartition("@")[2].lower() if "@" in address else None
    return Outlet(name=None if "@" in name else name or None, domain=domain or None)
