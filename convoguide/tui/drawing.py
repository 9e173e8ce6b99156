"""What reaches the terminal, in symbols that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide import symbols

if TYPE_CHECKING:
    from textual.driver import Driver


def in_ascii(driver: type[Driver]) -> type[Driver]:
    """The driver, writing every symbol in its ASCII form while `symbols` says so.

    Here, behind all layout, each keeps its width; so borders, bars and a note that someone typed
    need no thought of their own. Control sequences are ASCII and pass through.
    """

    def write(self: Driver, data: str) -> None:
        driver.write(self, symbols.cells(data) if symbols.in_ascii() else data)

    return type(driver.__name__, (driver,), {"write": write, "__module__": driver.__module__})
