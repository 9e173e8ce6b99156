"""How an answer fits what was said, with every person one can rehearse with."""

import pytest

from convoguide.core.labels import NONE
from convoguide.practice.case import Case
from convoguide.practice.facts import teller
from convoguide.practice.labelled import label, play
from convoguide.practice.memory import OF_THE_TALK, wording_of
from convoguide.practice.offers import offered, situation_of
from convoguide.practice.patient import begin, respond
from convoguide.practice.phrasings import GRADES
from convoguide.practice.rehearsal import PatientTurn, Rehearsal
from convoguide.practice.room import addressed, first_voice, lead, present, spoken_of
from convoguide.services import cases, rehearse
from convoguide.understanding import Reading

IDS = cases.shipped_case_ids()
IN_COMPANY = [each for each in IDS if present(cases.case(each))]
ASKS = {"sv": "vad är du rädd för?", "nb": "hva er du redd for?", "nn": "kva er du redd for?"}
PARDON = {"sv": "Ursäkta, vad sa du?", "nb": "Unnskyld, hva sa du?", "nn": "Orsak, kva sa du?"}
ABUSE = {"sv": "Du är en idiot", "nb": "Du er en idiot", "nn": "Du er ein idiot"}
MARRIED = {"sv": "Är du gift?", "nb": "Er du gift?", "nn": "Er du gift?"}
FEELS = {
    "sv": "Hur känns det att höra?",
    "nb": "Hvordan kjennes det å høre?",
    "nn": "Korleis kjennest det å høyre?",
}


@pytest.fixture(params=IDS)
def case(request: pytest.FixtureRequest) -> Case:
    return cases.case(str(request.param))


def said(case: Case, text: str, reading: Reading, talk: Rehearsal | None = None) -> Rehearsal:
    held = talk or begin(case, "r", 1)
    return respond(case, held, reading, text, cases.lexicon(case.language))


def sure(topic: str, *skills: str, at: float = 0.95) -> Reading:
    return Reading(topic, skills, at, ((topic, at),))


def keys(turn: PatientTurn, start: str) -> list[str]:
    return [key for key in turn.said if key.startswith(start)]


def speakers(case: Case, turn: PatientTurn, *, put_in: bool = False) -> set[str]:
    return {
        wording_of(case, key).speaker or lead(case)
        for key in turn.said
        if put_in or not key.startswith("interjections")
    }


# --- who is spoken to


@pytest.mark.parametrize(
    ("case_id", "text", "who"),
    [
        ("als-korpset", "Ingvild, kva er du redd for?", "Ingvild"),
        ("als-korpset", "Kva er du redd for, Ingvild?", "Ingvild"),
        ("als-korpset", "Korleis er det for deg Torhild", "Torhild"),
        ("als-korpset", "Takk, Torhild. Bodil, kva tenkjer du?", "Bodil"),
        ("als-korpset", "Kva seier Ingvild om dette?", None),
        ("als-korpset", "Torhild har fortalt meg noko.", None),
        ("als-korpset", "Ingvild er redd for deg", None),
        ("demens-jordmoren", "Hei Aslaug, hører du meg?", "Aslaug"),
        ("njursvikt-skraddaren", "Leila, kan du fråga honom om han har ont?", "Leila"),
        ("hjartsvikt-trappan", "Hur har Peter det?", None),
    ],
)
def test_one_is_spoken_to_whose_name_begins_or_ends_the_sentence(
    case_id: str, text: str, who: str | None
) -> None:
    case = cases.case(case_id)
    assert addressed(case, text, cases.lexicon(case.language)) == who


def test_one_near_is_spoken_of_by_name_and_by_what_they_are() -> None:
    case = cases.case("hjartsvikt-trappan")
    assert spoken_of(case, "Hur har Peter det?") == {"Peter"}
    assert spoken_of(case, "Vet din son om det?") == {"Peter"}
    assert spoken_of(case, "Hur känns det?") == frozenset()


@pytest.mark.parametrize("case_id", IN_COMPANY)
def test_whoever_is_called_by_name_answers(case_id: str) -> None:
    case = cases.case(case_id)
    for name in (lead(case), *(each.name for each in present(case))):
        for topic in ("worries", "wellbeing", "family"):
            text = f"{name}, {ASKS[case.language]}"
            turn = said(case, text, sure(topic, "open_question")).last
            assert speakers(case, turn) == {name}, (name, topic, turn.text)


