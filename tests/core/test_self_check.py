from typing import Any

import pytest

from convoguide.core import self_check
from convoguide.services import content
from tests.making import talk


def kinds(document: str = "journal-svas", guide: str = "svas-kronoberg", **parts: Any) -> list[str]:
    conversation = talk(guide, **parts)
    found = self_check.findings(
        conversation, content.guide(guide), document, lambda text: "811228-9874" in text
    )
    return [each.kind for each in found]


def test_a_short_talk_has_no_fault_only_one_folded_line() -> None:
    assert kinds(entries={"hopes": {"notes": ["Våren"]}}) == ["not_talked_about"]


def test_a_topic_whose_facts_are_filled_in_is_not_left_for_another_talk() -> None:
    def topics(**parts: Any) -> tuple[str, ...]:
        found = self_check.findings(
            talk("forhandssamtale", **parts),
            content.guide("forhandssamtale"),
            "plan",
            lambda _: False,
        )
        return next(each.topics for each in found if each.kind == "not_talked_about")

    assert {"hospital_admission", "hopes"} <= set(topics())
    filled = topics(admission={"arranged": "Ring Ullevål"})
    assert "hospital_admission" not in filled
    assert "hopes" in filled


@pytest.mark.parametrize("guide_id", ["svas-kronoberg", "forhandssamtale"])
def test_only_what_one_is_asked_about_is_left_for_another_talk(guide_id: str) -> None:
    guide = content.guide(guide_id)
    found = self_check.findings(talk(guide_id), guide, guide.journal, lambda _: False)
    topics = next(each.topics for each in found if each.kind == "not_talked_about")
    assert {"hopes", "worries", "prognosis", "what_matters", "unwanted_care"} <= set(topics)
    assert not {"offered", "purpose", "importance", "agenda", "permission"} & set(topics)
    assert not {"who_takes_part", "relatives_present", "two_perspectives"} & set(topics)
    assert not {"summary", "commitment", "plan", "follow_up", "consent_share"} & set(topics)
    assert not {"contacts", "teach_back", "sip", "may_change", "treatment_limits"} & set(topics)


def test_a_limit_without_a_physicians_dated_decision_is_pointed_out() -> None:
    limit = {"notes": ["Ej HLR"], "decided_on": "2026-11-20"}
    by_nurse = {**limit, "decided_by": {"role": "nurse"}}
    by_physician = {**limit, "decided_by": {"role": "physician"}}
    undated = {"notes": ["Ej HLR"], "decided_by": {"role": "physician"}}
    for entry in (limit, by_nurse, undated):
        assert "limit_not_by_physician" in kinds(entries={"treatment_limits": entry})
    assert "limit_not_by_physician" not in kinds(entries={"treatment_limits": by_physician})


def test_an_unfiled_limit_is_pointed_out_too() -> None:
    entries = {"other": {"notes": [{"text": "Ej IVA", "theme": "treatment_limits"}]}}
    assert "limit_not_by_physician" in kinds(entries=entries)


def test_prognosis_noted_though_information_was_declined_is_a_contradiction() -> None:
    entries = {"information_needs": {"outcome": "declined"}, "prognosis": {"notes": ["Veckor"]}}
    assert "prognosis_after_decline" in kinds(entries=entries)
    entries["information_needs"] = {"outcome": "noted", "notes": ["Vill veta allt"]}
    assert "prognosis_after_decline" not in kinds(entries=entries)


def test_only_a_presumed_will_of_an_able_person_is_a_contradiction() -> None:
    presumed = {"text": "Ville inte dit", "voice": "presumed"}
    entries: dict[str, Any] = {"unwanted_care": {"notes": [presumed]}}
    assert "presumed_of_able_person" in kinds(entries=entries, capacity={"able": "yes"})
    assert "presumed_of_able_person" not in kinds(entries=entries, capacity={"able": "no"})
    entries["unwanted_care"]["notes"].append({"text": "Nej", "voice": "patient"})
    assert "presumed_of_able_person" not in kinds(entries=entries, capacity={"able": "yes"})


def test_an_identity_number_is_named_by_place_inside_and_outside_the_entries() -> None:
    conversation = talk(
        entries={"hopes": {"notes": ["a", "pnr 811228-9874"]}},
        contacts=[{"name": "Lisa", "for": "811228-9874"}],
    )
    found = self_check.findings(
        conversation,
        content.guide("svas-kronoberg"),
        "journal-svas",
        lambda text: "811228-9874" in text,
    )
    places = [(f.step, f.note, f.path) for f in found if f.kind == "identity_number"]
    assert places == [("hopes", 1, None), (None, None, "/contacts/0/for")]


def test_noted_without_a_note_is_a_remark() -> None:
    assert "noted_without_note" in kinds(entries={"hopes": {"outcome": "noted"}})


def test_wishes_about_care_without_anyone_to_speak_for_them_are_a_remark() -> None:
    entries: dict[str, Any] = {"unwanted_care": {"notes": ["Inte respirator"]}}
    assert "no_spokesperson" in kinds(entries=entries)
    entries["spokesperson"] = {"outcome": "declined"}
    assert "no_spokesperson" not in kinds(entries=entries)


def test_an_empty_plan_lacks_coordinator_consent_review_contacts_and_admission() -> None:
    found = set(kinds("plan", "forhandssamtale"))
    assert {
        "plan_without_coordinator",
        "plan_without_consent",
        "plan_without_review",
        "contacts_gap",
        "no_admission",
        "no_spokesperson",
    } <= found


def test_a_whole_plan_lacks_nothing() -> None:
    found = kinds(
        "plan",
        "forhandssamtale",
        entries={"spokesperson": {"notes": ["Datteren Berit"]}},
        contacts=[
            {
                "name": "Hjemmetjenesten",
                "hours": ["day", "evening", "night", "weekend"],
                "coordinates": True,
            }
        ],
        consent={"to_plan": True},
        review={"every": "P3M"},
        admission={"arranged": "Direkte på sengepost"},
        actions=[{"what": "Sykehusseng", "responsible": "Hjemmetjenesten"}],
    )
    assert found == ["not_talked_about"]


def test_a_finding_about_a_missing_topic_needs_a_step_for_it_in_the_guide() -> None:
    assert "no_admission" not in kinds("plan", "svas-kronoberg")


def test_an_open_action_without_anyone_responsible_is_pointed_out_and_an_ended_one_is_not() -> None:
    assert "action_without_responsible" in kinds(actions=[{"what": "Ring"}])
    ended = {"what": "Ring", "ended": "2026-11-01"}
    assert "action_without_responsible" not in kinds(actions=[ended])


def test_a_handover_wants_consent_and_a_receiver_who_has_confirmed() -> None:
    assert {"handover_without_consent", "receiver_not_confirmed"} <= set(kinds("sbar"))
    told = {"team": {"notes": ["Hälsocentralen är informerad; Mottagaren har bekräftat"]}}
    found = kinds("sbar", entries=told, consent={"share_with": ["hälsocentralen"]})
    assert not {"handover_without_consent", "receiver_not_confirmed"} & set(found)


def test_a_receiver_who_has_not_confirmed_is_not_taken_for_one_who_has() -> None:
    told = {"team": {"notes": ["Ringde, ej bekräftat än"]}}
    assert "receiver_not_confirmed" in kinds("sbar", entries=told)


def test_the_contact_sheet_wants_someone_for_night_evening_and_weekend() -> None:
    contacts = [{"name": "Hjemmetjenesten", "hours": ["day"]}]
    assert "contacts_gap" in kinds("contact-sheet", "forhandssamtale", contacts=contacts)
