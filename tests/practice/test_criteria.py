"""Each rule of the debrief: when it applies, what it sees, and what it does not."""

import pytest

from convoguide.core.labels import SKILLS
from convoguide.practice.criteria import CRITERIA, GROUP_WEIGHTS, Judgement, Talk
from convoguide.practice.rehearsal import Rehearsal, Turn
from convoguide.services.cases import coach_words
from tests.practice.held import LEVELS, NAMES, by_hand, by_script, cases_for, patient, trainee

OPEN = trainee("Hur tänker du om det?", "worries", "open_question")
CLOSED = trainee("Har du ont?", "none", "closed_question")
TOLD = trainee("Det handlar om några veckor.", "prognosis")
WANTS = trainee("Hur mycket vill du veta?", "information_needs", "permission")
AFRAID = patient("Jag är så rädd på nätterna.", "fear")


def judged(rule: str, rehearsal: Rehearsal) -> Judgement | None:
    criterion = next(each for each in CRITERIA if each.id == rule)
    talk = Talk(rehearsal, coach_words("sv"))
    return criterion.judge(talk) if criterion.applies(talk) else None


def score(rule: str, *turns: Turn) -> float | None:
    found = judged(rule, by_hand(*turns))
    return found.score if found else None


def test_every_group_has_criteria_and_the_weights_make_a_hundred() -> None:
    assert {each.group for each in CRITERIA} == set(GROUP_WEIGHTS)
    assert sum(GROUP_WEIGHTS.values()) == 100
    assert len({each.id for each in CRITERIA}) == len(CRITERIA)
    assert all(each.sources and each.rule and each.weight > 0 for each in CRITERIA)


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_stands_word_for_word_in_its_turn(name: str) -> None:
    for case in cases_for(name):
        for level in LEVELS:
            rehearsal = by_script(case.id, name, level)
            texts = {turn.n: turn.text for turn in rehearsal.turns}
            talk = Talk(rehearsal, coach_words(case.language))
            for each in CRITERIA:
                if not each.applies(talk):
                    continue
                found = each.judge(talk)
                assert 0 <= found.score <= 100
                for shown in found.evidence:
                    assert shown.quote in texts[shown.turn], each.id
                if found.moment:
                    assert found.moment.quote in texts[found.moment.turn], each.id


# --- feelings


@pytest.mark.parametrize(
    "skill",
    [
        *(each for each in SKILLS if each.startswith("empathy_")),
        "silence",
        "reflection",
        "wish_statement",
        "commitment_nonabandonment",
    ],
)
def test_a_feeling_is_met_by_what_the_next_turn_does(skill: str) -> None:
    assert score("feelings_met", AFRAID, trainee("…", "none", skill)) == 100


@pytest.mark.parametrize("skill", ["closed_question", "blocking", "false_reassurance", "jargon"])
def test_a_feeling_is_missed_by_anything_else(skill: str) -> None:
    assert score("feelings_met", AFRAID, trainee("Tar du tabletterna?", "none", skill)) == 0


def test_an_empty_line_straight_after_a_feeling_meets_it_and_the_patients_words_are_shown() -> None:
    found = judged("feelings_met", by_hand(AFRAID, trainee("", "none", "silence")))
    assert found is not None
    assert found.score == 100
    assert found.evidence[0].quote == AFRAID.text


def test_empathy_that_comforts_falsely_in_the_same_breath_meets_nothing() -> None:
    both = trainee("Stackars dig, det ordnar sig.", "none", "empathy_name", "false_reassurance")
    assert score("feelings_met", AFRAID, both) == 0


def test_a_feeling_met_a_turn_later_counts_half() -> None:
    late = trainee("Du sa att du är rädd.", "none", "empathy_name")
    assert score("feelings_met", AFRAID, CLOSED, patient("Nej."), late) == 50


def test_to_ask_about_the_worry_itself_meets_a_fear() -> None:
    assert score("feelings_met", AFRAID, OPEN) == 100


