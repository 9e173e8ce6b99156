"""What a wide window is used for, and what a pane says of itself."""

from convoguide.tui.widgets.line_view import LineView
from tests.tui.looks import Look, looking
from tests.tui.shelling import run

WIDEST = (200, 60)


def test_a_wide_window_has_wider_panes_beside_the_step() -> None:
    async def story() -> None:
        async with looking(Look("steps", ("enter",), way="steps"), "en", (120, 40)) as app:
            steps, summary = (app.app.screen.query_one(name) for name in ("#steps", "#summary"))
            assert (steps.size.width, summary.size.width) < (36, 40)
            await app.resize(*WIDEST)
            await app.settle()
            assert steps.size.width >= 44
            assert summary.size.width >= 50
            assert app.app.screen.query_one("#feed").size.width >= 90

    run(story())


def test_a_rehearsals_stages_have_the_room_that_the_talk_leaves() -> None:
    async def story() -> None:
        async with looking(Look("rehearsal", ("b",), world="practice"), "sv", WIDEST) as app:
            stages = app.app.screen.query_one("#stages", LineView)
            assert stages.region.right == WIDEST[0]
            shown = ["".join(words for words, _style in row.parts) for row in stages.rows]
            assert any("tankar om framtiden utifrån två perspektiv" in line for line in shown)

    run(story())


def test_the_summary_beside_the_talk_says_what_it_is() -> None:
    async def story() -> None:
        async with looking(Look("talk", ("enter",)), "en", (120, 40)) as app:
            await app.pilot.pause(0.4)
            await app.app.workers.wait_for_complete()
            await app.settle()
            first = app.app.screen.query_one("#summary", LineView).rows[0]
            assert first.parts == (("Journal text", "quiet"),)

    run(story())


def test_the_quiet_page_says_how_a_jot_is_kept_until_one_types() -> None:
    async def story() -> None:
        async with looking(Look("jot", ("enter",), way="jot"), "en") as app:
            assert "Enter keeps a jot. Esc shows the commands." in app.screen
            await app.type("V")
            assert "Enter keeps" not in app.screen

    run(story())
