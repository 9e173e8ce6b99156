"""fhir.resources lets wrong code values pass, so every coded element is held to its value set."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from fhir.resources.R4B import get_fhir_model_class
from fhir_core.types import Code
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convoguide.core import conversation as core
from convoguide.core import parts
from convoguide.core.theme import THEMES
from convoguide.documents.writers import fhir
from convoguide.i18n import LOCALES, Language
from convoguide.services import content
from tests.documents.any_conversation import conversations
from tests.documents.fhir_reading import (
    ABSENT,
    GUIDES,
    JOURNALS,
    OURS,
    answered,
    bundle,
    held,
    response,
)

ITEM_TYPES = (
    "group display boolean decimal integer date dateTime time string text url choice open-choice "
    "attachment reference quantity"
)
VALUE_SETS: dict[tuple[str, str], set[str]] = {
    key: set(codes.split())
    for key, codes in {
        (
            "Bundle",
            "type",
        ): "document message transaction transaction-response batch batch-response history "
        "searchset collection",
        ("Composition", "status"): "preliminary final amended entered-in-error",
        (
            "QuestionnaireResponse",
            "status",
        ): "in-progress completed amended entered-in-error stopped",
        ("Questionnaire", "status"): "draft active retired unknown",
        ("Questionnaire", "subjectType"): "Patient Group Device Practitioner Location",
        ("QuestionnaireItem", "type"): ITEM_TYPES,
        ("Narrative", "status"): "generated extensions additional empty",
        ("Coding", "code"): "87528-6 75773-2 75780-7 370819000",
    }.items()
}
CODINGS = {
    ("http://loinc.org", "87528-6", "Personal health goal"),
    (
        "http://loinc.org",
        "75773-2",
        "Goals, preferences, and priorities for medical treatment Narrative - Reported",
    ),
    (
        "http://snomed.info/sct",
        "370819000",
        "Identification of individual values and wishes concerning care",
    ),
}
# https://hl7.org/fhir/R4/valueset-data-absent-reason.html
ABSENT_REASONS = {
    *("unknown", "asked-unknown", "temp-unknown", "not-asked", "asked-declined", "masked"),
    *("not-applicable", "unsupported", "as-text", "error", "not-a-number"),
    *("negative-infinity", "positive-infinity", "not-performed", "not-permitted"),
}
EXTENSION_CODES: dict[str, set[str]] = {
    key: set(values)
    for key, values in {
        "language": get_args(core.LanguageId),
        "outcome": core.OUTCOMES,
        "voice": core.VOICES,
        "since": get_args(core.Since),
        "theme": THEMES,
        "place": parts.PLACES,
        "led_by": parts.LEADERS,
        "attachments": parts.ATTACHMENTS,
        "who": parts.WHO,
        "role": parts.WHO,
        "able": parts.ABLE,
        "criteria": parts.CRITERIA,
        "role_id": parts.ROLE_IDS,
        "hours": parts.HOURS,
        "needs": parts.NEEDS,
        "given_by": parts.GIVERS,
        "kind": get_args(parts.ReceiverKind),
    }.items()
}


def is_code(annotation: Any) -> bool:
    kinds = (*getattr(annotation, "__metadata__", ()), *get_args(annotation))
    return any(isinstance(each, Code) or is_code(each) for each in kinds)


def coded(element: Any) -> Iterator[tuple[Any, str, str]]:
    """Every coded value beneath an element of the models, with the element it stands in."""
    for name, field in type(element).model_fields.items():
        value = getattr(element, name)
        for each in value if isinstance(value, list) else [value]:
            if each is not None and is_code(field.annotation):
                yield element, name, each
            elif hasattr(type(each), "model_fields"):
                yield from coded(each)


def allowed(element: Any, name: str) -> set[str]:
    kind = type(element).__name__
    if name == "language":
        return set(LOCALES)
    if (kind, name) != ("Extension", "valueCode"):
        return VALUE_SETS[kind, name]
    if element.url == ABSENT:
        return ABSENT_REASONS
    return EXTENSION_CODES[element.url.removeprefix(OURS)]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("document_id", JOURNALS)
@pytest.mark.parametrize("guide_id", GUIDES)
def test_every_coded_element_stands_in_its_value_set(
    guide_id: str, document_id: str, locale: str
) -> None:
    found = bundle(held(guide_id), document_id, locale)
    model = get_fhir_model_class("Bundle").model_validate(found)
    codes = list(coded(model))
    assert [
        (type(element).__name__, name, code)
        for element, name, code in codes
        if code not in allowed(element, name)
    ] == []
    met = {(type(element).__name__, name) for element, name, _code in codes}
    assert met >= VALUE_SETS.keys() | {("Extension", "valueCode")}


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_codes_of_any_response_stand_in_their_value_sets(data: st.DataObject) -> None:
    guide = content.guide(data.draw(st.sampled_from(GUIDES)))
    found = response(data.draw(conversations(guide)))
    model = get_fhir_model_class("QuestionnaireResponse").model_validate(found)
    assert all(code in allowed(element, name) for element, name, code in coded(model))


def test_a_wrong_code_would_be_caught() -> None:
    found = bundle(held())
    found["type"] = "dokument"
    model = get_fhir_model_class("Bundle").model_validate(found)
    wrong = [name for element, name, code in coded(model) if code not in allowed(element, name)]
    assert wrong == ["type"]


def codings(value: Any) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, dict):
        if {"system", "code"} <= value.keys():
            yield value["system"], value["code"], value["display"]
        for each in value.values():
            yield from codings(each)
    elif isinstance(value, list):
        for each in value:
            yield from codings(each)


def test_no_code_but_the_few_that_are_known_is_used() -> None:
    found = {coding for guide in GUIDES for coding in codings(bundle(held(guide)))}
    assert found == CODINGS


def test_a_limit_is_never_coded_as_what_the_person_prefers() -> None:
    for guide_id in GUIDES:
        asked = fhir.questionnaire(content.guide(guide_id), Language("sv"))
        assert "code" not in answered(asked, "treatment_limits")
