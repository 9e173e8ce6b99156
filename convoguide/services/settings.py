"""The settings in words: what each is called, what it means, what can be chosen, how it reads."""

from typing import Any

from convoguide.i18n import LOCALES, N_
from convoguide.i18n import gettext as _

# name → label, what it means, what is offered (None: as the environment or conversation says)
SHOWN: dict[str, tuple[str, str, tuple[Any, ...]]] = {
    "locale": (
        N_("Language of the program"),
        N_("Documents have a language of their own."),
        (None, *LOCALES),
    ),
    "document_locale": (
        N_("Language of documents"),
        N_("If you choose none, the conversation's own."),
        (None, *LOCALES),
    ),
    "keep": (
        N_("How drafts are kept"),
        N_("Takes effect at the next start; what is kept already stays."),
        ("passphrase", "keychain", "memory"),
    ),
    "theme": (
        N_("Colours"),
        N_("All have a contrast of at least 7:1."),
        ("dark", "light", "contrast"),
    ),
    "way": (
        N_("A conversation opens"),
        N_("Any way can be changed to any other."),
        ("afterwards", "steps", "jot"),
    ),
    "offer_steps": (
        N_("Offer the step a note belongs to"),
        N_(
            "For notes in Swedish or Norwegian, not in English. A note moves only "
            "when you press the key."
        ),
        (True, False),
    ),
    "large_text": (
        N_("Large text"),
        N_("The phrase and what you write, for weak eyes or at arm's length."),
        (False, True),
    ),
    "ascii_symbols": (
        N_("Plain symbols"),
        N_("For terminals that lack some symbols; automatic in the Linux console."),
        (False, True),
    ),
    "second_locale": (
        N_("Second language, said aloud"),
        N_("For a conversation through an interpreter: both, one under the other."),
        (None,),
    ),
    "clock": (
        N_("Clock in the conversation"),
        N_("Off by default: the person can see it too."),
        (False, True),
    ),
    "idle_minutes": (
        N_("Minutes until the curtain"),
        N_("Outside a conversation."),
        (1, 2, 5, 10, 0),
    ),
    "idle_minutes_talk": (
        N_("Minutes until the curtain, in a conversation"),
        N_("Longer, because you may listen for a while without touching a key."),
        (10, 20, 30, 60, 0),
    ),
    "retention_days": (
        N_("Days until a documented conversation is deleted"),
        N_("One that is not in the journal is never deleted automatically."),
        (0, 1, 3, 7, 14, 30),
    ),
    "clear_clipboard_minutes": (
        N_("Minutes until the clipboard is cleared"),
        N_("Only if it still holds text from ConvoGuide."),
        (1, 5, 10, 30, 0),
    ),
}
_WORDS = {
    "passphrase": N_("encrypted, opened by a passphrase"),
    "keychain": N_("encrypted, opened by this computer's keychain"),
    "memory": N_("not at all"),
    "dark": N_("dark"),
    "light": N_("light"),
    "contrast": N_("high contrast"),
    "afterwards": N_("afterwards"),
    "steps": N_("step by step"),
    "jot": N_("jot"),
}
_YES_NO = {True: N_("yes"), False: N_("no")}
_NEVER = N_("never")
_OWN_NAMES = {"sv": "Svenska", "nb": "Norsk bokmål", "nn": "Norsk nynorsk", "en": "English"}


def second_languages() -> dict[str, str]:
    """The languages for what is said aloud besides, those of packs too, by their names."""
    from convoguide.services.two_languages import names

    return names()


def worded(name: str, value: Any) -> str:
    """How the value of a setting reads."""
    if name == "second_locale":
        return second_languages().get(value, value) if value else _("none")
    if name == "keep" and value is None:  # not asked yet: what is kept will be so
        return _(_WORDS["passphrase"])
    if value is None:
        return _("same as the computer") if name == "locale" else _("as the conversation")
    if isinstance(value, bool):
        return _(_YES_NO[value])
    if value == 0 and name != "retention_days":
        return _(_NEVER)
    if value in _OWN_NAMES:
        return _OWN_NAMES[value]
    return _(_WORDS[value]) if value in _WORDS else str(value)
