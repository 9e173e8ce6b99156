"""Where in a guide a rehearsal stands, by the topics that were talked of."""

from collections.abc import Iterable

from convoguide.core.guide import Guide
from convoguide.core.labels import NONE, TOPICS

_ASIDE = {"smalltalk", NONE}


def topics_by_stage(guide: Guide) -> tuple[tuple[str, ...], ...]:
    """The topics that each stage of the guide asks about."""
    return tuple(
        tuple(dict.fromkeys(str(s.theme) for s in stage.steps if s.theme in TOPICS))
        for stage in guide.stages
    )


def stage_at(guide: Guide, talked: Iterable[str]) -> int:
    """The number (from 0) of the stage where the talk is after these topics, in their order.

    A topic of several stages belongs to the present one, else to the next, else to an earlier;
    a talk that has not begun is in the first stage that asks anything.
    """
    stages = topics_by_stage(guide)
    now = next((n for n, topics in enumerate(stages) if topics), 0)
    for topic in talked:
        if topic not in _ASIDE:
            places = [n for n, topics in enumerate(stages) if topic in topics]
            now = min(places, key=lambda n: (n < now, abs(n - now)), default=now)
    return now


def topics_near(guide: Guide, talked: Iterable[str]) -> tuple[str, ...]:
    """The topics that are likely next: of the stage where the talk is, and of the one after."""
    now = stage_at(guide, talked)
    found = [topic for topics in topics_by_stage(guide)[now : now + 2] for topic in topics]
    return tuple(dict.fromkeys(found))
