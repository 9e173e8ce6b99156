"""Where one can go from here. Nothing is forced: any step can be left, any order is right."""

from collections.abc import Iterator

from convoguide.core.conversation import Conversation
from convoguide.core.guide import AnyStep, Guide


def shown(guide: Guide, conversation: Conversation) -> Iterator[AnyStep]:
    """The steps that this conversation shows, in order; one with notes is never hidden."""
    for step in guide.steps():
        if (
            step.only_if is None
            or step.only_if.holds(conversation)
            or conversation.entry(step.id).state != "not_raised"
        ):
            yield step


def following(guide: Guide, conversation: Conversation, step_id: str) -> str | None:
    """The step after this one, None at the end."""
    return _neighbour(guide, conversation, step_id, 1)


def preceding(guide: Guide, conversation: Conversation, step_id: str) -> str | None:
    """The step before this one, None at the beginning."""
    return _neighbour(guide, conversation, step_id, -1)


def next_open(guide: Guide, conversation: Conversation, step_id: str | None = None) -> str | None:
    """The next step not yet raised, after this one and then from the start; None when all are."""
    ids = [step.id for step in shown(guide, conversation)]
    start = ids.index(step_id) + 1 if step_id in ids else 0
    for candidate in ids[start:] + ids[:start]:
        if conversation.entry(candidate).state == "not_raised":
            return candidate
    return None


def _neighbour(
    guide: Guide, conversation: Conversation, step_id: str, direction: int
) -> str | None:
    ids = [step.id for step in shown(guide, conversation)]
    if step_id not in ids:
        return ids[0] if ids else None
    place = ids.index(step_id) + direction
    return ids[place] if 0 <= place < len(ids) else None
