from dataclasses import replace
from typing import Any

import pytest

from convoguide.practice.case import Case
from convoguide.practice.labelled import label, play
from convoguide.practice.patient import begin, respond
from convoguide.practice.rehearsal import PatientTurn, Rehearsal
from convoguide.services import cases
from convoguide.understanding import Reading

HEART, ALS = "hjartsvikt-trappan", "als-snickaren"


@pytest.fixture
def heart() -> Case:
    return cases.case(HEART)


def changed(case: Case, **parts: Any) -> Case:
    data = case.model_dump()
    for key, value in parts.items():
        data[key] = {**data[key], **value} if isinstance(value, dict) else value
    return Case.model_validate(data)


def trusting(case: Case, trust: float = 0.8) -> Case:
    return changed(case, start={"trust": trust})


def answers(case: Case, *turns: Reading, seed: int = 1) -> list[PatientTurn]:
    return list(play(case, turns, seed).patient_turns())


def says(turn: PatientTurn, name: str) -> bool:
    return any(key.startswith(name) for key in turn.said)


def asking(
    case: Case, text: str, reading: Reading, rehearsal: Rehearsal | None = None
) -> Rehearsal:
    talk = rehearsal or begin(case, "r", 1)
    return respond(case, talk, reading, text, cases.lexicon(case.language))


QUESTION = Reading("none", ("open_question",), 0.9, (("none", 0.9),))


def test_the_patient_speaks_first(heart: Case) -> None:
    talk = begin(heart, "r", 1)
    assert talk.last.text == heart.opening[0].text.strip()
    assert [cue.words for cue in talk.last.cues] == ["då har man ju gått och undrat lite"]


def test_a_question_on_a_topic_brings_out_what_belongs_to_it(heart: Case) -> None:
    turn = answers(heart, label("strength", "open_question"))[-1]
    assert turn.disclosed == ("choir",)
    assert "kören" in turn.text


def test_a_fact_is_told_once_and_then_come_back_to(heart: Case) -> None:
    asked = label("strength", "open_question")
    turns = answers(heart, *[asked] * 4)
    assert [turn.disclosed for turn in turns[1:]] == [("choir",), (), (), ()]
    assert len({turn.text for turn in turns}) == len(turns)


def test_what_needs_trust_is_only_hinted_at_without_it(heart: Case) -> None:
    turn = answers(trusting(heart, 0.2), label("hopes", "open_question"))[-1]
    assert turn.disclosed == ()
    assert says(turn, "facts.tilda.closed")


def test_a_hint_that_is_met_with_empathy_opens(heart: Case) -> None:
    hint, told = answers(
        trusting(heart), label("worries", "open_question"), label("none", "empathy_name")
    )[1:]
    assert says(hint, "facts.nights.closed")
    assert told.met == ("3.1",)
    assert told.disclosed == ("nights",)


def test_a_hint_that_is_met_with_silence_opens(heart: Case) -> None:
    told = answers(trusting(heart), label("worries", "open_question"), label("none", "silence"))[-1]
    assert told.disclosed == ("nights",)


def test_a_secret_does_not_open_before_what_it_waits_for(heart: Case) -> None:
    turns = answers(
        trusting(heart),
        *[label("unwanted_care", "open_question", "empathy_understand")] * 3,
    )
    assert not any("evert" in turn.disclosed for turn in turns)


@pytest.mark.parametrize("skill", ["leading_question", "closed_question"])
def test_a_secret_does_not_open_to_a_narrow_question(heart: Case, skill: str) -> None:
    turns = answers(trusting(heart, 0.95), *[label("worries", skill)] * 4)
    assert not any(turn.disclosed for turn in turns)


def test_a_feeling_that_is_named_meets_all_cues_of_the_turn_before(heart: Case) -> None:
    turn = answers(heart, label("none", "empathy_name"))[-1]
    assert turn.met == ("1.1",)


def test_a_feeling_walked_past_stays_open_until_it_is_met(heart: Case) -> None:
    talk = play(heart, [label("strength", "closed_question")])
    assert [cue.id for cue in talk.open_cues()] == ["1.1"]
    talk = respond(heart, talk, label("none", "empathy_understand"), "")
    assert talk.last.met == ("1.1",)
    assert "1.1" not in [cue.id for cue in talk.open_cues()]


def test_a_feeling_walked_past_costs_trust_and_one_that_is_met_wins_it(heart: Case) -> None:
    start = heart.start.trust
    assert answers(heart, label("strength", "closed_question"))[-1].mood.trust < start
    assert answers(heart, label("none", "empathy_name"))[-1].mood.trust > start


