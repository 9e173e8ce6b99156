"""Two languages at once, on the screen."""

from collections.abc import Iterator

import pytest

from convoguide import i18n
from convoguide.cli.main import main
from convoguide.config import Settings
from convoguide.services import packs
from convoguide.services.keep import MemoryKeeper
from convoguide.services.local import forget
from convoguide.tui.bindings import action
from convoguide.tui.guide_text import in_two, text_of
from convoguide.tui.large import large_lines
from convoguide.tui.screens.settings import SETTINGS_SHOWN
from convoguide.tui.widgets.step_card import large_rows
from tests.packing import EXAMPLE
from tests.tui.shelling import kept, rich, run, running
from tests.tui.talking import SMALL, WIDE, sit, talking

FIRST = "Vad önskar du dig mest av tiden som kommer?"
SECOND = "Hva ønsker du deg mest av tiden som kommer?"


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    before = i18n.current()
    i18n.use("sv")
    yield
    i18n.use(before)
    forget()


def steps(second: str | None = "nb") -> Settings:
    return Settings(way="steps", second_locale=second)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_the_step_has_its_name_and_phrase_in_both_languages(size: tuple[int, int]) -> None:
    async def story() -> None:
        sitting = sit(way="steps")
        sitting.jump("hopes")
        async with talking(sitting, size=size, settings=steps()) as talk:
            lines = [line.strip() for line in talk.lines()]
            text = " ".join(" ".join(lines).replace("|", " ").replace("&", " ").split())
            assert "Förhoppningar" in text
            assert "Håp" in text
            assert text.index("Vad önskar du dig mest") < text.index("Hva ønsker du deg mest")

    run(story())


@pytest.mark.parametrize("second", ["nb", "en"])
@pytest.mark.parametrize("guide", ["svas-kronoberg", "forhandssamtale"])
def test_on_80_by_24_both_phrases_of_every_step_are_on_the_screen_whole(
    guide: str, second: str
) -> None:
    async def story() -> None:
        sitting = sit(guide, "steps")
        async with talking(sitting, size=SMALL, settings=steps(second)) as talk:
            for step in sitting.steps():
                if step.kind != "spoken":
                    continue
                talk.app.talk.go_to(step.id)
                await talk.settle()
                shown = "".join(talk.screen.replace("|", "").replace("&", "").split())
                text = talk.app.talk.text
                said = text.second_phrases(step)[0]
                assert "".join(text.phrases(step)[0].split()) in shown, step.id
                assert said is None or "".join(said.split()) in shown, step.id

    run(story())


def test_a_key_chooses_the_second_language_and_takes_it_away() -> None:
    async def story() -> None:
        async with running(
            kept(MemoryKeeper(), rich("Vill hem")),
            settings=Settings(keep="memory", locale="sv", way="steps"),
            start="svas-kronoberg",
        ) as app:
            assert action("second").letter == "&"
            await app.press("escape", "&")
            assert app.name == "LetterDialog"
            await app.press("b")
            assert app.app.settings.second_locale == "nb"
            assert "Tilby en samtale" in app.screen
            await app.press("escape", "&", "a")
            assert app.app.settings.second_locale is None
            assert "Tilby en samtale" not in app.screen

    run(story())


@pytest.mark.parametrize("way", ["afterwards", "jot"])
def test_where_no_step_is_shown_a_phrase_is_said_in_both_above_the_field(way: str) -> None:
    async def story() -> None:
        sitting = sit(way=way)
        sitting.jump("hopes")
        settings = Settings(second_locale="nb")
        async with talking(sitting, size=SMALL, settings=settings) as talk:
            await talk.letter("i")
            assert FIRST in talk.screen
            assert SECOND in talk.screen
            assert talk.sitting.conversation.entries == {}

    run(story())


def test_the_large_phrase_has_half_the_room_in_each_language() -> None:
    sitting = sit(way="steps")
    sitting.jump("hopes")
    step = sitting.here
    assert step is not None
    alone = text_of(sitting.guide)
    both = in_two(alone, "nb")
    for width, height in ((78, 18), (198, 40)):
        rows = [
            "".join(words for words, _style in row.parts)
            for row in large_rows(both, step, width, height, 0)
        ]
        first = large_lines(FIRST, width, height // 2)
        assert rows[: len(first)] == first
        assert rows[len(first) + 1 :] == large_lines(SECOND, width, height - len(first) - 1)
        assert len(rows) <= height


def test_a_packs_language_stands_at_the_right_where_it_reads_from_there() -> None:
    packs.add(EXAMPLE)

    async def story() -> None:
        sitting = sit(way="steps")
        sitting.jump("hopes")
        async with talking(sitting, size=SMALL, settings=steps("ar")) as talk:
            line = next(line for line in talk.lines() if "القادمة" in line)
            assert line.lstrip().startswith("&")
            assert len(line.rstrip()) > 70

    run(story())


def test_the_settings_offer_the_languages_of_packs_too() -> None:
    packs.add(EXAMPLE)

    async def story() -> None:
        async with running(settings=Settings(keep="memory", locale="en")) as app:
            await app.press("t", *["down"] * list(SETTINGS_SHOWN).index("second_locale"), "enter")
            assert "العربية" in app.screen
            await app.press("f")
            assert app.app.settings.second_locale == "ar"

    run(story())


def test_the_command_line_opens_the_app_in_two_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: dict[str, object] = {}

    def open_app(**options: object) -> int:
        opened.update(options)
        return 0

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    start = ["--locale", "sv", "start", "svas-kronoberg", "--no-save", "--and"]
    assert main([*start, "nb"], open_app) == 0
    assert opened["second"] == "nb"
    opened.clear()
    assert main([*start, "xx"], open_app) == 2
    assert not opened
