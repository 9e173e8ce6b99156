"""What is told of a case, in the interface's language. What its people say stays as it is."""

from typing import Any

from convoguide.i18n import Language, current
from convoguide.practice.case import Case, Relative


def told(case: Case, locale: str | None = None) -> Case:
    """The case with everything that trainee and teacher read of it in that language.

    Only for showing: a rehearsal is held with the case itself.
    """
    language = Language(locale or current())
    if language.locale == case.language:
        return case

    def in_words(place: str, text: str) -> str:
        return language.content(f"{case.id}/{place}", text, case.language)

    def each(place: str, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(in_words(place, text) for text in texts)

    def people(place: str, relatives: tuple[Relative, ...]) -> tuple[Relative, ...]:
        return tuple(
            one.model_copy(
                update={
                    "who": in_words(f"{place}/who", one.who),
                    "about": in_words(f"{place}/about", one.about),
                }
            )
            for one in relatives
        )

    person, teacher = case.person, case.teacher
    update: dict[str, Any] = {
        field: in_words(field, getattr(case, field))
        for field in ("title", "aim", "illness", "situation", "knows", "wants")
    }
    update |= {field: each(field, getattr(case, field)) for field in ("hopes", "fears")}
    update |= {field: people(field, getattr(case, field)) for field in ("relatives", "others")}
    update["person"] = person.model_copy(
        update={
            "background": in_words("person/background", person.background),
            "home": in_words("person/home", person.home),
        }
    )
    update["teacher"] = teacher.model_copy(
        update={
            "held_back": in_words("teacher/held_back", teacher.held_back),
            "opens": in_words("teacher/opens", teacher.opens),
            "talk_about": each("teacher/talk_about", teacher.talk_about),
        }
    )
    return case.model_copy(update=update)
