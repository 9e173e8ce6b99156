"""Where a theme without a step of its own has its notes."""

import pytest

from convoguide.core.conversation import OTHER
from convoguide.core.guide import Guide
from convoguide.core.labels import NONE, NOTE_THEMES
from convoguide.core.lint import lint_guide
from convoguide.core.theme import DECISION_THEMES, THEMES
from convoguide.services.content import conversation_guide_ids, guide


def flaws(found: Guide) -> set[tuple[str, tuple[str | int, ...]]]:
    """What is wrong with it, as kind and place."""
    return {
        (each.kind, each.path) for each in lint_guide(found, [found.journal], frozenset(THEMES))
    }


@pytest.mark.parametrize("guide_id", conversation_guide_ids())
def test_every_theme_of_a_note_has_a_step_or_stands_under_other(guide_id: str) -> None:
    found = guide(guide_id)
    captured = {step.theme for step in found.steps()}
    for theme in NOTE_THEMES:
        if theme == NONE:
            continue
        step = found.step_for(theme)
        assert step == OTHER or found.step(step) is not None
        if theme in captured:
            assert found.theme_of(step) == theme
        elif step != OTHER:
            assert found.neighbours[theme] == step  # type: ignore[index]
            # A wish never becomes a decision by being filed, nor the other way round.
            assert (theme in DECISION_THEMES) == (found.theme_of(step) in DECISION_THEMES)
    assert not flaws(found)


def test_the_step_of_the_themes_own_name_is_preferred_to_an_earlier_one() -> None:
    assert guide("svas-kronoberg").step_for("what_matters") == "what_matters"
    assert guide("svas-kronoberg").step_for("illness_understanding") == "understanding"
    assert guide("forhandssamtale").step_for("end_of_life_priorities") == "end_of_life_priorities"


@pytest.mark.parametrize(
    ("theme", "step", "kind"),
    [
        ("plan_b", "nowhere", "unknown_step"),
        ("hopes", "worries", "theme_has_step"),
        ("plan_b", "treatment_limits", "wish_and_decision"),
    ],
)
def test_a_neighbour_that_does_not_fit_is_a_flaw(theme: str, step: str, kind: str) -> None:
    found = guide("svas-kronoberg").model_copy(update={"neighbours": {theme: step}})
    assert (kind, ("neighbours", theme)) in flaws(found)
