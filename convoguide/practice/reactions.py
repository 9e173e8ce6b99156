"""How a person in a case takes what is said to them."""

from convoguide.core.text import Value
from convoguide.practice.wording import Five, Four, OneWording, Three, Two


class RightOrWrong(Value):
    """An answer to a summary or a request to sum up, where it is due and where it is too early."""

    right: Two
    wrong: Two


class Outlook(Value):
    """How it is taken when the outlook is told."""

    wanted: tuple[OneWording, ...] = ()
    """The person wants to know, and was asked."""
    unwanted: tuple[OneWording, ...] = ()
    """The person does not want to know."""
    unasked: tuple[OneWording, ...] = ()
    """The person might have wanted to know, but nobody asked."""


class Reactions(Value):
    """How the person takes what the trainee does."""

    empathy: Five
    empathy_guarded: Two
    reflection: Three
    silence: Three
    silence_empty: Three
    permission: Two
    false_reassurance: Two
    blocking: Two
    jargon: Two
    information_dump: Two
    premature_advice: Two
    leading_question: Two
    wish_statement: Two
    hope_worry_statement: Two
    commitment: Three
    summary: RightOrWrong
    teach_back: RightOrWrong
    prognosis: Outlook
    listens: Four
    """To something that asks nothing: short, and never an answer."""
    again: Three
    """When a topic has nothing new left."""
    evades: Four
    """When the person does not want to go on with a topic, whichever it is."""
    initiative: Two
    """What the person brings up when the talk has lost its way."""
    not_understood: Three
    repeats: tuple[OneWording, ...] = ()
    """Before saying something again to one who did not hear it."""
    insulted: tuple[OneWording, ...] = ()
    """To abuse; without it abuse is taken as walking past a feeling is."""
    goodbye: Two
