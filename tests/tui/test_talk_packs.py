"""What local packs bring into the screens: contacts on offer, where limits are registered."""

from collections.abc import Iterator

import pytest

from convoguide.services import content, packs
from convoguide.services.keep import MemoryKeeper
from convoguide.services.local import forget
from convoguide.tui import facts
from tests.packing import EXAMPLE
from tests.tui.shelling import kept, run, running, sit
from tests.tui.talking import Talking, talking

REGISTERED = "registreras under Varningar i Storviks journal"


@pytest.fixture(autouse=True)
def in_use() -> Iterator[None]:
    """The example pack."""
    packs.add(EXAMPLE)
    yield
    forget()


async def _contacts(talk: Talking) -> None:
    await talk.letter("x")
    parts = [part.id for part in facts.PARTS]
    await talk.press(*["down"] * parts.index("contacts"), "enter")


def test_the_organisations_contacts_are_offered_and_taken_over_as_they_are() -> None:
    team, nurse = (contact for _pack, contact in content.own_contacts())

    async def story() -> None:
        async with talking() as talk:
            await _contacts(talk)
            assert "Palliativa teamet Storvik" in talk.screen
            assert "Region Storvik" in talk.screen
            assert not talk.sitting.conversation.contacts
            await talk.press("down", "down", "enter")
            assert list(talk.sitting.conversation.contacts) == [nurse]
            # What was taken is no longer on offer; the other one is marked now.
            assert talk.screen.count("Sjuksköterska i beredskap") == 1
            await talk.press("enter")
            assert list(talk.sitting.conversation.contacts) == [nurse, team]
            assert "offered by" not in talk.screen

    run(story())


def test_a_contact_of_ones_own_is_added_beside_those_on_offer() -> None:
    async def story() -> None:
        async with talking() as talk:
            await _contacts(talk)
            await talk.press("enter")
            await talk.type("Eva", "f2")
            assert [each.name for each in talk.sitting.conversation.contacts] == ["Eva"]
            assert talk.screen.count("offered by") == 2
            await talk.press("down", "enter", "up", "up", "up", "delete")
            assert [each.name for each in talk.sitting.conversation.contacts] == [
                "Palliativa teamet Storvik, dagtid"
            ]

    run(story())


def test_the_review_says_where_limits_are_registered_once_there_is_one() -> None:
    async def story() -> None:
        sitting = sit()
        sitting.note("Vill hem", step="hopes")
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await app.press("enter", "f9")
            assert REGISTERED not in " ".join(app.screen.split())
            await app.press("f9")
            sitting.note("Ingen hjärt-lungräddning", step="treatment_limits")
            await app.press("f9")
            top = " ".join("\n".join(app.lines()[:10]).split())
            assert f"! Behandlingsbegränsningar {REGISTERED}" in top

    run(story())
