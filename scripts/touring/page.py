"""docs/tour.md: the prose around what was seen, and what it took."""

import textwrap

from touring.talk import Seen

SVAS = {
    "keeping": """\
The first start asks two things: the language, and how drafts are to be kept. The choice here is a
passphrase; every draft is then encrypted on this computer.""",
    "home": """\
Home. What can be begun, and what is not yet in the journal. `Enter` begins the marked guide. The
passphrase is chosen right after it, and a PIN for the curtain.""",
    "agenda": """\
Afterwards: all topics on one list. What is typed is a note under the marked topic; `Enter` keeps
it, and `Enter` in the empty field goes to the next topic. `F2` says that the note holds the
patient's own words. What stands after `=` are facts: who took part, filled in by `Esc f`.""",
    "curtain": """\
Someone comes into the room: `F8` hides everything at once. The PIN brings it back.""",
    "understanding": """\
Two voices under one topic: the patient's words, and those of the daughter (`Esc v`, then `r`).""",
    "two_perspectives": """\
The patient leads, and no order is forced. A topic that did not come up is passed by `Enter` and
stays unmarked.""",
    "spokesperson": """\
Topics left as they were left: `[>]` another time, with the date on which it is taken up again;
`[?]` unsure; `[-]` did not want to talk about it. One note is held apart (`Esc a`): it will not be
in the text for the journal.""",
    "treatment_limits": """\
A limit of treatment, and beside it the physician's decision: who, when, on what grounds, with whom
consulted, and what the patient and the daughter think of it. Without who and when it would be
written down as a wish everywhere.""",
    "consent_share": """\
What may be shared with whom, and with whom not.""",
    "team": """\
The checklist of who was told, how, and that the receiver has confirmed. `Tab` goes to the answers;
the number ticks.""",
    "review": """\
`F9`: the finished text by section. Every line knows the step it came from, and opens it.""",
    "findings": """\
The self-check, unfolded by `k`. It points out and never blocks; topics that were not talked about
are one line and no fault.""",
    "journal": """\
`j`: into the journal. `s` copies one section and goes to the next, `b` copies the whole.""",
    "asked": """\
Before the first copy: is the right journal open?""",
    "documented": """\
Pasted, and marked as in the journal. The draft is deleted after seven days.""",
}

FORHANDSSAMTALE = {
    "what_matters": """\
Step by step: what the step is for, ways to say it (`Esc i` gives another one), what to think of.
Below stands what has been noted.""",
    "worries": """\
The patient's words and the husband's, each told as what they are.""",
    "hospital_admission": """\
The wish in her words; the arrangement for an admission is a fact beside it.""",
    "live_long": """\
A question that she had no wish to talk about is left behind by `Esc o`, `d`, and the next one is
there.""",
    "treatment_limits": """\
The nurse leads this conversation, so the step asks for the wish to be passed on to the physician.
Nothing is entered as decided.""",
    "plan": """\
What was agreed on: actions with who is responsible and when, when the plan is looked at again, and
what is attached.""",
    "contacts": """\
Whom to call, when and for what.""",
    "review": """\
The review says what everyone must know of a limit: it applies as a wish until a physician's
decision is entered, and registering it where the unit keeps it is still to be done.""",
    "findings": """\
The self-check.""",
    "copied": """\
The whole text is copied. Over a plain terminal line no clipboard answers, so the app says to check
by pasting.""",
    "documented": """\
Marked as in the journal. Nothing was kept on disk; closing the program ends it.""",
}

_HEAD = """\
# A tour: two whole conversations

Made by `scripts/tour`, which types both into the real app through tmux, at 80×24, waits for what
every key does, and stops at the first thing that is not as told here. Each picture is the screen
as it stood. The dates are those of the day on which it was last run.

**The patients, their families, the staff, places and telephone numbers are made up.**

- [A serious illness conversation, afterwards](#a-serious-illness-conversation-afterwards) (SVAS,
  in Swedish)
- [A forhåndssamtale, step by step](#a-forhåndssamtale-step-by-step) (in Norwegian)
- [What it took](#what-it-took)
"""

_SVAS = """
## A serious illness conversation, afterwards

A man of eighty with failing heart and lungs has been visited at home by his physician, with his
daughter and the municipal nurse. Nobody typed during the talk. Now the physician sits in the car
with a computer that has never seen ConvoGuide.
"""

_FORHANDSSAMTALE = """
## A forhåndssamtale, step by step

A woman of seventy-seven with lung fibrosis lives at home with her husband. A nurse of the home care
service leads the conversation with the prompts beside her, on a borrowed computer: the app was
started by `convoguide start forhandssamtale --no-save` and keeps nothing on disk.
"""

_PASTED = """
### What is pasted into {system}

Taken from the terminal's clipboard after «copy all», and wrapped here for reading; the text itself
has one line a section.

```text
{pasted}
```
"""

_KEYS = """
<details><summary>Every key of this conversation, step by step</summary>

`(note)` is a note's text, `‹…›` what was typed into a form, `…` a passphrase or PIN.

```text
{written}
```

</details>
"""


def page(afterwards: Seen, stepwise: Seen) -> str:
    """The whole page."""
    return "".join(
        (
            _HEAD,
            _SVAS, _moments(afterwards), _pasted(afterwards, "Cosmic"), _keys(afterwards),
            _FORHANDSSAMTALE, _moments(stepwise), _pasted(stepwise, "Profil"), _keys(stepwise),
            _cost(afterwards, stepwise),
        )
    )  # fmt: skip


def _moments(seen: Seen) -> str:
    return "".join(f"\n{told}\n\n```text\n{screen}\n```\n" for told, screen in seen.moments)


def _pasted(seen: Seen, system: str) -> str:
    return _PASTED.format(system=system, pasted=_wrapped(seen.pasted))


def _wrapped(text: str) -> str:
    lines = text.strip("\n").splitlines()
    return "\n".join(
        textwrap.fill(line, 96, break_long_words=False, break_on_hyphens=False) for line in lines
    )


def _keys(seen: Seen) -> str:
    return _KEYS.format(written="\n".join(seen.written))


def _cost(afterwards: Seen, stepwise: Seen) -> str:
    rows = [
        ("the text of the notes, in characters", "notes"),
        ("typed into forms: names, numbers, dates", "forms"),
        ("**all other keys**: Enter, arrows, function keys, Escape and a letter", "others"),
    ]
    table = "".join(
        f"| {name} | {getattr(afterwards.count, kind)} | {getattr(stepwise.count, kind)} |\n"
        for name, kind in rows
    )
    return (
        "\n## What it took\n\nCounted by `scripts/tour` while it typed.\n\n"
        "| | SVAS, afterwards | forhåndssamtale, step by step |\n| --- | ---: | ---: |\n"
        f"{table}\nThe first start, label, review, copying and marking as in the journal are in"
        " these numbers.\n"
    )
