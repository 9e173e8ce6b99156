"""A debrief in words, and as a document to keep: md, docx or pdf, in the interface's language.

Nobody's name stands in it unless the trainee gives one.
"""

from convoguide.dates import told_start
from convoguide.documents.assembled import Document, FilledSection, Line
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import N_, current
from convoguide.i18n import gettext as _
from convoguide.practice.case import Case
from convoguide.practice.comparing import Change, Comparison
from convoguide.practice.criteria import Group
from convoguide.practice.debrief import Debrief, Result
from convoguide.practice.rehearsal import PatientTurn, Rehearsal
from convoguide.quotation import quoted
from convoguide.services import content

FORMS = ("md", "docx", "pdf")
GROUPS: dict[Group, str] = {
    "feelings": N_("Feelings"),
    "asking": N_("Asking"),
    "language": N_("Language"),
    "structure": N_("Structure"),
    "prognosis": N_("The outlook"),
    "closing": N_("Closing"),
}
_SHOWN = 3
"""How many places of each kind a criterion shows."""


def document(case: Case, rehearsal: Rehearsal, made: Debrief, name: str | None = None) -> Document:
    """The debrief as a document; `name` is the trainee's, only if wanted."""
    opening = [Line(_("Rehearsal with a made-up person: {title}").format(title=case.title))]
    if name:
        opening.append(Line(name, label=_("Trainee")))
    if rehearsal.started:
        opening.append(Line(told_start(rehearsal.started), label=_("Date")))
    opening.append(Line(_total(made)))
    if made.hints:
        opening.append(Line(str(made.hints), label=_("Hints")))
    sections = [_went_well(made), _try_next(made), *_groups(made), _transcript(rehearsal)]
    return Document(
        id="debrief",
        title=_("Debrief"),
        language=current(),
        reader="trainee",
        opening=tuple(opening),
        sections=tuple(each for each in sections if not each.empty),
    )


def exported(
    case: Case, rehearsal: Rehearsal, made: Debrief, form: str, name: str | None = None
) -> bytes:
    """The debrief as the bytes of a file: md, docx or pdf."""
    if form not in FORMS:
        raise InputError(_("A debrief can be saved as: {forms}").format(forms=", ".join(FORMS)))
    filled = document(case, rehearsal, made, name)
    if form == "md":
        from convoguide.documents.writers import md

        return md.write(filled).encode()
    try:
        if form == "docx":
            from convoguide.documents.writers import docx

            return docx.write(filled)
        from convoguide.documents.writers import pdf

        return pdf.write(filled, templates=content.folder() / "templates")
    except ImportError as error:
        raise ConvoGuideError(
            _("The format {format} needs the package {name}, which is not installed here.").format(
                format=form, name=error.name
            )
        ) from None


def as_lines(made: Debrief) -> list[str]:
    """The debrief for a screen or a terminal, without the transcript."""
    lines = [_total(made)]
    for section in (_went_well(made), _try_next(made), *_groups(made)):
        if section.empty:
            continue
        lines += ["", section.heading]
        lines += map(_on_a_line, section.lines)
    return lines


def _on_a_line(line: Line) -> str:
    text = quoted(line.text) if line.quoted else line.text
    return f"{line.label}: {text}" if line.label else text


def compared(both: Comparison) -> list[str]:
    """Two attempts in words: the totals, then what went better and what less well."""
    lines = [
        _("Earlier {before} of 100, later {after} of 100.").format(
            before=round(both.before.score), after=round(both.after.score)
        )
    ]
    if not both.same_case:
        lines.append(_("The two were with different persons, who give different occasions."))
    for heading, changes in ((_("Better"), both.grown()), (_("Less well"), both.fallen())):
        if changes:
            lines += ["", heading, *map(_changed, changes)]
    return lines


def _changed(change: Change) -> str:
    return f"{_(change.criterion.name)}: {change.before:.0f} → {change.after:.0f}"


def _total(made: Debrief) -> str:
    return _("{score} of 100, for comparing your own attempts; it is not a grade.").format(
        score=round(made.score)
    )


def score_words(score: float) -> str:
    """A score as what it is: beside a name the number alone reads as how often."""
    return _("{score} of 100").format(score=round(score))


def _at(turn: int) -> str:
    return _("Turn {n}").format(n=turn)


def _went_well(made: Debrief) -> FilledSection:
    lines: list[Line] = []
    for each in made.went_well:
        lines.append(Line(each.text))
        lines.append(Line(each.evidence.quote, label=_at(each.evidence.turn), quoted=True))
    return FilledSection("went_well", _("What went well"), tuple(lines))


def _try_next(made: Debrief) -> FilledSection:
    tried = made.try_next
    lines: list[Line] = []
    if tried is not None:
        lines.append(Line(tried.text))
        if tried.quote:
            lines.append(Line(tried.quote, label=_at(tried.turn), quoted=True))
        lines.append(Line(tried.phrase, label=_("One way to say it"), quoted=True))
    return FilledSection("try_next", _("One thing to try next"), tuple(lines))


def _groups(made: Debrief) -> list[FilledSection]:
    found = []
    for group, score in made.groups:
        if score is None:
            continue
        results = [e for e in made.results if e.criterion.group == group and e.applies]
        lines = [line for each in results for line in _result(each)]
        heading = f"{_(GROUPS[group])} ({score_words(score)})"
        found.append(FilledSection(group, heading, tuple(lines)))
    return found


def _result(result: Result) -> list[Line]:
    lines = [Line(score_words(result.score or 0), label=result.name)]
    for good, label in ((True, _("{turn}, seen")), (False, _("{turn}, missed"))):
        shown = [each for each in result.evidence if each.good is good and each.quote][:_SHOWN]
        lines += [
            Line(each.quote, label=label.format(turn=_at(each.turn)), quoted=True) for each in shown
        ]
    return lines


def _transcript(rehearsal: Rehearsal) -> FilledSection:
    lines = []
    for turn in rehearsal.turns:
        who = _("You")
        if isinstance(turn, PatientTurn):
            who = turn.speaker or _("The person")
        lines.append(Line(turn.text or _("(silence)"), label=f"{turn.n}. {who}"))
    return FilledSection("transcript", _("The rehearsal"), tuple(lines))
