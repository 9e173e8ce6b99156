import io
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from convoguide.errors import ConvoGuideError, InputError
from convoguide.services import card, content, packs
from tests.packing import EXAMPLE, SVAS, pack_data, step_words, written

GUIDES = content.conversation_guide_ids()


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def follows(text: str, first: str, second: str) -> bool:
    return any(each == (first, second) for each in pairwise(lines(text)))


def pages(made: bytes) -> Any:
    reader = pytest.importorskip("pypdf", reason="the package pypdf is not installed")
    pytest.importorskip("typst", reason="the package typst is not installed")
    return reader.PdfReader(io.BytesIO(made)).pages


def test_headings_and_phrases_stand_in_both_languages_one_under_the_other() -> None:
    text = card.shown(SVAS, "sv", card=True, second="nb")
    assert follows(text, "SAMTAL VID ALLVARLIG SJUKDOM", "SAMTALE VED ALVORLIG SYKDOM")
    assert follows(text, "Förhoppningar", "Håp")
    assert follows(
        text,
        "– Vad önskar du dig mest av tiden som kommer?",
        "Hva ønsker du deg mest av tiden som kommer?",
    )


@pytest.mark.parametrize("guide_id", GUIDES)
@pytest.mark.parametrize(("first", "second"), [("sv", "nb"), ("en", "nn"), ("nb", "en")])
def test_every_phrase_has_its_other_language_under_it(
    guide_id: str, first: str, second: str
) -> None:
    guide = content.guide(guide_id)
    alone = lines(card.shown(guide_id, first, card=True))
    both = lines(card.shown(guide_id, first, card=True, second=second))
    said = [line for line in alone if line.startswith("– ")]
    unpaired = [
        line
        for line, below in pairwise(both)
        if line.startswith("– ") and (below.startswith("– ") or not below)
    ]
    assert len(said) == sum(len(getattr(step, "phrases", ())) for step in guide.steps())
    # A phrase that reads the same in both languages stands once.
    assert set(unpaired) <= set(said)
    assert len(unpaired) <= 2


def test_without_a_second_language_nothing_changes() -> None:
    assert card.shown(SVAS, "sv", card=True) == card.shown(SVAS, "sv", card=True, second="sv")


def test_a_packs_language_reads_from_the_right_in_its_own_part_of_the_page() -> None:
    packs.add(EXAMPLE)
    page = card.shown(SVAS, "sv", card=True, format_id="html", second="ar")
    assert '<html lang="sv">' in page
    assert '<span class="second" lang="ar" dir="rtl">ما أكثر ما تتمناه' in page
    turned = card.shown(SVAS, "ar", card=True, format_id="html", second="sv")
    assert '<html lang="ar" dir="rtl">' in turned
    assert '<span class="second" lang="sv" dir="ltr">Vad önskar du dig mest' in turned


def test_what_nobody_has_translated_stands_once_and_in_no_third_language() -> None:
    packs.add(EXAMPLE)
    text = card.shown(SVAS, "nb", card=True, second="ar")
    assert follows(text, "Håp", "الآمال")
    assert "Oro och rädslor" not in text


def test_two_languages_never_say_different_things(tmp_path: Path) -> None:
    own = step_words("hopes", phrases={"1": "Vad gläder du dig åt i vinter?"})
    packs.add(written(tmp_path / "pack", pack_data(guides=own)))
    other = "Hva ønsker du deg mest av tiden som kommer?"
    assert other in card.shown(SVAS, "nb", card=True)
    text = card.shown(SVAS, "sv", card=True, second="nb")
    assert "Vad gläder du dig åt i vinter?" in text
    assert other not in text
    turned = card.shown(SVAS, "nb", card=True, second="sv")
    assert other in turned
    assert "Vad gläder du dig åt i vinter?" not in turned


@pytest.mark.parametrize("guide_id", GUIDES)
@pytest.mark.parametrize(("first", "second"), [("sv", "nb"), ("en", "nn"), ("sv", None)])
@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("a6", (105, 148))])
def test_the_pdf_is_one_page_with_the_name_of_every_step(
    guide_id: str, first: str, second: str | None, paper: str, size: tuple[int, int]
) -> None:
    pytest.importorskip("typst", reason="the package typst is not installed")
    found = pages(card.page(guide_id, first, second=second, paper=paper))
    assert len(found) == 1
    box = found[0].mediabox
    millimetres = (round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72))
    assert millimetres == size
    text = "".join(found[0].extract_text().split())
    spoken = [step for step in content.guide(guide_id).steps() if step.kind == "spoken"]
    for locale in filter(None, (first, second)):
        words = card.texts(content.guide(guide_id), locale)
        for step in spoken:
            assert "".join(words.step(step, "title", step.title).split()) in text


@pytest.mark.parametrize("guide_id", GUIDES)
def test_on_a4_each_step_has_the_first_way_to_say_it_in_both_languages(guide_id: str) -> None:
    pytest.importorskip("typst", reason="the package typst is not installed")
    text = "".join(pages(card.page(guide_id, "sv", second="nb"))[0].extract_text().split())
    guide = content.guide(guide_id)
    for locale in ("sv", "nb"):
        words = card.texts(guide, locale)
        for step in guide.steps():
            for phrase in getattr(step, "phrases", ())[:1]:
                assert "".join(words.step(step, "phrase", phrase).split()) in text


def test_the_pdf_takes_a_language_from_the_right() -> None:
    pytest.importorskip("typst", reason="the package typst is not installed")
    packs.add(EXAMPLE)
    assert len(pages(card.page(SVAS, "sv", second="ar", paper="a6"))) == 1
    assert len(pages(card.page(SVAS, "ar", second="sv"))) == 1


def test_letters_that_no_font_has_are_refused_with_a_way_out(tmp_path: Path) -> None:
    texts = {f"{SVAS}/hopes/title": "希望"}
    data = pack_data(languages={"zh": {"name": "中文", "direction": "ltr"}})
    packs.add(written(tmp_path / "pack", data, {"texts/zh.yaml": {"texts": texts}}))
    with pytest.raises(ConvoGuideError, match="--format html"):
        card.page(SVAS, "sv", second="zh")
    assert "希望" in card.shown(SVAS, "sv", card=True, second="zh", format_id="html")


def test_what_has_no_second_language_says_so() -> None:
    with pytest.raises(InputError, match="not said aloud"):
        card.shown(content.IDENTIFY, "sv", card=True, second="nb")
    with pytest.raises(InputError, match="--and must be one of: sv, nb, nn, en"):
        card.shown(SVAS, "sv", card=True, second="xx")
    with pytest.raises(InputError, match="html"):
        card.page(content.IDENTIFY, "sv")
