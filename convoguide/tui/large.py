"""A phrase in letters as large as a terminal gives, for reading it from the knee."""

from convoguide.tui.wrapping import wrapped


def large_lines(text: str, width: int, height: int) -> list[str]:
    """The text spread out as wide as fits the height: letters apart, lines apart."""
    for apart, below in ((True, 1), (True, 0), (False, 1)):
        lines = _spread(text, width) if apart else wrapped(text, width)
        if len(lines) * (1 + below) <= height:
            return [line for each in lines for line in (each, *[""] * below)]
    return wrapped(text, width)


def _spread(text: str, width: int) -> list[str]:
    return [" ".join(line) for line in wrapped(text, (width + 1) // 2)]