@pytest.mark.parametrize("case_id", IN_COMPANY)
def test_a_patient_who_is_called_by_name_tells_nothing_of_anothers(case_id: str) -> None:
    case = cases.case(case_id)
    for topic in sorted(OF_THE_TALK):
        turn = said(case, f"{lead(case)}, {ASKS[case.language]}", sure(topic, "open_question")).last
        facts = [case.fact(key.split(".")[1]) for key in keys(turn, "facts.")]
        assert all(fact is not None and teller(case, fact) == lead(case) for fact in facts)


@pytest.mark.parametrize("case_id", IN_COMPANY)
def test_nobody_puts_something_in_right_after_their_own_words(case_id: str) -> None:
    case = cases.case(case_id)
    for seed in range(12):
        topics = sorted(OF_THE_TALK)
        talk = play(case, [label(topic, "open_question") for topic in topics], seed)
        for turn in talk.patient_turns():
            if len(turn.said) > 1 and turn.said[-1].startswith("interjections"):
                last, before = (wording_of(case, key).speaker for key in turn.said[:-3:-1])
                assert (last or lead(case)) != (before or lead(case))
                assert first_voice(case, turn.speaker, turn.text)[1] != turn.text


def test_a_transcript_names_each_voice_once() -> None:
    case = cases.case("kreft-bonden")
    assert first_voice(case, None, "Leiv: Nei.\nSjur: Jo.") == ("Leiv", "Nei.\nSjur: Jo.")
    assert first_voice(case, None, "Eg tenkjer: nei.") == ("Sjur", "Eg tenkjer: nei.")
    assert first_voice(case, "Leiv", "Nei.") == ("Leiv", "Nei.")


# --- what is asked


def test_a_question_of_ones_own_is_not_known_by_another_word_without_its_marks() -> None:
    case = cases.case("cancer-tagklareraren")
    turn = said(case, "Jag ser att du är tagen.", sure(NONE)).last
    assert not keys(turn, "own_questions")
    assert keys(said(case, "Hur gick tagen?", sure(NONE, "open_question")).last, "own_questions")


def test_a_personal_question_is_answered_unless_a_fact_opens(case: Case) -> None:
    if "partner" not in case.off_script:
        pytest.skip("this person is not asked that")
    turn = said(case, MARRIED[case.language], sure("family", "closed_question")).last
    assert keys(turn, "off_script.partner") or turn.disclosed or keys(turn, "own_questions")


def test_what_was_not_heard_is_said_again_and_not_in_the_same_words_alone(case: Case) -> None:
    talk = said(case, "?", sure("worries", "open_question"))
    again = said(case, PARDON[case.language], sure(NONE, "open_question"), talk)
    assert max(talk.last.said, key=lambda key: len(wording_of(case, key).text)) in again.last.said
    assert again.last.text != talk.last.text
    assert keys(again.last, "reactions.repeats")


def test_abuse_is_answered_as_abuse_whatever_it_was_read_as(case: Case) -> None:
    talk = begin(case, "r", 1)
    turn = said(case, ABUSE[case.language], sure("hopes", "open_question"), talk).last
    assert keys(turn, "reactions.insulted")
    assert turn.mood.trust < talk.last.mood.trust
    assert not turn.disclosed


def test_nothing_new_is_told_on_a_topic_that_is_as_likely_another(case: Case) -> None:
    for topic in sorted(OF_THE_TALK):
        turn = said(case, "?", sure(topic, "open_question", at=0.45)).last
        assert not turn.disclosed, topic


def test_a_very_doubtful_topic_is_no_topic(case: Case) -> None:
    for topic in sorted(OF_THE_TALK):
        turn = said(case, "Det", sure(topic, at=0.2)).last
        assert keys(turn, "reactions.listens"), topic


def test_a_statement_that_was_not_followed_is_nodded_at(case: Case) -> None:
    turn = said(case, "Blonk flurp.", sure(NONE, at=0.3)).last
    assert turn.understood
    assert keys(turn, "reactions.listens")


def test_a_summary_is_asked_for_by_what_a_turn_does_not_by_a_doubtful_topic(case: Case) -> None:
    turn = said(case, "?", sure("teach_back", "closed_question", at=0.6)).last
    assert not keys(turn, "reactions.teach_back")


def test_an_outlook_read_in_doubt_was_not_told(case: Case) -> None:
    assert said(case, "Det kan vara så.", sure("prognosis", at=0.36)).last.told is None


