"""Where nothing is there yet, the command line says what to do, and not in the way of a pipe."""

from pathlib import Path

import pytest

from tests.cli.holding import held
from tests.cli.running import convoguide

PHRASE = {"CONVOGUIDE_PASSPHRASE": "made up"}


@pytest.mark.parametrize(
    ("command", "status", "says"),
    [
        (("conversations", "list"), 0, "Nothing is saved here. To begin: convoguide start"),
        (("conversations", "show", "abcd"), 1, "(To begin: convoguide start svas-kronoberg)"),
        (("stats",), 1, "(To begin: convoguide start svas-kronoberg)"),
        (("packs", "list"), 0, "To add one: convoguide packs add FOLDER"),
        (("conversations", "purge"), 0, "Nothing is due."),
    ],
)
def test_an_empty_home_says_how_to_begin(
    command: tuple[str, ...], status: int, says: str, tmp_path: Path
) -> None:
    done = convoguide(*command, home=tmp_path, environ=PHRASE)
    assert done.returncode == status
    assert says in done.stderr.decode()
    assert says not in done.stdout.decode()
    assert len(done.stderr.decode().splitlines()) == 1


@pytest.mark.usefixtures("untranslated")
def test_printing_an_empty_conversation_says_how_something_comes_to_stand_there() -> None:
    assert "Every line that you type is a note" in held(".r").answer(0)
    assert "Every line that you type is a note" not in held("hej", ".r").answer(1)
