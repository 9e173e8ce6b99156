"""`?`: where one stands, and what can be typed here."""

from convoguide.cli.plain import words
from convoguide.cli.plain.parts import PARTS
from convoguide.cli.plain.steps import answer_part, prompt, stage_line
from convoguide.cli.plain.talk import Talk
from convoguide.i18n import gettext as _


def explain(talk: Talk) -> None:
    """`?`: where one stands, and what can be typed here."""
    step = talk.sitting.here
    talk.say(prompt(talk))
    stage = stage_line(talk)
    if stage:
        talk.say(stage)
    if step:
        talk.say(words.step_words(talk.sitting.guide, step, "purpose", step.purpose))
    voice = words.voice_words(talk.voice)
    talk.say(_("Every line is a note: {voice}.").format(voice=voice))
    talk.say(_("A line that begins with two dots is a note that begins with one."))
    if step and (step.choices or step.checklist or answer_part(step)):
        talk.say(_(".c answers what the step asks; .s and .i say its notes and phrases."))
    if step and step.fills:
        labels = {part.name: part.label for part in PARTS}
        ids = [str(each) for each in step.fills if each != "decision"] or ["decided_by"]
        # By their names in the reader's language, which `.f` takes as well as the ids.
        parts = ", ".join(_(labels[each]) for each in ids)
        talk.say(_("Facts that belong here, set with .f: {parts}").format(parts=parts))
    if talk.earlier is not None:
        talk.say(_("Last time: .l says it, .u unchanged, .x withdrawn, .l and a text: changed."))
    talk.say(_("Most used: .n next, .p previous, .g 12 go to, .v p voice, .o d outcome."))
    talk.say(_(".h lists all commands, .q ends."))
