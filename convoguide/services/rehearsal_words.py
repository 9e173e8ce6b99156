"""What a rehearsal says of itself beside the words that are spoken: stage, mood, hint, the end."""

from dataclasses import dataclass

from convoguide.i18n import Language, current
from convoguide.i18n import gettext as _
from convoguide.practice.coach import Hint
from convoguide.practice.rehearsal import Rehearsal
from convoguide.practice.stages import stage_at, topics_by_stage
from convoguide.quotation import quoted
from convoguide.services import cases, content
from convoguide.services.rehearse import Practice, read_turn
from convoguide.services.theme_names import theme_name


@dataclass(frozen=True)
class StageShown:
    """A stage of the guide beside a rehearsal."""

    title: str
    aim: str
    here: bool
    """Whether the talk is in it now."""
    topics: tuple[tuple[str, bool], ...]
    """What it asks about, each with whether the trainee has come to speak of it."""


def stages(practice: Practice) -> list[StageShown]:
    """The stages of the guide, with where the talk is and what was spoken of."""
    guide = content.guide(practice.case.guide)
    language, talked = Language(current()), practice.talked()
    now = stage_at(guide, talked)
    found = []
    for n, (stage, topics) in enumerate(zip(guide.stages, topics_by_stage(guide), strict=True)):
        place = f"{guide.id}/stage:{stage.id}"
        found.append(
            StageShown(
                title=language.content(f"{place}/title", stage.title, guide.language),
                aim=language.content(f"{place}/aim", stage.aim, guide.language),
                here=n == now,
                topics=tuple((theme_name(topic), topic in talked) for topic in topics),
            )
        )
    return found


def stage_line(practice: Practice) -> str:
    """Where in the guide the talk is, in one line."""
    every = stages(practice)
    n = next(n for n, each in enumerate(every) if each.here)
    return _("Stage {n} of {total}: {title}").format(
        n=n + 1, total=len(every), title=every[n].title
    )


def mood_line(practice: Practice) -> str:
    """How it is with the person now, in numbers of ten; shown only where it is asked for."""
    mood = practice.rehearsal.last.mood
    return _("Trust {trust} of 10, strain {strain} of 10, strength {strength} of 10").format(
        trust=round(mood.trust * 10),
        strain=round(mood.distress * 10),
        strength=round(mood.energy * 10),
    )


def hint_lines(hint: Hint) -> list[str]:
    """A hint: what the person may be feeling, by which words, and one thing to try."""
    feels = f"{hint.may_feel} {quoted(hint.quote)}" if hint.quote else hint.may_feel
    return [feels, _("One thing to try: {phrase}").format(phrase=hint.phrase)]


def ended_line(practice: Practice) -> str:
    """That the person has had enough."""
    return _("{name} wants to stop here.").format(
        name=practice.case.speaks or practice.case.person.called
    )


def line_words(rehearsal: Rehearsal) -> str:
    """One of several lines: how far it goes, and where it left another."""
    if rehearsal.branch_of:
        return _("from turn {shared} on another way, to turn {n}").format(
            shared=rehearsal.branch_of[1], n=rehearsal.turns[-1].n
        )
    return _("to turn {n}").format(n=rehearsal.turns[-1].n)


def warm(practice: Practice) -> None:
    """Load all that the first answer, hint, choice and debrief would wait for."""
    language = practice.case.language
    cases.lexicon(language)
    read_turn("Hej", language)
    practice.offers()
    practice.debrief()
    stages(practice)