def test_i_understand_but_meets_nothing() -> None:
    but = trainee("Jag förstår, men vi måste bli klara.", "none", "empathy_understand")
    assert score("feelings_met", AFRAID, but) == 0
    assert score("stayed_with_feelings", AFRAID, but, OPEN, OPEN) == 50


def test_nothing_is_said_of_feelings_met_where_none_was_shown() -> None:
    assert score("feelings_met", OPEN, OPEN, OPEN) is None


def test_blocking_takes_away_from_empathy_shown() -> None:
    kind = trainee("Det är tungt.", "none", "empathy_understand")
    block = trainee("Nog om det.", "none", "blocking")
    alone = score("empathy_shown", kind, kind, OPEN)
    blocked = score("empathy_shown", kind, block, OPEN)
    assert alone is not None
    assert blocked is not None
    assert alone > blocked


def test_silence_upon_silence_is_no_empathy() -> None:
    still = trainee("", "none", "silence")
    assert score("empathy_shown", OPEN, AFRAID, still, OPEN) == 50
    assert score("empathy_shown", still, still, still, still) == 25


def test_moving_off_feelings_is_seen_even_where_no_feeling_was_tagged() -> None:
    found = judged(
        "stayed_with_feelings", by_hand(OPEN, trainee("Nog om det.", "none", "blocking"))
    )
    assert found is not None
    assert found.score == 0
    assert found.evidence[0].quote == "Nog om det."


# --- asking


def test_open_questions_score_over_closed_and_closed_only_score_nothing() -> None:
    assert score("open_questions", OPEN, OPEN, OPEN, OPEN) == 100
    assert score("open_questions", CLOSED, CLOSED, CLOSED) == 0


def test_a_leading_question_is_where_another_way_is_shown_first() -> None:
    leading = trainee("Du vill väl inte till sjukhus?", "hospital_admission", "leading_question")
    found = judged("open_questions", by_hand(CLOSED, leading, CLOSED))
    assert found is not None
    assert found.moment is not None
    assert found.moment.quote == leading.text
    assert found.moment.about == "hospital_admission"


def test_leave_is_asked_once_or_twice() -> None:
    leave = trainee("Är det okej om jag frågar?", "permission", "permission")
    assert score("leave_asked", OPEN, OPEN, OPEN) == 0
    assert score("leave_asked", leave, OPEN, OPEN) == 75
    assert score("leave_asked", leave, leave, OPEN) == 100


def test_asking_before_telling_needs_the_asking_to_come_first() -> None:
    assert score("asked_before_telling", WANTS, TOLD) == 100
    assert score("asked_before_telling", TOLD, WANTS) == 0
    assert score("asked_before_telling", OPEN, OPEN) is None


def test_advice_is_looked_at_only_where_advice_or_a_plan_was_given() -> None:
    advice = trainee("Du borde vila mer.", "none", "premature_advice")
    assert score("advice_waited", OPEN, OPEN, OPEN) is None
    assert score("advice_waited", OPEN, advice, OPEN) == 0


# --- language


def test_a_long_turn_leaves_less_room_than_short_ones() -> None:
    long = trainee("ord " * 90, "illness_understanding")
    assert score("room_to_speak", OPEN, CLOSED, OPEN) == 100
    assert score("room_to_speak", OPEN, long, OPEN) == 0


def test_stage_directions_are_no_words() -> None:
    waits = trainee("(" + "väntar " * 90 + ")", "none", "silence")
    assert score("room_to_speak", OPEN, waits, OPEN) == 100


def test_jargon_is_known_by_its_label_and_by_its_words() -> None:
    both = trainee("Du har NYHA IV.", "illness_understanding", "jargon")
    words_only = trainee("Du har NYHA IV.", "illness_understanding")
    assert score("plain_words", OPEN, OPEN, OPEN) == 100
    assert score("plain_words", OPEN, both, OPEN) == 0
    assert score("plain_words", OPEN, words_only, OPEN) == 50


def test_an_abbreviation_that_few_know_is_a_term_and_one_that_all_know_is_none() -> None:
    known = trainee("Du fick KOL och såg på TV.", "none")
    strange = trainee("Din XQRT är för låg.", "none")
    shouted = trainee("HEJ PÅ DIG", "none")
    assert score("plain_words", OPEN, strange, OPEN) == 50
    assert score("plain_words", known, shouted, OPEN) == 100


