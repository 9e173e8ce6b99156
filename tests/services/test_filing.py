"""Where a note is proposed to belong, and what is never proposed."""

from datetime import UTC, datetime

import pytest

from convoguide.core.conversation import OTHER, Conversation, Note, Voice
from convoguide.core.theme import DECISION_THEMES
from convoguide.services import filing
from convoguide.services.conduct import Sitting
from convoguide.services.content import conversation_guide_ids, guide
from convoguide.services.filing import WISHES_ABOUT_CARE, is_question, proposals
from tests.making import talk

NOW = datetime(2026, 11, 20, 13, 5, tzinfo=UTC)

SVAS, FORHAND = "svas-kronoberg", "forhandssamtale"
HERE = {"sv": (SVAS, "offered"), "nb": (FORHAND, "offered"), "nn": (FORHAND, "offered")}


def steps(text: str, language: str, voice: Voice = "clinician") -> list[str]:
    """The steps proposed for a note typed at the beginning."""
    guide_id, here = HERE[language]
    return [each.step for each in proposals(text, guide(guide_id), language, here, voice)]


def themes(text: str, language: str, voice: Voice = "clinician") -> set[str]:
    """The themes proposed, in either guide."""
    return {
        each.theme
        for guide_id in conversation_guide_ids()
        for each in proposals(text, guide(guide_id), language, OTHER, voice)
    }


# --- what belongs where


@pytest.mark.parametrize(
    ("language", "text", "step"),
    [
        ("sv", "Rädd för att kvävas på natten", "worries"),
        ("sv", "orolig för hur makan ska klara sig", "worries"),
        ("sv", "hoppas hinna se sonens bröllop", "hopes"),
        ("sv", "trivs bäst i trädgården o med korsord", "wellbeing"),
        ("sv", "viktigast att kunna gå på toa själv", "critical_abilities"),
        ("sv", "dottern Karin talar för henne om hon inte kan", "spokesperson"),
        ("sv", "ny tid hos mig om två veckor", "follow_up"),
        ("sv", "Vill inte veta prognosen", "information_needs"),
        ("sv", "Närvarande: pat, maken och ssk Eva", "relatives_present"),
        ("nb", "redd for å bli kvalt", "worries"),
        ("nb", "Håper å rekke barnebarnets konfirmasjon", "hopes"),
        ("nb", "vil ikke på sykehus igjen", "hospital_admission"),
        ("nb", "vil dø hjemme", "home_time"),
        ("nb", "kona er utslitt, trenger avlastning", "relatives_needs"),
        ("nb", "til stede: pas, kone og spl", "who_takes_part"),
        ("nb", "ønsker datteren ved senga når hun dør", "people_present"),
        ("nn", "redd for å bli liggjande åleine", "worries"),
        ("nn", "vonar å få sjå barnebarnet", "hopes"),
        ("nn", "vil ikkje på sjukehus meir", "hospital_admission"),
        ("nn", "viktigast er å få vere heime med katten", "what_matters"),
    ],
)
def test_a_note_is_proposed_for_the_step_it_speaks_of(language: str, text: str, step: str) -> None:
    assert steps(text, language)[0] == step


def test_a_theme_without_a_step_goes_to_its_neighbour_or_to_other_with_its_theme() -> None:
    svas = guide(SVAS)
    home = proposals("vill dö hemma", svas, "sv", "hopes")[0]
    assert (home.step, home.theme) == ("what_matters", "place_of_care")
    hospital = proposals("vill inte åka in till sjukhus igen", svas, "sv", "hopes")[0]
    assert (hospital.step, hospital.theme) == (OTHER, "hospital_admission")


def test_nothing_is_proposed_where_the_note_stands_well_or_nothing_is_sure() -> None:
    svas = guide(SVAS)
    assert not proposals("Rädd för att kvävas på natten", svas, "sv", "worries")
    # Two steps of one theme: what matters can be said in either.
    assert not proposals("Viktigast är att få vara med katten", svas, "sv", "importance")
    for text in ("BT 120/80", "", "...", "ok", "xyz abc"):
        assert not proposals(text, svas, "sv", "offered"), text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Hon vill sitta i köket på morgonen"),
        ("sv", "Hon vill sitta i köket på morgonen och höra radion"),
        ("sv", "Hon vill kunna gå ut i trädgården"),
        ("sv", "Hennes eget kök"),
        ("nb", "Jeg vil hjem til hagen"),
        ("nb", "Hun vil sitte på kjøkkenet om morgenen"),
    ],
)
def test_what_can_matter_to_someone_stands_well_under_what_matters(
    language: str, text: str
) -> None:
    guide_id, _here = HERE[language]
    assert not proposals(text, guide(guide_id), language, "what_matters")
    # It is the question that it answers there: a jot is proposed a step all the same.
    assert proposals(text, guide(guide_id), language, OTHER)


