"""Conversations for tests: made up, and small."""

from typing import Any

from convoguide.core.conversation import Conversation

FORMAT = "convoguide/conversation@1"
IDENTITY = "019bbca0-9840-7b06-ae1d-213dc71232fd"

# What people type and a screen, a template or a terminal might obey.
HOSTILE = (
    "BP 120/80 [/] ok",
    "[x] [bold]fet[/bold] [@click=app.boom()]klick[/]",
    "{{ 7 * 7 }} {% raw %} ${HOME} %s {0}",
    "<script>alert(1)</script> & &amp; <b>",
    "# rubrik * _kursiv_ `kod` | rör | ~~bort~~ \\ 1. ett",
    "- streck\n1. lista\n> citat",
    "\u202eمرحبا\u202c שלום",
    "👩🏽‍⚕️ e\u0301 ﬁ Å",
    "ordet " * 700,
)


def file(guide: str = "svas-kronoberg", language: str = "sv", **parts: Any) -> dict[str, Any]:
    """A conversation file as data."""
    return {"format": FORMAT, "guide": guide, "language": language, **parts}


def talk(guide: str = "svas-kronoberg", language: str = "sv", **parts: Any) -> Conversation:
    """A conversation."""
    return Conversation.model_validate(file(guide, language, **parts))
