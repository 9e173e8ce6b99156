import pytest
from fhir.resources.R4B import get_fhir_model_class

from convoguide.documents.writers import fhir
from convoguide.i18n import LOCALES, Language
from convoguide.services import content
from tests.documents.fhir_reading import GUIDES, answered, leaves


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("guide_id", GUIDES)
def test_a_guide_is_a_questionnaire_of_its_stages_and_steps(guide_id: str, locale: str) -> None:
    guide = content.guide(guide_id)
    found = fhir.questionnaire(guide, Language(locale))
    get_fhir_model_class("Questionnaire").model_validate(found)
    groups = [item for item in found["item"] if item["linkId"].startswith("stage/")]
    assert [group["linkId"] for group in groups] == [f"stage/{s.id}" for s in guide.stages]
    for group, stage in zip(groups, guide.stages, strict=True):
        steps = [item["linkId"] for item in group["item"] if "/" not in item["linkId"]]
        assert steps == [step.id for step in stage.steps]
    for step in guide.steps():
        kind = answered(found, step.id)["type"]
        if not step.takes:
            assert kind == "display"
        elif step.choices or step.checklist:
            assert kind == "open-choice"
        else:
            assert kind == "text"
        if "date" in step.takes:
            assert answered(found, f"{step.id}/follow_up")["type"] == "date"


@pytest.mark.parametrize("guide_id", GUIDES)
def test_a_questionnaire_keeps_the_rules_that_the_models_do_not_check(guide_id: str) -> None:
    found = fhir.questionnaire(content.guide(guide_id), Language("nb"))
    items = list(leaves(found["item"]))
    ids = [item["linkId"] for item in items]
    assert len(ids) == len(set(ids))
    for item in items:
        assert ("item" in item) or item["type"] != "group"
        if item["type"] == "display":
            assert item.keys() == {"linkId", "type", "text"}
        assert ("answerOption" in item) == (item["type"] == "open-choice")


def test_every_phrase_of_the_guide_stands_in_the_questionnaire() -> None:
    guide = content.guide("svas-kronoberg")
    shown = {item.get("text") for item in leaves(fhir.questionnaire(guide, Language("sv"))["item"])}
    for step in guide.steps():
        assert {step.title, step.purpose, *step.advice, *getattr(step, "phrases", ())} <= shown


def test_the_questionnaire_names_the_source_of_its_structure() -> None:
    guide = content.guide("svas-kronoberg")
    found = fhir.questionnaire(guide, Language("en"))
    assert guide.source.copyright.rstrip(".") in found["copyright"]
    assert "publisher" not in found
