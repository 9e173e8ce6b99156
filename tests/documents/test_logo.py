"""The organisation's logo at the head of a document: seen, told to those who do not see it."""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any

import docx as python_docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from pypdf import PdfReader

from convoguide.documents.assembled import Document
from convoguide.documents.writers.picture import Picture, as_png
from convoguide.services import content, document, packs
from convoguide.services.conduct import local_now
from convoguide.services.formats import rendered
from convoguide.services.local import forget
from convoguide.services.logo import logo
from tests.documents import page, printed, rich
from tests.packing import EXAMPLE

NAME = "Region Storvik (påhittad)"
TEMPLATES = content.folder() / "templates"
DOCUMENTS = ("journal-svas", "palliative-plan", "contact-sheet")


def png(width: int, height: int) -> bytes:
    """A picture of one grey."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress((b"\0" + b"\x80" * width) * height)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


@pytest.fixture
def in_use() -> Iterator[None]:
    """The example pack, which has a drawing for a logo."""
    packs.add(EXAMPLE)
    yield
    forget()


def made(document_id: str, format_id: str, **options: Any) -> bytes:
    """A document as the command line makes it."""
    talk = rich.svas()
    found = document.make(talk, document_id)
    return rendered(talk, found, format_id, now=local_now(), **options)


def pictures(word: Any) -> list[Any]:
    """What is told of each picture of a Word document."""
    return list(word.element.body.iter(qn("wp:docPr")))


def told_in(pdf: bytes) -> list[str]:
    """What the tags of a PDF tell in the place of its pictures."""
    found: list[str] = []

    def visit(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for each in node:
                visit(each)
        elif isinstance(node, dict):
            if "/Alt" in node:
                found.append(str(node["/Alt"]))
            if "/K" in node:
                visit(node["/K"])

    visit(PdfReader(io.BytesIO(pdf)).root_object["/StructTreeRoot"])
    return found


@pytest.mark.usefixtures("in_use")
@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_a_web_page_shows_it_with_its_name_and_fetches_nothing(document_id: str) -> None:
    source = made(document_id, "html").decode()
    (image,) = page.read(source).all("img")
    assert image.attributes["alt"] == NAME
    assert (image.attributes["src"] or "").startswith("data:image/svg+xml;base64,")
    assert "img-src data:;" in source
    assert "default-src 'none'" in source


@pytest.mark.usefixtures("in_use")
@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_a_word_document_shows_a_drawing_as_a_picture_with_its_name(document_id: str) -> None:
    word = python_docx.Document(io.BytesIO(made(document_id, "docx")))
    (told,) = pictures(word)
    assert told.get("descr") == NAME
    (shape,) = word.inline_shapes
    assert abs(shape.height - Mm(14)) < Mm(0.1)


@pytest.mark.usefixtures("in_use")
@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_a_pdf_tells_its_name_and_every_word_stays(document_id: str) -> None:
    pdf = made(document_id, "pdf")
    assert told_in(pdf) == [NAME]
    found = document.make(rich.svas(), document_id)
    plain = printed.made(found)
    assert set(printed.text(pdf).split()) == set(printed.text(plain).split())


def test_without_a_pack_there_is_none() -> None:
    assert logo() is None
    assert not page.read(made("journal-svas", "html").decode()).all("img")
    assert "img-src" not in made("journal-svas", "html").decode()
    assert not pictures(python_docx.Document(io.BytesIO(made("journal-svas", "docx"))))
    assert told_in(made("journal-svas", "pdf")) == []


@pytest.mark.parametrize(("width", "height"), [(2000, 20), (20, 2000), (60, 60)])
def test_a_picture_of_any_shape_stays_within_the_head(width: int, height: int) -> None:
    from convoguide.documents.writers import docx, pdf

    picture = Picture("png", png(width, height), "Långsmal & <hög>")
    found = document.make(rich.svas(), "journal-svas")
    word = python_docx.Document(io.BytesIO(docx.write(found, logo=picture)))
    (shape,) = word.inline_shapes
    assert shape.height <= Mm(14.1)
    assert shape.width <= Mm(70.1)
    assert abs(shape.width / shape.height / (width / height) - 1) < 0.1
    paper = pdf.write(found, templates=TEMPLATES, logo=picture)
    assert told_in(paper) == ["Långsmal & <hög>"]


@pytest.mark.parametrize(
    "picture",
    [
        Picture("png", b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "x"),
        Picture("svg", b"<svg><path", "x"),
        Picture("svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>', "x"),
    ],
    ids=["no png", "no svg", "nothing to see"],
)
def test_a_picture_that_cannot_be_drawn_does_not_cost_the_document(picture: Picture) -> None:
    from convoguide.documents.writers import docx, pdf

    found: Document = document.make(rich.svas(), "palliative-plan")
    drawn = as_png(picture, TEMPLATES)
    word = docx.write(found, logo=drawn)
    assert not pictures(python_docx.Document(io.BytesIO(word)))
    paper = pdf.write(found, templates=TEMPLATES, logo=picture)
    assert re.match(rb"%PDF-", paper)
    assert printed.text(paper) == printed.text(printed.made(found))
