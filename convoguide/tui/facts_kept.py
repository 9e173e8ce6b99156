"""Reading a part's fields from a conversation, and changing them there."""

from typing import Any

from convoguide.core import parts as model
from convoguide.core.conversation import Entry
from convoguide.core.rules import may_decide
from convoguide.core.text import Value
from convoguide.services.conduct import Sitting
from convoguide.tui.facts import Field, Part


def decision_step(sitting: Sitting) -> str | None:
    """The step that a decision is entered under: where one stands, else the one for limits."""
    if may_decide(sitting.guide, sitting.step):
        return sitting.step
    limits = [each.id for each in sitting.guide.steps() if "decision" in each.fills]
    return limits[0] if limits else None


def holder_of(sitting: Sitting, part: Part) -> Any:
    """What the part's fields are read from: a value, the conversation, an entry; None if absent."""
    talk = sitting.conversation
    if part.shape == "keys":
        return talk
    if part.shape == "decision":
        step = decision_step(sitting)
        return talk.entry(step) if step else None
    return getattr(talk, part.id)


def read(holder: Any, field: Field) -> Any:
    """The field's value there; None where nothing stands."""
    for key in field.key.split("."):
        holder = None if holder is None else getattr(holder, key)
    return holder


def built(part: Part, values: dict[str, Any]) -> Value | None:
    """The part's value from its fields; None where none is set."""
    if part.model is None:
        raise TypeError(part.id)
    given = {key: each for key, each in values.items() if each not in (None, (), "")}
    return part.model(**given) if given else None


def store(sitting: Sitting, part: Part, values: dict[str, Any]) -> None:
    """Change the part to these values of its fields; what no field speaks of stays."""
    before = {field.key: read(holder_of(sitting, part), field) for field in part.fields}
    if all(something(before[key]) == something(value) for key, value in values.items()):
        return
    if part.shape == "keys":
        sitting.fill(**values)
    elif part.shape == "decision":
        _decide(sitting, values)
    else:
        sitting.fill(**{part.id: built(part, {**before, **values})})


def something(value: Any) -> Any:
    """The value, where none given is the same as an empty one; a no is something."""
    return None if value in ((), "") else value


def _decide(sitting: Sitting, values: dict[str, Any]) -> None:
    step = decision_step(sitting)
    if step is None:
        return
    details = {key: value for key, value in values.items() if "." not in key}
    role, name = values.get("decided_by.role"), values.get("decided_by.name")
    details["decided_by"] = model.Decider(role=role, name=name or None) if role else None
    entry: Entry = sitting.conversation.entry(step)
    sitting.decide(
        step, **{key: each for key, each in details.items() if getattr(entry, key) != each}
    )
