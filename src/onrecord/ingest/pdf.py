"""PDF: press releases and decisions to drafts, by PDFium (an extra of the package).

Title and text come from the pages. The file's own date and author are not used: they are those of the file, and mostly
of whoever saved it last. Pages that are pictures are told, since nothing here reads a picture.
"""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from onrecord.ingest.drafts import Draft
from onrecord.ingest.extras import load_extra
from onrecord.ingest.normalise import normalise_line
from onrecord.ingest.pdflayout import Sheet, read_paragraphs
from onrecord.ingest.pdflines import Glyph, read_lines
from onrecord.records.errors import InputError
from onrecord.records.rejected import Rejected

_PICTURE_SHARE = 0.4  # of a page without words: a scan covers nearly all of it, a logo or a signature little
MOST_PAGES = 5_000
_PASSWORD = 4  # PDFium's FPDF_ERR_PASSWORD
_HYPHEN, _END = "\x02", "\r\n"


def draft_from_pdf(data: bytes) -> Draft:
    """The draft of a PDF; its `gaps` are the pages that could not be read."""
    pdfium = load_extra("pypdfium2", extra="pdf", reads="PDF files")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise InputError("PDF is locked", reason="encrypted", expected="a PDF without a password") from error
        raise InputError("PDF cannot be read", reason="bad_pdf", found=str(error), expected="a PDF") from error
    with closing(document):
        if len(document) > MOST_PAGES:
            expected = f"at most {MOST_PAGES:,} pages (onrecord.ingest.pdf.MOST_PAGES)"
            raise InputError("PDF is too long", reason="too_large", found=f"{len(document):,}", expected=expected)
        sheets, gaps = _read_pages(document, pdfium)
        named = normalise_line(document.get_metadata_value("Title") or "")
    paragraphs = read_paragraphs(sheets)
    if not paragraphs and gaps:
        raise InputError(
            "PDF has no text", reason="no_text", found="pictures of pages", expected="a PDF that a text was read into"
        )
    title, paragraphs = _split_title(named, paragraphs)
    return Draft(text="\n\n".join(paragraphs), title=title, gaps=tuple(gaps))


def _read_pages(document: Any, pdfium: Any) -> tuple[list[Sheet], list[Rejected]]:
    sheets: list[Sheet] = []
    gaps: list[Rejected] = []
    for number in range(1, len(document) + 1):
        try:
            sheets.append(_read_page(document, number, pdfium))
        except pdfium.PdfiumError as error:
            detail = f"page cannot be read: found {error}"
            gaps.append(Rejected(where=str(number), reason="bad_pdf", detail=detail))
        except InputError as error:
            gaps.append(error.rejected(str(number)))
    return sheets, gaps


def _read_page(document: Any, number: int, pdfium: Any) -> Sheet:
    with closing(document[number - 1]) as page, closing(page.get_textpage()) as words:
        lines = tuple(read_lines(_glyphs(words, pdfium.raw)))
        if not lines and _is_picture(page, pdfium.raw):
            expected = "a page that a text was read into"
            raise InputError("page has no text", reason="no_text", found="a picture", expected=expected)
        return Sheet(height=page.get_height(), lines=lines)


def _glyphs(words: Any, raw: Any) -> Iterator[Glyph]:
    """The characters of a page in reading order; PDFium marks a hyphen at the end of a line, and ends of lines."""
    for at in range(words.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(words, at))
        if char in _END or raw.FPDFText_IsGenerated(words, at) == 1:
            yield Glyph(char="\n" if char in _END else char)
            continue
        left, bottom, right, top = words.get_charbox(at, loose=True)
        is_hyphen = char == _HYPHEN
        yield Glyph(
            char="-" if is_hyphen else char, left=left, bottom=bottom, right=right, top=top, is_hyphen=is_hyphen
        )


def _is_picture(page: Any, raw: Any) -> bool:
    whole = page.get_width() * page.get_height()
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > _PICTURE_SHARE * whole:
            return True
    return False


def _split_title(named: str, paragraphs: list[str]) -> tuple[str | None, list[str]]:
    """The title that the file gives itself, where the first paragraph is just that; else it is not to be trusted."""
    if named and paragraphs and normalise_line(paragraphs[0]).casefold() == named.casefold():
        return paragraphs[0], paragraphs[1:]
    return None, paragraphs
