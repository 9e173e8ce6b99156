from collections.abc import Callable
from typing import Any

import pytest

from convoguide.practice.case import Case
from convoguide.practice.case_lint import lint_case
from convoguide.services import cases

GUIDES = ("svas-kronoberg", "forhandssamtale")
Spoil = Callable[[dict[str, Any]], object]


def kinds(spoil: Spoil) -> set[str]:
    data = cases.case("hjartsvikt-trappan").model_dump()
    spoil(data)
    return {flaw.kind for flaw in lint_case(Case.model_validate(data), GUIDES)}


def facts(data: dict[str, Any], fact_id: str) -> dict[str, Any]:
    return next(each for each in data["facts"] if each["id"] == fact_id)


def opens(data: dict[str, Any], fact_id: str, **changes: Any) -> None:
    facts(data, fact_id)["opens"].update(changes)


def circle(data: dict[str, Any]) -> None:
    opens(data, "nights", after=["evert"])


def drop(data: dict[str, Any], key: str, name: str) -> None:
    data[key] = {each: value for each, value in data[key].items() if each != name}


def no_secret(data: dict[str, Any]) -> None:
    for fact in data["facts"]:
        fact["secret"] = False


def other_words(data: dict[str, Any]) -> None:
    data["opening"][0]["cues"][0]["words"] = "inga ord härifrån"


def misspelt(data: dict[str, Any]) -> None:
    data["replies"]["family"]["open"][0]["text"] = "Det är Petter och Tilda."


def no_answer_later(data: dict[str, Any]) -> None:
    for each in data["off_script"]["slept"]:
        each.update(before="nights", after=None)


def same_text(data: dict[str, Any]) -> None:
    data["reactions"]["again"][0]["text"] = data["reactions"]["evades"][0]["text"]


def speaker(data: dict[str, Any]) -> None:
    data["opening"][0]["speaker"] = "Gustav"


@pytest.mark.parametrize(
    ("kind", "spoil"),
    [
        ("unknown_guide", lambda data: data.update(guide="nowhere")),
        ("called_otherwise", lambda data: data["person"].update(called="Gun")),
        ("present_differs", lambda data: data.update(present=["patient", "relative"])),
        ("unknown_speaker", speaker),
        ("unknown_fact", lambda data: opens(data, "nights", after=["moon"])),
        ("fact_never_opens", circle),
        ("secret_unearned", lambda data: opens(data, "nights", by=[])),
        ("secret_unearned", lambda data: opens(data, "nights", trust=0.1)),
        ("nothing_while_closed", lambda data: facts(data, "nights").update(closed=[])),
        ("no_secret", no_secret),
        ("id_taken", lambda data: facts(data, "nights").update(id="evert")),
        ("topic_without_reply", lambda data: drop(data, "replies", "hopes")),
        ("topic_without_fact", lambda data: facts(data, "tilda").update(topics=["strength"])),
        ("question_without_answer", lambda data: drop(data, "off_script", "pain")),
        ("unknown_question", lambda data: data["off_script"].update(moon=[{"text": "Rund."}])),
        ("too_few_wordings", lambda data: data["reactions"]["prognosis"].update(wanted=[])),
        ("said_twice", same_text),
        ("cue_not_verbatim", other_words),
        ("name_spelt_otherwise", misspelt),
        ("nothing_to_say", no_answer_later),
    ],
)
def test_each_flaw_is_found(kind: str, spoil: Spoil) -> None:
    assert kind in kinds(spoil)


def test_every_flaw_has_its_words() -> None:
    def spoil(data: dict[str, Any]) -> None:
        for each in (circle, no_secret, other_words, misspelt, same_text, speaker):
            each(data)

    data = cases.case("hjartsvikt-trappan").model_dump()
    spoil(data)
    flaws = list(lint_case(Case.model_validate(data), GUIDES))
    assert len({flaw.kind for flaw in flaws}) >= 6
    assert all(cases.words_of(flaw) for flaw in flaws)


def test_a_wording_that_begins_in_the_middle_is_found() -> None:
    def cut(data: dict[str, Any]) -> None:
        data["own_questions"][0]["say"] = [{"text": "Kardemumma."}, {"text": "men inte kanel."}]

    assert kinds(cut) == {"begins_small"}


def test_what_may_be_put_in_need_not_always_be_there() -> None:
    def late(data: dict[str, Any]) -> None:
        peter = {"name": "Peter", "who": "sonen", "about": "Här idag.", "present": True}
        say = [{"text": "Jag visste inget.", "after": "nights"}]
        data.update(relatives=[peter], present=["patient", "relative"])
        data.update(interjections=[{"speaker": "Peter", "say": say}])

    assert "nothing_to_say" not in kinds(late)


def test_a_wording_may_wait_for_the_outlook_to_be_told() -> None:
    def later(data: dict[str, Any]) -> None:
        data["reactions"]["again"][0]["before"] = "outlook"

    assert "unknown_fact" not in kinds(later)
