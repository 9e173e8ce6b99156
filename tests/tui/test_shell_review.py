"""The review: the finished text, where each line came from, and what is said of limits."""

from datetime import date

from convoguide.core.parts import Decider
from convoguide.services.conduct import Sitting
from convoguide.services.keep import MemoryKeeper
from tests.tui.shelling import kept, run, running, sit

WISH, REGISTER = "applies as a wish until a physician's decision", "changes nothing in the journal"


def _talk() -> Sitting:
    sitting = sit()
    sitting.note("Hinna till dopet", "patient", step="hopes")
    sitting.note("Natten", step="worries")
    sitting.leave("declined", step="unwanted_care")
    sitting.jump("family")
    return sitting


def test_a_line_opens_the_step_it_came_from_and_f9_returns_to_the_text() -> None:
    async def story() -> None:
        sitting = _talk()
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await app.press("enter", "f9")
            assert "”Hinna till dopet”" in app.screen
            lines = [line for line in app.lines() if ">" in line]
            while "Natten" not in "".join(lines):
                await app.press("down")
                lines = [line for line in app.lines() if line.strip().startswith(">")]
            await app.press("enter")
            assert app.name == "ConversationScreen"
            assert sitting.step == "worries"
            await app.press("f9")
            assert app.name == "ReviewScreen"
            await app.press("f9")
            assert app.name == "ConversationScreen"
            assert sitting.step == "worries"

    run(story())


def test_coming_back_without_choosing_leaves_one_where_one_was() -> None:
    async def story() -> None:
        sitting = _talk()
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await app.press("enter", "f9", "f9")
            assert app.name == "ConversationScreen"
            assert sitting.step == "family"

    run(story())


def test_without_a_limit_nothing_is_said_of_limits() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), _talk())) as app:
            await app.press("enter", "f9")
            text = " ".join(app.screen.split())
            assert WISH not in text
            assert REGISTER not in text

    run(story())


def test_a_limit_applies_as_a_wish_until_a_physician_and_a_date_are_entered() -> None:
    async def story() -> None:
        sitting = _talk()
        sitting.note("Ingen hjärt-lungräddning", step="treatment_limits")
        sitting.decide("treatment_limits", decided_by=Decider(role="physician"))
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await app.press("enter", "f9")
            text = " ".join(app.screen.split())
            assert WISH in text
            assert REGISTER in text
            await app.press("f9")
            sitting.decide("treatment_limits", decided_on=date(2026, 11, 20))
            await app.press("f9")
            text = " ".join(app.screen.split())
            assert WISH not in text
            assert REGISTER in text

    run(story())


def test_findings_are_folded_until_they_are_asked_for() -> None:
    async def story() -> None:
        sitting = _talk()
        sitting.note("Avstå från dialys", step="treatment_limits")
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await app.press("enter", "f9")
            assert "Self-check:" in app.screen
            assert "has no physician's decision" not in " ".join(app.screen.split())
            await app.press("k")
            assert "has no physician's decision" in " ".join(app.screen.split())

    run(story())


def test_topics_for_another_talk_stand_a_line_each_and_open_their_step() -> None:
    async def story() -> None:
        sitting = _talk()
        async with running(kept(MemoryKeeper(), sitting), size=(80, 50)) as app:
            await app.press("enter", "f9", "k")
            lines = [line.strip() for line in app.lines()]
            start = lines.index("For another conversation:")
            assert sitting.guide.step("strength") is not None
            title = "Strength from earlier hard times"
            assert title in lines[start:]
            assert lines.index("Explore the patient's situation today") < lines.index(title)
            while f"> {title}" not in [" ".join(line.split()) for line in app.lines()]:
                await app.press("down")
            await app.press("enter")
            assert app.name == "ConversationScreen"
            assert sitting.step == "strength"

    run(story())


def test_what_is_held_apart_is_told_by_number_and_not_by_its_words() -> None:
    async def story() -> None:
        sitting = _talk()
        sitting.note("bara för oss", step="family")
        sitting.edit("family", 0, private=True)
        async with running(kept(MemoryKeeper(), sitting), size=(80, 60)) as app:
            await app.press("enter", "f9", "end")
            assert "1 note is held apart" in app.screen
            assert "bara för oss" not in app.screen

    run(story())


def test_the_title_is_in_the_language_of_the_interface() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), _talk())) as app:
            await app.press("enter", "f9")
            assert app.lines()[0].strip().startswith("Review · Serious illness conversation")

    run(story())


def test_an_empty_conversation_has_neither_a_date_nor_a_self_check() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), sit()), size=(80, 40)) as app:
            await app.press("enter", "f9")
            assert "Nothing has been recorded yet" in app.screen
            assert "Self-check" not in app.screen
            assert "2026-11-20" not in app.screen

    run(story())


def test_another_document_of_the_same_conversation_can_be_read() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), _talk()), size=(80, 40)) as app:
            await app.press("enter", "f9", "x")
            app.app.screen.choose("journal-forhandssamtale")  # type: ignore[attr-defined]
            await app.settle()
            assert app.name == "ReviewScreen"
            assert app.app.screen.document_id == "journal-forhandssamtale"  # type: ignore[attr-defined]
            assert "Hinna till dopet" in app.screen

    run(story())
