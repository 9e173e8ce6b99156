"""Where a note belongs by what it says: proposals, for the clinician to take or to leave.

Nothing is ever moved by itself. The words of the note have the last say over what the reader finds
likely: a medical decision is not proposed as the person's wish, nor a wish as a decision, nor a
guess at the time left as a prognosis that was told (`understanding.bearing`).
"""

from collections.abc import Sequence
from typing import NamedTuple

from convoguide.core.conversation import OTHER, Note, Voice
from convoguide.core.guide import Guide
from convoguide.core.labels import NONE
from convoguide.core.theme import DECISION_THEMES
from convoguide.services.conduct import Sitting
from convoguide.services.understand import reader
from convoguide.understanding.bearing import Bearing, Stance, bearing_of
from convoguide.understanding.reading import LANGUAGES

MOST = 3
LEAST = 0.5
"""The share that the best step of a jot needs, which stands nowhere yet. On authors that the reader
had not read, nine in ten of what is proposed from here on is right, and 98 in 100 times the right
one is among three."""
LEAST_ELSEWHERE = 0.8
"""The share where the note stands under a step already: somebody chose that step, and an offer that
is wrong teaches not to read offers. Against 0.5 it keeps 92 of 100 that are right and half of those
that are wrong; above it only right ones are lost."""
_LEAST_OF_MORE = 0.05
"""The share of a further step: one in ten of these is right after all."""
_GATHERING = frozenset({"summary", "teach_back", "commitment", "plan", "agenda", "handover"})
"""Themes under which everything is said once more: what is typed there mostly belongs there."""
_LEAST_FROM_GATHERING = 0.9
_WHAT_CAN_MATTER = frozenset(
    {
        "wellbeing",
        "hopes",
        "strength",
        "people_present",
        "place_of_care",
        "critical_abilities",
        "end_of_life_priorities",
    }
)
"""Whoever is asked what matters most answers with one of these: home, the garden, someone near, to
manage by oneself. Under that question it stands well, whatever other step asks for it too."""

LIMIT, UNWANTED, ACUTE = "treatment_limits", "unwanted_care", "acutely_ill_wishes"
WISHES_ABOUT_CARE = frozenset({UNWANTED, ACUTE, "hospital_admission", "place_of_care"})

Shares = dict[str, float]


class Proposal(NamedTuple):
    """A step where the note may belong; under `other` it takes its theme along."""

    step: str
    theme: str
    share: float
    """How likely it is, 0 to 1."""


def proposals(
    text: str, guide: Guide, language: str, here: str, voice: Voice = "clinician"
) -> list[Proposal]:
    """The steps where the note belongs rather than `here`, at most three, the best first.

    None where it stands well, where it is unsure, and in languages that are not read. Two of which
    one is a wish and one a decision are a question (`is_question`), and neither is the better.
    """
    if language not in LANGUAGES:
        return []
    found = reader().note(text, language)
    shares = {theme: share for theme, share in found.themes if theme != NONE}
    if found.theme is None:
        return []
    bearing = bearing_of(text)
    shares, asked = _by_bearing(shares, bearing, voice)
    if asked:
        question = _proposed(shares, asked, guide)
        steps = {each.step for each in question}
        return [] if here in steps or len(steps) < len(asked) else question
    best = sorted(shares, key=lambda theme: -shares[theme])
    if not best or shares[best[0]] < _least_from(guide, here) or _is_here(best[0], guide, here):
        return []
    likely = [theme for theme in best if shares[theme] >= _LEAST_OF_MORE]
    return [
        each for each in _proposed(shares, likely, guide) if each.step != here or each.step == OTHER
    ][:MOST]


def is_question(found: Sequence[Proposal]) -> bool:
    """Whether these ask which it is, a wish or a decision; then neither may be the default."""
    return any(each.theme in DECISION_THEMES for each in found) and any(
        each.theme in WISHES_ABOUT_CARE for each in found
    )


def unfiled(notes: Sequence[Note]) -> list[int]:
    """The places of the jots that wait for a step: those under `other` without a theme."""
    return [place for place, note in enumerate(notes) if note.theme is None]


def place(sitting: Sitting, step: str, index: int, proposal: Proposal) -> None:
    """Put the note where it was proposed, as one change; it keeps its words, voice and time."""
    conversation = sitting.conversation
    if proposal.step != OTHER:
        sitting.move(step, index, proposal.step)
        return
    if step != OTHER:
        conversation = conversation.move(step, index, OTHER)
        index = len(conversation.entry(OTHER).notes) - 1
    note = conversation.entry(OTHER).notes[index]
    themed = note.model_copy(update={"theme": proposal.theme})
    sitting.change(conversation.replace_note(OTHER, index, themed))


