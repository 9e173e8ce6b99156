"""The dialogs over a conversation: what is marked in them, and which keys they hear."""

from collections.abc import Iterator
from datetime import date

import pytest

from convoguide import i18n
from convoguide.tui.dialogs.form import FormDialog
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.facts import BY_ID
from convoguide.tui.widgets.form_fields import ChoiceControl
from convoguide.tui.widgets.line_view import LineView
from convoguide.tui.words import CRITERIA
from tests.tui.talking import SMALL, WIDE, run, sit, talking


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = i18n.current()
    i18n.use("en")
    yield
    i18n.use(before)


def test_while_the_date_is_typed_another_time_is_marked_and_q_is_behind_escape() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.letter("o")
            await talk.press("l")
            choices = talk.app.screen.query_one("#choices", LineView)
            assert choices.cursor == "deferred"
            assert "Esc q Cancel" in talk.lines()[-1]
            asked = talk.app.screen.query_one("#asked")
            assert asked.region.y == choices.region.bottom + 1

    run(story())


@pytest.mark.parametrize(("locale", "shown"), [("en", "y"), ("sv", "j"), ("nb", "j"), ("nn", "j")])
def test_yes_has_the_letter_of_the_interfaces_language_and_y_is_heard_too(
    locale: str, shown: str
) -> None:
    async def story() -> None:
        i18n.use(locale)
        choices = [Choice("no", "n", "nej"), Choice("yes", "y", "ja")]
        for pressed in {"y", shown}:
            answers: list[str | None] = []
            async with talking() as talk:
                await talk.app.push_screen(LetterDialog("?", choices), answers.append)
                await talk.settle()
                assert f"{shown}   ja" in talk.screen
                await talk.press(pressed)
            assert answers == ["yes"]

    run(story())


@pytest.mark.parametrize("second", [None, "nb"])
def test_the_second_languages_mark_stands_on_what_holds_now(second: str | None) -> None:
    async def story() -> None:
        async with talking(sit(way="steps")) as talk:
            talk.app.talk.speak_two("nn")
            talk.app.talk.speak_two(second)
            await talk.letter("&")
            choices = talk.app.screen.query_one("#choices", LineView)
            assert choices.cursor == (second or "-")

    run(story())


def _form(part: str) -> FormDialog:
    return FormDialog(BY_ID[part], None, date(2026, 11, 20))


def test_who_decides_on_limits_is_told_at_once_when_it_stays_a_wish() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.app.push_screen(_form("decision"))
            await talk.settle()
            assert "It stays a wish" not in talk.screen
            await talk.press("right", "right")
            assert "It stays a wish: only a physician's decision" in talk.flat
            await talk.press("left")
            assert "It stays a wish" not in talk.screen

    run(story())


def test_a_choice_too_long_for_a_line_goes_on_under_its_own_words() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.app.push_screen(_form("identified"))
            await talk.settle()
            lines = talk.lines()
            first = next(n for n, line in enumerate(lines) if "gradual decline" in line)
            words = lines[first].index("gradual")
            assert lines[first + 1][words:].startswith("treatment")
            assert not lines[first + 1][words - 5 : words].strip()
            await talk.press("tab", "tab", "space", "right", "space")
            control = talk.app.screen.query_one("#field2", ChoiceControl)
            assert control.chosen == tuple(CRITERIA)[:2]
            await talk.pilot.click(control, offset=(6, 1))
            assert control.chosen == tuple(CRITERIA)[1:2]

    run(story())


def _in_several_lines(control: ChoiceControl) -> bool:
    return control.size.height > 1


@pytest.mark.parametrize("part", ["decision", "contacts", "identified"])
def test_walking_through_a_form_up_and_down_changes_nothing(part: str) -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.app.push_screen(_form(part))
            await talk.settle()
            choices = [*talk.app.screen.query(ChoiceControl)]
            assert any(map(_in_several_lines, choices))
            for control in choices:
                control.focus()
                await talk.press("right")
            before = [control.chosen for control in choices]
            count = len(BY_ID[part].fields)
            for key, step in (("down", 1), ("up", -1)):
                place = 0
                talk.app.screen.query_one("#field0").focus()
                for _field in range(count):
                    await talk.press(key)
                    place = (place + step) % count
                    assert talk.app.screen.query_one(f"#field{place}").has_focus
            assert [control.chosen for control in choices] == before

    run(story())


def test_a_name_typed_where_one_of_several_is_chosen_chooses_nothing() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.app.push_screen(_form("decision"))
            await talk.settle()
            control = talk.app.screen.query(ChoiceControl).first()
            control.focus()
            await talk.press("right")
            before = control.chosen
            assert before
            await talk.type("Eva-Kari")
            assert control.chosen == before
            assert control.has_focus

    run(story())


def test_a_letter_marks_what_may_be_ticked_and_space_ticks_it() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.app.push_screen(_form("identified"))
            await talk.settle()
            control = talk.app.screen.query_one("#field2", ChoiceControl)
            control.focus()
            wanted = next(each for each, name in CRITERIA.items() if name.startswith("repeated"))
            await talk.press("r")
            assert list(control.chosen) == []
            await talk.press("space")
            assert control.chosen == (wanted,)

    run(story())


@pytest.mark.parametrize(("part", "size", "apart"), [
    ("capacity", SMALL, 1), ("decision", SMALL, 0), ("decision", WIDE, 1),
])  # fmt: skip
def test_fields_stand_apart_where_there_is_room(
    part: str, size: tuple[int, int], apart: int
) -> None:
    async def story() -> None:
        async with talking(size=size) as talk:
            await talk.app.push_screen(_form(part))
            await talk.settle()
            one, two = (talk.app.screen.query_one(f"#field{n}").region for n in (1, 2))
            assert two.y - one.bottom == apart

    run(story())


def test_in_a_form_higher_than_the_window_the_field_one_types_in_is_in_sight() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.app.push_screen(_form("decision"))
            await talk.settle()
            await talk.press("right", "right", "shift+tab")
            last = talk.app.screen.query_one("#field7")
            assert last.has_focus
            await talk.type("2027-01-02")
            box = talk.app.screen.query_one(".box")
            assert box.virtual_size.height <= box.size.height
            assert last.region.bottom < box.region.bottom
            assert "2027-01-02" in talk.lines()[last.region.y]

    run(story())
