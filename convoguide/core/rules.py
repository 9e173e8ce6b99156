"""What a conversation may hold, given its guide: checked where it comes in."""

from collections.abc import Iterator

from convoguide.core.conversation import DECISION_KEYS, OTHER, Conversation, Entry
from convoguide.core.guide import Guide
from convoguide.core.theme import DECISION_THEMES

Path = tuple[str | int, ...]


def refusals(conversation: Conversation, guide: Guide) -> Iterator[tuple[Path, str]]:
    """Each (key path, kind) that makes the conversation unusable with its guide."""
    for step, entry in conversation.entries.items():
        at: Path = ("entries", step)
        if not guide.knows(step):
            yield at, "unknown_step"
            continue
        yield from _of_entry(conversation, guide, step, entry, at)
    for index, line in enumerate(conversation.letter):
        if not guide.knows(line.step):
            yield ("letter", index, "step"), "unknown_step"


def _of_entry(
    conversation: Conversation, guide: Guide, step: str, entry: Entry, at: Path
) -> Iterator[tuple[Path, str]]:
    if step == OTHER and entry.outcome not in (None, "noted"):
        yield (*at, "outcome"), "outcome_of_other"
    if step != OTHER:
        for index, note in enumerate(entry.notes):
            if note.theme is not None:
                yield (*at, "notes", index, "theme"), "theme_not_other"
    if not may_decide(guide, step):
        for key in DECISION_KEYS:
            if getattr(entry, key):
                yield (*at, key), "decision_elsewhere"
    if entry.since is not None and conversation.previous is None:
        yield (*at, "since"), "since_without_previous"


def may_decide(guide: Guide, step: str) -> bool:
    """Whether a medical decision may stand under the step: a wish and a decision never mix."""
    if ":" in step and guide.step(step) is None:
        return True  # of a pack that is not here; what its step was for is not known
    return guide.theme_of(step) in DECISION_THEMES
