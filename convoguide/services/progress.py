"""One's own rehearsals over time: in words, as a line of signs, as a picture."""

from collections.abc import Sequence

from convoguide.adapters.chart import png
from convoguide.adapters.line_chart import Line, line_svg
from convoguide.dates import told_start
from convoguide.errors import InputError
from convoguide.i18n import current, ngettext
from convoguide.i18n import gettext as _
from convoguide.practice.progress import Attempt, in_order, spark
from convoguide.services import content

_SHOWN = 24
"""The latest attempts that one picture shows."""
FORMS = ("svg", "png")


def as_lines(attempts: Sequence[Attempt]) -> list[str]:
    """The line of signs (of a single attempt, that it is the only one), then each in words."""
    if not attempts:
        return [_("No rehearsals yet.")]
    ordered = in_order(attempts)
    told = _("{when} {case}: {score} of 100, {turns} turns")
    only = len(ordered) == 1
    return [
        _("One rehearsal so far.") if only else spark(each.score for each in ordered),
        *(
            told.format(
                when=told_start(each.started),
                case=each.case,
                score=round(each.score),
                turns=each.turns,
            )
            for each in ordered
        ),
    ]


def left_out(short: int) -> str:
    """That so many are too short to stand in the progress; empty where none is."""
    if not short:
        return ""
    return ngettext(
        "{n} rehearsal of fewer than three turns is left out.",
        "{n} rehearsals of fewer than three turns are left out.",
        short,
    ).format(n=short)


def picture(attempts: Sequence[Attempt], form: str) -> bytes:
    """The line as `svg` or `png`."""
    if form not in FORMS:
        raise InputError(_("A picture can be made as: {forms}").format(forms=", ".join(FORMS)))
    shown = in_order(attempts)[-_SHOWN:]
    templates = content.folder() / "templates"
    drawn = line_svg(
        Line(
            title=_("Your rehearsals"),
            described="; ".join(as_lines(shown)[1:]) or _("No rehearsals yet."),
            language=current(),
            points=tuple(((each.started or "–")[5:10], each.score) for each in shown),
        ),
        templates / "progress.svg.j2",
    )
    if form == "svg":
        return drawn.encode()
    return png(drawn, templates / "chart.typ", content.folder() / "fonts")
