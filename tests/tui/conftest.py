"""What all tests of the screens share: each style sheet is parsed once for all apps."""

from collections.abc import Iterator
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet


@pytest.fixture(autouse=True, scope="session")
def parsed_once() -> Iterator[None]:
    """Keep the rules that a sheet gave with these variables, for the next app that reads it.

    Every app parses a hundred sheets, again for its theme and again for each screen with a sheet
    of its own. The rules are the same values each time, which Textual itself keeps and reuses.
    """
    parse, held = Stylesheet._parse_rules, dict[Any, list[RuleSet]]()

    def parsed(sheet: Stylesheet, *given: Any, **named: Any) -> list[RuleSet]:
        key = (given, *sorted(named.items()), frozenset(sheet._variables.items()))
        if key not in held:
            held[key] = parse(sheet, *given, **named)
        return held[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parsed)
        yield
