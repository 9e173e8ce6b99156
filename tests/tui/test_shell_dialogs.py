"""The dialogs of the app as they are reached by keys: what they say of how to go on."""

from types import SimpleNamespace

import pytest

from convoguide.tui.bindings import TALK, actions_of
from convoguide.tui.helps import HELPS
from convoguide.tui.screens.debrief import DebriefScreen
from convoguide.tui.screens.help import grouped
from convoguide.tui.widgets.form_fields import TextControl
from convoguide.tui.widgets.line_view import LineView
from convoguide.tui.widgets.note_field import NoteField
from tests.tui.looks import Look, looking
from tests.tui.shelling import run


@pytest.mark.parametrize(("locale", "system"), [("en", "Cosmic"), ("nb", "DIPS")])
def test_which_system_holds_the_text_is_asked_with_an_example_of_its_country(
    locale: str, system: str
) -> None:
    async def story() -> None:
        async with looking(Look("documented", ("j", "d")), locale) as app:
            assert app.name == "TextDialog"
            assert system in app.screen
            assert "Enter" in app.screen

    run(story())


def test_choosing_a_passphrase_says_what_enter_does() -> None:
    async def story() -> None:
        async with looking(Look("new", ("enter",), world="new"), "en") as app:
            assert app.name == "PassphraseDialog"
            assert "Enter goes on" in app.screen

    run(story())


def test_a_criterion_of_two_lines_goes_on_under_its_own_words() -> None:
    async def story() -> None:
        async with looking(Look("identify", ("i",)), "en") as app:
            lines = app.lines()
            first = next(n for n, line in enumerate(lines) if "gradual decline" in line)
            assert lines[first].index("General") == lines[first + 1].index("continues")

    run(story())


@pytest.mark.parametrize(("size", "rows"), [((80, 24), 14), ((120, 40), 30)])
def test_the_list_of_steps_takes_the_rows_that_are_free(size: tuple[int, int], rows: int) -> None:
    async def story() -> None:
        async with looking(Look("jump", ("enter", "f4")), "en", size) as app:
            view = app.app.screen.query_one("#found", LineView)
            assert view.size.height == rows
            marked = next(n for n, row in enumerate(view.rows) if row.tag == view.cursor)
            assert 3 <= marked - view.scroll_offset.y <= rows - 4
            assert view.vertical_scrollbar.position == view.scroll_offset.y > 0

    run(story())


def test_a_note_that_is_moved_is_shown_above_the_steps() -> None:
    async def story() -> None:
        async with looking(Look("move", ("enter", "escape", "m", "enter")), "en") as app:
            box = app.app.screen.query_one("#note", LineView).region
            assert "Planerar resan med dottern." in app.lines()[box.y]
            assert app.app.screen.query_one("#found").region.bottom < 23

    run(story())


def test_a_step_whose_facts_are_there_has_the_same_mark_in_the_finder() -> None:
    async def story() -> None:
        async with looking(Look("jump", ("enter", "f4")), "en") as app:
            await app.type("Relatives in")
            line = next(line for line in app.lines() if "> " in line and "Relatives in" in line)
            assert "[x] Relatives in" in line

    run(story())


def test_enter_files_nothing_before_a_step_is_proposed_or_looked_for() -> None:
    async def story() -> None:
        async with looking(Look("filing", ("enter", "escape", "b", "escape", "g")), "en") as app:
            view = app.app.screen.query_one("#found", LineView)
            assert view.cursor is None
            await app.press("enter")
            assert app.name == "FilingDialog"
            await app.press("down")
            assert view.cursor == view.rows[0].tag

    run(story())


@pytest.mark.parametrize(("keys", "shown"), [
    (("full_stop",), "F1, h "),
    (("enter", "escape", "full_stop"), "F1, Esc h "),
])  # fmt: skip
def test_the_palette_names_keys_as_help_does_and_has_its_hint_beside_the_caret(
    keys: tuple[str, ...], shown: str
) -> None:
    async def story() -> None:
        async with looking(Look("palette", keys), "en") as app:
            assert shown in app.screen
            field = app.app.screen.query_one(TextControl)
            assert field.get_component_rich_style("note-field--caret").reverse
            assert " A few letters" in app.lines()[field.region.y]

    run(story())


def test_the_dialog_to_paste_into_shows_its_caret_and_what_belongs_there() -> None:
    async def story() -> None:
        async with looking(Look("paste", ("p",)), "en") as app:
            field = app.app.screen.query_one("#pasted", NoteField)
            assert field.get_component_rich_style("note-field--caret").reverse
            assert "The text goes here" in app.lines()[field.region.y]
            assert app.app.screen.query_one(".title").styles.text_style.bold

    run(story())


def test_the_step_one_stands_on_has_others_after_it_in_the_list_of_steps() -> None:
    async def story() -> None:
        look = Look("steps", ("enter", "escape", "t"), way="steps")
        async with looking(look, "en") as app:
            view = app.app.screen.query_one("#steps", LineView)
            marked = next(n for n, row in enumerate(view.rows) if row.tag == view.cursor)
            assert 5 < marked - view.scroll_offset.y < view.size.height - 5
            assert view.vertical_scrollbar.position == view.scroll_offset.y

    run(story())


@pytest.mark.parametrize(("keys", "name"), [
    (("enter", "f1"), "Conversation"),
    (("j", "f1"), "To the journal"),
    (("enter", "f4", "f1"), "Go to which step?"),
])  # fmt: skip
def test_help_names_the_screen_it_is_for(keys: tuple[str, ...], name: str) -> None:
    async def story() -> None:
        async with looking(Look("help", keys), "en") as app:
            assert app.name == "HelpScreen"
            assert app.lines()[0].startswith(f" Help · {name}")

    run(story())


def test_where_one_types_no_question_mark_is_named_for_help() -> None:
    async def story() -> None:
        for keys, named in ((("f1",), "F1, h, ?"), (("enter", "f1"), "F1, Esc h ")):
            async with looking(Look("help", keys), "en") as app:
                assert named in app.screen

    run(story())


def test_help_tells_every_key_of_a_conversation_once_and_by_what_it_is_for() -> None:
    actions = actions_of(TALK)
    found = list(grouped(actions, HELPS["ConversationScreen"].groups))
    told = [each.id for _heading, some in found for each in some]
    assert sorted(told) == sorted(each.id for each in actions)
    assert [heading for heading, _some in found][:3] == ["", "Moving about", "Notes"]
    assert max(len(some) for _heading, some in found) <= 11


def test_two_praises_of_one_turn_are_two_rows() -> None:
    praised = [
        SimpleNamespace(text=text, evidence=SimpleNamespace(turn=4, quote="Berätta mer."))
        for text in ("You asked openly.", "You stayed with it.")
    ]
    made = SimpleNamespace(went_well=praised)
    rows = list(DebriefScreen._went_well(None, made, 60))  # type: ignore[arg-type]
    tags = [row.tag for row in rows if row.tag is not None]
    assert len(tags) == len(set(tags)) == 2
    assert all(tag[:2] == ("turn", 4) for tag in tags)  # type: ignore[index]


def test_where_q_is_an_answer_the_last_line_does_not_name_it_for_another_thing() -> None:
    async def story() -> None:
        async with looking(Look("trouble", world="trouble"), "en") as app:
            assert app.name == "TroubleDialog"
            assert "q   Quit" in app.screen
            assert "q Cancel" not in app.screen
            await app.press("escape", "escape")
            assert app.name == "HomeScreen"

    run(story())
