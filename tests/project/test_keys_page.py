"""docs/keys.md lists the keys that the app has now."""

import _keys
from convoguide.tui.bindings import ACTIONS, PLACES


def test_the_page_is_as_the_table_of_the_app_is() -> None:
    assert _keys.PAGE.read_text(encoding="utf-8") == _keys.page(), "run scripts/keys"


def test_every_action_of_every_place_stands_on_the_page() -> None:
    page = _keys.page()
    assert set(_keys.TITLES) == set(PLACES)
    for each in ACTIONS:
        assert f"| {each.label}: {each.help} |" in page, each.id
