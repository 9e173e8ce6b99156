"""Identity numbers by lines: pointed out after the note, masked by `.#`."""

from tests.cli.holding import held

NUMBER, MASKED = "640823-3234", "XXXXXX-XXXX"
TOLD = "There is an identity number in it"


def test_a_number_is_pointed_out_after_the_note_and_never_repeated() -> None:
    done = held(f"Sonen {NUMBER}")
    assert TOLD in done.answer()
    assert NUMBER not in done.answer()
    assert TOLD not in held("ring 070-123 45 67").answer()
    for line in (f".v p {NUMBER}", f".f label {NUMBER}"):
        assert TOLD in held(line).answer()
    assert TOLD in held("Sonen", f".e 1 Sonen {NUMBER}").answer()


def test_one_command_masks_all_that_is_recorded_and_undo_brings_it_back() -> None:
    lines = (f"Sonen {NUMBER}", f".f label rum {NUMBER}", ".#")
    done = held(*lines)
    assert done.notes("offered") == [f"Sonen {MASKED}"]
    assert done.talk.label == f"rum {MASKED}"
    assert NUMBER not in done.answer()
    assert "Masked" in done.answer()
    again = held(*lines, ".z")
    assert again.notes("offered") == [f"Sonen {NUMBER}"]
    assert "No identity number is recorded." in held("Natten", ".#").answer()


def test_a_printed_text_with_a_number_says_so() -> None:
    assert TOLD in held(f"Sonen {NUMBER}", ".r").answer()
    assert TOLD not in held(f"Sonen {NUMBER}", ".#", ".r").answer()
