"""Whether a picture can stand in documents: small, what its name says, and nothing but seen."""

import re
import struct

from convoguide.i18n import gettext as _

MOST_BYTES = 200_000
MOST_PIXELS = 2_000
"""Along each side; a small file can unfold to a huge picture."""

_PNG = b"\x89PNG\r\n\x1a\n"
# What an SVG can do beyond being seen: run, fetch, embed, expand.
_ACTIVE = re.compile(
    r"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<\s*(\w+:)?(script|foreignObject|iframe|image|use|a|style"
    r"|animate\w*|set|handler)\b|\bon\w+\s*=|(href|src)\s*=|url\s*\(\s*(?!['\"]?#)|@import|javascript:",
    re.IGNORECASE,
)


def logo_fault(name: str, content: bytes) -> str:
    """What is wrong with the picture, in words; empty where it can be used."""
    if len(content) > MOST_BYTES:
        return _("may have at most {n} bytes").format(n=MOST_BYTES)
    return _png(content) if name.lower().endswith(".png") else _svg(content)


def _png(content: bytes) -> str:
    if not content.startswith(_PNG) or content[12:16] != b"IHDR" or len(content) < 24:
        return _("is no PNG picture")
    width, height = struct.unpack(">II", content[16:24])
    if not (0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS):
        return _("may have at most {n} pixels along each side").format(n=MOST_PIXELS)
    return ""


def _svg(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _("this is not UTF-8")
    if "<svg" not in text:
        return _("is no SVG picture")
    if _ACTIVE.search(text):
        return _("may only be drawn: no script, style sheet, link or picture from elsewhere")
    return ""
