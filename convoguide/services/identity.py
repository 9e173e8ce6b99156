"""Identity numbers in what is written: pointed out, and masked when asked to.

Nobody's number is ever repeated here: what is said of one is where it stands.
"""

from collections.abc import Mapping
from typing import Any

from convoguide.core.conversation import Conversation
from convoguide.core.text import Value
from convoguide.services.conduct import Sitting

_OURS = frozenset(("format", "id", "guide", "language", "previous", "packs"))
"""What the program writes; its digits may look like anything."""


def stands_in(text: str) -> bool:
    """Whether an identity number stands in the text."""
    from convoguide.adapters.identity_numbers import contains_identity_number

    return contains_identity_number(text)


def masked(text: str) -> str:
    """The text with an X for each digit of its identity numbers."""
    from convoguide.adapters.identity_numbers import mask

    return mask(text)


def steps_with(conversation: Conversation) -> list[str]:
    """The steps with a note in which an identity number stands, in the conversation's order."""
    found = (step for step, _index, note in conversation.notes() if stands_in(note.text))
    return list(dict.fromkeys(found))


def stands_anywhere(conversation: Conversation) -> bool:
    """Whether one stands in any text of the conversation, in its facts too."""
    return _without(conversation) is not conversation


def mask_all(sitting: Sitting) -> bool:
    """Mask every identity number in what is recorded, as one change; False where there is none."""
    found = _without(sitting.conversation)
    if found is sitting.conversation:
        return False
    sitting.change(found)
    return True


def _without(conversation: Conversation) -> Conversation:
    """The conversation with all numbers masked; the same object where there is nothing to mask."""
    changes = _changes(conversation, conversation.model_fields_set - _OURS)
    return conversation.having(**changes) if changes else conversation


def _changes(value: Value, names: Any) -> dict[str, Any]:
    before = {name: getattr(value, name) for name in names}
    after = {name: _masked(each) for name, each in before.items()}
    return {name: each for name, each in after.items() if each is not before[name]}


def _masked(value: Any) -> Any:
    """The value with its texts masked; the very same one where nothing changes."""
    if isinstance(value, str):
        text = masked(value)
        return value if text == value else text
    if isinstance(value, tuple):
        items = tuple(_masked(each) for each in value)
        return value if all(a is b for a, b in zip(items, value, strict=True)) else items
    if isinstance(value, Mapping):
        entries = {key: _masked(each) for key, each in value.items()}
        return value if all(entries[key] is value[key] for key in value) else entries
    if isinstance(value, Value):
        changes = _changes(value, value.model_fields_set)
        return value.model_copy(update=changes) if changes else value
    return value