def test_an_explicit_feeling_walked_past_closes_the_doors(heart: Case) -> None:
    case = trusting(heart)
    talk = play(
        case,
        [label("worries", "open_question"), label("none", "silence")],
        seed=1,
    )
    assert talk.last.cues[0].kind == "explicit"
    past = respond(case, talk, label("family", "open_question"), "")
    assert past.last.disclosed == ()
    met = respond(case, talk, label("family", "open_question", "empathy_understand"), "")
    assert met.last.disclosed == ("peter",)


@pytest.mark.parametrize("skill", ["false_reassurance", "blocking"])
def test_comfort_and_moving_on_are_seen_through(heart: Case, skill: str) -> None:
    turn = answers(heart, label("none", skill, "empathy_understand"))[-1]
    assert says(turn, f"reactions.{skill}")
    assert turn.met == ()
    assert turn.mood.trust < heart.start.trust


@pytest.mark.parametrize(
    "skill", ["jargon", "information_dump", "premature_advice", "leading_question"]
)
def test_what_closes_a_door_is_taken_as_such(heart: Case, skill: str) -> None:
    turn = answers(heart, label("none", skill))[-1]
    assert says(turn, f"reactions.{skill}")


def test_empathy_and_a_question_are_both_answered(heart: Case) -> None:
    turn = answers(heart, label("strength", "open_question", "empathy_understand"))[-1]
    assert says(turn, "reactions.empathy")
    assert turn.disclosed == ("choir",)


def test_silence_for_no_reason_puzzles_and_in_the_end_the_patient_takes_the_word(
    heart: Case,
) -> None:
    quiet = changed(heart, opening=[{"text": "Kom in."}])
    turns = answers(quiet, *[label("none", "silence")] * 3)
    assert says(turns[1], "reactions.silence_empty")
    assert says(turns[2], "reactions.silence_empty")
    assert says(turns[3], "reactions.initiative")


def test_a_silence_after_a_feeling_wins_trust(heart: Case) -> None:
    turn = answers(heart, label("none", "silence"))[-1]
    assert says(turn, "reactions.silence/")
    assert turn.mood.trust > heart.start.trust


def test_the_outlook_told_without_asking_strikes_hard(heart: Case) -> None:
    turn = answers(heart, label("prognosis", "hope_worry_statement"))[-1]
    assert turn.told == "unasked"
    assert says(turn, "reactions.prognosis.unasked")
    assert turn.mood.distress > heart.start.distress + 0.1


def test_the_outlook_told_to_one_who_was_asked_is_taken_in(heart: Case) -> None:
    turn = answers(
        heart, label("information_needs", "permission"), label("prognosis", "wish_statement")
    )[-1]
    assert turn.told == "wanted"
    assert says(turn, "reactions.prognosis.wanted")


def test_one_who_asks_for_the_outlook_has_been_asked(heart: Case) -> None:
    case = trusting(heart)
    hopes = label("hopes", "open_question")
    talk = play(case, [hopes, label("none", "empathy_name")])
    assert "tilda" in talk.disclosed()
    assert respond(case, talk, label("prognosis"), "").last.told == "wanted"


def test_the_outlook_is_unwanted_where_the_person_does_not_want_to_know(heart: Case) -> None:
    case = changed(heart, wants_to_know="no")
    turn = answers(case, label("information_needs", "permission"), label("prognosis"))[-1]
    assert turn.told == "unwanted"
    assert turn.mood.trust < 0.4


def test_one_who_wants_to_know_a_part_is_asked_anew_before_more_is_told() -> None:
    case = cases.case(ALS)
    turns = answers(
        case, label("information_needs", "open_question"), label("prognosis"), label("prognosis")
    )
    assert [turn.told for turn in turns[2:]] == ["wanted", "unwanted"]


def test_to_ask_what_they_were_told_is_not_to_tell(heart: Case) -> None:
    assert answers(heart, label("prognosis", "open_question"))[-1].told is None


def test_a_summary_of_nothing_is_not_agreed_to(heart: Case) -> None:
    early = answers(heart, label("summary", "summary"))[-1]
    assert says(early, "reactions.summary.wrong")
    topics = ("strength", "what_matters", "illness_understanding")
    late = answers(heart, *(label(t, "open_question") for t in topics), label("summary", "summary"))
    assert says(late[-1], "reactions.summary.right")


def test_one_can_only_take_along_what_was_talked_of(heart: Case) -> None:
    assert says(answers(heart, label("teach_back", "teach_back"))[-1], "reactions.teach_back.wrong")
    turns = answers(heart, label("plan"), label("teach_back", "teach_back"))
    assert says(turns[-1], "reactions.teach_back.right")


def test_a_question_outside_the_script_is_answered(heart: Case) -> None:
    turn = asking(heart, "Hur har du sovit i natt?", QUESTION).last
    assert says(turn, "off_script.slept/0")
    assert turn.understood


def test_an_answer_outside_the_script_agrees_with_what_is_told(heart: Case) -> None:
    case = trusting(heart)
    talk = play(case, [label("worries", "open_question"), label("none", "silence")])
    turn = asking(case, "hur har du sovit", QUESTION, talk).last
    assert says(turn, "off_script.slept/1")


