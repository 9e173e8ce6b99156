"""Three themes with a contrast of at least 7:1 for text; `NO_COLOR` is followed by Textual."""

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
