"""The answer to one turn: how it is taken, then what it asks for.

Here is the order in which things are tried; what may be said is the case's.
"""

from typing import get_args

from convoguide.practice.case import ReplyTopic
from convoguide.practice.facts import candidates, openable
from convoguide.practice.heard import Heard
from convoguide.practice.lexicon import GOODBYE, LOST, MORE, says_one_of
from convoguide.practice.rehearsal import Cue, Mood
from convoguide.practice.saying import Saying

REPLY_TOPICS = frozenset(get_args(ReplyTopic))
GUARDED_BELOW = 0.32
"""With less trust than this the patient does not say much."""
DOUBTFUL = 0.4
"""A turn read with less confidence than this may be about something else."""
PUTS_IN = 0.4
"""How likely a relative puts something in where there is something to put in."""


class Answer:
    """The answer to one turn, piece by piece."""

    def __init__(self, heard: Heard, saying: Saying, mood: Mood, left: tuple[Cue, ...]) -> None:
        self.heard, self.saying, self.mood, self.left = heard, saying, mood, left
        self.case, self.memory, self.act = heard.case, heard.memory, heard.act
        self.topic = self.act.topic
        self.understood = True

    def make(self) -> None:
        """Say what there is to say; in the end always something."""
        if self.act.silent:
            self._silence()
        elif self._taken_badly() or self._told_outlook() or self._closing():
            pass
        elif self.act.topic == "permission" and self.act.empathic and not self._asks_leave():
            self._goes_on()
        elif self.act.topic in REPLY_TOPICS - {"smalltalk"} and not self._outside(doubtful=True):
            self._moved()
            self._content(self.act.topic)
        elif self.act.topic in REPLY_TOPICS - {"smalltalk"}:
            pass
        else:
            self._beside()
        if not self.saying.pieces:
            self.saying.say("reactions.listens", "reactions.evades", "reactions.again")
        self._put_in()

    # --- how it is taken

    def _silence(self) -> None:
        """After a feeling a silence is an answer; for no reason, and again, it puzzles."""
        last = self.memory.last
        self.topic = last.topic
        felt = bool(last.cues or last.disclosed or self.memory.hinted)
        if felt and self.memory.silences == 0:
            fact = self._next_fact()
            if fact is not None:
                self.saying.tell(fact)
            else:
                self.saying.say("reactions.silence", unused=True)
        if not self.saying.pieces and self.memory.silences > 1:
            self.saying.say("reactions.initiative", unused=True)
        if not self.saying.pieces:
            self.saying.say("reactions.silence_empty", "reactions.silence")

    def _taken_badly(self) -> bool:
        harm = self.act.harm
        if harm is None:
            return False
        self.saying.say(f"reactions.{harm}", "reactions.evades")
        answers = harm in ("leading_question", "premature_advice", "jargon")
        if answers and self.act.asks and self.act.topic in REPLY_TOPICS:
            self.saying.say(f"replies.{self.act.topic}.guarded", unused=True)
        return True

    def _told_outlook(self) -> bool:
        wish = self.heard.wish()
        if wish is None:
            return False
        taken = {
            "wanted": ("wanted", "unasked"),
            "unasked": ("unasked", "unwanted"),
            "unwanted": ("unwanted", "unasked"),
        }
        names = [f"reactions.prognosis.{each}" for each in taken[wish]]
        return self.saying.say(*names, "reactions.hope_worry_statement", "reactions.evades")

    def _closing(self) -> bool:
        """Summing up, taking along, staying, wishing: taken as such, then what is asked."""
        act, memory = self.act, self.memory
        if "teach_back" in act.skills or act.topic == "teach_back":
            due = "right" if memory.enough_to_take_along() else "wrong"
            return self.saying.say(f"reactions.teach_back.{due}", "reactions.again")
        if "summary" in act.skills or act.topic == "summary":
            due = "right" if memory.enough_to_sum_up() else "wrong"
            return self.saying.say(f"reactions.summary.{due}", "reactions.again")
        for skill, name in (
            ("commitment_nonabandonment", "commitment"),
            ("wish_statement", "wish_statement"),
            ("hope_worry_statement", "hope_worry_statement"),
        ):
            if skill in act.skills or act.topic == name:
                self.saying.say(f"reactions.{name}", "reactions.empathy", "reactions.listens")
                if act.asks and act.topic in REPLY_TOPICS:
                    self._content(act.topic)
                return True
        return False

    def _moved(self) -> None:
        """A short word on empathy, on leave that was asked, or on words given back."""
        act = self.act
        if act.empathic:
            guarded = self._guarded()
            self.saying.say("reactions.empathy_guarded" if guarded else "reactions.empathy")
        elif "permission" in act.skills and act.topic not in ("permission", "information_needs"):
            self.saying.say("reactions.permission")
        elif "reflection" in act.skills:
            self.saying.say("reactions.reflection")

    # --- what it asks for

    def _content(self, topic: str) -> None:
        """What there is to say on a topic."""
        asks_leave = "permission" in self.act.skills and topic == "prognosis"
        if asks_leave:
            topic = "information_needs"
        self.topic = topic
        moved = bool(self.saying.pieces)
        fact = self._next_fact()
        if fact is not None:
            self.saying.tell(fact)
            return
        if "reflection" in self.act.skills and moved and not self.act.asks:
            return
        if self._hint():
            return
        self._reply(topic)

    def _next_fact(self) -> str | None:
        found = openable(self.case, self.memory, self.act, self.mood, self.left)
        return next((fact.id for fact in found), None)

    def _hint(self) -> bool:
        """Hint at a fact that is still closed; each hint once."""
        return any(
            self.saying.say(f"facts.{fact.id}.closed", unused=True)
            for fact in candidates(self.case, self.memory, self.act)
        )

    def _reply(self, topic: str) -> None:
        name = f"replies.{topic}"
        again = [
            f"facts.{fact.id}.again"
            for fact in self.case.facts
            if fact.id in self.memory.told and topic in fact.topics
        ]
        if self._guarded():
            first = [f"{name}.guarded", "reactions.evades", *again]
            rest = ["reactions.evades", f"{name}.guarded", "reactions.again"]
        else:
            first = [f"{name}.open", *again, "reactions.again"]
            rest = [f"{name}.open", *again, "reactions.again", f"{name}.guarded"]
        if not self.saying.say(*first, unused=True):
            self.saying.say(*rest)

    def _guarded(self) -> bool:
        walked_past = any(cue.kind == "explicit" for cue in self.left)
        return self.mood.trust < GUARDED_BELOW or walked_past

    # --- beside the script

    def _beside(self) -> None:
        """No topic of the talk: going on with the last one, small things, or not followed."""
        act, last = self.act, self.memory.last
        moved = act.empathic or "reflection" in act.skills
        leave = self._asks_leave()
        if (self._asks() or not moved) and not leave and self._outside(doubtful=False):
            return
        if act.topic == "smalltalk":
            self.saying.say(
                "replies.smalltalk.guarded" if self._guarded() else "replies.smalltalk.open"
            )
            return
        if moved:
            self._goes_on()
            return
        if leave:
            mood = "guarded" if self._guarded() else "open"
            self.saying.say(f"replies.permission.{mood}", "reactions.permission")
            return
        if "empathy_explore" in act.skills and last.topic in REPLY_TOPICS:
            self._content(last.topic)
            return
        self._not_followed()

    def _goes_on(self) -> None:
        """Empathy or words given back, without a question: the next thing may come of itself."""
        self.topic = self.memory.last.topic
        fact = self._next_fact()
        if fact is not None:
            self.saying.tell(fact)
        elif self.act.empathic:
            self._moved()
            explores = "empathy_explore" in self.act.skills and self.topic in REPLY_TOPICS
            if explores and not self._hint():
                self.saying.say(f"replies.{self.topic}.open", unused=True)
        else:
            self.saying.say("reactions.reflection")

    def _outside(self, *, doubtful: bool) -> bool:
        """Answer a question outside the script, where its words are there."""
        heard, lexicon = self.heard, self.heard.lexicon
        is_plain = lexicon is not None and lexicon.plain(heard.text) is not None
        if doubtful and self.act.sure >= DOUBTFUL and not is_plain:
            return False
        for place, own in enumerate(self.case.own_questions):
            if says_one_of(heard.text, own.words):
                self.topic = "smalltalk"
                if self.saying.say(f"own_questions.{place}.say"):
                    return True
        asked = lexicon.question(heard.text) if lexicon else None
        if asked is None or (asked == GOODBYE and not self.memory.earlier):
            return False  # nobody takes leave in the first breath
        last = self.memory.last.topic
        if asked == MORE and last in REPLY_TOPICS:
            self._content(last)
            return True
        name = {GOODBYE: "reactions.goodbye", LOST: "reactions.listens"}.get(asked)
        self.topic = "smalltalk"
        if self.act.empathic:
            self._moved()
        return self.saying.say(name or f"off_script.{asked}", "reactions.evades")

    def _not_followed(self) -> None:
        """Say so, or nod; and when the talk has lost its way, bring something up."""
        lost = self.memory.not_followed > 1
        if lost and self.saying.say("reactions.initiative", unused=True):
            return
        if self._asks() or self.act.sure < DOUBTFUL:
            self.understood = not self.saying.say("reactions.not_understood")
            return
        self.saying.say("reactions.listens")

    def _asks_leave(self) -> bool:
        return "permission" in self.act.skills

    def _asks(self) -> bool:
        lexicon = self.heard.lexicon
        return self.act.asks or bool(lexicon and lexicon.asks(self.heard.text))

    def _put_in(self) -> None:
        """A relative in the room may put something in, each thing once and not turn upon turn."""
        last = self.memory.last.said
        if self.act.silent or any(key.startswith("interjections") for key in last):
            return
        for place, put_in in enumerate(self.case.interjections):
            fits = not put_in.topics or self.topic in put_in.topics
            if fits and self.saying.unused(f"interjections.{place}.say"):
                if self.saying.rng.random() < PUTS_IN:
                    self.saying.say(f"interjections.{place}.say", unused=True)
                return