def test_what_is_clearly_something_else_is_proposed_under_what_matters_too() -> None:
    svas = guide(SVAS)
    for text, theme in (
        ("Rädd för att kvävas på natten", "worries"),
        ("vill inte åka in till sjukhus igen", "hospital_admission"),
        ("ny tid hos mig om två veckor", "follow_up"),
    ):
        assert proposals(text, svas, "sv", "what_matters")[0].theme == theme


def test_a_note_under_a_step_needs_a_surer_reading_than_a_jot() -> None:
    svas = guide(SVAS)
    text = "Hon vill sitta i köket på morgonen"
    assert filing.LEAST <= proposals(text, svas, "sv", OTHER)[0].share < filing.LEAST_ELSEWHERE
    assert not proposals(text, svas, "sv", "offered")


def test_nothing_is_proposed_in_a_language_that_is_not_read() -> None:
    assert not proposals("Afraid of not getting her breath", guide(SVAS), "en", "offered")


def test_at_most_three_are_proposed_the_best_first_and_never_the_step_one_stands_on() -> None:
    texts = ("rädd för sjukhuset", "vill vara hemma med frun", "vill orka gå ut", "son i Lund")
    for guide_id in conversation_guide_ids():
        for here in ("hopes", "what_matters", "spokesperson"):
            for text in texts:
                found = proposals(text, guide(guide_id), "sv", here)
                shares = [each.share for each in found]
                assert len(found) <= filing.MOST
                assert shares == sorted(shares, reverse=True)
                assert here not in [each.step for each in found]
                assert not found or shares[0] >= filing.LEAST_ELSEWHERE or is_question(found)


# --- a wish, a decision


DECISIONS = [
    ("sv", "ej HLR"),
    ("sv", "Ej hlr."),
    ("sv", "inte HLR"),
    ("sv", "ingen HLR"),
    ("sv", "HLR minus"),
    ("sv", "HLR-"),
    ("sv", "HLR: nej"),
    ("sv", "0 HLR"),
    ("sv", "0-HLR"),
    ("sv", "noll HLR, noll IVA"),
    ("sv", "ej HLR, ej IVA"),
    ("sv", "Ingen intensivvård"),
    ("sv", "ingen intensivvård vid försämring"),
    ("sv", "inte IVA"),
    ("sv", "ej respirator"),
    ("sv", "ska inte återupplivas"),
    ("sv", "Beslut: ej HLR, dr Berg 4/2"),
    ("sv", "läk beslutat avstå HLR"),
    ("sv", "behandlingsbegränsning: ej dialys"),
    ("sv", "ställningstagande: inte intensivvård"),
    ("sv", "ingen indikation för HLR"),
    ("sv", "IVA ej aktuellt"),
    ("nb", "ikke HLR"),
    ("nb", "Ikke hlr"),
    ("nb", "ingen HLR"),
    ("nb", "HLR minus"),
    ("nb", "HLR-minus"),
    ("nb", "HLR –"),
    ("nb", "0 HLR"),
    ("nb", "R minus, besluttet i dag"),
    ("nb", "ikke intensiv, ikke respirator"),
    ("nb", "ingen intensivbehandling"),
    ("nb", "skal ikke gjenopplives"),
    ("nb", "legen har besluttet at det ikke skal gis HLR"),
    ("nb", "behandlingsavklaring: ikke respirator"),
    ("nb", "overlege: ikke intensiv"),
    ("nn", "ikkje HLR"),
    ("nn", "inga HLR"),
    ("nn", "HLR minus"),
    ("nn", "0 HLR"),
    ("nn", "ikkje intensiv"),
    ("nn", "skal ikkje gjenopplivast"),
    ("nn", "vedteke: ikkje respirator"),
    ("nn", "avgjerd om HLR minus, dr. Vik"),
    ("nn", "behandlingsavgrensing: ikkje dialyse"),
]

