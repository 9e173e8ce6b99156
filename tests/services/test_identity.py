"""Identity numbers in what is recorded: found wherever they stand, masked in one change."""

from convoguide.services import check, content, identity
from convoguide.services.conduct import Sitting
from tests.making import IDENTITY, talk

NUMBER, MASKED = "640823-3234", "XXXXXX-XXXX"
EVERYWHERE = talk(
    id=IDENTITY,
    label=f"rum {NUMBER}",
    entries={
        "hopes": {"notes": [f"Sonen {NUMBER}", {"text": "Våren", "voice": "patient"}]},
        "treatment_limits": {
            "notes": ["Ej HLR"],
            "decided_by": {"role": "physician", "name": f"Siv {NUMBER}"},
            "consulted": [f"{NUMBER}"],
        },
    },
    present=[{"who": "relative", "name": NUMBER}],
    actions=[{"what": f"Ring {NUMBER}", "due": "2026-12-01"}],
    contacts=[{"name": "Anna", "phone": "070-123 45 67", "for": NUMBER}],
    letter=[{"step": "hopes", "text": NUMBER}],
    consent={"share_with": [{"who": NUMBER, "kind": "relative"}]},
)


def _sitting() -> Sitting:
    return Sitting(content.guide("svas-kronoberg"), EVERYWHERE)


def test_all_numbers_are_masked_wherever_they_stand_in_one_change() -> None:
    here = _sitting()
    assert identity.mask_all(here)
    told = here.conversation.model_dump_json()
    assert NUMBER not in told
    assert told.count(MASKED) == EVERYWHERE.model_dump_json().count(NUMBER)
    assert not [x for x in check.findings(here.conversation) if x.finding.kind == "identity_number"]
    assert here.conversation.contacts[0].phone == "070-123 45 67"
    assert here.conversation.id == IDENTITY
    here.undo()
    assert here.conversation == EVERYWHERE


def test_what_was_not_touched_stays_the_very_same_and_is_written_the_same() -> None:
    here = _sitting()
    identity.mask_all(here)
    again = here.conversation
    assert not identity.mask_all(here)
    assert here.conversation is again
    assert again.entry("hopes").notes[1] is EVERYWHERE.entry("hopes").notes[1]
    assert identity.stands_anywhere(EVERYWHERE)
    assert not identity.stands_anywhere(again)


def test_the_steps_with_a_number_in_a_note_are_named() -> None:
    assert identity.steps_with(EVERYWHERE) == ["hopes"]
    assert identity.stands_in(f"a {NUMBER} b")
    assert identity.masked(f"a {NUMBER} b") == f"a {MASKED} b"
    assert not identity.stands_in("ring 070-123 45 67, 2026-12-04, 5 mg 4 ggr")
