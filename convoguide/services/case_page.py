"""What is told of a case: who one will meet, and the page for the teacher, as named lines.

Everything in the interface's language, where there is a translation.
"""

from convoguide.i18n import N_
from convoguide.i18n import gettext as _
from convoguide.practice.case import Case
from convoguide.services import cases
from convoguide.services.case_text import told
from convoguide.services.names import LANGUAGES, PLACES, WHO

Named = tuple[str, str]
"""What a line is about, and what it says."""

FICTION = N_(
    "The person is made up. Write nothing about anyone real; an identity number is refused."
)
_WANTS = {
    "yes": N_("wants to know what lies ahead"),
    "partly": N_("wants to know some of what lies ahead"),
    "no": N_("does not want to know what lies ahead"),
    "unsure": N_("is not sure of wanting to know what lies ahead"),
}


def title(case: Case) -> str:
    """What the case is called."""
    return told(case).title


def facts(case: Case) -> str:
    """On one line: how hard, the illness, where, in which language, who is there."""
    there = ", ".join(_(WHO[each]) for each in case.present)
    return " · ".join(
        (
            _(cases.LEVELS[case.level]),
            _(cases.CONDITIONS[case.condition]),
            _(PLACES[case.setting]),
            _(LANGUAGES[case.language]),
            there,
        )
    )


def who(case: Case) -> list[Named]:
    """Who one will meet and what to aim at; nothing that is for the talk to bring out."""
    shown = told(case)
    person = shown.person
    name = _("{name}, {age}").format(name=person.name, age=person.age)
    lines = [(_("Who"), f"{name}. {person.background}"), (_("Home"), person.home)]
    if shown.speaks:
        lines.append((_("You talk with"), shown.speaks))
    there = (*(one for one in shown.relatives if one.present), *shown.others)
    return [
        *lines,
        *((each.name, each.who) for each in there),
        (_("Illness"), shown.illness),
        (_("Now"), shown.situation),
        (_("To practise"), shown.aim),
    ]


def teachers_page(case: Case) -> list[Named]:
    """For who leads, or for afterwards: what is held back, what opens it, what to talk about."""
    shown = told(case)
    lines = [
        (_("Held back"), shown.teacher.held_back),
        (_("What opens it"), shown.teacher.opens),
        (_("Knows"), shown.knows),
        (_("Wants"), f"{shown.wants} ({_(_WANTS[shown.wants_to_know])})"),
        (_("Hopes"), "; ".join(shown.hopes)),
        (_("Fears"), "; ".join(shown.fears)),
    ]
    lines += [(each.name, f"{each.who}. {each.about}") for each in shown.relatives]
    return [*lines, *((_("To talk about"), each) for each in shown.teacher.talk_about)]