def test_what_nobody_had_told_them_is_not_said_once_it_was_told(case: Case) -> None:
    talk = said(case, "?", sure("information_needs", "open_question"))
    talk = said(case, "Det är kort tid.", sure("prognosis"), talk)
    for _turn in range(4):
        talk = said(case, "?", sure("prognosis", "open_question"), talk)
        assert not keys(talk.last, "replies.prognosis")


def test_one_who_was_just_told_the_outlook_stays_with_it(case: Case) -> None:
    talk = said(case, "?", sure("information_needs", "open_question"))
    talk = said(case, "Det är kort tid.", sure("prognosis"), talk)
    turn = said(case, FEELS[case.language], sure(NONE, "open_question"), talk).last
    assert turn.understood
    assert not keys(turn, "replies.")
    assert not keys(turn, "reactions.again")


def test_much_that_was_said_of_the_outlook_was_told_however_doubtful(case: Case) -> None:
    much = " ".join(["Det"] * 20)
    assert said(case, much, sure("prognosis", at=0.3)).last.told is not None


def test_how_it_feels_goes_on_with_what_the_talk_was_on(case: Case) -> None:
    talk = said(case, "?", sure("worries", "open_question"))
    talk = said(case, "Vi", sure("commitment", "commitment_nonabandonment"), talk)
    talk = said(case, FEELS[case.language], sure(NONE, "open_question"), talk)
    assert talk.last.understood
    assert not keys(talk.last, "reactions.evades")


# --- what is felt


def test_empathy_that_asks_nothing_stays_with_what_was_said(case: Case) -> None:
    """Whatever topic its words may name: no fact of another topic comes of it."""
    for topic in ("place_of_care", "spokesperson"):
        talk = said(case, "?", sure("worries", "open_question"))
        turn = said(case, "Det", sure(topic, "empathy_understand"), talk).last
        facts = [case.fact(key.split(".")[1]) for key in keys(turn, "facts.")]
        assert all(fact is not None and "worries" in fact.topics for fact in facts), topic


def test_a_second_pause_while_a_feeling_lies_open_is_not_for_no_reason(case: Case) -> None:
    talk = said(case, "?", sure("worries", "open_question"))
    talk = said(case, "", sure(NONE, "silence"), talk)
    talk = said(case, "Det", sure(NONE, "empathy_name"), talk)
    talk = said(case, "", sure(NONE, "silence"), talk)
    assert not keys(talk.last, "reactions.silence_empty")


def test_a_secret_is_hinted_at_before_other_things_are_told_of_its_topic(case: Case) -> None:
    for secret in case.secrets():
        turn = said(case, "?", sure(secret.topics[0], "open_question")).last
        if turn.disclosed:
            first = case.facts.index(next(f for f in case.facts if f.id in turn.disclosed))
            told = case.facts[first]
            assert told.topics[0] == secret.topics[0], (secret.id, told.id)
            assert first < case.facts.index(secret), (secret.id, told.id)


def test_words_given_back_are_no_question() -> None:
    case = cases.case("hjartsvikt-trappan")
    talk = said(case, "Vad oroar dig?", sure("worries", "open_question"))
    given = " ".join(talk.last.text.rstrip(".").split()[-4:])
    turn = said(case, f"{given}, säger du.", sure(NONE, at=0.5), talk).last
    assert turn.understood
    assert turn.mood.trust > talk.last.mood.trust - 0.01


# --- choosing


@pytest.mark.parametrize("grade", GRADES)
def test_choosing_never_comes_to_a_standstill(case: Case, grade: str) -> None:
    talk = begin(case, "r", 2)
    situations = []
    phrasings = cases.phrasings(case.language)
    for _turn in range(34):
        situations.append(situation_of(case, talk, phrasings))
        offer = next(each for each in offered(case, talk, phrasings) if each.grade == grade)
        talk = respond(case, talk, offer.reading, offer.text, chosen=True)
    stretches = [each for each in situations if each not in ("feeling", "follow_up")]
    assert len(stretches) == len(set(stretches))
    assert situations[-1] == "follow_up" or talk.ended


def test_a_script_with_several_voices_prints_each_name_once() -> None:
    practice = rehearse.begun("kreft-bonden", seed=4)
    for _turn in range(10):
        practice.say("Kva sa legen?")
    for _n, who, text in rehearse.transcript(practice):
        assert not text.startswith(f"{who}: ")
        assert not (who == "Sjur" and text.startswith("Leiv: "))