def test_what_only_this_person_is_asked_is_answered(heart: Case) -> None:
    assert "Kardemumma" in asking(heart, "Vad är det för bullar?", QUESTION).last.text


def test_a_question_that_is_not_followed_is_said_so_and_then_something_is_brought_up(
    heart: Case,
) -> None:
    talk = asking(heart, "Flurp snark blonk?", QUESTION)
    assert not talk.last.understood
    assert says(talk.last, "reactions.not_understood")
    for _turn in range(2):
        talk = asking(heart, "Flurp snark blonk?", QUESTION, talk)
    assert says(talk.last, "reactions.initiative")
    assert talk.last.understood


def test_asking_for_more_goes_on_with_the_topic(heart: Case) -> None:
    case = trusting(heart)
    talk = play(case, [label("worries", "open_question")])
    talk = asking(case, "Berätta mer", QUESTION, talk)
    assert talk.last.topic == "worries"
    assert talk.last.understood


def test_taking_leave_is_answered_with_leave(heart: Case) -> None:
    bye = Reading("smalltalk", (), 0.9, (("smalltalk", 0.9),))
    talk = play(heart, [label("strength", "open_question")])
    assert says(asking(heart, "Hej då, tack för idag!", bye, talk).last, "reactions.goodbye")


def test_one_who_has_had_enough_says_so_first_and_then_stops(heart: Case) -> None:
    tired = changed(heart, start={"energy": 0.17})
    turns = answers(tired, *[label("strength", "open_question")] * 12)
    warned = next(n for n, turn in enumerate(turns) if says(turn, "stop.warns"))
    stopped = next(n for n, turn in enumerate(turns) if turn.ended)
    assert warned < stopped
    assert says(turns[stopped], "stop.says")
    assert all(turn.ended for turn in turns[stopped:])
    assert sum(says(turn, "stop.warns") for turn in turns) == 1


def test_going_back_meets_the_same_person(heart: Case) -> None:
    turns = [label("strength", "open_question"), label("family", "open_question")] * 3
    talk = play(heart, turns)
    branch = talk.back_to(5, "again")
    assert branch.branch_of == (talk.id, 5)
    for reading in turns[2:]:
        branch = respond(heart, branch, reading, "")
    assert branch.turns == talk.turns


def test_going_back_to_ones_own_turn_goes_to_the_answer_before_it(heart: Case) -> None:
    talk = play(heart, [label("strength", "open_question")] * 3)
    assert talk.back_to(4, "again").turns == talk.turns[:3]


def test_what_was_hinted_or_chosen_is_noted(heart: Case) -> None:
    talk = begin(heart, "r", 1)
    talk = respond(heart, talk, label("none"), "Jaha", hinted=True, chosen=True)
    said = talk.trainee_turns()[0]
    assert (said.hinted, said.chosen, said.text) == (True, True, "Jaha")


def with_son(case: Case, **parts: Any) -> Case:
    peter = {"name": "Peter", "who": "sonen", "about": "Här idag.", "present": True}
    return changed(case, relatives=[peter], present=["patient", "relative"], **parts)


def test_a_relative_puts_something_in_once_and_by_name(heart: Case) -> None:
    put_in = {"speaker": "Peter", "say": [{"text": "Mamma, berätta om kören.", "speaker": "Peter"}]}
    case = with_son(heart, interjections=[put_in])
    for seed in range(20):
        turns = answers(case, *[label("strength", "open_question")] * 8, seed=seed)
        heard = [turn for turn in turns if says(turn, "interjections")]
        assert len(heard) <= 1
        if heard:
            assert heard[0].text.startswith("Maj-Britt: ")
            assert "\nPeter: Mamma, berätta om kören." in heard[0].text
            return
    pytest.fail("nothing was ever put in")


def test_a_turn_that_is_all_a_relatives_says_whose_it_is(heart: Case) -> None:
    case = with_son(heart, opening=[{"text": "Hon vilar.", "speaker": "Peter"}])
    talk = begin(case, "r", 1)
    assert (talk.last.speaker, talk.last.text) == ("Peter", "Hon vilar.")


def test_the_seed_chooses_among_wordings(heart: Case) -> None:
    asked = [label("permission", "permission")]
    assert len({play(heart, asked, seed).last.text for seed in range(12)}) == 2


def test_a_turn_read_without_confidence_may_be_outside_the_script(heart: Case) -> None:
    doubtful = Reading("wellbeing", ("open_question",), 0.2, (("wellbeing", 0.2),))
    assert says(asking(heart, "Vad har du jobbat med?", doubtful).last, "off_script.work")
    sure = replace(doubtful, confidence=0.9)
    assert not says(asking(heart, "Vad har du jobbat med?", sure).last, "off_script.work")
