"""Three themes with a contrast of at least 7:1 for text, each also for sixteen colours."""

from textual.theme import Theme

DARK = Theme(
    name="convoguide-dark",
    dark=True,
    primary="#a5c8e4",
    secondary="#c9c3e6",
    accent="#f0d28c",
    foreground="#f2efe9",
    background="#15191d",
    surface="#1c2126",
    panel="#283038",
    warning="#f0d28c",
    error="#ffb4a8",
    success="#b5dcb0",
)
LIGHT = Theme(
    name="convoguide-light",
    dark=False,
    primary="#123f63",
    secondary="#3d3470",
    accent="#5c3d00",
    foreground="#15191d",
    background="#fbf9f5",
    surface="#f3f0ea",
    panel="#e6e1d8",
    warning="#5c3d00",
    error="#7d1a10",
    success="#1c4a18",
)
CONTRAST = Theme(
    name="convoguide-contrast",
    dark=True,
    primary="#ffff00",
    secondary="#ffffff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    warning="#ffff00",
    error="#ffffff",
    success="#ffffff",
)
BY_SETTING = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}


def _sixteen(name: str, *, dark: bool, ink: str, ground: str, panel: str, accent: str) -> Theme:
    """A theme from colours that stand among the sixteen just as they are written here."""
    return Theme(
        name=f"convoguide-{name}-16",
        dark=dark,
        primary=ink,
        secondary=ink,
        accent=accent,
        foreground=ink,
        background=ground,
        surface=ground,
        panel=panel,
        warning=accent,
        error=accent,
        success=ink,
        variables={
            "scrollbar": ink,
            "scrollbar-hover": ink,
            "scrollbar-active": ink,
            "scrollbar-background": ground,
            "scrollbar-background-hover": ground,
            "scrollbar-background-active": ground,
            "scrollbar-corner-color": ground,
        },
    )


_BLACK, _BLUE, _GREY, _YELLOW, _WHITE = "#000000", "#0000aa", "#aaaaaa", "#ffff55", "#ffffff"
SIXTEEN = {
    "dark": _sixteen("dark", dark=True, ink=_WHITE, ground=_BLACK, panel=_BLUE, accent=_YELLOW),
    # A light ground leaves black alone: the Linux console makes grey of white as a ground, and
    # there no colour but black is still told from it.
    "light": _sixteen("light", dark=False, ink=_BLACK, ground=_WHITE, panel=_GREY, accent=_BLACK),
    "contrast": _sixteen(
        "contrast", dark=True, ink=_WHITE, ground=_BLACK, panel=_BLACK, accent=_YELLOW
    ),
}
"""For terminals with sixteen colours, whatever these look like there: xterm's, Windows' and the
Linux console's, which has only eight of them for a ground."""


def chosen(setting: str, *, sixteen: bool = False, colourless: bool = False) -> Theme:
    """The theme of a setting for this terminal; without colours the one of black and white."""
    if colourless:
        return CONTRAST
    return (SIXTEEN if sixteen else BY_SETTING)[setting]