def test_false_comfort_is_known_by_its_words_where_the_label_missed_it() -> None:
    missed = trainee("Oroa dig inte, det ordnar sig.", "none")
    found = judged("honest_comfort", by_hand(OPEN, missed, OPEN))
    assert found is not None
    assert found.score == 50
    assert found.evidence[0].turn == 4


def test_a_talk_of_statements_does_not_hand_over_the_word() -> None:
    plain = trainee("Så är det.", "none")
    assert score("word_handed_over", plain, plain, plain) == 0
    assert score("word_handed_over", OPEN, OPEN, OPEN) == 100


# --- structure


def test_an_opening_says_what_the_talk_is_for() -> None:
    agenda = trainee("Jag vill prata om hur du har det.", "agenda")
    hello = trainee("Hej!", "smalltalk")
    assert score("opening", agenda, OPEN, OPEN) == 100
    assert score("opening", CLOSED, CLOSED, CLOSED, agenda) == 0
    assert score("opening", hello, CLOSED, CLOSED) == 30


def test_understanding_is_asked_before_anything_is_told() -> None:
    asks = trainee("Hur ser du på sjukdomen?", "illness_understanding", "open_question")
    assert score("understanding_first", asks, TOLD) == 100
    assert score("understanding_first", TOLD, asks) == 0
    assert score("understanding_first", TOLD, OPEN) == 0
    assert score("understanding_first", OPEN, OPEN) is None


def test_the_same_topic_asked_twice_is_one_topic() -> None:
    hopes = trainee("Vad hoppas du på?", "hopes", "open_question")
    once = score("topics_opened", OPEN, CLOSED, CLOSED)
    assert score("topics_opened", OPEN, OPEN, OPEN) == once
    two = score("topics_opened", OPEN, hopes, CLOSED)
    assert two is not None
    assert once is not None
    assert two > once


def test_a_topic_that_is_shut_at_once_counts_half() -> None:
    comfort = trainee("Det kommer inte att hända.", "none", "false_reassurance")
    stays = score("topics_opened", OPEN, CLOSED, CLOSED)
    shut = score("topics_opened", OPEN, comfort, CLOSED)
    assert stays is not None
    assert shut == stays / 2


def test_to_ask_on_about_what_the_person_brings_up_counts_twice_at_most() -> None:
    asks_on = trainee("Vad hette hästen?", "none", "open_question")
    one = score("topics_opened", asks_on, CLOSED, CLOSED, CLOSED)
    two = score("topics_opened", asks_on, asks_on, CLOSED, CLOSED)
    assert one is not None
    assert two == 2 * one
    assert score("topics_opened", asks_on, asks_on, asks_on, CLOSED) == two


def test_a_short_talk_that_stops_when_the_patient_has_had_enough_is_a_full_one() -> None:
    enough = patient("Nu orkar jag inte mer i dag.", ended=True, trust=0.8)
    bye = trainee("Då slutar vi här. Tack för i dag.", "none", "empathy_respect")
    asked = [
        trainee("Passar det att vi pratar?", "permission", "permission"),
        trainee("Hur ser du på sjukdomen?", "illness_understanding", "open_question"),
        OPEN,
    ]
    assert score("topics_opened", *asked, enough, bye) == 100
    assert score("stopped_when_asked", *asked, enough, bye) == 100
    for closing in ("summary", "teach_back", "follow_up", "commitment"):
        assert score(closing, *asked, OPEN, OPEN, OPEN, enough, bye) is None


def test_a_talk_that_goes_on_after_the_patient_wants_to_stop_is_seen() -> None:
    enough = patient("Nu orkar jag inte mer.", ended=True, trust=0.8)
    assert score("stopped_when_asked", OPEN, enough, CLOSED) == 0


def test_a_patient_who_breaks_off_in_distrust_makes_no_full_talk() -> None:
    off = patient("Gå härifrån.", ended=True, trust=0.1)
    bye = trainee("Jaha, hej då.", "none")
    assert score("stopped_when_asked", OPEN, off, bye) is None
    assert score("summary", OPEN, OPEN, OPEN, OPEN, OPEN, off, bye) == 0


