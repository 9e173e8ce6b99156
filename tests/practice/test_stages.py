from convoguide.practice.stages import stage_at, topics_near
from convoguide.services.content import guide

SVAS = "svas-kronoberg"


def stages_after(*talked: str) -> str:
    held = guide(SVAS)
    return held.stages[stage_at(held, talked)].id


def test_a_talk_moves_through_the_guide_with_its_topics() -> None:
    assert stages_after("permission") == "open"
    assert stages_after("permission", "illness_understanding") == "present"
    assert stages_after("permission", "illness_understanding", "hopes") == "future"
    assert stages_after("permission", "hopes", "summary") == "close"


def test_a_topic_of_two_stages_belongs_to_the_one_where_the_talk_is_or_to_the_next() -> None:
    assert stages_after("illness_understanding", "permission") == "future"


def test_small_talk_moves_nothing() -> None:
    assert stages_after("hopes", "smalltalk", "none") == "future"


def test_what_comes_next_is_likely_too() -> None:
    near = topics_near(guide(SVAS), ["permission"])
    assert {"agenda", "illness_understanding", "what_matters"} <= set(near)
    assert "summary" not in near