WISHES = [
    ("sv", "vill inte ha HLR"),
    ("sv", "vill ej ha HLR"),
    ("sv", "Pat vill ej HLR"),
    ("sv", "Pat önskar ej HLR"),
    ("sv", "Jag vill inte ligga i respirator"),
    ("sv", "jag vill inte återupplivas"),
    ("sv", "vill inte bli återupplivad"),
    ("sv", "vill inte till IVA"),
    ("sv", "säger nej till respirator"),
    ("sv", "tackar nej till mer cellgift"),
    ("sv", "avböjer dialys"),
    ("sv", "vill slippa slangar"),
    ("sv", "Hon vill absolut inte läggas i respirator"),
    ("nb", "vil ikke ha HLR"),
    ("nb", "ønsker ikke HLR"),
    ("nb", "Pas ønsker ikke gjenoppliving"),
    ("nb", "jeg vil ikke gjenopplives"),
    ("nb", "Jeg vil ikke ligge i respirator"),
    ("nb", "vil ikke ha mer cellegift"),
    ("nb", "sier nei til intensiv"),
    ("nb", "takker nei til dialyse"),
    ("nb", "nekter respirator"),
    ("nn", "vil ikkje ha HLR"),
    ("nn", "ynskjer ikkje HLR"),
    ("nn", "ønskjer ikkje gjenoppliving"),
    ("nn", "eg vil ikkje på respirator"),
    ("nn", "seier nei til intensiv"),
    ("nn", "takkar nei til meir cellegift"),
    ("nn", "vil ikkje ha sonde"),
]

EITHER = [
    ("sv", "Pat vill ej ha HLR. Ej HLR."),
    ("sv", "Pat önskar ej HLR, beslut ej HLR dr Ek"),
    ("sv", "ej HLR enligt pats önskan"),
    ("sv", "Jag har beslutat avstå HLR"),
    ("sv", "läk beslutat HLR minus, pat vill inte heller"),
    ("sv", '"ej HLR" säger hon'),
    ("sv", "hon har bestämt: inte IVA, det vill hon inte"),
    ("nb", "ønsker ikke HLR. HLR minus satt av dr Moe"),
    ("nb", "ikke HLR, etter pasientens ønske"),
    ("nb", "Jeg har besluttet: ikke HLR"),
    ("nb", "doktor har bestemt HLR- etter at hun sa hun ikke ville"),
    ("nn", "ikkje HLR, det er hennar ynske"),
    ("nn", "Eg har avgjort at vi ikkje startar dialyse"),
    ("nn", "vil ikkje ha HLR, vedteke av lege"),
]


@pytest.mark.parametrize(("language", "text"), DECISIONS)
def test_a_limit_is_proposed_as_a_limit_and_nothing_else(language: str, text: str) -> None:
    assert themes(text, language) == {"treatment_limits"}
    assert steps(text, language) == ["treatment_limits"]


@pytest.mark.parametrize(("language", "text"), WISHES)
def test_a_wish_is_proposed_as_a_wish_and_never_as_a_decision(language: str, text: str) -> None:
    assert steps(text, language)[0] == "unwanted_care"
    assert not themes(text, language) & DECISION_THEMES


@pytest.mark.parametrize(("language", "text"), EITHER)
def test_what_could_be_either_is_asked_with_both_or_left_alone(language: str, text: str) -> None:
    for guide_id in conversation_guide_ids():
        found = proposals(text, guide(guide_id), language, OTHER)
        assert not found or is_question(found)
        assert len(found) in {0, 2}
        # Who stands on one of the two has answered already.
        for here in ("unwanted_care", "treatment_limits"):
            assert here not in [
                each.step for each in proposals(text, guide(guide_id), language, here)
            ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Sonen vill att allt görs, även IVA"),
        ("sv", "Dottern vill inte att mamma återupplivas"),
        ("sv", "maken kräver HLR"),
        ("sv", "Vet inte om hon vill ha HLR"),
        ("sv", "osäker på om han vill ha respirator"),
        ("sv", "Läkaren vill inte ge dialys"),
        ("nb", "Sønnen vil ikke at hun skal få HLR"),
        ("nb", "datter ønsker full intensivbehandling"),
        ("nb", "usikker på om hun ønsker HLR"),
        ("nb", "overlege ønsker ikke intensiv"),
        ("nn", "dottera vil ikkje at mora skal på respirator"),
        ("nn", "veit ikkje om ho vil ha HLR"),
    ],
)
def test_what_others_want_and_what_is_not_settled_is_neither(language: str, text: str) -> None:
    assert not themes(text, language) & {"unwanted_care", "acutely_ill_wishes", *DECISION_THEMES}


