"""The structured parts as forms: filled by keyboard, wrong dates said where they stand."""

from datetime import date

import pytest

from convoguide.core.conversation import to_file
from convoguide.core.parts import Action, Consent, Contact, Present, Receiver
from convoguide.days import parse_day, parse_interval
from convoguide.tui import facts
from convoguide.tui.facts import BY_ID
from convoguide.tui.facts_told import part_lines, step_lines
from tests.tui.talking import FORHAND, SVAS, Talking, run, sit, talking

TODAY = date(2026, 11, 20)


async def _open(talk: Talking, part_id: str) -> None:
    """Open a part through the list of all."""
    await talk.letter("x")
    parts = [part.id for part in facts.PARTS]
    await talk.press(*["down"] * parts.index(part_id), "enter")


def test_the_frame_of_the_conversation_is_filled_in_one_form() -> None:
    async def story() -> None:
        async with talking() as talk:
            await _open(talk, "frame")
            await talk.type("rum 12", "enter")
            await talk.type("19/11", "enter")
            await talk.press("right", "enter", "right", "f2")
            held = talk.sitting.conversation
            assert (held.label, held.held_on) == ("rum 12", date(2026, 11, 19))
            assert (held.place, held.led_by) == ("home", "physician")
            assert "rum 12" in talk.screen
            await talk.press("escape", "escape")
            assert "rum 12" in talk.lines()[0]

    run(story())


def test_a_wrong_date_is_said_under_its_field_until_it_is_right() -> None:
    async def story() -> None:
        async with talking() as talk:
            talk.app.talk.go_to("follow_up")
            await talk.letter("f")
            await talk.type("2026-13-01", "enter")
            lines = talk.lines()
            row = next(n for n, line in enumerate(lines) if "2026-13-01" in line)
            assert "This is no date" in lines[row + 1]
            assert talk.sitting.conversation.follow_up is None
            await talk.press(*["backspace"] * 10)
            await talk.type("4/12", "enter")
            assert talk.sitting.conversation.follow_up == date(2026, 12, 4)

    run(story())


def test_what_is_typed_over_a_date_takes_its_place() -> None:
    async def story() -> None:
        async with talking() as talk:
            talk.sitting.fill(follow_up=date(2026, 12, 4))
            talk.app.talk.go_to("follow_up")
            await talk.letter("f")
            await talk.type("+7", "enter")
            assert talk.sitting.conversation.follow_up == date(2026, 11, 27)

    run(story())


def test_consent_is_one_form_with_its_lists_inside() -> None:
    async def story() -> None:
        async with talking() as talk:
            talk.app.talk.go_to("consent_share")
            await talk.letter("f")
            await talk.press("right", "enter", "right", "enter")
            await talk.type("20/11", "enter")
            await talk.press("enter")
            await talk.type("hemsjukvården", "enter")
            await talk.press("right", "right", "enter")
            await talk.letter("q")
            assert "hemsjukvården" in talk.screen
            await talk.press("down", "enter")
            await talk.type("brodern", "enter")
            await talk.press("right", "enter")
            await talk.letter("q")
            await talk.press("f2")
            assert talk.sitting.conversation.consent == Consent(
                to_plan=True,
                given_by="patient",
                on=TODAY,
                share_with=(Receiver(who="hemsjukvården", kind="provider"),),
                not_with=(Receiver(who="brodern", kind="relative"),),
            )
            journal = talk.journal()
            assert "hemsjukvården" in journal

    run(story())


def test_actions_are_added_changed_ended_and_taken_out() -> None:
    async def story() -> None:
        async with talking() as talk:
            await _open(talk, "actions")
            await talk.type("ring kommunsköterskan", "enter", "enter")
            await talk.type("Berg", "enter")
            await talk.type("+7", "f2")
            await talk.letter("a")
            await talk.type("hämta madrass", "f2")
            assert [each.what for each in talk.sitting.conversation.actions] == [
                "ring kommunsköterskan",
                "hämta madrass",
            ]
            await talk.press("up", "up", "enter")
            await talk.press("down", "down", "down", "down")
            await talk.type("20/11", "enter")
            assert talk.sitting.conversation.actions[0] == Action(
                what="ring kommunsköterskan",
                responsible="Berg",
                due=date(2026, 11, 27),
                ended=TODAY,
            )
            await talk.press("down", "delete")
            assert len(talk.sitting.conversation.actions) == 1
            await talk.letter("q")
            await talk.press("escape", "escape")
            await talk.letter("z")
            assert len(talk.sitting.conversation.actions) == 2

    run(story())


def test_what_is_needed_is_asked_for_before_it_is_kept() -> None:
    async def story() -> None:
        async with talking() as talk:
            await _open(talk, "contacts")
            await talk.press("f2")
            assert "This is needed" in talk.screen
            await talk.type("Eva", "f2")
            assert talk.sitting.conversation.contacts == (Contact(name="Eva"),)

    run(story())


def test_a_form_with_changes_is_not_thrown_away_without_a_word() -> None:
    async def story() -> None:
        async with talking() as talk:
            await _open(talk, "background")
            await talk.type("Sämre sedan i maj")
            await talk.press("escape", "escape")
            assert "Not saved yet" in talk.screen
            assert "Sämre sedan i maj" in talk.screen
            await talk.press("escape", "escape")
            assert talk.sitting.conversation.background is None
            await talk.press("escape", "escape")
            await _open(talk, "background")
            await talk.press("escape", "escape")
            assert "Which facts?" in talk.screen

    run(story())