# --- prognosis


def test_an_outlook_that_was_not_told_is_not_looked_at() -> None:
    for rule in ("outlook_wanted", "outlook_uncertain", "outlook_with_care", "outlook_answered"):
        assert score(rule, OPEN, WANTS, CLOSED) is None


def test_an_outlook_is_wanted_where_it_was_asked_first() -> None:
    assert score("outlook_wanted", WANTS, TOLD) == 100
    assert score("outlook_wanted", OPEN, TOLD) == 0


def test_uncertainty_is_read_from_the_words() -> None:
    unsure = trainee("Kanske några veckor, ingen kan veta säkert.", "prognosis")
    assert score("outlook_uncertain", WANTS, unsure) == 100
    assert score("outlook_uncertain", WANTS, TOLD) == 0


def test_a_wish_or_a_silence_after_it_is_care() -> None:
    wish = trainee("Jag önskar att det var annorlunda.", "prognosis", "wish_statement")
    assert score("outlook_with_care", WANTS, wish) == 100
    assert score("outlook_with_care", WANTS, TOLD, trainee("", "none", "silence")) == 80
    assert score("outlook_with_care", WANTS, TOLD, CLOSED) == 0


def test_a_question_about_the_outlook_wants_an_answer() -> None:
    asks = patient("Hur lång tid har jag kvar?", topic="prognosis")
    unsure = trainee("Kanske några veckor, ingen kan veta säkert.", "prognosis")
    assert score("outlook_answered", WANTS, asks, TOLD) == 100
    assert score("outlook_answered", asks, unsure) == 100
    assert score("outlook_answered", asks, TOLD) == 40
    assert score("outlook_answered", asks, WANTS) == 70
    assert score("outlook_answered", asks, trainee("Och maten?", "none", "open_question")) == 40
    assert score("outlook_answered", asks, CLOSED) == 0


# --- closing


def test_a_summary_counts_where_it_comes_late() -> None:
    sums = trainee("Du vill vara hemma. Stämmer det?", "summary", "summary")
    assert score("summary", OPEN, OPEN, OPEN, OPEN, OPEN, sums) == 100
    assert score("summary", sums, OPEN, OPEN, OPEN, OPEN, OPEN) == 0


def test_a_closing_turn_that_does_several_things_is_seen_to_do_them_all() -> None:
    last = trainee("Jag skriver det. Vi släpper dig inte. Sen ses vi igen på tisdag.", "plan")
    talk = (OPEN, OPEN, OPEN, OPEN, OPEN, last)
    assert score("follow_up", *talk) == 100
    assert score("commitment", *talk) == 100
    assert score("summary", *talk) == 0


def test_to_say_that_one_is_done_is_no_follow_up() -> None:
    done = trainee("Bra, då tar vi nästa patient på tisdag.", "follow_up")
    assert score("follow_up", OPEN, OPEN, OPEN, OPEN, OPEN, done) == 0


def test_a_topic_without_its_skill_or_words_is_less_than_a_closing() -> None:
    for rule in ("summary", "teach_back", "commitment", "follow_up"):
        vague = trainee("Jaha, ja, då så.", rule)
        assert score(rule, OPEN, OPEN, OPEN, OPEN, OPEN, vague) == 40


def test_did_you_understand_is_a_quarter_of_a_teach_back() -> None:
    check = trainee("Förstod du?", "teach_back", "closed_question")
    assert score("teach_back", OPEN, OPEN, OPEN, OPEN, OPEN, check) == 25


def test_a_plan_asks_leave_by_its_words_too() -> None:
    asks = trainee("Jag ringer dottern, om du vill.", "plan")
    tells = trainee("Jag ringer dottern.", "plan")
    assert score("plan_with_leave", OPEN, OPEN, OPEN, asks) == 100
    assert score("plan_with_leave", OPEN, OPEN, OPEN, tells) == 30
    assert score("plan_with_leave", OPEN, OPEN, OPEN, OPEN) is None
