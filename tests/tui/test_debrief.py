"""How it went: what is quoted opens its turn; a file, another attempt, progress."""

from pathlib import Path

from tests.tui.practising import ASKS, attempts, meet, rehearsing, say, tried, turns
from tests.tui.shelling import Running, run

ROOMY = (100, 70)
POOR = ("Oroa dig inte.", "Det ordnar sig nog ska du se.", "Vi tar nya prover.")


async def _debriefed(app: Running) -> None:
    await meet(app)
    await say(app, *ASKS)
    await app.press("f9")
    await app.until(lambda: "it is not a grade" in app.screen)


def test_the_debrief_tells_what_went_well_one_thing_to_try_and_each_group() -> None:
    async def story() -> None:
        async with rehearsing(size=ROOMY) as app:
            await _debriefed(app)
            made = app.app.screen.found[0]  # type: ignore[attr-defined]
            for each in made.went_well:
                assert each.text[:60] in app.screen
                assert f"Turn {each.evidence.turn}: “{each.evidence.quote[:30]}" in app.screen
            assert made.try_next is not None
            assert made.try_next.phrase[:40] in app.screen
            assert "Feelings (" in app.screen
            assert "Closing" not in app.screen or made.groups[-1][1] is not None

    run(story())


def test_a_quotation_opens_its_turn_in_the_talk() -> None:
    async def story() -> None:
        async with rehearsing(size=ROOMY) as app:
            await _debriefed(app)
            _turn, n, *_rest = app.app.screen.marked  # type: ignore[attr-defined]
            await app.press("enter")
            assert app.name == "RehearsalScreen"
            assert any(line.startswith(f" > {n:>3} ") for line in app.lines())
            await app.press("f9", "f9")
            assert app.name == "RehearsalScreen"
            assert turns(app) == list(ASKS)

    run(story())


def test_nothing_said_is_nothing_to_tell_of() -> None:
    async def story() -> None:
        async with rehearsing() as app:
            await meet(app)
            await app.press("f9")
            assert app.name == "RehearsalScreen"

    run(story())


def test_a_file_bears_no_name_unless_one_is_given_and_replaces_none(tmp_path: Path) -> None:
    async def story() -> None:
        async with rehearsing(size=ROOMY) as app:
            await _debriefed(app)
            for name, ending in (("", "a.md"), ("Anna Berg", "b.md"), ("", "a.md"), ("", "c.doc")):
                await app.press("f")
                app.app.screen.query_one("Input").value = str(tmp_path / ending)  # type: ignore[attr-defined]
                await app.press("enter")
                app.app.screen.query_one("Input").value = name  # type: ignore[attr-defined]
                await app.press("enter")
                told = {"a.md": "a.md", "b.md": "Written", "c.doc": ".md, .docx, .pdf"}[ending]
                assert told in app.screen
            await app.press("f")
            app.app.screen.query_one("Input").value = str(tmp_path / "d.md")  # type: ignore[attr-defined]
            await app.press("enter", "escape", "escape")

    run(story())
    assert "Anna Berg" not in (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "Anna Berg" in (tmp_path / "b.md").read_text(encoding="utf-8")
    assert {each.name for each in tmp_path.glob("*.*")} == {"a.md", "b.md"}


def test_an_attempt_is_compared_with_the_one_that_is_chosen() -> None:
    async def story() -> None:
        within = attempts()
        tried(within, *POOR)
        async with rehearsing(within=within, size=ROOMY) as app:
            await _debriefed(app)
            assert "Your other attempts with this person" in app.screen
            await app.press("l")
            assert app.name == "ComparedScreen"
            assert "Better" in app.screen
            await app.press("q")
            tried(within, *POOR)
            await app.press("q", "f9")
            await app.until(lambda: app.name == "DebriefScreen")
            await app.settle()
            await app.press("l")
            assert app.name == "PickDialog"
            await app.press("1")
            assert app.name == "ComparedScreen"

    run(story())


def test_without_another_attempt_there_is_nothing_to_compare() -> None:
    async def story() -> None:
        async with rehearsing(size=ROOMY) as app:
            await _debriefed(app)
            await app.press("l")
            assert app.name == "DebriefScreen"
            assert "l Compare" not in app.lines()[-1]

    run(story())


def test_progress_lists_the_attempts_in_order_opens_and_draws_them(tmp_path: Path) -> None:
    async def story() -> None:
        within = attempts()
        tried(within, *POOR)
        tried(within, *ASKS)
        tried(within, *ASKS[:1])
        async with rehearsing(within=within, size=ROOMY) as app:
            await app.press("s")
            await app.until(lambda: "no pass mark" in app.screen)
            assert "1 rehearsal of fewer than three turns is left out." in app.screen
            rows = [line for line in app.lines() if " of 100, " in line]
            assert [row.split(", ")[1].split()[0] for row in rows] == ["3", "4"]
            await app.press("f")
            target = tmp_path / "progress.svg"
            app.app.screen.query_one("Input").value = str(target)  # type: ignore[attr-defined]
            await app.press("enter")
            assert target.read_text(encoding="utf-8").startswith("<svg")
            await app.press("enter")
            await app.until(lambda: app.name == "DebriefScreen")

    run(story())


def test_without_attempts_progress_says_how_one_comes_to_stand_there() -> None:
    async def story() -> None:
        async with rehearsing() as app:
            await app.press("s")
            await app.until(lambda: "No rehearsals yet." in app.screen)
            assert "three turns" in app.screen
            await app.press("f", "x")
            assert app.name == "ProgressScreen"

    run(story())


def test_the_teachers_page_is_there_afterwards() -> None:
    async def story() -> None:
        async with rehearsing(size=(100, 110)) as app:
            await _debriefed(app)
            await app.press("a")
            assert "What opens it" in app.screen
            await app.press("a")
            assert "What opens it" not in app.screen

    run(story())
