"""The finished text by lines: looked through, traced to its steps, compared, copied."""

from pathlib import Path

import pytest

from convoguide.cli.plain.clip import Clip
from convoguide.core.conversation import Conversation
from convoguide.services import formats
from tests.cli.alone import faults
from tests.cli.holding import held
from tests.making import IDENTITY, file

EARLIER = Conversation.model_validate(
    file(
        id=IDENTITY,
        held_on="2026-05-04",
        entries={"hopes": {"notes": [{"text": "Se våren", "voice": "patient"}]}},
    )
)
SYNTHETIC = "19121212-1212"


class Kept:
    """A clipboard that keeps what was copied, or takes nothing."""

    def __init__(self, *, works: bool = True) -> None:
        self.text = ""
        self.works = works

    def copy(self, text: str) -> bool:
        self.text = text if self.works else ""
        return self.works

    def clear(self) -> bool:
        self.text = ""
        return True


# --- looking it through


def test_what_is_worth_a_look_before_signing_is_said_with_how_to_mend_it() -> None:
    done = held(".g treatment_limits", "Ingen HLR", ".j check")
    assert "it applies as a wish. Enter which physician decided" in done.answer()


def test_each_line_is_told_with_the_command_that_goes_to_its_step() -> None:
    done = held(".g worries", ".v p Att kvävas", ".j from", ".j from plan")
    goes = next(line for line in done.answer(2).splitlines() if "Att kvävas" in line)
    number, _comma, told = goes.removeprefix(".g ").partition(", ")
    assert held(f".g {number}").sitting.step == "worries"
    assert told.startswith("Oro: ")


def test_what_changed_since_last_time_is_said_where_an_earlier_talk_is_at_hand() -> None:
    sitting_lines = (".f previous " + IDENTITY, ".g hopes", ".x", ".r since")
    told = held(*sitting_lines, earlier=EARLIER).answer()
    assert told != held(*sitting_lines[:-1], ".r", earlier=EARLIER).answer()
    refused = held(".r since")
    assert "--after" in refused.answer()


def test_documents_come_in_the_language_that_the_settings_name() -> None:
    assert held("Vill hem", ".r", documents_in="en").answer().startswith("20 Nov 2026")
    assert held("Vill hem", ".r").answer().startswith("2026-11-20")
    assert "20 Nov 2026" in held("Vill hem", documents_in="en").said[-3]


def test_a_document_is_found_by_its_title_too_and_all_are_named_where_none_is() -> None:
    assert held(".r who do we call").answer() == held(".r contact-sheet").answer()
    assert "contact-sheet (Who do we call?)" in held(".r nothing").answer()


@pytest.mark.usefixtures("untranslated")
def test_a_limit_is_told_of_once_and_not_with_every_document() -> None:
    done = held(".g treatment_limits", "Ingen HLR", ".r", ".r full", ".r sbar")
    assert done.text.count("register the limit where your unit keeps it") == 1


# --- lines that make sense alone


def test_tables_rules_and_boxes_are_told_in_words() -> None:
    contacts = (".f contacts Anna; phone=0123; hours=night", ".f actions Ring; responsible=ssk")
    wishes = (".f language en", ".f consent to_plan=yes", ".f attachments esas_r")
    done = held(*wishes, *contacts, ".r plan", ".r contact-sheet", ".r palliative-plan", ".r sbar")
    said = "\n".join(done.answer(n) for n in range(-4, 0))
    assert "Name: Anna; " in said
    assert "Phone: 0123" in said
    assert "(to be filled in by hand)" in said
    assert ": ticked" in said
    assert ": not ticked" in said
    assert not faults(said.splitlines())


def test_what_is_written_to_a_file_keeps_its_own_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONVOGUIDE_HOME", str(tmp_path))
    done = held(".f language en", ".f contacts Anna; phone=0123", ".r plan txt")
    (written,) = tmp_path.rglob("plan.txt")
    assert "Anna\t" in written.read_text(encoding="utf-8")
    assert formats.NOT_FOR_A_TERMINAL
    assert str(written) in done.answer()


# --- copying


def test_the_text_is_copied_once_it_was_said_whose_it_is() -> None:
    kept = Kept()
    done = held(".f label room 3", "Vill hem", ".j copy", clip=Clip(copies=kept))
    assert kept.text == ""
    assert "room 3" in done.answer()
    assert "right journal" in done.answer()
    done = held("Vill hem", ".j copy", ".j copy", ".r", clip=Clip(copies=kept))
    assert kept.text.strip() == done.answer().strip()
    assert done.answer(2) == "The whole text was copied."


def test_a_section_is_copied_by_its_number_and_the_next_is_named() -> None:
    kept = Kept()
    lines = ("Vill hem", ".g worries", "Natten", ".j copy", ".j copy 2", ".j copy 3", ".j copy 9")
    done = held(*lines, clip=Clip(copies=kept))
    assert "Next: .j copy 3, “Oro”." in done.answer(4)
    assert done.answer(5) == "“Oro” was copied."
    assert kept.text == "Natten"
    assert "3 Oro" in done.answer(6)


def test_the_first_piece_that_is_copied_says_when_it_was_and_who_was_there() -> None:
    kept = Kept()
    lines = (".f present patient", "Vill hem", ".j copy", ".j copy 1", ".j")
    done = held(*lines, clip=Clip(copies=kept))
    assert done.answer(3).splitlines()[0] == "“At the top” was copied."
    assert "Next: .j copy 2" in done.answer(3)
    assert kept.text == done.answer(4).splitlines()[0]
    assert "patienten" in kept.text


def test_what_is_held_apart_is_copied_only_by_its_own_words() -> None:
    kept = Kept()
    lines = ("Vill hem", "Orolig granne", ".a 2", ".j copy", ".j copy")
    held(*lines, clip=Clip(copies=kept))
    assert "granne" not in kept.text
    held(*lines, ".j apart copy", clip=Clip(copies=kept))
    assert "granne" in kept.text


def test_an_identity_number_is_pointed_out_before_it_goes_out() -> None:
    kept = Kept()
    lines = (f"Ring {SYNTHETIC}", ".j copy", ".j copy")
    done = held(*lines, clip=Clip(copies=kept))
    assert "not copied" in done.answer()
    assert kept.text == ""
    held(*lines, ".j copy", clip=Clip(copies=kept))
    assert SYNTHETIC in kept.text
    held(*lines, ".#", ".j copy", clip=Clip(copies=kept))
    assert SYNTHETIC not in kept.text


def test_where_there_is_no_clipboard_the_terminal_is_asked_or_it_is_said() -> None:
    sent: list[str] = []
    lines = ("Vill hem", ".j copy", ".j copy")
    done = held(*lines, clip=Clip(send=sent.append, copies=Kept(works=False)))
    assert sent
    assert "check by pasting" in done.answer()
    for clip in (Clip(copies=Kept(works=False)), None):
        assert "Nothing can be copied from here" in held(*lines, clip=clip).answer()


def test_our_text_goes_from_the_clipboard_in_the_end() -> None:
    kept = Kept()
    clip = Clip(minutes=10, copies=kept)
    assert clip.copy("a text") == "system"
    assert kept.text == "a text"
    clip.clear()
    assert kept.text == ""


# --- finding a command


def test_the_list_of_commands_is_narrowed_by_letters() -> None:
    done = held(".h undo", ".h xyzzy")
    assert done.answer(0) == ".z: undo"
    assert ".h lists them all" in done.answer(1)
