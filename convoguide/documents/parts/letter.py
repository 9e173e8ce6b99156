"""The letter to take home: topics by name, lines the clinician worded, and that minds change."""

from convoguide.core.conversation import OTHER
from convoguide.core.text import collapse
from convoguide.documents.assembled import Line
from convoguide.documents.parts.context import Context, Lines

# Topics that may be named in a letter the family will read too.
TOPICS = frozenset(
    {
        "illness_understanding",
        "information_needs",
        "what_matters",
        "wellbeing",
        "strength",
        "hopes",
        "worries",
        "critical_abilities",
        "unwanted_care",
        "acutely_ill_wishes",
        "hospital_admission",
        "place_of_care",
        "end_of_life_priorities",
        "people_present",
        "family",
        "spokesperson",
        "plan_b",
        "symptom_strategy",
        "plan",
    }
)
NEVER = frozenset({"treatment_limits", "prognosis"})
LEFT = ("declined", "deferred", "not_raised")


def topics(context: Context) -> Lines:
    """What was talked about, a topic a line; never one left or held apart."""
    for step in context.guide.steps():
        entry = context.conversation.entry(step.id)
        if step.theme not in TOPICS or entry.state in LEFT:
            continue
        if any(note.private for note in entry.notes):
            continue
        where = f"{context.guide.id}/{step.id}/topic"
        name = context.language.content(where, step.topic, context.guide.language)
        yield Line(name[:1].upper() + name[1:], step=step.id)


def worded_lines(
    context: Context, themes: tuple[str, ...] | None, *, besides: frozenset[str] = frozenset()
) -> Lines:
    """The accepted lines whose step captures one of the themes; None: of any theme but `besides`.

    Each stands somewhere: the clinician worded it for the person.
    """
    for index, line in enumerate(context.conversation.letter):
        theme = context.guide.theme_of(line.step)
        entry = context.conversation.entry(line.step)
        if theme in NEVER or entry.state in ("declined", "deferred"):
            continue
        if line.step != OTHER and entry.notes and all(note.private for note in entry.notes):
            continue
        if theme in themes if themes is not None else theme not in besides:
            yield Line(collapse(line.text), step=line.step, path=f"/letter/{index}")


def may_change(context: Context) -> Lines:
    """The closing sentence."""
    yield Line(
        context.said("You may change your mind about anything in this letter. Tell us then.")
    )
