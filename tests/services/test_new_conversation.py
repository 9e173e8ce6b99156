"""In which language a conversation that is begun now is written."""

from datetime import UTC, datetime

import pytest

from convoguide import i18n
from convoguide.services import content
from convoguide.services.conduct import new_conversation

NOW = datetime(2026, 11, 20, 13, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("guide", "interface", "written"),
    [
        ("forhandssamtale", "nn", "nn"),
        ("forhandssamtale", "nb", "nb"),
        ("forhandssamtale", "sv", "nb"),
        ("forhandssamtale", "en", "nb"),
        ("svas-kronoberg", "nn", "sv"),
        ("svas-kronoberg", "en", "sv"),
        ("svas-kronoberg", "sv", "sv"),
    ],
)
def test_it_is_the_readers_where_the_guides_country_writes_it(
    guide: str, interface: str, written: str
) -> None:
    before = i18n.current()
    i18n.use(interface)
    try:
        assert new_conversation(content.guide(guide), NOW).language == written
    finally:
        i18n.use(before)


def test_what_the_caller_says_goes_before_both() -> None:
    assert new_conversation(content.guide("forhandssamtale"), NOW, "sv").language == "sv"
