"""docs/documents.md: each document as text and as an image of its first page.

The two conversations are those that the tests of the documents look at; everyone in them is made
up. Images come from the PDF, by pdftoppm.
"""

import argparse
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import textwrap
import zlib
from datetime import UTC, datetime
from pathlib import Path

from convoguide import i18n
from convoguide.core.conversation import Conversation
from convoguide.errors import ConvoGuideError
from convoguide.i18n import Language
from convoguide.services import content, document
from convoguide.services.formats import rendered
from tests.documents.golden_files import TALKS

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "documents.md"
IMAGES = ROOT / "docs" / "images" / "documents"
_DPI = 80
_LARGEST = 150 * 1024
_NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)

_ORDER = {
    "journal-svas": "For the Swedish journal, under its keyword: a line a section by default.",
    "journal-cornerstones": "The same by the four cornerstones of palliative care.",
    "journal-forhandssamtale": "The Norwegian journal note.",
    "plan": "The person's own plan, with room for signatures. Limits are not part of it.",
    "palliative-plan": (
        "The medical plan that follows the person in and out of hospital. Neither of the two is"
        " signed by a physician yet, and every page says so."
    ),
    "contact-sheet": (
        "One page to hang up at home. Where a number is missing, there is a line to write on."
    ),
    "sbar": "A handover to the next colleague, who may be called at night.",
    "sip-request": "The call for a coordinated individual plan.",
    "patient-letter": (
        "A letter to the person: only what goes in by itself, and the lines that the clinician"
        " worded and accepted."
    ),
}
_TOLD = {
    "svas": "a serious illness conversation, Swedish",
    "forhandssamtale": "a forhåndssamtale, Norwegian",
}

_HEAD = """\
# The documents

Every document from the same two conversations, made by `scripts/gallery`. **Everyone in them is
made up.** The text is what `convoguide render FILE --document ID` prints, wrapped here for reading;
the image is the first page of `--format pdf`. Headings and dates follow the language of the
document, which may be another one than that of the conversation; notes stand as they were typed.

"""


def main(arguments: list[str]) -> int:
    """Write the page and its images."""
    parser = argparse.ArgumentParser(prog="scripts/gallery", description=__doc__)
    parser.parse_args(arguments)
    if shutil.which("pdftoppm") is None:
        parser.error("pdftoppm is not on the path (poppler-utils)")
    i18n.use("en")
    with tempfile.TemporaryDirectory() as home:
        os.environ["CONVOGUIDE_HOME"] = home  # nothing that was added on this computer
        _write()
    return 0


def _write() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    if set(_ORDER) != set(content.shipped_document_ids()):
        raise SystemExit("scripts/gallery: it does not show the documents that there are")
    listed = "".join(f"- [`{each}`](#{each}): {about}\n" for each, about in _ORDER.items())
    sections = "".join(_section(each, about) for each, about in _ORDER.items())
    PAGE.write_text(_HEAD + listed + sections, encoding="utf-8", newline="\n")


def _section(document_id: str, about: str) -> str:
    shown = "".join(_shown(document_id, name, told, TALKS[name]()) for name, told in _TOLD.items())
    return f"\n## {document_id}\n\n{about}\n{shown}"


def _shown(document_id: str, name: str, told: str, talk: Conversation) -> str:
    """The document from one conversation."""
    try:
        made = document.make(talk, document_id)
        text = document.written(made)
        pdf = rendered(talk, made, "pdf", now=_NOW)
    except ConvoGuideError as error:
        return f"\nFrom {told}: refused. {error}\n"
    pages = _image(pdf, IMAGES / f"{document_id}-{name}.png")
    more = f" (page 1 of {pages})" if pages > 1 else ""
    language = Language(talk.language)
    title = language.content(f"{document_id}/title", made.title, made.language)
    return (
        f"\n**From {told}**{more}\n\n"
        f"![{title}, as a page](images/documents/{document_id}-{name}.png)\n\n"
        f"<details><summary>As text</summary>\n\n```text\n{_wrapped(text)}\n```\n\n</details>\n"
    )


def _image(pdf: bytes, target: Path) -> int:
    """Write the first page; the number of pages."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.pdf")
        source.write_bytes(pdf)
        out = Path(folder, "page")
        command = ["pdftoppm", "-gray", "-r", str(_DPI), "-f", "1", "-l", "1", "-singlefile"]
        subprocess.run([*command, str(source), str(out)], check=True)
        image = _png(out.with_suffix(".pgm").read_bytes())
        told = subprocess.run(
            ["pdfinfo", str(source)], check=True, capture_output=True, text=True
        ).stdout
    if len(image) > _LARGEST:
        raise SystemExit(f"scripts/gallery: {target.name} has {len(image)} bytes, too many")
    target.write_bytes(image)
    return int(told.split("Pages:")[1].split()[0])


def _png(pgm: bytes) -> bytes:
    """A PNG of sixteen greys: small enough for a repository, and text stays as clear."""
    found = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", pgm)
    if found is None:
        raise SystemExit("scripts/gallery: pdftoppm gave no picture of greys")
    width, height = int(found[1]), int(found[2])
    rows = bytearray()
    for y in range(height):
        row = pgm[found.end() + y * width : found.end() + (y + 1) * width]
        greys = [(each * 15 + 127) // 255 for each in row] + [15] * (width % 2)
        rows += b"\0" + bytes(
            left << 4 | right for left, right in zip(greys[::2], greys[1::2], strict=True)
        )
    header = struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def _wrapped(text: str) -> str:
    lines = [
        textwrap.fill(line, 96, break_long_words=False, break_on_hyphens=False)
        for line in text.strip("\n").splitlines()
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