# --- what the words allow


def _is_here(theme: str, guide: Guide, here: str) -> bool:
    """Whether a note of the theme stands well where it is."""
    if here == OTHER:
        return False
    if guide.theme_of(here) == "what_matters" and theme in _WHAT_CAN_MATTER:
        return True
    return guide.theme_of(here) == theme or guide.step_for(theme) == here


def _least_from(guide: Guide, here: str) -> float:
    if here == OTHER:
        return LEAST
    return _LEAST_FROM_GATHERING if guide.theme_of(here) in _GATHERING else LEAST_ELSEWHERE


def _proposed(shares: Shares, themes: Sequence[str], guide: Guide) -> list[Proposal]:
    found: dict[tuple[str, str], Proposal] = {}
    for theme in themes:
        step = guide.step_for(theme)
        key = (step, theme if step == OTHER else "")
        found.setdefault(key, Proposal(step, theme, shares[theme]))
    return list(found.values())


def _by_bearing(
    shares: Shares, bearing: Bearing, voice: Voice
) -> tuple[Shares, tuple[str, str] | None]:
    """The shares as the words allow them; or the wish and the decision to choose between."""
    shares = _outlook(_people(dict(shares), bearing), bearing, voice)
    if voice == "recommendation":
        return _without(shares, {LIMIT, *WISHES_ABOUT_CARE}), None
    stance = _in_voice(bearing.stance, voice)
    if bearing.wish and "symptom_strategy" in shares and stance != "decision":
        shares = _without(shares, {"symptom_strategy"})
    about = shares.get(UNWANTED, 0) + shares.get(LIMIT, 0)
    care = about + sum(shares.get(each, 0) for each in WISHES_ABOUT_CARE - {UNWANTED})
    limiting = about >= LEAST / 2 or (bearing.held_back and care >= LEAST / 2)
    match stance:
        case "wish" if limiting:
            return _shifted(shares, {LIMIT}, UNWANTED), None
        case "wish":
            # Too unlikely to be proposed even as the last: it is a grave thing to say of someone.
            return _without(shares, {LIMIT, UNWANTED}), None
        case "asked_for":
            to = ACUTE if bearing.grave else None
            return _shifted(shares, {LIMIT, UNWANTED}, to), None
        case "decision" if limiting:
            return {LIMIT: care}, None
        case "decision":
            return _without(shares, {UNWANTED, ACUTE, "hospital_admission"}), None
        case "not_the_persons":
            return _without(shares, {LIMIT, *WISHES_ABOUT_CARE}), None
    if limiting:
        wish = max(WISHES_ABOUT_CARE, key=lambda theme: (shares.get(theme, 0), theme == UNWANTED))
        if care >= LEAST:
            return {**shares, wish: care, LIMIT: care}, (wish, LIMIT)
        return _without(shares, {LIMIT, *WISHES_ABOUT_CARE}), None
    return _without(shares, {LIMIT, UNWANTED}), None


def _in_voice(stance: Stance, voice: Voice) -> Stance:
    """What a note bears on when it is known whose words they are."""
    if voice == "relative":
        return "not_the_persons"
    if voice in ("patient", "presumed"):
        return "either" if stance == "decision" else "wish" if stance == "open" else stance
    return stance


def _outlook(shares: Shares, bearing: Bearing, voice: Voice) -> Shares:
    """What the person believes is no prognosis told; where neither is said, it is neither."""
    outlook = "guessed" if voice == "patient" and bearing.outlook == "open" else bearing.outlook
    told, known = shares.get("prognosis", 0), shares.get("illness_understanding", 0)
    if outlook == "told":
        return shares
    if outlook == "guessed":
        return _shifted(shares, {"prognosis"}, "illness_understanding" if known or told else None)
    unclear = {"prognosis"} if known > told else {"prognosis", "illness_understanding"}
    return _without(shares, unclear)


def _people(shares: Shares, bearing: Bearing) -> Shares:
    """Who sat in took part; who should be near at the end is someone to have near."""
    near = shares.get("people_present", 0)
    if bearing.meeting == "now":
        return _shifted(shares, {"people_present"}, "participants") if near else shares
    if bearing.meeting == "open" and near:
        shares["participants"] = near / 2
    return shares


def _without(shares: Shares, themes: set[str]) -> Shares:
    return {theme: share for theme, share in shares.items() if theme not in themes}


def _shifted(shares: Shares, themes: set[str], to: str | None) -> Shares:
    """The shares of these go to another."""
    moved = sum(shares.get(theme, 0) for theme in themes - {to})
    rest = _without(shares, themes - {to})
    return {**rest, to: rest.get(to, 0) + moved} if to else rest
