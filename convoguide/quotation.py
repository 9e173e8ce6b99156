"""Quotation marks as each language sets them: for documents, and for the interface itself."""

from convoguide import i18n, symbols


class _Marks(dict[str, tuple[str, str]]):
    """Marks by language; a language that only a pack brings has the English ones."""

    def __missing__(self, _language: str) -> tuple[str, str]:
        return self["en"]


MARKS = _Marks({"sv": ("”", "”"), "nb": ("«", "»"), "nn": ("«", "»"), "en": ("“", "”")})
"""What a quotation is opened and closed by."""


def within(text: str, language: str) -> str:
    """The text in the language's marks, as documents print it: nothing of it is changed."""
    before, after = MARKS[language]
    return f"{before}{text}{after}"


def quoted(text: str, language: str | None = None) -> str:
    """The text in marks, for the screen: those of the interface's language unless told otherwise.

    The marks take the form that the terminal can show; one that stands in marks whole keeps them.
    """
    before, after = MARKS[language or i18n.current()]
    if len(text) > 1 and text.startswith(before) and text.endswith(after):
        return text
    return f"{symbols.shown(before)}{text}{symbols.shown(after)}"