def test_a_limit_says_that_it_applies_as_a_wish_until_a_physician_decides() -> None:
    async def story() -> None:
        async with talking() as talk:
            talk.app.talk.go_to("treatment_limits")
            await talk.type("Ingen intensivvård", "enter")
            wish = "applies as a wish until a physician's decision is entered"
            assert wish in talk.flat
            await talk.letter("f")
            assert "Applies as a wish until" in talk.flat
            await talk.press("right", "right", "enter")
            await talk.type("Lind", "enter")
            await talk.type("20/11", "f2")
            assert not talk.sitting.conversation.entry("treatment_limits").decided
            assert wish in talk.flat
            await talk.letter("f")
            await talk.press("left", "f2")
            assert talk.sitting.conversation.entry("treatment_limits").decided
            assert wish not in talk.flat

    run(story())


def test_a_step_with_facts_of_several_kinds_asks_which() -> None:
    async def story() -> None:
        async with talking() as talk:
            talk.app.talk.go_to("plan")
            await talk.settle()
            assert "Esc f: Actions, Contacts" in talk.flat
            await talk.letter("f")
            await talk.press("down", "down", "enter")
            await talk.press("enter")
            await talk.type("3 månader", "f2")
            review = talk.sitting.conversation.review
            assert review is not None
            assert review.every == "P3M"
            assert "Plan review: every: P3M" in talk.flat

    run(story())


def test_attachments_are_ticked_and_unticked() -> None:
    async def story() -> None:
        async with talking(sit(FORHAND)) as talk:
            await _open(talk, "attachments")
            await talk.press("space", "right", "right", "space", "right", "space", "space", "enter")
            assert talk.sitting.conversation.attachments == ("treatment_plan", "pain_chart")

    run(story())


@pytest.mark.parametrize(("spaces", "able"), [(1, "yes"), (2, None), (3, "yes")])
def test_space_confirms_what_the_arrows_chose_before_it_takes_it_back(
    spaces: int, able: str | None
) -> None:
    async def story() -> None:
        async with talking() as talk:
            await _open(talk, "capacity")
            await talk.press("right", *["space"] * spaces, "f2")
            capacity = talk.sitting.conversation.capacity
            assert (capacity and capacity.able) == able

    run(story())


@pytest.mark.parametrize("part", facts.PARTS, ids=lambda part: part.id)
def test_every_part_opens_is_left_unchanged_and_closes(part: facts.Part) -> None:
    async def story() -> None:
        async with talking() as talk:
            before = talk.sitting.conversation
            await _open(talk, part.id)
            await talk.press("f2" if part.shape != "many" else "escape", "escape", "escape")
            assert talk.sitting.conversation == before
            assert to_file(talk.sitting.conversation) == to_file(before)

    run(story())


def test_facts_are_told_under_the_step_they_belong_with() -> None:
    sitting = sit(SVAS)
    sitting.fill(present=(Present(who="patient"), Present(who="relative", name="Eva")))
    assert step_lines(sitting, "relatives_present") == ["Who took part: relative, name: Eva"]
    assert part_lines(sitting, BY_ID["contacts"]) == []


def test_of_two_steps_that_ask_who_was_there_each_tells_those_it_asks_for() -> None:
    sitting = sit(SVAS)
    sitting.fill(present=(Present(who="patient"),))
    assert step_lines(sitting, "relatives_present") == []
    assert step_lines(sitting, "others_present") == []
    people = (Present(who="patient"), Present(who="relative", name="Eva"), Present(who="nurse"))
    sitting.fill(present=people)
    assert step_lines(sitting, "relatives_present") == ["Who took part: relative, name: Eva"]
    assert step_lines(sitting, "others_present") == ["Who took part: nurse"]


def test_one_step_that_asks_who_was_there_tells_all_on_one_line() -> None:
    sitting = sit(FORHAND)
    sitting.fill(present=(Present(who="patient"), Present(who="relative", name="Eva")))
    assert step_lines(sitting, "who_takes_part") == [
        "Who took part: the patient; relative, name: Eva"
    ]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-04", date(2026, 12, 4)),
        ("20261204", date(2026, 12, 4)),
        ("4/12", date(2026, 12, 4)),
        ("04.12.", date(2026, 12, 4)),
        ("4/12/27", date(2027, 12, 4)),
        ("19/11", date(2027, 11, 19)),
        ("29/2", date(2028, 2, 29)),
        ("+14", date(2026, 12, 4)),
        ("in 2 weeks", date(2026, 12, 4)),
        ("om 2 veckor", date(2026, 12, 4)),
        ("om 2 uker", date(2026, 12, 4)),
        ("om 3 månader", date(2027, 2, 20)),
        ("om 1 år", date(2027, 11, 20)),
        ("I dag", date(2026, 11, 20)),
        ("igår", date(2026, 11, 19)),
        ("i  morgen", date(2026, 11, 21)),
        ("31/2", None),
        ("2026-13-01", None),
        ("12", None),
        ("soon", None),
        ("in 99999 years", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: date | None) -> None:
    assert parse_day(typed, TODAY) == day


def test_a_day_that_lies_behind_is_the_last_one() -> None:
    assert parse_day("19/11", TODAY, "behind") == date(2026, 11, 19)
    assert parse_day("21/11", TODAY, "behind") == date(2025, 11, 21)


@pytest.mark.parametrize(
    ("typed", "interval"),
    [("P3M", "P3M"), ("p2w", "P2W"), ("3 months", "P3M"), ("2 veckor", "P2W"), ("1 år", "P1Y"),
     ("2 uker", "P2W"), ("3", None), ("often", None), ("P", None)],
)  # fmt: skip
def test_an_interval_is_read_as_people_write_it(typed: str, interval: str | None) -> None:
    assert parse_interval(typed) == interval