@pytest.mark.parametrize(
    ("language", "text"),
    [("sv", "vill ha HLR"), ("sv", "Önskar full HLR"), ("nb", "ønsker HLR"), ("nn", "vil ha HLR")],
)
def test_wanting_everything_done_is_neither_unwanted_care_nor_a_decision(
    language: str, text: str
) -> None:
    assert not themes(text, language) & {"unwanted_care", *DECISION_THEMES}


def test_whose_voice_it_is_counts() -> None:
    # In the person's own voice a bare limit may be a wish: it is asked, or left.
    found = proposals("Ej HLR", guide(SVAS), "sv", "hopes", "patient")
    assert not found or is_question(found)
    assert not themes("vill inte ha HLR", "sv", "relative") & {"unwanted_care", "treatment_limits"}
    proposed = themes("ej HLR", "sv", "recommendation")
    assert not proposed & (WISHES_ABOUT_CARE | DECISION_THEMES)


# --- the time left


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Tror själv att det rör sig om månader"),
        ("sv", "gissar på ett halvår"),
        ("sv", "räknar med att ha ett år kvar"),
        ("sv", "känner på sig att det är kort tid kvar"),
        ("sv", "Pat förstår att tiden är kort"),
        ("sv", "anar att det bara är veckor kvar"),
        ("nb", "Tror selv det dreier seg om uker"),
        ("nb", "regner med å ha et år igjen"),
        ("nb", "pas mener han har kort tid igjen"),
        ("nn", "Trur sjølv ho har eit halvår att"),
        ("nn", "reknar med nokre veker"),
        ("nn", "meiner sjølv at han har kort tid att"),
    ],
)
def test_a_guess_at_the_time_left_is_understanding(language: str, text: str) -> None:
    found = proposals(text, guide(HERE[language][0]), language, OTHER)
    assert found[0].step in {"understanding", "illness_thoughts"}
    assert "prognosis" not in themes(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Informerat om prognos: månader snarare än år"),
        ("sv", "läk sa till henne idag att det rör sig om veckor"),
        ("nb", "fortalt at det trolig dreier seg om uker"),
        ("nn", "lege har sagt nokre månader"),
    ],
)
def test_what_was_told_is_prognosis(language: str, text: str) -> None:
    assert steps(text, language)[0] == "prognosis"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "månader snarare än år"),
        ("sv", "Dr sa tre månader men hon tror på ett år"),
        ("sv", "Jag bedömer att hon har veckor kvar"),
        ("nb", "dr tror uker"),
        ("nb", "gjetter på noen måneder"),
        ("nb", "uker til få måneder"),
        ("nn", "kort tid att"),
    ],
)
def test_an_outlook_that_may_not_have_been_told_is_not_called_told(
    language: str, text: str
) -> None:
    assert "prognosis" not in themes(text, language)


# --- putting it there


def _sitting(conversation: Conversation) -> Sitting:
    return Sitting(guide(conversation.guide), conversation, now=lambda: NOW)


def test_a_note_put_under_its_step_keeps_voice_time_and_being_apart_and_undo_takes_it_back() -> (
    None
):
    note = Note(text="rädd", voice="patient", private=True, at=NOW)
    before = talk().note("hopes", note)
    sitting = _sitting(before)
    filing.place(sitting, "hopes", 0, filing.Proposal("worries", "worries", 1.0))
    assert sitting.conversation.entry("worries").notes == (note,)
    assert sitting.conversation.entry("hopes").state == "not_raised"
    assert sitting.undo()
    assert sitting.conversation == before


def test_under_other_it_takes_its_theme_along_as_one_change() -> None:
    note = Note(text="vill inte in", at=NOW)
    wanted = filing.Proposal(OTHER, "hospital_admission", 1.0)
    for step in ("hopes", OTHER):
        before = talk().note(OTHER, Note(text="x")).note(step, note)
        sitting = _sitting(before)
        filing.place(sitting, step, len(before.entry(step).notes) - 1, wanted)
        placed = sitting.conversation.entry(OTHER).notes
        assert [each.theme for each in placed] == [None, "hospital_admission"]
        assert (placed[1].text, placed[1].at) == (note.text, note.at)
        assert filing.unfiled(placed) == [0]
        assert sitting.undo()
        assert sitting.conversation == before
