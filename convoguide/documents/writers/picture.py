"""A picture that stands at the head of a document: an organisation's logo."""

import base64
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

_DRAWING = "chart.typ"
"""The template that makes an image of any drawing."""
_FINE = 300
"""Dots an inch at the drawing's own size, of which a logo of a few centimetres has enough."""


@dataclass(frozen=True)
class Picture:
    """The bytes of a PNG or of an SVG, and what is told to those who do not see it."""

    kind: Literal["png", "svg"]
    content: bytes
    alt: str

    @property
    def source(self) -> str:
        """The picture itself as an address, so that nothing is fetched."""
        kind = "svg+xml" if self.kind == "svg" else "png"
        return f"data:image/{kind};base64,{base64.b64encode(self.content).decode('ascii')}"


def as_png(picture: Picture, templates: Path) -> Picture | None:
    """The same as a PNG, for formats that know no drawings.

    None where that cannot be had: without typst (extra `pdf`), or where it cannot be drawn. A
    document is not refused for its logo.
    """
    if picture.kind == "png":
        return picture
    try:
        import typst

        made = typst.compile(
            templates / _DRAWING,
            root=templates,
            font_paths=[templates.parent / "fonts"],
            ignore_system_fonts=True,
            sys_inputs={"svg": picture.content.decode("utf-8-sig")},
            format="png",
            ppi=_FINE,
        )
    except Exception:  # noqa: BLE001  # missing or failing, the document goes without
        return None
    return replace(picture, kind="png", content=made)
