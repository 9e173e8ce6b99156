"""Further languages from packs, and what their texts must not outlive or take over."""

from pathlib import Path

import pytest

from convoguide.core.conversation import Note
from convoguide.core.text import collapse
from convoguide.errors import InputError
from convoguide.services import card, content, document, packs
from convoguide.services.conduct import Sitting
from tests.making import talk
from tests.packing import EXAMPLE, SVAS, added, pack_data, step_words


def test_a_further_language_is_read_from_right_to_left_and_keeps_the_notes(tmp_path: Path) -> None:
    packs.add(EXAMPLE)
    arabic = content.language("ar")
    assert arabic.right_to_left
    assert not content.language("sv").right_to_left
    page = card.shown(SVAS, "ar", card=True, format_id="html")
    assert '<html lang="ar" dir="rtl">' in page
    assert "ما أكثر ما تتمناه من الفترة القادمة؟" in page
    note = "\u202bكلب\u202c Hunden \u200f(3)"
    conversation = talk(entries={"hopes": {"notes": [{"voice": "patient", "text": note}]}})
    made = document.make(conversation, "journal-svas", "ar")
    text = document.written(made)
    assert collapse(note) in text
    assert "الآمال:" in text
    declined = talk(entries={"hopes": {"outcome": "declined"}})
    assert "لا يرغب في الحديث عن الآمال." in document.written(
        document.make(declined, "journal-svas", "ar")
    )


def test_a_language_that_no_pack_brings_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"sv, nb, nn, en$"):
        content.language("ar")
    packs.add(EXAMPLE)
    assert content.locales() == ("sv", "nb", "nn", "en", "ar")
    packs.remove("storvik")
    with pytest.raises(InputError):
        document.make(talk(), "journal-svas", "ar")


def test_a_language_of_the_program_can_be_translated_anew(tmp_path: Path) -> None:
    texts = {f"{SVAS}/hopes/title": "Forhåpninger", f"{SVAS}/hopes/phrase": {1: "Hva håper du?"}}
    added(tmp_path, pack_data(texts={"nb": {"texts": texts}}))
    text = card.shown(SVAS, "nb", card=True)
    assert "Forhåpninger" in text
    assert "Hva håper du?" in text
    assert "Förhoppningar" in card.shown(SVAS, "sv", card=True)


def test_the_fixed_words_of_a_language_of_the_program_stay_as_they_are(tmp_path: Path) -> None:
    wish = "Applies as a wish, not decided by a physician"
    added(tmp_path, pack_data(texts={"en": {"words": {wish: "Decided"}}}))
    made = document.make(talk(entries={"treatment_limits": {"notes": ["x"]}}), "journal-svas", "en")
    assert f"{wish}: x" in document.written(made)


def test_texts_of_packs_do_not_outlive_their_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs.add(EXAMPLE)
    assert content.language("ar").right_to_left
    title = content.guide(SVAS).step("wellbeing")
    assert title is not None
    assert title.title == "En bra dag"
    monkeypatch.setenv("CONVOGUIDE_HOME", str(tmp_path / "another"))
    again = content.guide(SVAS).step("wellbeing")
    assert again == content.shipped_guide(SVAS).step("wellbeing")
    assert content.locales() == ("sv", "nb", "nn", "en")


def test_a_note_stays_literal_whatever_a_pack_says(tmp_path: Path) -> None:
    added(tmp_path, pack_data(guides=step_words("hopes", title="{0} %s {{ 7 * 7 }} [/]")))
    conversation = talk(entries={"hopes": {"notes": [{"text": "x", "private": True}]}})
    made = document.make(conversation, "journal-svas")
    assert made.apart[0].heading == "{0} %s {{ 7 * 7 }} [/]"
    sitting = Sitting(content.guide(SVAS), conversation)
    sitting.change(conversation.note("hopes", Note(text="{{ 1 }}")))
    assert "{{ 1 }}" in document.written(document.make(sitting.conversation, "journal-svas"))
