"""Text on its way in, by typing or by pasting."""

from convoguide.core.text import clean


def incoming(text: str) -> str:
    """The text as it may come in: line ends are \\n, and nothing in it steers a terminal.

    Half characters (lone surrogates), which a broken paste may hold, become question marks.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return clean(text).encode("utf-8", "replace").decode("utf-8")


def is_control(character: str) -> bool:
    """Whether the character is none that types: C0, DEL or C1."""
    return character < " " or "\x7f" <= character <= "\x9f"
